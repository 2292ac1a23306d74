"""Minutes that list who came behind all that was said, and sum up first what was decided."""

from kg.facts import Facts
from tests.support.read_papers import facts_of

PAPER = """\
---
title: 2025-03-04 Marl Lights Board
---

The Board had met to look at:

1. Proposals for two piers:
   * the east pier
   * the west pier
2. A new plan for the lamps.
3. A quick way to buy ropes.

## Summary of outcomes:

The Board resolved that:

1. The east pier should be lit all night.
2. The west pier must be lit at high tide.
3. The plan for the lamps is ready for the town.
4. The quick way to buy ropes should be used for short ropes.

## East and west pier

The Board discussed how the piers differ. The keeper explained that the east pier is longer.

It was decided that the lamps of the east pier should be left to the keeper.

## Plan for the lamps

Ann Lowe presented the plan. The members suggested that its title be changed.

The Board agreed that the plan can be sent to the town.

## Buying ropes

The Board heard how ropes are bought in other ports. It was noted that they are dear.

## Harbour fees

The chair reported on the fees. The Board discussed whether they were too low.

## Any other business

The next meeting was planned for November.

## Attendees

* Ann Lowe, Marl (chair)
* Ben Tarn, Marl
* Cara Voss, Eastport
* Dan Moss, Eastport
"""


def paper() -> Facts:
    return facts_of(PAPER, "2025-03-04-marl-lights-board.md")


def test_it_is_read_as_minutes() -> None:
    facts = paper()
    assert facts.kind == "minutes"
    assert {one.person.name for one in facts.attendance} >= {"Ann Lowe", "Dan Moss"}


def test_neither_what_it_met_for_nor_what_it_decided_is_an_item() -> None:
    assert [(one.number, one.title) for one in paper().items] == [
        ("", "East and west pier"),
        ("", "Plan for the lamps"),
        ("", "Buying ropes"),
        ("", "Harbour fees"),
        ("", "Any other business"),
    ]


def test_each_of_the_list_of_outcomes_is_decided() -> None:
    decided = [one.text for one in paper().decisions]
    assert decided[:4] == [
        "The east pier should be lit all night.",
        "The west pier must be lit at high tide.",
        "The plan for the lamps is ready for the town.",
        "The quick way to buy ropes should be used for short ropes.",
    ]


def test_what_attendees_will_do_does_not_end_the_head_of_the_paper() -> None:
    text = (
        "# Marl Rowing Committee, 4 March 2025\n\n## In attendance\n\n- Ann Lowe\n- Ben Tarn\n\n"
        "## Boats\n\nWe need new oars.\n\n## Dinner\n\nThe dinner should be in May.\n\n"
        "Attendees will pay for themselves.\n\n## Fair\n\nThe stall was booked by Ben Tarn.\n"
    )
    assert [one.title for one in facts_of(text, "notes.md").items] == ["Boats", "Dinner", "Fair"]
