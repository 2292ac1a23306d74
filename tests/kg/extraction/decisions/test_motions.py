"""Motions and decisions in the many forms of words that minutes have for them."""

import tomllib
from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.facts import Decision, PersonName
from kg.reading.read import read_document
from kg.reference import Councils

FORMS = tomllib.loads(Path(__file__).with_name("motions.toml").read_text("utf-8"))

HEAD = """Fenwick Lamp Committee

Minutes of the meeting held on 12 May 2021

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

"""
HEADED = (
    f"# {HEAD}## Apologies\n\nNone.\n\n## Lamps\n\n{{words}}\n\n## Fences\n\n- Ben Tarn spoke.\n"
)
NUMBERED = (
    f"{HEAD}1. Apologies\nNone.\n\n2. Lamps\n{{words}}\n\n3. Fences\nBen Tarn spoke of them.\n"
)
TABLE = (
    f"# {HEAD}| No | Item | Minute |\n|---|---|---|\n| 1 | Apologies | None. |\n"
    "| 2 | Lamps | {words} |\n| 3 | Fences | Ben Tarn spoke of them. |\n"
)
LAYOUTS = {"headed.md": HEADED, "numbered.txt": NUMBERED, "table.md": TABLE}


def decided(layout: str, words: str) -> list[tuple[str, Decision]]:
    """The decisions of a small paper with some words under "Lamps", each with its item's title."""
    paper = LAYOUTS[layout].format(words=words).encode()
    facts = extract(read_document(paper, layout), Councils.load())
    titles = {item.label: item.title for item in facts.items}
    return [(titles.get(one.item or "", ""), one) for one in facts.decisions]


def surname(person: PersonName | None) -> str:
    return person.name.split()[-1] if person else ""


@pytest.mark.parametrize("form", FORMS["forms"], ids=lambda form: form[0])
def test_a_decision_is_read_whole_with_who_moved_it_and_how_it_was_voted(form: list) -> None:
    words, outcome, mover, seconder, votes = form
    for layout in LAYOUTS:
        ((item, found),) = decided(layout, words)
        assert (item, found.outcome) == ("Lamps", outcome)
        assert " ".join(found.text.split()).rstrip(".")[-12:] in words
        if mover:
            assert surname(found.moved_by) == mover.split()[-1]
        if seconder:
            assert surname(found.seconded_by) == seconder.split()[-1]
        if votes:
            counted = (found.votes_for, found.votes_against, found.abstentions)
            assert [-1 if one is None else one for one in counted] == votes


@pytest.mark.parametrize("words", FORMS["talk"])
def test_what_is_only_told_is_no_decision(words: str) -> None:
    assert [decided(layout, words) for layout in LAYOUTS] == [[], [], []]


@pytest.mark.parametrize(("words", "expected"), FORMS["several"])
def test_a_decision_told_in_several_lines_is_one(words, expected) -> None:
    for layout in ("headed.md", "numbered.txt"):
        found = [(one.outcome, one.text) for _, one in decided(layout, words)]
        assert [outcome for outcome, _ in found] == [outcome for outcome, _ in expected]
        for (_, text), (_, start) in zip(found, expected, strict=True):
            assert text.startswith(start)


def test_a_paper_called_agenda_that_tells_of_votes_is_minutes() -> None:
    paper = (
        "# Kestrel Union Agenda\n\n7 October 2021\n\n1. Opening\n\n2. New business\n\n"
        "Ann motions to mend the boat; Ben seconds. 9 yes; 1 opposed; 2 abstaining. Motion "
        "passes.\n\n3. Close\n\nMotion to close by Ann, seconded by Ben. Motion carried.\n"
    )
    facts = extract(read_document(paper.encode(), "agenda.md"), Councils.load())
    assert [(one.item, one.outcome) for one in facts.decisions] == [
        ("2", "agreed"),
        ("3", "agreed"),
    ]


def test_offices_and_names_under_an_election_tell_who_was_elected() -> None:
    paper = (
        f"# {HEAD}## Committee elections\n\n- Secretary: Dan Moss\n- Stewards: Cara Voss and Eve "
        "Hill\n\n## Nominations for the fair\n\n- Steward: Ann Lowe\n- Piper: Ben Tarn\n"
    )
    facts = extract(read_document(paper.encode(), "minutes.md"), Councils.load())
    assert [(one.item, one.verb, one.text) for one in facts.decisions] == [
        ("Committee elections", "elected", "Secretary: Dan Moss"),
        ("Committee elections", "elected", "Stewards: Cara Voss and Eve Hill"),
    ]


def test_a_table_of_motions_says_of_each_what_became_of_it() -> None:
    words = (
        "| Motion | Moved | Seconded | For | Against | Result |\n|---|---|---|---|---|---|\n"
        "| Buy two lamps | Lowe | Tarn | 5 | 1 | Carried |\n"
        "| Sell the mower | Tarn | Voss | 2 | 4 | Lost |\n"
    )
    found = [
        (one.text, one.outcome, surname(one.moved_by), surname(one.seconded_by), one.votes_for)
        for _, one in decided("headed.md", words)
    ]
    assert found == [
        ("Buy two lamps Carried", "agreed", "Lowe", "Tarn", 5),
        ("Sell the mower Lost", "rejected", "Tarn", "Voss", 2),
    ]


def test_a_table_that_says_no_outcome_tells_no_decision() -> None:
    words = "| Motion | Moved |\n|---|---|\n| Buy two lamps | Lowe |\n| Sell the mower | Tarn |\n"
    assert decided("headed.md", words) == []


def test_a_motion_under_a_label_is_told_with_its_words_whatever_is_said_below_it() -> None:
    words = (
        "**Proposal**. Buy two lamps for the quay.\n\n"
        "- Rationale: Two are out. It is dark there.\n\nAnn Lowe moved, Ben Tarn seconded.\n\n"
        "- Cara Voss said that one would do, and proposed to ask the harbour for it.\n\n"
        "The motion passed with 3 votes for, 1 against."
    )
    ((_, found),) = decided("headed.md", words)
    assert found.text == (
        "Proposal. Buy two lamps for the quay. Ann Lowe moved, Ben Tarn seconded. "
        "The motion passed with 3 votes for, 1 against."
    )
    assert found.outcome == "agreed"


def test_all_that_a_motion_under_a_label_says_is_told_up_to_who_moved_it() -> None:
    words = (
        "Motion 1\n\nThis Union notes that the lamps are out.\n\n"
        "This Union resolves to lobby the Dean.\n\nProposed by Ann Lowe\n\n"
        "Seconded by Ben Tarn\n\nPassed"
    )
    ((_, found),) = decided("numbered.txt", words)
    assert "notes that the lamps are out. This Union resolves to lobby the Dean." in found.text
    assert [surname(found.moved_by), surname(found.seconded_by)] == ["Lowe", "Tarn"]
    assert found.outcome == "agreed"


def test_bullets_under_a_label_say_who_moved_and_who_seconded() -> None:
    words = (
        "MOTION:\n\n- Ben Tarn moved to buy a mower.\n- Ann Lowe seconded the motion.\n- Carried."
    )
    ((_, found),) = decided("numbered.txt", words)
    assert [surname(found.moved_by), surname(found.seconded_by)] == ["Tarn", "Lowe"]


@pytest.mark.parametrize(
    "between", ["Cara Voss withdrew from the room.", "Cara Voss declined to vote."]
)
def test_one_who_leaves_or_does_not_vote_withdraws_no_motion(between: str) -> None:
    words = (
        f"Ann Lowe proposed that two lamps be bought. Ben Tarn seconded.\n{between}\n"
        "The motion was carried."
    )
    ((_, found),) = decided("numbered.txt", words)
    assert surname(found.moved_by) == "Lowe"
    assert found.text.startswith("Ann Lowe proposed that two lamps be bought.")


def test_those_who_would_not_stand_were_proposed_for_nothing() -> None:
    words = (
        "Rejected nominations:\n\n- Ben Tarn nominated Ann Lowe. Cara Voss seconded. "
        "Ann Lowe declined.\n- Ann Lowe nominated Ben Tarn. Cara Voss seconded. Ben Tarn declined."
    )
    assert decided("headed.md", words) == []
