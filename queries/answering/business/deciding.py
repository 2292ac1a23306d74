"""Decisions: what was decided, and yes or no where it is asked whether it was."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg import terms as t
from kg.store.graph import Iri, Value
from kg.tables.load import alternation, table
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking, with_titles, without_stems
from queries.answering.business.arising import with_actions
from queries.answering.business.decided_elsewhere import by_body_unheld
from queries.answering.business.on_its_item import as_many_as_asked, at_all_meetings, decided_on
from queries.answering.business.responding import by_outcome
from queries.answering.business.weighing import BEST, SPOKEN, outspoken, speaks
from queries.answering.choosing.distance import EXACT
from queries.answering.choosing.its_item import in_minutes, item_spoken_of
from queries.answering.choosing.told import Told
from queries.answering.structured import by_facts, told_by
from queries.answering.telling import telling
from queries.answering.timely import speaks_of
from queries.graphs.place import Place, places
from queries.texts.wording import (
    blanked,
    content_stems,
    first_said,
    found,
    says,
    stems_of,
    telling_stems,
)
from queries.understanding.periods import Period, in_time, times_in
from queries.understanding.question import OPEN, Question

SPOKE = 0.5
"""The least share of the subject that a passage must hold to settle the matter asked about."""
NEAR = 0.75
"""From this closeness `SPOKE` is enough."""
LISTED = 16
"""The most decisions with an outcome that are told."""
NEAREST = 3
"""Among so many of the best hits stands what an item is about on which a decision is told."""
NAMED = 2
"""From so many words of its own a heading is named by a question that has all of it."""
_UNDER = """SELECT DISTINCT ?fact
WHERE {
  ?fact a mb:Decision ; mb:statedIn ?paragraph ; mb:sequence ?at .
  ?paragraph mb:inDocument ?document ; mb:heading ?heading ; mb:ordinal ?ordinal .
  FILTER(CONTAINS(?heading, ?title))
}
ORDER BY ?ordinal ?at ?fact"""
_DAY_OF = "SELECT DISTINCT ?day { ?item mb:atMeeting/dct:date ?day }"
FEW = 2
"""The most decisions on an item that are all told for what it is about."""
LIKELY = 0.4
"""The least closeness (`Asking.closeness_to_facts`) of such a passage."""
UNTOLD = "No paper held tells of a decision on it."
_NO_REQUEST = "The papers held give no action on it; this was decided."
BARE = 2
"""A decision with up to so many telling words names nothing ("The Board noted the report.")."""
OWN = 0.3
"""The least share of the subject that a decision has by whose outcome yes or no is said."""
_BESIDE = "This was decided on the item nearest to the question, in words that do not name it."
_ELSE = "The papers held do not say in so many words that it was; this was decided on it."
_AGREED = "agreed"
_SAME = {"agreed with changes": _AGREED}
"""Outcomes that count as another one."""
_AGAINST = ("rejected", "deferred", "withdrawn", "referred")
"""Outcomes by which a thing is not agreed."""
_NOTED = "noted"
_NUMBER = re.compile(rf"\d+(?:[,.]\d+)*|\b{alternation('numbers', 'words')}\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*[.)]?\s+)?to\s+\w")
"""How an item of an agenda opens that proposes what is to be done ("To consider …")."""


def by_decision(asking: Asking) -> Found | Missing | None:
    """The decisions asked for, with yes or no where that is asked; None where none fits."""
    if (elsewhere := by_body_unheld(asking)) is not None:
        return elsewhere
    found = by_outcome(asking) or _of_outcome(asking)
    found = found or at_all_meetings(asking, _settling_nearest(asking)) or by_facts(asking)
    if not asking.question.whether:
        found = found or on_item(asking)
        if found and _shows_nothing(asking, found):
            return None
        if not found:
            return unsettled(asking)
        return with_actions(asking.graph, as_many_as_asked(asking, found))
    stated = _stated(asking, found) if found else []
    if stated and all(of_other_minutes(asking, one) for one in stated):
        return Missing(UNTOLD)
    if found is not None and outspoken(asking, stated):
        return None
    if found is not None and speaks(asking, stated):
        return _with_verdict(asking, found)
    near = asking.closeness_to_facts
    spoken = asking.covered >= (SPOKE if near >= NEAR else SPOKEN) and near >= LIKELY
    return None if spoken else Missing(UNTOLD)


def _shows_nothing(asking: Asking, found: Found) -> bool:
    """Whether a day, number or the like is asked for and decisions have none."""
    expects = asking.question.expects
    shown = expects in EXACT and expects in table("questions")["shows"]
    return shown and not says(found.answer, "shows", expects or "")


def _of_outcome(asking: Asking) -> Found | None:
    """The decisions asked for by their outcome alone ("Which items were only noted?")."""
    text = asking.question.text
    name = first_said(text, "decisions_by_outcome")
    if name is None or asking.question.whether:
        return None
    asking = without_stems(asking, stems_of("questions", "asking", "outcome"))
    facts = [one.statement.iri for one in asking.matches if one.share > SPOKE]
    outcomes = asking.graph.values_of(facts, t.OUTCOME)
    told = [iri for iri in facts if str(outcomes.get(iri)) == name]
    if name in table("questions")["outcome_said"]:
        texts = asking.graph.values_of(facts, t.TEXT)
        told = [iri for iri in facts if says(str(texts.get(iri)), "outcome_said", name)]
    return told_by(asking, told[:LISTED], "decision") if told else None


def on_item(asking: Asking) -> Found | None:
    """What was decided on the item on which the nearest passage stands that has most of the
    subject, where a meeting is asked of: papers seldom say there what the item was about. None
    where a report nearer to the question says itself what was settled.
    """
    if not asking.question.meeting and not any(one.bounded for one in asking.question.periods):
        return None
    nearest = [hit.place for hit in asking.result.hits[:1] if not in_minutes(hit.place)]
    if any(says(one.text, "settled") and not _PROPOSED.match(one.text) for one in nearest):
        return None
    near = [hit.place for hit in asking.result.hits[:NEAREST] if hit.place.item]
    spoken = [one for one in near if asking.share(with_titles(one)) >= SPOKEN and in_minutes(one)]
    items = dict.fromkeys(Iri(one.item.iri) for one in spoken if one.item)
    then = (item for item in items if _held_then(asking, item))
    told = (told_by(asking, decided_on(asking.graph, item), "decision") for item in then)
    return next((one for one in told if one), None)


def by_body_did(asking: Asking) -> Found | None:
    """What was decided on the very item, where it is asked openly whether a body did a thing."""
    question = asking.question
    asked = question.way == OPEN and says(question.text, "body_did")
    of_decisions = replace(asking, question=replace(question, way="decision", expects=None))
    return _settling_nearest(of_decisions) if asked else None


def by_heading(asking: Asking) -> Found | None:
    """All decisions under a heading that a question names in full, where it asks for several."""
    if asking.question.way != "decision" or not says(asking.question.text, "list"):
        return None
    text = asking.question.text.casefold()
    named = next(
        (
            (hit.place.document, head)
            for hit in asking.result.hits
            for head in hit.place.headings
            if len(content_stems(head)) >= NAMED and head.casefold() in text
        ),
        None,
    )
    if named is None:
        return None
    document, head = named
    rows = asking.graph.select(_UNDER, document=Iri(document), title=head).rows
    told = [str(fact) for (fact,) in rows]
    return told_by(asking, told, "decision") if 1 < len(told) <= LISTED else None


def _settling_nearest(asking: Asking) -> Found | None:
    """The few decisions on the item on which that of the nearest passages stands that has most of
    the subject, and more of it than any decision: these say little of what they settle.
    """
    if not asking.question.subject:
        return None
    item = item_spoken_of(asking, max([SPOKEN, *(one.share for one in asking.matches)]))
    told = decided_on(asking.graph, item) if item and _held_then(asking, item) else []
    return told_by(asking, told, "decision") if len(told) <= FEW else None


def _held_then(asking: Asking, item: Iri) -> bool:
    """Whether the meeting of an item was at the time asked of, where it is asked what was decided
    at one: later meetings speak of it too.
    """
    text, spans = asking.question.text, asking.question.periods
    if not any(says(text[: one.begin], "decided_at") for one in spans):
        return True
    days = [day for (day,) in asking.graph.select(_DAY_OF, item=item).rows]
    return any(in_time(day, spans) for day in days if isinstance(day, date))


def instead_of_request(asking: Asking) -> Found | None:
    """What a body decided on a matter of which it is asked what it asked for, and no action is."""
    question = asking.question
    if question.expects != "request" or not says(question.text, "body_asks"):
        return None
    found = by_facts(replace(asking, question=replace(question, way="decision", expects=None)))
    spoken = found is not None and speaks(asking, _stated(asking, found))
    return replace(found, note=_NO_REQUEST) if found and spoken else None


def _stated(asking: Asking, found: Found) -> list[Place]:
    """The passages that state what was found."""
    return list(places(asking.graph, [quote.paragraph for quote in found.quotes]).values())


def of_other_minutes(asking: Asking, place: Place) -> bool:
    """Whether a passage writes only days of other minutes than those asked about; the day of the
    meeting that was to approve them is none of theirs.
    """
    if not says(asking.question.text, "approving"):
        return False
    of_meeting = {one.begin for one in asking.question.periods}
    times = times_in(asking.question.text)
    asked = [one for one in times if one.begin not in of_meeting]
    written = times_in(place.text)
    return bool(asked and written) and not any(
        one.meets(other) for one in asked for other in written
    )


def unsettled(asking: Asking) -> Missing | None:
    """That no passage which speaks of the matter settles it, or recommends anything where that is
    asked; None where one does, or where more is asked for than what was decided.
    """
    if asking.question.expects is not None or not asking.question.subject:
        return None
    if any(_settles(asking, one) for one in telling(asking)):
        return None
    return Missing(f"The papers held tell of no {asking.question.way} on it.")


def told_elsewhere(asking: Asking) -> bool:
    """Whether a passage says what was decided though no minutes do: one of a paper of no other
    time than is asked of, or of a later paper that writes the time.
    """
    time = asking.asked_time
    if asking.question.way != "decision" or (asking.question.periods and time is None):
        return False
    of = asking.days.of
    return any(
        says(hit.place.text, "settled")
        and not _PROPOSED.match(hit.place.text)
        and asking.share(with_titles(hit.place)) >= SPOKEN
        and (time is None or _afterwards(hit.place, of(hit.place), time))
        for hit in asking.result.hits
    )


def _afterwards(place: Place, paper: date | None, time: Period) -> bool:
    """Whether a passage of a paper after a time writes that time."""
    after = time.after or date.max
    return paper is not None and paper >= after and speaks_of(place, paper, time)


def _settles(asking: Asking, told: Told) -> bool:
    """Whether a passage settles the matter asked about, at the time asked of or speaking of it."""
    place, question = told.hit.place, asking.question
    day = place.meeting.date if place.meeting else asking.days.of(place)
    text = told.text.casefold()
    timely = not question.periods or any(
        (day is not None and span.holds(day))
        or question.text[span.begin : span.end].casefold() in text
        or (span == asking.asked_time and speaks_of(place, day, span))
        for span in question.periods
    )
    spoken = asking.share("\n".join(map(with_titles, told.places))) >= SPOKE
    settled = not _PROPOSED.match(text) and says(text, "settles", question.way)
    return timely and spoken and (settled or _states(told, question))


def _states(told: Told, question: Question) -> bool:
    """Whether a passage states what is asked for as a fact, or stands under a heading for it."""
    wanted = table("questions")["wanted"][question.way]
    return says(told.hit.place.last_heading, "settles", question.way) or any(
        fact.type in wanted for fact in told.hit.facts
    )


def _with_verdict(asking: Asking, found: Found) -> Found:
    """An answer with yes or no before it, and the decisions that say so first."""
    texts = asking.graph.values_of(found.facts, t.TEXT)
    dated = _of_days(asking.question.text, _best(asking, found.facts), texts)
    outcomes = {
        iri: _outcome(str(outcome), str(texts.get(iri, "")), asking.question.text)
        for iri, outcome in asking.graph.values_of(dated, t.OUTCOME).items()
    }
    verdict, first = _verdict(_asked(asking.question.text), dated, outcomes)
    if not first:
        return found
    told = told_by(asking, sorted(found.facts, key=lambda iri: iri not in first), "decision")
    if told is None:
        return found
    said = [str(texts.get(iri, "")) for iri in first]
    if verdict == "yes" and all(_set_aside(asking, one) for one in said):
        verdict = "no"
    if verdict == "yes" and all(_decides_else(asking, one) for one in said):
        return replace(told, note=_ELSE)
    if not any(_decides_on(asking, one) for one in said):
        return replace(told, note=_BESIDE)
    return replace(told, answer=f"{table('questions')['verdicts'][verdict]}: {told.answer}")


def _set_aside(asking: Asking, decided: str) -> bool:
    """Whether a decision names a number that is asked about only as one that it did not take."""
    aside = _numbers(" ".join(found(decided, "instead")))
    taken = _numbers(blanked(decided, "instead"))
    return not aside.isdisjoint(_numbers(asking.question.text) - taken)


def _numbers(text: str) -> set[str]:
    """The numbers of a text, in figures and in words."""
    return {match[0].casefold() for match in _NUMBER.finditer(text)}


def _decides_on(asking: Asking, decided: str) -> bool:
    """Whether a decision has words of what is asked, or names nothing and so is of its item."""
    named = telling_stems(decided) - stems_of("questions", "facts", "Decision")
    return len(named) <= BARE or asking.share(decided) >= OWN


def _decides_else(asking: Asking, decided: str) -> bool:
    """Whether it is asked if a thing was adopted, and a decision says something else of it."""
    asked = says(asking.question.text, "adopting") and not says(decided, "adopted_so")
    return asked and says(decided, "decides_else")


def _best(asking: Asking, facts: Sequence[str]) -> Sequence[str]:
    """The decisions that speak most of what is asked, or all where no match is known."""
    shares = {one.statement.iri: one.share for one in asking.matches}
    least = BEST * max((shares.get(iri, 0.0) for iri in facts), default=0.0)
    return [iri for iri in facts if shares.get(iri, 0.0) >= least]


def _verdict(
    asked: str, facts: Sequence[str], outcomes: Mapping[str, str]
) -> tuple[str, list[str]]:
    """What a question that asks after an outcome is answered by, with the decisions that say so.

    What is asked to be agreed and was only noted is neither agreed nor refused.
    """
    if any(outcomes.get(iri) == asked for iri in facts):
        return "yes", [iri for iri in facts if outcomes.get(iri) == asked]
    against = [*_AGAINST, _NOTED] if asked == _AGREED else [_AGREED]
    for outcome in against:
        those = [iri for iri in facts if outcomes.get(iri) == outcome]
        if those:
            return outcome if asked == _AGREED else "no", those
    return "no", []


def _of_days(question: str, facts: Sequence[str], texts: Mapping[str, Value]) -> Sequence[str]:
    """The decisions that write a day of the question, as on minutes of a day; else all."""
    asked = {one.first for one in times_in(question) if one.days == 1}
    held = [
        iri
        for iri in facts
        if asked & {one.first for one in times_in(str(texts.get(iri, ""))) if one.days == 1}
    ]
    return held or facts


def _asked(text: str) -> str:
    """The outcome that a question asks after, agreement where it names no other."""
    named = table("questions")["asked_outcomes"]
    return next((name for name in named if says(text, "asked_outcomes", name)), _AGREED)


def _outcome(outcome: str, decided: str, question: str) -> str:
    """The outcome of a decision on what is asked: to agree that it be not done is to reject it, and
    that it be brought back is to defer it.
    """
    whole = _SAME.get(outcome, outcome)
    if whole == _AGREED and _puts_off(decided) and not says(question, "put_off"):
        return "deferred"
    denied = says(decided, "denied") and not says(question, "denied")
    return "rejected" if denied and whole == _AGREED else whole


def _puts_off(decided: str) -> bool:
    """Whether a decision only brings the matter to another meeting."""
    return says(decided, "put_off") and not says(decided, "agreed_now")
