"""Recommendations of invented reports, each as a careful reader would state it."""

import pytest

from kg.extraction.extract import extract
from kg.facts import Recommendation
from kg.rdf.iris import Iris
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = """# Slipway repairs

Report to the Harbour Committee, 4 March 2025

## Purpose of report

For decision.

"""


def reported(text: str) -> tuple[Recommendation, ...]:
    paper = read_document((HEAD + text).encode(), "report.md")
    return extract(paper, Councils.load()).recommendations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RECOMMENDATION: That the Committee approves the repair of the slipway.",
            [("1", "That the Committee approves the repair of the slipway.", "the Committee")],
        ),
        (
            (
                "## Recommendations\n\nIt is recommended that Members:\n\n(a) note the report;\n\n"
                "(b) agree the repair."
            ),
            [("a", "note the report;", "Members"), ("b", "agree the repair.", "Members")],
        ),
        (
            (
                "## Recommendations\n\nThat Committee members:\n\n1. Note the report.\n"
                "2. Agree the repair."
            ),
            [
                ("1", "Note the report.", "Committee members"),
                ("2", "Agree the repair.", "Committee members"),
            ],
        ),
        (
            "Recommendation 1: Note the report.\n\nRecommendation 2: Agree the repair.",
            [("1", "Note the report.", None), ("2", "Agree the repair.", None)],
        ),
        (
            (
                "The slipway is old. The Committee is asked to:\n\n- note the report\n"
                "- agree the repair\n\n1. The slipway was built in 1910."
            ),
            [("1", "note the report", "The Committee"), ("2", "agree the repair", "The Committee")],
        ),
        (
            "The slipway is old. Members are recommended to approve its repair. It is wet.",
            [("1", "Members are recommended to approve its repair.", "Members")],
        ),
        (
            "## Action required\n\nThe Committee is invited to agree the repair.",
            [("1", "The Committee is invited to agree the repair.", "The Committee")],
        ),
        ("The Committee has been asked for its views every year since 1910.", []),
    ],
)
def test_what_a_report_asks_of_its_board(text, expected):
    assert [(r.number, r.text, r.addressed_to) for r in reported(text)] == expected


REVIEW = """## Recommendations

1. Note the responses below.

| Recommendation | Response |
|---|---|
| 2.1 Paint the rail every second year | 2.2 Not agreed. |

## Appendix A

| No | Recommendation | Response |
|---|---|---|
| 1 | Repair the slipway within a | Agreed. Work starts |
| | year of this review. | in May. |
| 2 | Paint the rail every second year. | Not agreed. |
"""


def test_what_a_reviewer_recommended_with_the_response_beside_it():
    external = [r for r in reported(REVIEW) if r.kind == "external"]
    assert [(r.number, r.text, r.response) for r in external] == [
        ("2.1", "Paint the rail every second year", "Not agreed."),
        (
            "1",
            "Repair the slipway within a year of this review.",
            "Agreed. Work starts in May.",
        ),
        ("2", "Paint the rail every second year", "Not agreed."),
    ]


def test_a_word_that_opens_a_response_is_no_letter_of_a_list():
    table = "| Recommendation | Response |\n|---|---|\n| 3. Order a rail | A rail is on order. |\n"
    (said,) = [r for r in reported(f"## Appendix A\n\n{table}") if r.kind == "external"]
    assert (said.number, said.text, said.response) == ("3", "Order a rail", "A rail is on order.")


def test_a_recommendation_said_in_a_body_and_an_appendix_is_one_resource():
    said, other, again = [r for r in reported(REVIEW) if r.kind == "external"]
    iris = Iris("https://example.org/")
    names = [iris.recommendation("0" * 64, one) for one in (said, other, again)]
    assert names[0] == names[2] != names[1]
