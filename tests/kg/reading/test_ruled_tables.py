"""Tables in plain text whose columns are ruled by dashes have their rows and cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Kind
from kg.reading.read import read_document
from kg.reading.tables.ruled import with_ruled

SIMPLE = """\
Person    Task
--------- ----------------------
Ann Lowe  Ask for three
          quotations
Ben Tarn  Mend the fence
"""
CLOSED = """\
  --------- --------------
  Person    Task
  Ann Lowe  Mend the fence
  --------- --------------
"""
OF_LINES = """\
-------------------------
 Person    Task
--------- ---------------
 Ann       Ask for three
 Lowe      quotations

 Ben Tarn  Mend the fence
-------------------------
"""
RESTRUCTURED = """\
========= ==============
Person    Task
========= ==============
Ann Lowe  Mend the fence
========= ==============
"""
HEAD, MENDS = "Person\tTask", "Ann Lowe\tMend the fence"
ASKS = "Ann Lowe\tAsk for three quotations"


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (SIMPLE, [HEAD, ASKS, "Ben Tarn\tMend the fence"]),
        (CLOSED, [HEAD, MENDS]),
        (OF_LINES, [HEAD, ASKS, "Ben Tarn\tMend the fence"]),
        (RESTRUCTURED, [HEAD, MENDS]),
    ],
)
def test_each_drawing_has_its_rows(drawn: str, rows: list[str]) -> None:
    lines = ["Jobs", "", *drawn.splitlines(), "", "That was all."]
    assert with_ruled(lines) == ["Jobs", "", *rows, "", "That was all."]


def test_a_ruled_table_is_read_as_one() -> None:
    document = read_document(f"Jobs\n\n{SIMPLE}\nThat was all.\n".encode(), "paper.txt")
    (table,) = (p for p in document.paragraphs if p.kind is Kind.TABLE)
    assert table.text.split("\n") == [HEAD, ASKS, "Ben Tarn\tMend the fence"]


def test_the_next_table_closes_none_before_it() -> None:
    other = SIMPLE.replace("Person", "Keeper")
    rows = with_ruled([*SIMPLE.splitlines(), "", "Keepers:", "", *other.splitlines(), ""])
    assert rows.count("Ben Tarn\tMend the fence") == 2
    assert "Keepers:" in rows


def test_a_rule_below_a_title_rules_no_columns() -> None:
    lines = ["Minutes", "-------", "Ann Lowe spoke of the fence.", ""]
    assert with_ruled(lines) == lines


@given(st.lists(st.text(alphabet="ab -=", max_size=12), max_size=30))
def test_no_word_is_lost(lines: list[str]) -> None:
    words = [word for line in with_ruled(lines) for word in line.split() if word.strip("-=")]
    assert sorted(words) == sorted(
        word for line in lines for word in line.split() if word.strip("-=")
    )
