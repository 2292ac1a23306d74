"""Parts of items in the table of an agenda, and business that is taken in private below it."""

from tests.support.read_papers import facts_of

HEAD = "# Marle Health Trust\n\nMeeting of the Board in public, 25 January 2034\n\n## Agenda\n\n"
ROWS = (
    "| Ref | Item | Lead |\n|---|---|---|\n"
    "| 1 | Apologies for absence<br>(Received: Dr Moss) | Chair |\n"
    "| 2 | Plans for 2034<br>2.1 Works<br>2.2 Savings | A Lowe |\n"
    "| 3a | Learning from storms | B Tarn |\n"
    "| 3b | Safe working hours | B Tarn |\n"
    "| 4 | Questions from the public | Chair |\n"
)
PRIVATE = (
    "\nPart 2 (private)\n\nP1 Minutes of the private meeting\n\nP2 Sale of the mill\n\nP3 Pay\n"
)


def items(text: str) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in facts_of(HEAD + text, "paper.md").items]


def test_lines_of_a_cell_and_letters_of_a_number_are_parts_of_items() -> None:
    assert items(ROWS) == [
        ("1", "Apologies for absence"),
        ("2", "Plans for 2034"),
        ("2.1", "Works"),
        ("2.2", "Savings"),
        ("3a", "Learning from storms"),
        ("3b", "Safe working hours"),
        ("4", "Questions from the public"),
    ]


def test_what_counts_behind_a_letter_below_the_list_is_business_too() -> None:
    assert items(ROWS + PRIVATE)[-3:] == [
        ("P1", "Minutes of the private meeting"),
        ("P2", "Sale of the mill"),
        ("P3", "Pay"),
    ]


def test_hours_on_lines_of_a_cell_and_lists_of_papers_are_no_items() -> None:
    hours = "| 5 | Open day<br>5.15 Doors open<br>5.45 Talk |\n"
    papers = "\nPapers attached\n\nA1 Map of the quay\n\nA2 Map of the yard\n\nA3 List of boats\n"
    found = items(ROWS + hours + papers)
    assert [number for number, _ in found[-2:]] == ["4", "5"]
