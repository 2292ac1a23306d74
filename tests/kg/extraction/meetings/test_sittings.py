"""Papers that tell of several meetings, one after another."""

from datetime import date

from kg.extraction.extract import extract
from kg.facts import Facts
from kg.reading.read import read_document
from kg.reference import Councils

TWO = """# Minutes of the Lantern Club

## October – Committee Meeting (14/10/2021)

Present: Ann Hale, Bo Reed, Cy Marsh

### 1. Lamps

It was agreed that two lamps would be bought.

### 2. Wicks

The wicks were short.

## September – Committee Meeting (09/09/2021)

Present: Ann Hale, Dee Frost

### 1. Rent

It was agreed that the rent would be paid by the quarter.

### 2. Keys

The keys were lent.
"""


def read(text: str) -> Facts:
    return extract(read_document(text.encode(), "minutes.md"), Councils.load())


def test_each_meeting_has_its_day_its_people_and_its_business() -> None:
    facts = read(TWO)
    october, september = date(2021, 10, 14), date(2021, 9, 9)
    came = {(row.meeting.date, row.person.name) for row in facts.attendance}
    assert (october, "Bo Reed") in came
    assert (september, "Dee Frost") in came
    assert (september, "Bo Reed") not in came
    assert [(i.meeting.date, i.number, i.title) for i in facts.items] == [
        (october, "1", "Lamps"),
        (october, "2", "Wicks"),
        (september, "1", "Rent"),
        (september, "2", "Keys"),
    ]
    assert [d.meeting.date for d in facts.decisions if d.meeting] == [october, september]


def test_the_minutes_of_another_day_that_are_reviewed_open_no_meeting() -> None:
    text = (
        "Lantern Council Meeting Minutes\n\nTuesday September 15, 2020\n\n"
        "Members Present: Ann Hale, Bo Reed, Cy Marsh\n\n"
        "{} Minutes from March 10, 2020 Meeting:\n\n  • Ratified by all\n\n"
        "Elect Officers:\n\n  • Chair: Ann Hale - 1st Bo Reed, all in favor\n"
    )
    for done in ("Review and Ratify", "Ratify", "Read", "Accept the draft"):
        meetings = {row.meeting.date for row in read(text.format(done)).attendance}
        assert meetings == {date(2020, 9, 15)}


def test_a_title_and_a_day_over_one_list_of_people_are_one_meeting() -> None:
    text = (
        "Minutes of the Lantern Committee – 14 October 2021\n\nHELD AT THE HALL 14/10/2021\n\n"
        "Present: Ann Hale, Bo Reed"
    )
    facts = read(
        f"{text}\n\n1. Lamps\n\nTwo lamps were bought.\n\n2. Wicks\n\nNo wicks were bought."
    )
    assert {row.meeting.date for row in facts.attendance} == {date(2021, 10, 14)}
    assert [i.title for i in facts.items] == ["Lamps", "Wicks"]


def test_the_day_of_the_next_meeting_opens_none() -> None:
    one, _, _ = TWO.partition("## September")
    facts = read(f"{one}\n\nNext meeting: 9 December 2021\n\nPresent then: Dee Frost\n")
    assert {item.meeting.date for item in facts.items} == {date(2021, 10, 14)}


def test_the_lines_above_a_text_say_its_body_its_kind_and_its_day() -> None:
    text = (
        "---\nWorking group: Wells and Springs Group\nType: Minutes\nDate: 2009-06-18\n---\n\n"
        "## Present\n\nAnn Hale\nBo Reed\n\n## Business\n\n1. **Buckets**.\n\n"
        "It was agreed to buy two buckets.\n\n"
        "2. **Springs**.\n\nThe map of May 3, 2009 shows four springs.\n"
    )
    facts = read(text)
    assert [(m.key.board, m.key.date) for m in facts.meetings] == [
        ("Wells and Springs Group", date(2009, 6, 18))
    ]
    assert [item.title for item in facts.items] == ["Buckets", "Springs"]


def test_a_day_without_a_year_takes_that_of_what_is_due() -> None:
    text = (
        "Roads Board Minutes – Draft\n\n9th April at 10:00\n\n"
        "Summary of actions\n\nBo to write to the county / 31/05/19\n\n"
        "1. Lamps\n\nTwo lamps were bought.\n\n2. Wicks\n\nIt was agreed to buy wicks.\n"
    )
    assert {m.key.date for m in read(text).meetings} == {date(2019, 4, 9)}


def test_a_day_in_numbers_is_read_with_the_month_first_where_the_paper_writes_so() -> None:
    text = (
        "Harbor Board\n\nMinutes of the meeting held on 3/4/2019\n\nPresent: Ann Lowe, Bo Reed\n\n"
        "1. Lamps\n\nTwo lamps were bought.\n\n2. Wicks\n\nWicks come on {0}.\n"
    )
    for after, day in (("May 1, 2019", date(2019, 3, 4)), ("1 May 2019", date(2019, 4, 3))):
        assert [m.key.date for m in read(text.format(after)).meetings] == [day]
