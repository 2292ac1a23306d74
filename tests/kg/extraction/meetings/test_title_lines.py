"""Title lines of minutes and agendas in many forms: each says whose the meeting is and when."""

from datetime import date
from itertools import product

import pytest

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils

DAY = date(2021, 5, 12)
DAYS = (
    "12 May 2021",
    "12th May 2021",
    "Wednesday 12 May 2021",
    "May 12, 2021",
    "12/05/2021",
    "2021-05-12",
    "12.05.21",
    "Wednesday, 12th of May, 2021",
    "WEDNESDAY 12TH MAY 2021",
)
BODIES = (
    "Student Council",
    "Parish Council",
    "Fenmoor Parish Council",
    "Board of Trustees",
    "Harbour Library Company Board",
    "Fenmoor Town Council Planning Committee",
    "National Lamp Authority",
    "Lantern Society Committee",
)
CLUBS = ("Friends of Fenmoor Library", "Fenmoor & District Chess Club", "Fenmoor Lamps CIC")
"""Bodies that end in no noun of boards and councils."""
MINUTES = (
    "{body} — Meeting Minutes\n\nDate: {day}",
    "{body} Minutes\n\n{day}",
    "Minutes: {body}\n\n{day}",
    "Minutes - {body} - {day}",
    "{body}: Minutes of Meeting\n\n{day}",
    "{body} | Minutes | {day}",
    "Meeting of the {body}\n\n{day}",
    "{body} Meeting – {day}",
    "{day} {body} minutes",
    "Minutes of the {body} meeting, {day}",
    "Notes of {body} meeting held {day}",
    "{body} (Extraordinary) Minutes {day}",
    "DRAFT MINUTES\n\n{body}\n\n{day}",
    "{body}\n\nMinutes of the meeting held on {day} at 7.30pm in the Hall",
    "Minutes of {body}\n\nDate of meeting: {day}\nVenue: The Hall",
    "{body}\n\nMonthly meeting\n\n{day}, 7pm, The Hall",
    "The {body} met on {day} at the Hall.",
    "Record of the {body} meeting of {day}",
    "Minutes for {body} {day}",
    "At a meeting of the {body} held on {day} at 7pm",
    "Meeting: {body}\nDate: {day}\nTime: 7pm",
    "{body}, {day}\n\nMinutes",
)
AGENDAS = (
    "{body}\n\nAgenda\n\n{day}",
    "Agenda for the {body} meeting on {day}",
    "SUMMONS\n\nYou are summoned to attend a meeting of {body} on {day} at 7pm in the Hall",
    "NOTICE OF MEETING\n\n{body}\n\nA meeting will be held on {day} at 7pm in the Hall",
    "To: Members of {body}\n\nYou are summoned to attend the meeting to be held on {day} at 7pm",
    "Agenda: {body}, {day}",
    "Notice is hereby given that a meeting of {body} will be held on {day} at 7pm",
    "{body} | Agenda | {day}",
    "Date: {day}\nMeeting: {body}\n\nAgenda",
)
TOLD = """

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

## 1. Minutes of the last meeting

The minutes of 14 April 2021 were approved.

## 2. Lamps

It was agreed to buy two lamps by 30 June 2021.
"""
LISTED = """

1. Apologies for absence

2. Minutes of the meeting of 14 April 2021

3. Lamps on the quay

4. Date of next meeting: 9 June 2021
"""


def pairs() -> list[tuple[str, str]]:
    """Every body on one day, and one body on every day."""
    return list(dict.fromkeys([*product(BODIES, DAYS[:1]), *product(BODIES[2:3], DAYS)]))


@pytest.mark.parametrize(
    ("title", "below"),
    [*((title, TOLD) for title in MINUTES), *((title, LISTED) for title in AGENDAS)],
)
def test_a_title_says_whose_the_meeting_is_and_when(title: str, below: str) -> None:
    councils = Councils.load()
    for body, day in pairs():
        text = f"# {title.format(body=body, day=day)}{below}"
        meetings = extract(read_document(text.encode(), "paper.md"), councils).meetings
        assert [(one.key.board, one.key.date) for one in meetings][:1] == [(body, DAY)], text


@pytest.mark.parametrize("title", [title for title in MINUTES if " met on " not in title])
def test_so_does_the_title_of_a_club(title: str) -> None:
    councils = Councils.load()
    for body in CLUBS:
        text = f"# {title.format(body=body, day=DAYS[0])}{TOLD}"
        meetings = extract(read_document(text.encode(), "paper.md"), councils).meetings
        assert [(one.key.board, one.key.date) for one in meetings][:1] == [(body, DAY)], text


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Fenmoor Public Library\n\nLibrary Board Meeting", "Fenmoor Public Library Board"),
        ("TOWN OF FENMOOR\n\nSelectmen’s Meeting", "Town of Fenmoor Selectmen"),
        (
            "Fenmoor Public School P&C Association\n\nGeneral Meeting",
            "Fenmoor Public School P&C Association",
        ),
    ],
)
def test_a_body_is_named_with_whose_it_is(title: str, body: str) -> None:
    text = f"# {title}\n\n{DAYS[0]}{TOLD}"
    meetings = extract(read_document(text.encode(), "paper.md"), Councils.load()).meetings
    assert [(one.key.board, one.key.date) for one in meetings][:1] == [(body, DAY)]


ANYONE = "Anyone may address the Executive Committee on any item of the agenda.\n"


def test_a_notice_names_the_body_before_its_meeting() -> None:
    for title in (
        "NOTICE OF QUAY COMMITTEE MEETING VIA ZOOM AT 4:00 PM",
        "Notice of Quay Committee meeting",
    ):
        text = f"# {title}\n\n{DAYS[0]}\n\n1. Apologies\n2. Minutes\n3. Lamps\n\n{ANYONE}"
        meetings = extract(read_document(text.encode(), "paper.md"), Councils.load()).meetings
        assert [(one.key.board, one.key.date) for one in meetings] == [("Quay Committee", DAY)]


def test_minutes_that_name_no_body_are_those_of_the_agenda_above_them() -> None:
    text = (
        "---\ntitle: LC-QC-2021-May-12-Minutes\n---\n\n"
        f"# Lamp Company Quay Committee 3rd meeting ({DAYS[3]}, one hour)\n\n"
        "Present: Ann Lowe, Ben Tarn\n\n## Agenda\n\n1. Lamps\n\n2. Boats\n\n3. Doors\n\n"
        "# Minutes\n\n## 1. Lamps\n\nIt was agreed to buy two.\n\n## 2. Boats\n\nNo news.\n\n"
        "## 3. Doors\n\nNo news.\n"
    )
    facts = extract(read_document(text.encode(), "paper.md"), Councils.load())
    assert {one.key.board for one in facts.meetings} == {"Lamp Company Quay Committee"}
    assert {one.meeting.board for one in facts.decisions} == {"Lamp Company Quay Committee"}


def test_an_article_before_a_body_is_none_of_its_name() -> None:
    text = (
        "# MINUTES OF THE PARISH COUNCIL MEETING HELD ON\n\n## WEDNESDAY, 12 MAY 2021\n\n"
        "A Parish Council meeting was held in the Village Hall on Wednesday, 12 May 2021.\n\n"
        f"{TOLD}"
    )
    meetings = extract(read_document(text.encode(), "paper.md"), Councils.load()).meetings
    assert [(one.key.board, one.key.date) for one in meetings] == [("Parish Council", DAY)]
