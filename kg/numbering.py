"""Numbers as papers print them: those of automatic lists, and those at the heads of lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from string import ascii_lowercase

from kg.tables.load import alternation, table

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_MOST_ROMAN = 40
_DIGITS = re.compile(r"\d+")
_SPACED = re.compile(r"(?:[A-Z]\s+){3,}[A-Z]\b")
"""Words written letter by letter: "A G E N D A"."""
_BEHIND = re.compile(r"[.:)]*\s*(?:\(\d{2,4}\)\s+)?(?:[–—|-]\s+)?(?:\(\d{2,4}\)\s+)?")
_IN_SECTION = re.compile(r"(?P<section>[A-Z]+(?:\.[A-Z]+)*)\.(?P<number>\w+)")
_LISTED = re.compile(
    r"(?P<opened>\(?)(?P<number>[a-z]|[ivxl]{2,6}|(?:[A-Z]|[IVXL]{2,7})(?=\)))(?P<closed>[.:)])"
    r"(?:[^\S\n]*(?:\n|\Z)|[^\S\n]+(?=[\"'“‘(\[A-Z]))"
)
DIGITS, ROMAN, LETTER, WORD = "1", "I", "A", "one"
"""The styles in which numbers at the heads of lines count."""


class ListStyle(Enum):
    """How a list counts."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lower letter"
    UPPER_LETTER = "upper letter"
    LOWER_ROMAN = "lower roman"
    UPPER_ROMAN = "upper roman"

    @classmethod
    def of_html(cls, kind: str | None) -> "ListStyle":
        """The style of the ``type`` attribute of an HTML or OpenDocument list ("a", "I")."""
        return _HTML_STYLES.get(kind or "1", cls.DECIMAL)


_HTML_STYLES = {
    "1": ListStyle.DECIMAL,
    "a": ListStyle.LOWER_LETTER,
    "A": ListStyle.UPPER_LETTER,
    "i": ListStyle.LOWER_ROMAN,
    "I": ListStyle.UPPER_ROMAN,
}


def counter(style: ListStyle, count: int) -> str:
    """The bare number: 3 is "3", "c", "C", "iii" or "III". Counts below 1 stay decimal."""
    if style is ListStyle.DECIMAL or count < 1:
        return str(count)
    if style in (ListStyle.LOWER_ROMAN, ListStyle.UPPER_ROMAN):
        number = _roman(count)
    else:
        number = ascii_lowercase[(count - 1) % 26] * ((count - 1) // 26 + 1)
    return number.upper() if style.value.startswith("upper") else number


def counter_text(style: ListStyle, count: int) -> str:
    """The number with the stop that a list puts after it: "3.", "c."."""
    return counter(style, count) + "."


def _roman(count: int) -> str:
    if count > _LARGEST_ROMAN:
        return str(count)
    digits = []
    for value, letters in _ROMANS:
        times, count = divmod(count, value)
        digits.append(letters * times)
    return "".join(digits)


_ROMAN_NUMERALS = {counter(ListStyle.UPPER_ROMAN, at): at for at in range(1, _MOST_ROMAN)}


@dataclass(frozen=True, slots=True)
class Form:
    """What the numbers of one series have in common: all that stands still in them.

    ``frame`` is what calls a number, and the marks about it ("item (#):"); ``before`` and
    ``after`` are the parts of it that stand still, ``style`` is that of the part that counts.
    """

    frame: str
    style: str
    before: str = ""
    after: str = ""

    @property
    def shape(self) -> str:
        """The number with "#" for each run of digits: "PC#/#"."""
        return _DIGITS.sub("#", f"{self.before}0{self.after}")

    @property
    def called(self) -> bool:
        """Whether a word calls the number: "Item 4"."""
        return self.frame[:1].isalpha()

    def __str__(self) -> str:
        return self.frame.replace("#", f"{self.before}{self.style}{self.after}", 1)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at the head of a line: "Item 4:", "(IV)", "AM/14/02", "*719".

    ``head`` is all of it; ``written`` is the number alone ("4", "IV", "AM/14/02", "*719").
    ``counts`` says for each part of it that may count in which form, and how far it counts;
    of "12/24" both parts may, each while the other stands still.
    """

    head: str
    written: str
    counts: tuple[tuple[Form, int], ...]

    def count(self, style: str) -> int | None:
        """How far it counts in a style, if it does."""
        return next((count for form, count in self.counts if form.style == style), None)


def head_number(line: str) -> Number | None:
    """The number that a line may open with: any in front of a capital, or alone on its line.

    Whether it is a number of items, only others that count on from it can tell.
    """
    match = None if _SPACED.match(line) else _head().match(line)
    if match is None or begins_with_day(line[match.end() :]):
        return None
    calls = match["called"] or match["ordered"] or ""
    frame = f"{' '.join(calls.lower().split())}{match['opened']}#{match['closed']}"
    if frame == "#" and match["number"].isdigit() and match["alone"] is not None:
        frame = "# alone"  # as that of a page stands
    counts = tuple(_counts(match["number"], frame))
    flag = "*" if match["flag"] and match["flag"][0] == "*" else ""
    return Number(line[: match.end("closed")], f"{flag}{match['number']}", counts)


def list_number(line: str) -> Number | None:
    """The number in a form of lists that a line opens with: "(a)", "iv.", "B)"."""
    match = _LISTED.match(line)
    if match is None:
        return None
    frame = f"{match['opened']}#{match['closed']}"
    counts = tuple(_counts(match["number"].upper(), frame))
    return Number(line[: match.end("closed")], match["number"], counts)


def behind(text: str, head: str) -> int:
    """Where the words of a text begin that stand behind the ``head`` of its number.

    A second number may stand between them: "4 (550) Minutes".
    """
    match = _BEHIND.match(text, len(head))
    return match.end() if match else len(head)


def first_part(item: str) -> str:
    """The number of the first part of an item: "6.1" of "6" or "6.0"."""
    return f"{item.removesuffix('.0')}.1"


def of_item(item: str, part: str) -> str:
    """The number of a part with that of its item: "3a" of "3" and "a", "3.1" of "3" and "1".

    A part may have that of its item already: "3.1" of "3" and "3.1".
    """
    if item and part.startswith(f"{item}."):
        return part
    apart = item and (part[:1].isdigit() or item[-1:].isalpha())
    return f"{item}.{part}" if apart else f"{item}{part}"


def as_printed(number: str, text: str) -> tuple[str, str]:
    """The section that an item counts in and its number in it, as the ``text`` of the item prints
    that: "III" and "1" of "III.1" where the text is "1. Benches".

    The section is "" where the text prints the whole number, and where neither letters nor Roman
    numerals count it.
    """
    found = _IN_SECTION.fullmatch(number)
    if found is None or re.search(rf"\b{found['section']}\W*{found['number']}\b", text):
        return "", number
    return found["section"], found["number"]


def _counts(number: str, frame: str) -> Iterator[tuple[Form, int]]:
    """The forms of a number, each by what of it stands still, and how far it counts."""
    if number in _ROMAN_NUMERALS:
        yield Form(frame, ROMAN), _ROMAN_NUMERALS[number]
    if len(number) == 1 and number.isalpha():
        yield Form(frame, LETTER), ord(number) - ord("A") + 1
    if (word := number.lower()) in _words():
        yield Form(frame, WORD), _words()[word]
    for part in _DIGITS.finditer(number):
        before, after = number[: part.start()], number[part.end() :]
        yield Form(frame, DIGITS, before, after), int(part.group())


@cache
def _words() -> Mapping[str, int]:
    small: dict[str, int] = table("numbers")["small"]
    return small


@cache
def _head() -> re.Pattern[str]:
    """The head of a line that opens with a number.

    A word may call it ("Item No. 4", "4th item"), a name or a year stand in it, marks about it;
    what stands behind it begins like a title, behind a name with a number too. A title may touch
    the second number of two ("1706/1Apologies").
    """
    called, ordered = alternation("numbers", "called"), alternation("numbers", "ordered")
    small = "|".join(f"{word.capitalize()}|{word.upper()}" for word in _words())
    return re.compile(
        rf"""
        (?P<flag>[*†]\s?)?
        (?P<called>(?i:(?:{called}\b[.:]?\s*){{1,3}}))?
        (?P<opened>[(\[{{<\#§]?)
        (?P<number>
            (?P<named>[A-Z]{{1,8}}(?:&[A-Z]{{1,5}})?[/. -]?|[A-Z][a-z]{{1,4}}/)?
            \d{{1,5}}(?:[./-]\d{{1,4}}){{0,3}}
            (?:[a-zA-Z](?!\w)|/[A-Z]{{1,5}}(?:&[A-Z]{{1,5}})?)?
          | [IVXL]{{1,7}} | [A-Z] | {small})
        (?:(?<=\d)(?:st|nd|rd|th)\s+(?P<ordered>(?i:{ordered}))\b)?
        (?P<closed>[.:;,)\]}}>|/\\]{{0,2}})
        (?:(?P<alone>[^\S\n]*(?:\n|\Z))
          | [^\S\n]+(?:[–—|-][^\S\n]+)?(?(named)(?=["'“‘(\[A-Z\d])|(?=["'“‘(\[A-Z]))
          | (?:(?<=/\d)|(?<=/\d\d)|(?<=/\d{{3}}))(?=[A-Z][a-z]{{3}}))
        """,
        re.VERBOSE,
    )


def begins_with_day(text: str) -> bool:
    """Whether a text behind a number makes it a day: a month before a year, an hour, a meeting or
    the end.
    """
    return _rest_of_day().match(text) is not None


@cache
def _rest_of_day() -> re.Pattern[str]:
    months = alternation("dates", "months")
    held = alternation("dates", "held")
    return re.compile(rf"{months}\b\.?\s*(?:$|[,:;)–—-]|(?:at\s)?[\d’']|{held}\b)", re.IGNORECASE)
