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


FORMS = {
    "bullet over bullets": "- {title}\n  - {told}",
    "bold bullet over bullets": "- **{title}**\n  - {told}",
    "bullet with a colon over bullets": "- {title}:\n  - {told}",
    "bold bullet that runs on": "- **{title}**: {told}",
    "bold bullet before a sentence": "- **{title}** {told}",
    "bold behind a number": "{count}. **{title}** {told}",
    "plain line": "{title}\n\n{told}",
    "line with a colon": "{title}:\n\n{told}",
    "slanted line": "*{title}*\n\n{told}",
    "line over bullets": "{title}\n\n- {told}",
    "words before a dash": "{title} - {told}",
    "line behind an hour": "7:{count}0 {title}\n\n{told}",
    "bold line behind an hour": "**19.{count}0 – {title}**\n\n{told}",
    "bullet before a dash": "- {title} - {told}",
}
BARE = ("bullet over bullets", "plain line", "line with a colon", "line over bullets")
"""Forms that are the same in plain text."""


def paper(form: str) -> str:
    """Minutes whose items are written in a form."""
    items = (
        FORMS[form].format(count=at, title=title, told=told)
        for at, (title, told) in enumerate(CUSTOMARY, start=1)
    )
    joint = "\n" if FORMS[form].startswith("- ") else "\n\n"
    return HEAD + joint.join(items) + END


@pytest.mark.parametrize("form", FORMS)
def test_titles_in_markdown_head_items(form: str) -> None:
    assert titles(paper(form)) == [title for title, _ in CUSTOMARY]


@pytest.mark.parametrize("form", BARE)
def test_titles_in_plain_text_head_items(form: str) -> None:
    assert titles(paper(form).removeprefix("# "), "paper.txt") == [title for title, _ in CUSTOMARY]


def test_bullets_that_tell_head_no_items() -> None:
    bullets = "- Ben Tarn asked about the lamps.\n  - They were mended.\n- Cara Voss thanked him.\n"
    assert titles(HEAD + bullets * 3 + END) == []


def test_a_line_that_leads_in_to_a_list_is_no_title() -> None:
    lists = "The following were bought:\n\n- a bell\n- a rope\n\n"
    named = "".join(f"{title}\n\n{told}\n\n" for title, told in CUSTOMARY)
    assert titles(HEAD + named + lists + END) == [title for title, _ in CUSTOMARY]


def test_lettered_titles_below_an_item_are_its_parts() -> None:
    lines = "1. Reports\n\na) Lamps\n\nThey were mended.\n\nb) Ferry\n\nIt was late.\n\n"
    ends = "2. Accounts\n\nThey were noted.\n\n3. Next meeting\n\nIt will be on 9 June.\n\n"
    assert titles(HEAD + lines + ends + END) == [
        "Reports",
        "Lamps",
        "Ferry",
        "Accounts",
        "Next meeting",
    ]


def test_lines_that_say_when_people_left_head_no_items() -> None:
    left = "".join(f"7.{at}0pm Cllr Voss left the meeting\n\nIt went on.\n\n" for at in (1, 2, 3))
    named = "".join(f"## {title}\n\n{told}\n\n" for title, told in CUSTOMARY)
    assert titles(HEAD + named + left + END) == [title for title, _ in CUSTOMARY]


def test_deeper_headings_are_items_where_several_of_them_tell() -> None:
    told = "".join(f"#### {title}\n\n{told}\n\n" for title, told in CUSTOMARY[2:])
    paper = (
        f"{HEAD}## Reports\n\n### Committees\n\n{told}#### Fair\n\n- To come\n\n## Adjournment\n"
    )
    assert titles(paper + END) == [
        "Reports",
        "Committees",
        "Lamps on the quay",
        "Ferry timetable",
        "Any other business",
        "Fair",
        "Adjournment",
    ]


@pytest.mark.parametrize("heading", ["Agenda and notes", "Discussion notes", "Agenda items"])
def test_a_heading_over_all_business_is_no_item(heading: str) -> None:
    named = "".join(f"- {title}\n  - {told}\n" for title, told in CUSTOMARY)
    paper = f"{HEAD}## {heading}\n\n{named}{END}"
    assert titles(paper) == [title for title, _ in CUSTOMARY]


@pytest.mark.parametrize("mark", [" – ", ": ", " - "])
def test_lettered_titles_that_run_into_their_text_are_parts(mark: str) -> None:
    parts = f"A) The quay{mark}The lamps were mended.\n\nB) Ferry{mark}It was late again.\n\n"
    ends = "2. Accounts\n\nThey were noted.\n\n3. Next meeting\n\nIt will be on 9 June.\n\n"
    assert titles(f"{HEAD}1. Reports\n\n{parts}{ends}{END}") == [
        "Reports",
        "The quay",
        "Ferry",
        "Accounts",
        "Next meeting",
    ]


def test_lettered_lists_of_what_people_do_are_no_parts() -> None:
    parts = "a) Cllr Tarn: The lamps.\n\nb) Cllr Voss: The ferry.\n\n"
    ends = "2. Accounts\n\nThey were noted.\n\n3. Next meeting\n\nIt will be on 9 June.\n\n"
    found = titles(f"{HEAD}1. Reports\n\n{parts}{ends}{END}")
    assert found == ["Reports", "Accounts", "Next meeting"]


def test_titles_in_capitals_may_stand_before_their_sentences() -> None:
    told = "\n\n".join(f"{title.upper()}   {told}" for title, told in CUSTOMARY)
    assert titles(HEAD.replace("# ", "") + told + END, "paper.txt") == [
        title.upper() for title, _ in CUSTOMARY
    ]


def test_titles_of_a_list_above_the_business_are_no_items_of_their_own() -> None:
    listed = "\n".join(("AGENDA", *(title for title, _ in CUSTOMARY)))
    told = "\n\n".join(f"{title.upper()}\n{told}" for title, told in CUSTOMARY)
    found = titles(f"{HEAD.replace('# ', '')}{listed}\n\n{told}{END}", "paper.txt")
    assert found == [title.upper() for title, _ in CUSTOMARY]


def test_numbered_titles_below_rows_of_people_head_items() -> None:
    people = "| Present | Ann Lowe (Chair), Ben Tarn |\n|---|---|\n| Apologies | Dan Pell |\n"
    rows_ = "".join(
        f"| {at}. {title} | {told} |\n" for at, (title, told) in enumerate(CUSTOMARY, 1)
    )
    paper = f"# Fenmoor Trust\n\nMinutes of the meeting on 12 May 2021\n\n{people}{rows_}"
    assert titles(paper) == [title for title, _ in CUSTOMARY]
