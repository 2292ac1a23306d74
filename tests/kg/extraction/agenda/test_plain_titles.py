"""Titles of items that little marks: beside those that are marked, or by the words alone."""

import pytest

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = "Quay Panel\nMinutes of the meeting held on 12 May 2021\n\nPresent: Ann Lowe, Ben Tarn\n\n"


def items(text: str, name: str = "paper.txt") -> list[tuple[str, str]]:
    facts = extract(read_document(text.encode(), name), Councils(()))
    return [(one.number, one.title) for one in facts.items]


def titles(text: str, name: str = "paper.txt") -> list[str]:
    return [title for _, title in items(text, name)]


def test_a_colon_and_a_dash_end_titles_together() -> None:
    text = (
        "Treasurer:- BT gave the accounts for April and these were accepted by those present.\n\n"
        "Secretary:- AL told of a walk about the site in which two hedges were found too high.\n\n"
        "Sheds:- It was agreed that two sheds be let before the summer to those who wait.\n"
    )
    assert titles(HEAD + text) == ["Treasurer", "Secretary", "Sheds"]


def test_a_title_in_capitals_before_a_dash_heads_an_item_beside_headings_in_capitals() -> None:
    text = (
        "CALL TO ORDER - The meeting was called to order by Ann Lowe at 7 pm.\n\n"
        "LAMPS BY THE QUAY\nThe lamps on the quay have been mended by the town.\n\n"
        "FERRIES\nThe ferry was late on most days in April.\n\n"
        "HEDGES AND TREES\nTwo hedges were found to be too high.\n"
    )
    assert titles(HEAD + text) == [
        "CALL TO ORDER",
        "LAMPS BY THE QUAY",
        "FERRIES",
        "HEDGES AND TREES",
    ]


def test_one_plain_title_stands_among_well_known_ones() -> None:
    text = (
        "Apologies\nNone.\n\nMinutes of the last meeting\nThe minutes were approved.\n\n"
        "Benches\nIt was agreed to buy three benches.\n\nAny other business\nNone.\n"
    )
    assert "Benches" in titles(HEAD + text)


def test_a_title_may_open_with_the_year_it_is_of() -> None:
    told = "It was told at length what had been done about it in the year and by whom."
    text = f"Accounts\n{told}\n\n2009 Budget\n{told}\n\nSheds\n{told}\n"
    assert titles(HEAD + text) == ["Accounts", "2009 Budget", "Sheds"]


def test_what_became_of_the_minutes_heads_nothing() -> None:
    text = (
        "1. Minutes of the last meeting\nMinutes of meeting agreed and adopted.\n"
        "2. Lamps\nThree were mended.\n3. Sheds\nTwo were let.\n"
    )
    assert items(HEAD + text) == [
        ("1", "Minutes of the last meeting"),
        ("2", "Lamps"),
        ("3", "Sheds"),
    ]


def test_bullets_right_below_the_title_of_an_agenda_are_its_items() -> None:
    listed = (
        "- Call Meeting To Order\n- Roll Call\n- DISCUSSION: Lamps\n- DISCUSSION: Sheds\n- Bills\n"
    )
    text = f"# Monday's Board Meeting Agenda\n\nQuay Board\n\n26 August 2019, 7 pm\n\n{listed}"
    assert titles(text, "a.md") == [
        "Call Meeting To Order",
        "Roll Call",
        "DISCUSSION: Lamps",
        "DISCUSSION: Sheds",
        "Bills",
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Call to Order: Ann Lowe called the meeting to order.", "Adjournment: It was agreed."),
        ("**Call to Order** The board was welcomed.", "**Adjournment** It was late."),
    ],
)
def test_a_title_without_a_number_opens_and_ends_what_is_numbered(first: str, last: str) -> None:
    told = "The board was told that three lamps were broken."
    numbered = "\n\n".join(
        f"**{n}. {title}**\n\n{told}" for n, title in ((1, "Minutes"), (2, "Lamps"), (3, "Sheds"))
    )
    found = items(f"{HEAD}{first}\n\n{numbered}\n\n{last}\n", "a.md")
    assert found[0] == ("", "Call to Order")
    assert found[1:4] == [("1", "Minutes"), ("2", "Lamps"), ("3", "Sheds")]
    assert found[4:] == [("", "Adjournment")]


def test_lines_that_open_and_close_a_meeting_are_items_of_an_agenda() -> None:
    text = "Quay Panel\nAgenda, Tuesday 4 March 2025\n\n"
    listed = "Call to Order\n1. Minutes\nPledge of Allegiance\n2. Lamps\n3. Sheds\nAdjournment\n"
    assert items(text + listed) == [
        ("", "Call to Order"),
        ("1", "Minutes"),
        ("2", "Lamps"),
        ("3", "Sheds"),
        ("", "Adjournment"),
    ]


def test_a_list_of_an_agenda_may_begin_again_below_lines_without_numbers() -> None:
    text = "Quay Panel\nAgenda, Tuesday 4 March 2025\n\n1. Public comment (3 minutes per person).\n"
    first = "2. Minutes\n3. Lamps\n4. Reports:\n\nSheds: the roof\n\nBoats: paint\n\n"
    assert items(f"{text}{first}1. Ferries\n2. Hedges\n3. Adjourn\n") == [
        ("1", "Public comment (3 minutes per person)"),
        ("2", "Minutes"),
        ("3", "Lamps"),
        ("4", "Reports"),
        ("1", "Ferries"),
        ("2", "Hedges"),
        ("3", "Adjourn"),
    ]


def test_a_day_or_the_name_of_unofficial_minutes_heads_no_item() -> None:
    text = (
        "Quay Panel\nMay 12, 2021\n\nUnofficial Minutes of the Quay Panel\n\n"
        "The meeting was called to order at 7 pm. In attendance were Ann Lowe and Ben Tarn.\n\n"
        "Accounts: The treasurer said that the dues of most members had been paid in time.\n\n"
        "Lamps: Three lamps on the quay were broken by the storm, of which two are mended.\n\n"
        "Sheds: It was agreed that two sheds be let before the summer to those who wait.\n"
    )
    assert titles(text) == ["Accounts", "Lamps", "Sheds"]


def test_bullets_in_capitals_over_text_are_titles_as_those_before_dashes_are() -> None:
    text = (
        "- AGENDA REVIEW\n\n  The list was approved by all.\n\n"
        "- LAMPS\n\n  Three were mended by the town.\n\n"
        "- FERRIES — The clerk said that the ferry was late on most days in April.\n"
        "    - The fare was raised too.\n- OLD BUSINESS — None\n"
    )
    assert titles(HEAD + text, "a.md") == ["AGENDA REVIEW", "LAMPS", "FERRIES", "OLD BUSINESS"]


def test_numbers_under_a_second_title_are_not_of_the_item_above() -> None:
    told = "\nThe board was told that three lamps were broken.\n\n"
    open_, shut = ("1. Minutes", "2. Lamps", "3. Sheds"), ("1. Staff", "2. Rent")
    text = "".join(line + told for line in open_) + "Part B: Reserved business\n\n"
    found = [number for number, _ in items(HEAD + text + "".join(line + told for line in shut))]
    assert found == ["1", "2", "3", "1", "2"]


def test_a_table_whose_head_names_its_margin_alone_lays_out_minutes() -> None:
    rows = (
        "| | | Action |\n|---|---|---|\n| 1. | Apologies: none. | |\n"
        "| 2. | Minutes: the minutes of April were approved. | |\n"
        "| 3. | Lamps: it was agreed to buy three. | BT |\n"
        "| 4. | Sheds: the sheds were let on most days. | AL |\n| 5. | Rent: paid. | |\n"
    )
    found = [number for number, _ in items(HEAD + rows, "a.md")]
    assert found == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("over", "headings"), [(("Part A", "Part B"), []), (("Open", "Reserved"), ["Open", "Reserved"])]
)
@pytest.mark.parametrize("head", ["Agenda\n\nTuesday 4 March 2025", "Agenda, 4 March 2025"])
def test_lists_of_an_agenda_each_count_from_1_under_a_heading(over, headings, head) -> None:
    text = f"# Quay Panel\n\n{head}\n\n"
    lists = ("1. Apologies\n2. Minutes\n", "1. Benches\n2. Gates\n")
    parts = "\n".join(f"## {head}\n\n{one}" for head, one in zip(over, lists, strict=True))
    found = items(text + parts, "a.md")
    assert [one for one in found if one[0]] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("1", "Benches"),
        ("2", "Gates"),
    ]
    assert [title for number, title in found if not number] == headings


def test_a_line_to_sign_on_is_no_item() -> None:
    text = "**Lamps**\n\nThey were lit.\n\n**Ferries**\n\nNone came.\n\n"
    text += "**Signed____________Chairman**\n"
    assert titles(HEAD + text, "paper.md") == ["Lamps", "Ferries"]
