"""Dates as papers write them: days, periods, deadlines.

A period stands for its last day. A day without a year takes the year that puts
it nearest to the date it is read beside.
"""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from kg.lazy import lazily
from kg.tables.load import alternation, table
from kg.vocabulary import as_listed, first_words, vocabulary

_MONTH = alternation("dates", "months") + r"\.?"
_WEEKDAY = r"(?:" + alternation("dates", "weekdays") + r"\.?,?\s*(?:the\s+)?)?"
# What a scan may make of a raised "th" stands beside it.
_DAY = (
    r"(?P<day>\d{1,2})\s?"
    r"(?:(?:st|nd|rd|th)(?:\.(?=\s+(?:[A-Z][a-z]+\.?,?\s+)?\d{4}))?|[™”“\"’*°%]{1,2})?"
)
_YEAR = r"(?P<year>\d{4}|’\d{2}|'\d{2}|(?<!\n)\d{2}(?!\d|:|\.\d|(?:st|nd|rd|th)\b))"
_ENDS = r"(?:\b|(?=\d)|(?<=\.)(?=,?\s?(?:19|20)\d\d\b))"
"""Where a month ends: with its full stop only before a year, "5 Feb. 2019"."""
_SCANNED_ONE = re.compile(r"[lI](?<![^\W\d]\w)(?=\d?(?:st|nd|rd|th)\b)")
"""A letter that a scan makes of a 1: "l3th", "2Ith"."""
_DIGIT = re.compile(r"[\dlI](?:(?<=\d)|(?=(?:st|nd|rd|th)\b))")
"""A digit, or what a scan may have made of one."""
JOINED = re.compile(r"\d[./-]\d")
_MONTH_BEGINS = re.compile(
    "|".join(sorted({month[:3].lower() for month in table("dates")["months"]}))
)
_MONTH_FIRST = lazily(rf"(?:{_MONTH_BEGINS.pattern})[a-z]*\.?(?:\s+(?:the\s+)?|-)\d{{1,2}}(?!\d)")
_MONTHS = first_words(table("dates")["months"])
_DASH = r"[-‐‑–—/]"

_OPENINGS = "".join(
    sorted({name[0] for kind in ("months", "weekdays") for name in table("dates")[kind]})
)
WRITTEN = lazily(
    rf"\b(?<!#)(?=[{_OPENINGS}\d]){_WEEKDAY}{_DAY}(?:\s*|[-/])(?:(?:day\s+)?of\s+)?(?P<month>{_MONTH}){_ENDS}(?:(?:\s?,?\s*|[-/]){_YEAR}\b)?",
    re.IGNORECASE,
)
AMERICAN = lazily(
    rf"\b(?=[{_OPENINGS}]){_WEEKDAY}(?P<month>{_MONTH})(?:\s+(?:the\s+)?|-){_DAY}(?:\b|(?<=\.))(?:,\s*|\s+|-)(?P<year>\d{{4}}|[’']\d{{2}})(?:\b|(?=\d{{1,2}}:\d\d))",
    re.IGNORECASE,
)
_YEAR_FIRST = lazily(
    rf"\b(?P<year>(?:19|20)\d{{2}})(?:,?\s+|-)(?P<month>{_MONTH})(?:\s+|-){_DAY}(?![\w:]|[,.]?\s+\d{{4}}|\.\d)",
    re.IGNORECASE,
)
_AMERICAN_OF_WEEK = lazily(
    rf"\b(?:{alternation('dates', 'weekdays')})\.?,?\s+(?P<month>{_MONTH})\s+{_DAY}"
    r"(?!\w|,?\s+\d{4})(?P<year>(?!))?",
    re.IGNORECASE,
)
_AT_AN_HOUR = (
    rf"(?=,?\s+(?:(?:at|@)\s+)?\d{{1,2}}(?:[:.]\d\d)?\s?{alternation('meetings', 'hours')}(?!\w))"
)
AMERICAN_COUNTED = lazily(
    rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?"
    rf"(?P<day>\d{{1,2}})(?:(?:st|nd|rd|th)\b|{_AT_AN_HOUR})(?!,?\s*\d{{4}})(?P<year>(?!))?",
    re.IGNORECASE,
)
"""A day that its ending or an hour behind it tells from a year: "May 3rd", "May 3, 7pm"."""
NUMERIC = re.compile(
    r"(?P<day>\d(?<![\d./]\d)(?<!\d-\d)\d?)(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})"
    r"(?![\d/-]|\.\d)"
)
"""It begins with a digit, and then looks at what stands before: quick to pass over a text."""
_OF_WEEK = re.compile(rf"\b(?P<weekday>{alternation('dates', 'weekdays')})\.?,?\s+$", re.IGNORECASE)
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?=[-/]|\.\d\d\.\d\d)(?P<mark>[-./])"
    r"(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_MONTH_YEAR = lazily(
    rf"\b(?P<month>{_MONTH})(?:\s*{_DASH}\s*|\s+|,\s*){_YEAR}(?!\d)", re.IGNORECASE
)
_MONTH_DAY = lazily(
    rf"\b(?<!end of )(?<!late )(?<!early )(?<!mid )(?P<month>{_MONTH})\s+"
    r"(?P<day>\d{1,2})(?![\w:/-]|[.,]\d|,?\s+\d{4})",
    re.IGNORECASE,
)
_YEARS_ON = 2
"""How many years from now a month may be that a paper writes with two figures of its year."""
MONTH_ONLY = lazily(rf"\b(?P<month>{_MONTH})(?!\w)", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"\d{4}")
_SEASON = lazily(
    rf"\b(?P<season>{'|'.join(table('dates')['seasons'])})\s+(?:of\s+)?(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_QUARTER = lazily(
    rf"\b(?P<quarter>Q[1-4])\s+(?:of\s+)?(?P<year>\d{{4}})(?:{_DASH}\d{{2,4}})?\b", re.IGNORECASE
)
_YEAR_ONLY = re.compile(r"\b(?:end of|by|during|in)\s+(?P<year>20\d{2})\b", re.IGNORECASE)
_END_OF_MONTH = re.compile(r"\bend of (?P<which>the|this|next) month\b", re.IGNORECASE)
_WITHIN = lazily(
    rf"\b(?:with)?in (?P<count>\d{{1,2}}|{alternation('numbers', 'small')}) (?P<unit>day|week)s?\b",
    re.IGNORECASE,
)
_WEEKDAYS = {name[:3].lower(): at for at, name in enumerate(table("dates")["weekday"])}
_LONGEST_WEEKDAY = 14
_SHORT_YEAR = 2
_YEARS = range(1000, 3000)
"""The years that papers speak of; far from both ends of the calendar, where no day can be told."""
_ANY = date(2000, 1, 1)
"""A day near which days without a year are looked for only to see where they stand."""
PERIOD = re.compile(rf"\b(?P<from>(?:19|20)\d{{2}})\s?{_DASH}\s?(?P<to>(?:19|20)?\d{{2}})\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A date found at ``start`` to ``end`` (half-open); ``complete`` when its year is written."""

    day: date
    start: int
    end: int
    complete: bool


def days(text: str, near: date | None = None) -> tuple[Found, ...]:
    """Every day named in ``text``, in order; ``near`` lends a missing year."""
    written = _written(text)
    return _days(written, near) if written else ()


@lru_cache(maxsize=8192)
def _written(text: str) -> tuple[re.Match[str], ...]:
    """Where a text may name days, whichever year they are of."""
    if _DIGIT.search(text) is None:
        return ()
    text = _SCANNED_ONE.sub("1", text)
    return tuple(match for form in _forms(text) for match in form.finditer(text))


def has_month_first(text: str) -> bool:
    """Whether a text may name a day with its month first: "May 1", "the Jan. 3 meeting"."""
    return _MONTH_FIRST.search(text.lower()) is not None


def _forms(text: str) -> Iterator[re.Pattern[str]]:
    """How a text may write days: with months where it names one, in digits where these join."""
    small = text.lower()
    if _MONTH_BEGINS.search(small):
        yield WRITTEN
        if _MONTH_FIRST.search(small):
            yield from (AMERICAN, _AMERICAN_OF_WEEK, AMERICAN_COUNTED, _YEAR_FIRST)
    if JOINED.search(text):
        yield from (NUMERIC, _ISO)


@lru_cache(maxsize=8192)
def _days(written: tuple[re.Match[str], ...], near: date | None) -> tuple[Found, ...]:
    """The days that are written in some places, in order; of two that overlap the first."""
    told = ((match, _day(match, near)) for match in written)
    found = [Found(day, *match.span(), match["year"] is not None) for match, day in told if day]
    apart: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return tuple(apart)


def months(text: str, near: date | None = None) -> list[Found]:
    """Every month that ``text`` names and that is no part of a day, each as its first day.

    ``near`` lends a missing year, so that the month lies nearest to it.
    """
    if not _names_month(text):
        return []
    found: list[Found] = []
    taken = bytearray(len(text))
    for one in days(text, near or _ANY):
        taken[one.start : one.end] = b"1" * (one.end - one.start)
    for pattern in (_MONTH_YEAR, MONTH_ONLY):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"1" * (end - start)
            day = _first_of_month(match, near) if match["month"][0].isupper() else None
            if day is not None:
                complete = bool(match.groupdict().get("year"))
                found.append(Found(day, start, end, complete))
    return sorted(found, key=lambda one: one.start)


def _names_month(text: str) -> bool:
    return not _MONTHS.isdisjoint(vocabulary(text))


def _first_of_month(match: re.Match[str], near: date | None) -> date | None:
    number, year = month_number(match["month"]), match.groupdict().get("year")
    if year:
        return _made(_year(year), number, 1)
    return _nearest(1, number, near) if near else None


def first_day(text: str, near: date | None = None) -> date | None:
    """The first day named in ``text``."""
    return next((found.day for found in days(text, near)), None)


def day_of_week(text: str, years: Iterable[int]) -> date | None:
    """The first day of ``text`` with a day of the week and no year, in the one year that fits.

    "Monday 4 December" is of 2023 where ``years`` are 2022 to 2024; of two that fit, neither is.
    """
    for found in days(text, _ANY):
        weekday = _WEEKDAYS.get(text[found.start : found.start + 3].lower())
        if not found.complete and weekday is not None:
            fitting = [
                day for year in years if (day := _made(year, found.day.month, found.day.day))
            ]
            fitting = [day for day in fitting if day.weekday() == weekday]
            return fitting[0] if len(fitting) == 1 else None
    return None


def days_of_year(text: str) -> frozenset[tuple[int, int]]:
    """The month and day of each day that a text names, with or without a year: "Sept. 29"."""
    found = {(one.day.month, one.day.day) for one in days(text, _ANY)}
    bare = _MONTH_DAY.finditer(text) if _names_month(text) else ()
    return frozenset({*found, *((month_number(m["month"]), int(m["day"])) for m in bare)})


def deadline(text: str, near: date | None = None) -> date | None:
    """The last day of the period that ``text`` names as a due date, if it names one."""
    day = first_day(text, near)
    if day is None and near is not None and _names_month(text):
        day = _month_first_day(text, near)
    if day is not None:
        return day
    if match := _MONTH_YEAR.search(text) if _names_month(text) else None:
        return _end_of_month(_year(match["year"]), month_number(match["month"]))
    return _of_year(text) or (_near_now(text, near) if near is not None else None)


def _of_year(text: str) -> date | None:
    """The last day of the season, the quarter or the year that a text names with its year."""
    if _WHOLE_YEAR.search(text) is None:
        return None
    if match := _SEASON.search(text):
        month = table("dates")["seasons"][as_listed(match["season"])]
        return _end_of_month(int(match["year"]), month)
    if match := _QUARTER.search(text):
        return _end_of_quarter(match["quarter"].lower(), int(match["year"]))
    match = _YEAR_ONLY.search(text)
    return date(int(match["year"]), 12, 31) if match else None


def _near_now(text: str, now: date) -> date | None:
    """The last day of a month without a year, or of what is told from the day it was set."""
    match = MONTH_ONLY.search(text) if _names_month(text) else None
    if match and match["month"][0].isupper():
        return _next_month_end(month_number(match["month"]), now)
    return _from_now(text, now)


def _month_first_day(text: str, near: date) -> date | None:
    """The day of "Dec. 15" or "July 4", where its number is not the year of the month."""
    match = _MONTH_DAY.search(text)
    if match is None or not match["month"][0].isupper():
        return None
    short = len(match["day"]) == _SHORT_YEAR
    if short and near.year - 1 <= _year(match["day"]) <= near.year + _YEARS_ON:
        return None
    return _nearest(int(match["day"]), month_number(match["month"]), near)


def _from_now(text: str, now: date) -> date | None:
    """A deadline told from the day it was set: "the end of the month", "within 14 days"."""
    if match := _END_OF_MONTH.search(text):
        later = match["which"].lower() == "next"
        return (
            _next_month_end(now.month % 12 + 1, now)
            if later
            else _end_of_month(now.year, now.month)
        )
    if match := _WITHIN.search(text):
        word = as_listed(match["count"])
        count = int(word) if word.isdigit() else table("numbers")["small"][word]
        return now + timedelta(days=count * (7 if match["unit"].lower() == "week" else 1))
    return None


def deadlines(text: str, near: date | None = None) -> list[date]:
    """The last day of every period that ``text`` names, in order of the text."""
    found = [(one.start, one.end, one.day) for one in days(text, near)]
    for pattern in _with_year(text):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                day = deadline(match.group(), near)
                if day is not None:
                    found.append((*match.span(), day))
    return [day for _, _, day in sorted(found)] or _months(text, near)


def _with_year(text: str) -> Iterator[re.Pattern[str]]:
    """How a text may name months, seasons and quarters with their year."""
    if _names_month(text):
        yield _MONTH_YEAR
    if _WHOLE_YEAR.search(text):
        yield from (_SEASON, _QUARTER)


def _months(text: str, near: date | None) -> list[date]:
    """The last days of the months that ``text`` names without a year, else its one deadline."""
    if near is not None and _names_month(text):
        named = [m["month"] for m in MONTH_ONLY.finditer(text) if m["month"][0].isupper()]
        if len(named) > 1:
            ends = (_next_month_end(month_number(month), near) for month in named)
            return [end for end in ends if end]
    return [day for day in [deadline(text, near)] if day]


def period(text: str) -> str | None:
    """A municipal year such as "2016/17" in one form ("2016/17"), or None."""
    match = PERIOD.search(text)
    if match is None:
        return None
    return f"{match['from']}/{match['to'][-2:]}"


def _day(match: re.Match[str], near: date | None) -> date | None:
    if match["month"].isdigit():
        return _day_in_numbers(match)
    day, month = int(match["day"]), month_number(match["month"])
    if match["year"] is not None:
        return _made(_year(match["year"]), month, day)
    return _nearest(day, month, near) if near else None


def _day_in_numbers(match: re.Match[str]) -> date | None:
    """A day in numbers: its month comes second, unless only the other order makes a day.

    A day of the week before it decides where both orders do.
    """
    year, day, month = _year(match["year"]), int(match["day"]), int(match["month"])
    first = _made(year, month, day)
    if match.re is _ISO or match["mark"] == ".":
        whole = len(match["year"]) > _SHORT_YEAR == len(match["day"])
        return first or (_made(year, day, month) if whole and match.re is not _ISO else None)
    possible = [one for one in (first, _made(year, day, month)) if one]
    week = _OF_WEEK.search(match.string[max(0, match.start() - _LONGEST_WEEKDAY) : match.start()])
    named = week and _WEEKDAYS[as_listed(week["weekday"])[:3]]
    fitting = [one for one in possible if one.weekday() == named]
    return next(iter(fitting or possible), None)


def _made(year: int, month: int, day: int) -> date | None:
    """A day, None where there is none such or no paper means it: "30 February", "31.12.9999"."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _nearest(day: int, month: int, near: date) -> date | None:
    """The day of a month in the year that puts it nearest to a date."""
    years = (near.year - 1, near.year, near.year + 1)
    candidates = filter(None, (_made(year, month, day) for year in years))
    return min(candidates, key=lambda candidate: abs(candidate - near), default=None)


@cache
def month_number(name: str) -> int:
    """The number of a month, by its name or the first three letters of it."""
    months = [month[:3].lower() for month in table("dates")["month"]]
    return months.index(as_listed(name)[:3]) + 1


def _year(text: str) -> int:
    digits = text.strip("’'")
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _end_of_month(year: int, month: int) -> date | None:
    return _made(year, month, calendar.monthrange(year, month)[1])


def _end_of_quarter(quarter: str, year: int) -> date | None:
    month = table("dates")["quarters"][quarter]
    return _end_of_month(year + (quarter == "q4"), month)


def _next_month_end(month: int, near: date) -> date | None:
    ends = (_end_of_month(year, month) for year in (near.year, near.year + 1))
    return next((end for end in ends if end and end >= near - timedelta(days=31)), None)
