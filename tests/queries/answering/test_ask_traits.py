"""What one sentence tells of a thing: its theme, how many of it there were, what a body whose
papers are not held noted of it, and on which item it was decided.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

SPEAKERS = (
    "The yearly gathering of lamp keepers on 22 March is to draw more than fifty keepers and is "
    "chaired by Ada Quill of the Tide Trust together with Bo Thrale, who kept the northern lamps "
    "for many years. The theme is “Bright nights, safe ships”, with speakers from near and far, "
    "workshops on wicks and oil, a panel with the Weir Rangers, the Pilots' Guild, the Ferry "
    "Trust, the Quay Wardens and the makers of lenses, and a walk along the mole. A study of all "
    "lamps will be launched there, which is the only one of its kind and has been made since 2011."
)
PAPERS = {
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

| Present | Authority |
|---|---|
| Cllr Ada Quill (Chair) | Tide Trust |
| Cllr Bo Thrale | Quay Council |

## 1. Progress of other harbours

Ada Quill introduced the item. She explained that, since decisions made at the meeting before, the
order of the lamps and the rules of the mole had been amended.

**Decision**

The Board noted the report.

## 2. Order of the lamps

**Decision**

The Board agreed the order of the lamps.
""",
    "report-july.md": f"""# Report to the Saltwick Ferry Board, 9 July 2030

## Lamps

1. {SPEAKERS}

2. The Know Your Knots workshop for all crews has been very well received and 30 have been held in
the last two quarters, with 14 more asked for.

## Charter

3. The Harbour Council accepted the charter of the pilots and every one of its conditions when it
met in April 2030.

4. The Harbour Council noted that there is no settled way in which pilots may lay up their boats.

## Purchasing

5. The Crew Support Programme is new to most, and a report on it is to follow from Mia Penn.

6. The Buying Plan sets out what is bought under each of the main spend areas: ropes, lamps and oil.
""",
    "tides.md": """# Tide Support Programme - Overview

**Saltwick Ferry Board, 9 July 2030**

## Purpose of report

For information.

## Summary

This report tells of the Tide Support Programme and of its grants.

Contact officer: Ivo Marsh
Position: Head of Tides
Phone no: 01632 960001
Email: ivo.marsh@saltwick.example

## Background

1. The Tide Support Programme began in May 2030.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("traits"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What is the theme of the yearly gathering of lamp keepers?",
            "“Bright nights, safe ships”",
        ),
        ("gathering of lamp keepers theme", "“Bright nights, safe ships”"),
        ("What are the main spend areas of the Buying Plan?", "ropes, lamps and oil"),
    ],
)
def test_a_trait_is_told_by_the_sentence_that_names_it(
    ferry: Searcher, question: str, told: str
) -> None:
    finds(ferry, question, told)


@pytest.mark.parametrize(
    "question",
    [
        "How many Know Your Knots workshops have been held in the last two quarters?",
        "How many Know Your Knots workshops had been held before July 2030?",
    ],
)
def test_a_number_may_count_what_is_named_before_it(ferry: Searcher, question: str) -> None:
    finds(ferry, question, "30 have been held")


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (
            "What did the Harbour Council note about the boats of the pilots?",
            "no settled",
            "charter",
        ),
        ("What did the Harbour Council do with the charter?", "accepted", "no settled"),
    ],
)
def test_a_body_whose_papers_are_not_held_did_what_the_question_says(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)


def test_what_followed_the_decisions_of_a_meeting_is_not_asked_of_that_meeting(
    ferry: Searcher,
) -> None:
    finds(ferry, "What was amended following the decisions made at the May 2030 meeting?", "rules")


def test_a_decision_that_leaves_out_its_item_is_told_with_it(ferry: Searcher) -> None:
    finds(
        ferry,
        "What did the Board decide on 4 June 2030?",
        "4 June 2030, on “Progress of other harbours”: The Board noted the report.",
        "on “Order of the lamps”",
    )


@pytest.mark.parametrize(
    ("programme", "kind", "told"),
    [
        ("Tide Support Programme", "contact", "Ivo Marsh"),
        ("Crew Support Programme", "passage", "a report on it is to follow from Mia Penn"),
    ],
)
def test_the_contact_of_a_report_is_none_of_a_report_on_another_programme(
    ferry: Searcher, programme: str, kind: str, told: str
) -> None:
    said = answer(ferry, f"Who is the contact officer for the {programme} report?")
    assert said.kind == kind
    assert told in said.answer
