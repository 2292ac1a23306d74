"""Meetings referred to in invented papers: whose, when, and which of them."""

import pytest
from rdflib import URIRef

from kg import terms as t
from kg.extraction.extract import extract
from kg.facts import MeetingReference
from kg.model import Document
from kg.rdf.conversion.convert import quads
from kg.rdf.iris import Iris
from kg.reading.read import read_document
from kg.reference import Councils

OWN = "Harbour Board"
HEAD = "# Minutes of the meeting of the Harbour Board held on 8 March 2022\n\n"
NEXT = "\n\nDate of next meeting: 10 May 2022\n"


def paper(text: str) -> Document:
    return read_document((HEAD + text).encode(), "minutes.md")


def references(text: str) -> tuple[MeetingReference, ...]:
    return extract(paper(text), Councils.load()).references


def told(text: str) -> set[tuple[str, str, str | None]]:
    return {(one.board, one.role, one.when) for one in references(text)}


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("The minutes of the meeting held on 11 January 2022 were agreed.",
         (OWN, "previous", "2022-01-11")),
        ("At its meeting in October 2021 the Board received a report.",
         (OWN, "mentioned", "2021-10")),
        ("The item was deferred to the meeting on 10 May.", (OWN, "mentioned", "2022-05-10")),
        ("A report will come to the Board in June 2022.", (OWN, "mentioned", "2022-06")),
        ("On 9 November 2021 the Board agreed to wait.", (OWN, "mentioned", "2021-11-09")),
        ("The minutes of the Meeting 4 November 2021 and Extraordinary Meeting 21 November 2021.",
         (OWN, "mentioned", "2021-11-21")),
        ("The meeting heard that on 9 November 2021 the Board agreed to wait.",
         (OWN, "mentioned", "2021-11-09")),
        ("It will be taken at the September meeting.", (OWN, "mentioned", "2022-09")),
        ("The next meeting will be on Tuesday, 10 May 2022.", (OWN, "next", "2022-05-10")),
        ("The Rope Committee met on 2 February.", ("Rope Committee", "mentioned", "2022-02-02")),
        ("It was reported to the Rope Committee in February 2022.",
         ("Rope Committee", "mentioned", "2022-02")),
        ("The minutes of the previous meeting were agreed.", (OWN, "previous", None)),
        ("The Board set a special meeting date of Tuesday, April 12, 2022.",
         (OWN, "next", "2022-04-12")),
        ("The next board meeting will be November 18 at 5 pm.", (OWN, "next", "2022-11-18")),
    ],
)  # fmt: skip
def test_a_day_or_month_is_a_meetings_by_the_words_beside_it(
    text: str, reference: tuple[str, str, str | None]
) -> None:
    assert reference in told(text)


@pytest.mark.parametrize(
    "label", ["Next Meeting:", "8. Date and time of next meeting:", "Date of next meeting"]
)
def test_the_next_meeting_is_on_the_day_below_its_label(label: str) -> None:
    text = f"Bo asked the Rope Trust about its next meeting 12 April.\n\n{label}\n\nTuesday 10 May"
    assert (OWN, "next", "2022-05-10") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The wall was raised on 1 March 2021 and painted in May 2021.",
        "The Clerk had a meeting with Ann Lowe on 3 February 2022.",
        "Ann Lowe joined the Board in June 2020.",
        "The meeting agreed that the lamp, lit on 4 January 2022, was bright.",
        "This meeting of 8 March 2022 was short.",
        "The next annual general meeting is far away.",
    ],
)
def test_other_days_are_no_meetings(text: str) -> None:
    assert told(text) == set()


def test_two_boards_named_together_are_two() -> None:
    text = "This will be reported to the Rope Board and the Lamp Committee in June 2022."
    assert {(one.board, one.when) for one in references(text)} == {
        ("Rope Board", "2022-06"),
        ("Lamp Committee", "2022-06"),
    }


def test_the_next_meeting_is_on_the_day_that_the_paper_gives() -> None:
    text = f"The lamps were held over to the next meeting.{NEXT}"
    assert (OWN, "next", "2022-05-10") in told(text)


def test_the_days_of_a_column_headed_meeting_are_those_of_meetings() -> None:
    table = (
        "| Meeting | Action | Owner |\n|---|---|---|\n"
        "| 11 January 2022 | Paint the lamp | Ann Lowe |\n"
    )
    assert (OWN, "mentioned", "2022-01-11") in told(table)


def test_every_reference_is_quoted_with_its_day() -> None:
    (one,) = references("The minutes of the meeting held on 11 January 2022 were agreed.")
    (quote,) = one.evidence
    document = paper("The minutes of the meeting held on 11 January 2022 were agreed.")
    words = document.paragraphs[quote.paragraph].text[quote.start : quote.end]
    assert words == "minutes of the meeting held on 11 January 2022"


def test_the_graph_says_when_and_whose_meeting_is_spoken_of() -> None:
    document = paper("The Rope Committee met on 2 February.")
    iris, councils = Iris(), Councils.load()
    made = list(quads(document, extract(document, councils), iris, councils))
    (reference,) = {s for s, _, o, _ in made if o == URIRef(t.MEETING_REFERENCE)}
    said = {str(p): str(o) for s, p, o, _ in made if s == reference}
    assert (said[t.WHEN], said[t.BODY_AS_WRITTEN]) == ("2022-02-02", "Rope Committee")
    assert said[t.ABOUT] == iris.board("Rope Committee")
    assert said[t.STATED_IN] == iris.paragraph(document.source.sha256, 1)


def test_the_previous_meeting_is_one_of_the_body_itself() -> None:
    minutes = (
        "To confirm the minutes of the Harbour Board meeting held on 11 January 2022.\n\n"
        "To adopt what is set out in the Minutes of the Meetings of the Cabinet held on the "
        "1 February and 1 March 2022.\n"
    )
    (meeting,) = extract(paper(minutes), Councils.load()).meetings
    assert meeting.previous is not None
    assert meeting.previous.date.isoformat() == "2022-01-11"


def test_a_body_named_in_capitals_is_no_part_of_the_name_of_its_meeting() -> None:
    text = "REPORT, SPECIAL MEETING OF SAND POLICY COMMITTEE MEETING HELD ON 1 MARCH 2022"
    assert ("SAND POLICY COMMITTEE", "mentioned", "2022-03-01") in told(text)


def test_letters_inside_a_word_in_capitals_are_no_body() -> None:
    assert {board for board, _, _ in told("GENERAL MEETING TUESDAY 10 MAY 2022")} == {OWN}
