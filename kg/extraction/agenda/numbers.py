"""Numbers of the items of an agenda: which lines count on from one another, and in what form."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from kg.counting import FEWEST, RUNNING, Opening, Run, is_lost, is_outermost, longest_runs
from kg.extraction import dates
from kg.numbering import (
    DIGITS,
    LETTER,
    ListStyle,
    Number,
    behind,
    counter,
    head_number,
    list_number,
    of_item,
)
from kg.tables.load import matches

_SHORT = 100
_NEAR = 4
_ANY_DAY = date(2000, 1, 1)
_LOST = 8
_MISREAD = r"1\s(?:will|move|ask|propose|wish|would)\b"  # a scan took "I" for the digit
_FLAG = r"(?:[*†#]\s?|[A-Z]\s(?=\d{1,2}[.)]))?"
_NUMBERED = re.compile(
    rf"\s*{_FLAG}\(?(?:(?:agenda\s+)?item\s+)?(?P<number>\d{{1,3}})"
    rf"\s*(?P<mark>[.):]\)?(?!(?!{_MISREAD})\d{{1,2}}(?!\d))|(?=\s|$))"
    r"\s*(?:[–—-]\s+)?(?P<title>\S.*)?$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\s*\(?(?P<number>[A-Z])[.):]\s+(?P<title>\S.*)$")
_OF_ITEM = re.compile(
    r"\s*\(?(?P<number>(?P<of>\d{1,3})(?:\.\d{1,2}){1,2})(?:\.?\)|[.:])?\s*(?P<title>\S.*)$"
)
_JOINED = re.compile(r"\s*(?P<of>\d{1,3})[.\s]?\(?(?P<letter>[a-z])\)?[.):]?\s+(?P<title>\S.*)$")
_OF_NEXT = re.compile(r"\s*(?P<of>\d{1,3})(?P<letter>[a-z])[.):]?\s+(?P<title>[A-Z]\S.*)$")
_LETTERED = re.compile(r"\s*\(?(?P<letter>[a-hj-z])[).]\s+(?P<title>\S.*)$")
_SMALL_ROMAN = re.compile(r"\s*\(?(?P<number>[ivxl]+)[).]\s+(?P<title>\S.*)$")
_DIGITS = re.compile(r"\d+")
_TIMING = re.compile(
    r"\(?\b\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s*(?:[-–—]|to)\s*\d{1,2}[.:]\d{2}\s*(?:am|pm)?\)?"
    r"|(?!\A\d{1,3}\s+(?-i:Minutes)\b)\(?\b\d{1,3}\s*(?:min(?:ute)?|hour)s?\b(?!\s+(?:of|per|each)\b)\)?"
    r"|^\s*\d{1,2}[.:]\d{2}\s*(?:am|pm)?(?=\s|$)"
    r"|\s+\(\s*\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm)\s*\)|\s+\(\s*\d{1,2}[.:]\d{2}\s*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Titled:
    """The number at the head of a line, and the words behind it on the line."""

    number: str
    title: str


def whole(lines: Sequence[str]) -> Mapping[int, Titled]:
    """The lines that open items, by their places: those whose numbers count on.

    Whole numbers count from 1; else numbers that run on through the year ("450", "AM/14/01"),
    Roman numerals or letters, of which the longest count is taken. A count of another form, no
    shorter, that begins before whole numbers do has them as lists under its items. In a list
    that lost its count every number opens an item that has none.
    """
    spared = [untimed(text).strip() for text in lines]
    if lost := _lost(spared):
        return lost
    plain = _plain(spared)
    others = [run for run in _runs(spared, head_number) if _is_count(run)]
    if not others and not plain:
        others = [run for run in _runs(spared, list_number) if _is_list(run, len(spared))]
    steps = _lettered_series(max(others, key=len), others) if others else []
    first = len(steps) >= len(plain) and (not plain or steps[0][0].at < min(plain))
    if len(steps) >= FEWEST and (first or len(plain) < FEWEST):
        return {one.at: _titled(one.number, spared[one.at]) for one, _ in steps}
    last = max(plain, default=len(spared))
    below = [run for run in others if _is_private(run, last, spared)]
    private = {one.at: _titled(one.number, spared[one.at]) for run in below for one, _ in run.steps}
    return plain | _again(spared, last) | private


def _runs(lines: Sequence[str], read: Callable[[str], Number | None]) -> Iterator[Run]:
    """The longest count of each form in which lines are read to open with a number."""
    openings = [Opening(at, number) for at, text in enumerate(lines) if (number := read(text))]
    return longest_runs(openings, skips=1, from_first=True)


def _titled(number: Number, text: str) -> Titled:
    return Titled(number.written, text[behind(text, number.head) :])


def opens(text: str) -> bool:
    """Whether a line begins with a number that an item may have."""
    return _NUMBERED.match(text) is not None or head_number(text.strip()) is not None


def untimed(text: str) -> str:
    """A line without the hours at which, and for how long, an item is taken."""
    return _TIMING.sub(" ", text) if any(map(str.isdecimal, text)) else text


def part(text: str, number: str) -> Titled | None:
    """The part of item ``number`` that a line opens: "7.1", "4a", "(a)"; a letter goes with it."""
    digits = _DIGITS.fullmatch(number)
    if digits and (match := _OF_ITEM.match(text)) and match["of"] == number:
        return Titled(match["number"], match["title"])
    if digits and (match := _JOINED.match(text)) and match["of"] == number:
        return Titled(of_item(number, match["letter"]), match["title"])
    if match := _LETTERED.match(text):
        return Titled(of_item(number, match["letter"]), match["title"])
    return None


def inner(text: str, inside: str) -> Titled | None:
    """The part that a line opens in the own list of item ``inside``: "3.1" of "1. Accounts"."""
    text = text.strip()
    match = _NUMBERED.match(text)
    if match and match["title"]:
        return Titled(of_item(inside, match["number"]), match["title"])
    number = list_number(text) or head_number(text)
    if number is None:
        return None
    return Titled(of_item(inside, number.written), text[behind(text, number.head) :])


def of_next(text: str, number: str, last: str) -> Titled | None:
    """The part that a line opens of the item behind ``number``, which has no line: "13a" of 12.

    The first is "a", and each other the next behind the ``last`` item.
    """
    match = _OF_NEXT.match(text) if _DIGITS.fullmatch(number) else None
    if match is None or int(match["of"]) != int(number) + 1:
        return None
    before = of_item(match["of"], chr(ord(match["letter"]) - 1))
    follows = match["letter"] == "a" or last == before
    return Titled(of_item(match["of"], match["letter"]), match["title"]) if follows else None


def counted(text: str, following: int) -> Titled | None:
    """The part that a line opens with the number that follows in its own count."""
    match = _NUMBERED.match(text)
    if match is None or not (match["mark"] and match["title"]):
        return None
    follows = int(match["number"]) == following
    return Titled(match["number"], match["title"]) if follows else None


def small_roman(text: str, following: int) -> Titled | None:
    """The part that a line opens with the small Roman numeral that follows in its count."""
    match = _SMALL_ROMAN.match(text)
    follows = match and match["number"] == counter(ListStyle.LOWER_ROMAN, following)
    return Titled(match["number"], match["title"]) if match and follows else None


def capital(text: str, following: str) -> Titled | None:
    """The part that a line opens with the capital letter that follows in its count."""
    match = _CAPITAL.match(text)
    return (
        Titled(match["number"], match["title"]) if match and match["number"] == following else None
    )


def _lost(lines: Sequence[str]) -> dict[int, Titled]:
    """The lines with numbers and titles, where these lost their count and number nothing."""
    matches = {at: match for at, text in enumerate(lines) if (match := _NUMBERED.match(text))}
    marked = {at: match for at, match in matches.items() if match["mark"] and match["title"]}
    numbers = [match["number"] for match in marked.values()]
    if not is_lost(numbers) or _counts_outside(numbers):
        return {}
    return {at: Titled("", match["title"]) for at, match in marked.items()}


def _counts_outside(numbers: Sequence[str]) -> bool:
    """Whether numbers count on past others that are 1, as where each item has one point below it.

    A list that begins again has "3" right behind "2" alone.
    """
    counted = [number for number in numbers if number != "1"]
    goes_on = any(one == "1" and after not in ("1", "2") for one, after in pairwise(numbers))
    return goes_on and counted == [str(at) for at in range(2, len(counted) + 2)]


def _plain(lines: Sequence[str]) -> dict[int, Titled]:
    """The lines with whole numbers that count from 1, with small gaps, all or none in brackets."""
    found: dict[int, Titled] = {}
    last, framed = 0, False
    for at, text in enumerate(lines):
        match = _NUMBERED.match(text)
        number = int(match["number"]) if match else 0
        follows = _follows(number, last) or _resumes(number, last, lines[at + 1 :])
        frame = match is not None and ")" in match["mark"]
        alike = not found or framed is frame
        if match and follows and alike and not _is_day(match):
            last, framed = number, frame
            found[at] = Titled(match["number"], match["title"] or "")
    return found


def _again(lines: Sequence[str], last: int) -> dict[int, Titled]:
    """The short lines that count from 1 again behind the ``last`` line of a list, if several do."""
    below = _plain(["" if at <= last else text for at, text in enumerate(lines)])
    numbers = [one.number for one in below.values()]
    counts = numbers == [str(at) for at in range(1, len(below) + 1)]
    short = all(len(lines[at]) <= _SHORT for at in below)
    return below if counts and short and len(below) >= FEWEST else {}


def _follows(number: int, last: int) -> bool:
    return number == last + 1 or (last == 0 and number <= 2) or (last > 0 and number == last + 2)


def _resumes(number: int, last: int, below: Sequence[str]) -> bool:
    """Whether a count goes on behind numbers that were lost: two more follow this one."""
    if not last or not 2 < number - last <= _LOST:
        return False
    opened = (match for text in below if (match := _NUMBERED.match(text)) and match["mark"])
    return [int(match["number"]) for match in islice(opened, 2)] == [number + 1, number + 2]


def _is_day(match: re.Match[str]) -> bool:
    """Whether what looks like a number without a mark is that of a day: "7 May 2013"."""
    if match["mark"]:
        return False
    return _begins_with_day(match.string)


def _begins_with_day(text: str) -> bool:
    return any(found.start == 0 for found in dates.days(text.strip(), _ANY_DAY))


def _is_count(run: Run) -> bool:
    """Whether a run of plain numbers below a hundred leaves out none, as others need not.

    Letters have a mark behind them.
    """
    form = run.form
    if form.style != DIGITS:
        return form.style != LETTER or form.frame != "#"
    small = not (form.before or form.after) and run.first < RUNNING
    whole = len(run) > FEWEST and run.steps[-1][1] - run.first == len(run) - 1
    return whole or not small


def _is_list(run: Run, lines: int) -> bool:
    """Whether a run in a form of lists is the list of an agenda: most of its lines."""
    dense = 2 * len(run) > run.places[-1] - run.places[0]
    return dense and is_outermost(run, (), lines)


def _lettered_series(longest: Run, others: Sequence[Run]) -> Sequence[tuple[Opening, int]]:
    """A count with those of the next letters, each from 1: "A1", "A2", "B1", "C1", "C2"."""
    if not _is_under_letter(longest):
        return longest.steps
    return sorted((one for run in others if _is_under_letter(run) for one in run.steps), key=_line)


def _is_under_letter(run: Run) -> bool:
    """Whether a count is "A1", "A2": from 1, behind a letter alone."""
    before = run.form.before
    return run.first == 1 and len(before) == 1 and before.isalpha() and not run.form.after


def _is_private(run: Run, last: int, lines: Sequence[str]) -> bool:
    """Whether a count behind a letter stands below the ``last`` line of a list, under a line that
    says that the public is not there.
    """
    first = run.places[0]
    above = lines[max(last + 1, first - _NEAR) : first]
    said = any(matches(line, "sections", "items", "private_list") for line in above)
    return _is_under_letter(run) and first > last and said


def _line(one: tuple[Opening, int]) -> int:
    return one[0].at
