"""Names of people, taken apart and found in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people import name_forms, names


@pytest.mark.parametrize(
    ("written", "name", "honorifics"),
    [
        ("Cllr Dr Beth Quill", "Beth Quill", ("Cllr", "Dr")),
        ("Councillor Tom Farrow OBE", "Tom Farrow", ("Cllr", "OBE")),
        ("Sir Hugh Penn CBE", "Hugh Penn", ("Sir", "CBE")),
        ("Cllr. J Smith-Jones", "J Smith-Jones", ("Cllr",)),
        ("Ryan (E)", "E Ryan", ()),
        ("Ida von Hallen", "Ida von Hallen", ()),
        ("Kieran O’Dell", "Kieran O’Dell", ()),
        ("Lord Marsh", "Marsh", ("Lord",)),
    ],
)
def test_a_name_is_taken_apart(written, name, honorifics):
    parsed = names.parse(written)
    assert parsed is not None
    assert (parsed.name, parsed.honorifics) == (name, honorifics)


@pytest.mark.parametrize(
    "written", ["Labour (8)", "Officials", "the report", "", "2. Noted", "None."]
)
def test_what_is_no_name_gives_none(written):
    assert names.parse(written) is None


def test_a_line_of_a_list_keeps_its_brackets_and_the_rest():
    found = names.person("Ann Lowe, Head of Streets (Secretary)")
    assert found is not None
    assert (found.name.name, found.notes, found.rest) == (
        "Ann Lowe",
        ("Secretary",),
        "Head of Streets",
    )


def test_a_plural_title_is_shared_out_until_another_title():
    text = "Councillors A Smith, B Jones and C Brown OBE, and Mayor Pat Taylor (sub Cllr Jo Lee)."
    found = [(name.name, name.honorifics) for name, _, _ in names.titled(text)]
    assert found == [
        ("A Smith", ("Cllr",)),
        ("B Jones", ("Cllr",)),
        ("C Brown", ("Cllr", "OBE")),
        ("Pat Taylor", ("Mayor",)),
        ("Jo Lee", ("Cllr",)),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Chair invited Mary Holt (MH), Head of Works, to introduce it.", ["Mary Holt"]),
        (
            "Ravi Dane (Manager) introduced Dr Lena Voss (Wexbury University) who presented it.",
            ["Ravi Dane", "Lena Voss"],
        ),
        ("Cllr Ned Frost (Deputy Chair) introduced the item.", ["Ned Frost"]),
        ("The Improvement Board presented its plan.", []),
    ],
)
def test_who_introduced_an_item(text, people):
    assert [name.name for name in names.introducing(text)] == people


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("Mia Green", True),
        ("Annual Report", False),
        ("Cllr Sam Board", True),
        ("Local Fund", False),
    ],
)
def test_a_likely_name_has_no_word_of_an_office(written, likely):
    parsed = names.parse(written)
    assert parsed is not None
    assert names.likely(parsed) is likely


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Penn Director of Works", "Ada Penn"),
        ("Mr AC Penn – Chief Officer", "AC Penn"),
        ("Cllr Ada PENN (Chair)", "Ada Penn"),
        ("Prof Sir Hugh Penn, Quay University", "Hugh Penn"),
        ("Director of Works", None),
        ("Quay Harbour Board", None),
    ],
)
def test_a_name_ends_before_an_office_or_a_body(text, name):
    found = names.leading(text)
    assert (found and found[0].name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PENN, Ada", "Ada Penn"),
        ("O’NEILL, Tom (Chair)", "Tom O’Neill"),
        ("Penn (A)", "A Penn"),
        ("Cllr Penn (A)", "A Penn"),
        ("Ada Penn, Chair", None),
    ],
)
def test_a_surname_that_stands_first(text, name):
    found = name_forms.surname_first(text)
    assert (found and found[0].name) == name


def test_a_nickname_is_no_part_of_the_name():
    found = name_forms.nicknamed("William (Bill) Voss, Treasurer")
    assert found is not None
    assert (found[0].name, found[0].written) == ("William Voss", "William (Bill) Voss")


def test_a_full_stop_ends_a_title_that_is_no_abbreviation():
    text = "He resigned as a Councillor. There had been none since Cllr. Penn."
    assert [name.name for name, _, _ in names.titled(text)] == ["Penn"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("• Lord Moss Agree note of first meeting", ["Moss"]),
        ("Cllr Green and Cllr Ann Hall spoke", ["Green", "Ann Hall"]),
        ("Councillors Tarn and Marsh", ["Tarn", "Marsh"]),
        ("the letter of Secretary of State Ada Penn MP", ["Ada Penn"]),
        ("The Councillor Training Handbook is out.", []),
        ("The Young Councillors Jamboree was held.", []),
        ("The Mayor March 2021", []),
    ],
)
def test_a_title_makes_no_name_of_any_word_behind_it(text, found):
    assert [name.name for name, _, _ in names.titled(text)] == found


_WORDS = st.sampled_from(
    ["Cllr", "Councillors", "Mayor", "Lord", "Dr", "Mr and Mrs", "Ann", "B", "Lowe", "O’Dell",
     "von Hallen", "OBE", "MP", "and", ",", "(Chair)", "(sub", ")", "spoke", "Council", ".", "\n"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=20).map(" ".join))
def test_spans_of_titled_names_hold_the_name_and_follow_one_another(text):
    before = 0
    for name, start, end in names.titled(text):
        assert before <= start < end <= len(text)
        assert name.name.split()[-1] in text[start:end]
        before = end


def test_a_title_before_a_surname_is_found_wherever_it_stands():
    for before in ("", "and ", "(sub ", "\n"):
        assert [one.name for one, _, _ in names.titled(f"{before}Cllr Ann Lowe spoke")] == [
            "Ann Lowe"
        ]
