"""Whether a paper says who came to a meeting, as minutes do."""

import re
from collections.abc import Sequence

from kg.model import Kind
from kg.reading.blocks import Block, Row
from kg.reading.headings.headings import is_people_label
from kg.tables.load import either

_HEAD = 25
_AWAY = re.compile(r"\W*(?:apolog|regret|apols)", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.’'-]* (?:[A-Z]\.? )?[A-Z][\w’'-]+\s*(?:$|[,;(\n–-])")


def says_who_came(blocks: Sequence[Block]) -> bool:
    """Whether the first lines of a paper say who came, as minutes do."""
    shown = [block for block in blocks if block.kind is not Kind.FURNITURE][:_HEAD]
    lines = (
        line
        for block in shown
        for text in (block.text, *(cell for row in block.rows for cell in row.cells))
        for line in text.split("\n")
    )
    came, opened = either("sections", "openings", "came"), either("sections", "openings", "opened")
    told = any(came.match(line) or opened.search(line) for line in lines)
    return told or any(_names_beside(row) for block in shown for row in block.rows)


def _names_beside(row: Row) -> bool:
    """Whether a row of a table names people beside a label of those who sit or came."""
    label, *beside = (row.cells[column] for column in row.filled)
    sits = is_people_label(label.strip(" :")) and _AWAY.match(label) is None
    return sits and any(_NAME.match(cell) for cell in beside)
