"""Questions of meetings, offices and matters that the papers of the sample settle by structure."""

from pathlib import Path

import pytest

from embeddings.library import Library
from kg.store.graph import Value
from queries.ask import ask


@pytest.mark.parametrize(
    ("question", "venue"),
    [
        ("Where did the Board meet on 14 June 2023?", "Lighthouse Suite, Anchor House"),
        ("What was the venue of the meeting of 14 October 2021?", "Quayside Room, Anchor House"),
    ],
)
def test_where_a_board_met_is_told_by_its_meeting(
    sample_library: Path, question: str, venue: str
) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, question)
        assert answer.answered
        assert answer.values[0].startswith(venue)
        assert venue in answer.citations[0].quote
        assert answer.sparql is not None
        assert venue in {str(row["value"])[: len(venue)] for row in _rows(library, answer.sparql)}


def test_when_a_meeting_was_to_begin_is_told_by_its_papers(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "At what time did the meeting of 10 February 2022 open?")
        assert answer.values == ("11.00 am",)
        assert "11.00 am" in answer.citations[0].quote
        assert answer.sparql is not None
        assert {row["value"] for row in _rows(library, answer.sparql)} == {"11.00 am"}
        assert not ask(library, "When did the meeting of 14 June 2023 end?").answered


def test_no_place_is_given_for_a_month_without_a_meeting(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "Where did the Board meet in August 2022?")
        assert not answer.answered
        assert answer.note == "The papers held tell of no meeting in August 2022."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is action 22/04?", "badges"),
        ("Who owns action 22/05?", "Eleanor Voss"),
        ("What was action 3 from the June 2023 meeting?", "streets at risk"),
        ("Has action 23/02 been completed?", "Yes: Complete"),
        ("When is action 23/01 due?", "30 September 2023"),
    ],
)
def test_an_action_is_told_by_its_reference(sample_library: Path, question: str, said: str) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, question)
        assert said in answer.answer
        assert answer.sparql is not None


@pytest.mark.parametrize("question", ["What is action 24/09?", "Who owns action 24/09?"])
def test_an_action_of_another_reference_answers_nothing(
    sample_library: Path, question: str
) -> None:
    with Library.open(sample_library) as library:
        assert ask(library, question).note == "No paper held has an action 24/09."


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many actions arose on 10 February 2022?", "4"),
        ("How many actions did the June 2023 meeting give?", "2"),
        ("How many actions are complete?", "10"),
    ],
)
def test_an_action_that_several_papers_tell_of_counts_once(
    sample_library: Path, question: str, number: str
) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, question)
        assert answer.values == (number,)
        assert answer.sparql is not None


def _rows(library: Library, sparql: str) -> list[dict[str, Value]]:
    return list(library.graph.select(sparql).dicts())


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("Who is the Chair of the Board?", ("Amara Whitlock",)),
        ("Who is the current Vice-Chair?", ("Hugh Venables",)),
        ("Who chaired the Board in October 2021?", ("Rosalind Thackray",)),
    ],
)
def test_an_office_is_held_by_whom_the_last_papers_have_in_it(
    sample_library: Path, question: str, holders: tuple[str, ...]
) -> None:
    with Library.open(sample_library) as library:
        assert ask(library, question).values == holders


def test_what_was_decided_on_an_item_is_asked_by_its_number(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "What was decided under item 4 on 14 June 2023?")
        assert answer.values == (
            "Agreed that the Association sign the Estuary Compact.",
            "Delegated the date and manner of signing to the Chair and the Head of Resilience.",
        )
        assert ask(library, "What was decided under item 9 on 14 June 2023?").values == ()
        resolved = ask(library, "What did the Board resolve at minute 4 on 10 February 2022?")
        assert resolved.answer.startswith("Communities & Resilience Board, 10 February 2022: ")
        assert "1 September 2022" in resolved.values[0]
        arisen = ask(library, "Which actions came out of item 4 on 14 June 2023?")
        assert arisen.values == ("Arrange the signing of the Estuary Compact",)


def test_an_item_is_told_by_its_number(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "What was item 4 on 15 June 2022?")
        assert answer.values == ("Volunteer Wellbeing Pledge",)
        assert answer.sparql is not None
        assert {row["value"] for row in _rows(library, answer.sparql)} == set(answer.values)
        beyond = ask(library, "What was item 12 on 14 June 2023?")
        assert not beyond.answered
        assert beyond.note == "The papers of the meeting asked about have no item 12."


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Was the budget for libraries cut?", "“libraries”"),
        ("What did the Board decide about potholes?", "potholes"),
    ],
)
def test_a_matter_that_no_passage_names_is_not_answered(
    sample_library: Path, question: str, word: str
) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, question)
        assert not answer.answered
        assert answer.note


def test_everyday_words_for_what_papers_say_otherwise_are_no_matter(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        assert ask(library, "help towards childminding while at meetings").answered


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("When was the Estuary Compact discussed?", ("13 October 2022", "14 June 2023")),
        ("When was staffing of the resilience team considered?", ("9 February 2023",)),
    ],
)
def test_when_a_matter_was_taken_is_told_by_the_items_of_meetings(
    sample_library: Path, question: str, days: tuple[str, ...]
) -> None:
    with Library.open(sample_library) as library:
        assert ask(library, question).values == days


@pytest.mark.parametrize(
    "question",
    [
        "The Estuary Compact: what was the outcome in October 2022?",
        "What happened with the Estuary Compact at the meeting of 13 October 2022?",
    ],
)
def test_what_happened_at_a_meeting_is_what_it_decided(sample_library: Path, question: str) -> None:
    with Library.open(sample_library) as library:
        assert "The Board noted the Estuary Compact." in ask(library, question).values


def test_a_plan_of_actions_in_a_title_asks_for_no_actions(sample_library: Path) -> None:
    question = "What was decided about the progress and action plan on 9 February 2023?"
    with Library.open(sample_library) as library:
        assert "the progress of the programme be noted;" in ask(library, question).values


def test_whom_somebody_sits_for_is_asked_of_any_body(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "Which organisation does Daniel Oakes represent?")
        assert answer.values == ("Sefton Metropolitan Borough Council",)


def test_what_has_to_be_done_asks_for_actions(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "What has to be done about the Estuary Compact?")
        assert answer.kind == "actions"
        assert answer.values[0].startswith("Eleanor Voss to report on what signing")


def test_a_name_is_known_though_papers_part_its_words_by_small_ones(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        known = ask(library, "Who recruits coordinators in the Severn Trent Ouse towns?")
        strange = ask(library, "Who recruits coordinators in the Severn Ouse Trent towns?")
        assert known.answered
        assert strange.note == "No paper held names Severn Ouse Trent."


def test_who_was_chosen_is_told_by_what_says_so_of_somebody_or_not_at_all(
    sample_library: Path,
) -> None:
    with Library.open(sample_library) as library:
        assert "Amara Whitlock" in ask(library, "Who became Chair in October 2022?").answer
        nobody = ask(library, "Who was appointed to run the Harbour Learning Network?")
        assert nobody.note == "No passage that speaks of this names who was chosen."


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What is Siobhan Keane's email address?", "siobhan.keane@arcc.example"),
        ("What is the Member Services Officer's phone number?", "020 7946 0112"),
    ],
)
def test_somebody_is_reached_by_the_details_that_papers_give(
    sample_library: Path, question: str, value: str
) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, question)
        assert answer.values == (value,)
        assert value in answer.citations[0].quote
        assert answer.sparql is not None
        assert {row["value"] for row in _rows(library, answer.sparql)} == {value}


def test_another_person_is_no_answer_to_whose_number_is_asked_for(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "What is Hugh Venables' phone number?")
        assert answer.note == "No paper held gives a telephone number of Hugh Venables."


def test_the_contact_for_a_report_comes_with_the_address(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        answer = ask(library, "Who is the contact for the report on the cost of a regular cycle?")
        assert answer.answer == (
            "Jonah Pryce (020 7946 0170, Principal Finance Adviser, jonah.pryce@arcc.example)"
        )


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "Who sent apologies on 15 June 2022?",
            (
                "The agenda of Communities & Resilience Board for 15 June 2022 is held, "
                "the minutes of that meeting are not."
            ),
        ),
        ("Did Cllr Tanner Lane attend in June 2023?", "No paper held names Cllr Tanner Lane."),
    ],
)
def test_why_the_papers_do_not_say_who(sample_library: Path, question: str, note: str) -> None:
    with Library.open(sample_library) as library:
        assert ask(library, question).note == note


def test_initials_stand_for_all_actions_of_whom_they_mean(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        assert ask(library, "What actions does CB have?").values == (
            (
                "Callum Brightwell to obtain advice on data protection "
                "for the meeting on 10 February 2022."
            ),
            "Sign a data-sharing agreement with the National Parish Forum",
            "CB said that he would look into it.",
        )
        given = ask(library, "What actions does EV have from the June 2023 meeting?")
        assert given.values == ("Arrange the signing of the Estuary Compact",)
