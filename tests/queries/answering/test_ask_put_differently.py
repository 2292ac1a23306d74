"""Questions put in words of their own: who was shown as away, ratings, numbers to ring."""

from collections.abc import Iterator

import pytest

from embeddings.library import Library
from queries.ask import ask
from tests.support.own_library import answered, own_library

PAPERS = {
    "may-2031.md": """# Agenda of the Saltwick Ferry Board, 7 May 2031

Parking is found behind Quay House for holders of blue badges. For further information please
contact the Buildings Helpdesk on 01632 960 111.

## 2. Visitor survey

The results of the online survey of visitors to the Lantern Fair will be brought to members in due
course.

## Attendance

| Councillors | 02/04/31 | 07/05/31 |
|---|---|---|
| Ada Quill | Yes | Yes |
| Ivo Marsh | No | Yes |
| Una Firth | Yes | Yes |
""",
    "june-2031.md": """# Minutes of the Saltwick Ferry Board, 3 June 2031

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh, Pia Dell (on behalf of Lew Orme MP)

Apologies: Lew Orme MP

## 3. Tide gauges

Members pointed out that the readings of the new gauges were often two hours late, so that no ferry
could rely on them.

## 4. Learning

Of 40 councillors who took the course on safety afloat 95% felt more confident in their role.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("put-differently"), PAPERS) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "What number should guests at Quay House ring for the Buildings Helpdesk?",
        "What is the number of the Buildings Helpdesk?",
    ],
)
def test_the_number_of_a_help_desk_is_given(library: Library, question: str) -> None:
    assert "01632 960 111" in answered(library, question).answer


@pytest.mark.parametrize("shown", ["shown as not at", "listed as missing from", "marked as not at"])
def test_who_is_shown_as_away_is_absent(library: Library, shown: str) -> None:
    answer = answered(library, f"Who is {shown} the 2 April 2031 meeting?")
    assert answer.kind == "absence"
    assert [value.split(" (")[0] for value in answer.values] == ["Ivo Marsh"]


def test_a_rating_is_a_score(library: Library) -> None:
    asked = "What satisfaction rating did visitors give the Lantern Fair in the online survey?"
    answer = ask(library, asked)
    assert not answer.answered
    assert answer.note == "No passage that speaks of this names a score."


def test_elected_politicians_are_no_election(library: Library) -> None:
    asked = "Did elected politicians feel surer of themselves after the course on safety afloat?"
    answer = answered(library, asked)
    assert answer.kind == "passage"
    assert "95%" in answer.answer


def test_in_other_words_nothing_is_said_to_be_of_another_time(library: Library) -> None:
    """One of four words is in a paper of another month, which tells nothing of the time."""
    asked = "What faults did people find in June 2031 with the clocks that results depend on?"
    answer = ask(library, asked)
    assert "Nothing near the question" not in (answer.note or "")


@pytest.mark.parametrize(
    "question",
    [
        "Who represented Lew Orme MP at the June 2031 meeting?",
        "Was Lew Orme MP himself at the June 2031 meeting, or did someone stand in for him?",
    ],
)
def test_who_represents_a_person_stands_in(library: Library, question: str) -> None:
    answer = answered(library, question)
    assert answer.kind == "substitute"
    assert "Pia Dell" in answer.answer


def test_what_no_paper_says_that_a_body_is_for(library: Library) -> None:
    answer = ask(library, "What is the purpose of the Saltwick Ferry Board?")
    assert not answer.answered
    assert answer.note == "No passage near the question says what it is for."
