"""Programmes of invented papers, each a thing a reader can check in the text beside it."""

import pytest

from kg.extraction.extract import extract
from kg.extraction.mentions.acronyms import fitting
from kg.facts import ProgrammeMention
from kg.reading.read import read_document
from kg.reference import Councils


def mentions(text: str) -> tuple[ProgrammeMention, ...]:
    document = read_document(text.encode(), "paper.md")
    return extract(document, Councils.load()).programmes


def names(text: str) -> set[str]:
    return {mention.name for mention in mentions(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Members heard how the Safer Quays Programme had begun.", "Safer Quays Programme"),
        ("Bids to the Harbour Light Fund close in May.", "Harbour Light Fund"),
        ("It acts under the Sea Walls Act 1987 and a byelaw.", "Sea Walls Act 1987"),
        (
            "It acts under the Harbours (Lights and Buoys) Act 1931.",
            "Harbours (Lights and Buoys) Act 1931",
        ),
        ("Officers read the Deep Water White Paper.", "Deep Water White Paper"),
        ("The pilot phase of the Leading Lamps project is over.", "Leading Lamps project"),
        ("The Come Back to Boats pilot has ended.", "Come Back to Boats"),
        ("We wrote the lighting campaign #BrightQuays last year.", "#BrightQuays"),
        ("A conference, 'The Long Road to Dry Feet', was held.", "The Long Road to Dry Feet"),
        ("The ‘Wardens in Practice’ programme was praised.", "Wardens in Practice"),
        ("A new training programme called the Sea Wall Academy opens.", "Sea Wall Academy"),
        ("They read a guide – Mind the Gap at High Water – in May.", "Mind the Gap at High Water"),
        ("It met national programmes including Warm Boats, and others.", "Warm Boats"),
        ("TideView is an online tool that shows the tides.", "TideView"),
        ("The annual ABC licensing conference was full.", "ABC licensing conference"),
        ("The Annual Lamp Show and the Annual Rope Conference met.", "Annual Rope Conference"),
        ("He spoke at the Lamp Conference and Exhibition.", "Lamp Conference and Exhibition"),
        ("He spoke at the Annual Harbour Pilot Conference.", "Annual Harbour Pilot Conference"),
        ("They tried the Tide Height Calculator.", "Tide Height Calculator"),
        ("Members praised the harbour lighting programme.", "harbour lighting programme"),
        ("It pays for the new sea wall repair fund.", "sea wall repair fund"),
        ("It is subject to the lantern levy.", "lantern levy"),
        ("The wardens' handbook is out. The tide wardens' handbook too.", "tide wardens' handbook"),
        ("Publications: 10 steps to Dry Feet; a film.", "10 steps to Dry Feet"),
        ("We read Five Ways to Calm Waters.", "Five Ways to Calm Waters"),
        ("Harbour peer challenges were held in two towns.", "Harbour peer challenges"),
        ("# Keeping afloat – new Wardens course\n\nIt began in May.", "Keeping afloat"),
    ],
)
def test_a_sign_in_the_sentence_shows_a_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe (Programme Manager) introduced the item.",
        "The Programme and the Fund were discussed.",
        "The Cabinet Office review was late.",
        "The Council scheme and the November project went well.",
        "The work programme, the action plan and the annual review were noted.",
        "He is a trustee of the Old Quay Lifeboat Fund.",
        "Members called it 'a good start' and peers spoke as 'critical friends'.",
        "Reading project groups meet on Monday.",
        "The Annual Conference and the Member Conference were full. The Water Bill was paid.",
        "The new regional programme and its capital programme were noted.",
        "The board's widely praised scheme, our current draft strategy and the next review met.",
        "A street lighting programme may follow.",
        "The harbour lighting programme manager spoke.",
        "It took 10 steps to get there.",
        "Project Manager, Strategy Adviser and Fund Officer posts are open.",
    ],
)
def test_offices_bodies_and_common_words_are_no_programmes(text: str) -> None:
    assert names(text) == set()


def test_one_programme_under_several_forms_has_one_name() -> None:
    text = (
        "The Insight Lamps Programme grew. Two towns joined the LGA's Insight Lamp programme. "
        "The LGA Insight Lamps Programme ends in May.\n\nThe insight lamps programme is over."
    )
    assert len(names(text)) == 1
    assert [m.written for m in mentions(text)] == [
        "Insight Lamps Programme",
        "Insight Lamp programme",
        "LGA Insight Lamps Programme",
        "insight lamps programme",
    ]


def test_a_lower_case_short_form_is_no_mention() -> None:
    text = "The Warm Boats project began. Owners of warm boats were glad. Warm Boats grew."
    assert [m.written for m in mentions(text)] == ["Warm Boats project", "Warm Boats"]


def test_the_common_end_of_several_names_is_no_name_itself() -> None:
    text = "The Coast Peer Review and the River Peer Review were read. Another Peer Review follows."
    assert names(text) == {"Coast Peer Review", "River Peer Review"}


def test_whose_a_programme_is_where_the_paper_says_so() -> None:
    found = mentions("The LGA’s Safer Quays Programme began. The Old Ropes Scheme ended.")
    assert {m.name: m.run_by for m in found} == {
        "Safer Quays Programme": "LGA",
        "Old Ropes Scheme": None,
    }


def test_an_acronym_resolves_where_it_is_defined_and_later() -> None:
    found = mentions("The Safer Quays Programme (SQP) began.\n\nThe SQP went on.")
    assert [(m.name, m.written, m.acronym) for m in found] == [
        ("Safer Quays Programme", "Safer Quays Programme", "SQP"),
        ("Safer Quays Programme", "SQP", "SQP"),
        ("Safer Quays Programme", "SQP", "SQP"),
    ]


def test_an_acronym_of_two_programmes_stands_for_neither() -> None:
    text = (
        "The Safer Quays Programme (SQP) began. The Small Quarry Programme (SQP) did too."
        "\n\nThe SQP went on."
    )
    assert {m.written for m in mentions(text)} == {
        "Safer Quays Programme",
        "Small Quarry Programme",
    }


@pytest.mark.parametrize(
    ("name", "acronym", "fits"),
    [
        ("The Care and Tide Programme", "CTP", "Care and Tide Programme"),
        ("Lamps & Ropes Fund", "LRF", "Lamps & Ropes Fund"),
        ("Peer Challenge", "PCs", "Peer Challenge"),
        ("Peer Challenge", "XYZ", None),
        ("the Office for Lamps and Ropes", "Oflar", "Office for Lamps and Ropes"),
        ("Office for Ropes", "Oflog", None),
    ],
)
def test_the_initials_of_the_last_words_make_the_acronym(
    name: str, acronym: str, fits: str | None
) -> None:
    assert fitting(name, acronym) == fits
