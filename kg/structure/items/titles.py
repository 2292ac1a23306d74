"""The titles of items: where they stand in a heading, and whether they are sentences."""

import re

from kg.model import Kind, Paragraph
from kg.numbering import LETTER, Number, behind, head_number, of_item
from kg.reading.headings.customary import is_customary
from kg.reading.headings.headings import TOPIC
from kg.reading.headings.timed import HOUR
from kg.reading.markers import parse_marker
from kg.structure.people_labels import people_label
from kg.structure.sections import NUMBER
from kg.structure.sentences import sentences
from kg.tables.load import alternation, matches

LONG_TITLE = 120
"""The longest title that is no paragraph, in characters."""
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*")
"""Who is to act, in the margin of a table."""
_BRIEF = 4
_WORD = re.compile(r"[^\W\d_]{2}")
_CALLED = re.compile(r"[A-Za-z]{4}")
_STAR = re.compile(r"\*\s+(?=\S)")
"""What marks an item as of a kind, such as a key decision, before its title."""
_FEW = 7
_TELLING = ("told", "tells")
_SENTENCE = re.compile(r"(?<!\b[A-Z])(?:[.;][”\"’]?$|[.;][”\"’]?(?: [–-])? [A-Z])")
"""Where a sentence ends, but not behind an initial: "T. Lowe"."""
_MINUTES = re.compile(r"[.:]\d{2}")
_HOURS = re.compile(
    r"(?:\s+[–—-])?\s+\(?\d{1,2}[.:]\d{2}\s*(?:[ap]m)?\s*(?:to|[–—-])\s*\d{1,2}[.:]\d{2}\s*(?:[ap]m)?\)?"
    r"(?:\s*[–—-]\s*[A-Z]{2,3})?$"
)
"""When an item is taken, and the initials of who leads it: "- 16:30 to 16:35 - AL"."""
_MINUTED = re.compile(rf"\s+{alternation('sections', 'items', 'minuted')}\s*(?:[–—:]|-\s)")
_TOLD = re.compile(
    r"(?P<title>[^:;]{3,60}?)(?::\s+\S|:(?=[A-Z])"
    r"|\s+(?:was|were|had been|have been|has been)\s).*$",
    re.DOTALL,
)
"""How a line goes on behind a title with what was done."""
_NAME = r"(?:[A-Z][\w.’'-]* ?){1,4}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, ?|(?:and|&) ){_NAME})+")
_FROM = re.compile(r"(?:\s+(?:received|given|sent))?(?:\s+(?:from|by|of))?\s*$")
"""How a label ends that leads on to names: "Apologies received from"."""
_STOPPED = re.compile(r"(?P<title>[A-Z][^.:;]{2,50}(?:[a-z)]|[A-Z]{3}))\.\s+\S{3}")
_PURPOSE = re.compile(r"To [a-z][^.;]*\.")
_SIGNS = " :;–—|-"
"""The signs that a title may end with and does not have."""


def lettered_number(paragraph: Paragraph) -> Number | None:
    """The capital letter with a mark behind that a paragraph opens with: "B." of a title."""
    number = head_number(paragraph.text)
    if number is None or paragraph.number not in (None, number.written):
        return None
    marked = number.head.removeprefix("(") in (f"{number.written}.", f"{number.written})")
    return number if marked and number.count(LETTER) is not None else None


def number_of(paragraph: Paragraph) -> str:
    """The number of an item's heading, also where it is a letter; "" where it has none."""
    if paragraph.number is not None:
        return of_item(paragraph.inside or "", paragraph.number)
    letter = lettered_number(paragraph)
    return letter.written if letter else ""


def title_span(paragraph: Paragraph, *, series: bool = False) -> tuple[int, int]:
    """Where the title stands in an item's heading: without number and end signs.

    Where the number is one ``series`` of others, it may be a letter that no list has. A word
    that calls a number is the title where nothing else is: "Topic #1".
    """
    start = _behind_number(paragraph, series)
    if not paragraph.text[start:].strip() and _CALLED.match(paragraph.text):
        start = 0
    if start and (star := _STAR.match(paragraph.text, start)):
        start = star.end()
    if topic := TOPIC.match(paragraph.text, start):
        start = topic.end()
    elif paragraph.number is None and (hour := HOUR.match(paragraph.text)):
        start = hour.end()
    title = paragraph.text[start:].split("\n")[0].rstrip()
    title = _HOURS.sub("", title) if _MINUTES.search(title) else title
    if decided := _MINUTED.search(title):
        title = title[: decided.start()]
    title = _before_stop(_usual_title(title)).rstrip(_SIGNS)
    if len(title) > LONG_TITLE and (end := _SENTENCE.search(title)):
        title = title[: end.start()]
    if title.endswith(".") and "." not in title.split()[-1][:-1]:
        title = title[:-1]
    return start, start + len(title)


def _usual_title(title: str) -> str:
    """A title; of one that most meetings have, no more than names it.

    What was done ("Apologies were received from ...") or said (": none") is no part of it, nor
    are those who are named behind it with no sign between.
    """
    told = _TOLD.match(title)
    usual = told and (is_customary(title) or _names_people(title))
    if told and usual:
        return told["title"]
    named = _behind_label(title)
    listed = named is not None and _NAMES.fullmatch(title, named)
    return _FROM.sub("", title[:named]) if listed else title


def _before_stop(title: str) -> str:
    """A title; of one that a full stop parts from what was said, the few words before it."""
    stopped = _STOPPED.match(title)
    if stopped is None or len(stopped["title"].split()) > _FEW or title.isupper():
        return title
    if sentences(title)[0].end != stopped.end("title") + 1:
        return title
    return title if _tells(stopped["title"]) else stopped["title"]


def _names_people(title: str) -> bool:
    """Whether a title labels people who are named behind it: "Present: A Lowe"."""
    return _behind_label(title) is not None


def _behind_label(title: str) -> int | None:
    """Where people are named behind the label that a title begins with."""
    said = people_label(title)
    return said.rest if said is not None else None


def _behind_number(paragraph: Paragraph, series: bool) -> int:
    """Where the words behind the number of a paragraph begin, 0 where it has none."""
    head = paragraph.counted.head if paragraph.counted else ""
    if series and paragraph.number is None and (letter := lettered_number(paragraph)):
        head = letter.head
    if head and paragraph.text.startswith(head):
        return behind(paragraph.text, head)
    if paragraph.number is None:
        return 0
    match = NUMBER.match(paragraph.text)
    return match.end() if match else len(paragraph.text) - len(parse_marker(paragraph.text).rest)


def is_sentence(paragraph: Paragraph) -> bool:
    """Whether what stands where a title would is a sentence, so that the title is the minute."""
    start, _ = title_span(paragraph)
    if _PURPOSE.fullmatch(paragraph.text, start):
        return False
    first = paragraph.text[start:].split("\n")[0]
    return _SENTENCE.search(first) is not None and not _is_stopped_title(first)


def _is_stopped_title(line: str) -> bool:
    """Whether a few words with a full stop behind them tell nothing: "Matters arising."."""
    few = len(line.split()) <= _FEW and line.endswith(".") and _SENTENCE.search(line[:-1]) is None
    return few and not _tells(line)


def _tells(words: str) -> bool:
    """Whether words tell what was said or done."""
    return any(matches(words, "sections", "openings", kind) for kind in _TELLING)


def is_title(paragraph: Paragraph, signs: str = " :.") -> bool:
    """Whether a numbered line is a title alone, but for some signs at its end."""
    start, end = title_span(paragraph)
    short = start < end <= start + LONG_TITLE and end == len(paragraph.text.rstrip(signs))
    brief = len(paragraph.text[start:end].split()) <= _BRIEF
    short = short and _WORD.search(paragraph.text, start) is not None
    return short and (brief or _SENTENCE.search(paragraph.text, start) is None)


def stands_over(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether a numbered line is a title alone, with running text below it; a letter in brackets
    counts titles that end with a dash, too.
    """
    further = "/" in (after.number or "") and "/" not in (paragraph.number or "")
    signs = f"{_SIGNS}." if paragraph.text.startswith("(") else " :."
    told = after.kind is Kind.TEXT and _INITIALS.fullmatch(after.text) is None
    return told and (not after.number or further) and is_title(paragraph, signs)
