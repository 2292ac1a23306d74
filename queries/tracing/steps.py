"""Which passages are steps of a matter, and of what kind."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.store.graph import KnowledgeGraph
from kg.tables.load import patterns, table
from queries.place import Place, StatedFact
from queries.question import Question
from queries.ranking import PASSED_OVER
from queries.statements import Statement
from queries.terms import iri_list
from queries.wording import stems

NAMED = 0.75
"""The share of the subject's weight in a passage's own words from which it names the matter."""
SPOKEN = 0.55
"""The share from which a passage speaks of it."""
TITLED = 0.7
"""The share of the subject that a title must hold for all under it to belong."""
_UNDER = """
SELECT DISTINCT ?paragraph
WHERE { VALUES ?thing { %s } ?paragraph mb:inReport|mb:onItem ?thing }
"""


@dataclass(frozen=True, slots=True)
class Belonging:
    """A passage that belongs to a matter, by which rule, and what it tells.

    ``concerns`` is the fact it states, where it states one that is a step.
    """

    place: Place
    rule: str
    share: float
    kind: str
    concerns: str | None = None


class Subject:
    """The words of a matter, each weighed by how rare it is among the passages looked at."""

    def __init__(self, question: Question, texts: Iterable[str]) -> None:
        held = [set(stems(text)) for text in texts]
        count = Counter(stem for words in held for stem in words)
        self._weights = {
            stem: math.log(1 + (len(held) + 0.5) / (count[stem] + 0.5))
            for stem in (question.subject or question.terms)
        }
        self._names = [
            (set(stems(question.text[name.start : name.end])), [set(stems(x)) for x in name.labels])
            for name in question.mentions
        ]

    def share(self, text: str) -> float:
        """The share (0 to 1) of the subject's weight that a text holds; a name in any form."""
        words = set(stems(text))
        held = words & self._weights.keys()
        for own, forms in self._names:
            if any(form and form <= words for form in forms):
                held |= own & self._weights.keys()
        total = sum(self._weights.values())
        return sum(self._weights[stem] for stem in sorted(held)) / total if total else 0.0


def paragraphs_under(graph: KnowledgeGraph, things: Sequence[str]) -> list[str]:
    """The paragraphs of reports and items."""
    return [str(row[0]) for row in graph.select(_UNDER % iri_list(things)).rows]


def titled(subject: Subject, told: Iterable[Statement]) -> list[str]:
    """The reports and items whose titles name the matter, best first."""
    shares = {one.iri: subject.share(one.words) for one in told}
    return sorted((one for one in shares if shares[one] >= TITLED), key=lambda x: (-shares[x], x))


def openings(held: Iterable[Place]) -> set[str]:
    """The first paragraph under each heading of each paper: what introduces the rest."""
    first: dict[tuple[str, str | None], Place] = {}
    for place in sorted(held, key=lambda place: place.ordinal):
        if place.form not in PASSED_OVER:
            first.setdefault((place.document, place.heading), place)
    return {place.paragraph for place in first.values()}


def belonging(
    subject: Subject, place: Place, facts: Sequence[StatedFact], turns: bool | None
) -> Belonging | None:
    """Whether a passage is a step of a matter, and by which rule.

    ``turns`` is None for a passage that stands under no title naming the matter, else whether
    it is more than a detail of what stands there.
    """
    kind, concerns = _kind(place, facts)
    if kind is None or _matches("aside", _last(place.heading)) or _is_title(place):
        return None
    share = subject.share(place.text)
    if share >= NAMED:
        return Belonging(place, "names-it", share, kind, concerns)
    if turns or (turns is False and _turns(place, facts)):
        return Belonging(place, "under-its-title", share, kind, concerns)
    if share >= SPOKEN:
        return Belonging(place, "speaks-of-it", share, kind, concerns)
    return None


def _turns(place: Place, facts: Sequence[StatedFact]) -> bool:
    """Whether a passage decides, recommends or assigns, or stands where that is told."""
    if place.form == "table":
        return False
    stated = any(fact.type in table("trace")["facts"] for fact in facts)
    return stated or _matches("turning", _last(place.heading))


def _kind(place: Place, facts: Sequence[StatedFact]) -> tuple[str | None, str | None]:
    """The kind of step, by the facts stated, else by the words; and the fact concerned."""
    named = table("trace")["facts"]
    stated = next((fact for name in named for fact in facts if fact.type == name), None)
    if stated is not None and place.form != "table":
        return str(named[stated.type]), stated.iri
    for name in table("trace")["tells"]:
        if any(pattern.search(place.text) for pattern in patterns("trace", "tells", name)):
            kind = str(table("trace")["kinds"].get(name, name))
            return kind, stated.iri if stated else None
    return None, None


def _last(heading: str | None) -> str:
    """The last heading above a passage."""
    return " ".join((heading or "").split(" › ")[-1:])


def _matches(section: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns("trace", section))


def _is_title(place: Place) -> bool:
    """A line that only names something: few words and no end of a sentence."""
    return (
        place.form != "table"
        and len(place.text.split()) <= _LINE
        and not re.search(r"[.;:!?)\d]\s*$", place.text)
    )


_LINE = 12
