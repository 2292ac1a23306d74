"""Text whose lines stand as they were typed is read as a plain text is, in every format."""

import pytest

from kg.model import Kind
from kg.reading.read import read_document
from kg.reading.text.preformatted import preformatted
from tests.support.read_papers import facts_of

TYPED = """Usage Board of the Fenmoor Trust, 14 May 2021

Present: Ann Lowe, Ben Tarn,
         Cara Voss
Regrets: Dora Pell

Mailing list: board@fenmoor.example

Review of the harbour map

We discussed the note of Ben to the
printers. Cara will send it after the meeting.
"""
PAGE = "<html><head><title>Minutes</title></head><body><pre>{}</pre></body></html>"
FENCED = "# Archive\n\n```text\n{}```\n"


@pytest.mark.parametrize(
    ("form", "name"), [(PAGE, "board.html"), (FENCED, "board.md"), ("{}", "board.txt")]
)
def test_lines_of_people_stay_apart_in_every_format(form: str, name: str) -> None:
    """The label of the mailing list ends the line of those who sent regrets."""
    came = facts_of(form.format(TYPED), name).attendance
    assert [(one.person.name, one.status) for one in came] == [
        ("Ann Lowe", "present"),
        ("Ben Tarn", "present"),
        ("Cara Voss", "present"),
        ("Dora Pell", "apologies"),
    ]


@pytest.mark.parametrize(("form", "name"), [(PAGE, "board.html"), (FENCED, "board.md")])
def test_a_wrapped_sentence_is_whole(form: str, name: str) -> None:
    texts = [p.text for p in read_document(form.format(TYPED).encode(), name).paragraphs]
    told = "We discussed the note of Ben to the printers. Cara will send it after the meeting."
    assert told in texts


def test_a_break_and_bold_words_in_typed_text_leave_no_marks() -> None:
    page = PAGE.format("One <b>bold</b> word<br>And <a href='#x'>a link</a>\n\nMore")
    texts = [p.text for p in read_document(page.encode(), "page.html").paragraphs]
    assert texts == ["One bold word\nAnd a link", "More", "Minutes"]


def test_a_list_set_too_far_in_keeps_its_letters() -> None:
    """Eight blanks make typed text of it in Markdown."""
    paper = "1. Highways\n\n        a. The quay was swept.\n        b. The lamps were lit.\n"
    read = read_document(paper.encode(), "minutes.md").paragraphs
    assert [(p.number, p.text) for p in read if p.kind is not Kind.FURNITURE] == [
        ("1", "1. Highways"),
        ("a", "a. The quay was swept."),
        ("b", "b. The lamps were lit."),
    ]


def test_a_title_as_long_as_the_lines_of_a_text_goes_on_in_the_next() -> None:
    told = (
        "The keeper said that the lamps on the quay had been dark since the\n"
        "flood and that nobody had come to mend them in all that time, though\n"
        "the warden had asked for it twice in the spring and once in June.\n"
    )
    titles = (
        "MINUTES OF THE MEETING OF THE COMMITTEE FOR THE LAMPS AND THE STEPS ON\nTHE QUAY",
        'Item 1. To adopt the notes of the two meetings that were held on the\n"Marigold" in May',
        "Item 2. Lamps –\n2021 and 2022",
    )
    text = "\n".join(f"{title}\n\n{told}" for title in titles)
    blocks = [block.text for block in preformatted(text)]
    assert blocks[::2] == [" ".join(title.split()) for title in titles]
