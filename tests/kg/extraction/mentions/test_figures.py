"""Quantities of invented sentences, each a thing a reader can check in the text beside it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.extract import extract
from kg.extraction.mentions.figures import FORMS
from kg.extraction.numbers import numbers, share, value
from kg.facts import Figure
from kg.reading.read import read_document
from kg.reference import Councils


def figures(text: str) -> tuple[Figure, ...]:
    return extract(read_document(text.encode(), "paper.md"), Councils.load()).figures


def told(text: str) -> list[tuple[str, str | None]]:
    """Each figure as number and unit, in order of the text."""
    return [(str(one.value), one.unit) for one in figures(text)]


FIFTY_SIX = ("56", "percent of wardens")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost £1.2m and saved £450,000 in all.", [("1200000", "GBP"), ("450000", "GBP")]),
        ("A grant of £22 million was paid.", [("22000000", "GBP")]),
        ("It was let for two-thırds; fıfty ſix percent of wardens agreed.", [FIFTY_SIX]),
        ("They may claim £8.40 an hour.", [("8.40", "GBP per hour")]),
        ("The fund of €950,000 is spent.", [("950000", "EUR")]),
        ("It saved half a billion pounds.", [("500000000", "GBP")]),
        (
            "They spend £2.5 – £3bn per annum.",
            [("2500000000", "GBP per annum"), ("3000000000", "GBP per annum")],
        ),
        ("We paid £118.44 K Smith for paint.", [("118.44", "GBP")]),
        ("Ninety six percent of wardens agreed.", [("96", "percent of wardens")]),
        ("Take-up was 61% in May.", [("61", "percent")]),
        ("Just over two-thirds of harbours replied.", [("0.6667", "share of harbours")]),
        ("It works on two levels for thirty councils.", [("2", "levels"), ("30", "councils")]),
        ("It ran 27 Tide Expert led projects.", [("27", "Tide Expert led projects")]),
        ("Some 140 parish and town councils joined.", [("140", "parish and town councils")]),
        ("The four-year cycle began.", [("4", "years")]),
        ("Allow three or four days.", [("3", "days"), ("4", "days")]),
        ("Over 1,250 people came.", [("1250", "people")]),
        ("Of the 61 councils, 23 have no wardens.", [("61", "councils"), ("23", "councils")]),
        ("It was downloaded 410 times.", [("410", "times")]),
        ("There were 14 expressions of interest.", [("14", "expressions of interest")]),
        ("One hundred and five boats sank.", [("105", "boats")]),
    ],
)  # fmt: skip
def test_a_quantity_is_read_with_its_unit(text: str, found: list[tuple[str, str | None]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "See paragraph 7 and Appendix 2 papers.",
        "The meeting of 4 March 2025 and that of 12 May.",
        "Phone 020 7946 0018 or come to 12 Quay Street.",
        "The 2017 elections and the year 2016/17 passed.",
        "| 1 | Minutes |\n|---|---|\n| 2 | Matters arising |",
        "Tier 2 councils met in Room 4 with others.",
        "4.1 was discussed.",
        "Items 4, 9 and 10 are those of officers.",
        "In week 4 lamps went up to 60.",
    ],
)
def test_dates_places_and_numbers_of_items_are_no_quantities(text: str) -> None:
    assert told(text) == []


def test_a_target_is_told_from_what_was_reached() -> None:
    found = figures("Against a target of 45, we have recruited 60 Tide Experts.")
    assert [(str(f.value), f.unit, f.kind) for f in found] == [
        ("45", "Tide Experts", "target"),
        ("60", "Tide Experts", None),
    ]


def test_a_target_may_have_its_own_unit() -> None:
    found = figures("They work with 34 towns, against a target of working with 25 towns.")
    assert [(str(f.value), f.kind) for f in found] == [("34", None), ("25", "target")]


def test_the_only_date_of_a_sentence_is_the_day_of_its_figures() -> None:
    assert [f.as_of for f in figures("By 31 May 2022 it had trained 41 wardens.")] == [
        date(2022, 5, 31)
    ]
    assert [f.as_of for f in figures("Since May 2022 it has trained 41 wardens.")] == [None]
    two = "On 1 May 2022 it had 41 wardens and on 1 June 2022 the number was 50 wardens."
    assert [f.as_of for f in figures(two)] == [None, None]


def test_a_figure_is_about_the_programme_named_before_it() -> None:
    found = figures("The Safer Quays Programme trained 41 wardens. Then 12 cats came.")
    assert [(str(f.value), f.about) for f in found] == [
        ("41", "Safer Quays Programme"),
        ("12", "Safer Quays Programme"),
    ]
    assert [f.about for f in figures("Of 12 cats, some saw the Safer Quays Programme.")] == [None]


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_are_read_with_and_without_commas(number: int) -> None:
    assert value(f"{number:,}") == value(str(number)) == number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("up to £7.20", ["7.20"]),
        ("around £2.5 – £3bn", ["2500000000", "3000000000"]),
        ("more than half a billion pounds", ["500000000"]),
        ("just over two-thirds", ["0.6667"]),
        ("every four to five years", ["4", "5"]),
        ("Over eighty", ["80"]),
        ("£26.5million", ["26500000"]),
        ("1-2", ["1", "2"]),
        ("none", []),
    ],
)
def test_every_number_of_a_phrase_is_read(written: str, meant: list[str]) -> None:
    assert list(map(str, numbers(written))) == meant


def test_a_share_is_told_to_four_places() -> None:
    assert (share("a third"), share("half"), share("three-quarters")) == (
        Decimal("0.3333"),
        Decimal("0.5"),
        Decimal("0.75"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This year 76 wardens came, up from 58 in May.", [("76", "wardens"), ("58", "wardens")]),
        ("It trained 88 wardens, two short of the target.", [("88", "wardens"), ("2", "wardens")]),
        ("Of 130 towns, 44 responded.", [("130", "towns"), ("44", "towns")]),
        ("A team of four led the visit.", [("4", None)]),
        ("The circle is half a mile across.", [("0.5", "miles")]),
        ("The Board had hoped for fifteen.", [("15", None)]),
        ("They have 76 wardens. The river has 29 of them.", [("76", "wardens"), ("29", "wardens")]),
    ],
)
def test_a_number_alone_is_read_where_words_say_what_it_is_of(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert told(text) == found


def test_a_number_alone_counts_what_the_count_before_it_does_and_no_money() -> None:
    assert told("For £5 the 61 towns came, and 23 have paid.") == [
        ("5", "GBP"),
        ("61", "towns"),
        ("23", "towns"),
    ]
    assert told("They gave £5, and 23 have paid.") == [("5", "GBP"), ("23", None)]


_IN_DIGITS = [
    "12",
    "£3.5m",
    "1,250",
    "40%",
    "members",
    "of",
    "the",
    "trees",
    "times",
    "more than",
    "up to",
    "total",
    "a target of",
    "-",
    "joined",
    "to",
    "from",
    "and",
    "Quay",
    ".",
    "7-day",
]


@given(st.lists(st.sampled_from(_IN_DIGITS), max_size=9))
def test_without_numbers_in_words_the_shorter_patterns_find_the_same(said: list[str]) -> None:
    text = " ".join(said)
    for form, _ in FORMS:
        whole = [match.groups() for match in form.pattern.finditer(text)]
        assert [match.groups() for match in form.in_digits.finditer(text)] == whole
