"""What is told of one thing alone: a price or a last day of something else is no answer."""

import re
from collections.abc import Collection, Sequence

from kg.store.graph import KnowledgeGraph
from queries.answering.asking import Asking
from queries.answering.choosing.distance import SPOKEN
from queries.answering.choosing.likeness import has_like
from queries.answering.choosing.section import held_in_section
from queries.answering.choosing.told import Told
from queries.graphs.place import Place
from queries.graphs.window import ahead
from queries.retrieval.ranking import in_place
from queries.texts.wording import found, found_stems, says, stems_of

_NAMED_SUM = re.compile(
    r"\W*(?:[a-z\d]{1,3}[.)]\s+)?[A-Z][^£$€().:;]{3,80}?\s*[(:–—-]\s*[£$€]\d[\d,.]*\w*\W*$"
)
SECTION = 8
"""How many paragraphs before a sum may say what it is of."""


def of_that_sum(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Of what tells sums, where one is asked for, what gives none of another thing; where one of
    some kind is ("what grant"), what has a word for that kind or one like it, and where one by the
    day or the like is, what says by what.
    """
    if asking.question.expects != "money":
        return list(told)
    text = asking.question.text
    kinds = found(text, "sum_kinds")
    own = (one for one in told if not _of_another(asking, one))
    if says(text, "by_the_unit"):
        own = (one for one in own if says(one.text, "told_by_the_unit"))
    return [one for one in own if all(_speaks_of(asking, one, kind) for kind in kinds)]


def _of_another(asking: Asking, told: Told) -> bool:
    """Whether a point of a list gives the sum of a thing that it names and the question does not:
    "Lamp repairs (£300)".
    """
    named = _NAMED_SUM.match(told.hit.place.text)
    return named is not None and not asking.held(told.text) & _bound_to(asking)


def _speaks_of(asking: Asking, told: Told, kind: str) -> bool:
    place = told.hit.place
    return has_like(asking, kind, asking.held(f"{told.text}\n{in_place(place)}"), place.paragraph)


def speaking_of(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that have the rarest word of the subject that any hit has, where they stand, or that
    follow a paragraph of their section that has it; where all have little of the subject, the
    nearest may have another of them, and an address or number stands in what has most of it.
    """
    held = {hit.place.paragraph: asking.held(in_place(hit.place)) for hit in asking.result.hits}
    bound = _bound_to(asking)
    if not bound:
        return told
    said = bound & set[str]().union(*held.values())
    if not said:
        return []
    if says(asking.question.text, "deadline"):
        told = [one for one in told if not _outdone(asking, one, bound)]
    score = asking.searcher.library.keywords.best_score
    rarest = max(said, key=lambda stem: (score(stem), stem))
    told = [one for one in told if _priced(asking, said) <= held[one.hit.place.paragraph]]
    worded = asking.covered >= SPOKEN
    reaching = asking.question.expects in {"email", "phone"}
    return [
        one
        for one in told
        if rarest in held[one.hit.place.paragraph]
        or (not worded and one.hit.rank == 1 and said & held[one.hit.place.paragraph])
        or rarest in asking.held(one.text)
        or (reaching and asking.share(in_place(one.hit.place)) >= asking.covered)
        or (
            asking.question.expects == "money"
            and rarest in asking.held(_before(asking.graph, one.hit.place))
        )
    ]


def _outdone(asking: Asking, told: Told, bound: Collection[str]) -> bool:
    """Whether another hit has all words for the thing that a passage and what stands before it in
    its section have, and more: the passage is of something else.
    """
    own = held_in_section(asking, told).intersection(bound)
    others = (asking.held(in_place(hit.place)).intersection(bound) for hit in asking.result.hits)
    return any(own < other for other in others)


def _priced(asking: Asking, said: Collection[str]) -> set[str]:
    """The stem of what had a price, where any hit has it."""
    return found_stems(asking.question.text, "priced") & set(said)


def _bound_to(asking: Asking) -> set[str]:
    """The words of the subject that name a thing, without those that only ask for a sum or a last
    day where one is asked for, or say how a thing is; all where it has no other.
    """
    asks = frozenset(found_stems(asking.question.text, "deadline"))
    if asking.question.expects == "money":
        asks = stems_of("questions", "costing")
    subject = set(asking.question.subject) - asks - stems_of("questions", "general_meetings")
    return subject - stems_of("questions", "manner") or subject


def _before(graph: KnowledgeGraph, place: Place) -> str:
    """The words of the paragraphs before one under the same heading."""
    if place.heading is None:
        return ""
    near = ahead(graph, place, SECTION)
    return "\n".join(one.text for one in near if one.heading == place.heading)
