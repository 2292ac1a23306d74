"""Open questions: the fewest verbatim sentences of the best passages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import starmap

from kg.tables.load import matches, table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import HITS, Asking, with_titles
from queries.answering.business.deciding import of_other_minutes
from queries.answering.choosing.apart import said_beside
from queries.answering.choosing.distance import DOUBTFUL, EXACT, WHOLE, far
from queries.answering.choosing.exactly import bounding
from queries.answering.choosing.listing import before, in_order, is_point, lead_of
from queries.answering.choosing.marks import marked, strength
from queries.answering.choosing.nothing_told import something_first, verdict
from queries.answering.choosing.ordering import first_where
from queries.answering.choosing.put_otherwise import in_other_words
from queries.answering.choosing.put_so import put_so_first
from queries.answering.choosing.section import section_before
from queries.answering.choosing.stretch import stretch
from queries.answering.choosing.titled import title_cited, under_title
from queries.answering.choosing.told import Stretch, Told, as_wholes, each_once
from queries.answering.choosing.whole_lists import LISTED, alone
from queries.answering.matters.largest import compared
from queries.answering.people.reaching import PROPERTIES
from queries.answering.refusing.astray import astray
from queries.answering.refusing.missing_matters import untold
from queries.answering.refusing.missing_words import is_asked, undone, unheard
from queries.answering.refusing.only_sought import only_sought
from queries.answering.telling import CLASSES, only_resolved, telling
from queries.answering.timely import framing_time, is_of, opening_time, speaks_of
from queries.graphs.place import Place, under_titles
from queries.texts.wording import first_match, found, says, stems
from queries.understanding.periods import Period, in_time, long_date
from queries.understanding.question import OPEN

PASSAGES = 3
"""The most passages an answer quotes."""
FULL = 0.6
"""From this share of the subject the best passage is on it, so that others must have a part."""
KEPT = 0.5
"""The part of that share that the others must have."""
SPOKEN = 0.6
"""The least share of the subject that a passage has where the latest is told first."""
MOSTLY = 0.8
"""The part of what the best passage has of the subject that one must have which says where, and of
the subject itself one that is put before those with up to `FAINT`."""
FAINT = 0.25
WORDED = 0.4
"""The share of its subject from which a question is in words of the papers, of whatever time."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_HALF = 0.5
_NEARLY = 0.9
_UNSAID = "No passage near the question has anything like “{}”; these are the nearest."
_UNREASONED = "Nothing here says in so many words that it is the reason."
_NOT_NEAR = "Nothing in the papers comes close enough to the question to answer it."
_UNTOLD = "No passage that speaks of this tells it."
_FAINT = "No passage is near the question; these are the nearest in meaning."


def by_passages(asking: Asking) -> Found | Missing:
    """The passages nearest to the question that tell what it asks, or why there are none."""
    if _of_another_time(asking) and not _at_bounds(asking):
        return Missing(f"Nothing near the question is {_then(asking)}.")
    if not asking.result.hits or (far(asking) and not _at_bounds(asking)):
        return Missing(_NOT_NEAR)
    strange = undone(asking) or untold(asking)
    if strange:
        return Missing(f"No passage near the question speaks of “{strange}”, which is asked about.")
    told = under_title(asking, _nearest_told(asking))
    if unsaid := _unsaid(asking, told):
        return Missing(f"No passage that speaks of this says {unsaid}.")
    timely = _timely(asking, told)
    if told and (not timely or _on_another(asking, told, timely)):
        return Missing(f"Nothing near the question is {_then(asking)}.")
    told = put_so_first(asking, _latest_first(asking, _own_first(asking, timely)))
    if not told:
        return Missing(_unnamed(asking))
    told = each_once(told, by=lambda one: one.text)
    told = compared(asking, told if asking.question.whether else as_wholes(told))
    if not told:
        return Missing("No passage that speaks of this says which is the most or the least.")
    told = alone(asking, told)
    if not told:
        return Missing("No passage that speaks of this names so many.")
    most = LISTED if says(asking.question.text, "list") else 1 if asking.brief else PASSAGES
    told = _beside_best(asking, _on_it_first(asking, told)[:most])
    if missing := astray(asking, told) or only_sought(asking, told):
        return missing
    unlike = unheard(asking)
    if beside := said_beside(asking, asking.result.hits[:HITS], unlike):
        return beside
    if unlike and (is_asked(asking, unlike) or _unreasoned(asking, told)):
        return Missing(f"No passage that speaks of this has anything like “{unlike}”.")
    return _found(asking, told, unlike)


def _found(asking: Asking, told: Sequence[Told], unlike: str | None) -> Found:
    """The words of what tells, and a warning where it lacks a word that is asked about."""
    stretches = [_stretches(asking, one) for one in told]
    order = dict.fromkeys(pair for some in stretches for pair in some)
    quoted = dict.fromkeys(pair for some in stretches for pair in _nearest_first(asking, some))
    return Found(
        answer=("" if unlike else verdict(asking, told)) + "\n".join(words for _, words in order),
        quotes=[*title_cited(asking, told), *starmap(Quote, _telling_first(asking, quoted))],
        note=_doubt(asking, unlike, told),
    )


def _unsaid(asking: Asking, told: list[Told]) -> str | None:
    """What is asked of a thing that nothing on it says."""
    if _unplaced(asking, told):
        return "where"
    return "why" if only_resolved(asking, told) else None


def _nearest_told(asking: Asking) -> list[Told]:
    """What tells what is asked, of the minutes and the year asked of: first what has a mark of
    it, then what says that there was something, and where.
    """
    near = [one for one in telling(asking) if not of_other_minutes(asking, one.hit.place)]
    placed = _trait_first(asking, _placed_first(asking, _of_year(asking, near)))
    return _marked_first(asking, something_first(asking, placed, PASSAGES))


def _doubt(asking: Asking, unlike: str | None, told: Sequence[Told]) -> str | None:
    """What is to be said of passages that are but the nearest, or lack a word or the reason."""
    if unlike:
        return _UNSAID.format(unlike)
    if asking.closeness_word_by_word < DOUBTFUL or in_other_words(asking):
        return _FAINT
    return _UNREASONED if _unreasoned(asking, told) else None


def _unreasoned(asking: Asking, told: Sequence[Told]) -> bool:
    """Whether it is asked why, and nothing told says so in so many words."""
    return says(asking.question.text, "why") and not any(
        says(one.text, "reasons") or _reason_before(asking, one.hit.place) for one in told
    )


def _at_bounds(asking: Asking) -> bool:
    """Whether a passage of the papers or time asked of says at what time of day a meeting began or
    ended, where nothing else is asked.
    """
    if asking.question.expects != "clock" or not (asking.scope or asking.question.periods):
        return False
    return bool(bounding(asking, [Told(hit) for hit in asking.result.hits]))


def _unnamed(asking: Asking) -> str:
    """What no passage names that is asked for, or that none says whether a thing was done."""
    if says(asking.question.text, "deed", "done") and not asking.question.expects:
        return "No passage that speaks of this says whether it was."
    if says(asking.question.text, "asks_name"):
        return "No passage that speaks of this says what it is called."
    thing = table("questions")["things"].get(asking.question.expects or asking.question.way)
    return f"No passage that speaks of this names {thing}." if thing else _UNTOLD


def _on_it_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that have most of the subject first, where the first have hardly any of it: they may be
    near for their time alone.
    """

    def share(one: Told) -> float:
        return asking.share(with_titles(one.hit.place))

    if max(map(share, told[:PASSAGES])) > FAINT:
        return told
    return sorted(told, key=lambda one: share(one) < MOSTLY)


def _beside_best(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that have a good part of what the best has of the subject, where one has most of it,
    each with what is said before it.
    """
    before = [_said_before(asking, one.hit.place) for one in told]
    shares = [
        asking.share(f"{said}\n{with_titles(one.hit.place)}\n{one.text}")
        for said, one in zip(before, told, strict=True)
    ]
    if max(shares) < FULL:
        return told
    least = KEPT * max(shares)
    return [one for one, share in zip(told, shares, strict=True) if share >= least]


def _said_before(asking: Asking, place: Place) -> str:
    """What stands before a passage in its section, where a number, a day or the like is asked for;
    what leads in to a point else.
    """
    if asking.question.expects in EXACT:
        return section_before(asking, place)
    lead = lead_of(asking.graph, place)
    return lead.text if lead else ""


def _of_year(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that write the year of the subject ("the 2090 target"), where it has but one."""
    years = {stem for stem in asking.question.subject if _YEAR.fullmatch(stem)}
    if len(years) > 1:
        return told
    return [one for one in told if years <= set(stems(with_titles(one.hit.place)))]


def _of_another_time(asking: Asking) -> bool:
    """Whether what the papers say of the subject is of another time than the one asked of: words
    tell, where the question is in theirs.
    """
    if asking.asked_time is None or not asking.result.hits:
        return asking.asked_time is not None
    anywhere = asking.covered_anywhere
    elsewhere = anywhere >= WORDED and asking.covered < _HALF * anywhere
    return elsewhere and not _writes_time(asking, asking.asked_time)


def _writes_time(asking: Asking, time: Period) -> bool:
    """Whether the nearest passage of whatever time writes the time asked of itself."""
    nearest = [hit.place for hit in asking.anywhere.hits[:1]]
    return any(speaks_of(one, asking.days.of(one), time) for one in nearest)


def _timely(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits without those of a paper of another year than the one that frames the question, or of
    one from before the time since when a number, a day or the like is asked for.
    """
    time = framing_time(asking.question) or opening_time(asking.question)
    if time is None:
        return told
    of = asking.days.of
    days = [(one, of(one.hit.place)) for one in told]
    return [one for one, day in days if day is None or is_of(one.hit.place, day, time)]


def _on_another(asking: Asking, told: list[Told], timely: list[Told]) -> bool:
    """Whether what is of the time asked of has less than half of what others have of the subject,
    and so is on another one.
    """
    best, ours = (
        max(asking.share(with_titles(one.hit.place)) for one in some) for some in (told, timely)
    )
    return ours < _HALF * best


def _own_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that are of the time asked of or write it, of those that have most of
    the subject: later papers may speak of their own time.
    """
    time = asking.asked_time
    if time is None:
        return told

    def own(one: Told) -> bool:
        place, day = one.hit.place, asking.days.of(one.hit.place)
        return in_time(day, [time]) or speaks_of(place, day, time)

    return first_where(asking, told, _NEARLY, own)


def _latest_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those that have most of the subject first, the latest before others, where it is
    asked how a matter stands, or how many there were by some time, and they have enough of it.
    """
    telling = [one for one in told if not _of_accounts(one)]
    shares = {one.hit.rank: asking.share(under_titles(one.hit.place)) for one in telling}
    most = max(shares.values(), default=0.0)
    counted = asking.question.expects == "number" and says(asking.question.text, "counted_by")
    if most < SPOKEN or not (counted or says(asking.question.text, "standing")):
        return told
    spans = [one for one in asking.question.periods if counted and one.after]

    def order(one: Told) -> int:
        day = asking.days.of(one.hit.place) or date.min
        if any(speaks_of(one.hit.place, day, span) for span in spans):
            return -date.max.toordinal()
        if any(day >= span.after for span in spans if span.after):
            return 0
        return -day.toordinal() if shares.get(one.hit.rank, 0.0) >= _NEARLY * most else 0

    return sorted(told, key=order)


def _of_accounts(told: Told) -> bool:
    """Whether a hit is a line of accounts, which says of a thing only what was paid."""
    text = told.hit.place.text
    return matches(text, "questions", "shows", "money") and not says(text, "stating")


def _then(asking: Asking) -> str:
    """The time asked of as the question writes it, and of when the nearest passage is instead."""
    question, text = asking.question, asking.question.text
    time = asking.asked_time or framing_time(question) or opening_time(question)
    written = "" if time is None else f"in or of {text[time.begin : time.end]}"
    places = [hit.place for hit in asking.anywhere.hits if hit.place.meeting]
    nearest = max(places, key=lambda one: asking.share(with_titles(one)), default=None)
    day = nearest.meeting.date if nearest and nearest.meeting else None
    day = None if day and time and time.holds(day) else day
    return f"{written}; what comes nearest is of {long_date(day)}" if day else written


def _placed_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that say where a thing is or goes, if that is asked, of as much of the
    subject as any.
    """
    if asking.question.way != OPEN or not says(asking.question.text, "where"):
        return told
    return first_where(asking, told, _NEARLY, lambda one: says(one.text, "placed"))


def _trait_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that tell the trait that is asked for ("the theme is ..."), of as much
    of the subject as any.
    """
    trait = first_match(asking.question.text, "asks_trait")
    if trait is None:
        return told
    tells = re.compile(rf"\b{trait['trait']}\W{{1,3}}(?:is|was|will be|of|[‘“\"'])", re.IGNORECASE)
    return first_where(asking, told, _NEARLY, lambda one: tells.search(one.text) is not None)


def _unplaced(asking: Asking, told: Sequence[Told]) -> bool:
    """Whether it is asked where something is or was, and no passage told says so of anything."""
    if asking.question.way != OPEN or not says(asking.question.text, "where_was"):
        return False
    known = set(stems(asking.question.text))
    shares = [asking.share(with_titles(one.hit.place)) for one in told[:PASSAGES]]
    least = max(_HALF, MOSTLY * max(shares, default=0.0))
    return not any(
        says(one.text, "placed")
        or says(one.text, "by_a_thing")
        or says(one.text, "marks", "venue")
        or any(not set(stems(word)) <= known for word in found(one.text, "in_a_place"))
        for one, share in zip(told, shares, strict=False)
        if share >= least
    )


def _marked_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that have a mark of what is asked, in their words or above them, the
    strongest first.
    """

    def order(one: Told) -> tuple[bool, bool, int]:
        own = marked(asking, replace(one.hit.place, heading=None), one.text)
        return not marked(asking, one.hit.place, one.text), not own, strength(asking, one.text)

    return told if _gives_all(asking, told[:1]) else sorted(told, key=order)


def _gives_all(asking: Asking, told: Sequence[Told]) -> bool:
    """Whether what is told has all of the subject and itself gives the address or number that is
    asked for.
    """
    expects = asking.question.expects
    return expects in PROPERTIES and any(
        asking.share(one.text) >= WHOLE and says(one.text, "shows", expects) for one in told
    )


def _stretches(asking: Asking, told: Told) -> list[Stretch]:
    """The words of a hit that are worth quoting, with what leads in to it and the points under
    it.
    """
    lead = told.lead or _reason_before(asking, told.hit.place)
    led = [] if lead is None else [(lead.paragraph, lead.text)]
    own = (told.hit.place.paragraph, stretch(asking, told.hit))
    if is_point(told.hit.place):
        return [*led, *in_order([own, *told.points])]
    return [*led, own, *told.points]


def _reason_before(asking: Asking, place: Place) -> Place | None:
    """The paragraph before one that opens by pointing back to a reason, where one is asked for."""
    if not (says(asking.question.text, "why") and says(place.text, "reasons_before")):
        return None
    return before(asking.graph, place)


def _nearest_first(asking: Asking, stretches: list[Stretch]) -> list[Stretch]:
    """A lead-in and its points with the nearest point before the others, unless the list is asked
    for.
    """
    if asking.question.expects or says(asking.question.text, "list"):
        return stretches
    ranks = {hit.place.paragraph: hit.rank for hit in asking.result.hits}
    return sorted(stretches, key=lambda one: ranks.get(one[0], len(ranks) + 1))


def _telling_first(asking: Asking, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches with those that show what is asked for before those that do not."""
    expects = asking.question.expects
    if expects is None or expects in CLASSES:
        return list(stretches)
    return sorted(stretches, key=lambda one: not matches(one[1], "questions", "shows", expects))
