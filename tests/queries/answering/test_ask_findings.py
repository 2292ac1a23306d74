"""What a survey, a visit or an exercise found: told where a paper says so, not where it only names
one, and nothing where no passage has the thing asked for.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "report-may.md": """# Report to the Saltwick Ferry Board, 14 May 2030

## Work on the piers

1. The Ferry Office held a Night Crossing Exercise at Orrin Bay and made a Hull Check at Pellham.

2. The survey of passengers found that two in three want a later boat on Fridays.

3. Formal feedback on the Boat Fair, through an online questionnaire, would be collated and
presented to the Board in due course. Boatmen praised the strength of the programme.

4. To start, the Tide Explorer brings together four themes of adult swimming, waste and sand.

5. Cllr Ada Quill, Leader of Saltwick Harbour Council, opened the campaign for the reputation of
the ferry, and the Board questioned its strapline.

6. The review of the fares found that costs would be shared between the ports.

7. At the open evening on the quay there were 45 that attended, to hear of the new lamps.

8. The pilots objected to the early boat.

9. Hal Tarn took the Board through the offers of help to ports that make up the scheme of the year,
and told it that the Harbour Office would stand behind each of them with a boat and a crew where a
port has none of its own to send. They are sorted into broad groups: (i) rope and sail; (ii) lamps
and horns; and (iii) tides. The crews of all of the ports have been asked to come to Pellham in May.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("findings"), PAPERS) as library:
        yield Searcher(library)


def test_what_was_found_is_told(ferry: Searcher) -> None:
    told = answer(ferry, "What did the survey of passengers find?")
    assert told.answered
    assert "two in three want a later boat" in told.answer


@pytest.mark.parametrize(
    "question",
    [
        "What did the Night Crossing Exercise at Orrin Bay find?",
        "What weaknesses did the Hull Check at Pellham uncover?",
        "What did the online questionnaire on the Boat Fair show?",
    ],
)
def test_what_is_only_named_or_to_be_told_tells_nothing(ferry: Searcher, question: str) -> None:
    told = answer(ferry, question)
    assert not told.answered
    assert told.note == "No passage that speaks of this names what was found or said."


def test_a_noun_asked_for_that_nothing_is_like_is_not_there(ferry: Searcher) -> None:
    told = answer(ferry, "Which ward does Cllr Ada Quill represent?")
    assert not told.answered
    assert told.note == "No passage that speaks of this has anything like “ward”."


def test_words_for_people_count_them_only_as_they_stand(ferry: Searcher) -> None:
    told = answer(ferry, "How many people have used the Tide Explorer?")
    assert not told.answered
    assert told.note == "No passage that speaks of this names a number."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("reputation campaign of the ferry turnout", "campaign for the reputation of"),
        ("What grievance did the pilots have about the early boat?", "objected to the early boat"),
    ],
)
def test_a_word_that_papers_put_otherwise_is_no_reason_to_tell_nothing(
    ferry: Searcher, question: str, told: str
) -> None:
    assert told in answer(ferry, question).answer


def test_what_was_found_to_come_is_found(ferry: Searcher) -> None:
    told = answer(ferry, "What did the review of the fares find?")
    assert "costs would be shared between the ports" in told.answer


def test_those_that_attended_are_people(ferry: Searcher) -> None:
    told = answer(ferry, "How many people attended the open evening on the quay?")
    assert "there were 45 that attended" in told.answer


def test_what_a_report_says_of_a_thing_that_nothing_is_like_is_not_there(ferry: Searcher) -> None:
    told = answer(ferry, "What did the review of the fares say about vaccination?")
    assert not told.answered


def test_points_counted_in_a_sentence_are_quoted(ferry: Searcher) -> None:
    told = answer(ferry, "Into which broad groups are the offers of help to ports sorted?").answer
    assert "(i) rope and sail; (ii) lamps and horns; and (iii) tides" in " ".join(told.split())
