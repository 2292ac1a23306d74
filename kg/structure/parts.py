"""The parts of a document: one pack may hold an agenda, minutes, reports, appendices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice, zip_longest

from kg.counting import follows, path_of
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import Says, field
from kg.reading.headings.customary import is_customary
from kg.structure.labels import label, plain
from kg.structure.openings import (
    mostly_tells,
    names_those_present,
    reads_as_agenda,
    reads_as_minutes,
    says_who_came,
    tells_of_those_named,
    tells_under_notes,
    tells_votes,
    tells_who_came,
)
from kg.structure.people_labels import people_label
from kg.structure.report_heads import (
    asks,
    behind_item,
    heading_like,
    heads_report,
    one_line,
    opens_report,
    report_title,
    states_purpose,
)
from kg.structure.sections import is_deeper
from kg.structure.sittings import announced, sittings
from kg.structure.tables_below import has_days, has_roll, has_table
from kg.structure.title_lines import (
    FIRST,
    LOOK_AHEAD,
    is_first_business,
    lists_members,
    names_taker,
    stands_over_count,
    states_its_meeting,
)
from kg.tables.load import matches

_TITLE_LINES = 4
_TIMED = re.compile(r"\d{1,2}[.:]\d{2}(?:\s*[ap]\.?m\b)?\.?\s+\S", re.IGNORECASE)
"""How a line of an agenda begins that says at what hour an item is taken."""
_MEETING_READER = "moderngov"


class PartKind(StrEnum):
    """What a part of a document is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    MEMBERSHIP = "membership"
    GRID = "attendance grid"
    REPORT = "report"
    APPENDIX = "appendix"
    UPDATE = "update"
    ACTION_LOG = "action log"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """The paragraphs ``first`` to ``last`` (half-open ordinals) that are one thing.

    ``report`` is the index, among the parts, of the report an appendix belongs to.
    """

    kind: PartKind
    title: str
    first: int
    last: int
    report: int | None = None


def parts(document: Document) -> tuple[Part, ...]:
    """The parts of a document in order; together they cover every paragraph."""
    paragraphs = document.paragraphs
    if not paragraphs:
        return ()
    if document.reader.startswith(_MEETING_READER):
        return (_meeting(document),)
    starts = _merge([*_without_accounts(list(_starts(paragraphs)), paragraphs)], paragraphs)
    if _tells_of_its_agenda(starts, document):
        starts = [Part(PartKind.MINUTES, document.title, 0, 0)]
    starts = _called(announced(paragraphs), _sat(sittings(paragraphs), starts))
    if not starts or starts[0].first > 0:
        starts = _opened(_opening(document, starts), starts, paragraphs)
    ends = [start.first for start in starts[1:]] + [len(paragraphs)]
    spans = [replace(start, last=end) for start, end in zip(starts, ends, strict=True)]
    return tuple(_with_reports(spans))


def _sat(opened: Sequence[Paragraph], starts: list[Part]) -> list[Part]:
    """The starts of a paper; those of its minutes by the lines that open each of its meetings.

    So only where no title says where more of them begin, and the paper holds no reports.
    """
    titled = sum(start.kind is PartKind.MINUTES for start in starts)
    if titled >= len(opened) or any(start.kind is PartKind.REPORT for start in starts):
        return starts
    return _each(PartKind.MINUTES, opened)


def _called(opened: Sequence[Paragraph], starts: list[Part]) -> list[Part]:
    """The starts of a paper; of one that has only agendas, by the lines that open each."""
    if not opened or any(start.kind is not PartKind.AGENDA for start in starts):
        return starts
    return _each(PartKind.AGENDA, opened)


def _each(kind: PartKind, opened: Sequence[Paragraph]) -> list[Part]:
    """A start of a kind for each line that opens a meeting; the first holds what is above it."""
    return [
        Part(kind, one_line(p.text), p.ordinal if at else 0, p.ordinal)
        for at, p in enumerate(opened)
    ]


def _tells_of_its_agenda(starts: Sequence[Part], document: Document) -> bool:
    """Whether a paper that gives its agenda says who came and goes on to tell what was done.

    It says who came before the agenda or in a list below it, calls itself minutes, tells
    what became of motions, what was done in nearly all it says, or of its items under "Notes".
    """
    if [start.kind for start in starts] != [PartKind.AGENDA]:
        return False
    minuted = _kind_of_front_matter(document) is PartKind.MINUTES
    if minuted or mostly_tells(document) or tells_votes(document):
        return True
    below = document.paragraphs[starts[0].first :]
    if tells_under_notes([p for p in below if not is_first_business(p, document.paragraphs)]):
        return True
    listed = any(says_who_came(p) for p in below if p.kind is Kind.HEADING)
    listed = listed or any(map(names_those_present, below[:LOOK_AHEAD]))
    listed = listed or tells_of_those_named(below)
    came = listed or tells_who_came(document.paragraphs[: starts[0].first])
    return came and reads_as_minutes(document)


def _meeting(document: Document) -> Part:
    """A meeting as ModernGov's service gives it: one part, its minutes where they are held."""
    said = any(
        (found := label(p)) is not None and found.name == "decision" for p in document.paragraphs
    )
    minuted = said or any(
        p.kind is Kind.HEADING and p.text == "Minutes" for p in document.paragraphs
    )
    kind = PartKind.MINUTES if minuted else PartKind.AGENDA
    return Part(kind, document.title, 0, len(document.paragraphs))


def _starts(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    for paragraph in paragraphs:
        if paragraph.kind is Kind.FURNITURE:
            continue
        kind = _title_kind(paragraph, paragraphs)
        if kind is not None:
            yield Part(kind, one_line(paragraph.text), paragraph.ordinal, paragraph.ordinal)
        elif opens_report(paragraph, paragraphs):
            title = report_title(paragraph, paragraphs)
            yield Part(PartKind.REPORT, one_line(title.text), title.ordinal, title.ordinal)


def _without_accounts(starts: Sequence[Part], paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """The starts without a first report that says who came: its purpose is that of a meeting."""
    for start, after in zip_longest(starts, starts[1:]):
        last = after.first if after else len(paragraphs)
        first = start.kind is PartKind.REPORT and start.first <= FIRST
        if not (first and any(map(names_those_present, paragraphs[start.first : last]))):
            yield start


def _title_kind(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> PartKind | None:
    text = behind_item(paragraph.text)
    numbered = paragraph.number is not None and text == paragraph.text
    if (
        numbered
        or _TIMED.match(text)
        or not (heading_like(paragraph) or states_its_meeting(paragraph))
    ):
        return None
    if (
        paragraph.ordinal
        and is_customary(paragraph.text)
        and is_customary(paragraphs[paragraph.ordinal - 1].text)
    ):
        return None
    lines = text.split("\n")[: _TITLE_LINES if paragraph.ordinal < FIRST else 1]
    after = paragraphs[paragraph.ordinal + 1 : paragraph.ordinal + 1 + LOOK_AHEAD]
    if is_first_business(paragraph, paragraphs):
        return None
    first = all(p.kind is Kind.FURNITURE for p in islice(paragraphs, paragraph.ordinal))
    titled = first or stands_over_count(paragraph, after)
    for text in map(one_line, lines):
        for name, kind, holds in _TITLES:
            if not matches(text, "sections", "starts", name) or _names_people(text, kind):
                continue
            alone = kind is PartKind.MINUTES and titled
            if (alone or holds(after)) and (first or name != "decisions"):
                return kind
    return None


def _names_people(line: str, kind: PartKind) -> bool:
    """Whether a line says who takes the minutes, or lists those who are members."""
    if kind is PartKind.MEMBERSHIP:
        return lists_members(line)
    return kind is PartKind.MINUTES and names_taker(line)


def _has_people_or_items(after: Sequence[Paragraph]) -> bool:
    ahead = after[:LOOK_AHEAD]
    return any(people_label(_first_cell(p)) or label(p) for p in ahead) or tells_who_came(ahead)


def _has_text(after: Sequence[Paragraph]) -> bool:
    return bool(after)


_TITLES = (
    ("membership", PartKind.MEMBERSHIP, has_roll),
    ("grid", PartKind.GRID, has_table),
    ("grid_of_days", PartKind.GRID, has_days),
    ("action_log", PartKind.ACTION_LOG, has_table),
    ("appendix", PartKind.APPENDIX, _has_text),
    ("minutes", PartKind.MINUTES, _has_people_or_items),
    ("decisions", PartKind.MINUTES, _has_people_or_items),
    ("agenda", PartKind.AGENDA, _has_text),
    ("update", PartKind.UPDATE, _has_text),
)


def _merge(starts: list[Part], paragraphs: Sequence[Paragraph]) -> list[Part]:
    """One start for what is announced twice: a cover and its title, a report's two labels.

    In a paper that opens as minutes, a chair's report is an item of them.
    """
    merged: list[Part] = []
    for start in starts:
        told = start.kind is PartKind.UPDATE and [one.kind for one in merged] == [PartKind.MINUTES]
        if merged and (told or _continues(merged[-1], start, paragraphs)):
            continue
        merged.append(start)
    return merged


def _continues(last: Part, start: Part, paragraphs: Sequence[Paragraph]) -> bool:
    if start.first == last.first:
        return True
    if behind_item(start.title) != start.title:
        return False
    near = start.first - last.first
    if start.kind is PartKind.APPENDIX and last.kind is PartKind.MINUTES:
        return _lists_people(paragraphs[start.first : start.first + 4])
    if start.kind is last.kind is PartKind.REPORT:
        again = states_purpose(paragraphs[start.first : start.first + 4])
        return near <= 12 and not (again and asks(paragraphs[last.first : start.first]))
    if start.kind is last.kind is PartKind.MINUTES:
        return near <= 12 or not tells_who_came(paragraphs[start.first + 1 : start.first + 9])
    if start.kind is PartKind.MEMBERSHIP and last.kind is PartKind.MINUTES:
        return near <= FIRST
    if start.kind is PartKind.AGENDA and last.kind is PartKind.MINUTES:
        listed = [p.kind is Kind.LIST_ITEM for p in paragraphs[start.first + 1 : start.first + 2]]
        deeper = is_deeper(paragraphs[start.first], paragraphs[last.first])
        within = near <= LOOK_AHEAD or _counts_on(start.first, paragraphs)
        return within or (deeper and not any(listed))
    if start.kind is PartKind.MINUTES and last.kind is PartKind.REPORT:
        return near <= 3
    if start.kind is PartKind.REPORT and last.kind is PartKind.APPENDIX:
        return near <= 3 and not states_purpose(paragraphs[start.first : start.first + 4])
    return start.kind is last.kind and start.kind in (
        PartKind.AGENDA,
        PartKind.MEMBERSHIP,
        PartKind.GRID,
    )


def _counts_on(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the numbers below a line run on from those above it, so that it opens nothing.

    Those of parts do too: "8.4" behind "8.3".
    """
    above = [path for p in paragraphs[:at] if p.number and (path := path_of(p.number))]
    below = path_of(next((p.number for p in paragraphs[at:] if p.number), ""))
    return bool(above) and below is not None and follows(below, above[-1])


def _lists_people(paragraphs: Sequence[Paragraph]) -> bool:
    words = " ".join(p.text.split("\n")[0] for p in paragraphs).lower()
    return "attendance" in words or "present" in words


_SAYING_KIND = (Says.TITLE, Says.KIND)
_KINDS_OF_TITLES = (("minutes", PartKind.MINUTES), ("agenda", PartKind.AGENDA))

# How many paragraphs a cover or a letterhead may take before the first start.
_COVER = {
    PartKind.AGENDA: 12,
    PartKind.MINUTES: 5,
    PartKind.ACTION_LOG: 12,
    PartKind.REPORT: 6,
}
_FRONT = 14
"""How many the head of a report may take."""


def _opened(opening: Part, starts: Sequence[Part], paragraphs: Sequence[Paragraph]) -> list[Part]:
    """The starts with what stands before them, without the items of minutes among them."""
    if opening.kind is not PartKind.MINUTES:
        return [opening, *starts]
    starts = [start for start in starts if start.kind is not PartKind.UPDATE]
    kinds = [start.kind for start in starts]
    own = kinds[:1] == [opening.kind] or kinds == [PartKind.AGENDA]
    goes_on = own and _continues(opening, starts[0], paragraphs)
    return [opening, *starts[1 if goes_on else 0 :]]


def _opening(document: Document, starts: list[Part]) -> Part:
    """What stands before the first start: a cover, or a paper that says nothing of itself."""
    if starts and starts[0].first <= _cover(starts[0], document):
        kept = starts.pop(0)
        return replace(kept, first=0)
    if starts and starts[0].kind is PartKind.MEMBERSHIP:
        return Part(PartKind.AGENDA, document.title, 0, 0)
    return Part(_kind_by_reading(document), document.title, 0, 0)


def _cover(start: Part, document: Document) -> int:
    fronted = start.kind is PartKind.REPORT and heads_report(document.paragraphs[: start.first])
    return _FRONT if fronted else _COVER.get(start.kind, 0)


def _kind_by_reading(document: Document) -> PartKind:
    written = _kind_of_front_matter(document)
    if written is not None:
        return written
    if reads_as_minutes(document):
        return PartKind.MINUTES
    if matches(plain(document.title), "sections", "lists", "own"):
        return PartKind.ACTION_LOG
    if reads_as_agenda(document):
        return PartKind.AGENDA
    return PartKind.REPORT if heads_report(document.paragraphs[:LOOK_AHEAD]) else PartKind.OTHER


def _kind_of_front_matter(document: Document) -> PartKind | None:
    """The kind of paper that the lines above a text say: "title: Minutes (May)"."""
    for paragraph in document.paragraphs[:FIRST]:
        said = field(paragraph.text) if paragraph.kind is Kind.FURNITURE else None
        for name, kind in _KINDS_OF_TITLES if said and said.says in _SAYING_KIND else ():
            if said and matches(said.value, "sections", "starts", name):
                return kind
    return None


def _first_cell(paragraph: Paragraph) -> str:
    return paragraph.text.split("\n")[0].split("\t")[0]


def _with_reports(spans: list[Part]) -> Iterator[Part]:
    report: int | None = None
    for index, part in enumerate(spans):
        if part.kind in (PartKind.REPORT, PartKind.UPDATE):
            report = index
        elif part.kind is not PartKind.APPENDIX and part.kind is not PartKind.ACTION_LOG:
            report = None
        yield replace(part, report=report) if part.kind is not PartKind.REPORT else part
