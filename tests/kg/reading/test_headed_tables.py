"""Tables of a PDF that no rulings part, under a row that names their columns."""

from collections.abc import Sequence

from fpdf import FPDF

from kg.model import Kind
from kg.reading.read import read_document

HEAD = ("Task", "Who", "By when")
ROWS = (
    ("Ask the owner of the mill about the lamps on the quay and the steps", "Ann Lowe", "May 2021"),
    ("Paint the boat", "", "July 2021"),
    ("Write to the warden of the river", "Ben Tarn", ""),
)
WIDTHS = (70, 40, 40)
STORY = "The keeper told the story of the boat that was lost below the bridge in the great flood."


def page() -> FPDF:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=11)
    return made


def row(made: FPDF, cells: Sequence[str], *, style: str = "", pitch: float = 4.5) -> None:
    """A row of cells, each broken at the width of its column, and a wider gap below."""
    made.set_font("helvetica", style=style, size=11)
    top, bottom = made.get_y(), made.get_y()
    left = made.l_margin
    for text, width in zip(cells, WIDTHS, strict=True):
        made.set_xy(left, top)
        made.multi_cell(width, pitch, text, align="L")
        bottom, left = max(bottom, made.get_y()), left + width
    made.set_y(bottom + 2)
    made.set_font("helvetica", size=11)


def paragraphs(made: FPDF) -> list[tuple[Kind, list[tuple[str, ...]] | str]]:
    """The kinds of the paragraphs and the words of each, those of tables by rows and cells."""
    document = read_document(bytes(made.output()), "paper.pdf")
    return [
        (p.kind, [tuple(line.split("\t")) for line in p.text.split("\n")] if p.cells else p.text)
        for p in document.paragraphs
    ]


def test_names_in_bold_over_columns_make_a_table_whose_cells_run_over_lines() -> None:
    made = page()
    made.multi_cell(0, 6, STORY)
    made.ln(8)
    row(made, HEAD, style="B")
    for cells in ROWS:
        row(made, cells)
    made.ln(8)
    made.multi_cell(0, 6, STORY)
    assert paragraphs(made) == [
        (Kind.TEXT, STORY),
        (Kind.TABLE, [HEAD, *ROWS]),
        (Kind.TEXT, STORY),
    ]


def test_well_known_names_of_two_columns_make_a_table_in_plain_letters() -> None:
    made = page()
    for cells in (("Action", "Owner", ""), ("Mend the lamp", "Ann Lowe", ""), ROWS[0]):
        row(made, (*cells[:2], ""))
    assert paragraphs(made) == [
        (Kind.TABLE, [("Action", "Owner"), ("Mend the lamp", "Ann Lowe"), ROWS[0][:2]])
    ]


def test_bold_words_over_a_sentence_are_no_table() -> None:
    made = page()
    row(made, ("Lamps", "Boats", "Steps"), style="B")
    made.multi_cell(0, 6, STORY)
    assert paragraphs(made) == [(Kind.HEADING, "Lamps Boats Steps"), (Kind.TEXT, STORY)]


def test_a_table_goes_on_below_the_head_that_the_next_page_says_again() -> None:
    made = page()
    for part in (ROWS[1:], ROWS[:1]):
        if len(part) == 1:
            made.add_page()
        for cells in (HEAD, *part):
            row(made, cells, style="B" if cells is HEAD else "")
    tables = [held for kind, held in paragraphs(made) if kind is Kind.TABLE]
    assert tables == [[HEAD, *ROWS[1:], *ROWS[:1]]]


def test_a_label_at_another_height_on_each_page_is_no_letterhead() -> None:
    made = FPDF()
    made.set_font("helvetica", size=11)
    for number, place in enumerate((3, 7, 11, 19)):
        made.add_page()
        for at in range(20):
            words = "What was found" if at == place else f"{at + 1} lamps burned in ward {number}"
            made.cell(0, 5, words, new_x="LMARGIN", new_y="NEXT")
    kinds = {kind for kind, words in paragraphs(made) if "What was found" in words}
    assert Kind.FURNITURE not in kinds


def test_underlined_titles_of_a_line_each_are_apart() -> None:
    made = page()
    for title in ("Boats on the river", "Who spoke of them"):
        made.set_font("helvetica", style="U", size=11)
        made.cell(0, 5, title, new_x="LMARGIN", new_y="NEXT")
    made.set_font("helvetica", size=11)
    made.multi_cell(0, 5, STORY)
    assert [words for _, words in paragraphs(made)][:2] == [
        "Boats on the river",
        "Who spoke of them",
    ]
