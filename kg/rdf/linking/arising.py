"""Which actions arise from which decisions.

An action given on an item, or in the list of a meeting, arises from the decision whose
words it shares, those of the recommendation that the decision answers counting as its own.
What a report already tells the state of arises from no decision on that report, and what is
only promised in discussion arises from none. An
action that names a recommendation by its number arises from the decision on that one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from kg import terms as t
from kg.rdf.linking.answers import Said, said
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach
from kg.rdf.linking.wording import word_heads
from kg.tables.load import matches, table

GOOD_PART = 0.25
"""The share of an action's telling words that a decision has where it surely gave the action."""
SOME = 0.1
"""The same, where the decision may have given it."""
_TOLD = frozenset({t.TEXT, t.ARISES_FROM, t.ACTION_STATUS})
_KIND = frozenset({t.KIND})
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


def link_arising(draft: Draft, reach: Reach, followed: Collection[str]) -> None:
    """Bring up to date what actions arise from, of the meetings within reach and of those
    that gave the actions whose lives were ``followed``.
    """
    meetings = reach.meetings | {at for one in followed for at in reach.meetings_of(one)}
    given = list(_given(reach, sorted(meetings)))
    owners = {one.iri for one in given} | set(followed) | reach.of_kind("action")
    decided = draft.to(t.ARISES_FROM, reach.of_kind("decision", "recommendation"))
    gone = draft.from_(owners, t.ARISES_FROM) | decided
    found = arising(reach, given, said(reach, sorted(meetings), "decision"))
    draft.relink(
        gone, [Linked((one.action, t.ARISES_FROM, one.origin.iri), one.reason) for one in found]
    )


def arising(reach: Reach, given: Sequence[Given], decisions: Sequence[Said]) -> Iterator[Arising]:
    """Where actions arise, for those of which no paper says it."""
    asked = {
        one.iri: one for one in said(reach, {at.meeting for at in decisions}, "recommendation")
    }
    own: dict[str, list[Said]] = defaultdict(list)
    at: dict[tuple[str, date], list[Said]] = defaultdict(list)
    for decision in decisions:
        at[decision.board, decision.day].append(decision)
        on = (asked.get(iri) for iri in reach.graph.objects(decision.iri, t.DECIDES_ON))
        own[decision.iri] = [one for one in on if one is not None and one.item == decision.item]
    for one in sorted(given):
        if one.stated or reach.graph.objects(one.iri, t.SAME_ACTION_AS):
            continue
        there = at[one.board, one.day]
        on_item = [decision for decision in there if decision.item == one.item]
        told = _told(reach, one.iri)
        title = heads_of_title(reach, one.item)
        yield from _numbered(one, on_item or there, own)
        if _only_promised(reach, one.iri):
            continue
        near, fewest = (on_item, 1) if one.item else (there, 2)
        found = _by_words(told, title, near, own, fewest)
        if found is not None:
            yield Arising(one.iri, found, Reason.of("words_of_decision", "inferred"))


def _only_promised(reach: Reach, action: str) -> bool:
    """Whether the paper that gives an action tells it as a promise in discussion, in no list.

    What is promised in discussion arises from that, and not from the decision after it.
    """
    whole = [action, *map(str, reach.graph.subjects(t.SAME_ACTION_AS, action))]
    told = [
        (paper, said.get(t.KIND, ())) for one in whole for paper, said in reach.told(one, _KIND)
    ]
    promised = {paper for paper, kinds in told if "promised" in kinds}
    return bool(promised - {paper for paper, kinds in told if set(kinds) - {"promised"}})


def _told(reach: Reach, action: str) -> list[str]:
    """The words of an action in all its tellings."""
    whole = [action, *reach.graph.subjects(t.SAME_ACTION_AS, action)]
    told = reach.graph.described(whole, {t.TEXT}).values()
    return [str(text) for said in told for text in said[t.TEXT]]


def heads_of_title(reach: Reach, item: str) -> set[str]:
    """The telling words of the titles of an item, if any: whatever is said there may have them."""
    titles = reach.graph.described([item], {t.TITLE})[item][t.TITLE] if item else ()
    return {stem for title in titles for stem in word_heads(str(title))}


def _given(reach: Reach, meetings: Collection[str]) -> Iterator[Given]:
    """The actions that meetings and their items gave, each once."""
    boards = reach.boards(meetings)
    for meeting in meetings:
        day, board = reach.day(meeting), boards.get(meeting)
        if day is not None and board is not None:
            yield from _once(_given_at(reach, meeting, board, day))


def _once(given: Iterable[Given]) -> Iterable[Given]:
    """Each action once: as arising from the decision where a paper says so, else on an item."""
    found: dict[str, Given] = {}
    for one in given:
        held = found.get(one.iri)
        if held is None or (one.stated, bool(one.item)) > (held.stated, bool(held.item)):
            found[one.iri] = one
    return found.values()


def _given_at(reach: Reach, meeting: str, board: str, day: date) -> Iterator[Given]:
    """Every telling of an action that a meeting or one of its items gave."""
    for item in ("", *reach.items([meeting])):
        for action in reach.there(item or meeting, t.ARISES_FROM, "action"):
            for text, stated in _tellings(reach, action, item or meeting):
                yield Given(action, text, item, board, day, stated)


def _tellings(reach: Reach, action: str, origin: str) -> Iterator[tuple[str, bool]]:
    """The words of each paper that gives an action there, and whether it names the decision.

    What a report tells the state of is not given there.
    """
    for _, told in reach.told(action, _TOLD):
        origins = [reach.shown(str(one)) for one in told.get(t.ARISES_FROM, ())]
        kinds = {reach.iris.kind(one) for one in origins}
        begun = "report" in kinds and t.ACTION_STATUS in told
        if origin in origins and t.TEXT in told and not begun:
            yield str(told[t.TEXT][0]), "decision" in kinds


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
    told: Sequence[str],
    title: set[str],
    decisions: Sequence[Said],
    own: Mapping[str, Sequence[Said]],
    fewest: int,
) -> Said | None:
    """The decision that shares most with an action, words of several decisions counting less."""
    held = {one.iri: _words_of(one, own[one.iri]) for one in decisions}
    spread = Counter(word for words in held.values() for word in words)
    best, most = None, 0.0
    for one in decisions:
        action = _beside(told, one.text)
        common = action & held[one.iri]
        score = sum(1 / spread[word] for word in sorted(common))
        enough = len(common) >= fewest and _shares_enough(one, action, common - title, common)
        if enough and score > most:
            best, most = one, score
    return best


def _beside(told: Sequence[str], decision: str) -> set[str]:
    """The telling words of an action without those of a decision that its text runs on into."""
    words = {word for text in told for word in _telling(text.replace(decision, " "))}
    return words or {word for text in told for word in _telling(text)}


def _telling(text: str) -> set[str]:
    return word_heads(text) - _everyday()


@cache
def _everyday() -> frozenset[str]:
    """The word_heads of the words that carry no subject."""
    return frozenset(word_heads(" ".join(table("questions")["stopwords"])))


def _shares_enough(decision: Said, action: set[str], beyond: set[str], common: set[str]) -> bool:
    """Whether an action shares so many of its words with a decision that it carries it out.

    A good part of them are ``beyond`` the title of the item, or some of them are ``common`` to
    both, and the decision asks for something where it does not only find that something is so.
    """
    if len(beyond) >= GOOD_PART * len(action):
        return True
    finds = matches(decision.text, "histories", "finds")
    return len(common) >= SOME * len(action) and not finds


def _words_of(decision: Said, asked: Sequence[Said]) -> set[str]:
    """The words of a decision and of what its board was asked; others' many would drown them."""
    found = word_heads(decision.text)
    for one in asked:
        if one.kind != "external":
            found |= word_heads(one.text)
    return found
