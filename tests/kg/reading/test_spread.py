"""Papers of which a converter has made each line of a page a paragraph."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import pytest
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.extract import extract
from kg.facts import Facts
from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.spread import together
from kg.reading.text.inline import is_capitals
from tests.support.office_papers import word
from tests.support.read_papers import NO_COUNCILS, facts_of

LINES = """MINUTES
OF
PROCEEDINGS AT MEETING OF THE
MUNICIPAL DISTRICT OF MARL FERRY HELD IN THE TOWN
HALL, MARL FERRY, ON WEDNESDAY, 7TH MARCH, 2018.
MEMBERS PRESENT**:**
Councillors Lowe, Tarn, Voss and Pell.
OFFICIALS IN ATTENDANCE**:**
Director, Service Operations (Mr. G. Salt), Senior Executive Engineer, North Division (Mr. B.
Reed), Meetings Administrator, Marl Ferry (Ms. M. Brook), Executive Engineer, Roads Division
(Mr. P. Stone)
1. Lamps
The Engineer stated that the works on the quay had gone on well over the winter and that the
Council had been given a grant for the lamps of Tarn Street by the Department.
It was agreed that the Meetings Administrator would write to the Department of the Harbours
Service to ask for the second grant.
2. Fords
The Members complimented all who had dealt with the flood in the spring and asked when the
Ford of Marl would be opened again to the public.
The Engineer stated that it would be opened in the week before the fair, as soon as the new
Posts were set.
Councillor Lowe thanked him.
The Meeting then ended.
"""


def blocks(lines: str, strong: tuple[str, ...] = ()) -> list[Block]:
    """A block for each line; of some, all is in bold."""
    return [Block(Kind.TEXT, line, strong=line in strong) for line in lines.splitlines()]


def texts(lines: str, strong: tuple[str, ...] = ()) -> list[str]:
    """The paragraphs that the lines make."""
    return [block.text for block in together(blocks(lines, strong))]


def in_word(lines: str) -> Facts:
    """What is read from a Word text that has a paragraph for each line."""

    def fill(document: WordDocument) -> None:
        for line in lines.replace("*", "").splitlines():
            document.add_paragraph(line)

    return extract(word(fill), NO_COUNCILS)


def in_html(lines: str) -> Facts:
    made = "".join(f"<p>{escape(line)}</p>" for line in lines.replace("*", "").splitlines())
    return facts_of(f"<html><body>{made}</body></html>", "minutes.html")


def in_markdown(lines: str) -> Facts:
    return facts_of(lines.replace("\n", "\n\n"), "minutes.md")


def in_text(lines: str) -> Facts:
    return facts_of(lines.replace("*", "").replace("\n", "\n\n"))


def test_lines_of_a_paragraph_are_together_again() -> None:
    titles = tuple(line for line in LINES.splitlines() if is_capitals(line))
    found = texts(LINES, titles)
    assert found[0].startswith(
        "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF MARL"
    )
    assert found[1] == "MEMBERS PRESENT**:**"
    assert found[5] == "1. Lamps"
    assert found[-3] == (
        "The Engineer stated that it would be opened in the week before the fair, "
        "as soon as the new Posts were set."
    )


@pytest.mark.parametrize("read", [in_markdown, in_text, in_html, in_word])
def test_facts_of_a_spread_paper(read: Callable[[str], Facts]) -> None:
    found = read(LINES)
    assert found.meeting is not None and found.meeting.board == "Municipal District of Marl Ferry"
    assert [(one.person.name, one.status) for one in found.attendance] == [
        *((name, "present") for name in ("Lowe", "Tarn", "Voss", "Pell")),
        *((name, "in attendance") for name in ("G. Salt", "B. Reed", "M. Brook", "P. Stone")),
    ]
    (decided,) = found.decisions
    assert decided.text == (
        "It was agreed that the Meetings Administrator would write to the Department of the "
        "Harbours Service to ask for the second grant."
    )


def test_paragraphs_of_several_lines_stay() -> None:
    whole = [" ".join([line] * 3) for line in LINES.splitlines()]
    assert texts("\n".join(whole)) == whole


def test_a_line_in_bold_goes_on_in_bold_alone() -> None:
    title = "4. The lamps of Tarn Street and the works that were done on the quay in the spring"
    rest = "and what they cost"
    told = "The Engineer stated that nothing had been spent on them"
    assert texts(f"{title}\n{rest}\n{told}\n{LINES}", (title, rest))[:2] == [
        f"{title} {rest}",
        told,
    ]
    assert texts(f"{title}\n{told}\n{LINES}", (title,))[:2] == [title, told]


def test_the_rule_at_the_end_of_a_page_makes_no_heading_of_the_rest_of_a_title() -> None:
    title = "**2. The notes of the lamps of Tarn Street and of all the works that were done**"
    paper = LINES.replace("2. Fords\n", f"{title}\n**On the Quay**\n").replace("\n", "\n\n")
    found = facts_of(paper.replace("**On the Quay**\n", "**On the Quay**\n---"), "minutes.md")
    assert [(i.number, i.title) for i in found.items][1:] == [
        ("2", f"{title.strip('*')[3:]} On the Quay")
    ]


def test_a_word_goes_on_over_lines() -> None:
    assert texts(f"THE BOARD OF MARL-\nFERRY\n1.\n{LINES}")[0] == "THE BOARD OF MARL-FERRY"


@given(st.lists(st.sampled_from([*LINES.split("\n"), "", "- b"]), max_size=120))
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = " ".join(texts(text))
    assert found.replace("-", "").split() == text.replace("-", "").split()


def test_short_lines_of_a_table_do_not_hide_that_others_go_on() -> None:
    cells = "\n".join(f"B0{at}\nQuay {at}\n{at}00" for at in range(1, 9))
    head, sep, rest = LINES.partition("1. Lamps")
    found = texts(f"{head}{cells}\n{sep}{rest}{rest.replace('2. Fords', '3. Boats')}")
    at = found.index("Quay 3")
    assert found[at : at + 3] == ["Quay 3", "300", "B04"]
    assert "MEETING OF THE MUNICIPAL DISTRICT OF MARL FERRY HELD IN THE TOWN HALL" in " ".join(
        found
    )


def test_a_full_line_over_the_rule_that_ends_a_page_goes_on() -> None:
    last = "Council had been given a grant for the lamps of Tarn Street by the Department."
    assert last in LINES
    lines = LINES.replace(last, last.replace("the Department.", "the new Department\nof Harbours."))
    ruled = [
        replace(one, kind=Kind.HEADING) if one.text.endswith("the new Department") else one
        for one in blocks(lines)
    ]
    assert [one.kind for one in ruled].count(Kind.HEADING) == 1
    assert [one.text for one in together(ruled)] == texts(lines)
