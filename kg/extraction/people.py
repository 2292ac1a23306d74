"""People named in the text, with the position or initials written beside them."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction import names
from kg.extraction.context import Context
from kg.extraction.reports import ReportPart
from kg.facts import Attendance, Evidence, Membership, PersonMention, PersonName
from kg.model import Kind, Paragraph

RULE = "people/1"

_INITIALED = re.compile(rf"(?P<name>(?:{names.TITLES.pattern})?{names.NAME_WORDS})\s+\((?P<initials>[A-Z]{{2,4}})\)(?:\s*,\s+(?P<position>[A-Z][^.;()]{{3,90}}?)(?=,\s+(?:to|and)\b|\.|,|;|$))?")
_POSITIONED = re.compile(rf"(?<![\w-])(?P<name>{names.NAME_WORDS})\s+\((?P<position>[A-Z][^()]{{4,90}})\)")
_ROLE_AFTER = re.compile(rf"(?<![\w’'-])(?P<name>{names.NAME_WORDS}),\s+(?P<position>(?:[A-Z][\w&’'-]+\s+)*?(?:Director|Head|Manager|Adviser|Advisor|Officer|Leader|Chair|Chief Executive|Minister|Secretary|Professor|Editor|President|Coordinator|Lead)\b[^.;()]{{0,60}}?)(?=[,.;]|\s+(?:introduced|presented|gave|and|to|said|explained|outlined|updated)\b|$)")


def people(context: Context, reports: Sequence[ReportPart], attendance: Sequence[Attendance], memberships: Sequence[Membership]) -> tuple[PersonMention, ...]:
    """Every place where a person is named, with what is said of them there."""
    found: dict[tuple[int, int], PersonMention] = {}
    for fact in [*attendance, *memberships]:
        for quote in fact.evidence:
            _add(found, PersonMention(person=fact.person, evidence=(quote,), rule=RULE))
    for report in reports:
        for contact in report.report.contacts:
            for mention in _where(context, report, contact.person, contact.position):
                _add(found, mention)
    known = {m.person.name for m in found.values()}
    for paragraph in context.document.paragraphs:
        if paragraph.kind is not Kind.FURNITURE:
            for mention in _in_text(paragraph, known):
                _add(found, mention)
    return tuple(found[at] for at in sorted(found))


def _add(found: dict[tuple[int, int], PersonMention], mention: PersonMention) -> None:
    quote = mention.evidence[0]
    key = (quote.paragraph, quote.start)
    if key not in found or mention.position and not found[key].position:
        found[key] = mention


def _where(context: Context, report: ReportPart, person: PersonName, position: str | None) -> Iterator[PersonMention]:
    for paragraph in context.paragraphs(context.parts[report.part]):
        at = paragraph.text.find(person.written)
        if at >= 0:
            yield _mention(person, paragraph, at, at + len(person.written), position)
            return


def _in_text(paragraph: Paragraph, known: set[str]) -> Iterator[PersonMention]:
    text = paragraph.text
    for name, start, end in names.titled(text):
        yield _mention(name, paragraph, start, end)
    for match in _INITIALED.finditer(text):
        name = names.parse(match["name"])
        if name and _initials_fit(name.name, match["initials"]):
            yield _mention(name, paragraph, match.start("name"), match.end("name"), match["position"], match["initials"])
    for pattern in (_POSITIONED, _ROLE_AFTER):
        for match in pattern.finditer(text):
            name = names.parse(match["name"])
            if name and names.likely(name) and len(name.name.split()) > 1:
                yield _mention(name, paragraph, match.start("name"), match.end("name"), match["position"].strip())
    for name in names.introducing(text):
        at = text.find(name.written)
        yield _mention(name, paragraph, at, at + len(name.written))
    for match in names.PLAIN.finditer(text):
        if match.group() in known:
            yield _mention(PersonName(match.group(), match.group()), paragraph, match.start(), match.end())


def _initials_fit(name: str, initials: str) -> bool:
    letters = [word[0].upper() for word in re.split(r"[\s-]+", name)]
    return initials[0] == letters[0] and initials[-1] in letters[1:]


def _mention(person: PersonName, paragraph: Paragraph, start: int, end: int, position: str | None = None, initials: str | None = None) -> PersonMention:
    return PersonMention(
        person=person,
        position=position,
        initials=initials,
        evidence=(Evidence(paragraph.ordinal, start, end),),
        rule=RULE,
    )


def initials(mentions: Sequence[PersonMention]) -> dict[str, PersonName]:
    """The initials that the document defines: "Juliet Whitworth (JW)"; a clash defines none."""
    found: dict[str, PersonName] = {}
    clashing: set[str] = set()
    for mention in mentions:
        if mention.initials and found.setdefault(mention.initials, mention.person).name != mention.person.name:
            clashing.add(mention.initials)
    return {initial: person for initial, person in found.items() if initial not in clashing}

