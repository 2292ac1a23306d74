"""Days, periods and deadlines as papers write them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import dates, month_order

NEAR = date(2011, 7, 19)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday, 21 July 2023", date(2023, 7, 21)),
        ("24.06.10", date(2010, 6, 24)),
        ("the 27th March 2012", date(2012, 3, 27)),
        ("29/11/16", date(2016, 11, 29)),
        ("Board Meeting -11/29/16", date(2016, 11, 29)),
        ("2019-02-01", date(2019, 2, 1)),
        ("held on 19 November", date(2011, 11, 19)),
        ("3 January", date(2012, 1, 3)),
        ("July 4, 2020", date(2020, 7, 4)),
        ("9°” MAY, 2017", date(2017, 5, 9)),
        ("on Monday October 31 at 9 am", date(2011, 10, 31)),
        ("Tuesday 5th February2019", date(2019, 2, 5)),
        ("HELD ON l3th JANUARY 2011", date(2011, 1, 13)),
        ("on 2Ist May 2012", date(2012, 5, 21)),
        ("Tues. 5th Feb. 2019", date(2019, 2, 5)),
        ("Thursday 21 July , 2016", date(2016, 7, 21)),
        ("July 21,2016", date(2016, 7, 21)),
        ("on December the 6th at 7.30pm", date(2011, 12, 6)),
        ("on call, Dec 13, 11am EST (16:00 UTC)", date(2011, 12, 13)),
        ("Dec 13 at 7.30 pm", date(2011, 12, 13)),
        ("December the 6th, 2007", date(2007, 12, 6)),
        ("May 5, '19", date(2019, 5, 5)),
        ("5/Feb/2019", date(2019, 2, 5)),
        ("Feb-05-2019", date(2019, 2, 5)),
        ("2019/5/3", date(2019, 5, 3)),
        ("21st Novenber 2023 at noon", date(2023, 11, 21)),
        ("Febuary 3, 2019", date(2019, 2, 3)),
    ],
)
def test_a_day(text, day):
    assert dates.first_day(text, NEAR) == day


@pytest.mark.parametrize(
    "text",
    [
        "11.00 am",
        "paragraph 3.2.1",
        "31 February 2020",
        "10 of 12",
        "TB(3)4.1",
        "2014.5.3",
        "from Dec 13, 11 lamps",
        "2014/15/3",
    ],
)
def test_no_day(text):
    assert dates.first_day(text, NEAR) is None


def test_a_day_without_a_year_needs_a_neighbour():
    assert dates.first_day("19 November") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("End of September 23", date(2023, 9, 30)),
        ("by the end of February 2024", date(2024, 2, 29)),
        ("May-2011", date(2011, 5, 31)),
        ("Late Spring 2011", date(2011, 5, 31)),
        ("September", date(2011, 9, 30)),
        ("January", date(2012, 1, 31)),
        ("Dec. 15", date(2011, 12, 15)),
        ("July 4", date(2011, 7, 4)),
        ("July 30", date(2011, 7, 30)),
        ("July 12", date(2012, 7, 31)),
        ("Q3 2023/24", date(2023, 12, 31)),
        ("Q4 2023/24", date(2024, 3, 31)),
        ("next meeting", None),
        ("Ongoing", None),
    ],
)
def test_a_deadline_is_the_last_day_of_its_period(text, day):
    assert dates.deadline(text, NEAR) == day


def test_every_deadline_of_a_cell_in_order():
    text = "End of June 23 – Complete • May 23 • End of September 23"
    assert dates.deadlines(text) == [date(2023, 6, 30), date(2023, 5, 31), date(2023, 9, 30)]


@pytest.mark.parametrize(
    ("text", "period"),
    [("Membership 2016/2017", "2016/17"), ("2022-23", "2022/23"), ("July 2023", None)],
)
def test_a_municipal_year(text, period):
    assert dates.period(text) == period


@given(st.dates(min_value=date(1980, 1, 1), max_value=date(2060, 1, 1)))
def test_a_day_written_out_is_read_back(day):
    assert dates.first_day(f"on {day.day} {day:%B %Y} at noon") == day
    assert dates.first_day(f"{day:%d/%m/%Y}") == day


_PARTS = st.sampled_from(
    ["3", "21st", "of", "May", "JULY", "Sept", "2011", "’12", "24/06/10", "2019-02-01", "5.10.2018",
     "Monday", "July 4,", "and", "to", "-", ",", ".", "\n"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=15).map(" ".join))
def test_spans_do_not_overlap(text):
    found = list(dates.days(text, NEAR))
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_day_of_the_week_finds_the_year_in_which_it_falls():
    assert dates.day_of_week("MONDAY 4 DECEMBER", range(2022, 2026)) == date(2023, 12, 4)


def test_a_day_of_the_week_that_falls_so_in_two_years_or_none_finds_no_year():
    assert dates.day_of_week("Monday 4 December", range(2017, 2026)) is None
    assert dates.day_of_week("Monday 4 December", range(2024, 2026)) is None
    assert dates.day_of_week("4 December", range(2022, 2026)) is None


def test_the_order_of_a_day_in_numbers_is_the_one_that_makes_a_day_or_fits_its_weekday() -> None:
    assert dates.first_day("5/10/2018") == date(2018, 10, 5)
    assert dates.first_day("Minutes 5/13/2018") == date(2018, 5, 13)
    assert dates.first_day("Thursday, 5/10/2018") == date(2018, 5, 10)
    assert dates.first_day("Friday 5/10/2018") == date(2018, 10, 5)
    assert dates.first_day("2018-13-10") is None
    assert dates.first_day("clause 5.13.2018") is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("held on 3/4/2019; the next on 4/16/2019", True),
        ("held on 3/4/2019; the next on 16/4/2019", False),
        ("held on 3/4/2019; the next on May 1, 2019", True),
        ("held on 3/4/2019; the next on 1 May 2019", False),
        ("date: 2019-03-04, held on 3/4/2019", True),
        ("date: 2019-04-03, held on 3/4/2019", False),
        ("held on 3/4/2019; bills of $40 were paid and the motion carried", False),
        ("held on 3/4/2019; the next is on April 3rd", True),
        ("held on 3/4/2019 with minutes of March", True),
        ("held on 3/4/2019 with minutes of April", False),
    ],
)
def test_whether_months_stand_before_days(text, first):
    assert month_order.says_month_first(text) is first


def test_the_full_stop_behind_a_month_ends_the_sentence() -> None:
    text = "as in the letter of 29 May."
    (found,) = dates.days(text, NEAR)
    assert text[found.start : found.end] == "29 May"


@pytest.mark.parametrize(
    "text",
    [
        *("March 0000", "1 March 0000", "by March 0000", "Spring 0000", "Q4 0000"),
        *("31.12.9999", "31 December 9999", "December 9999", "in spring 9999", "Q4 9999"),
    ],
)
def test_a_year_that_no_paper_means_makes_no_day(text: str) -> None:
    assert dates.days(text) == ()
    assert dates.months(text) == []
    assert dates.deadline(text) is None
    assert dates.deadlines(text) == []


def test_a_day_without_a_year_beside_one_of_an_odd_year_is_told() -> None:
    text = "The lease runs from 1 March 0000; it was read on 3 May."
    assert [one.day for one in dates.days(text, NEAR)] == [date(2011, 5, 3)]


@pytest.mark.parametrize(
    ("near", "day"),
    [(date(2011, 1, 31), date(2011, 2, 28)), (date(2011, 12, 2), date(2012, 1, 31))],
)
def test_the_end_of_next_month(near: date, day: date) -> None:
    assert dates.deadline("by the end of next month", near) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("begun in May, due 3 ſeptember 2011", date(2011, 9, 3)),
        ("the ſpring of 2012, in ſpring 2012", date(2012, 5, 31)),
        ("within ſıx days", date(2011, 7, 25)),
        ("FRİDAY 3/6/11", date(2011, 6, 3)),
    ],
)
def test_a_long_s_and_a_dotless_i_are_letters_as_others(text: str, day: date) -> None:
    assert dates.deadline(text, NEAR) == day


def test_a_scan_may_take_the_ending_of_a_day_for_a_sign() -> None:
    for ending in ("™", "”", "°", "%"):
        assert dates.first_day(f"WEDNESDAY, 11{ending} JANUARY, 2017") == date(2017, 1, 11)
    assert dates.first_day("a rise of 11% in January 2017") is None
