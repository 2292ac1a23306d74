"""Markdown, HTML and the XML of ModernGov."""

import re

import pytest

from kg.model import Document, Kind
from kg.reading.read import read_document


def read(text: str, name: str) -> Document:
    return read_document(text.encode(), name)


def outline(document: Document) -> list[tuple[int | None, str]]:
    return [(p.level, p.text) for p in document.paragraphs if p.kind is Kind.HEADING]


PAPER = """\
# **Heron Forum**

![](_page_0_Picture_1.jpeg)

## Trees

- 1. We have planted <u>forty trees</u> in [the park](https://heron.example).
- 2. Highlights include:
  - 2.1. Ten oaks.
  - 2.2. Thirty limes, some of them
    along the river.

Rivers &amp; lakes

* a bullet
* another

1. One
1. Two
1. Three
"""


def test_markdown_gives_headings_numbers_and_words_without_markup() -> None:
    document = read(PAPER, "paper.md")
    assert outline(document)[:2] == [(1, "Heron Forum"), (2, "Trees")]
    numbered = [(p.number, p.text) for p in document.paragraphs if p.number]
    assert numbered == [
        ("1", "1. We have planted forty trees in the park."),
        ("2", "2. Highlights include:"),
        ("2.1", "2.1. Ten oaks."),
        ("2.2", "2.2. Thirty limes, some of them along the river."),
        ("1", "1. One"),
        ("2", "2. Two"),
        ("3", "3. Three"),
    ]
    assert "jpeg" not in document.text


def test_markdown_in_a_text_file_is_read_as_markdown_with_its_numbers_as_written() -> None:
    as_text, as_markdown = read(PAPER, "paper.txt"), read(PAPER, "paper.md")
    shown = [re.sub(r"^\d\. ", "1. ", p.text) for p in as_markdown.paragraphs]
    assert [re.sub(r"^\d\. ", "1. ", p.text) for p in as_text.paragraphs] == shown


IN_LINES = """\
# Heron Forum, 4 May 2021

Present: Ada Stone, Ben Lowe.
Finance
The accounts were approved.
Trees
It was agreed to plant ten oaks.
The clerk will order them.
Boats
Nothing was reported.
Next meeting
Monday 7 June 2021.
"""


def test_markdown_without_marks_keeps_the_lines_it_is_written_in() -> None:
    document = read(IN_LINES, "forum.md")
    titles = [title for _, title in outline(document)]
    assert {"Finance", "Trees", "Boats"} <= set(titles)
    said = [p.text for p in document.paragraphs if p.headings[-1:] == ("Trees",)]
    assert said == ["It was agreed to plant ten oaks.", "The clerk will order them."]


def test_wrapped_markdown_is_joined() -> None:
    sentence = (
        "The heron came back to the lake in May, later than in any year since\nthe count began."
    )
    document = read("# Heron Forum\n\n" + f"{sentence}\n\n" * 6, "forum.md")
    assert [p.text for p in document.paragraphs[1:]] == [sentence.replace("\n", " ")] * 6


def test_lines_of_markdown_that_are_no_prose_stand_apart() -> None:
    names = "Ann Lowe\nBen Tarn, Quay Works\nCara Voss"
    labels = "Present: Ann Lowe, Ben Tarn and everybody who came to the lake that day\nAway: Dan"
    document = read(f"# Heron Forum\n\n{names}\n\n{labels}\n\nThe heron of\nMarle.\n", "forum.md")
    assert [p.text for p in document.paragraphs[1:]] == [names, labels, "The heron of Marle."]


def test_lines_much_shorter_than_the_others_stand_apart() -> None:
    long = "Ben Tarn called the meeting of the lake watch to order at seven in the boat\nhouse, and"
    short = "LAKE WATCH\nAnn Lowe\nyes\nBen Tarn\nno"
    document = read(f"# Heron Forum\n\n{short}\n{long} read the notes.\n", "forum.md")
    said = "\n".join(p.text for p in document.paragraphs)
    assert all(f"\n{line}\n" in said for line in ("Ann Lowe", "yes", "Ben Tarn"))
    assert "in the boat house, and read the notes." in said


def test_written_numbers_of_a_markdown_list_stay_when_they_differ() -> None:
    document = read("# T\n\n11. Eleven\n11. Eleven again\n13. Thirteen\n", "paper.md")
    assert [p.number for p in document.paragraphs[1:]] == ["11", "11", "13"]


def test_a_numbered_paragraph_set_as_a_heading_among_others_is_a_paragraph() -> None:
    document = read(
        "# News\n\n39. Peer Support\n\nWords.\n\n### 40. Finance\n\nWords.\n\n41. Trees\n", "p.md"
    )
    assert outline(document) == [(1, "News")]


PAGE = """\
<!doctype html><html><head><title>Heron Board</title><style>p {color: red}</style></head><body>
<script>alert("x")</script><nav>Home</nav>
<h1>Minutes</h1><p>The board&nbsp;met in
   the hall.</p>
<p><strong>Decision</strong></p>
<ol type="a"><li>Noted the plan.<li>Agreed<ul><li>to plant</ul></ol>
<ol start="4"><li>Four</ol>
</body></html>
"""


def test_what_a_page_says_of_itself_beside_its_text_is_furniture() -> None:
    page = PAGE.replace("<style>", '<meta property="og:site_name" content="Heron Trust"><style>')
    beside = [p.text for p in read(page, "page.html").paragraphs if p.kind is Kind.FURNITURE]
    assert beside == ["Heron Board", "Heron Trust"]


def test_the_title_of_a_picture_is_no_title_of_the_page() -> None:
    page = PAGE.replace("</body>", "<svg><title>Arrow</title></svg></body>")
    assert "Arrow" not in [p.text for p in read(page, "page.html").paragraphs]


def test_html_gives_words_as_the_page_shows_them_and_no_scripts() -> None:
    document = read(PAGE, "page.html")
    assert document.title == "Heron Board"
    assert [p.text for p in document.paragraphs] == [
        "Minutes",
        "The board met in the hall.",
        "Decision",
        "a. Noted the plan.",
        "b. Agreed",
        "to plant",
        "4. Four",
        "Heron Board",
    ]
    assert outline(document) == [(1, "Minutes"), (2, "Decision")]


def test_html_lists_carry_their_depth() -> None:
    document = read(PAGE, "page.html")
    assert [p.level for p in document.paragraphs if p.kind is Kind.LIST_ITEM] == [1, 1, 2]


MEETING = """<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingdate>10/02/2026</meetingdate><meetingtime>10.00 am</meetingtime>
<meetinglocation>Town Hall</meetinglocation><agendaitems>
<agendaitem><agendaitemtitle>Trees &amp;amp; Rivers</agendaitemtitle>
<agendatext>&lt;p&gt;To consider the report.&lt;/p&gt;</agendatext>
<fulldisplaynumberformat>7.</fulldisplaynumberformat>
<minutesnonemptyhtmlbody>&lt;p&gt;The Committee &lt;b&gt;resolved&lt;/b&gt; to plant
trees.&lt;/p&gt;</minutesnonemptyhtmlbody>
<refertocommittee>Parks Committee</refertocommittee></agendaitem></agendaitems>
<attendees><attendee name="Councillor Ada Stone" roledescription="Chair" attendance="Present"
politicalparty="BLU" ward="North"/></attendees></meeting>
"""


def test_a_moderngov_meeting_has_items_minutes_and_attendance() -> None:
    document = read(MEETING, "meeting.xml")
    assert outline(document) == [
        (1, "Parks Committee"),
        (2, "Attendance"),
        (2, "7. Trees & Rivers"),
        (3, "Minutes"),
    ]
    last = document.paragraphs[-1]
    assert last.text == "The Committee resolved to plant trees."
    assert last.headings == ("Parks Committee", "7. Trees & Rivers", "Minutes")
    table = next(p for p in document.paragraphs if p.kind is Kind.TABLE)
    assert [table.cell_text(cell) for cell in table.rows()[1]] == [
        "Councillor Ada Stone",
        "Chair",
        "Present",
        "BLU",
        "North",
    ]


def test_attributes_behind_the_words_of_a_heading_are_none_of_it() -> None:
    read = read_document(
        b"# Quay Panel {.wide}\n\n## Lamps {#lamps .block}\n\nThey burn.\n", "a.md"
    )
    assert [p.text for p in read.paragraphs] == ["Quay Panel", "Lamps", "They burn."]


def test_a_break_amid_a_sentence_joins_a_long_line_to_the_next() -> None:
    page = """<p>The lease of the boathouse was read over and signed as<br>agreed in May.<br>
    Oars<br>paddles<br>The winch was looked at by the harbour master of Fenmoor<br>
    b) its rope</p>"""
    lines = [line for one in read(page, "page.html").paragraphs for line in one.text.split("\n")]
    assert lines == [
        "The lease of the boathouse was read over and signed as agreed in May.",
        "Oars",
        "paddles",
        "The winch was looked at by the harbour master of Fenmoor",
        "b) its rope",
    ]


def test_a_rule_below_two_sentences_makes_no_heading_of_them() -> None:
    told = "The boats were late. Nobody knew why they had been held up"
    paper = f"# Boats\n\n{told}\n---\nLamps\n---\n\nThey burn.\n"
    assert [words for _, words in outline(read(paper, "paper.md"))] == ["Boats", "Lamps"]


@pytest.mark.parametrize("named", ['id="toc"', 'class="nav toc"', 'class="table-of-contents"'])
def test_the_list_of_contents_of_a_page_is_none_of_its_text(named: str) -> None:
    page = f"<div {named}><h2>Contents</h2><ul><li>1 Lamps</li></ul></div><h2>Lamps</h2><p>Lit.</p>"
    assert [p.text for p in read(page, "page.html").paragraphs] == ["Lamps", "Lit."]


def test_emphasis_that_is_opened_and_never_closed_is_no_part_of_a_name() -> None:
    document = read("### Attendance\n_Ann Lowe, Ben Tarn\n\n### Keys\n_draft_ sign_in\n", "a.md")
    assert [p.text for p in document.paragraphs if p.kind is Kind.TEXT] == [
        "Ann Lowe, Ben Tarn",
        "draft sign_in",
    ]
