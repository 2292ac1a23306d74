"""The real papers beside the repository: facts that a reader can count."""

import time
from functools import cache
from pathlib import Path

import pytest

from kg.model import Document, Kind, Paragraph
from kg.reading.read import read_document
from tests.places import NEEDS_SHARED, SHARED

CORPUS = SHARED / "corpus"
MODERNGOV = CORPUS.parent / "reference" / "moderngov"
pytestmark = NEEDS_SHARED
FILES = sorted(CORPUS.glob("*/*"))


@cache
def paper(start: str) -> Document:
    """The document of the file whose name starts so."""
    path = next(path for path in FILES if path.name.startswith(start))
    return read_document(path.read_bytes(), path.name)


def under(start: str, heading: str) -> list[Paragraph]:
    return [p for p in paper(start).paragraphs if heading in p.headings]


def rows(paragraphs: list[Paragraph]) -> list[list[str]]:
    return [[p.cell_text(cell) for cell in row] for p in paragraphs for row in p.rows()]


@pytest.mark.parametrize("path", FILES or [CORPUS], ids=lambda path: path.name)
def test_every_file_is_read_soundly(path: Path) -> None:
    document = paper(path.name)
    assert document.paragraphs
    assert [p.ordinal for p in document.paragraphs] == list(range(len(document.paragraphs)))
    for p in document.paragraphs:
        assert document.text[p.start : p.end] == p.text
        assert all(p.start + c.end <= p.end for c in p.cells)


@pytest.mark.parametrize("start", ["000", "001", "002", "003", "004"])
def test_a_text_is_read_in_the_time_promised(start: str) -> None:
    path = next(path for path in FILES if path.name.startswith(start))
    data = path.read_bytes()
    read_document(data, path.name)
    taken = []
    for _ in range(3):
        begun = time.process_time()
        read_document(data, path.name)
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.5


def test_the_numbered_paragraphs_of_a_report_are_all_there() -> None:
    numbers = [p.number for p in paper("003").paragraphs if p.number and "." not in p.number]
    assert numbers == [str(n) for n in range(1, 52)]


def test_paragraph_13_stands_under_next_steps() -> None:
    found = [p for p in under("000", "Next steps") if p.number == "13"]
    assert len(found) == 1
    assert found[0].headings[0].startswith("Office for Local Government")


def test_every_report_of_a_pack_has_its_sections() -> None:
    titles = [p.text for p in paper("000").paragraphs if p.kind is Kind.HEADING and p.level == 1]
    assert (
        sum(text == "Purpose of Report" for text in (p.text for p in paper("000").paragraphs)) == 6
    )
    assert len([t for t in titles if t.startswith("Appendix")]) == 4


def test_the_action_plan_has_its_29_actions_as_rows_under_5_themes() -> None:
    plan = [p for p in paper("000").paragraphs if p.headings and "Action Plan" in p.headings[0]]
    actions = [row for row in rows(plan) if row[0].isdigit()]
    assert [row[0] for row in actions] == [str(n) for n in range(1, 30)]
    assert {p.headings[1] for p in plan if p.rows() and p.text[0].isdigit()} == {
        heading for p in plan for heading in p.headings if heading.startswith("Theme")
    }
    assert all(p.text.count("\n") == 0 for p in plan if p.text[0].isdigit())
    assert actions[20][3].endswith("(See main paper for detail)")


def test_the_memberships_are_counted_by_group() -> None:
    found = under("004", "Improvement & Innovation Board – Membership 2016/2017")
    groups = {p.rows()[0 if not p.rows()[0][0].header else 1][0]: p for p in found}
    assert len(found) == len(groups) == 9
    assert sum(len(p.rows()) for p in found) == 1 + 9 + 32
    sizes = [sum(bool(row[1]) for row in rows([p]) if row[0] != "Councillor") for p in found]
    assert sizes == [8, 3, 8, 3, 3, 1, 3, 1, 2]


def test_the_recommendations_and_responses_are_30_rows() -> None:
    table = [
        p for p in paper("004").paragraphs if p.kind is Kind.TABLE and "Appendix B" in p.headings
    ]
    numbers = [p.cell_text(p.rows()[-1][0]).split(".")[0] for p in table if p.text[0].isdigit()]
    assert numbers == [str(n) for n in range(1, 31)]


def test_the_note_inside_a_pack_has_its_ten_items_and_their_decisions() -> None:
    note = under("004", "Note of last Improvement & Innovation Board meeting")
    items = [p.number for p in note if p.kind is Kind.HEADING and p.level == 2 and p.number]
    assert items == [str(n) for n in range(1, 11)]
    third = [p for p in note if any(h.startswith("3 ") for h in p.headings)]
    decisions = [p for p in third if p.kind is Kind.LIST_ITEM and "Decisions" in p.headings]
    assert len(decisions) == 4


def test_the_minutes_have_ten_items_and_27_names_in_their_list() -> None:
    minutes = paper("001").paragraphs
    items = [p.number for p in minutes if p.kind is Kind.HEADING and p.level == 2 and p.number]
    assert items == [str(n) for n in range(1, 11)]
    people = [row for row in rows(list(under("001", "Appendix A -Attendance"))) if row[1]]
    assert len(people) - 1 == 3 + 16 + 4 + 4


def test_guidance_for_visitors_is_furniture_and_the_notes_users_ask_for_are_not() -> None:
    kinds = {p.text.split("\n")[0]: p.kind for p in paper("004").paragraphs}
    assert kinds["Fire instructions"] is Kind.FURNITURE
    assert kinds["Car Parks"] is Kind.FURNITURE
    assert not [p for p in under("004", "Carers' Allowance") if p.kind is Kind.FURNITURE]
    assert not [p for p in under("004", "Social Media") if p.kind is Kind.FURNITURE]


@pytest.mark.parametrize(
    ("start", "count"),
    [
        ("2011-01-11-action-status", 9),
        ("2011-03-02-action-status", 16),
        ("2011-07-19-action-log", 21),
    ],
)
def test_the_action_logs_have_their_actions(start: str, count: int) -> None:
    tables = [p for p in paper(start).paragraphs if p.kind is Kind.TABLE]
    body = [row for row in rows(tables) if row[0] and not row[0].startswith(("Meeting", "Action"))]
    assert len(body) == count
    assert all(row[-1] for row in body)


@pytest.mark.parametrize(
    "start", ["2010-11-19-minutes-draft", "2011-07-19-minutes", "2011-02-08-minutes"]
)
def test_lists_of_names_side_by_side_are_columns(start: str) -> None:
    table = next(p for p in paper(start).paragraphs if p.kind is Kind.TABLE)
    columns = {cell.column for cell in table.cells}
    assert columns == {0, 1}
    firsts = [table.cell_text(row[0]) for row in table.rows()]
    assert [at for at, first in enumerate(firsts) if first.endswith("(Chair)")] == [1]


def test_running_lines_of_a_series_are_furniture() -> None:
    for path in FILES:
        if path.suffix == ".pdf":
            for p in paper(path.name).paragraphs:
                if p.text in ("UNCLASSIFIED", "1", "2") or "novaPDF" in p.text:
                    assert p.kind is Kind.FURNITURE


def test_a_meeting_of_moderngov_is_read() -> None:
    path = MODERNGOV / "meeting_with_minutes.xml"
    document = read_document(path.read_bytes(), path.name)
    items = [p.number for p in document.paragraphs if p.kind is Kind.HEADING and p.level == 2]
    assert items == [None, "1", "9"]
