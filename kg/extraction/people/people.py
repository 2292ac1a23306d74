"""People named in the text, with the position or initials written beside them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.context import Context
from kg.extraction.people import cells as people_cells
from kg.extraction.people import names
from kg.extraction.people.list_blanks import one_to_a_line
from kg.extraction.reports.reports import ReportPart
from kg.facts import Attendance, Evidence, Membership, PersonMention, PersonName
from kg.honorifics import may_shorten
from kg.model import Kind, Paragraph
from kg.structure.names import bodies
from kg.structure.sections import lines
from kg.tables.load import alternation
from kg.vocabulary import last_words, vocabulary

RULE = "people/6"

_INITIALED = re.compile(
    rf"(?=[{names.UPPER}])(?P<name>(?:{names.TITLES.pattern})?{names.NAME_WORDS})"
    r"\s+\((?P<initials>[A-Z]{2,4})\)"
    r"(?:\s*,\s+(?P<position>[A-Z][^.;()]{3,90}?(?:\s\([^()]*\))?)(?=,\s+(?:to|and)\b|\.|,|;|$))?"
)
_BEHIND = re.compile(
    rf"(?P<name>(?:{names.TITLES.pattern})?{names.WORD}(?:{names.NEXT_WORD}){{1,2}}?)"
    r"\s(?P<initials>[A-Z]{2,3})(?=\s+[A-Z]|\W*$)"
)
"""Initials behind a name that opens a line of a list: "Cllr Ann Lowe AL Chair"."""
_INITIALS = re.compile(r"\([A-Z]{2,4}\)")
_POSITIONED = re.compile(
    rf"(?<![\w-])(?P<name>{names.NAME_WORDS})\s+\((?P<position>[A-Z][^()]{{4,90}})\)"
)
_COMPANION = re.compile(rf"\s+and\s+(?P<name>{names.PLAIN.pattern})")
_LISTED = re.compile(
    rf"^(?=(?:[^{names.UPPER}]*[{names.UPPER}]){{3}})\W*[A-Z][^.:]*(?:,[^.:]*)?\band\b"
)
"""A line that may list people: two have three capitals at least, as "Ann and Ben Lowe"."""
_LIST_LENGTH = 160
_EMAIL = re.compile(r"(?<![\w.@-])(?P<account>[\w.-]{2,60})@\w")
_APPOSED = re.compile(
    rf"\b(?:the|our|its|their)\s+(?:[a-z’'-]+\s+){{0,3}}[a-z’'-]+,\s+(?P<name>{names.PLAIN.pattern})"
    r",\s+who\b(?P<position>)"
)
_ROLE_AFTER = re.compile(
    rf"(?<![\w’'-])(?P<name>{names.NAME_WORDS}),\s+"
    rf"(?P<position>(?:[A-Z][\w&’'-]+\s+)*?{alternation('people', 'offices')}\b[^.;()]{{0,60}}?)"
    rf"(?=[,.;]|\s+(?:{alternation('people', 'behind_offices')}"
    r"|(?<! of )(?<! for )(?<! the )(?<! and )[a-z]{4,}ed)\b|$)"
)
_BESIDE = (
    (_POSITIONED, "(", re.compile(r"\([A-Z][^()]{4,90}\)")),
    (
        _ROLE_AFTER,
        ",",
        re.compile(rf",\s+(?:[A-Z][\w&’'-]+\s+)*?{alternation('people', 'offices')}\b"),
    ),
    (_APPOSED, ", who", re.compile(r", who\b")),
)
"""How a name is described, each with a sign and words without which it is not."""


def people(
    context: Context,
    reports: Sequence[ReportPart],
    attendance: Sequence[Attendance],
    memberships: Sequence[Membership],
) -> tuple[PersonMention, ...]:
    """Every place where a person is named, with what is said of them there."""
    found: dict[tuple[int, int], PersonMention] = {}
    listed = [(row.person, row.evidence) for row in attendance]
    listed += [(row.person, row.evidence) for row in memberships]
    for person, quotes in listed:
        for quote in quotes:
            _add(found, PersonMention(person=person, evidence=(quote,), rule=RULE))
    for report in reports:
        for contact in report.report.contacts:
            for mention in _where(context, report, contact.person, contact.position):
                _add(found, mention)
    known = {m.person.name for m in found.values()}
    surnames = last_words(known)
    for paragraph in context.document.paragraphs:
        if paragraph.kind is not Kind.FURNITURE:
            for mention in _in_text(paragraph, known, surnames):
                _add(found, mention)
    return tuple(_whole_names([found[at] for at in sorted(found)]))


def _whole_names(mentions: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """A surname alone stands for the one person of the document who may be meant by it."""
    full: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if " " in mention.person.name:
            full[mention.person.name].update(mention.person.honorifics)
    for mention in mentions:
        if " " in mention.person.name:
            yield mention
            continue
        bearers = sorted(
            name
            for name, titles in full.items()
            if name.split()[-1] == mention.person.name
            and may_shorten(mention.person.honorifics, titles)
        )
        if len(bearers) == 1:
            person = replace(mention.person, name=bearers[0])
            yield replace(mention, person=person)
        elif not bearers:
            yield mention


def _add(found: dict[tuple[int, int], PersonMention], mention: PersonMention) -> None:
    quote = mention.evidence[0]
    key = (quote.paragraph, quote.start)
    held = found.setdefault(key, mention)
    if held is not mention:
        position = held.position or mention.position
        initials = held.initials or mention.initials
        if (position, initials) != (held.position, held.initials):
            found[key] = replace(held, position=position, initials=initials)


def _where(
    context: Context, report: ReportPart, person: PersonName, position: str | None
) -> Iterator[PersonMention]:
    for paragraph in context.paragraphs(context.parts[report.part]):
        at = paragraph.text.find(person.written)
        if at >= 0:
            yield _mention(person, paragraph, at, at + len(person.written), position)
            return


def _in_text(
    paragraph: Paragraph, known: set[str], surnames: frozenset[str]
) -> Iterator[PersonMention]:
    yield from _titled(paragraph)
    yield from _in_lists(paragraph)
    yield from _below_body(paragraph)
    yield from _described(paragraph)
    yield from _by_email(paragraph)
    text = paragraph.text
    for name in names.introducing(text):
        if (at := text.find(name.written)) >= 0:
            yield _mention(name, paragraph, at, at + len(name.written))
    for match in () if surnames.isdisjoint(vocabulary(text)) else names.PLAIN.finditer(text):
        if match.group() in known:
            name = PersonName(match.group(), match.group())
            yield _mention(name, paragraph, match.start(), match.end())


def _titled(paragraph: Paragraph) -> Iterator[PersonMention]:
    """Titled names, and a plain one that "and" joins to them."""
    for name, start, end in names.titled(paragraph.text):
        yield _mention(name, paragraph, start, end)
        companion = _COMPANION.match(paragraph.text, end)
        other = names.parse(companion["name"]) if companion else None
        if companion and other and names.likely(other):
            yield _mention(other, paragraph, companion.start("name"), companion.end("name"))


def _in_lists(paragraph: Paragraph) -> Iterator[PersonMention]:
    """Names in short lines that are lists of names: "A, B and C"."""
    if len(paragraph.text) >= _LIST_LENGTH or "and" not in paragraph.text:
        return
    for line in lines(paragraph):
        found = people_cells.listed(line) if _LISTED.search(line.text) else []
        for one in found if len(found) > 1 else ():
            yield _mention(one.name, paragraph, one.evidence.start, one.evidence.end)


def _below_body(paragraph: Paragraph) -> Iterator[PersonMention]:
    """The members of a body in lines below its name, as a letterhead gives them, some with offices:
    "Harbour Panel", "Ann Lowe, Chair", "Ben Tarn".
    """
    body, _, rest = paragraph.text.partition("\n")
    if not one_to_a_line(rest) or not bodies.in_line(body):
        return
    at = len(body) + 1
    for line in rest.split("\n"):
        name, end = names.leading(line) or (None, 0)
        if name is not None and " " in name.name:
            yield _mention(name, paragraph, at, at + end)
        at += len(line) + 1


def _described(paragraph: Paragraph) -> Iterator[PersonMention]:
    """Names with initials in brackets, or with what somebody is beside them."""
    text = paragraph.lined
    for match in _INITIALED.finditer(text) if "(" in text and _INITIALS.search(text) else ():
        name = names.parse(match["name"])
        known = match["position"] or (name and name.honorifics) or paragraph.kind is Kind.TABLE
        if name and known and names.likely(name) and _initials_fit(name.name, match["initials"]):
            position, initials = match["position"], match["initials"]
            yield _mention(name, paragraph, *match.span("name"), position, initials)
    if behind := _BEHIND.match(text):
        name = names.parse(behind["name"])
        letters = "".join(word[0] for word in name.name.split()) if name else ""
        if name and letters == behind["initials"]:
            yield _mention(name, paragraph, *behind.span("name"), initials=letters)
    for pattern, sign, cue in _BESIDE:
        for match in pattern.finditer(text) if sign in text and cue.search(text) else ():
            name = names.parse(match["name"])
            if name and names.likely(name) and " " in name.name:
                position = match["position"].strip() or None
                yield _mention(name, paragraph, *match.span("name"), position)


def _by_email(paragraph: Paragraph) -> Iterator[PersonMention]:
    """Names whose surname an e-mail address in the same paragraph repeats."""
    if "@" not in paragraph.text:
        return
    accounts = [match["account"].lower() for match in _EMAIL.finditer(paragraph.text)]
    for match in names.PLAIN.finditer(paragraph.text) if accounts else ():
        name = names.parse(match.group())
        if name is None or not names.likely(name):
            continue
        surname = name.name.split()[-1].lower()
        if len(surname) > 2 and any(surname in account for account in accounts):
            yield _mention(name, paragraph, match.start(), match.end())


def _initials_fit(name: str, initials: str) -> bool:
    letters = [word[0].upper() for word in re.split(r"[\s-]+", name)]
    return (
        len(initials) <= 3
        and len(name.split()) <= 3
        and initials[0] == letters[0]
        and initials[-1] in letters[1:]
    )


def _mention(
    person: PersonName,
    paragraph: Paragraph,
    start: int,
    end: int,
    position: str | None = None,
    initials: str | None = None,
) -> PersonMention:
    return PersonMention(
        person=person,
        position=position,
        initials=initials,
        evidence=(Evidence(paragraph.ordinal, start, end),),
        rule=RULE,
    )


def initials(mentions: Sequence[PersonMention]) -> dict[str, PersonName]:
    """The initials that the document defines: "Ann Lowe (AL)"; a clash defines none."""
    found: dict[str, PersonName] = {}
    clashing: set[str] = set()
    for mention in mentions:
        if (
            mention.initials
            and found.setdefault(mention.initials, mention.person).name != mention.person.name
        ):
            clashing.add(mention.initials)
    return {initial: person for initial, person in found.items() if initial not in clashing}
