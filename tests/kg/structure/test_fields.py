"""Fields above a text: what a label says, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.fields import Says, field, says, titled
from kg.reading.front_matter import people, stated
from kg.structure.names import bodies
from kg.tables.load import table

LABELS = [(label, Says(name)) for name, forms in table("fields")["says"].items() for label in forms]


@given(
    st.sampled_from(LABELS),
    st.sampled_from([" ", "_", "-", ""]),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.sampled_from([": ", "=", " : ", " = "]),
)
def test_a_label_is_known_in_any_spelling(
    known: tuple[str, Says], blank: str, case: type[str.lower], mark: str
) -> None:
    label, said = known
    written = case(label.replace(" ", blank))
    found = field(f"{written}{mark}'Sluice House'")
    assert found is not None
    assert (found.label, found.says, found.value) == (written, said, "Sluice House")


def test_no_label_says_two_things() -> None:
    assert len({label for label, _ in LABELS}) == len(LABELS)
    assert all(says(label) is said for label, said in LABELS)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe: to mend the sluice",
        "Update: the date",
        "Update on the date",
        "Date 12 May",
        "Item 4: Fees",
    ],
)
def test_other_words_are_no_field(text: str) -> None:
    assert field(text) is None


def test_only_a_name_stands_behind_a_dash() -> None:
    name = field("Name of the group – Tide Watch")
    assert name is not None
    assert (name.says, name.value) == (Says.BODY_NAME, "Tide Watch")
    assert field("Committee – Sluice House") is None
    assert field("Date - 12 May 2019") is None


def test_a_title_is_told_without_its_label_and_quotes() -> None:
    assert titled('title: "Harbour notes"') == "Harbour notes"
    assert titled("Title = Harbour notes") == "Harbour notes"
    assert titled("'Harbour notes'") == "Harbour notes"
    assert titled("Subject: Harbour notes") == "Subject: Harbour notes"


def test_front_matter_is_read_for_what_it_says_of_the_paper() -> None:
    lines = ["---", "title: Notes", "layout: page", "meetingDate: 2019-05-13", "  body: no", "---"]
    assert stated("\n".join(lines)) == ["title: Notes", "meetingDate: 2019-05-13"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Working group: Tide Watch", "Tide Watch"),
        ("Council name: Tide Watch", "Tide Watch"),
        ("Name of the board = Tide Watch", "Tide Watch"),
        ("Group: Tide Watch", None),
        ("Body: the watch on the tide", None),
    ],
)
def test_a_field_names_a_body_whatever_its_name_ends_in(line: str, name: str | None) -> None:
    assert bodies.in_sentence(line) == name


def test_officers_of_front_matter_stand_before_those_who_came() -> None:
    said = "directors:\n- Ann Lowe\n- Ben Tarn\nsecretary:\n- Cara Voss\nquorum: satisfied"
    assert people(said) == ["secretary: Cara Voss", "directors: Ann Lowe, Ben Tarn"]
