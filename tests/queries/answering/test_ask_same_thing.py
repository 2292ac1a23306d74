"""However a basic question is put, it has one answer."""

from collections.abc import Iterator

import pytest

from embeddings.library import Library
from queries.ask import ask
from tests.support.own_library import answered, own_library

PAPERS = {
    "april-2031.md": """# Minutes of the Saltwick Ferry Board, 2 April 2031

Venue: Quay House

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh

Apologies: Cllr Bo Thrale

2 members of the public

## 3. Moorings

Rosa Wend (Harbour Officer) introduced the report on moorings.

RESOLVED: That the basin be dredged.

ACTION: Rosa Wend to send the survey of the piers to the Board by 1 May 2031.

Date of next meeting: 7 May 2031
""",
    "may-2031.md": """# Minutes of the Saltwick Ferry Board, 7 May 2031

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale

Apologies: Cllr Ivo Marsh

In attendance: Nell Garth (Quay Users Forum)

## 3. Tide gauges

The Board noted the report on the Shore Power Grant (SPG).

## 4. Fares

The Board agreed that the ferry fare be £3, instead of the £4 proposed.

It was proposed by Cllr Ada Quill, seconded by Cllr Bo Thrale, that a levy on anchors be raised.
Carried.

It was proposed by Cllr Bo Thrale, seconded by Cllr Ada Quill, that the old buoys be sold. Carried.

## 5. Quay Users Forum

The Quay Users Forum had written to the Board.
""",
    "june-2031-agenda.md": """# Agenda of the Saltwick Ferry Board, 4 June 2031

1. Apologies
2. Minutes of the last meeting
3. Lantern Fair
4. Rescue boat
5. Any other business
""",
    "members-2031.md": """# Saltwick Ferry Board: membership 2031/32

| Councillor | Role | Party | Authority |
|---|---|---|---|
| Cllr Ada Quill | Chair | Labour | Plymouth City Council |
| Cllr Ivo Marsh | Member | Conservative | Devon County Council |
| Cllr Bo Thrale | Member | Independent | Cornwall Council |
""",
    "log-april.md": """# Action log of the Saltwick Ferry Board, 2 April 2031

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 7 | Report on what signing the Quay Pact would mean | Rosa Wend | 7 May 2031 | In progress |
""",
    "log-may.md": """# Action log of the Saltwick Ferry Board, 7 May 2031

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 7 | Report on what signing the Quay Pact would mean | Rosa Wend | 7 May 2031 | Complete |
""",
    "terms.md": """# Saltwick Ferry Board: terms of reference

The Saltwick Ferry Board oversees the crossing and advises the harbour on its safety.
""",
}
MEMBERS = ["Ada Quill", "Bo Thrale", "Ivo Marsh"]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("same-thing"), PAPERS) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "Who are the members of the Saltwick Ferry Board?",
        "Who sits on the Saltwick Ferry Board?",
        "Who is on the Saltwick Ferry Board?",
        "Which councillors are on the Saltwick Ferry Board?",
    ],
)
def test_members(library: Library, question: str) -> None:
    answer = answered(library, question)
    assert sorted(value.split(" (")[0] for value in answer.values) == MEMBERS


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the Saltwick Ferry Board?",
        "Who took the chair on 2 April 2031?",
        "Who is in charge of the Saltwick Ferry Board?",
        "Who heads the Saltwick Ferry Board?",
    ],
)
def test_chair(library: Library, question: str) -> None:
    assert answered(library, question).values == ("Ada Quill",)


@pytest.mark.parametrize(
    "question",
    [
        "Who attended on 2 April 2031?",
        "Members present, 2 April 2031",
        "Who took part in the meeting on 2 April 2031?",
        "Who was around the table on 2 April 2031?",
    ],
)
def test_attendance(library: Library, question: str) -> None:
    assert sorted(answered(library, question).values) == ["Ada Quill", "Ivo Marsh"]


@pytest.mark.parametrize(
    "question",
    [
        "Which meetings did Ivo Marsh miss?",
        "Which meetings was Ivo Marsh not at?",
        "Which meetings did Ivo Marsh not attend?",
        "When was Ivo Marsh absent?",
    ],
)
def test_meetings_missed(library: Library, question: str) -> None:
    assert answered(library, question).values == ("7 May 2031",)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When was the first meeting of the Saltwick Ferry Board?", "2 April 2031"),
        ("When did the Saltwick Ferry Board first meet?", "2 April 2031"),
        ("When was the board's inaugural meeting?", "2 April 2031"),
        ("When did the board last meet before 4 June 2031?", "7 May 2031"),
        ("When was the previous meeting to that of 7 May 2031?", "2 April 2031"),
    ],
)
def test_first_and_previous_meetings(library: Library, question: str, day: str) -> None:
    assert answered(library, question).values == (day,)


@pytest.mark.parametrize(
    "question",
    [
        "When did the Saltwick Ferry Board meet in April and May 2031?",
        "On what dates did the Saltwick Ferry Board meet in April and May 2031?",
        "What meetings were there in April and May 2031?",
    ],
)
def test_meetings_held(library: Library, question: str) -> None:
    answer = answered(library, question)
    assert answer.kind == "when"
    assert "2 April 2031" in answer.answer
    assert "7 May 2031" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "What was on the agenda for 4 June 2031?",
        "Agenda 4 June 2031",
        "List the agenda items for the June 2031 meeting",
        "What was the board going to discuss on 4 June 2031?",
    ],
)
def test_agenda(library: Library, question: str) -> None:
    assert {"Lantern Fair", "Rescue boat"} <= set(answered(library, question).values)


@pytest.mark.parametrize(
    "question",
    [
        "What is the purpose of the Saltwick Ferry Board?",
        "What does the Saltwick Ferry Board do?",
        "Remit of the Saltwick Ferry Board",
        "Why was the Saltwick Ferry Board set up?",
    ],
)
def test_purpose(library: Library, question: str) -> None:
    assert "advises the harbour on its safety" in answered(library, question).answer


@pytest.mark.parametrize(
    "question",
    ["What does SPG stand for?", "What is the meaning of SPG?", "SPG meaning", "Spell out SPG"],
)
def test_short_forms(library: Library, question: str) -> None:
    assert answered(library, question).values == ("Shore Power Grant",)


@pytest.mark.parametrize(
    "question",
    ["What party is Ada Quill in?", "Which political group does Ada Quill belong to?"],
)
def test_party(library: Library, question: str) -> None:
    assert "Labour" in answered(library, question).answer


@pytest.mark.parametrize(
    "question",
    [
        "What actions came out of the meeting on 2 April 2031?",
        "What actions were agreed on 2 April 2031?",
        "Actions from the 2 April 2031 meeting",
        "What tasks were set at the April 2031 meeting?",
    ],
)
def test_actions_of_a_meeting(library: Library, question: str) -> None:
    answer = answered(library, question)
    assert answer.kind == "actions"
    assert "survey of the piers" in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did Bo Thrale send apologies on 2 April 2031?", "Yes"),
        ("Was Bo Thrale absent on 2 April 2031?", "Yes"),
        ("Did Bo Thrale attend on 2 April 2031?", "No"),
        ("Did Ada Quill send apologies on 2 April 2031?", "No"),
        ("Did Ada Quill attend on 2 April 2031?", "Yes"),
    ],
)
def test_yes_or_no_is_of_what_is_asked(library: Library, question: str, verdict: str) -> None:
    assert answered(library, question).answer.startswith(f"{verdict}: ")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did the board agree a ferry fare of £3?", "Yes"),
        ("Did the board agree a ferry fare of £4?", "No"),
    ],
)
def test_what_a_decision_did_not_take_was_not_agreed(
    library: Library, question: str, verdict: str
) -> None:
    assert answered(library, question).answer.startswith(f"{verdict}: ")


@pytest.mark.parametrize("which", ["first meeting", "first board meeting", "inaugural meeting"])
def test_the_first_meeting_is_one_meeting(library: Library, which: str) -> None:
    answer = answered(library, f"Who attended the {which}?")
    assert sorted(answer.values) == ["Ada Quill", "Ivo Marsh"]


def test_a_meeting_that_no_paper_counts_is_not_guessed(library: Library) -> None:
    answer = ask(library, "Who attended the seventh meeting of the Saltwick Ferry Board?")
    assert not answer.answered
    assert answer.note == "The papers held do not tell which one meeting was the seventh."


@pytest.mark.parametrize(
    "question",
    [
        "What did the board decide on 7 May 2031?",
        "What did the board resolve on 7 May 2031?",
        "Tell me everything decided on 7 May 2031",
        "What decisions were taken in May 2031?",
    ],
)
def test_all_decisions_of_a_meeting(library: Library, question: str) -> None:
    assert len(answered(library, question).values) == 4


def test_who_came_from_a_body_that_holds_no_meetings(library: Library) -> None:
    answer = answered(library, "Who came from the Quay Users Forum on 7 May 2031?")
    assert answer.values == ("Nell Garth",)


def test_an_action_about_a_deed_does_not_do_it(library: Library) -> None:
    """The report on signing the pact is written; nobody has signed it."""
    answer = answered(library, "Has the board signed the Quay Pact?")
    assert not answer.answer.startswith("Yes")
    assert "signing the Quay Pact" in answer.answer


@pytest.mark.parametrize(("month", "count"), [("April", 0), ("May", 1)])
def test_actions_stand_as_papers_of_a_time_had_them(
    library: Library, month: str, count: int
) -> None:
    answer = ask(library, f"Which actions were complete in {month} 2031?")
    assert answer.answered == bool(count)
    assert len([one for one in answer.values if "Quay Pact" in one]) == count


def test_the_first_of_two_questions_has_the_subject_of_the_second(library: Library) -> None:
    answer = answered(library, "Who moved and who seconded the levy on anchors?")
    assert "Cllr Ada Quill" in answer.answer
    assert "buoys" not in answer.answer


def test_the_public_counted_at_the_end_of_who_came(library: Library) -> None:
    asked = "How many members of the public were at the meeting on 2 April 2031?"
    assert answered(library, asked).values == ("2",)
