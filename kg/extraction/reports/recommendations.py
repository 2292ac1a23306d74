"""Recommendations: what a report asks its board, and what others recommended, with the response."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from kg.extraction.columns import Entry, Row, Table, columns, entries, tables
from kg.extraction.context import Context, evidence
from kg.extraction.decisions.labelled import is_lead
from kg.extraction.reports.reports import ReportPart
from kg.facts import Evidence, Recommendation
from kg.model import Kind, Paragraph
from kg.structure.labels import plain
from kg.structure.sections import NUMBER, Piece, Section, sections, sentences
from kg.tables.load import matches, patterns

RULE = "recommendations/5"

_SAME = 97
_WORDS = frozenset({"A", "a"})
_WRITTEN = re.compile(
    r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|R\d{1,2}|[A-Z](?=[.):]))[.):]*\s+(?=\S)"
)
"""The number of a recommendation that its paragraph is not known by: "2.1 agrees", "R1 That"."""
_ANSWERS = ("response", "update", "action")
_COUNTED = re.compile(r"recommendations?\s+(?:no\.?\s*)?(?P<number>\d{1,3})\W*$", re.IGNORECASE)


def recommendations(context: Context, reports: Sequence[ReportPart]) -> tuple[Recommendation, ...]:
    """The recommendations that each report makes to its board or carries from others."""
    found: list[Recommendation] = []
    for report in reports:
        stated = sections(context.paragraphs(context.parts[report.part]))
        headed = [r for s in stated if s.name == "recommendation" for r in _of_section(s, report)]
        found.extend(headed or _asked(stated, report))
        for index in report.parts:
            for table in tables(context.paragraphs(context.parts[index])):
                found.extend(_of_table(table, report))
    return tuple(_restated(found))


def _restated(found: Sequence[Recommendation]) -> Iterator[Recommendation]:
    """What others recommended, in the same words wherever the paper says it again."""
    first: dict[str, str] = {}
    for one in found:
        if one.kind != "external":
            yield one
            continue
        words = default_process(one.text)
        again = process.extractOne(words, first.keys(), scorer=fuzz.ratio, score_cutoff=_SAME)
        yield replace(one, text=first.setdefault(again[0] if again else words, one.text))


def _asked(stated: Sequence[Section], report: ReportPart) -> Iterator[Recommendation]:
    """What a report without a list of recommendations asks in a sentence, or in a list after it."""
    found: list[tuple[str, Piece]] = []
    lead, shape = "", ""
    for piece in (p for s in stated for p in s.pieces if p.paragraph.kind is not Kind.TABLE):
        if lead and shape in ("", _shape(piece.paragraph)) and _shape(piece.paragraph):
            shape = _shape(piece.paragraph)
            found.append((lead, piece))
            continue
        lead, shape = "", ""
        for sentence in sentences(piece):
            if not matches(sentence.text, "verbs", "leads", "sentences"):
                continue
            if is_lead(sentence):
                lead = sentence.text
            else:
                found.append(("", sentence))
    for position, (said, piece) in enumerate(found, start=1):
        yield _board(piece, said, position, report)


def _shape(paragraph: Paragraph) -> str:
    """How an entry of a list begins: "a", "1", "1.1" or "•"; "" for a paragraph of none."""
    if paragraph.number is None:
        return "•" if paragraph.kind is Kind.LIST_ITEM else ""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", paragraph.number.lower()))


def _of_section(section: Section, report: ReportPart) -> Iterator[Recommendation]:
    pieces = [p for p in section.pieces if p.text.strip() and p.paragraph.kind is not Kind.TABLE]
    lead = pieces[0].text if len(pieces) > 1 and _leads(*pieces[:2]) else ""
    stated = pieces[1:] if lead else pieces
    kept = [piece for at, piece in enumerate(stated) if at == 0 or _asks(piece, lead, stated[0])]
    for position, piece in enumerate(kept, start=1):
        counted = _COUNTED.search(piece.paragraph.text[: piece.start])
        yield _board(piece, lead, int(counted["number"]) if counted else position, report)


def _leads(first: Piece, below: Piece) -> bool:
    """Whether a paragraph leads in to the points below: by its sign, or as it breaks off."""
    listed = below.paragraph.kind is Kind.LIST_ITEM or below.paragraph.number in ("1", "a", "i")
    breaks_off = first.paragraph.number is None and first.text.rstrip()[-1:].isalpha()
    return is_lead(first) or (listed and breaks_off)


def _asks(piece: Piece, lead: str, first: Piece) -> bool:
    """Whether a further paragraph of the section asks too, rather than explains; behind a sentence
    without a number may follow those that count through the report.
    """
    counted = piece.paragraph.number is not None and first.paragraph.number is None
    if counted and not lead and first.text.endswith("."):
        return matches(piece.text, "verbs", "leads", "asks")
    listed = piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None
    if listed or _WRITTEN.match(piece.text):
        return True
    asks = matches(piece.text, "verbs", "leads", "asks")
    numbered = first.paragraph.number is not None or _WRITTEN.match(first.text) is not None
    return asks or bool(lead and not numbered)


def _board(piece: Piece, lead: str, position: int, report: ReportPart) -> Recommendation:
    of = report.report
    written = _WRITTEN.match(piece.text)
    piece = piece.part(written.end()) if written else piece
    number = written["number"] if written else piece.paragraph.number
    return Recommendation(
        text=" ".join(piece.text.split()),
        kind="board",
        number=number or str(position),
        report=of.title,
        meeting=of.meeting,
        item=of.item,
        addressed_to=_addressed(lead) or _addressed(piece.text),
        evidence=(evidence(piece),),
        rule=RULE,
    )


def _addressed(text: str) -> str | None:
    for pattern in patterns("verbs", "leads", "addressed"):
        if match := pattern.search(" ".join(text.split())):
            return match["who"].strip()
    return None


def _of_table(table: Table, report: ReportPart) -> Iterator[Recommendation]:
    """A table of recommendations and responses; a row with one cell heads those under it."""
    heads = _heads(table.head)
    answers = [heads[name] for name in _ANSWERS if name in heads]
    if "recommendation" not in heads or not answers:
        return
    column, answer = heads["recommendation"], answers[0]
    numbers = heads.get("number")
    own = [numbers] if numbers is not None else [answer]
    for entry in entries(table.below, column, own):
        if len(entry.rows[0].filled) > 1 and entry.text(column):
            yield _external(entry, column, answer, numbers, report)


def _heads(row: Row) -> dict[str, int]:
    """The columns of a head row; "Reviewer’s recommendation" heads recommendations too, and
    "Response of Cabinet" responses.
    """
    heads = columns(row, "verbs")
    for cell in row.filled:
        words = plain(row.words(cell)).split(" ")
        for word in (words[-1].removesuffix("s"), words[0].removesuffix("s")):
            if word in ("recommendation", "response"):
                heads.setdefault(word, cell.column)
    return heads


def _external(
    entry: Entry, column: int, answer: int, numbers: int | None, report: ReportPart
) -> Recommendation:
    text, response = entry.text(column), entry.text(answer)
    written, answered = _numbered(text), _numbered(response)
    response = response[answered.end() if answered else 0 :]
    of = report.report
    return Recommendation(
        text=" ".join(text[written.end() if written else 0 :].split()),
        kind="external",
        number=entry.text(numbers) or (written["number"].strip("().") if written else None),
        report=of.title,
        meeting=of.meeting,
        item=of.item,
        response=re.sub(r"\s*•\s*", " ", response) if response else None,
        evidence=tuple(_quotes(entry, column, written.end() if written else 0)),
        rule=RULE,
    )


def _numbered(text: str) -> re.Match[str] | None:
    """The number that a cell opens with; "A" alone is a word ("A review was begun")."""
    written = NUMBER.match(text)
    return None if written is None or written[0].strip() in _WORDS else written


def _quotes(entry: Entry, column: int, skipped: int) -> Iterator[Evidence]:
    """Where a recommendation stands; the number before its first words is left out."""
    for at, row in enumerate(entry.rows):
        cell = row.cell(column)
        if cell is not None and row.text(column):
            start = cell.start + (0 if at else skipped)
            yield evidence(Piece(row.paragraph, start, cell.end))
