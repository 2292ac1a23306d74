"""The day of a meeting as it stands beside a text: in margins, titles and names of files."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from kg.extraction import dates, month_order
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import Says, field
from kg.structure.names import bodies
from kg.tables.load import matches

BESIDE = 8
"""How many paragraphs of a document may stand beside its text."""
_HEAD = 14
_RUNNING = 120
_YEARLY = re.compile(r"\d{1,4}/\d\d|\d\d/\d{1,4}")
"""The number of an item with that of its year: "58/16", "16/058"."""
_COUNTED = 3
_YEAR = re.compile(r"(?:19|20)(?<!\d..)\d{2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGITS = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d{2})(?P<gap>[ _-]?)(?P<month>\d{2})(?P=gap)(?P<day>\d{2})"
    r"|(?P<first>\d{1,2})(?P<mark>[ _-])(?P<second>\d{1,2})(?P=mark)(?P<last>(?:19|20)?\d{2})"
    r"|(?P<six>\d{6}))(?!\d)"
)
"""A day in digits alone: "20190530", "25 01 14", "250114"."""
_STOPPED = re.compile(r"\d\.\d{1,2}\.\d")
_POINTS = re.compile(r"_|(?<=\d)\.(?=\d)")
"""What stands between the numbers of a day in the name of a file."""


def in_digits(text: str, document: Document) -> date | None:
    """The first day that a title or the name of a file gives in digits alone.

    Of two that six digits may be, "250114", it is the one whose year the paper speaks of.
    """
    for found in _DIGITS.finditer(text):
        if (day := _day(found, document)) is not None:
            return day
    return None


def _day(found: re.Match[str], document: Document) -> date | None:
    if found["year"]:
        year, month, day = found["year"], found["month"], found["day"]
        return _made(year, month, day) or _made(year, day, month)
    if found["first"]:
        year, first, second = found["last"], found["first"], found["second"]
        return _made(year, second, first) or _made(year, first, second)
    a, b, c = (found["six"][at : at + 2] for at in (0, 2, 4))
    years = years_in(document.text)
    possible = {day for day in (_made(a, b, c), _made(c, b, a)) if day and day.year in years}
    return possible.pop() if len(possible) == 1 else None


def _made(year: str, month: str, day: str) -> date | None:
    with suppress(ValueError):
        return date(int(year if len(year) > len("99") else f"20{year}"), int(month), int(day))
    return None


@lru_cache(maxsize=1)
def years_in(text: str) -> frozenset[int]:
    """The years that a text speaks of; those of the last text are kept."""
    return frozenset(map(int, _YEAR.findall(text)))


def stated_beside(document: Document) -> list[str]:
    """What is stated above the text of a document."""
    return [p.text for p in document.paragraphs[:BESIDE] if p.kind is Kind.FURNITURE]


def running(document: Document) -> list[Paragraph]:
    """The short lines that stand in the margins of the pages."""
    return [p for p in document.paragraphs if p.kind is Kind.FURNITURE and len(p.text) <= _RUNNING]


def running_day(document: Document) -> date | None:
    """The day that the margins of the pages give, unless they say that it is another's."""
    own = (p.text for p in running(document) if not _is_of_another(p.text))
    return next((day for text in own if (day := dates.first_day(text)) is not None), None)


def day_of_heading(document: Document) -> date | None:
    """The one day of which headings, also those below lists of people, call a paper the minutes."""
    heads = [p.text for p in document.paragraphs if p.kind is Kind.HEADING]
    return only_day(calling_paper(text for text in heads if len(text) <= _RUNNING))


def calling_paper(texts: Iterable[str]) -> list[str]:
    """The texts that say what paper this is, and speak of no other meeting than its own."""
    return [text for text in texts if bodies.says_paper(text) and not _is_of_another(text)]


def only_day(texts: Iterable[str]) -> date | None:
    """The one day that texts give; None where they give several."""
    days = {found.day for text in texts for found in dates.days(text)}
    return days.pop() if len(days) == 1 else None


def _is_of_another(text: str) -> bool:
    """Whether a text gives the day of another meeting than that of its paper."""
    return matches(text, "sections", "dated", "others")


def day_of_file(document: Document) -> date | None:
    """The day that stands beside a paper: in its title, its file name, else its day of posting."""
    stated = stated_beside(document)
    titles = [text for text in stated if not _may_be_posted(text)]
    name = document.source.name.replace("_", "-")
    for text in as_meant([*titles, document.title, name], document):
        if (day := dates.first_day(text) or in_digits(text, document)) is not None:
            return day
    return next((day for text in stated if (day := dates.first_day(text)) is not None), None)


def days_of_name(document: Document) -> frozenset[date]:
    """The days that the name of a file may give, its numbers with either the day first or not."""
    name = _POINTS.sub("-", PurePath(document.source.name).stem)
    found = {dates.first_day(text) for text in (name, month_order.month_first(name))}
    return frozenset(day for day in (*found, in_digits(name, document)) if day is not None)


def as_meant(texts: list[str], document: Document) -> list[str]:
    """Texts with their days in numbers turned round where the paper writes the month first.

    One between stops is turned that the first lines so give in words.
    """
    if any(map(_STOPPED.search, texts)):
        told = _told_in_words(document)
        texts = [month_order.as_told(text, told) for text in texts]
    turned = [month_order.month_first(text) for text in texts]
    return turned if turned != texts and _writes_month_first(document) else texts


def _told_in_words(document: Document) -> frozenset[date]:
    """The days that the first lines of a paper give with the name of their month."""
    lines = [line for p in document.paragraphs[:_HEAD] for line in p.text.split("\n")]
    return frozenset(d.day for one in lines if not _STOPPED.search(one) for d in dates.days(one))


def _writes_month_first(document: Document) -> bool:
    """Whether days in numbers have their month first: the text says so, or the file's name does.

    So "3/4/13" has in a file called "2013-03-04", or "20130304".
    """
    name = document.source.name.replace("_", "-")
    whole = in_digits(name, document)
    return month_order.says_month_first(f"{document.text}\n{name}\n{whole or ''}")


def is_named_by_day(document: Document) -> bool:
    """Whether the file of a paper is called by a day, and by what the paper is or nothing else.

    So are "2019-05-13.md" and "20190513_minutes.md".
    """
    name = PurePath(document.source.name).stem.replace("_", "-")
    if not (dates.days(name) or in_digits(name, document)):
        return False
    rest = " ".join(_WORD.findall(name))
    return not rest or (bodies.says_paper(rest) and not matches(rest, "sections", "lists", "own"))


def _may_be_posted(text: str) -> bool:
    """Whether a field gives a day that is not, or need not be, that of the meeting."""
    said = field(text)
    return said is not None and said.says in (Says.DAY, Says.POSTED)


def years_of_numbers(document: Document) -> tuple[int, ...]:
    """The year behind or before the counts of all items, "58/16", and the next, where it ends."""
    numbers = {p.number for p in document.paragraphs if p.number and _YEARLY.fullmatch(p.number)}
    pairs = [number.split("/") for number in numbers]
    for side in (1, 0) if len(pairs) >= _COUNTED else ():
        years = {pair[side] for pair in pairs}
        if len(years) == 1 and len(year := years.pop()) == len("99"):
            return 2000 + int(year), 2001 + int(year)
    return ()


def year_of(document: Document) -> date | None:
    """The middle of the year that a paper's first lines, title or file name give.

    Failing that, the first whole day it writes anywhere, such as when a task is due: minutes of
    "13 December" that speak of 31 January 2012 are of 2011.
    """
    first = [p.text for p in document.paragraphs[:_HEAD] if p.kind is not Kind.TABLE]
    for text in (document.title, *first, document.source.name):
        if (match := _YEAR.search(text)) is not None:
            return date(int(match.group()), 7, 1)
    days = (dates.first_day(p.text) for p in document.paragraphs)
    return next((day for day in days if day is not None), None)
