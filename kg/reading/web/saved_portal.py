"""A meeting's page of a portal for councils, saved as plain text or with its table in Markdown.

Below the line "No. Item" such a page has labels that are no part of the paper: what links are,
and over what was minuted of an item, "Minutes:". What was decided may stand in a summary over
the minutes, "Decision:", which keeps its label where it opens with a decision.
"""

import re
from collections.abc import Iterator

_FILE = r"\b(?:pdf icon\s+)?PDF\s+[\d.,]+\s*[KM]B\b"
ICON = re.compile(rf"(?<!\s)\s*+{_FILE}", re.IGNORECASE)
"""What stands for the link to a file behind the title of an item."""
_COLUMNS = re.compile(r"^[ \t]*No\.?\s+Item[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"^\|?[ \t]*No\.?[ \t]*\|[ \t]*Item[ \t]*\|[ \t|]*\n[ \t|:-]+$", re.MULTILINE)
_LINKS = r"Additional documents|Supporting documents"
_LABELS = re.compile(
    rf"^[ \t]*+(?:(?:Minutes|{_LINKS}):|Lead:[^\n]{{1,80}}|[•·*-]?[ \t]*Share this item"
    r"|Decision:(?!\s*(?:that\b|to\b|resolved|agreed|approved|noted|\(?[\da-z]{1,3}[.)]))"
    r"(?=(?:(?!^[ \t]*Decision:)[\s\S])*?^[ \t]*Minutes:))[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_NUMBER = re.compile(r"^[ \t]*\d{1,4}(?:[./]\d{1,4})?\.?[ \t]*$", re.MULTILINE)
_OVER_TITLE = re.compile(r"^[ \t]*(\d{1,4}[./]\d{1,4})\.?[ \t]*\n\s*(?=[A-Z])", re.MULTILINE)
_CELLS = re.compile(r"(?<![ \t|])[ \t]*+\|[ \t|]*+(?:\n|$)")
_IN_CELL = re.compile(rf"\b(?P<label>{_LINKS}|Decision|Minutes):\s*")
_LEAD = re.compile(rf"\b(?P<lead>Lead:\s++[^:|\n]{{2,80}}?)(?=\s*(?:{_LINKS}|Decision|Minutes):)")
"""Who presents an item, before the labels of its cell."""
_COUNTED = re.compile(
    r"(?<!\s)\s++(?=\d{1,3}\.\d{1,2}\s+[A-Z]|(?:Resolved|RESOLVED|AGREED)\s?[:–-])"
)
_OPENS = (
    r"(?-i:To|(?<!\bof )(?<!\bfrom )(?<!\bby )(?<!\band )(?<!\bto )(?<!\bfor )"
    r"(?:The|Members|Councillors|Any|An?|This|In)(?=\s+(?:[A-Z]\w+\s+){0,2}[a-z]))\s"
)
"""How words begin that say what an item is for, behind its title."""
_TITLE = re.compile(rf"(?P<title>.{{3,250}}?)(?:\s*{_FILE}|\s+(?={_OPENS})|\n|$)", re.IGNORECASE)
_FEWEST = 2


def without_labels(text: str) -> str:
    """The text of a saved page without its labels; any other text as it is."""
    columns = _COLUMNS.search(text)
    if columns is not None:
        items = _OVER_TITLE.sub(r"\1 ", text[columns.end() :])
        return f"{text[: columns.start()]}\n{_unlabelled(items)}"
    table = _TABLE.search(text)
    if table is None:
        return text
    rows = "\n\n".join(_rows(text[table.end() :]))
    return f"{text[: table.start()]}\n{_unlabelled(rows)}"


def is_portal_table(text: str) -> bool:
    """Whether a Markdown file is a saved page whose items stand in a table."""
    return _TABLE.search(text) is not None


def numbers_items(text: str) -> bool:
    """Whether a text is a saved page that has the number of each item over its title."""
    columns = _COLUMNS.search(text)
    return columns is not None and len(_NUMBER.findall(text, columns.end())) >= _FEWEST


def _unlabelled(text: str) -> str:
    return _LABELS.sub("", ICON.sub("", text))


def _rows(text: str) -> Iterator[str]:
    """The cells of the table, each with its title as a heading and its labels on their lines."""
    for cell in _CELLS.split(text):
        words = cell.strip(" \t\n|")
        first = _IN_CELL.search(words)
        if first is None:
            yield words
            continue
        title = _TITLE.match(words, 0, first.start() or len(words))
        end = title.end() if title else 0
        head = f"### {title['title'].strip()}" if title else ""
        body = _IN_CELL.sub(r"\n\n\g<label>:\n\n", _LEAD.sub(r"\n\n\g<lead>", words[end:]))
        yield head + "\n\n" + _COUNTED.sub("\n\n", body)
