"""The titles of items in many forms: each is read as the title of an item, whatever marks it."""

from collections.abc import Sequence

import pytest

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = """# Fenmoor Village Trust

Minutes of the meeting held on 12 May 2021

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

"""
END = "\n\nThe meeting closed at 9pm.\n"
CUSTOMARY = (
    ("Apologies for absence", "There were no apologies."),
    ("Minutes of the last meeting", "The minutes of 14 April 2021 were approved."),
    ("Lamps on the quay", "Ben Tarn reported that three lamps were broken."),
    ("Ferry timetable", "The clerk said that the ferry was late on most days in April."),
    ("Any other business", "Cara Voss asked about the bus shelter."),
)


def titles(text: str, name: str = "paper.md") -> list[str]:
    """The titles of the items of a paper."""
    document = read_document(text.encode(), name)
    return [item.title for item in extract(document, Councils.load()).items]


def rows(head: Sequence[str], more: Sequence[str] = ()) -> str:
    """The items as rows of a table in HTML below a head row, each with more cells behind."""
    table = [head, *((title, told, *more) for title, told in CUSTOMARY)]
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in table if row)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize(
    ("head", "more"),
    [
        ((), ()),
        (("Topic", "Discussion"), ()),
        (("Agenda item", "Notes"), ()),
        (("Item", "Discussion", "Who"), ("BT",)),
        (("Subject", "Minutes", "Owner"), ("Ben Tarn",)),
    ],
    ids=str,
)
def test_rows_of_a_table_head_items(head: tuple[str, ...], more: tuple[str, ...]) -> None:
    opening = "".join(f"<p>{line}</p>" for line in HEAD.strip("# \n").split("\n\n"))
    paper = f"<html><body>{opening}{rows(head, more)}<p>The meeting closed.</p></body></html>"
    assert titles(paper, "paper.html") == [title for title, _ in CUSTOMARY]


@pytest.mark.parametrize("label", ["Present", "Date", "Venue"])
def test_rows_that_label_the_meeting_head_no_items(label: str) -> None:
    lines = "\n".join(f"| {title} | {told} |" for title, told in CUSTOMARY)
    paper = f"{HEAD}| {label} | See above |\n|---|---|\n{lines}{END}"
    assert titles(paper) == [title for title, _ in CUSTOMARY]


def test_a_numbered_row_of_an_agenda_is_no_head_of_a_record() -> None:
    lines = "\n".join(f"<tr><td>{n}</td><td>Item {n} notes</td></tr>" for n in range(1, 5))
    row = "<tr><td>5</td><td>Discussion of the agenda and notes on each item</td></tr>"
    paper = (
        "<p>Fenmoor Parish Council</p><p>Agenda for the meeting on 12 May 2021</p>"
        f"<table><tr><td>No</td><td>Title</td></tr>{lines}{row}</table>"
    )
    assert titles(paper, "paper.html")[-1] == "Discussion of the agenda and notes on each item"
