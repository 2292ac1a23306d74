"""Dates and periods as questions write them.

"21 July 2023" is a day, "July 2023" a month ("June and July 2023" are two),
"2016/17" a year from April, "1983-2006" all the years from the one to the other,
"1998-05" those up to 2005, "2022-10" a month again,
"Christmas 2023" and "just before Christmas 2023" its month, "autumn 2023" three months,
"the start of 2017", "early 2017" and "late 2017" three, "2017" a year; "after", "since",
"before", "until" and "between … and …" open or join them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from kg.extraction.dates import month_number
from kg.tables.load import alternation, table, words

_MONTH = alternation("dates", "months")
_SEASON = alternation("dates", "seasons")
_FEAST = alternation("dates", "feasts")
_DAY = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:\d{4}|['’]?\d{2}(?=\s*(?:[?;]|$|meeting|minutes|agenda)))"
"""A year behind a day; of two figures where nothing follows that they may count."""
_OF_MONTH = (
    r"(?:(?:(?:the )?(?:start|beginning|middle|end) of|early(?: in)?|late(?: in)?)\s+|mid[- ])?"
)
"""What names a part of a month, which stands for all of it."""
_OF_YEAR = r"(?:the )?(?:start|beginning|end) of|early(?: in)?|late(?: in)?"
_FORMS = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})",
    r"(?P<numeric>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}(?!\d)))",
    r"(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d)",
    rf"(?P<day>\d{{1,2}}){_DAY}\s+(?:of\s+)?(?P<day_month>{_MONTH})\.?,?\s+(?P<day_year>{_YEAR})",
    rf"(?P<mf_month>{_MONTH})\s+(?P<mf_day>\d{{1,2}}){_DAY},?\s+(?P<mf_year>\d{{4}})",
    rf"{_OF_MONTH}(?P<month>{_MONTH})\.?,?\s+(?P<month_year>\d{{4}}|['’]\d{{2}})",
    rf"(?P<shared>{_MONTH})(?=\s*(?:,|and|or|to|&|–|-|/)\s*{_MONTH}\s+(?P<shared_year>\d{{4}}))",
    rf"(?P<season>{_SEASON})\s+(?:of\s+)?(?P<season_year>\d{{4}})(?:\s?[/–-]\s?(?:\d{{2}}){{1,2}})?",
    rf"(?:(?:just|right|shortly) before )?(?P<feast>{_FEAST})(?:\s+of)?\s+(?P<feast_year>\d{{4}})",
    rf"(?P<part>{_OF_YEAR})\s+(?P<part_year>\d{{4}})(?!\s?[/–-]\s?\d)",
    r"(?P<split>\d{4})\s?[/–-]\s?(?P<split_end>(?:\d{2}){1,2})",
    r"(?P<year>(?:19|20)\d{2})",
)
_ANY = re.compile("|".join(rf"\b{form}\b" for form in _FORMS), re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following|later than)\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?$", re.IGNORECASE)
_LATE = re.compile(r"^(?:late|(?:the )?end)\b", re.IGNORECASE)
"""What opens the last part of a time."""
_END = re.compile(r"^(?:the )?end of\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\bfrom\s+the\s+$", re.IGNORECASE)
"""What stands before the day of the one thing that something is from ("from the May meeting")."""
_OF_PAPER = re.compile(
    r"\bin (?:the|its|their) (?:[\w’-]+ ){0,3}"
    rf"{alternation('questions', 'papers')} from $",
    re.IGNORECASE,
)
"""What stands before the time that a paper is from ("in the draft plan from May 2031")."""
_THING = re.compile(rf"\s+(?!{alternation('questions', 'behind_since')}\b)[a-z]", re.IGNORECASE)
_ONWARDS = re.compile(
    r"^\s+(?:\w+\s+(?:and (?:after|since)|onwards?)\b|on(?:wards?)?\W*$)", re.IGNORECASE
)
_NO_PHRASE = "".join(rf"(?<!{verb} )" for verb in words("questions", "up_to"))
"""That what stands before "up to" does not make another phrase with it ("turn up to")."""
_UNTIL = re.compile(
    rf"\b(?:before|until|till|prior to|{_NO_PHRASE}up to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"^\s*(?:and|to|until|till|–|-)\s*(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_SEASONS = {name: (last - 3) % 12 + 1 for name, last in table("dates")["seasons"].items()}
"""The first of the three months of each season."""
_TWO, _TURN = 2, 70
"""The figures of a year in short, and the least of them that is of the last century."""
_YEAR_OPENS = 4
"""The month in which a year written "2016/17" opens."""
_CENTURY = 100
_ISO_MONTH = re.compile(r"20(\d\d)-(0[1-9]|1[0-2])")
_SHORT = 92
"""The days of the longest time that is asked about as such: a season, not a year."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` up to but without ``after``; None leaves that side open.

    ``begin`` and ``end`` are where it is written in the question (half-open).
    ``label`` is the year as written where it is a split year ("2016/17").
    """

    first: date | None
    after: date | None
    begin: int = 0
    end: int = 0
    label: str | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies inside."""
        return (self.first is None or self.first <= day) and (
            self.after is None or day < self.after
        )

    def meets(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return (self.first is None or other.after is None or self.first < other.after) and (
            self.after is None or other.first is None or other.first < self.after
        )

    @property
    def last(self) -> date | None:
        """Its last day; None where that side is open."""
        return self.after - timedelta(days=1) if self.after else None

    @property
    def bounded(self) -> bool:
        """Whether both sides are closed."""
        return self.first is not None and self.after is not None

    @property
    def days(self) -> int | None:
        """How many days it spans; None when a side is open."""
        if self.first is None or self.after is None:
            return None
        return (self.after - self.first).days

    @property
    def is_short(self) -> bool:
        """Whether it is a day, a season or what lies between; a longer time frames what is
        asked, and is not asked about as such.
        """
        return self.days is not None and self.days <= _SHORT


class _Written(NamedTuple):
    period: Period
    before: str


def in_time(day: object, spans: Collection[Period]) -> bool:
    """Whether a day lies in one of some periods, or there are none; what is no day lies in none."""
    return not spans or (isinstance(day, date) and any(span.holds(day) for span in spans))


def in_words(text: str, spans: Iterable[Period]) -> str:
    """Some periods of a text as a sentence names them ("on 3 March 2021 or in May 2021")."""
    return " or ".join(
        f"{'on' if one.days == 1 else 'in'} {text[one.begin : one.end]}" for one in spans
    )


def periods_in(text: str) -> tuple[Period, ...]:
    """Every date or period written in a text, in order; one that is no date is left out."""
    written = list(_written(text))
    result: list[Period] = []
    skip = False
    for index, (period, before) in enumerate(written):
        if skip:
            skip = False
            continue
        following = written[index + 1].period if index + 1 < len(written) else None
        if (
            following
            and _BETWEEN.search(before)
            and _JOIN.match(text[period.end : following.begin])
        ):
            result += _joined(period, following)
            skip = True
        elif _AFTER.search(before):
            result.append(replace(period, first=period.after, after=None, label=None))
        elif _SINCE.search(before) and not _is_of_one(text, before, period):
            first = period.after if _END.match(text[period.begin :]) else period.first
            result.append(replace(period, first=first, after=None, label=None))
        elif _UNTIL.search(before):
            end = period.after if _END.match(text[period.begin :]) else period.first
            result.append(replace(period, first=None, after=end, label=None))
        else:
            result.append(period)
    return tuple(result)


def _joined(first: Period, last: Period) -> tuple[Period, ...]:
    """The time from the one to the end of the other; both as they are where that is none."""
    if first.first and last.after and last.after <= first.first:
        return first, last
    return (replace(first, after=last.after, end=last.end, label=None),)


def _is_of_one(text: str, before: str, period: Period) -> bool:
    """Whether a time tells which thing something is from, and not since when."""
    behind = text[period.end :]
    one = _OF_PAPER.search(before) or (_OF_ONE.search(before) and _THING.match(behind))
    return bool(one) and not _ONWARDS.search(behind)


def times_in(text: str) -> tuple[Period, ...]:
    """Every date or period as it is written, none joined with another or opened."""
    return tuple(period for period, _ in _written(text))


def _written(text: str) -> Iterator[_Written]:
    for match in _ANY.finditer(text):
        span = _span(match)
        if span is None:
            continue
        first, after = span
        one = match["split"] and not _is_month(match) and not _later_years(match)
        label = re.sub(r"\s?[/–-]\s?", "/", match[0]) if one else None
        yield _Written(
            Period(first, after, match.start(), match.end(), label), text[: match.start()]
        )


def _span(match: re.Match[str]) -> tuple[date, date] | None:
    """The days that are written; None of what is no date, or so near to the first or last day
    there is that none can be counted from it.
    """
    try:
        first, after = _day(match) or _months(match)
    except (ValueError, OverflowError):  # what lies behind the last day there is
        return None
    return (first, after) if first.year > MINYEAR and after.year < MAXYEAR else None


def _day(match: re.Match[str]) -> tuple[date, date] | None:
    if match["iso"]:
        first = date.fromisoformat(match["iso"])
    elif match["numeric"]:
        first = _by_numbers(match["numeric"].split("/"))
    elif match["dotted"]:
        first = _by_numbers(match["dotted"].split("."))
    elif match["day"]:
        first = date(_year(match["day_year"]), month_number(match["day_month"]), int(match["day"]))
    elif match["mf_month"]:
        first = date(int(match["mf_year"]), month_number(match["mf_month"]), int(match["mf_day"]))
    else:
        return None
    return first, first + timedelta(days=1)


def _by_numbers(parts: Sequence[str]) -> date:
    """The day of a day, a month and a year in figures."""
    return date(_year(parts[2]), int(parts[1]), int(parts[0]))


def _year(written: str) -> int:
    """A year in four figures, or the last two of one from 1970 to 2069."""
    figures = written.strip("'’")
    year = int(figures)
    return year if len(figures) > _TWO else year + (1900 if year >= _TURN else 2000)


def _months(match: re.Match[str]) -> tuple[date, date]:
    if match["month"]:
        return _run(_year(match["month_year"]), month_number(match["month"]), 1)
    if match["shared"]:
        return _run(int(match["shared_year"]), month_number(match["shared"]), 1)
    if match["season"]:
        return _run(int(match["season_year"]), _SEASONS[match["season"].lower()], 3)
    if match["feast"]:
        return _run(int(match["feast_year"]), table("dates")["feasts"][match["feast"].lower()], 1)
    if match["part"]:
        opens = 10 if _LATE.search(match["part"]) else 1
        return _run(int(match["part_year"]), opens, 3)
    return _years(match) if match["split"] else _run(int(match["year"]), 1, 12)


def _years(match: re.Match[str]) -> tuple[date, date]:
    """The time of a year with figures behind it: a month, several years or one that is split."""
    opening, more = int(match["split"]), _later_years(match)
    if _is_month(match):
        return _run(opening, int(match["split_end"]), 1)
    return _run(opening, 1, 12 * (more + 1)) if more else _run(opening, _YEAR_OPENS, 12)


def _is_month(match: re.Match[str]) -> bool:
    """Whether two figures behind a year are a month ("2022-10"): they name no year after it."""
    written = _ISO_MONTH.fullmatch(match[0])
    return bool(written and written[2] <= written[1])


def _later_years(match: re.Match[str]) -> int:
    """How many years after the first the last of several comes ("1983-2006"), in the next century
    where it has two figures less than those of a year of the last ("1998-05"); 0 of a year that is
    split.
    """
    opening, end = match["split"], match["split_end"]
    more = int(end) - int(opening[-len(end) :])
    if more < 0 and len(end) == _TWO and opening.startswith("19"):
        more += _CENTURY
    return more if more > 1 else 0


def _run(year: int, month: int, length: int) -> tuple[date, date]:
    """``length`` months from the first of a month."""
    last = month - 1 + length
    return date(year, month, 1), date(year + last // 12, last % 12 + 1, 1)


def long_date(day: date) -> str:
    """A day as people write it: "21 July 2023"."""
    return f"{day.day} {day:%B %Y}"
