"""Title lines without the days in them."""

import pytest

from kg.structure.names import title_days


def test_what_stands_before_and_behind_a_day() -> None:
    assert title_days.parted("Tide Board, 3 May 2024 at 7 pm") == ["Tide Board, ", ""]
    assert title_days.parted("Minutes of the Tide Board") == ["Minutes of the Tide Board"]


@pytest.mark.parametrize(
    "line",
    [
        "Tide Board 3rd May 2024",
        "Tide Board 2024",
        "Tide Board",
    ],
)
def test_a_title_without_days_and_years(line: str) -> None:
    assert title_days.without_years(line).split() == ["Tide", "Board"]


def test_a_day_at_either_end_or_before_a_mark() -> None:
    assert title_days.not_at_ends("2024-05-03 Tide Board") == "Tide Board"
    assert title_days.not_at_ends("Tide Board, 3 May 2024") == "Tide Board"
    assert title_days.not_at_ends("Tide Board May 2024") == "Tide Board"
    assert title_days.not_at_ends("Tide Board 2024 May") == "Tide Board"
    assert title_days.without("Tide Board 2024 May") == "Tide Board 2024 May"
    assert title_days.behind_first("3 May 2024: Tide Board") == "Tide Board"
