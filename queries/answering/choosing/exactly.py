"""Which hits tell a number, a day, a sum or a time of day of the very thing asked about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kg.tables.load import matches, table
from queries.answering.asking import HEADS, Asking, has_names, with_titles, without_stems
from queries.answering.choosing.distance import EXACT, SPOKEN
from queries.answering.choosing.likeness import has_like
from queries.answering.choosing.numbering import (
    counted,
    described,
    figured,
    numbers,
    says_how_many,
    sentences,
)
from queries.answering.choosing.people_named import NAMED
from queries.answering.choosing.section import BACK, held_in_section, section_before
from queries.answering.choosing.sentence_shares import shares
from queries.answering.choosing.told import Told
from queries.answering.timely import asked_time, times_written
from queries.graphs.place import Place
from queries.retrieval.ranking import in_place
from queries.search import Hit
from queries.texts.wording import (
    content_stems,
    found,
    light,
    overlaps,
    says,
    spans,
    stems,
    stems_of,
)
from queries.understanding.periods import in_time, times_in
from queries.understanding.question import Question

_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_HALF = 0.5
NAMED_IN_GRAPH = frozenset({"council"})
"""What no form of words shows, since the graph says which passages name one."""
_NUMBERS = frozenset({"number", "money", "proportion"})
"""What is told by a number that the question does not give."""
CLOSE_IN_WORDS = 0.7
"""From this closeness a number may count a thing that passages call otherwise."""
NEAR = 5
"""The last rank of which half of what any hit has of the subject is enough."""
MOST = 0.75
"""The part of it that is asked for further down, where half of the subject must be had, too."""
MOSTLY = 0.8
"""From this share of the subject the nearest passage is on the thing, whatever it calls it."""
NEAREST = 0.4
"""The part of what any hit has of the subject that a sentence of the nearest one must have; of
none where all have little, since then it says it in other words."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a sentence must show: a number of a thing (stems) that is none of the figures that the
    question gives, or a day that is none of its times. ``rest`` asks without the ``whole`` of which
    it counts a part ("of the 20").
    """

    thing: frozenset[str]
    figures: tuple[str, ...]
    whole: tuple[str, ...]
    times: tuple[str, ...]
    rest: Asking

    def is_of_whole(self, part: str) -> bool:
        """Whether a sentence is of that whole: it gives the number, points back to it, or has most
        of the rest of the subject.
        """
        given = all(number in part for number in self.whole)
        return given or says(part, "of_those") or self.rest.share(part) >= MOST


def binding(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Those of which a sentence shows what is asked for and has, with the one before it and the
    titles, half of the subject that any hit has; less of it will do for the nearest, and more is
    asked of those far down.
    """
    wanted = _wanted(asking)
    ours = [one for one in told if _is_it(asking, one.hit) or _of_name(asking, one.hit.place)]
    ours = [one for one in ours if _of_kind_counted(asking, one)]
    fits = [one for one in ours if _bound(asking, one, wanted) >= _least(asking, one.hit.rank)]
    return _averages(asking, ours, wanted) or fits or _counted_otherwise(asking, ours)


def _is_it(asking: Asking, hit: Hit) -> bool:
    """Whether the nearest passage has so much of the subject that it need not name it."""
    return hit.rank == 1 and asking.share(in_place(hit.place)) >= MOSTLY


def _of_kind_counted(asking: Asking, told: Told) -> bool:
    """Whether a passage, or what stands before it in its section, has each word, or one like it,
    that says what kind of thing is counted, unless no hit counts things of that kind.
    """
    if asking.question.expects != "number" or _is_it(asking, told.hit):
        return True
    held = held_in_section(asking, told)
    return not any(
        not has_like(asking, word, held, told.hit.place.paragraph)
        and _counted_elsewhere(asking, word)
        for word in described(_in_short(asking.question))
        if not set(stems(word)) <= light() | stems_of("questions", "manner")
    )


def _counted_elsewhere(asking: Asking, kind: str) -> bool:
    """Whether a sentence of any hit has a word for a kind and a number of the thing."""
    thing, own = counted(_in_short(asking.question)), set(stems(kind))
    parts = (part for hit in asking.result.hits for part in sentences(hit.place.text))
    return any(own <= set(stems(part)) and says_how_many(part, thing) for part in parts)


def _averages(asking: Asking, told: Sequence[Told], wanted: _Wanted) -> list[Told]:
    """Those of the best hits of which a sentence gives an average, where one is asked for: it is
    told whatever else the sentence calls it.
    """
    if not says(asking.question.text, "average"):
        return []
    return [one for one in told if one.hit.rank <= HEADS and _averages_in(asking, one, wanted)]


def _averages_in(asking: Asking, told: Told, wanted: _Wanted) -> bool:
    return any(
        says(part, "averaged") and _shows(asking, told.hit.place, part, wanted)
        for part in sentences(told.text)
    )


def _of_name(asking: Asking, place: Place) -> bool:
    """Whether a passage has the name of what is asked about, where it stands or shortly before it
    in its section; where it has a number of its own, and itself names nothing, right before it,
    unless it points back to more ("these projects").
    """
    names_other = bool(place.number and NAMED.search(place.text))
    near = place.number and not says(place.text, "points_back")
    before = "" if names_other else section_before(asking, place, 1 if near else BACK)
    return has_names(asking, f"{in_place(place)}\n{before}")


def _counted_otherwise(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """The best hits where one of them is told to be so many of what is counted, in other words:
    where all have little of the subject, yet are near.
    """
    freely = asking.covered < SPOKEN and asking.closeness >= CLOSE_IN_WORDS
    if asking.question.expects != "number" or not freely:
        return []
    return [one for one in told if one.hit.rank <= HEADS and numbers(one.text)]


def _least(asking: Asking, rank: int) -> float:
    """The least share of the subject of a sentence that shows what is asked for."""
    if rank == 1:
        return NEAREST * asking.covered if asking.covered >= SPOKEN else 0.0
    if rank <= NEAR:
        return _HALF * asking.covered
    return max(_HALF, MOST * asking.covered)


def _wanted(asking: Asking) -> _Wanted:
    """What a sentence must show, worked out once for a question."""
    question = asking.question
    thing = counted(_in_short(question)) if question.expects == "number" else frozenset[str]()
    whole = tuple(found(question.text, "out_of"))
    return _Wanted(thing, _given(asking), whole, _times_given(asking), without_stems(asking, whole))


def _in_short(question: Question) -> str:
    """A question with the short form of each name that has one, so that no word of the name counts
    as the thing ("How many special needs and abilities schools").
    """
    text = question.text
    for one in reversed(question.mentions):
        if one.kind == "Term":
            text = text[: one.start] + min(one.labels, key=len) + text[one.end :]
    return text


def _bound(asking: Asking, told: Told, wanted: _Wanted) -> float:
    """The greatest share of the subject beside what is asked for, below 0 where that is not."""
    place = told.hit.place
    heads = with_titles(replace(place, text=place.text.partition("\n")[0] if _row(place) else ""))
    heads = f"{heads}\n{section_before(asking, place)}"
    besides = _of_other_times(asking, told.text, asking.days.of(place))
    shown = shares(
        asking,
        told.text,
        heads,
        lambda part: part not in besides and _shows(asking, place, part, wanted),
    )
    return max(shown, default=-1.0)


def _of_other_times(asking: Asking, text: str, paper: date | None) -> set[str]:
    """The sentences of a text that tell, with the one before, of other times than a number is asked
    of; what they write without a year is of the time of the ``paper``.
    """
    time = asked_time(asking.question)
    if time is None or asking.question.expects not in _NUMBERS:
        return set()
    parts = sentences(text)
    told = ((part, f"{before} {part}") for before, part in pairwise(["", *parts]))
    return {
        part
        for part, words in told
        if times_in(words) and not any(time.meets(one) for one in times_written(words, paper))
    }


def telling_parts(asking: Asking, place: Place, parts: Sequence[str]) -> list[bool]:
    """Which of some sentences of a passage show what is asked for, where one word would tell it;
    where it is asked how many, those that count the thing.
    """
    question = asking.question
    if question.expects not in EXACT - NAMED_IN_GRAPH:
        return [False] * len(parts)
    wanted = _wanted(asking)
    return [_shows(asking, place, part, wanted) for part in parts]


def bounding(asking: Asking, told: Sequence[Told]) -> list[Told] | None:
    """Those of which a sentence says at what time of day a meeting began or ended; None where
    more is asked, or where titles may tell when it began.
    """
    question = asking.question
    side = next(
        (one for one in table("questions")["bounds"] if says(question.text, "bounds", one)), ""
    )
    if not side or set(question.subject) - stems_of("questions", "bounding") - light():
        return None
    found = [
        one
        for one in told
        if _of_meeting(asking, one.hit.place)
        and any(
            says(part, "bounds", side) and says(part, "shows", "clock")
            for part in sentences(one.text)
        )
    ]
    return found or ([] if side == "ends" else None)


def _of_meeting(asking: Asking, place: Place) -> bool:
    """Whether a passage is of no meeting of another time than is asked of."""
    day = place.meeting and place.meeting.date
    return day is None or in_time(day, asking.question.periods)


def _row(place: Place) -> bool:
    return place.form == "table"


def _shows(asking: Asking, place: Place, part: str, wanted: _Wanted) -> bool:
    """Whether a sentence shows what is asked for, beside the numbers of the question; a row of a
    table counts what its heads name.
    """
    if not wanted.is_of_whole(part):
        return False
    if _counts_otherwise(asking.question, part.removeprefix(place.number or "")):
        return False
    for figure in wanted.figures:
        part = re.sub(rf"(?<![\d.,]){re.escape(figure)}(?![\d%]|[.,]\d)", "#", part)
    for time in wanted.times:
        part = re.sub(re.escape(time), "#", part, flags=re.IGNORECASE)
    thing = wanted.thing
    if not thing:
        return matches(part, "questions", "shows", str(asking.question.expects))
    return says_how_many(part, thing) or (
        _row(place) and _heads_name(place, thing) and figured(part)
    )


def _counts_otherwise(question: Question, part: str) -> bool:
    """Whether a sentence counts only a part that the question does not name, where it asks for all,
    or gives no figure, where it asks for an average.
    """
    if question.expects in _NUMBERS and says(question.text, "average"):
        return not (numbers(part) or _FIGURE.search(part))
    if not says(question.text, "asks_total") or says(part, "of_the_whole"):
        return False
    parts = [part[start:end] for start, end in spans(part, "of_a_part")]
    return bool(parts) and set(content_stems(" ".join(parts))).isdisjoint(stems(question.text))


def _given(asking: Asking) -> tuple[str, ...]:
    """The numbers that a question gives ("how many of the 20"), which are no answer to it."""
    if asking.question.expects not in _NUMBERS:
        return ()
    times = [(one.begin, one.end) for one in asking.question.periods]
    figures = _FIGURE.finditer(asking.question.text)
    return tuple(match[0] for match in figures if not overlaps(*match.span(), times))


def _times_given(asking: Asking) -> tuple[str, ...]:
    """The times that a question for a day gives ("the report of May 2030"), which tell it no day;
    years alone may be part of what does.
    """
    question = asking.question
    if question.expects != "date":
        return ()
    times = (question.text[one.begin : one.end] for one in question.periods)
    return tuple(time for time in times if not time.isdigit())


def _heads_name(row: Place, thing: frozenset[str]) -> bool:
    """Whether the heads of a table, or what says where it stands, name a thing."""
    heads = replace(row, text=row.text.partition("\n")[0])
    return not thing.isdisjoint(stems(in_place(heads)))
