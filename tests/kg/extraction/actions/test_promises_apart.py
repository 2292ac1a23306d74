"""Whose promises stand in one sentence, behind a pronoun or in a title."""

import pytest

from tests.kg.extraction.actions.test_extraction_actions import minuted, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The yard asked for a date, Anna will find one and Zoe would ring the yard.",
            [
                ("The yard asked for a date, Anna will find one", "Anna"),
                ("Zoe would ring the yard.", "Zoe"),
            ],
        ),
        (
            "Paul Stone will measure the rail, he will also order the paint.",
            [("Paul Stone will measure the rail, he will also order the paint.", "Paul Stone")],
        ),
        (
            "It rusts. Action: Agreed that Paul would weld it and that Zoe would tell the yard.",
            [("Agreed that Paul would weld it", "Paul"), ("Zoe would tell the yard.", "Zoe")],
        ),
        (
            "## 3 Rail – Tom Reed to get three prices\n\nIt rusts.",
            [("Rail – Tom Reed to get three prices", "Tom Reed")],
        ),
        (
            "Zoe Salt spoke of the divers. She had met them. She will write to them in May.",
            [("She will write to them in May.", "Zoe Salt")],
        ),
        ("Mrs Salt spoke. He will write to the divers.", [("He will write to the divers.", None)]),
        ("The tide rose. He will write to the yard.", [("He will write to the yard.", None)]),
        (
            "Action 2025/3: Agreed that Paul would weld it and that Zoe would tell the yard.",
            [("Agreed that Paul would weld it", "Paul"), ("Zoe would tell the yard.", "Zoe")],
        ),
        ("## 3 Zoe Salt to report on the regatta\n\nIt went well.", []),
    ],
)
def test_whose_promises_stand_in_one_sentence_or_a_title(text, expected):
    assert told(minuted(text)) == expected


def test_a_list_of_guests_promises_nothing() -> None:
    guests = (
        "Guests: Dan Moss, Marle head librarian; Eve Holt, board member; Fay Lark, board member."
    )
    assert minuted(f"{guests}\n") == ()
