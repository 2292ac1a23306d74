"""Titles that open a paragraph and are parted from its text by a sign: "Finance. The ..."."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from kg.model import Paragraph
from kg.numbering import begins_with_day
from kg.structure.items.matter_words import is_business, tells_of_absence
from kg.structure.names import bodies, title_days
from kg.tables.load import alternation

_NAMED = 40
_MOST_STOPPED = 8
_DASHES = ("–", "—", "-")
LEAD = re.compile(
    r"(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s+(?:[–—-]\s+)?)?"
    r"(?=(?:\S+\s+){0,11}?\S*[.:–—-])(?!(?:Agenda )?(?:Topic|Subject)\b)[A-Z0-9][^.:;\n–—]{2,70}?"
    r"(?:(?:\.?:-?|\.|\s[–—-])(?=\s|$)|(?<=[a-z])(?:[–—-](?=\s[A-Z])|(?:--|—)(?=[A-Z])))"
)
"""A title, perhaps behind an hour, up to the sign that ends it."""
RUN_IN = re.compile(
    r"(?=[A-Z]{6}|[A-Z’']+ [A-Z]{3}|[A-Z]{4,} [A-Z]{2} )[A-Z]{3}[A-Z’']*"
    r"(?:\s+(?:&|\d{4}|[A-Z’',/-]{2,})){0,7}(?=\s+(?:\(?[a-z]|\(?[A-Z][a-z]+[\s:]|A [a-z]))"
)
"""A title in capitals that runs on into its sentence, or stands right before one."""
_ADDRESS = re.compile(r"\s*(?:https?:|www\.)", re.IGNORECASE)
_INITIAL = re.compile(r"\s[A-Z]\.$")


def leads(text: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs that open with a title, or are one over another, and where it ends."""
    for paragraph, after in zip_longest(text, text[1:]):
        match = LEAD.match(paragraph.text)
        if match is None:
            continue
        colon = paragraph.text.endswith(":")
        over = after is not None and (colon or len(after.text) > len(paragraph.text) + _NAMED)
        more = paragraph.text[match.end() :]
        if _ADDRESS.match(more) or _INITIAL.search(match[0]) or _is_stopped_sentence(match[0]):
            continue
        if match[0].count("(") != match[0].count(")") or _titles_paper(match[0], more):
            continue
        if begins_with_day(paragraph.text):
            continue
        matter = is_business(match.group(), more) or tells_of_absence(paragraph, match.end())
        if matter and (over or more):
            yield paragraph, match.end()


def _titles_paper(title: str, more: str) -> bool:
    """Whether a line names a body and the day of its meeting: "Marle Senate: 3 May 2019"."""
    return title_days.is_day(more) and bodies.in_line(title.rstrip(" .:–—-")) is not None


def _is_stopped_sentence(title: str) -> bool:
    """Whether words up to a full stop are too many for a title, or have the verb of a sentence."""
    if not title.endswith("."):
        return False
    return len(title.split()) > _MOST_STOPPED or _verb().search(title) is not None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation('reading_headings', 'run_in', 'verbs')}\b")


def sign(paragraph: Paragraph) -> str:
    """The sign that ends the title a paragraph opens with, one for all dashes, ":" for ":-"."""
    match = LEAD.match(paragraph.text)
    sign = match.group().rstrip().replace(":-", ":")[-1:] if match else ""
    return "-" if sign in _DASHES else sign
