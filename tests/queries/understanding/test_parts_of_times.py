"""Parts of months and years in questions, and what "since" and "before" make of their ends."""

from datetime import date

import pytest

from queries.understanding.periods import periods_in


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("by the end of 2031", date(2031, 10, 1), date(2032, 1, 1)),
        ("by the end of 2031/32", date(2031, 4, 1), date(2032, 4, 1)),
        ("at the end of July 2031", date(2031, 7, 1), date(2031, 8, 1)),
        ("mid-July 2031", date(2031, 7, 1), date(2031, 8, 1)),
        ("before the end of July 2031", None, date(2031, 8, 1)),
        ("before late 2031", None, date(2031, 10, 1)),
        ("since the end of March 2031", date(2031, 4, 1), None),
        ("since the end of 2031", date(2032, 1, 1), None),
    ],
)
def test_a_part_of_a_time_is_read_with_it(
    text: str, first: date | None, after: date | None
) -> None:
    (time,) = periods_in(text)
    assert (time.first, time.after) == (first, after)
