"""Motions in a table, each beside who moved it, how it was voted and what became of it, planning
applications beside what the body says of them, and elections, each office beside who was proposed
for it by whom.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.decisions.statements import Statement
from kg.extraction.decisions.verdicts import verb_of, verdict_of
from kg.model import Cell, Kind, Paragraph
from kg.structure.labels import plain
from kg.structure.sections import Piece
from kg.tables.load import alternation, matches, table

_ELECTION = {"office", "elected", "moved"}
_OWN = re.compile(
    rf"^(?:the )?(?:{alternation('organs', 'nouns')}|council)[’']s (?=decision|resolution)",
    re.IGNORECASE,
)
"""The body whose decision a column gives: "Board's Decision"."""
_BESIDE = ("moved", "seconded", "for", "against", "abstentions")


def voted(paragraphs: Sequence[Paragraph]) -> Iterator[Statement]:
    """One statement for each row of a table of motions or planning applications that says what
    became of it.

    A long table is several paragraphs, of which the first has its head.
    """
    columns: dict[str, int] = {}
    last: int | None = None
    for paragraph in paragraphs:
        rows = paragraph.rows() if paragraph.kind is Kind.TABLE else []
        if rows and paragraph.table != last:
            last, columns = paragraph.table, _columns(paragraph, rows.pop(0))
        if "moved" in columns and "status" in columns:
            columns.setdefault("result", columns["status"])
        for row in rows:
            yield from _told(paragraph, row, columns)


def _told(
    paragraph: Paragraph, row: Sequence[Cell], columns: Mapping[str, int]
) -> Iterator[Statement]:
    """What one row of a table says that was decided, if anything."""
    if _is_answered(paragraph, row, columns.get("answer")):
        yield Statement(tuple(Piece(paragraph, cell.start, cell.end) for cell in row))
    elif "motion" in columns and "result" in columns:
        yield from _row(paragraph, {cell.column: cell for cell in row}, columns)
    elif columns.keys() >= _ELECTION and len(row) > 1:
        yield _office(paragraph, row, columns)


def _columns(paragraph: Paragraph, head: Sequence[Cell]) -> dict[str, int]:
    """Where the head of a table of motions puts what."""
    names = table("verbs")["ballots"]
    words = {cell.column: _OWN.sub("", plain(paragraph.cell_text(cell))) for cell in head}
    return {name: at for at, word in words.items() for name in names if word in names[name]}


def _row(
    paragraph: Paragraph, cells: Mapping[int, Cell], columns: Mapping[str, int]
) -> Iterator[Statement]:
    said = {name: cells[at] for name, at in columns.items() if at in cells}
    told = {name: paragraph.cell_text(cell).strip() for name, cell in said.items()}
    fate = told.get("result", "")
    verdict = verdict_of(fate)
    verb = verdict[0] if verdict else verb_of(fate)
    if verb is not None and told.get("motion"):
        cells_of = (said["motion"], said["result"])
        pieces = (Piece(paragraph, cell.start, cell.end) for cell in cells_of)
        after = "\n".join(f"{name}: {words}" for name, words in told.items() if name in _BESIDE)
        yield Statement(tuple(pieces), after=after, verdict=verb)


def _office(paragraph: Paragraph, row: Sequence[Cell], columns: Mapping[str, int]) -> Statement:
    """Who was elected to an office, with who proposed and seconded it."""
    names = {at: name for name, at in columns.items()}
    told = [(names[cell.column], cell) for cell in row if cell.column in names]
    pieces = [Piece(paragraph, cell.start, cell.end) for name, cell in told if name not in _BESIDE]
    after = [f"{name}: {paragraph.cell_text(cell)}" for name, cell in told if name in _BESIDE]
    return Statement(tuple(pieces), after="\n".join(after), verdict="elected")


def _is_answered(paragraph: Paragraph, row: Sequence[Cell], at: int | None) -> bool:
    """Whether a row gives a planning application, by its reference, and at a column what the body
    says of it.
    """
    told = {cell.column: paragraph.cell_text(cell) for cell in row}
    answered = at is not None and matches(told.pop(at, ""), "verbs", "decided", "of_application")
    return answered and any(
        matches(text, "sections", "items", "applications") for text in told.values()
    )
