"""The tables that stand right below a line, by which it is known what the line is the title of."""

import re
from collections.abc import Sequence

from kg.model import Kind, Paragraph

_NAMING = 2
_NEAR = 4
_DAYS = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")


def has_table(after: Sequence[Paragraph]) -> bool:
    """Whether a table stands right below a line."""
    return bool(_near_tables(after))


def has_days(after: Sequence[Paragraph]) -> bool:
    """Whether the head row of a table right below a line names several days."""
    return any(len(_DAYS.findall(p.text.split("\n")[0])) > 1 for p in _near_tables(after))


def has_roll(after: Sequence[Paragraph]) -> bool:
    """Whether a table follows of which the rows open with words, as with names, not figures."""
    rows = [(p, row) for p in _near_tables(after) for row in p.rows() if not row[0].header]
    leads = ("".join(list(filter(None, map(p.cell_text, row)))[:_NAMING]) for p, row in rows)
    worded = sum(any(map(str.isalpha, lead)) for lead in leads)
    return has_table(after) and 2 * worded >= len(rows)


def _near_tables(after: Sequence[Paragraph]) -> list[Paragraph]:
    shown = [p for p in after if p.kind is not Kind.FURNITURE][:_NEAR]
    return [p for p in shown if p.kind is Kind.TABLE]
