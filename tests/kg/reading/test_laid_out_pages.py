"""Text as a program lays out the pages of a PDF: columns, ragged lines, running titles."""

from kg.model import Document, Kind
from kg.reading.read import read_document
from kg.reading.tables.columned import Columned, with_columns


def read(text: str) -> Document:
    return read_document(text.encode(), "paper.txt")


def texts(document: Document, kind: Kind) -> list[str]:
    return [p.text for p in document.paragraphs if p.kind is kind]


def test_cells_go_on_below_where_they_had_no_room() -> None:
    lines = [
        " Role          Name                Authority",
        " Vice-Chair    Cllr Ann Lowe       South Marl District",
        "                                   Council",
        " Deputy        Cllr Ben Tarn       Wyre Council",
        " Chair",
        " Members       Cllr Cara Voss      Quay Town Council",
        "               Cllr Dan Moss       Mill Town Council",
    ]
    assert with_columns(lines) == [
        "Role\tName\tAuthority",
        "Vice-Chair\tCllr Ann Lowe\tSouth Marl District Council",
        "Deputy Chair\tCllr Ben Tarn\tWyre Council",
        "Members\tCllr Cara Voss\tQuay Town Council",
        "\tCllr Dan Moss\tMill Town Council",
    ]


def test_what_was_said_stands_below_its_title_in_the_cell_of_a_number() -> None:
    lines = [
        " Min   Item                                    Lead",
        " 1     Lamps of the quay                       AL",
        "       The keeper told of the lamps that the",
        "       gale broke.",
        " 2     Boats                                   BT",
    ]
    assert with_columns(lines)[1:] == [
        "1\tLamps of the quay<br>The keeper told of the lamps that the gale broke.\tAL",
        "2\tBoats\tBT",
    ]


def test_lists_of_names_numbers_before_words_and_prose_are_no_such_tables() -> None:
    names = ["Ann Lowe      Ben Tarn", "Cara Voss     Dan Moss", "Eve Marsh     Finn Oakes"]
    labels = ["PRESENT        IN ATTENDANCE", "Ann Lowe       Cara Voss (Clerk)", "Ben Tarn"]
    numbers = ["1     Lamps of the quay", "2     Boats", "3     The mill and its owner"]
    prose = ["The lamps  were lit", "by the keeper of the", "quay on every evening"]
    for lines in (names, labels, numbers, prose):
        assert with_columns(lines) == lines


def test_a_line_below_a_table_is_none_of_its_rows() -> None:
    lines = ["Who       What", "Ann Lowe  Lamps", "Ben Tarn  Boats", "Any other business"]
    assert with_columns(lines)[-1] == "Any other business"


def test_rows_that_fill_most_columns_are_not_joined_by_their_widths_alone() -> None:
    rows = (("Ann Lowe", "Lamps", "Yes"), ("Ben Tarn", "Boats", "No"))
    assert list(Columned(rows).rows()) == list(rows)


def test_lines_of_a_page_are_as_wide_as_their_letters() -> None:
    lines = (
        "2.3 The Board endorsed the approach and referred the matter of boats to the",
        "Finance Committee.",
        "",
        "2.4 The members thanked the keeper of the lamps for all that she had done there",
        "in the winter.",
    )
    document = read("\n".join(("Quay Board", "", *lines, "\f")))
    assert any(
        text.endswith("boats to the Finance Committee.") for text in texts(document, Kind.TEXT)
    )


def test_a_day_at_the_head_of_a_full_line_is_no_item() -> None:
    lines = (
        "The members of the board resolved to approve the extra meeting on March",
        "24. The motion was carried by all of those who had come to the quay on",
        "that evening.",
    )
    document = read("Quay Board\n\n" + "\n".join(lines) + "\n\f")
    assert not [p for p in document.paragraphs if p.number]


def test_the_names_of_columns_stay_on_each_page() -> None:
    head = "Ref     Action              Owner"
    first = "24/1    Mend the lamps      Ann Lowe\n24/2    Paint the boat      Ben Tarn"
    second = "24/3    Sell the bell       Cara Voss\n24/4    Ring the owner      Dan Moss"
    document = read(f"{head}\n{first}\n\f{head}\n{second}\n\f")
    rows = [[p.cell_text(cell) for cell in row] for p in document.paragraphs for row in p.rows()]
    assert ["24/3", "Sell the bell", "Cara Voss"] in rows
    assert not texts(document, Kind.FURNITURE)


def test_the_title_of_a_section_at_the_top_of_each_page_is_a_running_head() -> None:
    said = "\n\n".join(f"The keeper told of {what}." for what in ("rain", "gales", "frost", "ice"))
    pages = (f"Lamps\n\nQuay Board\n\n{said}\n\nLamps\n\n{said}", f"Boats\n\nBoats\n\n{said}")
    document = read("\f".join(pages))
    furniture = [p.text for p in document.paragraphs if p.kind is Kind.FURNITURE]
    others = [p.text for p in document.paragraphs if p.kind is not Kind.FURNITURE]
    assert {"Lamps", "Boats"} <= set(furniture)
    assert others.count("Lamps") == others.count("Boats") == 1


def test_titles_stand_right_over_motions() -> None:
    document = read(
        "Quay Board Meeting\n\nPresent: Ann Lowe, Ben Tarn\n\nBylaws\nProposed by: Ben Tarn\n\n"
        "As in the draft.\n\nBoats\nCara Voss sold the boat.\n"
    )
    assert {"Bylaws", "Boats"} <= set(texts(document, Kind.HEADING))


def test_names_before_tasks_are_no_titles_of_items() -> None:
    document = read(
        "Quay Board\n\nPresent: Ann Lowe, Ben Tarn\n\nActions\n\n1. Ann Lowe: Ask for a price.\n\n"
        "2. Ben Tarn: Write to the owner.\n"
    )
    assert "1. Ann Lowe: Ask for a price." in texts(document, Kind.TEXT)
