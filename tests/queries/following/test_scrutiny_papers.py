"""A committee whose minutes count on from meeting to meeting, so that no number of its minutes is
that of an agenda, with its reports, a table of responses and a tracker in one pack.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.store.graph import KnowledgeGraph
from queries.actions import actions
from queries.ask import answer
from queries.following.action_rows import ActionRow
from queries.ledger import ledger
from queries.loose_ends import loose_ends
from queries.search import Searcher
from queries.trace import trace
from tests.support.own_library import own_library
from tests.support.read_papers import facts_of, graph_of

JULY = date(2024, 7, 1)
COMMITTEE = (
    "# SALTWICK BOROUGH COUNCIL\n\n## QUAYS SCRUTINY COMMITTEE\n\nMinutes of the meeting held"
)
PRESENT = "**Present:** Councillors M Prentice (Chairman), J Akhtar and D Crowe\n\n"
JANUARY = f"""{COMMITTEE} at 6.30 pm on 16 January 2024

{PRESENT}**36. FERRY BATHS – TEMPORARY CLOSURE**

The Baths Manager reported that the pumps had failed.

In reply to Councillor Crowe, the Head of Quays undertook to provide members with a note on the \
insurance of the pumps within two weeks.

RESOLVED that the report be noted.

*Action: A Nwosu to arrange swimming for schools at Linford until the baths reopen.*

**37. LIFEBELTS**

It was AGREED that a map of lifebelts be made.

*Action: K Reed – map of lifebelts – by 31 March 2024*

**38. WORK PROGRAMME**

The work programme was noted.

The meeting closed at 8.05 pm

CHAIRMAN
"""
APRIL_AGENDA = """# Saltwick Borough Council

# Quays Scrutiny Committee

**Tuesday, 9 April 2024 at 6.30 pm**

## AGENDA

1. Declarations of interest
2. Mooring Grants Review – Cabinet response (pages 3–8)
3. Ferry Baths – update (pages 9–12)
4. Action tracker (page 21)

## Agenda Item 2

# Mooring Grants Review – Cabinet response

Report of: Head of Quays

### 1. Purpose of report

1.1 To present the response of Cabinet.

### 2. Recommendations

2.1 The Committee is recommended to:

(a) note the response of Cabinet set out in Appendix A; and

(b) agree to receive a report on the new scheme in November 2024.

### Appendix A – Cabinet response

| No. | Recommendation of the Committee | Response of Cabinet | Lead officer |
|---|---|---|---|
| 1 | That the form be shortened to four pages. | Accepted. | K Reed |
| 2 | That a panel decide on large grants. | Not accepted. | Cllr Dacre |

## Agenda Item 3

# Ferry Baths – update

Report of: Baths Manager

### Recommendation

That the Committee note the progress on the baths.

### Report

1. Work began on 5 February.

## Agenda Item 4

# Action tracker

| Ref | Meeting | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| 1 | 16/01/24 | Note on insurance of the pumps | K Reed | 30/01/24 | Complete – sent 2 February |
| 2 | 16/01/24 | Arrange school swimming at Linford | A Nwosu | – | Complete |
| 3 | 16/01/24 | Map of lifebelts to be published | K Reed | 31/03/24 | Delayed – now 31/05/24 |
"""
APRIL = f"""{COMMITTEE} at 6.30 pm on 9 April 2024

{PRESENT}**39. DECLARATIONS OF INTEREST**

There were none.

**40. MOORING GRANTS REVIEW – CABINET RESPONSE**

RESOLVED –

(1) that the response of Cabinet be noted; and

(2) that a report on the new scheme be received in January 2025 instead of November 2024.

**41. FERRY BATHS**

RESOLVED that progress on the baths be noted.

**42. ACTION TRACKER**

The tracker was noted. The Chairman said that he would write to the bus operator by the end of the \
month.
"""
JUNE = f"""{COMMITTEE} at 6.30 pm on 18 June 2024

{PRESENT}**1. MATTERS ARISING**

The map of lifebelts had been published on 10 June.
"""
PAPERS = {
    "january.md": JANUARY,
    "april-agenda.md": APRIL_AGENDA,
    "april.md": APRIL,
    "june.md": JUNE,
}


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with graph_of(PAPERS) as held:
        yield held


def action(graph: KnowledgeGraph, words: str) -> ActionRow:
    """The one action with some words in any of its tellings."""
    rows = actions(graph, JULY)
    (found,) = (row for row in rows if any(words in one.text for one in row.life))
    return found


def test_a_date_by_which_something_is_due_opens_no_meeting() -> None:
    assert [str(one.key.date) for one in facts_of(JANUARY, "a.md").meetings] == ["2024-01-16"]


def test_a_pack_is_parted_at_the_items_that_its_titles_name() -> None:
    facts = facts_of(APRIL_AGENDA, "a.md")
    assert [(one.number, one.title) for one in facts.items] == [
        ("1", "Declarations of interest"),
        ("2", "Mooring Grants Review – Cabinet response"),
        ("3", "Ferry Baths – update"),
        ("4", "Action tracker"),
    ]
    assert [(one.item, one.title) for one in facts.reports] == [
        ("2", "Mooring Grants Review – Cabinet response"),
        ("3", "Ferry Baths – update"),
    ]
    external = [one for one in facts.recommendations if one.kind == "external"]
    assert [(one.number, one.response) for one in external] == [
        ("1", "Accepted."),
        ("2", "Not accepted."),
    ]


def test_the_tracker_that_is_noted_is_an_item() -> None:
    facts = facts_of(APRIL, "a.md")
    assert [one.number for one in facts.items] == ["39", "40", "41", "42"]
    assert [(one.item, one.text) for one in facts.decisions][-1] == ("42", "The tracker was noted.")
    assert facts.actions[-1].assignee_as_written == "The Chairman"


def test_minuted_items_are_those_of_the_agenda_by_their_titles(graph: KnowledgeGraph) -> None:
    rows = graph.select(
        "SELECT ?minuted ?listed { ?one mb:sameItemAs ?other . ?one mb:itemNumber ?minuted ."
        " ?other mb:itemNumber ?listed } ORDER BY ?minuted"
    ).rows
    assert rows == [("39", "1"), ("40", "2"), ("41", "3"), ("42", "4")]


def test_what_was_asked_is_answered_under_another_number(graph: KnowledgeGraph) -> None:
    rows = [row for row in ledger(graph, JULY) if row.kind == "board"]
    assert [(row.status, row.decision and row.decision.answer) for row in rows] == [
        ("agreed", "as asked"),
        ("agreed with changes", "changed"),
        ("agreed", "as asked"),
    ]
    assert "recommendation never answered" not in {one.kind for one in loose_ends(graph, JULY)}


def test_a_tracker_goes_on_with_what_the_minutes_gave(graph: KnowledgeGraph) -> None:
    note = action(graph, "insurance")
    assert [one.status for one in note.life] == [None, "complete"]
    assert note.given == date(2024, 1, 16)
    assert len(action(graph, "swimming").life) == 2


def test_a_status_that_gives_a_later_day_moves_the_due_date(graph: KnowledgeGraph) -> None:
    lifebelts = action(graph, "lifebelts")
    assert (lifebelts.due, lifebelts.moves) == (date(2024, 5, 31), (date(2024, 3, 31),))
    assert lifebelts.told_done
    assert lifebelts.told_done.words == "The map of lifebelts had been published"
    assert lifebelts.silent_since is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What did Cabinet say about recommendation 2?", "Not accepted."),
        ("What was Cabinet's response to recommendation 1?", "Accepted."),
    ],
)
def test_a_response_is_that_to_the_recommendation_of_the_number(
    tmp_path: Path, question: str, said: str
) -> None:
    with own_library(tmp_path, PAPERS) as library:
        found = answer(Searcher(library), question)
    assert found.values == (said,)


def test_what_opens_with_the_number_of_another_minute_does_not_go_on(tmp_path: Path) -> None:
    baths = "Minute 41 – Ferry Baths had reopened on 28 May and Cabinet had approved £45,000."
    other = "Minute 40 – Cabinet had reconsidered the panel and had agreed to a trial for one year."
    june = JUNE.replace("The map of lifebelts", f"{baths}\n\n{other}\n\nThe map of lifebelts")
    with own_library(tmp_path, {**PAPERS, "june.md": june}) as library:
        steps = trace(library, "Ferry Baths").steps
    assert any("reopened on 28 May" in step.quote for step in steps)
    assert not any(step.quote == other for step in steps)
