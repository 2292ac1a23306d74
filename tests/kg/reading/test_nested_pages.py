"""Pages nested deeper than any is meant to be lose no words, or are refused."""

from time import process_time

import pytest

from kg.errors import ReadError
from kg.model import Document, Kind
from kg.reading.read import read_document
from kg.reading.web.tree import tree_of

UNCLOSED = {
    "fonts": "<font size=2>Item {} was noted.<br><br>",
    "bold": "<b>Item {} was noted.<br><br>",
    "paragraphs": "<font><p>Item {} was noted.</p>",
    "boxes": "<div>Item {} was noted.",
    "quotes": "<blockquote><p>Item {} was noted.</p>",
    "lists": "<ul><li>Item {} was noted.",
    "bare lists": "<ol><li>Item {} was noted.</li>",
    "tables": "<table><tr><td>Item {} was noted.<p>",
    "cells": "<table><tr><td>Item {} was noted.</td><td>",
    "headings": "<h2>Item {} was noted.<div>",
}
"""What a page says once an item without closing its tags."""


def read(text: str, name: str = "page.html") -> Document:
    return read_document(text.encode(), name)


def unclosed(form: str, items: int) -> str:
    return "".join(UNCLOSED[form].format(at) for at in range(items))


@pytest.mark.parametrize("form", UNCLOSED)
@pytest.mark.parametrize("items", [60, 84, 120, 240, 400])
def test_a_page_that_closes_no_tag_keeps_every_item(form: str, items: int) -> None:
    text = read(unclosed(form, items)).text
    at = [text.find(f"Item {item} was noted.") for item in range(items)]
    assert -1 not in at
    assert at == sorted(at)


def test_paragraphs_in_fonts_that_nobody_closed_stay_apart() -> None:
    found = [paragraph.text for paragraph in read(unclosed("fonts", 400)).paragraphs]
    assert found == [f"Item {item} was noted." for item in range(400)]


def test_what_stands_behind_deep_tags_stays_behind_them() -> None:
    page = f"{'<div>' * 400}in<br>side <b>one</b> two{'</div> out' * 2}{'</div>' * 398}<p>End"
    assert read(page).text.split() == ["in", "side", "one", "two", "out", "out", "End"]


@pytest.mark.parametrize("form", UNCLOSED)
@pytest.mark.parametrize("items", [5_000, 200_000])
def test_a_page_of_endless_tags_is_refused_in_no_time(form: str, items: int) -> None:
    started = process_time()
    with pytest.raises(ReadError, match=r"^page\.html is nested deeper than any paper; "):
        read(unclosed(form, items))
    assert process_time() - started < 3


@pytest.mark.parametrize("name", ["page.md", "page.xml"])
def test_a_page_of_endless_tags_inside_another_format_is_refused(name: str) -> None:
    inside = unclosed("boxes", 5_000)
    if name.endswith(".xml"):
        told = f"<minutesnonemptyhtmlbody><![CDATA[{inside}]]></minutesnonemptyhtmlbody>"
        inside = f"<meeting><agendaitems><agendaitem>{told}</agendaitem></agendaitems></meeting>"
    with pytest.raises(ReadError, match=r"is nested deeper than any paper; "):
        read(inside, name)


def test_a_page_with_a_very_long_text_is_whole() -> None:
    text = "The lamps burn.\n" * 700_000
    assert tree_of(f"<pre>{text}</pre><p>The end.</p>").text_content() == f"{text}The end."


def test_pages_one_behind_the_other_are_read_as_one() -> None:
    page = "<html><body><p>The {} was let.</p></body></html>\n"
    found = read(page.format("quay") + "<!-- next -->" + page.format("pier") + "The end.")
    assert [p.text for p in found.paragraphs] == [
        "The quay was let.",
        "The pier was let.",
        "The end.",
    ]


@pytest.mark.parametrize("depth", [12, 40])
def test_lists_inside_lists_of_markdown_keep_their_items(depth: int) -> None:
    lines = [f"{'  ' * at}- lamp {at} burns" for at in range(depth)]
    found = read("\n".join(lines), "paper.md").paragraphs
    assert [(p.kind, p.text) for p in found] == [
        (Kind.LIST_ITEM, f"lamp {at} burns") for at in range(depth)
    ]


def test_quotes_of_quotes_in_markdown_keep_their_words() -> None:
    lines = [f"{'>' * at} The answer {at} stands." for at in range(1, 60)]
    assert "The answer 59 stands." in read("\n>\n".join(lines), "paper.md").text


@pytest.mark.parametrize("sign", ["> ", "- ", "1. "])
def test_markdown_of_endless_depth_is_refused(sign: str) -> None:
    with pytest.raises(ReadError, match=r"^paper\.md is nested deeper than any paper; "):
        read("# Minutes\n\n" + sign * 5_000 + "lamps", "paper.md")


def test_a_line_of_signs_alone_is_no_reason_to_refuse_markdown() -> None:
    assert read(f"# Minutes\n\n{'>' * 300}\n\nlamps", "paper.md").text == "Minutes\n\nlamps"
