"""The heads of reports that councils publish one by one: who meets, when, on which item."""

from dataclasses import dataclass
from datetime import date

import pytest

from kg.facts import MeetingKey
from tests.support.read_papers import facts_of

DAY = date(2032, 3, 9)


@dataclass(frozen=True)
class Front:
    """The head of a report, and what a reader takes from it."""

    text: str
    board: str
    title: str
    item: str | None = None


def rows(*cells: tuple[str, ...]) -> str:
    """A table without a head row, as HTML."""
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in cells)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


FRONTS = [
    Front(
        rows(
            ("Report for:", "Cabinet, 9 March 2032"),
            ("Item number:", "11"),
            ("Title:", "Lamps on the quay"),
            ("Report authorised by:", "Ann Lowe, Director of Works"),
            ("Ward(s) affected:", "All"),
        ),
        "Cabinet",
        "Lamps on the quay",
        "11",
    ),
    Front(
        rows(
            ("REPORT TO", "DATE OF MEETING", "ITEM"),
            ("Works Committee", "Tuesday 9 March 2032", "6"),
            ("TITLE", "PORTFOLIO", "REPORT OF"),
            ("Lamps on the quay", "Leader", "Harbour Master"),
        ),
        "Works Committee",
        "Lamps on the quay",
        "6",
    ),
    Front(
        rows(("Decision Maker:", "EXECUTIVE"), ("Date:", "9 March 2032"))
        + rows(("Title:", "Lamps on the quay"), ("Ward:", "All Wards")),
        "Executive",
        "Lamps on the quay",
    ),
    Front(
        rows(
            ("Report to:", "Council"), ("Date:", "9 March 2032"), ("Subject:", "Lamps on the quay")
        ),
        "Council",
        "Lamps on the quay",
    ),
    Front(
        rows(("Committee", "Council", "Date", "9 March 2032"), ("Title", "Lamps", "Ward", "All")),
        "Council",
        "Lamps",
    ),
    Front(
        "<p>Executive Board</p>"
        + rows(("Report Title:", "Lamps on the quay"), ("Meeting Date:", "9 March 2032")),
        "Executive Board",
        "Lamps on the quay",
    ),
    Front(
        "<h1>Lamps on the quay</h1>" + rows(("Works Committee", "Tuesday, 9 March 2032")),
        "Works Committee",
        "Lamps on the quay",
    ),
    Front(
        "<p>Agenda item no. 5</p><p><b>WORKS COMMITTEE</b></p><p><b>9 MARCH 2032</b></p>"
        "<p><b>LAMPS ON THE QUAY</b></p><p><b>JOINT REPORT OF THE SOLICITOR AND THE CLERK</b></p>",
        "Works Committee",
        "LAMPS ON THE QUAY",
        "5",
    ),
    Front(
        "<p>COUNCIL MEETING 9th March 2032</p><p>AGENDA ITEM 9</p><p><b>LAMPS</b></p>"
        "<p>Report from the Lighting Panel</p>",
        "Council",
        "LAMPS",
        "9",
    ),
    Front(
        "<p>Report to Full Council</p><p>9 March 2032</p><p>By the Leader of the Council</p>"
        "<h1>Lamps on the quay</h1>",
        "Full Council",
        "Lamps on the quay",
    ),
    Front(
        "<p>Saltmere Borough Council</p><h1>Report to Works Committee – 9 March 2032</h1>"
        "<h2>Lamps on the quay</h2>",
        "Works Committee",
        "Lamps on the quay",
    ),
    Front(
        "<h1>Works Committee</h1><h2>10.00am, Tuesday, 9 March 2032</h2><h2>Lamps on the quay</h2>"
        + rows(("Executive/routine", "Executive"), ("Wards", "All")),
        "Works Committee",
        "Lamps on the quay",
    ),
]


def page(front: str, below: str) -> str:
    return f"<html><body>{front}{below}</body></html>"


@pytest.mark.parametrize("front", FRONTS, ids=lambda front: front.text[:40])
def test_the_head_of_a_report_says_who_meets_when_and_what_it_is_about(front: Front) -> None:
    asked = "<h3>Recommendations</h3><p>1. That the lamps be mended.</p>"
    found = facts_of(page(front.text, asked), "lamps.html")
    assert [(r.meeting, r.title, r.item) for r in found.reports] == [
        (MeetingKey(front.board, DAY), front.title, front.item)
    ]
    assert [one.text for one in found.recommendations] == ["That the lamps be mended."]


@pytest.mark.parametrize("front", FRONTS, ids=lambda front: front.text[:40])
def test_each_title_is_quoted_where_it_stands(front: Front) -> None:
    text = page(front.text, "<h3>Recommendations</h3><p>1. That the lamps be mended.</p>")
    (report,) = facts_of(text, "lamps.html").reports
    assert report.evidence[0].end - report.evidence[0].start >= len(front.title)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("<p>2.1 agrees to paint; and</p><p>2.2 notes the cost.</p>", ["2.1", "2.2"]),
        ("<p>R1 That lamps be lit.</p><p>R2 That oil be bought.</p>", ["R1", "R2"]),
        ("<p>A. To light the lamps.</p><p>B. That oil be bought.</p>", ["A", "B"]),
    ],
)
def test_recommendations_are_told_without_the_numbers_before_them(
    asked: str, numbers: list[str]
) -> None:
    text = page(FRONTS[2].text, f"<p><b>Recommendations</b></p><p>That members:</p>{asked}")
    found = facts_of(text, "lamps.html").recommendations
    assert [one.number for one in found] == numbers
    assert all(one.text[0].isalpha() and not one.text.startswith("R1") for one in found)


def test_what_counts_through_the_report_behind_one_recommendation_asks_nothing() -> None:
    below = (
        "<h3>Recommendation</h3><p>That the contract be awarded to Marle Ltd.</p>"
        "<p>1. Four tenders were received.</p><p>2. The works take six weeks.</p>"
    )
    found = facts_of(page(FRONTS[4].text, below), "lamps.html").recommendations
    assert [one.text for one in found] == ["That the contract be awarded to Marle Ltd."]


def test_an_office_with_an_and_is_of_one_officer() -> None:
    text = (
        "Report for: Cabinet\n\nMeeting date: 9 March 2032\n\n"
        "Report author: Sunita Rao, Lamps and Moorings Manager\n\n1. RECOMMENDATIONS\n\n1.1 To pay."
    )
    (report,) = facts_of(text, "lamps.md").reports
    assert [(c.person.name, c.position) for c in report.contacts] == [
        ("Sunita Rao", "Lamps and Moorings Manager")
    ]


def test_a_line_that_lists_members_is_no_part_of_its_own() -> None:
    text = (
        "# Saltmere Borough Council\n\n## Agenda frontsheet\n\n**Cabinet**\n\nTuesday, 9 March "
        "2032\n\n**Membership:** Councillor Ann Lowe (Leader), Councillor Tom Reed\n\n"
        "| No. | Item | Pages |\n|---|---|---|\n| 1. | Apologies | |\n| 2. | Lamps | 3 - 8 |\n"
    )
    found = facts_of(text, "agenda.md")
    assert [(one.number, one.title) for one in found.items] == [("1", "Apologies"), ("2", "Lamps")]


def test_business_about_blue_badges_and_toilets_is_no_guidance_for_visitors() -> None:
    told = (
        "The Committee agreed that parking stay free for residents.",
        "Mr Reed asked if blue badge holders could park on the quay.",
        "It was agreed that accessible toilets be built at the slip.",
        "The Clerk would arrange swipe card access to the store.",
    )
    text = "# Minutes of the Works Committee, 9 March 2032\n\nPresent: Ann Lowe\n\n## 1. Quay\n\n"
    found = facts_of(text + "\n\n".join(told), "minutes.md")
    assert {one.text for one in found.decisions} == {told[0], told[2]}
