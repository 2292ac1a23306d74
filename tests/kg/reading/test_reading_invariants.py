"""What holds for every document, whatever was read."""

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Document, Kind
from kg.reading.read import read_document
from kg.tables.load import table

WORDS = st.sampled_from(
    [
        "trees", "Board", "agreed", "Decision:", "Summary", "2021", "£5m", "café", "the", "Cllr",
        "report", "noted", "Background", "APPENDIX", "A", "Agenda", "May", "well-kept", "(i)", "3.",
    ]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
MARK = st.sampled_from(["", "", "- ", "• ", "1. ", "7.1. ", "a) ", "\t", "# "])
CELLS = st.lists(LINE, min_size=2, max_size=4).map("\t".join)
GAP = st.sampled_from(["\n", "\n\n", "\n\n\n"])
TEXT = st.lists(
    st.tuples(st.one_of(st.tuples(MARK, LINE).map("".join), CELLS), GAP).map("".join),
    min_size=1,
    max_size=25,
).map("".join)


def read(text: str, name: str) -> Document:
    return read_document(text.encode(), name)


def words(text: str, numbers: bool = True) -> Counter[str]:
    """The words of a text, without bullets, heading signs and what joins cells."""
    return Counter(re.findall(r"[^\W_]+" if numbers else r"[^\W\d_]+", text))


_TWO_NUMBERS = re.compile(r"^\s*\d{1,2}\.\s+\d{1,2}\.", re.MULTILINE)


def assert_keeps_words(document: Document, text: str, numbers: bool = True) -> None:
    """No word is lost or made up; the head of a column of decisions may stand by each of them,
    and of two numbers that open a line ("1. 3. Lamps") the first may go.
    """
    said, read = words(text, numbers), words(document.text, numbers)
    again = {word.casefold() for word in read - said}
    lost = said - read
    assert all(word.isdigit() for word in lost)
    assert lost.total() <= len(_TWO_NUMBERS.findall(text))
    assert read.keys() <= said.keys()
    assert again <= set(" ".join(table("sections")["labels"]["decision"]).split())


def assert_sound(document: Document) -> None:
    assert [p.ordinal for p in document.paragraphs] == list(range(len(document.paragraphs)))
    for paragraph in document.paragraphs:
        assert document.text[paragraph.start : paragraph.end] == paragraph.text
        assert paragraph.text == paragraph.text.strip(" \n")
        assert "\n\n" not in paragraph.text
        assert "  " not in paragraph.text
        assert (paragraph.kind is Kind.HEADING) <= (paragraph.level is not None)
        for cell in paragraph.cells:
            assert 0 <= cell.start <= cell.end <= len(paragraph.text)
            assert not set("\t\n") & set(paragraph.cell_text(cell))
    assert_tables_sound(document)


def assert_tables_sound(document: Document) -> None:
    numbers: dict[int | None, list[int]] = {}
    for paragraph in document.paragraphs:
        if paragraph.cells:
            rows = [[paragraph.cell_text(c) for c in row] for row in paragraph.rows()]
            assert paragraph.text == "\n".join("\t".join(row) for row in rows)
            numbers.setdefault(paragraph.table, []).extend(row[0].row for row in paragraph.rows())
    for number, rows in numbers.items():
        if number is not None:
            assert rows == list(range(len(rows)))


@given(text=TEXT)
@example(text="trees\n3. 3. Board\n")
@settings(max_examples=80)
def test_a_text_makes_a_sound_document_and_loses_no_words(text: str) -> None:
    document = read(text, "paper.txt")
    assert_sound(document)
    assert_keeps_words(document, text)


@given(text=TEXT)
@example(text="Agenda\tDecision:\ntrees\ttrees\n")
@settings(max_examples=80)
def test_markdown_loses_no_words_though_its_lists_may_count_anew(text: str) -> None:
    document = read(text, "paper.md")
    assert_sound(document)
    assert_keeps_words(document, text, numbers=False)


@given(text=st.text(min_size=1, max_size=300).filter(lambda text: any(map(str.isalpha, text))))
@settings(max_examples=80)
def test_any_text_makes_a_sound_document(text: str) -> None:
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        return
    try:
        document = read_document(encoded, "paper.txt")
    except ReadError:
        return
    assert_sound(document)


@example(rows=[["trees", "trees"], ["3. 3.", "Board"]])
@example(rows=[["trees", "trees"], ["3. 3. Board", "trees"]])
@given(rows=st.lists(st.lists(LINE, min_size=2, max_size=2), min_size=2, max_size=12))
@settings(max_examples=60)
def test_a_table_of_tabs_keeps_every_cell(rows: list[list[str]]) -> None:
    document = read("\n".join("\t".join(row) for row in rows), "paper.txt")
    cells = [p.cell_text(c) for p in document.paragraphs for row in p.rows() for c in row]
    if all(p.kind is Kind.TABLE for p in document.paragraphs):
        assert cells == [cell for row in rows for cell in row]
    assert all(cell in document.text for row in rows for cell in row)


@given(text=TEXT)
@settings(max_examples=40)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text, "paper.txt") == read(text, "paper.txt")
