"""Tables keep rows and cells; what makes one passage is one paragraph."""

import pytest

from kg.model import Document, Kind, Paragraph
from kg.reading.read import read_document

LONG = "Officers will write to every council in the region and report what they answer, in full."


def tables(text: str, name: str = "paper.txt") -> list[Paragraph]:
    document: Document = read_document(text.encode(), name)
    return [p for p in document.paragraphs if p.kind is Kind.TABLE]


def rows(paragraphs: list[Paragraph]) -> list[list[str]]:
    return [[p.cell_text(cell) for cell in row] for p in paragraphs for row in p.rows()]


MEMBERSHIP = (
    "Membership\n\nCouncillor\tAuthority\nBlue (2)\t\nCllr Ada Stone\tHeron Council\n"
    "Cllr Bo Reed\tTeal Council\nSubstitutes\t\nCllr Cy Marsh\tWigeon Council\nObservers\t\n"
    "Di Fenn\t\nEd Moss\t\n"
)


def test_a_membership_table_gives_a_paragraph_for_each_group() -> None:
    found = tables(MEMBERSHIP)
    assert [p.text.split("\n")[0] for p in found] == [
        "Councillor\tAuthority",
        "Substitutes\t",
        "Observers\t",
    ]
    assert rows(found)[-2:] == [["Di Fenn", ""], ["Ed Moss", ""]]


def test_head_rows_are_marked_and_rows_numbered_over_the_whole_table() -> None:
    found = tables(MEMBERSHIP)
    cells = [cell for p in found for cell in p.cells]
    assert {cell.row for cell in cells if cell.header} == {0}
    assert sorted({cell.row for cell in cells}) == list(range(9))
    assert {p.table for p in found} == {0}


def test_an_action_plan_gives_a_paragraph_for_each_row_under_its_theme() -> None:
    found = tables(
        f"Plan\n\nTheme 1: Peers\t\t\nActions\tTimescale\tUpdate\nOne {LONG}\tMay 23\tDone.\n"
        f"Two {LONG}\tJune 23\tNot yet.\nTheme 2: Training\t\t\nThree {LONG}\tJuly 23\tNot yet.\n"
    )
    last = found[-1]
    assert last.headings == ("Plan", "Theme 2: Training")
    assert last.text.startswith("Three")
    assert "\n" not in last.text
    assert [p.text.count("\n") for p in found] == [0, 1, 0, 0, 0]


def test_a_row_goes_on_over_a_page_where_its_first_cell_is_empty() -> None:
    found = tables(
        f"Plan\n\nRecommendation\tResponse\n1. {LONG}\tWe will do this and\n\n\treport on it.\n"
        f"2. {LONG}\tNo.\n"
    )
    assert rows(found)[1][1] == "We will do this and report on it."


def test_html_in_a_cell_leaves_words_and_marks_the_items_of_its_list() -> None:
    found = tables(
        'Plan\n\nAction\tUpdate\n<p>Review usage:</p> <ul style="x"> • Produce report'
        f" • Tell members \t<p>{LONG}</p> <p>More.</p>\n"
    )
    assert rows(found)[1] == ["Review usage: • Produce report • Tell members", f"{LONG} More."]


def test_the_table_of_a_record_of_a_meeting_is_taken_apart() -> None:
    text = (
        "Item\tDecisions and actions\tAction\n1\tWelcome\t\n\tThe Chair welcomed all.\t\n"
        "2\tTrees\t\n\tDiscussion\t\n\tMembers spoke of the river.\t\n\tDecisions\t\n"
        "\tThe members;\t\n\t<ol> Agreed the plan. Noted its cost. \t\n"
    )
    document = read_document(text.encode(), "note.txt")
    headings = [(p.number, p.text, p.level) for p in document.paragraphs if p.kind is Kind.HEADING]
    assert headings == [
        ("1", "1 Welcome", 2),
        ("2", "2 Trees", 2),
        (None, "Discussion", 3),
        (None, "Decisions", 3),
    ]
    items = [p.text for p in document.paragraphs if p.kind is Kind.LIST_ITEM]
    assert items == ["Agreed the plan.", "Noted its cost."]
    assert not [p for p in document.paragraphs if p.kind is Kind.TABLE]


def test_an_agenda_gives_a_paragraph_for_each_item_with_its_presenter() -> None:
    found = tables(
        "Agenda\n\nItem\t\t\n1.\tWelcome\t\n2.\tTrees\t1 - 8\n\tAda Stone, Head of Parks\t\n"
        "3.\tRivers\t9 - 12\n"
    )
    assert [p.text.split("\n") for p in found][-2:] == [
        ["2.\tTrees\t1 - 8", "\tAda Stone, Head of Parks\t"],
        ["3.\tRivers\t9 - 12"],
    ]


def test_the_telephone_list_of_the_groups_is_furniture() -> None:
    document = read_document(
        b"Apologies\n\nBlue:\tGroup Office: 020 7946 0001\temail: blue@heron.example\n"
        b"Green:\tGroup Office: 020 7946 0002\temail: green@heron.example\n",
        "agenda.txt",
    )
    assert [p.kind for p in document.paragraphs[1:]] == [Kind.FURNITURE]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "t.md",
            "# T\n\n| Name | Role |\n|---|---|\n| Ada Stone | Chair |\n| Bo Reed | Member |\n",
        ),
        ("t.txt", "T\n\n| Name | Role |\n|---|---|\n| Ada Stone | Chair |\n| Bo Reed | Member |\n"),
        ("t.txt", "T\n\nName\tRole\nAda Stone\tChair\nBo Reed\tMember\n"),
        (
            "t.html",
            (
                "<h1>T</h1><table><tr><th>Name<th>Role<tr><td>Ada Stone<td>Chair"
                "<tr><td>Bo Reed<td>Member</table>"
            ),
        ),
    ],
    ids=["markdown", "pipes in text", "tabs", "html"],
)
def test_the_same_table_in_every_format(name: str, text: str) -> None:
    found = tables(text, name)
    assert rows(found) == [["Name", "Role"], ["Ada Stone", "Chair"], ["Bo Reed", "Member"]]
    assert [cell.header for cell in found[0].cells] == [True, True, False, False, False, False]


def test_cells_that_span_rows_and_columns_keep_the_others_in_place() -> None:
    found = tables(
        "<table><tr><td rowspan=2>A<td>b<td>c<tr><td>d<td>e<tr><td colspan=2>F<td>g</table>",
        "t.html",
    )
    assert rows(found) == [["A", "b", "c"], ["", "d", "e"], ["F", "", "g"]]


def test_a_table_of_one_cell_is_a_box_around_text() -> None:
    document = read_document(
        b"<h1>T</h1><table><tr><td><p>Action: Bo to write.</p></table>", "t.html"
    )
    assert [(p.kind, p.text) for p in document.paragraphs[1:]] == [
        (Kind.TEXT, "Action: Bo to write.")
    ]


@pytest.mark.parametrize("table", ["<table></table>", "<table><tr><td> </td></tr></table>"])
def test_a_table_without_words_is_left_out(table: str) -> None:
    document = read_document(f"<p>The lamps were lit.</p>{table}".encode(), "paper.html")
    assert [p.text for p in document.paragraphs] == ["The lamps were lit."]


def test_cells_under_a_head_go_on_in_the_lines_below() -> None:
    text = """Lamps of the quay

   Motion Text                     Moved      Seconded     Status
                                   by         by
   To ask the owner of the         Ann        Ben Tarn     Accep\u2010
   mill about the lamps and        Lowe                    ted
   Steps
   To paint the boat               Cara       Dora Pell    Lost
                                   Voss
   Dig                                                      Lost
   Sail

The keeper told the story of the boat that was lost below the bridge in the flood.
"""
    assert rows(tables(text)) == [
        ["Motion Text", "Moved by", "Seconded by", "Status"],
        [
            "To ask the owner of the mill about the lamps and Steps",
            "Ann Lowe",
            "Ben Tarn",
            "Accepted",
        ],
        ["To paint the boat", "Cara Voss", "Dora Pell", "Lost"],
        ["Dig", "", "", "Lost"],
        ["Sail", "", "", ""],
    ]


def test_well_known_names_of_two_columns_stand_over_a_table() -> None:
    text = """Tasks

   Person      Item
   Ann Lowe    Ask the owner of the mill about the lamps and the steps on the
               quay.
   Ben Tarn    paint the boat
"""
    assert rows(tables(text))[1:] == [
        ["Ann Lowe", "Ask the owner of the mill about the lamps and the steps on the quay."],
        ["Ben Tarn", "paint the boat"],
    ]
