"""Fields above a text and beside it: "Date: 12 May 2019" says the day of a paper.

The labels are those of ``kg/tables/fields.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from kg.model import Paragraph
from kg.tables.load import table

_FIELD = re.compile(
    r"(?P<label>[^\W\d_][^:=\n–—]{0,39}?)(?:\s*(?P<mark>[:=])|\s+(?P<dash>[–—-])\s)\s*(?P<value>.*)",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W_]+")
_QUOTES = "\"'"
LABELLED = re.compile(r"^(?P<label>[A-Z][\w ]{1,20}):", re.MULTILINE)
"""How a line begins that is a field by its form, whatever its label says."""


class Says(StrEnum):
    """What a field says of its paper."""

    TITLE = "title"
    ABOUT = "about"
    KIND = "kind"
    DAY = "day"
    POSTED = "posted"
    MEETING_DAY = "meeting_day"
    TIME = "time"
    PLACE = "place"
    MEETING = "meeting"
    MEETING_NAME = "meeting_name"
    BODY = "body"
    BODY_NAME = "body_name"
    GROUP = "group"
    ADDRESSEE = "addressee"
    AUTHOR = "author"
    SUBJECT = "subject"
    REPORT = "report"
    ITEM = "item"
    NEXT_MEETING = "next_meeting"


NAMES = frozenset({Says.MEETING_NAME, Says.BODY_NAME})
"""Fields that say what a meeting or its body is called, and say that this is a name."""
DAYS = frozenset({Says.DAY, Says.MEETING_DAY})
"""Fields that give a day on which a meeting may be."""
NO_TITLES = frozenset(Says) - NAMES - {Says.BODY, Says.GROUP, Says.NEXT_MEETING, Says.ITEM}
"""Fields whose line is no title; an item, and when the next meeting is, can be one of minutes."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label as it is written, what it says, and the words behind it without quotes."""

    label: str
    says: Says
    value: str


@lru_cache(maxsize=8192)
def field(text: str) -> Field | None:
    """The field that a text is; a dash parts only a name from its label ("Group name – X")."""
    written = _FIELD.match(text)
    said = says(written["label"]) if written else None
    if written is None or said is None or (written["dash"] and said not in NAMES):
        return None
    return Field(written["label"], said, written["value"].strip(_QUOTES))


def says(label: str) -> Says | None:
    """What a label says, such as the first cell of a row."""
    return _labels().get(_squeezed(label))


def says_in_rows(paragraph: Paragraph) -> Iterator[tuple[Says, str]]:
    """What the labels in the first cells of a table say, each with the words of the cell beside."""
    for label, *beside in paragraph.rows():
        said = says(paragraph.cell_text(label))
        if beside and said is not None:
            yield said, paragraph.cell_text(beside[0])


def titled(text: str) -> str:
    """The title that a field gives, or the text itself where it is none; without quotes."""
    said = field(text)
    return said.value if said and said.says is Says.TITLE else text.strip(_QUOTES)


@cache
def _labels() -> dict[str, Says]:
    said = table("fields")["says"]
    return {_squeezed(label): Says(name) for name, labels in said.items() for label in labels}


def _squeezed(label: str) -> str:
    """The letters and digits of a label in lower case, without "the"."""
    return "".join(word for word in _WORD.findall(label.lower()) if word != "the")
