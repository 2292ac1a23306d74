"""Lists inside the lists of items: what stands in them has the number of its item too."""

import pytest

from kg.extraction.extract import extract
from kg.numbering import of_item
from kg.reading.read import read_document
from kg.reference import Councils

AGENDA = "Harbour Committee"
DAY = "Agenda, Tuesday 4 March 2025"
HTML = (
    f"<h1>{AGENDA}</h1><h2>{DAY}</h2><ol><li>Apologies</li><li>Minutes</li>"
    "<li>Reports<ol{style}><li>Roof repairs</li><li>Hire fees</li></ol></li><li>Close</li></ol>"
)
MARKDOWN = (
    f"# {AGENDA}\n\n## {DAY}\n\n1. Apologies\n2. Minutes\n3. Reports\n"
    "   {one} Roof repairs\n   {two} Hire fees\n4. Close\n"
)


def items(text: str, name: str) -> list[tuple[str, str]]:
    facts = extract(read_document(text.encode(), name), Councils(()))
    return [(one.number, one.title) for one in facts.items]


def expected(one: str, two: str) -> list[tuple[str, str]]:
    whole = [("1", "Apologies"), ("2", "Minutes"), ("3", "Reports")]
    return [*whole, (one, "Roof repairs"), (two, "Hire fees"), ("4", "Close")]


@pytest.mark.parametrize(
    ("text", "name", "numbers"),
    [
        (HTML.replace("{style}", ""), "a.html", ("3.1", "3.2")),
        (HTML.replace("{style}", ' type="a"'), "a.html", ("3a", "3b")),
        (MARKDOWN.format(one="1.", two="2."), "a.md", ("3.1", "3.2")),
        (MARKDOWN.format(one="a.", two="b."), "a.md", ("3a", "3b")),
        (MARKDOWN.format(one="(a)", two="(b)"), "a.txt", ("3a", "3b")),
    ],
)
def test_an_item_of_a_list_inside_another_has_the_number_of_both(text, name, numbers) -> None:
    assert items(text, name) == expected(*numbers)


def test_numbers_that_begin_again_inside_an_item_end_no_count_of_minutes() -> None:
    head = "Minutes, Tuesday 4 March 2025\n\nPresent: Ann Lowe (Chair), Ben Tarn"
    text = MARKDOWN.format(one="1.", two="2.").replace(DAY, head)
    told = text.replace("4. Close", "4. Fences\n\n   It was agreed to mend them.")
    assert items(told, "a.md") == [*expected("3.1", "3.2")[:-1], ("4", "Fences")]


def test_letters_that_begin_before_any_number_are_items_themselves() -> None:
    text = (
        "Harbour Committee\nMinutes of the meeting held on Tuesday 4 March 2025\n\n"
        "A. Apologies\nNone.\n\nB. Benches\nAgreed to buy three.\n\nC. Gates\nNo news.\n"
    )
    assert items(text, "a.txt") == [("A", "Apologies"), ("B", "Benches"), ("C", "Gates")]


@pytest.mark.parametrize(
    ("item", "part", "number"),
    [
        ("3", "a", "3a"),
        ("3", "1", "3.1"),
        ("3.1", "2", "3.1.2"),
        ("IV", "A", "IV.A"),
        ("", "a", "a"),
    ],
)
def test_a_part_has_the_number_of_its_item_before_its_own(item, part, number) -> None:
    assert of_item(item, part) == number
