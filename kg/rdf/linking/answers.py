"""Which decisions answer which recommendations.

On one item they are known by their words, by their number with the same verb, by a
decision that takes all of them, or all the responses to them. What was put off, or noted
where agreement was asked, is looked for again at later meetings of its board.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from kg import terms as t
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach
from kg.rdf.linking.report_items import item_of
from kg.rdf.linking.same_items import agenda_item
from kg.rdf.linking.sent_on import answers_of_others, sent_on
from kg.rdf.linking.wording import word_heads
from kg.store.values import Value
from kg.tables.load import matches, table

_TOLD = frozenset({t.TEXT, t.NUMBER, t.ON_ITEM, t.KIND, t.RESPONSE, t.VERB, t.OUTCOME})
_VERB = 3
"""How many letters tell a verb: "noted" and "note"."""
_SAME_WORDS, _SAME_NUMBER = "same-words/1", "same-number-on-item/1"
_FEWEST = 3
"""How many words a decision must have to be known by them."""
_LEAD = 60
"""How many letters of what is asked hold the verb that asks."""
_WORD = re.compile(r"\w+")
_NAMED = re.compile(
    r"\brecommendation\s+(\d{1,2})\s+of\s+(?:the|this)\s+(?:covering\s+)?(?:report|paper)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A recommendation or a decision, and where it was said."""

    day: date
    iri: str
    text: str
    number: str
    item: str
    board: str
    kind: str
    response: str
    verb: str
    outcome: str
    meeting: str


class Answer(NamedTuple):
    """That a decision answers a recommendation, and by what reason."""

    decision: Said
    asked: Said
    reason: Reason


def likeness(decision: str, recommendation: str) -> float:
    """How alike two texts are as sets of words, 0 to 1 (rapidfuzz's token set ratio)."""
    score: float = fuzz.token_set_ratio(decision, recommendation, processor=default_process)
    return score / 100


def link_answers(draft: Draft, reach: Reach) -> None:
    """Bring up to date which decisions answer which recommendations.

    What was put off at a meeting may be taken up at another that is near enough in time.
    """
    changed = reach.of_kind("decision", "recommendation")
    moved = {end for *_, end in draft.from_(reach.of_kind("decision"), t.DECIDES_ON)}
    at = reach.meetings | {meeting for one in moved for meeting in reach.meetings_of(one)}
    around = reach.around(at)
    asked = said(reach, around, "recommendation")
    found = list(answers(asked, said(reach, around, "decision")))
    own = defaultdict(list)
    for one in found:
        if one.decision.item == one.asked.item:
            own[one.asked.iri].append(one)
    waiting = {one.item for one in asked if _pending(one, own[one.iri])}
    owners = {one.iri for one in asked if one.meeting in at or one.item in waiting}
    there = {iri for one in at for iri in reach.there(one, t.OF_MEETING, "recommendation")}
    sent = sent_on(reach, at, there)
    draft.relink(
        draft.to(t.DECIDES_ON, owners | changed | there | sent),
        [
            *(
                Linked((one.decision.iri, t.DECIDES_ON, one.asked.iri), one.reason)
                for one in found
                if one.asked.iri in owners and one.asked.iri not in sent
            ),
            *answers_of_others(reach, sent),
        ],
    )


def said(reach: Reach, meetings: Collection[str], kind: str) -> list[Said]:
    """The recommendations or decisions that stand on items of some meetings, by day; a minuted item
    stands for that of the agenda.
    """
    boards = reach.boards(meetings)
    by = t.DECIDED_AT if kind == "decision" else t.OF_MEETING
    found: dict[str, Said] = {}
    for meeting in meetings:
        day = reach.day(meeting)
        if day is not None and meeting in boards:
            there = reach.graph.described(reach.there(meeting, by, kind), _TOLD)
            for iri, told in there.items():
                one = _said(iri, told, day, boards[meeting], meeting)
                item = agenda_item(reach, one.item) or item_of(reach, iri)
                if one.text and item:
                    found.setdefault(iri, replace(one, item=item))
    return sorted(found.values())


def _said(iri: str, told: Mapping[str, list[Value]], day: date, board: str, meeting: str) -> Said:
    """What was said, of several values of one property the first."""
    text, number, item, kind, response, verb, outcome = (
        str(told[name][0]) if name in told else ""
        for name in (t.TEXT, t.NUMBER, t.ON_ITEM, t.KIND, t.RESPONSE, t.VERB, t.OUTCOME)
    )
    return Said(day, iri, text, number, item, board, kind, response, verb, outcome, meeting)


def answers(asked: Sequence[Said], decisions: Sequence[Said]) -> Iterator[Answer]:
    """Each decision with each recommendation it answers, at its own meeting and later."""
    on_item: dict[str, list[Said]] = defaultdict(list)
    of_board: dict[str, list[Said]] = defaultdict(list)
    for decision in decisions:
        on_item[decision.item].append(decision)
        of_board[decision.board].append(decision)
    again: dict[str, list[Said]] = defaultdict(list)
    for one in asked:
        again[one.board].append(one)
    taken: dict[str, list[Answer]] = {}
    for items in _by_item(asked).values():
        for found in _on_item(items, on_item.get(items[0].item, [])):
            taken.setdefault(found.asked.iri, []).append(found)
    for one in asked:
        own = taken.get(one.iri, [])
        if _pending(one, own):
            later = _later(one, again[one.board], of_board[one.board], taken)
            taken[one.iri] = [*own, *later]
    for items in _by_item(asked).values():
        for one in items:
            yield from taken.get(one.iri, [])
            yield from _of_named(one, items, taken)


def _by_item(asked: Sequence[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for one in asked:
        found[one.item].append(one)
    return found


def _on_item(asked: Sequence[Said], decisions: Sequence[Said]) -> Iterator[Answer]:
    """For each recommendation the decision of its own item that answers it most surely.

    Where the board is asked one thing only, all that it decides there answers that. What has
    the words of one recommendation does not answer another because of its number.
    """
    own = [one for one in asked if one.kind != "external"]
    alone = len({one.iri for one in own}) == 1
    reasons = {(held.iri, one.iri): _reason(held, one) for held in decisions for one in own}
    worded = {held for (held, _), why in reasons.items() if why and why.rule == _SAME_WORDS}
    for one in asked:
        if one.kind == "external":
            yield from _responses(one, decisions)
            continue
        if alone:
            yield from _alone(one, decisions)
            continue
        found = [
            Answer(held, one, why)
            for held in decisions
            if (why := reasons[held.iri, one.iri])
            and not (why.rule == _SAME_NUMBER and held.iri in worded)
        ]
        if found:
            yield max(found, key=_surest)
        elif _matches("asks_views", one.text):
            yield from _views(one, decisions)
        else:
            yield from _put_off(one, [held for held in decisions if held.iri not in worded])


def _put_off(asked: Said, decisions: Sequence[Said]) -> Iterator[Answer]:
    """The first decision to put off what is asked on an item, where it is on no one part of it."""
    put_off = [held for held in decisions if held.outcome == "deferred"]
    if put_off:
        yield Answer(put_off[0], asked, Reason.of("answers_all", "inferred"))


def _views(asked: Said, decisions: Sequence[Said]) -> Iterator[Answer]:
    """The first decision to take up what members said, where they were asked what they think."""
    taken = [held for held in decisions if _matches("takes_views", held.text)]
    if taken:
        yield Answer(taken[0], asked, Reason.of("takes_views", "inferred"))


def _surest(one: Answer) -> tuple[float, float, str]:
    alike = likeness(one.decision.text, one.asked.text)
    return one.reason.confidence, alike, one.decision.iri


def _alone(asked: Said, decisions: Sequence[Said]) -> Iterator[Answer]:
    """What is decided where one thing is asked: on it in words, or on the paper that asks it."""
    for decision in decisions:
        why = _reason(decision, asked)
        if why is None and (
            word_heads(decision.text) & word_heads(asked.text)
            or _matches("takes_paper", decision.text)
        ):
            why = Reason.of("only_one_asked", "inferred")
        if why is not None:
            yield Answer(decision, asked, why)


def _reason(decision: Said, asked: Said) -> Reason | None:
    """Why a decision may answer a recommendation on the same item, None where nothing says so."""
    if not word_heads(decision.text):
        return None
    need = table("histories")["likeness"]
    alike = likeness(decision.text, asked.text) if len(decision.text.split()) >= _FEWEST else 0.0
    numbered = bool(asked.number) and decision.number == asked.number
    if _matches("answers_all", decision.text) and alike < need["rather_than_all"]:
        return Reason.of("answers_all", "inferred")
    if alike >= need["decision"]:
        return Reason.of("same_words", "inferred")
    if numbered and (alike >= need["numbered"] or _same_verb(decision, asked)):
        return Reason.of("same_number_on_item", "inferred")
    return None


def _same_verb(decision: Said, asked: Said) -> bool:
    words = _WORD.findall(asked.text[:_LEAD].casefold())
    return any(word[:_VERB] == decision.verb[:_VERB] for word in words)


def _responses(asked: Said, decisions: Sequence[Said]) -> Iterator[Answer]:
    """The decision that agrees the responses to recommendations that others made."""
    agreed = [one for one in decisions if asked.response and _matches("responses", one.text)]
    if agreed:
        yield Answer(agreed[-1], asked, Reason.of("answers_responses", "inferred"))


def _of_named(
    asked: Said, on_item: Sequence[Said], taken: Mapping[str, Sequence[Answer]]
) -> Iterator[Answer]:
    """The decisions on what the board is asked under the number that a response names."""
    own = {answer.decision.iri for answer in taken.get(asked.iri, ())}
    for number in _NAMED.findall(asked.response) if asked.kind == "external" else ():
        named = [one for one in on_item if one.kind != "external" and one.number == number]
        for answer in taken.get(named[0].iri, ()) if len(named) == 1 else ():
            if answer.decision.iri not in own:
                yield Answer(answer.decision, asked, Reason.of("names_recommendation", "quoted"))


def _pending(asked: Said, answers: Sequence[Answer]) -> bool:
    """Whether a recommendation still waits for a decision after its own meeting.

    One that only asks to note, or that nobody spoke of, does not wait.
    """
    if asked.kind == "external":
        return False
    outcomes = {one.decision.outcome for one in answers}
    if "noted" in outcomes:
        return not _matches("asks_to_note", asked.text)
    return bool(outcomes & {"deferred", "referred"})


def _later(
    asked: Said,
    again: Sequence[Said],
    decisions: Sequence[Said],
    taken: dict[str, list[Answer]],
) -> Iterator[Answer]:
    """The decisions of later meetings on what was put off: asked again, or in like words."""
    need = table("histories")["likeness"]["later"]
    found: dict[str, tuple[Said, Reason]] = {}
    for one in again:
        if _after(asked, one) and likeness(one.text, asked.text) >= need:
            for answer in taken.get(one.iri, []):
                if answer.decision.item == one.item:
                    again_asked = Reason.of("asked_again", "inferred")
                    found[answer.decision.iri] = (answer.decision, again_asked)
    for decision in decisions:
        long = len(decision.text.split()) >= _FEWEST
        if long and _after(asked, decision) and likeness(decision.text, asked.text) >= need:
            found.setdefault(decision.iri, (decision, Reason.of("taken_again", "inferred")))
    for decision, reason in found.values():
        yield Answer(decision, asked, reason)


def _after(asked: Said, later: Said) -> bool:
    """Whether one comes after the other, and not so late that it is something new."""
    most: int = table("histories")["order"]["taken_up_in_days"]
    return 0 < (later.day - asked.day).days <= most


def _matches(name: str, text: str) -> bool:
    return matches(text, "histories", "words", name)
