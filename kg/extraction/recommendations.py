"""Recommendations: what a report asks its board, and what others recommended, with the response."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.columns import Row, Table, columns, tables
from kg.extraction.context import Context, evidence
from kg.extraction.decisions import is_lead
from kg.extraction.reports import ReportPart
from kg.facts import Evidence, Recommendation
from kg.model import Kind
from kg.structure.sections import NUMBER, Piece, Section, sections
from kg.tables.load import patterns

RULE = "recommendations/1"


def recommendations(context: Context, reports: Sequence[ReportPart]) -> tuple[Recommendation, ...]:
    """The recommendations that each report makes to its board or carries from others."""
    found: list[Recommendation] = []
    for report in reports:
        for section in sections(context.paragraphs(context.parts[report.part])):
            if section.name == "recommendation":
                found.extend(_of_section(section, report))
        for index in report.parts:
            for table in tables(context.paragraphs(context.parts[index])):
                found.extend(_of_table(table, report))
    return tuple(found)


def _of_section(section: Section, report: ReportPart) -> Iterator[Recommendation]:
    pieces = [p for p in section.pieces if p.text.strip() and p.paragraph.kind is not Kind.TABLE]
    lead = pieces[0].text if len(pieces) > 1 and is_lead(pieces[0]) else ""
    stated = pieces[1:] if lead else pieces
    kept = [piece for at, piece in enumerate(stated) if at == 0 or _asks(piece, lead, stated[0])]
    for position, piece in enumerate(kept, start=1):
        yield _board(piece, lead, position, report)


def _asks(piece: Piece, lead: str, first: Piece) -> bool:
    """Whether a further paragraph of the section asks too, rather than explains."""
    if piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None:
        return True
    return any(
        pattern.search(piece.text) for pattern in patterns("verbs", "leads", "asks")
    ) or bool(lead and first.paragraph.number is None)


def _board(piece: Piece, lead: str, position: int, report: ReportPart) -> Recommendation:
    of = report.report
    return Recommendation(
        text=" ".join(piece.text.split()),
        kind="board",
        number=piece.paragraph.number or str(position),
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
    heads = columns(table.rows[0], "verbs")
    if "recommendation" not in heads or not {"response", "update"} & set(heads):
        return
    column = heads["recommendation"]
    answer = heads["response"] if "response" in heads else heads["update"]
    for row in table.rows[1:]:
        if len(row.filled) > 1 and row.text(column):
            yield _external(row, column, answer, heads.get("number"), report)


def _external(
    row: Row, column: int, answer: int, numbers: int | None, report: ReportPart
) -> Recommendation:
    text = row.text(column)
    written = NUMBER.match(text)
    cell = row.cells[[c.column for c in row.cells].index(column)]
    start = cell.start + (written.end() if written else 0)
    response = NUMBER.sub("", row.text(answer), count=1) if row.text(answer) else None
    of = report.report
    return Recommendation(
        text=" ".join(row.paragraph.text[start : cell.end].split()),
        kind="external",
        number=row.text(numbers) or (written["number"].strip("().") if written else None),
        report=of.title,
        meeting=of.meeting,
        item=of.item,
        response=re.sub(r"\s*•\s*", " ", response) if response else None,
        evidence=(Evidence(row.paragraph.ordinal, start, cell.end),),
        rule=RULE,
    )
