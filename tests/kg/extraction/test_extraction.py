"""Facts of invented papers, each a thing a reader can check in the text above it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.decisions.decisions import outcome_of, verb_of
from kg.extraction.extract import extract
from kg.facts import Facts, MeetingKey
from kg.reading.read import read_document
from kg.reference import Councils
from kg.structure.parts import PartKind, parts

MINUTES = """# Minutes of the Streets and Parks Board

Streets and Parks Board
Tuesday, 4 March 2025

Present: Cllr Ann Lowe (Chair), Cllr Ben Tarn and Cllr Cara Voss (sub for Cllr Dee Moss)

Apologies: Cllr Dee Moss

## 1 Minutes of the previous meeting

The minutes of the meeting held on 7 January 2025 were agreed as a correct record.

## 2 Bench repairs

Ravi Dane (Parks Manager) introduced the report. Officers agreed to provide a map of all benches.

Decisions

The Board:

1. Noted the report.
2. Agreed to delegate the choice of timber to the Parks Manager, subject to cost.
3. Resolved to defer the bandstand until May.

Actions

Officers to publish the list of benches.

## 3 Winter gritting

It was RESOLVED that the gritting routes be approved. Members thanked the drivers.
"""

REPORT = """# Bench repairs

Purpose

For decision.

Summary

The benches of the Old Quay need repair.

Recommendations

Members of the Streets and Parks Board are asked to:

1. Note the report.
2. Agree the repair of 40 benches at a cost of £12,500.

Contact officer: Ravi Dane
Position: Parks Manager
Phone no: 01234 567890
Email: ravi.dane@example.org

## Background

1. The Board has 60 benches.
"""

PLAN = """# Parks review: action plan

| No | Action | Owner | Deadline | Status | Update |
|---|---|---|---|---|---|
| 1 | Repaint the railings | JB | End of May 25 | Complete | Painted green. |
| 2 | Replant beds | Parks team | End of July 25 (moved from June 25) | On track | Soil ordered. |
"""


def facts_of(text: str, name: str = "paper.md") -> Facts:
    return extract(read_document(text.encode(), name), Councils.load())


@pytest.fixture(scope="module")
def minutes() -> Facts:
    return facts_of(MINUTES)


def test_minutes_belong_to_the_meeting_they_name(minutes):
    assert minutes.kind == "minutes"
    assert minutes.meeting == MeetingKey("Streets and Parks Board", date(2025, 3, 4))


def test_the_previous_meeting_is_the_one_whose_minutes_were_agreed(minutes):
    assert minutes.meetings[0].previous == MeetingKey("Streets and Parks Board", date(2025, 1, 7))


def test_attendance_of_a_line_of_names(minutes):
    found = {(a.person.name, a.status, a.capacity) for a in minutes.attendance}
    assert found == {
        ("Ann Lowe", "present", "chair"),
        ("Ben Tarn", "present", None),
        ("Cara Voss", "present", "substitute"),
        ("Dee Moss", "apologies", None),
    }


def test_a_substitute_is_tied_to_the_member_away(minutes):
    substitute = next(a for a in minutes.attendance if a.person.name == "Cara Voss")
    assert substitute.substitute_for is not None
    assert substitute.substitute_for.name == "Dee Moss"


def test_items_by_number_and_title(minutes):
    assert [(i.number, i.title) for i in minutes.items] == [
        ("1", "Minutes of the previous meeting"),
        ("2", "Bench repairs"),
        ("3", "Winter gritting"),
    ]
    assert [p.name for p in minutes.items[1].presenters] == ["Ravi Dane"]


def test_decisions_with_their_item_verb_and_outcome(minutes):
    assert [(d.item, d.verb, d.outcome) for d in minutes.decisions] == [
        ("1", "agreed", "agreed"),
        ("2", "noted", "noted"),
        ("2", "agreed", "agreed with changes"),
        ("2", "resolved", "deferred"),
        ("3", "resolved", "agreed"),
    ]
    assert minutes.decisions[2].delegates_to == "the Parks Manager"


def test_what_is_decided_again_of_another_matter_is_told_again_in_its_place():
    twice = """# Minutes of the Streets and Parks Board

Tuesday, 4 March 2025

## 1 Ponds and lamps

The pond was looked at. Resolved that the report be noted.

Resolved that the clerk buy a gate.

The lamps were looked at. Resolved that the report be noted.
"""
    assert [(one.position, one.text) for one in facts_of(twice).decisions] == [
        (1, "Resolved that the report be noted."),
        (2, "Resolved that the clerk buy a gate."),
        (3, "Resolved that the report be noted."),
    ]


def test_what_the_label_of_an_item_sums_up_is_told_once():
    summed = """# Minutes of the Streets and Parks Board

Tuesday, 4 March 2025

## 1 Ponds

After some talk it was resolved that the pond be drained.

Decision

That the pond be drained.

## 2 Lamps

The lamps were looked at. It was resolved that the pond be drained.
"""
    assert [one.text for one in facts_of(summed).decisions] == [
        "That the pond be drained.",
        "It was resolved that the pond be drained.",
    ]


def test_an_entry_of_a_list_with_an_outcome_of_its_own_is_a_decision_of_its_own():
    listed = """# Minutes of the Marle Green Parish Council meeting held on 7 May 2024

## 2 Planning

The following applications were approved:

- Porch at Hall Farm - refused
- Shed at Mill Lane
- Barn: decision put off
- Garage - new roof
"""
    assert [(one.outcome, one.text) for one in facts_of(listed).decisions] == [
        (
            "agreed",
            "The following applications were approved: Shed at Mill Lane Garage - new roof",
        ),
        ("rejected", "Porch at Hall Farm - refused"),
        ("deferred", "Barn: decision put off"),
    ]


def test_actions_listed_and_promised_stay_apart(minutes):
    assert [(a.kind, a.text) for a in minutes.actions] == [
        ("listed", "Officers to publish the list of benches."),
        ("promised", "Officers agreed to provide a map of all benches."),
    ]


def test_a_report_with_its_recommendations_and_contact():
    facts = facts_of(REPORT)
    report = facts.reports[0]
    assert (facts.kind, report.title, report.purpose) == ("report", "Bench repairs", "for decision")
    assert [(c.person.name, c.position, c.email) for c in report.contacts] == [
        ("Ravi Dane", "Parks Manager", "ravi.dane@example.org")
    ]
    assert [(r.number, r.text) for r in facts.recommendations] == [
        ("1", "Note the report."),
        ("2", "Agree the repair of 40 benches at a cost of £12,500."),
    ]
    asked = {r.addressed_to for r in facts.recommendations}
    assert asked == {"Members of the Streets and Parks Board"}


def test_an_action_plan_keeps_moves_of_the_due_date():
    first, second = facts_of(PLAN).actions
    assert (first.number, first.status, first.due) == ("1", "complete", date(2025, 5, 31))
    assert (second.due, second.previous_due, second.status) == (
        date(2025, 7, 31),
        (date(2025, 6, 30),),
        "open",
    )
    assert second.assignee_as_written == "Parks team"
    assert second.update == "Soil ordered."


def test_figures_count_things_and_money():
    found = {(str(f.value), f.unit) for f in facts_of(REPORT).figures}
    assert ("12500", "GBP") in found


def test_a_pack_is_told_into_its_parts():
    head = "# Streets and Parks Board\n\nAgenda\n\n4 March 2025\n\n"
    agenda = head + "1. Minutes of the last meeting\n2. Bench repairs\n\n"
    document = read_document((agenda + MINUTES + "\n" + REPORT).encode(), "pack.md")
    assert [part.kind for part in parts(document)] == [
        PartKind.AGENDA,
        PartKind.MINUTES,
        PartKind.REPORT,
    ]


def test_an_agenda_among_the_letters_received_opens_nothing():
    letters = "".join(f"Marl Council - Letter {letter}\n\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVW")
    text = (
        "Lark Parish Council\n\nMinutes of the meeting held on 4 March 2025\n\nPresent: Cllr Ann"
        " Lowe, Cllr Ben Tarn\n\n1. Apologies\n\nNone.\n\n2. Letters\n\nFor information\n\n"
        f"{letters}Marl Council - Agenda Audit Committee - 30 June\n\nA leaflet on ponds\n\n"
        "3. Ponds\n\nAgreed to dig one.\n"
    )
    (part,) = parts(read_document(text.encode(), "minutes.txt"))
    assert part.kind is PartKind.MINUTES


def test_a_day_before_the_word_for_notes_is_no_duration():
    text = (
        "lark/pond-group\n\n2025-03-04 Meeting Notes\n\n# Agenda\n\n- Lamps\n\n"
        "# Action Items\n\n- Ann: buy lamps\n"
    )
    (part,) = parts(read_document(text.encode(), "notes.md"))
    assert part.kind is PartKind.MINUTES


def test_agendas_one_after_another_are_of_a_meeting_each():
    agenda = (
        "## Lark Association General Meeting\n\n## {day}, 2018\n\n## Lamps\n\n"
        "## Ponds – 3 minutes each\n\n## Paths\n\n## Fair\n\n## New business\n\n"
    )
    text = "# 2018 Agendas\n\n" + "".join(
        agenda.format(day=day) for day in ("Tuesday, September 4th", "Tuesday, June 5th")
    )
    found = facts_of(text)
    assert [item.meeting.date for item in found.items if item.title == "Lamps"] == [
        date(2018, 9, 4),
        date(2018, 6, 5),
    ]
    assert {meeting.key.board for meeting in found.meetings} == {"Lark Association"}


SUMMED_UP = """Lark Water Steering Group Workshop 20-02-2019

Summary of actions decided at the meeting.

1. BT to draw a map of the ponds.
2. CV to ask the mill.
3. Next meeting 3rd May 2019.

{label}

Ben Tarn (BT) Mill Trust
Cara Voss (CV) Lark Council

{title}

1. Aims of the day
2. What the ponds need
"""


@pytest.mark.parametrize(
    ("label", "title", "kind"),
    [
        ("Attendees:", "MINUTES", PartKind.MINUTES),
        ("Attendees:", "NEEDS", PartKind.AGENDA),
        ("Ponds:", "MINUTES", PartKind.AGENDA),
    ],
)
def test_a_list_of_who_came_above_the_word_for_minutes_makes_minutes(label, title, kind):
    text = SUMMED_UP.format(label=label, title=title)
    assert {part.kind for part in parts(read_document(text.encode(), "workshop.txt"))} == {kind}


@pytest.mark.parametrize(
    ("text", "verb", "outcome"),
    [
        ("RESOLVED to defer the item.", "resolved", "deferred"),
        ("Agreed, as amended.", "agreed", "agreed with changes"),
        ("The motion was lost.", "lost", "rejected"),
        ("That the item be withdrawn.", "withdrawn", "withdrawn"),
        ("Requested a further report.", "requested", "requested"),
        ("Referred to the Cabinet.", "referred", "referred"),
    ],
)
def test_what_was_moved_is_not_what_was_carried(text, verb, outcome):
    assert verb_of(text) == verb
    assert outcome_of(text, verb) == outcome


def quotes(facts: Facts):
    for group in (facts.meetings, facts.attendance, facts.memberships, facts.items, facts.reports,
                  facts.recommendations, facts.decisions, facts.actions, facts.people,
                  facts.organisations, facts.programmes, facts.figures):  # fmt: skip
        for fact in group:
            yield from fact.evidence


@pytest.mark.parametrize("text", [MINUTES, REPORT, PLAN], ids=["minutes", "report", "plan"])
def test_every_fact_quotes_words_that_are_there(text):
    document = read_document(text.encode(), "paper.md")
    found = list(quotes(extract(document, Councils.load())))
    assert found
    for quote in found:
        words = document.paragraphs[quote.paragraph].text[quote.start : quote.end]
        assert words.strip() == words
        assert words


LINES = st.sampled_from(
    [line for text in (MINUTES, REPORT, PLAN) for line in text.split("\n") if line.strip(" |-")]
    + [
        "Agenda",
        "Present:",
        "Apologies",
        "1.",
        "Decision:",
        "Appendix A",
        "Date of next meeting: 1 May 2025",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=25))
def test_no_order_of_lines_breaks_the_reading(lines):
    document = read_document("\n\n".join(lines).encode(), "paper.md")
    facts = extract(document, Councils.load())
    for quote in quotes(facts):
        assert 0 <= quote.start < quote.end <= len(document.paragraphs[quote.paragraph].text)


def test_who_presents_an_item_is_told_and_no_part_of_its_title():
    text = (
        "# Quay Board\n\n## Agenda\n\nTuesday 4 March 2025\n\n"
        "1. Apologies\n2. Lamps on the quay Presented by Ada Penn, Head of Lighting\n"
        "3. Supplier contract Not for publication: it names a supplier\n"
    )
    items = facts_of(text).items
    assert [item.title for item in items] == ["Apologies", "Lamps on the quay", "Supplier contract"]
    assert [person.name for person in items[1].presenters] == ["Ada Penn"]
