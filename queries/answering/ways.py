"""The ways of asking, and what answers each: by facts first, and by passages last."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.business.action_numbers import by_action_number, by_number_in_plan
from queries.answering.business.action_states import (
    by_action,
    by_finished,
    by_likely_action,
    without_action,
)
from queries.answering.business.assigning import (
    by_assignment,
    by_item_spoken_of,
    without_actions,
    without_state,
)
from queries.answering.business.deciding import (
    by_body_did,
    by_decision,
    by_heading,
    instead_of_request,
    on_item,
    unsettled,
)
from queries.answering.business.due_dates import by_action_changed, by_moved
from queries.answering.business.logged import by_log
from queries.answering.business.motions import by_motion
from queries.answering.business.neighbours import by_neighbours
from queries.answering.business.responding import by_outcome, by_reply
from queries.answering.business.tabling import by_number_put_in, by_tabling
from queries.answering.choosing.doing import by_leaving, unpermitted
from queries.answering.choosing.speaking import unsaid, unwanted
from queries.answering.matters.changing import by_change
from queries.answering.matters.comparing import by_changes, by_names, by_sides, by_times
from queries.answering.matters.counted_list import by_counted_list
from queries.answering.matters.counted_rows import by_counted_rows
from queries.answering.matters.counting import by_counting
from queries.answering.matters.defining import by_definition
from queries.answering.matters.fate import by_recommendation_followed
from queries.answering.matters.following import by_coming_out, by_end, by_history, by_plan
from queries.answering.matters.headed import by_headed_list
from queries.answering.matters.largest import by_sum
from queries.answering.matters.parted import by_label
from queries.answering.matters.purpose import by_purpose
from queries.answering.meetings.calendar import by_calendar, without_meeting
from queries.answering.meetings.discussed import by_discussion, by_return
from queries.answering.meetings.meeting_places import by_start, by_venue
from queries.answering.meetings.numbered import by_agenda, by_number, by_recommendation_number
from queries.answering.meetings.remarks import by_remarks
from queries.answering.meetings.timing import uncounted
from queries.answering.passages import by_passages
from queries.answering.people.authoring import by_authorship
from queries.answering.people.contacting import by_contact
from queries.answering.people.described import by_described_seat
from queries.answering.people.electing import by_election, elected, to_elect, without_elected
from queries.answering.people.expected import by_expected
from queries.answering.people.holding import by_holding, by_office_held
from queries.answering.people.in_charge import by_in_charge
from queries.answering.people.incumbent import by_incumbent, by_size, so_called
from queries.answering.people.other_bodies import by_other_body
from queries.answering.people.positioning import by_position, by_two_positions
from queries.answering.people.presence import by_presence, by_substitutes_there
from queries.answering.people.presented import by_presented
from queries.answering.people.reaching import PROPERTIES
from queries.answering.people.recurring import by_both
from queries.answering.people.representing import by_seat, by_senders
from queries.answering.people.staying_away import by_absence
from queries.answering.people.succeeding import by_succession, without_succession
from queries.answering.people.tallying import by_tally
from queries.answering.people.turnout import by_turnout
from queries.answering.refusing.coverage import not_held
from queries.answering.refusing.offices import unknown_office
from queries.answering.structured import by_facts
from queries.texts.wording import says
from queries.understanding.question import OPEN


def by_office(asking: Asking) -> Found | Missing | None:
    """Who was elected to an office, holds it, or held it before or after somebody; or that no paper
    has that office.
    """
    found = by_succession(asking) or without_succession(asking) or by_other_body(asking)
    found = found or by_election(asking) or by_incumbent(asking) or by_size(asking)
    told = None if found else by_facts(elected(asking))
    found = found or (told if told and so_called(asking, told) else None)
    found = found or unknown_office(asking) or by_holding(asking)
    chosen = says(asking.question.text, "chosen_as") or to_elect(asking)
    return found or (without_elected(asking) if chosen else None)


def by_matter(asking: Asking) -> Found | Missing | None:
    """What is asked openly: who was elected, what a body is for, whether it did a thing, whether or
    when one came out, whether a likely action or another matter is done.
    """
    found = by_election(asking) or by_purpose(asking) or by_body_did(asking) or by_finished(asking)
    found = found or by_coming_out(asking) or by_likely_action(asking)
    return found or without_elected(asking) or by_end(asking) or by_in_charge(asking)


def by_comparison(asking: Asking) -> Found | None:
    """What changed: all that did, the figures of one thing, or what two times say of it, as of how
    to reach somebody.

    Where two things are compared by name, what the papers say of each.
    """
    if asking.question.expects in PROPERTIES:
        return by_times(asking)
    found = by_action_changed(asking) or by_changes(asking)
    if asking.question.expects is None:
        found = found or by_times(asking) or by_names(asking)
        return found or by_sides(asking) or by_change(asking)
    return found or by_names(asking) or by_change(asking) or by_times(asking)


def by_response(
    asking: Asking, tell: Callable[[Asking], Found | None] = by_reply
) -> Found | Missing | None:
    """What was said to a recommendation, or all recommendations that got a response of one kind; to
    what is called by another name by passages, where that is no recommendation.
    """
    found = by_outcome(asking) or tell(asking)
    if found or "Recommendation" in asking.question.facts:
        return found
    return by_passages(replace(asking, question=replace(asking.question, way=OPEN)))


def by_recommendation(asking: Asking) -> Found | Missing | None:
    """What was recommended, by facts, or an action that is so called, or that no passage on the
    matter recommends anything.
    """
    found = by_recommendation_number(asking) or by_response(asking, by_facts)
    return found or by_number_in_plan(asking) or unsettled(asking)


def by_course(asking: Asking) -> Found | None:
    """What became of a matter: what was decided at the meeting that is named, what followed on the
    recommendation that is named, or its history.
    """
    question = asking.question
    if any(one.bounded for one in question.periods) and says(question.text, "at_a_meeting"):
        settling = replace(asking, question=replace(question, way="decision"))
        decided = by_facts(settling) or on_item(settling)
        if decided is not None:
            return decided
    return by_recommendation_followed(asking) or by_history(asking)


def by_vote(asking: Asking) -> Found | Missing | None:
    """Who moved a thing and how it was voted: as a fact, or beside what was moved."""
    if asking.question.expects == "person" and says(asking.question.text, "voting"):
        asking = replace(asking, question=replace(asking.question, expects="vote"))
    found = by_motion(asking) or by_neighbours(asking)
    return found or (by_passages(asking) if asking.question.expects == "vote" else None)


def by_confidence(asking: Asking) -> Found | Missing:
    """The items that are marked confidential; passages do not say that of an item."""
    return by_facts(asking) or Missing("No item that was asked about is marked confidential.")


def by_substitution(asking: Asking) -> Found | Missing | None:
    """Who stood in for somebody, by facts, or who came as a substitute where nobody is named;
    passages tell it only where one that names him says that somebody did.
    """
    if found := by_facts(asking) or by_substitutes_there(asking):
        return found
    people = [mention for mention in asking.question.mentions if mention.kind == "Person"]
    surnames = {label.split()[-1] for mention in people for label in mention.labels}
    lines = (line for hit in asking.result.hits for line in hit.place.text.splitlines())
    said = any(
        says(line, "marks", "substitute") and (not people or any(one in line for one in surnames))
        for line in lines
    )
    dated = bool(asking.question.periods) and not people
    return None if said and not dated else Missing("No paper held names a substitute.")


def by_whether_done(asking: Asking) -> Found | None:
    """Whether an action is done, or another matter came to its end."""
    return by_coming_out(asking) or by_action(asking) or by_finished(asking) or by_end(asking)


def by_status(asking: Asking) -> Found | Missing | None:
    """How one action stands, or which actions stand so."""
    several = says(asking.question.text, "several")
    found = by_list_of_actions(asking) if several else by_action(asking) or by_finished(asking)
    return found or without_action(asking)


def by_list_of_actions(asking: Asking) -> Found | Missing | None:
    """The actions asked for, with how they stand."""
    found: Found | Missing | None = by_log(asking) or by_assignment(asking)
    found = found or without_state(asking)
    if found is None and not says(asking.question.text, "whose"):
        found = by_facts(asking)
    found = found or by_item_spoken_of(asking) or by_in_charge(asking)
    return found or without_actions(asking) or instead_of_request(asking)


def by_day(asking: Asking) -> Found | Missing | None:
    """When meetings are, or that none is told of in the time asked about; when a thing came out."""
    return by_coming_out(asking) or by_calendar(asking) or without_meeting(asking)


Way = Callable[[Asking], Found | Missing | None]
"""What answers a question, or why nothing does; None where it asks something else."""
_WAYS: Mapping[str, Way] = {
    OPEN: by_matter,
    "author": by_authorship,
    "contact": by_contact,
    "attendance": by_presence,
    "apologies": by_presence,
    "absence": by_presence,
    "definition": by_definition,
    "history": by_course,
    "count": by_counting,
    "change": by_comparison,
    "when": by_day,
    "status": by_status,
    "done": by_whether_done,
    "role": by_office,
    "actions": by_list_of_actions,
    "motion": by_vote,
    "response": by_response,
    "decision": by_decision,
    "recommendation": by_recommendation,
    "position": by_position,
    "confidential": by_confidence,
    "substitute": by_substitution,
    "venue": by_venue,
}


_OF_ROLES: Sequence[Way] = (
    by_seat,
    by_described_seat,
    by_senders,
    by_office_held,
    by_both,
    by_two_positions,
)
"""What is of people and their seats, whatever the way of the question."""
_FIRST: Sequence[Way] = (
    *(by_expected, by_return, not_held, uncounted),
    *(by_number, by_action_number, by_tabling, by_number_put_in, by_discussion, by_presented),
    by_agenda,
    *(by_counted_list, by_heading, by_headed_list, by_remarks, by_turnout, by_tally, by_sum),
    *(by_moved, by_plan, by_counted_rows),
    *_OF_ROLES,
    *(by_absence, by_leaving, unpermitted, unsaid, unwanted),
)
"""What is tried in order before the way of a question."""


def found_for(asking: Asking) -> tuple[Found | Missing, str]:
    """What answers, or why nothing does, and the kind of question it answers."""
    own = asking.question.way
    for way in _FIRST:
        if (listed := way(asking)) is not None:
            return listed, "role" if way in _OF_ROLES else own
    found = _WAYS.get(own, by_facts)(asking)
    return (_by_words(asking), OPEN) if found is None else (found, own)


def _by_words(asking: Asking) -> Found | Missing:
    """What labels and passages tell, or where none does when a meeting was to begin."""
    found = by_label(asking) or by_passages(asking)
    return by_start(asking) or found if isinstance(found, Missing) else found
