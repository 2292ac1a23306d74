"""Numbers of the items of an agenda: which lines count on from one another, and in what form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from kg.counting import longest_run
from kg.extraction import dates
from kg.numbering import ListStyle, counter

_FEWEST = 3
_RUNNING = 100
_ANY_DAY = date(2000, 1, 1)
_MOST_ROMAN = 40
_FLAG = r"(?:[*†#]\s?|[A-Z]\s(?=\d{1,2}[.)]))?"
_NUMBERED = re.compile(
    rf"\s*{_FLAG}\(?(?:(?:agenda\s+)?item\s+)?(?P<number>\d{{1,3}})"
    r"\s*(?P<mark>[.):](?!\d{1,2}(?!\d))|(?=\s|$))\s*(?:[–—-]\s+)?(?P<title>\S.*)?$",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\s*(?P<number>[*(]?(?:[A-Z]{1,5}[./ -]{0,2})?\d{1,4}(?:[./-]\d{1,4}){0,2})"
    r"(?:[.):]?\s+|[.):])(?P<title>[A-Z\d].*)$"
)
_ROMAN = re.compile(r"\s*(?P<number>[IVXL]{1,7})[.):]?\s+(?P<title>\S.*)$")
_CAPITAL = re.compile(r"\s*\(?(?P<number>[A-Z])[.):]\s+(?P<title>\S.*)$")
_OF_ITEM = re.compile(r"\s*(?P<number>(?P<of>\d{1,3})(?:\.\d{1,2}){1,2})[.):]?\s*(?P<title>\S.*)$")
_JOINED = re.compile(r"\s*(?P<of>\d{1,3})\s?\(?(?P<letter>[a-z])\)?[.):]?\s+(?P<title>\S.*)$")
_LETTERED = re.compile(r"\s*\(?(?P<letter>[a-hj-z])[).]\s+(?P<title>\S.*)$")
_DIGITS = re.compile(r"\d+")
_TIMING = re.compile(
    r"\(?\b\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s*(?:[-–—]|to)\s*\d{1,2}[.:]\d{2}\s*(?:am|pm)?\)?"
    r"|(?!\A\d{1,3}\s+(?-i:Minutes)\b)\(?\b\d{1,3}\s*(?:min(?:ute)?|hour)s?\b(?!\s+of)\)?"
    r"|^\s*\d{1,2}[.:]\d{2}\s*(?:am|pm)?(?=\s|$)"
    r"|\s+\(\s*\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm)\s*\)|\s+\(\s*\d{1,2}[.:]\d{2}\s*\)",
    re.IGNORECASE,
)
_ROMAN_FORM = ("roman", "")
_CAPITAL_FORM = ("capital", "")
_ROMANS = {counter(ListStyle.UPPER_ROMAN, count): count for count in range(1, _MOST_ROMAN)}


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the head of a line, as printed, and the words behind it on the line."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class _Counted:
    """A line with a number that may be one of a count: ``form`` is what stands still in it."""

    line: int
    form: tuple[str, str]
    count: int
    number: Number


def whole(lines: Sequence[str]) -> Mapping[int, Number]:
    """The lines that open items, by their places: those whose numbers count on.

    Whole numbers count from 1; else numbers that run on through the year ("450", "AM/14/01"),
    Roman numerals or capital letters, of which the longest count is taken. A count of another
    form, no shorter, that begins before whole numbers do has them as lists under its items.
    """
    plain = _plain([untimed(text) for text in lines])
    forms = (_series, _romans, _capitals)
    spared = [untimed(text) for text in lines]
    others = [run for form in forms for run in _runs(list(form(spared))) if _is_count(run)]
    longest = max(others, key=len, default=[])
    if len(plain) >= _FEWEST and not (len(longest) >= len(plain) and longest[0].line < min(plain)):
        return plain
    runs = _lettered_series(longest, others)
    return {one.line: one.number for one in runs} if len(runs) >= _FEWEST else plain


def opens(text: str) -> bool:
    """Whether a line begins with a number that an item may have."""
    return any(form.match(text) for form in (_NUMBERED, _SERIES, _ROMAN))


def untimed(text: str) -> str:
    """A line without the hours at which, and for how long, an item is taken."""
    return _TIMING.sub(" ", text)


def part(text: str, number: str) -> Number | None:
    """The part of item ``number`` that a line opens: "7.1", "4a", "(a)"; a letter goes with it."""
    digits = _DIGITS.fullmatch(number)
    if digits and (match := _OF_ITEM.match(text)) and match["of"] == number:
        return Number(match["number"], match["title"])
    if digits and (match := _JOINED.match(text)) and match["of"] == number:
        return Number(f"{number}{match['letter']}", match["title"])
    if match := _LETTERED.match(text):
        return Number(f"{number}{match['letter']}", match["title"])
    return None


def capital(text: str, following: str) -> Number | None:
    """The part that a line opens with the capital letter that follows in its count."""
    match = _CAPITAL.match(text)
    return (
        Number(match["number"], match["title"]) if match and match["number"] == following else None
    )


def _plain(lines: Sequence[str]) -> dict[int, Number]:
    """The lines with whole numbers that count from 1, with small gaps."""
    found: dict[int, Number] = {}
    last = 0
    for at, text in enumerate(lines):
        match = _NUMBERED.match(text)
        if match and _follows(int(match["number"]), last) and not _is_day(match):
            last = int(match["number"])
            found[at] = Number(match["number"], match["title"] or "")
    return found


def _follows(number: int, last: int) -> bool:
    return number == last + 1 or (last == 0 and number <= 2) or (last > 0 and number == last + 2)


def _is_day(match: re.Match[str]) -> bool:
    """Whether what looks like a number without a mark is that of a day: "7 May 2013"."""
    if match["mark"]:
        return False
    return _begins_with_day(match.string)


def _begins_with_day(text: str) -> bool:
    return any(found.start == 0 for found in dates.days(text.strip(), _ANY_DAY))


def _series(lines: Sequence[str]) -> Iterator[_Counted]:
    """Every reading of the numbers of lines: one part counts, what is around it stands still."""
    for at, text in enumerate(lines):
        match = _SERIES.match(text)
        if match is None or _begins_with_day(text):
            continue
        written = match["number"].lstrip("*(")
        number = Number(match["number"].lstrip("("), match["title"])
        for digits in _DIGITS.finditer(written):
            form = (written[: digits.start()], written[digits.end() :])
            yield _Counted(at, form, int(digits.group()), number)


def _romans(lines: Sequence[str]) -> Iterator[_Counted]:
    for at, text in enumerate(lines):
        if (match := _ROMAN.match(text)) and (count := _ROMANS.get(match["number"])):
            yield _Counted(at, _ROMAN_FORM, count, Number(match["number"], match["title"]))


def _capitals(lines: Sequence[str]) -> Iterator[_Counted]:
    for at, text in enumerate(lines):
        if match := _CAPITAL.match(text):
            count = ascii_uppercase.index(match["number"]) + 1
            yield _Counted(at, _CAPITAL_FORM, count, Number(match["number"], match["title"]))


def _runs(candidates: Sequence[_Counted]) -> Iterator[list[_Counted]]:
    """The longest count of each form; Roman numerals and letters begin at the first."""
    forms: dict[tuple[str, str], list[_Counted]] = {}
    for one in candidates:
        forms.setdefault(one.form, []).append(one)
    for form, members in forms.items():
        yield _longest(members, from_first=form in (_ROMAN_FORM, _CAPITAL_FORM))


def _is_count(run: Sequence[_Counted]) -> bool:
    """Whether a run of plain numbers below a hundred leaves out none, as others need not."""
    small = bool(run) and run[0].form == ("", "") and run[0].count < _RUNNING
    whole = len(run) > _FEWEST and run[-1].count - run[0].count == len(run) - 1
    return whole or not small


def _longest(members: Sequence[_Counted], *, from_first: bool) -> list[_Counted]:
    """The longest run of numbers each of which is one more than the one before, or two."""
    counts = [one.count for one in members]
    return [members[at] for at in longest_run(counts, skips=1, first=1 if from_first else None)]


def _lettered_series(
    longest: Sequence[_Counted], others: Sequence[Sequence[_Counted]]
) -> list[_Counted]:
    """A count with those of the next letters, each from 1: "A1", "A2", "B1", "C1", "C2"."""
    if not _under_letter(longest):
        return list(longest)
    return sorted((one for run in others if _under_letter(run) for one in run), key=_line)


def _under_letter(run: Sequence[_Counted]) -> bool:
    """Whether a count is "A1", "A2": from 1, behind a letter alone."""
    if not run or run[0].count != 1:
        return False
    letter, behind = run[0].form
    return len(letter) == 1 and letter.isalpha() and not behind


def _line(one: _Counted) -> int:
    return one.line
