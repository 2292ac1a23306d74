"""What is listed under a heading, or a line in place of one, that names what is asked for:
"Grants approved", "Supported by the Parish Council".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import takewhile

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.listing import under_label
from queries.graphs.place import Place, places
from queries.texts.wording import (
    content_stems,
    first_match,
    light,
    says,
    stems,
    stems_of,
    stopstems,
    stripped,
)
from queries.understanding.periods import in_time
from queries.understanding.question import OPEN

LOOKED_AT = 80
"""How many passages that have most words of the question are looked at."""
POINT = 40
"""The most words of a line of a list."""
NAMED = 12
"""The most words of a line that only names a thing and ends as a sentence."""
SEVERAL = 2
"""The least lines of a list; a single line is told where a time is asked of and so many words tell
which list it is of.
"""
MOST = 40
"""The most lines that are told."""
_WAYS = frozenset({OPEN, "decision", "role"})
"""The ways of asking whose answer may stand under such a heading."""

_COUNTED = re.compile(r"\W*\d{1,3}(?:\.\d{1,3})?[.)]\s")
"""How a line opens that is counted as the titles with their days are."""

Lists = Mapping[tuple[str, str], list[Place]]
"""The lines under headings, by paper and path of headings."""


def by_headed_list(asking: Asking) -> Found | None:
    """The lines under the headings that have all words of what is asked for, of the time asked of,
    with their number where that is asked; None where there is no such list.
    """
    question = asking.question
    several = says(question.text, "list") or question.expects == "number"
    wanted = _wanted(asking) if several and question.way in _WAYS else frozenset()
    if not wanted or not question.subject or question.whether:
        return None
    near = asking.searcher.library.keywords.nearest(question.keywords, LOOKED_AT, asking.where)
    lists = _lists(asking, places(asking.graph, near).values(), wanted)
    told = [place for some in lists.values() for place in some][:MOST]
    sure = asking.asked_time is not None and len(wanted - _general()) >= SEVERAL
    if len(told) < SEVERAL and not (told and sure):
        return None
    number = f"{len(told)}: " if question.expects == "number" else ""
    return Found(
        answer=number + _answer(asking, told),
        quotes=[Quote(place.paragraph, place.text) for place in told],
        values=tuple(dict.fromkeys(place.text for place in told)),
    )


def _wanted(asking: Asking) -> frozenset[str]:
    """The stems of what a heading must have: the question without its times and the bodies asked,
    and without words that say of no list which it is.
    """
    text = asking.question.text
    times = " ".join(text[one.begin : one.end] for one in asking.question.periods)
    aside = {*stems(times), *asking.body_stems, *light()}
    said = frozenset(content_stems(stripped(text, "listed_in"))) - aside
    return said if said - _general() else frozenset()


@cache
def _general() -> frozenset[str]:
    """The stems of words that say of no list which it is."""
    return stems_of("questions", "frame") | stems_of("questions", "things_listed")


def _lists(asking: Asking, near: Iterable[Place], wanted: frozenset[str]) -> Lists:
    """The lists under fitting headings: of several those whose headings say least besides."""
    spans = asking.question.periods
    timely = [one for one in near if in_time(_day(asking, one), spans)]
    found_under: dict[tuple[str, str], list[Place]] = {}
    for place in sorted(timely, key=lambda one: (_day(asking, one), one.document, one.ordinal)):
        for line in _lines(asking, place):
            if _fits(asking, line, wanted):
                found_under.setdefault((line.document, line.last_heading), []).append(line)
    whole = {key: _entries(some) or some for key, some in found_under.items()}
    lists = {
        key: some
        for key, some in whole.items()
        if all(map(_listed, some)) and not all(map(_is_sentence, some))
    }
    besides = {key: len(_besides(asking, key[1], wanted)) for key in lists}
    least = min(besides.values(), default=0)
    return {key: some for key, some in lists.items() if besides[key] == least}


def _entries(lines: Iterable[Place]) -> list[Place]:
    """The lines that open with a number, a title and its day, without what they say of it, and
    those numbered like them; none where there are not several of such a day.
    """
    found = [(line, first_match(line.text, "dated_entry")) for line in lines]
    if sum(match is not None for _, match in found) < SEVERAL:
        return []
    return [
        replace(line, text=match["entry"]) if match else line
        for line, match in found
        if match or _COUNTED.match(line.text)
    ]


def _lines(asking: Asking, place: Place) -> Iterator[Place]:
    """A line as it stands, or the lines under it where it stands in place of a heading."""
    if place.form == "heading":
        return
    if not says(place.text, "outcome_line"):
        yield place
        return
    under = places(asking.graph, under_label(asking.graph, place))
    for line in takewhile(_listed, sorted(under.values(), key=lambda one: one.ordinal)):
        yield replace(line, heading=place.text)


def _besides(asking: Asking, heading: str, wanted: frozenset[str]) -> set[str]:
    """The stems of a heading beside what is wanted and the bodies asked."""
    return set(stems(heading)) - wanted - asking.own_stems - stopstems()


def _fits(asking: Asking, place: Place, wanted: frozenset[str]) -> bool:
    """Whether the headings of a line have all that is wanted, the last of them what tells and no
    more besides that.
    """
    item = place.item.title if place.item else None
    missing = wanted - set(stems(" ".join((*place.headings, item or ""))))
    telling = (wanted - _general()) & set(stems(place.last_heading))
    besides = _besides(asking, place.last_heading, wanted) - asking.body_stems - _general()
    besides -= stems_of("questions", "facts", "Decision")
    named = len(telling) > len(besides) and missing <= _general()
    return named and not says(place.last_heading, "stating")


def _listed(place: Place) -> bool:
    """Whether a line is a point, or is short and says nothing of what it names."""
    if place.form == "list item":
        return True
    short = place.form != "table" and len(place.text.split()) <= POINT
    return short and not says(place.text, "stating")


def _is_sentence(place: Place) -> bool:
    """Whether a line is a sentence of some length, and names no one thing."""
    return place.text.rstrip().endswith(".") and len(place.text.split()) > NAMED


def _day(asking: Asking, place: Place) -> date:
    return asking.days.of(place) or date.min


def _answer(asking: Asking, told: Iterable[Place]) -> str:
    """The lines of each day, one to a line where they are of one day."""
    days: dict[str, dict[str, None]] = {}
    for place in told:
        days.setdefault(asking.days.in_words(place), {})[place.text] = None
    if len(days) == 1:
        return "\n".join(line for lines in days.values() for line in lines)
    return "\n".join(f"{day}: {'; '.join(lines)}" for day, lines in days.items())
