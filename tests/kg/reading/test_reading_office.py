"""Word and OpenDocument texts, made here and read back."""

import io
import zipfile

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odfdo.security import security

from kg.errors import ReadError
from kg.model import Kind
from kg.reading.read import read_document
from tests.support.office_papers import odt, word


def test_the_margin_of_word_pages_is_furniture() -> None:
    def fill(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "Heron Board"
        document.add_paragraph("Ten oaks were planted.")

    assert [(p.kind, p.text) for p in word(fill).paragraphs] == [
        (Kind.TEXT, "Ten oaks were planted."),
        (Kind.FURNITURE, "Heron Board"),
    ]


def test_the_margin_of_opendocument_pages_is_furniture() -> None:
    head = "<style:header><text:p>Heron <text:span>Board</text:span></text:p></style:header>"
    masters = f'<style:master-page style:name="Standard">{head}</style:master-page>'
    document = odt("<text:p>Ten oaks were planted.</text:p>", masters=masters)
    assert [(p.kind, p.text) for p in document.paragraphs] == [
        (Kind.TEXT, "Ten oaks were planted."),
        (Kind.FURNITURE, "Heron Board"),
    ]


_BROKEN = (
    ("It was agreed that the clerk write to the county about the two\nlamps that are out", True),
    ("The keeper read out a long letter that had come that morning from Mrs\nLowe", True),
    ("Ann Lowe, Chair of the Trust, who had come all the way by train\nBen Tarn", False),
    ("Lamps\nferries", False),
)


@pytest.mark.parametrize(("text", "amid"), _BROKEN)
def test_a_line_break_amid_a_sentence_is_a_blank(text: str, amid: bool) -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph(text)

    inner = text.replace("\n", "<text:line-break/>")
    for document in (word(fill), odt(f"<text:p>{inner}</text:p>")):
        assert document.paragraphs[0].text == (text.replace("\n", " ") if amid else text)


def test_word_headings_make_the_path() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Heron Board", 0)
        document.add_heading("Trees", 1)
        document.add_heading("Oaks", 2)
        document.add_paragraph("Ten were planted.")

    assert word(fill).paragraphs[-1].headings == ("Trees", "Oaks")


def test_word_lists_show_the_numbers_that_the_page_shows() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Recommendations", 1)
        document.add_paragraph("Note the report.", style="List Number")
        document.add_paragraph("Agree the plan.", style="List Number")
        document.add_paragraph("A bullet", style="List Bullet")

    found = [(p.kind, p.number, p.text) for p in word(fill).paragraphs[1:]]
    assert found == [
        (Kind.TEXT, "1", "1. Note the report."),
        (Kind.TEXT, "2", "2. Agree the plan."),
        (Kind.LIST_ITEM, None, "A bullet"),
    ]


def test_words_own_list_styles_say_how_deep_an_item_stands() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph("Lamps", style="List Bullet")
        document.add_paragraph("Mend the lamp at the quay", style="List Bullet 2")
        document.add_paragraph("Ask for a price", style="List Bullet 3")
        document.add_paragraph("Trees", style="List Bullet")

    assert [p.level for p in word(fill).paragraphs] == [1, 2, 3, 1]


def test_a_sentence_in_two_paragraphs_is_joined_and_two_sentences_are_not() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph("It was agreed that the minutes of the meeting held")
        document.add_paragraph("on 5 July 2022 be approved.")
        document.add_paragraph("The clerk offered the ladder that stands in the store of the hall")
        document.add_paragraph("Cllr Fenn will ask for a price.")

    assert [p.text for p in word(fill).paragraphs] == [
        "It was agreed that the minutes of the meeting held on 5 July 2022 be approved.",
        "The clerk offered the ladder that stands in the store of the hall",
        "Cllr Fenn will ask for a price.",
    ]


def test_a_bold_line_in_word_is_a_heading_below_the_styled_one() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Heron Board", 1)
        document.add_paragraph().add_run("The oaks by the river").bold = True
        document.add_paragraph("Ten were planted.")

    last = word(fill).paragraphs[-1]
    assert last.headings == ("Heron Board", "The oaks by the river")


def test_word_tables_keep_cells_and_merged_ones_stay_in_place() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Attendance", 1)
        table = document.add_table(rows=4, cols=3)
        rows = [
            ("Role", "Name", "Authority"),
            ("Members", "Ada Stone", "Heron"),
            ("", "Bo Reed", "Teal"),
            ("Apologies", "Cy Marsh", "Wigeon"),
        ]
        for row, words in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0))

    tables = [p for p in word(fill).paragraphs if p.kind is Kind.TABLE]
    assert [p.text.split("\n") for p in tables] == [
        ["Role\tName\tAuthority", "Members\tAda Stone\tHeron", "\tBo Reed\tTeal"],
        ["Apologies\tCy Marsh\tWigeon"],
    ]


def test_deleted_words_of_tracked_changes_are_left_out_and_inserted_ones_read() -> None:
    def fill(document: WordDocument) -> None:
        paragraph = document.add_paragraph("The board ")
        for tag, inner, words in (("w:del", "w:delText", "refused "), ("w:ins", "w:t", "agreed ")):
            change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
            text.text = words
            text.set(qn("xml:space"), "preserve")
            run.append(text)
            change.append(run)
            paragraph._p.append(change)
        paragraph.add_run("the plan.")

    assert word(fill).paragraphs[0].text == "The board agreed the plan."


def test_a_word_table_that_lays_out_minutes_is_taken_apart() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(rows=3, cols=3)
        rows = [
            ("Item", "Decisions and actions", "Action"),
            ("1", "Welcome", ""),
            ("", "The Chair welcomed all.", ""),
        ]
        for row, words in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text

    last = word(fill).paragraphs[-1]
    assert (last.text, last.headings) == ("The Chair welcomed all.", ("1 Welcome",))


LISTS = """
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>
<style:style style:name="B" style:family="paragraph">
<style:text-properties fo:font-weight="bold"/></style:style>
"""


def item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def test_opendocument_lists_show_the_numbers_that_the_page_shows() -> None:
    inner = f"<text:list>{item('Ten.')}{item('Twenty.')}</text:list>"
    document = odt(
        f'<text:h text:outline-level="1">Trees</text:h><text:list text:style-name="L1">'
        f'{item("Oaks", inner)}{item("Limes")}</text:list><text:list text:style-name="L2">'
        f"{item('Elms')}</text:list>",
        LISTS,
    )
    assert [(p.number, p.text) for p in document.paragraphs[1:]] == [
        ("1", "1. Oaks"),
        ("a", "a) Ten."),
        ("b", "b) Twenty."),
        ("2", "2. Limes"),
        (None, "Elms"),
    ]


def test_an_opendocument_list_counts_on_where_it_says_so() -> None:
    document = odt(
        f'<text:list text:style-name="L1">{item("One")}</text:list><text:p>Between.</text:p>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item("Two")}</text:list>'
        f'<text:list text:style-name="L1">{item("Anew")}</text:list>',
        LISTS,
    )
    assert [p.number for p in document.paragraphs] == ["1", None, "2", "1"]


def test_opendocument_text_keeps_breaks_spaces_and_bold_headings() -> None:
    document = odt(
        '<text:p text:style-name="B">The oaks by the river</text:p>'
        "<text:p>Ten<text:s/>were<text:tab/>planted,<text:line-break/>in\n May.</text:p>",
        LISTS,
    )
    assert document.paragraphs[0].kind is Kind.HEADING
    assert document.paragraphs[1].text == "Ten were planted,\nin May."


def test_opendocument_tables_keep_spanned_and_repeated_cells_in_place() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    document = odt(
        "<text:p>Attendance</text:p><table:table><table:table-header-rows><table:table-row>"
        f"{cell('Role')}{cell('Name')}{cell('Authority')}</table:table-row>"
        "</table:table-header-rows><table:table-row>"
        f"{cell('Chair')}{cell('Ada Stone')}{cell('Heron')}</table:table-row><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Guest</text:p>'
        f"</table:table-cell><table:covered-table-cell/>{cell('Teal')}</table:table-row>"
        "</table:table>",
    )
    table = next(p for p in document.paragraphs if p.kind is Kind.TABLE)
    rows = [[table.cell_text(c) for c in row] for row in table.rows()]
    assert rows == [
        ["Role", "Name", "Authority"],
        ["Chair", "Ada Stone", "Heron"],
        ["Guest", "", "Teal"],
    ]
    assert all(c.header == (c.row == 0) for c in table.cells)


def test_the_lower_margin_of_a_word_page_stands_beside_the_text() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph("Minutes")
        document.sections[0].footer.paragraphs[0].text = "Marl Ferry Club, 12 May 2015"

    read = word(fill).paragraphs
    assert [(p.kind, p.text) for p in read if p.kind is Kind.FURNITURE] == [
        (Kind.FURNITURE, "Marl Ferry Club, 12 May 2015")
    ]


def test_a_comment_in_the_file_of_a_text_is_none_of_its_words() -> None:
    document = odt("<text:p>Ten oaks<!-- old --> were planted.</text:p><?keep it?>")
    assert [p.text for p in document.paragraphs] == ["Ten oaks were planted."]


def packed_odt(words: str, **others: bytes) -> bytes:
    """An OpenDocument text of one paragraph, packed as close as can be, with other parts."""
    body = f"<office:body><office:text><text:p>{words}</text:p></office:text></office:body>"
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "text")
    )
    parts: dict[str, str | bytes] = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        "styles.xml": f"<office:document-styles {spaces}><office:styles/></office:document-styles>",
        **others,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_an_opendocument_text_that_says_one_thing_over_and_over_is_read() -> None:
    document = read_document(packed_odt("The Board agreed. " * 20_000), "paper.odt")
    assert document.text == ("The Board agreed. " * 20_000).strip()


def test_an_empty_picture_is_no_reason_to_refuse_an_opendocument_text() -> None:
    data = packed_odt("Ten oaks were planted.", **{"Pictures/blank.bmp": bytes(3_000_000)})
    assert read_document(data, "paper.odt").text == "Ten oaks were planted."


def test_an_opendocument_text_that_expands_beyond_reason_is_refused() -> None:
    data = packed_odt("Ten oaks.", **{"Pictures/blank.bmp": bytes(50_000_000)})
    with pytest.raises(ReadError, match="expands beyond reason"):
        read_document(data, "paper.odt")


def test_what_is_beyond_the_limits_of_the_library_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(security, "max_uncompressed_size", 100)
    with pytest.raises(ReadError, match=r"^paper\.odt is a damaged OpenDocument text"):
        read_document(packed_odt("Ten oaks were planted."), "paper.odt")


@pytest.mark.parametrize("value", ["x", "", "²", "9" * 30])
def test_a_measure_that_is_no_number_is_passed_over(value: str) -> None:
    document = odt(f'<text:h text:outline-level="{value}">Oaks</text:h><text:p>Ten.</text:p>')
    assert [(p.text, p.level) for p in document.paragraphs] == [("Oaks", 1), ("Ten.", None)]


MADE = {
    "docx": lambda: word(lambda document: document.add_paragraph("Oaks.")),
    "odt": lambda: odt("<text:p>Oaks.</text:p>"),
}


@pytest.mark.parametrize("module", MADE)
def test_a_slip_of_ours_is_not_told_as_a_damaged_file(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(runs: object) -> bool:
        raise KeyError(runs)

    monkeypatch.setattr(f"kg.reading.office.{module}.all_bold", slip)
    with pytest.raises(KeyError):
        MADE[module]()
