"""What a paragraph is read with: the lead-in of its list, the heads of its table."""

import re
from collections.abc import Iterable, Iterator

_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s")
_OPEN = (":", "–", "—", "-")
_LONGEST_LEAD = 400
_LONGEST_HEAD = 60
_TEXT, _POINT, _TABLE = "text", "list item", "table"


def surroundings(paragraphs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """For each paragraph of a document, given as form and text in order, its lead-in and
    the heads of its columns; "" where it has none.

    The points of a list are led in by the paragraph or point before them that ends openly, a
    paragraph numbered 4.1 by the one numbered 4, an answer by the question before it. The
    heads are the first row of a table, which may run over several paragraphs, where that
    row looks like heads.
    """
    around = _Around()
    for form, text in paragraphs:
        yield around.of(form, text)


class _Around:
    """What has been read of a document so far."""

    def __init__(self) -> None:
        self._lead = ""
        self._asked = ""
        self._numbered: dict[str, str] = {}
        self._head, self._columns = "", 0

    def of(self, form: str, text: str) -> tuple[str, str]:
        if form == _POINT:
            self._columns = 0
            lead = self._lead
            if _opens(text):
                self._lead = text
            return lead, ""
        self._lead, asked, self._asked = "", self._asked, ""
        if form == _TABLE:
            return "", self._heads(text)
        self._columns = 0
        return (self._numbered_under(text) or asked if form == _TEXT else ""), ""

    def _heads(self, text: str) -> str:
        row = text.partition("\n")[0]
        columns = row.count("\t") + 1
        if columns != self._columns:
            self._columns, self._head = columns, row if _are_heads(row) else ""
        return self._head

    def _numbered_under(self, text: str) -> str:
        """The paragraph whose number this one's continues; what it leads in is remembered."""
        short = len(text) < _LONGEST_LEAD
        if _opens(text):
            self._lead = text
        if short and text.rstrip().endswith("?"):
            self._asked = text
        match = _NUMBER.match(text)
        if match is None:
            return ""
        self._numbered[match[1]] = text if short else ""
        return self._numbered.get(match[1].rpartition(".")[0], "")


def _opens(text: str) -> bool:
    """Whether a paragraph leads in what comes after it."""
    return len(text) < _LONGEST_LEAD and text.rstrip().endswith(_OPEN)


def _are_heads(row: str) -> bool:
    """Whether a row names columns: two or more short cells, none of which opens with a digit."""
    cells = [cell.strip() for cell in row.split("\t") if cell.strip()]
    return len(cells) > 1 and all(
        len(cell) <= _LONGEST_HEAD and not cell[0].isdigit() for cell in cells
    )


def under_heads(head: str, text: str) -> list[str]:
    """The rows of a table but for its heads, each cell after the head of its column."""
    names = [name.strip() for name in head.split("\t")]
    return [_under(names, row) for row in text.split("\n") if row != head]


def _under(names: list[str], row: str) -> str:
    cells = [cell.strip() for cell in row.split("\t")]
    if len(cells) != len(names):
        return row.strip()
    pairs = zip(names, cells, strict=True)
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
