"""Days in numbers whose month comes first: how a text tells that, and what they then are."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache

from kg.extraction.dates import (
    AMERICAN,
    AMERICAN_COUNTED,
    JOINED,
    MONTH_ONLY,
    NUMERIC,
    WRITTEN,
    first_day,
    has_month_first,
    month_number,
)

_MONTHS_IN_YEAR = 12
_STATED = re.compile(r"20(?<![\d-]20)\d\d-\d\d-\d\d(?![\d-])")


@lru_cache(maxsize=1)
def says_month_first(text: str) -> bool:
    """Whether days in numbers have their month first: "4/16/17" says so, "1/3/23" does not.

    So does "9/6/2011" beside "2011-09-06". Where none tells, or as many tell otherwise, it is
    the days in words that do: "May 1, 2019", and none that stands before its month; else the
    months that are named.
    """
    first = [m for m in NUMERIC.finditer(text) if m["mark"] != "."]
    stated = set(_STATED.findall(text)) if first else set()
    american = sum(_tells(int(m["day"]), int(m["month"]), m["year"], stated) for m in first)
    british = sum(_tells(int(m["month"]), int(m["day"]), m["year"], stated) for m in first)
    if american != british:
        return american > british
    if WRITTEN.search(text) is not None:
        american_days = has_month_first(text) and AMERICAN.search(text) is not None
        return american_days and _months_tell(text, first)
    counted = any(form.search(text) for form in (AMERICAN, AMERICAN_COUNTED))
    return counted or _months_tell(text, first)


def _months_tell(text: str, days: Sequence[re.Match[str]]) -> bool:
    """Whether more of the months are named that days in numbers are of with their month first."""
    known = {month_number(match["month"]) for match in MONTH_ONLY.finditer(text)} if days else ()
    american = sum(int(day["day"]) in known for day in days)
    return american > sum(int(day["month"]) in known for day in days)


def _tells(month: int, day: int, year: str, stated: Collection[str]) -> bool:
    """Whether a day in numbers can only be read so, or a paper states it with its year first."""
    if month > _MONTHS_IN_YEAR or month == day:
        return False
    return day > _MONTHS_IN_YEAR or f"20{year[-2:]}-{month:02}-{day:02}" in stated


def month_first(text: str) -> str:
    """A text with its days in numbers turned round: "3-1-23" as "1-3-23", of the same length."""
    return NUMERIC.sub(_turned, text) if JOINED.search(text) else text


def as_told(text: str, told: Collection[date]) -> str:
    """A text with its days between stops turned round that only so are among some: "11.02.11"."""
    return NUMERIC.sub(lambda match: _turned_to(match, told), text)


def _turned_to(match: re.Match[str], told: Collection[date]) -> str:
    turned = f"{match['month']}.{match['day']}.{match['year']}"
    meant = match["mark"] == "." and first_day(turned) in told and first_day(match[0]) not in told
    return turned if meant else match[0]


def _turned(match: re.Match[str]) -> str:
    day, month = int(match["day"]), int(match["month"])
    turned = max(day, month) <= _MONTHS_IN_YEAR and match["mark"] != "."
    if not turned:
        return match.group()
    return f"{match['month']}{match['mark']}{match['day']}{match['mark']}{match['year']}"
