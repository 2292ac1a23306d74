"""Where later papers tell that what an action was to bring about is there."""

from datetime import date
from pathlib import Path

import pytest

from kg.rdf.linking.done_things import brought_about, things_done
from queries.actions import actions
from queries.ask import answer
from queries.changes import changes
from queries.following.action_rows import ActionRow
from queries.search import Searcher
from tests.support.own_library import own_library

MINUTES = """# Minutes of the Quay Towns Board, 9 March 2023

Present: Cllr Ann Lowe (Chair), Mr Tom Reed

## 1. Skippers

The Board noted the report.

ACTION: Tom Reed to revise the skippers handbook and the tide tables by 30 April 2023.
"""
LATER = """# {body}, {day}

## 4. Publications

{told}
"""
PUBLISHED = "12. Quay Skippers Handbook, 2 May 2023"


def row(path: Path, body: str, day: str, told: str, **how: bool) -> ActionRow:
    """The one action of the minutes, beside a later paper that tells something."""
    papers = {"minutes.md": MINUTES, "later.md": LATER.format(body=body, day=day, told=told)}
    with own_library(path, papers) as library:
        (only,) = actions(library.graph, date(2024, 1, 1), **how)
    return only


BOARD, FORUM = "Minutes of the Quay Towns Board", "Minutes of the Harbour Users Forum"
JUNE = "8 June 2023"


@pytest.mark.parametrize(
    ("body", "day", "told", "when"),
    [
        (BOARD, JUNE, PUBLISHED, date(2023, 5, 2)),
        (FORUM, JUNE, PUBLISHED, date(2023, 5, 2)),
        (BOARD, JUNE, "The revised skippers handbook has now been printed.", date(2023, 6, 8)),
        (BOARD, JUNE, "We published the skippers handbook in May.", date(2023, 6, 8)),
        (BOARD, JUNE, "12. Quay Skippers Handbook, 2 May 2021", None),
        (BOARD, JUNE, "The skippers handbook has not yet been published.", None),
        (BOARD, JUNE, "The skippers handbook will have been published by May.", None),
        (BOARD, JUNE, "The anglers handbook has been published.", None),
        (BOARD, JUNE, "The skippers handbook was talked about.", None),
        (FORUM, JUNE, "The skippers handbook has been published.", None),
        (BOARD, "9 February 2023", "The skippers handbook has been published.", None),
        (BOARD, "9 June 2026", "The skippers handbook has been published.", None),
    ],
)
def test_a_thing_is_told_done(tmp_path: Path, body: str, day: str, told: str, when: object) -> None:
    one = row(tmp_path, body, day, told)
    assert (one.told_done and one.told_done.day) == when
    assert one.overdue == (when is None)
    assert one.stands == ("seems done" if when else "no status told")


def test_what_is_inferred_can_be_left_out(tmp_path: Path) -> None:
    one = row(tmp_path, BOARD, JUNE, PUBLISHED, quoted_only=True)
    assert one.told_done is None
    assert one.overdue


def test_it_is_a_change_of_its_day(tmp_path: Path) -> None:
    papers = {"minutes.md": MINUTES, "later.md": LATER.format(body=BOARD, day=JUNE, told=PUBLISHED)}
    with own_library(tmp_path, papers) as library:
        found = changes(library.graph, date(2023, 4, 1), date(2023, 12, 31))
    (done,) = (one for one in found if one.kind == "done")
    assert (done.day, done.basis, done.after) == (date(2023, 5, 2), "inferred", PUBLISHED)


def test_an_answer_tells_it_and_no_longer_says_no(tmp_path: Path) -> None:
    papers = {"minutes.md": MINUTES, "later.md": LATER.format(body=BOARD, day=JUNE, told=PUBLISHED)}
    with own_library(tmp_path, papers) as library:
        said = answer(Searcher(library), "Has the skippers handbook been revised?")
    assert not said.answer.startswith("No")
    assert "2 May 2023" in said.answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Clerk to trim the hedge", "Cllr Lowe has since trimmed the hedge."),
        ("Tom Reed to repair the noticeboard by Friday", "The noticeboard had been repaired."),
        ("Clerk to contact Highways about a drain", "The Clerk had contacted Highways and waits."),
        ("Clerk to obtain three quotations", "Three quotations had been obtained."),
        ("Clerk to order a bench", "A bench was ordered on 3 May."),
        ("Map of lamps to be published", "The map of lamps had been published."),
    ],
)
def test_what_is_told_is_what_the_action_brings_about(asked: str, told: str) -> None:
    (thing,) = things_done(told)
    assert any(name in brought_about(asked) for name, _ in thing.names())


def test_what_an_action_brings_about_stands_behind_its_verb() -> None:
    assert list(brought_about("Discuss tide tables, and print the skippers handbook")) == [
        "print skippe",
        "skippe handbo",
    ]
    assert not brought_about("Members to discuss the skippers handbook")


def test_a_thing_without_telling_words_is_none() -> None:
    assert not list(things_done("The report has been published."))


PROMISE = """# Minutes of the Quay Towns Board, 9 March 2023

Present: Cllr Ann Lowe (Chair), Mr Tom Reed

## 3. Dredging of the inner basin

The Board noted the update.

ACTION: Tom Reed to bring a report on {what} to the next meeting.
"""
AGENDA = """# Agenda of the {body}, 8 June 2023

1. Apologies
2. Minutes of the last meeting
3. {title}
4. Date of next meeting
"""


@pytest.mark.parametrize(
    ("what", "body", "title", "comes"),
    [
        ("the lamps of the mole", "Quay Towns Board", "Mole lamps", True),
        ("this", "Quay Towns Board", "Dredging of the inner basin: update", True),
        ("this", "Quay Towns Board", "Dredging of the outer harbour", False),
        ("the lamps of the mole", "Harbour Users Forum", "Mole lamps", False),
        ("the lamps of the mole", "Quay Towns Board", "Lamps", False),
        ("the planning applications", "Quay Towns Board", "Planning applications", False),
        ("the lamps of the mole, as every month,", "Quay Towns Board", "Mole lamps", False),
    ],
)
def test_a_paper_promised_comes_with_an_item_of_a_later_agenda(
    tmp_path: Path, what: str, body: str, title: str, comes: bool
) -> None:
    papers = {
        "minutes.md": PROMISE.format(what=what),
        "agenda.md": AGENDA.format(body=body, title=title),
    }
    with own_library(tmp_path, papers) as library:
        (only,) = actions(library.graph, date(2024, 1, 1))
    assert (only.told_done is not None) == comes
    if only.told_done:
        assert (only.told_done.day, only.told_done.words) == (date(2023, 6, 8), title)
