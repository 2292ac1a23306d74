"""Which passages are steps of a matter, and of what kind."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.store.graph import KnowledgeGraph
from kg.tables.load import patterns, table
from queries.names import Mention
from queries.place import Place, StatedFact
from queries.question import Question
from queries.ranking import PASSED_OVER
from queries.statements import Statement
from queries.terms import iri_list
from queries.wording import content_stems, stems

NAMED = 0.75
"""The share of the subject's weight in a passage's own words from which it names the matter."""
SPOKEN = 0.5
"""The share from which a passage speaks of it."""
TITLED = 0.7
"""The share of the subject that a title must hold for all under it to belong."""
COVERED = 0.75
"""The share of a title that the subject must hold for the title to name a part of it."""
_SPREAD = 3
"""How far apart the words of a subject may stand: this many words for each of them."""
_STRIDE = 3
_LONG = 4
"""The most words of a name that counts only as a whole."""
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
    """The words of a matter, each weighed by how rare it is among the passages looked at.

    A short name counts as a whole, in any of its forms; the words of longer names and all
    other words count one by one.
    """

    def __init__(self, question: Question, texts: Iterable[str]) -> None:
        held = [set(stems(text)) for text in texts]
        count = Counter(stem for words in held for stem in words)
        self._weights = {
            stem: math.log(1 + (len(held) + 0.5) / (count[stem] + 0.5)) for stem in question.terms
        }
        self._window = _SPREAD * max(len(self._weights), 3)
        self._names = [_Name.of(question, mention) for mention in question.mentions]

    def share(self, text: str) -> float:
        """The greatest share (0 to 1) of the subject's weight that words near each other hold."""
        words = stems(text)
        starts = range(0, max(len(words) - self._window, 0) + 1, _STRIDE)
        return max((self._held(words[at : at + self._window]) for at in starts), default=0.0)

    def held(self, text: str) -> float:
        """The share of the subject's weight that a text holds anywhere."""
        return self._held(stems(text))

    def named(self, text: str) -> bool:
        """Whether a text holds a programme or a defined short form that the subject names."""
        words = stems(text)
        return any(name.specific and name.stands_in(words) for name in self._names)

    def covered(self, title: str) -> float:
        """The share of a title's words, without small and general ones, that the subject has."""
        words = set(content_stems(title)) - _general()
        own = set(self._weights).union(*(form for name in self._names for form in name.forms))
        return len(words & own) / len(words) if words else 0.0

    def _held(self, words: Sequence[str]) -> float:
        held = set(words) & self._weights.keys()
        for name in self._names:
            if name.stands_in(words):
                held |= name.own & self._weights.keys()
            elif name.short:
                held -= name.own
        total = sum(self._weights.values())
        return sum(self._weights[stem] for stem in sorted(held)) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a subject: the stems of the words that give it, and of its every form."""

    own: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    specific: bool

    @classmethod
    def of(cls, question: Question, mention: Mention) -> "_Name":
        own = frozenset(stems(question.text[mention.start : mention.end]))
        forms = {tuple(stems(label)) for label in mention.labels}
        kept = tuple(sorted(form for form in forms if form))
        return cls(own, kept, mention.kind in {"Programme", "Term"})

    @property
    def short(self) -> bool:
        return all(len(form) <= _LONG for form in self.forms)

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether one of the forms stands in a run of stems, word for word."""
        text = " ".join(words)
        return any(f" {' '.join(form)} " in f" {text} " for form in self.forms)


def paragraphs_under(graph: KnowledgeGraph, things: Sequence[str]) -> list[str]:
    """The paragraphs of reports and items."""
    return [str(row[0]) for row in graph.select(_UNDER % iri_list(things)).rows]


def titled(subject: Subject, told: Iterable[Statement]) -> list[str]:
    """The reports and items whose titles name the matter, or are named by its words."""
    return sorted({one.iri for one in told if names(subject, one.words)})


def names(subject: Subject, title: str) -> bool:
    """Whether a title and a subject name the same thing."""
    if subject.held(title) >= TITLED:
        return True
    return len(set(content_stems(title)) - _general()) > 1 and subject.covered(title) >= COVERED


def openings(held: Iterable[Place]) -> set[str]:
    """The first paragraph under each heading of each paper: what introduces the rest."""
    first: dict[tuple[str, str | None], Place] = {}
    for place in sorted(held, key=lambda place: place.ordinal):
        if place.form not in PASSED_OVER and place.form != "table" and not _leads(place):
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
    if kind is None or _matches("aside", _last(place.heading)) or _leads(place):
        return None
    share = subject.share(place.text)
    rule = _rule(subject, place, share, turns or (turns is False and _turns(place, facts)))
    return Belonging(place, rule, share, kind, concerns) if rule else None


def _rule(subject: Subject, place: Place, share: float, turns: bool) -> str | None:
    if share >= NAMED or subject.named(place.text):
        return "names-it"
    if turns:
        return "under-its-title"
    return "speaks-of-it" if share >= SPOKEN else None


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
    for name in table("trace")["headed"]:
        if any(p.search(_last(place.heading)) for p in patterns("trace", "headed", name)):
            return str(name), None
    return None, None


def _last(heading: str | None) -> str:
    """The last heading above a passage."""
    return " ".join((heading or "").split(" › ")[-1:])


def _matches(section: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns("trace", section))


def _leads(place: Place) -> bool:
    """Whether a passage only names something, leads in to what follows, or says whom to ask."""
    if _matches("leading", place.text):
        return True
    few = place.form != "table" and len(place.text.split()) <= _LINE
    return few and not re.search(r"[.!?)\d]\s*$", place.text)


_LINE = 12


@cache
def _general() -> frozenset[str]:
    """Stems that say nothing of a matter in the title of an item."""
    return frozenset(stems(" ".join(table("histories")["generic"])))
