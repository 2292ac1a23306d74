"""Which actions arise from which decisions.

An action given on an item, or in the list of a meeting, arises from the decision whose
words it shares, those of the recommendation that the decision answers counting as its own.
What a report already tells the state of arises from no decision on that report. An
action that names a recommendation by its number arises from the decision on that one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kg.rdf.answers import Answer, Said
from kg.rdf.links import Reason
from kg.rdf.wording import stems

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_GIVEN = """
SELECT DISTINCT ?action ?text ?item ?board ?day ?stated WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?action a mb:Action ; mb:text ?text ; mb:arisesFrom ?origin .
    OPTIONAL { ?action mb:arisesFrom ?stated . ?stated a mb:Decision }
    FILTER NOT EXISTS { ?action mb:arisesFrom/a mb:Report ; mb:actionStatus ?begun }
  }
  OPTIONAL { ?origin mb:atMeeting ?held . BIND(?origin AS ?item) }
  OPTIONAL { ?origin a mb:Meeting . BIND(?origin AS ?itself) }
  BIND(COALESCE(?held, ?itself) AS ?meeting)
  ?meeting mb:heldBy ?board ; dct:date ?day .
  FILTER NOT EXISTS { ?action mb:mergedInto?/mb:withheldBy ?ruling }
}
"""
_NUMBERED = re.compile(r"\brecommendations?\s+(\d+[a-z]?|[a-z]\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Given:
    """An action, and the meeting and item that gave it; ``item`` may be empty."""

    iri: str
    text: str
    item: str
    board: str
    day: date
    stated: bool


class Arising(NamedTuple):
    """That an action arises from a decision, or concerns a recommendation, and why."""

    action: str
    origin: Said
    reason: Reason


def arising(
    graph: "KnowledgeGraph",
    decisions: Sequence[Said],
    answers: Sequence[Answer],
    lives: Mapping[str, str],
) -> Iterator[Arising]:
    """Where the actions of a graph arise, for those of which no paper says it.

    :param lives: for an action told again the one told first: the two share their words.
    """
    own = defaultdict(list)
    for answer in answers:
        if answer.decision.item == answer.asked.item:
            own[answer.decision.iri].append(answer.asked)
    at: dict[tuple[str, date], list[Said]] = defaultdict(list)
    for decision in decisions:
        at[decision.board, decision.day].append(decision)
    words: dict[str, set[str]] = defaultdict(set)
    given = sorted(_given(graph))
    for one in given:
        words[lives.get(one.iri, one.iri)] |= stems(one.text)
    for one in given:
        if one.stated or one.iri in lives:
            continue
        there = at[one.board, one.day]
        on_item = [decision for decision in there if decision.item == one.item]
        told = words[one.iri]
        yield from _numbered(one, on_item or there, own)
        found = _by_words(told, on_item, own, 1) if one.item else _by_words(told, there, own, 2)
        if found is not None:
            yield Arising(one.iri, found, Reason.of("words_of_decision", "inferred"))
        elif len(on_item) == 1:
            yield Arising(one.iri, on_item[0], Reason.of("only_decision", "inferred"))


def _given(graph: "KnowledgeGraph") -> Iterator[Given]:
    found: dict[str, Given] = {}
    for row in sorted(graph.select(_GIVEN).rows, key=lambda row: tuple(map(str, row))):
        action, text, item, board, day, stated = row
        if isinstance(day, date):
            one = Given(
                str(action), str(text), str(item or ""), str(board), day, stated is not None
            )
            held = found.get(one.iri)
            if held is None or (one.stated, bool(one.item)) > (held.stated, bool(held.item)):
                found[one.iri] = one
    return iter(found.values())


def _numbered(
    one: Given, decisions: Sequence[Said], own: Mapping[str, Sequence[Said]]
) -> Iterator[Arising]:
    """The recommendations that an action names by number, where one alone bears it."""
    for number in dict.fromkeys(_NUMBERED.findall(one.text)):
        named = {
            asked.iri: asked
            for decision in decisions
            for asked in own[decision.iri]
            if asked.number.casefold() == number.casefold()
        }
        others = [asked for asked in named.values() if asked.kind == "external"] or list(
            named.values()
        )
        if len(others) == 1:
            yield Arising(one.iri, others[0], Reason.of("names_recommendation", "quoted"))


def _by_words(
    told: set[str], decisions: Sequence[Said], own: Mapping[str, Sequence[Said]], fewest: int
) -> Said | None:
    """The decision that shares most with an action, words of several decisions counting less."""
    held = {one.iri: _words_of(one, own[one.iri]) for one in decisions}
    spread = Counter(word for words in held.values() for word in words)
    best, most = None, 0.0
    for one in decisions:
        common = told & held[one.iri]
        score = sum(1 / spread[word] for word in sorted(common))
        if len(common) >= fewest and score > most:
            best, most = one, score
    return best


def _words_of(decision: Said, asked: Sequence[Said]) -> set[str]:
    """The words of a decision and of what its board was asked; others' many would drown them."""
    found = stems(decision.text)
    for one in asked:
        if one.kind != "external":
            found |= stems(one.text)
    return found
