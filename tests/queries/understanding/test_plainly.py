"""Questions put politely, or in a few words for a search, are asked bluntly and whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.understanding.plainly import plainly


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Could you tell me who chaired the meeting?", "Who chaired the meeting?"),
        ("I'd like to know who was absent on 5 May 2031", "Who was absent on 5 May 2031?"),
        ("Tell me whether the levy was agreed in May 2031.", "Was the levy agreed in May 2031?"),
        ("Do you know if the accounts were approved?", "Were the accounts approved?"),
        ("Tell me the balance of the ferry fund", "What is the balance of the ferry fund?"),
        ("Show me the actions from the May meeting", "List the actions from the May meeting?"),
    ],
)
def test_courtesy_is_no_part_of_a_question(text: str, asked: str) -> None:
    assert plainly(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Saltwick Ferry Board treasurer", "Who is the treasurer of Saltwick Ferry Board?"),
        ("Saltwick Ferry trustees", "Who are the trustees of Saltwick Ferry?"),
        ("Start time 2 March 2031", "What time did the meeting on 2 March 2031 start?"),
        ("Saltwick meeting end time", "What time did the Saltwick meeting end?"),
        ("How much money does the fund have?", "What is the balance of the fund?"),
        ("How much does the fund have in the bank?", "How much does the fund have in the bank?"),
        ("Quay guide publication date", "When was Quay guide published?"),
        ("the release date of the quay guide", "When was the quay guide published?"),
        ("Quay campaign launch date", "When was Quay campaign launched?"),
        (
            "Which councils did the two observers on the 2031 board come from?",
            "Who were the observers on the 2031 board?",
        ),
        (
            "Which bodies were the substitutes from in May 2031?",
            "Who were the substitutes in May 2031?",
        ),
        ("Ada Quill actions", "What actions does Ada Quill have?"),
        ("What has to be done by May 2031?", "Which actions are due by May 2031?"),
        ("Actions due May 2031", "Which actions are due in May 2031?"),
        ("Which councillors weren't at Saltwick?", "Which councillors were absent from Saltwick?"),
        ("Did Ada Quill turn up in May 2031?", "Did Ada Quill attend the meeting in May 2031?"),
        ("Who missed the May 2031 board?", "Who missed the May 2031 meeting?"),
        ("When's the next board after 5/5/31?", "When is the next board meeting after 5/5/31?"),
        ("Tell me what SPG means", "What does SPG stand for?"),
        ("lamps of the quay - decided yet?", "Has lamps of the quay been decided yet?"),
        ("Lamp register published yet?", "Has Lamp register been published yet?"),
        ("The lamp register: is it finished?", "is The lamp register finished?"),
        ("Re the quay lamp, who mended it?", "who mended the quay lamp?"),
        ("Question: did the Board sign it?", "Question: did the Board sign it?"),
        ("The pact: is it true that it was signed?", "is it true that The pact was signed?"),
        ("On the 3 May, who chaired it?", "On the 3 May, who chaired it?"),
        ("The board met in May: what did it decide?", "The board met in May: what did it decide?"),
        (
            "date of the Ferry Board after the May 2031 one",
            "When is the next Ferry Board meeting after the May 2031 one?",
        ),
    ],
)
def test_a_few_words_stand_for_a_question(text: str, asked: str) -> None:
    assert plainly(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Who is the chair?",
        "Tell me about the lantern fair",
        "Has the survey action been done, and is it finished or not?",
        "How much did the basin cost?",
        "New chair",
        "Board of Directors",
        "Report by the Harbour Officer to the chair",
        "Did the board discuss gender balance?",
        "What has been deferred?",
        "Who was appointed to the board in 2031?",
        "Which members were at risk of losing their seats?",
        "Enforcement action at Mill Lane",
        "Library opening time",
        "Number of people in Saltwick",
        "",
    ],
)
def test_what_is_plain_stays(text: str) -> None:
    assert plainly(text) == text


WORDS = st.sampled_from(["Saltwick", "Board", "treasurer", "actions", "due", "May 2031", "tell me"])


@given(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    """What is asked bluntly is asked so again."""
    assert plainly(plainly(text)) == plainly(text)
