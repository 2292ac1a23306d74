"""Minutes that a page gives as one paragraph: its head and its items are told by their marks."""

import pytest

from kg.facts import Facts
from kg.reading.read import read_document
from tests.support.read_papers import facts_of

HEAD = (
    "Minutes of a Meeting of Tarnby Parish Council held on Monday 4 March 2019 at 7pm in the Mill "
    "Hall, Tarnby Present: Cllr A Lowe (Chairman), Cllr B Voss and Cllr C Marr. Apologies for "
    "absence: Cllr D Penn and Cllr E Rook, who were both away on holiday until the week after. "
)


def facts(text: str) -> Facts:
    return facts_of(text, "a.txt")


def items(text: str) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in facts(text).items]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1403", "1404", "1405"),
        ("Mtg/85/18-19", "Mtg/86/18-19", "Mtg/87/18-19"),
        ("PC.19", "PC.20", "PC.21"),
        ("19/064", "19/065", "19/066"),
    ],
)
def test_numbers_that_go_up_part_the_items_of_one_paragraph(numbers: tuple[str, ...]) -> None:
    one, two, three = numbers
    text = (
        f"{HEAD}{one} DECLARATIONS OF INTEREST None were made {two} MINUTES OF THE LAST MEETING "
        f"They were signed {three} FOOTPATHS The clerk reported a fallen tree by the ford."
    )
    assert items(text) == [
        (one, "DECLARATIONS OF INTEREST"),
        (two, "MINUTES OF THE LAST MEETING"),
        (three, "FOOTPATHS"),
    ]


def test_parts_of_the_numbers_stand_below_them() -> None:
    text = (
        f"{HEAD}1. Welcome Page 1 of 2 1.1. Ann Lowe opened the meeting. 2. Declarations of "
        "Interest 2.1. There were none. 3. Lamps 3.1. Two are broken. 3.2. They will be mended. "
        "4. Next Meeting 4.1. It will be in May."
    )
    assert [(n, t) for n, t in items(text) if n != "1"] == [
        ("2", "Declarations of Interest"),
        ("3", "Lamps"),
        ("4", "Next Meeting"),
    ]


def test_two_numbers_called_items_are_enough() -> None:
    text = (
        f"{HEAD}Item 1/19: Minutes of the previous meeting: They were agreed. Item 2/19: Matters "
        "arising: The bridge has been mended and the bill was paid."
    )
    assert items(text) == [
        ("1/19", "Minutes of the previous meeting"),
        ("2/19", "Matters arising"),
    ]


def test_who_came_is_read_from_the_labels_in_the_paragraph() -> None:
    read = facts(f"{HEAD}1403 PRAYERS These were said 1404 LAMPS None 1405 FORD None")
    assert [(one.person.name, one.status) for one in read.attendance] == [
        ("A Lowe", "present"),
        ("B Voss", "present"),
        ("C Marr", "present"),
        ("D Penn", "apologies"),
        ("E Rook", "apologies"),
    ]


def test_numbers_of_other_things_part_nothing() -> None:
    text = (
        f"{HEAD}The council resolved to pay 14 May Street Stores, 120 High Street and 3 Ford Lane. "
        "A letter of 12 June was read. It has 7 Acres to sell."
    )
    assert items(text) == []
    paragraphs = read_document(text.encode(), "a.txt").paragraphs
    assert "14 May Street Stores, 120 High Street and 3 Ford Lane" in paragraphs[-1].text


def test_a_head_in_one_paragraph_is_parted_at_its_labels() -> None:
    text = (
        "DRAFT MINUTES OF THE MEETING OF TARNBY PARISH COUNCIL HELD AT THE MILL HALL AT 7.30 pm "
        "MONDAY 4 MARCH 2019 PRESENT (3 Councillors): - Ann Lowe (AL) - Chair, Ben Voss (BV) and "
        "Cy Marr (CM). Four members of the public were there. Papers sent to Councillors: accounts "
        "for the year and a map of the footpaths with the trees that have fallen.\n\n"
        "1. Apologies. None.\n\n2. Lamps. It was agreed to buy two.\n\n3. Close. At 8pm.\n"
    )
    found = facts(text)
    assert found.meeting is not None
    assert found.meeting.date.isoformat() == "2019-03-04"
    assert [one.person.name for one in found.attendance] == ["Ann Lowe", "Ben Voss", "Cy Marr"]


def test_a_table_below_the_one_paragraph_is_kept() -> None:
    text = f"{HEAD}1403 PRAYERS These were said 1404 LAMPS None 1405 FORD These were paid:\n\n"
    paper = read_document(
        f"{text}| Payee | Sum |\n|---|---|\n| Marr Tools | 40 |\n".encode(), "a.md"
    )
    assert "Marr Tools" in paper.text


def test_a_note_on_the_file_may_stand_before_the_title() -> None:
    note = (
        "WARNING - Files of text have no pictures. "
        + "Please look at the other file for them. " * 6
    )
    paper = (
        "MINUTE of MEETING of the TARNBY PARK WORKING GROUP held in the Mill Hall on 16th January "
        "2004 at 9am 1. Ann Lowe welcomed everyone to the meeting. 2. The minutes were approved "
        "with no changes. 3. There were no matters arising. 4. The lamps were mended."
    )
    found = facts(note + paper)
    assert (found.meeting and found.meeting.board) == "Tarnby Park Working Group"
    assert [one.number for one in found.items] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "head",
    [
        "MINUTES of the Oxwick Parish Council meeting held in the Mill on 16th January 2004. ",
        "Oxwick Parish Council. 16th January 2004. Members present: Ann Lowe and Ben Tarn. ",
        "The lamps are lit, and the ford is dry. " * 30,
    ],
    ids=["a head of its own", "a label of people", "much text"],
)
def test_what_stands_before_business_in_capitals_is_no_note(head: str) -> None:
    told = "Apologies were read. MINUTES OF THE LAST MEETING were approved. "
    paper = read_document(f"{head}{told}The lamps were mended by the clerk.".encode(), "a.txt")
    assert not any(p.text.startswith("MINUTES OF THE LAST") for p in paper.paragraphs)
