"""Names taken apart, and whether one may be a form of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.identity.person_names import PersonWords, misspelt, relation


def words(name: str) -> PersonWords:
    return PersonWords.of(name)


def test_the_words_of_a_name() -> None:
    assert words("Ann Mary Reed") == PersonWords(("ann", "mary"), "reed")
    assert words("Zoë van der Brook-Hill") == PersonWords(("zoe",), "brook-hill")
    assert words("Reed") == PersonWords((), "reed")
    assert [words(name).fullness for name in ("Reed", "A Reed", "A B Reed", "Ann Reed")] == [
        0, 1, 1, 2,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("short", "full", "rule"),
    [
        ("Reed", "Ann Reed", "surname"),
        ("A Reed", "Ann Reed", "initials"),
        ("A B Reed", "Ann Reed", "initials"),
        ("A B Reed", "Ann Beth Reed", "initials"),
        ("A B Reed", "Ann Carol Reed", None),
        ("J Reed", "Ann Reed", None),
        ("Ann Reed", "A Reed", None),
        ("Ann Reed", "Ann Beth Reed", "middle_name"),
        ("Ann B Reed", "Ann Beth Reed", "middle_name"),
        ("Ann Carol Reed", "Ann Beth Reed", None),
        ("Bob Reed", "Robert Reed", "nickname"),
        ("Gill Reed", "Gillian Reed", "nickname"),
        ("Bob Reed", "Richard Reed", None),
        ("Ann Reed", "Ann Read", None),
        ("Ann Reed", "Ann Reed", None),
    ],
)
def test_how_a_name_may_be_a_form_of_another(short: str, full: str, rule: str | None) -> None:
    assert relation(words(short), words(full)) == rule


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rosalind Thackeray", "Rosalind Thackray", True),
        ("Merton Astrey", "Merton Asrtey", True),
        ("Nicki Wadding", "Nicky Wadding", True),
        ("Ann Hall", "Ian Hall", False),  # short names that differ are names of their own
        ("Margaret Hill", "Margaret Hall", False),
        ("Merton Astrey", "Merton Barley", False),
        ("M Thackeray", "M Thackray", False),
    ],
)
def test_a_misspelling_is_a_letter_away_in_a_long_name(
    one: str, other: str, expected: bool
) -> None:
    assert misspelt(words(one), words(other)) is misspelt(words(other), words(one)) is expected


_NAMES = st.builds(
    lambda forenames, surname: " ".join([*forenames, surname]),
    st.lists(st.sampled_from(["Ann", "A", "Bob", "Robert", "Beth", "B", "Zoë"]), max_size=3),
    st.sampled_from(["Reed", "Read", "Brook-Hill"]),
)


@given(_NAMES, _NAMES)
def test_no_two_names_are_related_both_ways_but_by_nicknames(one: str, other: str) -> None:
    there, back = relation(words(one), words(other)), relation(words(other), words(one))
    assert there in {None, "middle_name", "nickname"} or back is None
