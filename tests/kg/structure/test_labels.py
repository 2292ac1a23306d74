"""Labels that stand behind a word for whose they are."""

import pytest

from kg.reading.read import read_document
from kg.structure.labels import label


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Plan theme: Safe harbours", "theme"),
        ("Fenmoor plan theme: Safe harbours", "theme"),
        ("The long Fenmoor plan theme: safe harbours", None),
    ],
)
def test_a_label_may_say_whose_it_is(line: str, name: str | None) -> None:
    (paragraph,) = read_document(line.encode(), "report.md").paragraphs
    found = label(paragraph)
    assert (found and found.name) == name
