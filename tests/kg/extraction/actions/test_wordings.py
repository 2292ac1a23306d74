"""The rows and parts of which the wordings of promises are put together."""

import re

import pytest

from kg.extraction.actions.wordings import wordings
from kg.tables.load import table

COLUMNS = ("where", "who", "how", "act")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_part_of_a_wording_stands_in_a_row_or_in_another_part(column: str) -> None:
    grammar = table("promises")
    rows = [row[COLUMNS.index(column)] for row in grammar["wordings"] + grammar["agreed"]]
    named = {name for row in rows for name in row.split(", ")}
    inside = re.findall(r"\{([a-z ]+)\}", " ".join(grammar[column].values()))
    assert set(grammar[column]) == named | ({*inside} & {*grammar[column]})


def test_any_of_several_parts_in_a_column_makes_a_promise() -> None:
    (said,) = (one for one, _ in wordings().things if one.name == "asked person to verb")
    assert [match["who"] for match in said.found("The Chair asked Ada to write.")] == ["Ada"]
    (happy,) = (
        one for one, _ in wordings().things if "is happy verb" in one.name and "she" in one.name
    )
    assert any(happy.found("She was asked to write."))
    assert any(happy.found("She is happy to write."))
    assert not any(happy.found("She is happy."))
