"""Two surnames after one title."""

import pytest

from kg.extraction.people.lists import entries


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Cllr Parker and Tilsley", ["Parker", "Tilsley"]),
        ("Cllr Parker & Tilsley", ["Parker", "Tilsley"]),
        ("Cllr Parker and Clerk", ["Parker"]),
        ("Cllr Ann Parker and Boots", ["Ann Parker"]),
    ],
)
def test_the_second_shares_the_title(listed: str, names: list[str]) -> None:
    assert [one.name.name for one in entries(listed, labelled=True)] == names
