"""Reports: title, purpose, contact officers, theme, and what they recommend."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from kg.extraction.context import Context, evidence
from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day
from kg.extraction.people import names
from kg.extraction.people.contact_details import EMAIL, PHONE
from kg.facts import AgendaItem, Contact, MeetingKey, Report
from kg.model import Kind, Paragraph
from kg.reading.fields import Says
from kg.structure.labels import label, plain
from kg.structure.parts import Part, PartKind
from kg.structure.report_front import Said, body_alone, front
from kg.structure.report_heads import behind_item, heading_like, says_whose
from kg.structure.sections import Piece, Section, sections
from kg.tables.load import alternation, table

RULE = "reports/5"

_LABEL = alternation("contacts", "all")
_FIELD = re.compile(
    rf"(?<!\S)(?P<name>{_LABEL})\s*:\s*(?P<value>.*?)(?=\s+{_LABEL}\s*:|$)", re.IGNORECASE
)
_AIM = alternation("contacts", "purposes")
_PURPOSE = re.compile(rf"\bfor {_AIM}(?:\s*(?:,|and|&|/)\s*(?:for\s+)?{_AIM})*", re.IGNORECASE)
_SAME_TITLE = 78
_ITEM = re.compile(r"\bitem\s+(?:no\.?\s*)?(?P<number>\d{1,2}[a-z]?)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?P<number>\d{1,2}[a-z]?)\b", re.IGNORECASE)
_TITLED_ITEM = re.compile(r"^(?:agenda )?item\s+\d+[a-z]?\s*[:–—-]\s*", re.IGNORECASE)
_HEAD_BEFORE = 2
_HEAD_AFTER = 3
_HEAD_BELOW = 6
_HEAD_LENGTH = 160


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A report with the index of its part and of the appendices that belong to it."""

    report: Report
    part: int
    parts: tuple[int, ...]


def reports(context: Context, items: Sequence[AgendaItem]) -> tuple[ReportPart, ...]:
    """The reports of the document, each with the agenda item it was written for."""
    found = []
    order = 0
    for index, part, meeting in context.of_kind(PartKind.REPORT, PartKind.UPDATE):
        own = tuple(
            i for i, other in enumerate(context.parts) if other.report == index and i != index
        )
        said = front(context.paragraphs(part))
        item = _item_said(context, part, said) or _item_of(part, meeting, items, order)
        order = int(re.sub(r"\D", "", item) or 0) if item else order
        found.append(
            ReportPart(
                _report(context, part, said, meeting, item, [context.parts[i] for i in own]),
                index,
                (index, *own),
            )
        )
    return tuple(found)


def _report(
    context: Context,
    part: Part,
    said: Sequence[Said],
    meeting: MeetingKey | None,
    item: str | None,
    own: Sequence[Part],
) -> Report:
    paragraphs = context.paragraphs(part)
    found = sections(paragraphs)
    title, named = _title(context, part, paragraphs, said)
    return Report(
        title=named,
        first=part.first,
        last=max([part.last, *(other.last for other in own)]),
        meeting=meeting,
        item=item,
        purpose=_purpose(found),
        contacts=tuple(contacts(paragraphs)),
        plan_theme=_inline(found, "theme"),
        confidential=_yes_or_no(found),
        evidence=(
            evidence(title),
            *(evidence(s.pieces[0]) for s in found if s.name == "purpose" and s.pieces),
        ),
        rule=RULE,
    )


def _title(
    context: Context, part: Part, paragraphs: Sequence[Paragraph], said: Sequence[Said]
) -> tuple[Piece, str]:
    """The words that give the title of a report, and the title: as a field of its head says it
    ("Title: …"), else as its first line; where a label opens the report, that of a line below it
    or of the paper.
    """
    if stated := _stated_title(said) or (None if part.first else _line_of_title(said)):
        return Piece(stated.paragraph, stated.start, stated.end), behind_item(stated.words)
    if part.title == " ".join(paragraphs[0].text.split()):
        given = paragraphs[0]
    else:
        given = _titled(paragraphs, part.title)
    if label(given) is None:
        return Piece.whole(given), _TITLED_ITEM.sub("", behind_item(part.title))
    below = _named_below(paragraphs)
    return Piece.whole(below or given), below.text.strip() if below else context.document.title


def _stated_title(said: Sequence[Said]) -> Said | None:
    """Where the head of a report says its title, or else its subject, behind a label."""
    for name in (Says.TITLE, Says.SUBJECT):
        if found := next((one for one in said if one.says is name and one.words), None):
            return found
    return None


def _line_of_title(said: Sequence[Said]) -> Said | None:
    """The line of a head that is the title of its paper: of those that tell neither the meeting nor
    whose report it is, the first heading, or the first.
    """
    lines = [one for one in said if one.says is None and _may_be_title(one)]
    headings = (one for one in lines if one.paragraph.kind is Kind.HEADING)
    return next(headings, next(iter(lines), None))


def _may_be_title(said: Said) -> bool:
    listed = said.paragraph.kind in (Kind.TABLE, Kind.LIST_ITEM)
    if listed or not heading_like(said.paragraph) or label(said.paragraph):
        return False
    words = plain(said.words)
    aside = _ITEM.fullmatch(words) or is_day(said.words, BESIDE_DAY)
    aside = aside or words in table("sections")["no_titles"]
    return not (aside or says_whose(said.words) or body_alone(said.words))


def _titled(paragraphs: Sequence[Paragraph], title: str) -> Paragraph:
    return next(
        (p for p in paragraphs if " ".join(p.text.split()).strip(" *") == title), paragraphs[0]
    )


def _named_below(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The title of a report whose page has it below the label that opens it ("Summary"): a line
    like a title right before the next label.
    """
    pairs = pairwise(paragraphs[1:_HEAD_BELOW])
    return next(
        (one for one, after in pairs if heading_like(one) and not label(one) and label(after)), None
    )


def _purpose(found: Sequence[Section]) -> str | None:
    for section in found:
        if section.name == "purpose" and section.pieces:
            text = " ".join(section.pieces[0].text.split())
            match = _PURPOSE.search(text)
            return match.group().lower() if match else text.rstrip(".")
    return None


def _inline(found: Sequence[Section], name: str) -> str | None:
    for section in found:
        if section.name == name and section.pieces:
            return " ".join(section.pieces[0].text.split()) or None
    return None


def _yes_or_no(found: Sequence[Section]) -> bool | None:
    words = plain(_inline(found, "confidential") or "")
    answers = table("sections")["confidential"]
    return True if words in answers["yes"] else False if words in answers["no"] else None


def _item_said(context: Context, part: Part, said: Sequence[Said]) -> str | None:
    """The item that a report's head names: "Item 4: …", "… Board, 15 June 2022, item 3"."""
    numbers = (_NUMBER.match(one.words) for one in said if one.says is Says.ITEM)
    if stated := next(filter(None, numbers), None):
        return stated["number"].lower()
    before = max(part.first - _HEAD_BEFORE, 0)
    head = context.document.paragraphs[before : part.first + _HEAD_AFTER]
    found = [
        match
        for p in head
        if p.kind is not Kind.TABLE
        and len(p.text) < _HEAD_LENGTH
        and (match := _ITEM.search(p.text))
    ]
    return found[-1]["number"].lower() if found else None


def _item_of(
    part: Part, meeting: MeetingKey | None, items: Sequence[AgendaItem], after: int
) -> str | None:
    """The item a report was written for: by likeness of titles, then by the order of the pack."""
    own = [item for item in items if item.meeting == meeting and item.number.isdigit()]
    scored = [
        (fuzz.token_set_ratio(plain(item.title), plain(part.title)), -int(item.number), item.number)
        for item in own
    ]
    best = max(scored, default=(0.0, 0, ""))
    if best[0] >= _SAME_TITLE:
        return best[2]
    loose = max(
        (
            (fuzz.token_sort_ratio(plain(i.title), plain(part.title)), i.number)
            for i in own
            if int(i.number) == after + 1
        ),
        default=(0.0, ""),
    )
    return loose[1] if after and loose[0] >= 30 else None


def contacts(paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """The contact officers named in label lines ("Contact officer: A / B", "Email: …")."""
    fields: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        for line in paragraph.text.split("\n"):
            for match in _FIELD.finditer(line) if ":" in line else ():
                if not match["value"].strip():
                    continue
                name = _field(match["name"])
                if name == "person" and "person" in fields:
                    yield from _people(fields)
                    fields = {}
                fields.setdefault(name, re.split(r"\s+/\s+|\s*;\s*", match["value"].strip()))
    if "person" in fields:
        yield from _people(fields)


def _field(name: str) -> str:
    fields = table("contacts")["fields"]
    written = name.lower().rstrip(".")
    return next(str(field) for field, forms in fields.items() if written in forms)


def _people(fields: dict[str, list[str]]) -> Iterator[Contact]:
    values = [_without_reach(value) for value in fields["person"]]
    written = [one for value in values for one in _people_in(value)]
    reach = {name: [*fields.get(name, []), *fields["person"]] for name in ("email", "phone")}
    for at, text in enumerate(written):
        found = names.person(text)
        if found is None:
            continue
        yield Contact(
            person=found.name,
            position=_share(fields.get("position"), at, len(written)) or found.rest or None,
            email=_matching(EMAIL, reach["email"], at),
            phone=_matching(PHONE, reach["phone"], at),
        )


def _people_in(value: str) -> list[str]:
    """The people that a value names; one whose office has an "and" is not parted there."""
    parts = _BETWEEN.split(value)
    return [value] if any(map(_IS_OFFICE.fullmatch, parts[1:])) else parts


_IS_OFFICE = re.compile(rf"(?:[\w’'-]+ ){{0,4}}{alternation('people', 'offices')}")
_BETWEEN = re.compile(r"\s+and\s+(?=[A-Z])|\s*,\s*(?=[A-Z][a-z]+ [A-Z][a-z]+$)")
_REACH = re.compile(r"[,\s]*\b(?:tel(?:ephone)?|phone|mobile|e-?mail)\b\.?:?\s*$", re.IGNORECASE)


def _without_reach(value: str) -> str:
    """A contact's words without telephone number and e-mail address."""
    for pattern in (EMAIL, PHONE):
        while match := pattern.search(value):
            value = f"{_REACH.sub('', value[: match.start()])} {value[match.end() :]}"
    return " ".join(value.split()).strip(" ,;")


def _share(values: list[str] | None, at: int, count: int) -> str | None:
    if not values:
        return None
    return (
        values[at].strip() if len(values) == count else " / ".join(values) if count == 1 else None
    )


def _matching(pattern: re.Pattern[str], values: list[str] | None, at: int) -> str | None:
    found = pattern.findall(" / ".join(values or []))
    return found[at].strip() if at < len(found) else None
