"""The day of the meeting that the head of a paper names."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TypeAlias

from kg.extraction import dates
from kg.extraction.meetings.days_beside import (
    BESIDE,
    as_meant,
    calling_paper,
    days_of_name,
    in_digits,
    only_day,
    running,
    stated_beside,
    year_of,
    years_in,
    years_of_numbers,
)
from kg.extraction.meetings.head_lines import (
    BESIDE_DAY,
    TITLE,
    is_day,
    lists_people,
    names_officer,
    run_on,
    sentences_of,
    with_whole_days,
)
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import DAYS, Field, Says, field
from kg.structure.names import bodies
from kg.tables.load import either, likely, matches

SpeaksOfOther: TypeAlias = Callable[[str], bool]
"""Whether a line speaks of another meeting than that of its part."""

_FIRST = 3
_SENTENCE = 400
_SHORT = 60
_BRIEF = 90
_ASIDE = re.compile(r"\([^()]*\)")
_HELD = re.compile(r"\b(?:was |be )?held (?:\w+ ){0,3}?(?:on|at|in|via|by)\b", re.IGNORECASE)
_HELD_LONG = re.compile(r"\b(?:held|met|convened)\b.{0,200}", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_MOVED_FROM = re.compile(
    r"\b(?:moved|re-?scheduled|postponed|brought\s+forward|adjourned)\s+from\s+[^,;()\n]{0,30}?\d{4}\b",
    re.IGNORECASE,
)
"""The day on which a meeting was to be before: "Moved from 9th October 2018, Cabinet"."""
_BYLINE = re.compile(r"\d\s+(?i:by)\s+[A-Z]|^\W*(?i:updated|posted|published)\b")


def day_in(head: Sequence[Paragraph], others: SpeaksOfOther, document: Document) -> date | None:
    """The day that a head gives its meeting, in lines that do not speak of another.

    The lines before the list of people come first, among them a first one that is a day
    without a year, then one that speaks of a meeting; then the day stated above the text,
    before what sentences speak of. A day without a year takes that of the document's first
    lines, or the one year among those the document speaks of in which its day of the week fits.
    A title beside the text comes before the lines below the list of people, and the address
    of a page gives a day only where nothing else does. Before all comes the day by which the
    file is called too.
    """
    written = list(_without_days_of_others(_told_lines(head, document), others))
    lines = [_ADDRESS.sub(" ", line) for line in written]
    above = _above_people(lines)
    year = year_of(document)
    titles = [line for line in above if not others(line)]
    opening = [] if any(map(dates.first_day, titles[:_FIRST])) else titles[:_FIRST]
    brief = [line for line in above if len(line) <= _BRIEF or _is_telling(line)]
    first = _before_numbers(head, above, document)
    return (
        _day_of_name(head, lines, others, document)
        or _day_by_week(opening, document)
        or _day_told_whole(titles, lines)
        or _day_by_week(_shown_undated(titles, head, document), document)
        or _day_of_title(opening, year)
        or _day_of(first, others, None)
        or _day_of(brief, others, None)
        or _day_by_week(titles, document)
        or _day_of_title(titles, year)
        or _stated_day(head, document)
        or _day_of(above, others, year)
        or _titled_day(head, others, document)
        or _one_running_day(document)
        or _day_of(lines, others, year)
        or _day_in_digits(titles, document)
        or _day_of(written, others, year)
    )


def _above_people(lines: Sequence[str]) -> list[str]:
    """The lines before the list of people, without those that name an officer."""
    above = takewhile(lambda line: names_officer(line) or not lists_people(line), lines)
    return [line for line in above if not names_officer(line)]


def _before_numbers(
    head: Sequence[Paragraph], above: Sequence[str], document: Document
) -> Sequence[str]:
    """The lines ``above`` the list of people that stand before any number and are no sentences;
    none where a line calls to a meeting.
    """
    if any(map(_calls, above)):
        return ()
    unnumbered = _told_lines([*takewhile(lambda p: p.number is None, head)], document)
    return [line for line in unnumbered if line in above and not line.endswith(".")]


def _day_of_name(
    head: Sequence[Paragraph], lines: Sequence[str], others: SpeaksOfOther, document: Document
) -> date | None:
    """The one day by which a file is called of those that the head it begins with gives."""
    called = days_of_name(document) if head and head[0].ordinal < BESIDE else frozenset()
    both: set[date] = set()
    for line in lines if called else ():
        given = called.intersection(found.day for found in dates.days(line))
        if given and not others(_bare(line)):
            both |= given
    return both.pop() if len(both) == 1 else None


def _told_lines(head: Sequence[Paragraph], document: Document) -> list[str]:
    """The lines of paragraphs that may give the day of a meeting."""
    given = (_MOVED_FROM.sub(" ", line) for p in head for line in p.text.split("\n"))
    written = with_whole_days(list(given))
    return as_meant([told for line in written for told in _told(line)], document)


def _without_days_of_others(lines: Sequence[str], others: SpeaksOfOther) -> Iterator[str]:
    """The lines, without days below a heading for another meeting: "Date of next meeting"."""
    for before, line in pairwise(("", *lines)):
        if not (is_day(line, BESIDE_DAY) and _heads_another(before, others)):
            yield line


def _heads_another(line: str, others: SpeaksOfOther) -> bool:
    """Whether a line without a day speaks of another meeting, and does not wait for it."""
    headed = len(line) <= _SHORT and others(line) and not dates.days(line)
    return headed and not matches(line, "sections", "dated", "pending")


def _stated_day(head: Sequence[Paragraph], document: Document) -> date | None:
    """The day stated above the text of a head: a meeting's by its title, else by "date: ..."."""
    said = _said_beside(head, document)
    titles = [one.value for one in said if one.says is Says.TITLE and _gives_day(one.value)]
    given = [one.value for kind in (Says.MEETING_DAY, Says.DAY) for one in said if one.says is kind]
    stated = map(dates.first_day, (*titles, *given))
    return next((day for day in stated if day is not None), None)


def _gives_day(title: str) -> bool:
    """Whether a title speaks of a meeting, or is a day and nothing else."""
    return _is_telling(title) or is_day(title)


def _titled_day(
    head: Sequence[Paragraph], others: SpeaksOfOther, document: Document
) -> date | None:
    """The day in a title stated above the text of a head, whatever else the title says."""
    titles = [one.value for one in _said_beside(head, document) if one.says is Says.TITLE]
    own = [title for title in as_meant(titles, document) if not others(title)]
    whole = (dates.first_day(title, near) for near in (None, year_of(document)) for title in own)
    return next((day for day in whole if day is not None), None)


def _said_beside(head: Sequence[Paragraph], document: Document) -> list[Field]:
    """The fields stated above the text of a head that begins a document."""
    if not head or head[0].ordinal >= BESIDE:
        return []
    return [one for one in map(field, stated_beside(document)) if one is not None]


def _one_running_day(document: Document) -> date | None:
    """The one day of which the margins say that a paper of it is a meeting's."""
    told = (p.text for p in running(document) if field(p.text) is None)
    return only_day(as_meant(calling_paper(told), document))


def notice_in(head: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs above the items that call to a meeting, be it "the next meeting"."""
    above = takewhile(lambda p: p.number is None and p.kind is not Kind.LIST_ITEM, head)
    return [p for p in above if _calls(p.text)]


def _day_of_title(lines: Sequence[str], year: date | None) -> date | None:
    """The day without a year that a line of the title begins with, or that is all it says."""
    for line in lines if year else ():
        for found in dates.days(line, year):
            if found.start == 0 and len(line) <= _SHORT:
                return found.day
    return None


def _day_told_whole(titles: Sequence[str], lines: Sequence[str]) -> date | None:
    """The whole day of a line whose day and month a title of the paper gives without a year.

    Below "Senate minutes, Sept. 29" it is "Sept. 29, 2020", whatever day stands between.
    """
    named = [line for line in titles if len(line) <= _BRIEF and bodies.says_paper(line)]
    bare = [line for line in named if dates.first_day(line) is None]
    told = frozenset[tuple[int, int]]().union(*map(dates.days_of_year, bare))
    whole = (found.day for line in lines for found in dates.days(line)) if told else ()
    return next((day for day in whole if (day.month, day.day) in told), None)


def _shown_undated(
    titles: Sequence[str], head: Sequence[Paragraph], document: Document
) -> Sequence[str]:
    """The titles in the text itself, where none of them has a whole day: what stands beside the
    text may be the day on which a page was made.
    """
    shown = _told_lines([p for p in head if p.kind is not Kind.FURNITURE], document)
    own = [line for line in titles if line in shown]
    return () if any(map(dates.first_day, own)) else own


def _day_by_week(lines: Sequence[str], document: Document) -> date | None:
    """The first day of the week that fits in the year of the first lines, in that by which the
    items are numbered, or in one near those of the text.
    """
    if not lines:
        return None
    year = year_of(document)
    own = (year.year,) if year else ()
    for years in (own, years_of_numbers(document), _years_near(document.text)):
        found = (dates.day_of_week(line, years) for line in lines)
        if (day := next((day for day in found if day is not None), None)) is not None:
            return day
    return None


def _years_near(text: str) -> tuple[int, ...]:
    """The years that a text speaks of, with those beside them."""
    return tuple(sorted({near for year in years_in(text) for near in (year - 1, year, year + 1)}))


def _day_in_digits(lines: Sequence[str], document: Document) -> date | None:
    """The day in digits alone that a title of a paper gives: "Minutes 25 01 14"."""
    titles = (line for line in lines if len(line) <= _BRIEF and bodies.says_paper(line))
    found = (in_digits(line, document) for line in titles)
    return next((day for day in found if day is not None), None)


def _day_of(lines: Sequence[str], others: SpeaksOfOther, near: date | None) -> date | None:
    if not any(dates.days(line, near) for line in lines):
        return None
    own = [line for line in lines if not (others(_bare(line)) or _is_byline(line))]
    calling = [line for line in own if _calls(line)]
    telling = [
        line for line in own if _is_telling(line) or (not calling and is_day(line, BESIDE_DAY))
    ]
    titles = [line for line in own if len(line) <= _BRIEF and bodies.says_paper(line)]
    above = list(takewhile(lambda line: not lists_people(line), own))
    held = [line for line in above if line in telling and _HELD.search(line)]
    first = [*(line for line in calling if line in above), *held, *titles]
    undated = [*first, *telling] if near else []
    ordered = ((first, None), (telling, None), (own, None), (undated, near))
    for candidates, year in ordered:
        for line in candidates:
            if (day := dates.first_day(line, year)) is not None:
                return day
    return None


def _bare(line: str) -> str:
    """A line without brackets, and without what is still to be done with the paper."""
    yet, told = ("sections", "dated", "yet"), _ASIDE.sub(" ", line)
    return either(*yet).sub(" ", told) if likely(told, *yet) else told


@lru_cache(maxsize=1024)
def _calls(line: str) -> bool:
    """Whether a line calls to a meeting, as a notice does."""
    return matches(line, "sections", "openings", "calls")


@lru_cache(maxsize=1024)
def _is_telling(line: str) -> bool:
    """Whether a line speaks of a meeting, or says that what it gives is a day."""
    said = field(line)
    return matches(line, "sections", "dated", "lines") or (said is not None and said.says in DAYS)


def _is_byline(line: str) -> bool:
    """Whether a line says who put the paper out, and when: "Friday, 14 July 2017 by Ann Lowe"."""
    return _BYLINE.search(line) is not None and not bodies.says_paper(line)


def _told(line: str) -> Sequence[str]:
    """What of a line may give the day of a meeting: its sentences, of a long one the first.

    Of a first one that is long too it is what stands behind words for holding a meeting, unless
    minutes are spoken of before.
    """
    if len(line) < _SENTENCE:
        return sentences_of(line)
    first = next(iter(sentences_of(line)), "")
    titles = first if len(first) <= TITLE else run_on(first)
    if titles:
        return (titles,)
    held = _HELD_LONG.search(line, 0, _SENTENCE)
    return (held[0],) if held and "minutes" not in line[: held.start()].lower() else ()
