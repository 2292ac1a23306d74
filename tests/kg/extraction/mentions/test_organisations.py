"""Councils and other bodies of invented sentences, against the register of councils."""

import pytest

from kg.extraction.extract import extract
from kg.facts import OrganisationMention
from kg.reading.read import read_document
from kg.reference import Councils


def mentions(text: str) -> tuple[OrganisationMention, ...]:
    document = read_document(text.encode(), "paper.md")
    return extract(document, Councils.load()).organisations


def councils(text: str) -> dict[str, str]:
    """The councils named, as written, with the code of each."""
    return {m.written: m.code for m in mentions(text) if m.code is not None}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Trials ran in Sutton, Reading and Carlisle councils.",
            {"Sutton": "STN", "Reading": "RDG", "Carlisle": "CAR"},
        ),
        ("A bid by LB Lambeth and Southwark won.", {"LB Lambeth": "LBH", "Southwark": "SWK"}),
        (
            "The London Boroughs of Camden, Islington and Barking and Dagenham agreed.",
            {
                "London Boroughs of Camden": "CMD",
                "Islington": "ISL",
                "Barking and Dagenham": "BDG",
            },
        ),
        (
            "He came from the Royal Borough of Kensington & Chelsea.",
            {"Royal Borough of Kensington & Chelsea": "KEC"},
        ),
        ("Tunbridge Wells and 5 neighbouring district councils bid.", {"Tunbridge Wells": "TUN"}),
        (
            "Visits by councils (Hart, Rugby and York) began.",
            {"Hart": "HAT", "Rugby": "RUG", "York": "YOR"},
        ),
        (
            "Wirral MBC and Cyngor Gwynedd Council wrote.",
            {"Wirral MBC": "WRL", "Cyngor Gwynedd Council": "GWN"},
        ),
    ],
)
def test_councils_in_lists_and_beside_the_word_for_their_kind(
    text: str, found: dict[str, str]
) -> None:
    assert councils(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Council: Reading of the minutes was taken as done.",
        "Cllr Barnet, Sir Derby and Mrs Hart live in Rugby and in Reading.",
        "The train to York passes Leeds and the councils meet there.",
        "He moved the reading of the bill to the councils.",
        "LB Manchester does not exist.",
        "The Boston City Council met with the Richmond City Council.",
    ],
)
def test_places_surnames_and_common_words_are_no_councils(text: str) -> None:
    assert councils(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The clerk of Rugby Parish Council wrote.", "Rugby Parish Council"),
        ("Cllr Ash of Kilbrannan County Council spoke.", "Kilbrannan County Council"),
        ("A grant from the Harbour Funding Council came.", "Harbour Funding Council"),
        ("Minutes of Nether Ropley Town Council were read.", "Nether Ropley Town Council"),
    ],
)
def test_a_council_that_is_not_in_the_register_is_an_organisation(text: str, name: str) -> None:
    assert name in {m.name for m in mentions(text) if m.code is None}
    assert councils(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The Parish Council met the District Council.",
        "The Full Council and the Annual Council agreed.",
        "RESOLVED that Council pays.",
    ],
)
def test_a_council_without_a_name_of_its_own_is_not_named(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What the Lamps Agency says counts.", "Lamps Agency"),
        ("At the March Harbours Board he spoke.", "Harbours Board"),
        ("Ann Lowe, Chair, Quays and Ropes Committee spoke.", "Quays and Ropes Committee"),
        ("The Business Plan, Cabinet Office and others.", "Cabinet Office"),
        ("Dr Ann Lowe Open Quays Foundation", "Open Quays Foundation"),
        ("Sir Ann Lowe Foundation", "Sir Ann Lowe Foundation"),
        ("The Lamps Team with Quays Committee input will see.", "Quays Committee"),
    ],
)
def test_what_stands_before_the_name_of_a_body_is_no_part_of_it(text: str, name: str) -> None:
    assert {m.name for m in mentions(text)} == {name}


def test_a_person_before_a_body_is_no_part_of_its_name() -> None:
    text = "# Notes of the Quays Board, 3 May 2021\n\nPresent:\n\nAnn Lowe Open Ropes Foundation"
    assert {m.name for m in mentions(text)} >= {"Open Ropes Foundation"}
    assert not any("Lowe" in m.name for m in mentions(text))


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The PDC Chief Executive came.", set()),
        ("Ash Council Elm Council Ropes Trust", {"Ash Council", "Elm Council"}),
    ],
)
def test_an_office_and_cells_that_run_together_are_no_body(text: str, bodies: set[str]) -> None:
    assert {m.name for m in mentions(text)} == bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("WHEREAS Rope Telecom Group asks.", {"Rope Telecom Group"}),
        ("The Mast Agreement with Rope Telecom Group ended.", {"Rope Telecom Group"}),
        (
            "Members of the Parish Council on The Ship Inn Steering Group.",
            {"Ship Inn Steering Group"},
        ),
        ("They spoke of Big Society, the Civil Service and the Community Centre.", set()),
        ("Cllr Col Samp CS Borough Council of Quayham.", set()),
    ],
)
def test_odd_ends_and_common_names_are_no_bodies(text: str, names: set[str]) -> None:
    assert {m.name for m in mentions(text)} == names


def test_a_month_and_a_kind_of_body_make_no_name() -> None:
    assert mentions("The June Board and February's Committee met.") == ()


def test_a_body_is_known_by_the_acronym_defined_beside_it() -> None:
    found = mentions(
        "We met the Institute of Lamps (IOL).\n\nThe IOL spoke of the Rope Trust (RT)."
    )
    assert [(m.name, m.written) for m in found] == [
        ("Institute of Lamps", "Institute of Lamps"),
        ("Institute of Lamps", "IOL"),
        ("Institute of Lamps", "IOL"),
        ("Rope Trust", "Rope Trust"),
        ("Rope Trust", "RT"),
    ]


def test_an_acronym_of_two_bodies_stands_for_neither() -> None:
    found = mentions("The Rope Trust (RT) met the River Trust (RT).\n\nThe RT agreed.")
    assert [m.written for m in found] == ["Rope Trust", "River Trust"]
