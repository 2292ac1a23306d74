"""The body of a paper by its head, where a committee is named again and again in its text."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.extraction.meetings.unnamed_body import UNNAMED
from kg.reading.read import read_document
from kg.reference import Councils
from kg.vocabulary import name_key

HEADS = tomllib.loads(Path(__file__).with_name("body_heads.toml").read_text("utf-8"))["heads"]
BUSINESS = """

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

## FOOTPATHS COMMITTEE

The Footpaths Committee reported that the Footpaths Committee had met.

## FINANCE

Ann Lowe reported on the accounts. It was agreed to pay the Footpaths Committee.

## CLOSING

The meeting was closed at 9pm.
"""


@pytest.mark.parametrize("one", HEADS, ids=[one["body"] for one in HEADS])
def test_the_head_names_the_body(one: dict[str, str]) -> None:
    text = one["head"].strip() + BUSINESS + one.get("tail", "")
    meeting = extract(read_document(text.encode(), "paper.md"), Councils(())).meeting
    assert meeting is not None
    assert name_key(meeting.board) == name_key(one["body"])


def test_the_day_is_not_that_of_minutes_approved_nor_of_a_rule_in_force() -> None:
    text = (
        "Marl Ferry Community Council\n\nThe Monthly Meeting of the Council took place on Wednesday"
        " 14th March at 8pm, 2018\n\nThe order closing the quay is in force until 28th February"
        " 2019.\n\nPresent: Ann Lowe\n\nThe approval of the minutes from the February 14, 2018"
        " meeting was the first item. It was agreed.\n"
    )
    meeting = extract(read_document(text.encode(), "March 18 minutes.txt"), Councils(())).meeting
    assert meeting is not None
    assert meeting.date == date(2018, 3, 14)


def told(text: str, name: str) -> tuple[str, str] | None:
    meeting = extract(read_document(text.encode(), name), Councils(())).meeting
    return (meeting.board, meeting.date.isoformat()) if meeting else None


def names_no_body(text: str, name: str) -> bool:
    """Whether a paper's meeting is known by its day alone."""
    found = told(text, name)
    return found is not None and found[0].startswith(UNNAMED)


PAGE = """<html><head><title>{title}</title>{site}</head><body><h1>{head}</h1>
<p>Present: Ann Lowe, Ben Tarn</p><p>1. Apologies: Cara Voss</p>
<p>2. Minutes of last meeting (8 May 2014): agreed.</p>
<p>3. The accounts were approved.</p></body></html>"""


def test_the_title_of_a_page_names_the_body_that_its_text_does_not() -> None:
    page = PAGE.format(title="Draft, 14 October 2014 | Marl Boat Club", site="", head="14 October")
    assert told(page, "page.html") == ("Marl Boat Club", "2014-10-14")


def test_the_site_says_whose_board_it_is() -> None:
    site = '<meta property="og:site_name" content="Marl &amp; Lark Fishery Trust">'
    page = PAGE.format(title="Meetings", site=site, head="Board meeting, 11 April 2016")
    assert told(page, "page.html") == ("Marl & Lark Fishery Trust Board", "2016-04-11")


def test_the_title_of_a_page_says_whose_board_it_is() -> None:
    title = "2014.10.14 Board Minutes | Marl Free Library"
    page = PAGE.format(title=title, site="", head="2014.10.14 Board Minutes")
    assert told(page, "page.html") == ("Marl Free Library Board", "2014-10-14")


def test_the_site_names_a_board_behind_its_organisation() -> None:
    site = '<meta property="og:site_name" content="Marl Makers Unbound – Board">'
    page = PAGE.format(title="Minutes: 2016-04-11", site=site, head="Minutes: 2016-04-11")
    page = page.replace("<p>Present:", "<p>Meeting attendees:")
    assert told(page, "page.html") == ("Marl Makers Unbound Board", "2016-04-11")


def test_the_meeting_of_a_council_named_above_is_not_that_of_its_committee() -> None:
    text = "# Minutes of a meeting of the above {} held on 27th May 2020\n\nPresent: Ann Lowe"
    text += "\n\nThe Footpaths Committee met. It was agreed to thank the Footpaths Committee.\n"
    assert names_no_body(text.format("Council"), "paper.md")
    assert told(text.format("Committee"), "paper.md") == ("Footpaths Committee", "2020-05-27")


def test_what_a_heading_inside_reports_on_is_not_the_body_of_the_paper() -> None:
    text = (
        "# Notes, 3 July 2018\n\nPresent: Ann Lowe, Ben Tarn\n\n## Welcome\n\nAnn opened.\n\n"
        "## Accounts\n\nThey were approved.\n\n## Footpaths Committee\n\nBen Tarn asked that a"
        " Footpaths Committee be formed. The Footpaths Committee was agreed.\n"
    )
    assert names_no_body(text, "notes.md")


def test_acronyms_of_a_title_in_capitals_stay_as_the_text_writes_them() -> None:
    text = (
        "MINUTES OF THE MARLA EXECUTIVE COMMITTEE\n\n28 May 2020\n\nPresent: Ann Lowe\n\n"
        "1. Accounts\n\nIt was agreed that MARLA pays.\n"
    )
    assert told(text, "notes.txt") == ("MARLA Executive Committee", "2020-05-28")


def test_a_day_without_a_year_at_the_head_is_before_that_of_an_item() -> None:
    text = (
        "Marl Council Minutes\n12 May 6:15pm\nLong room\n\n1. Welcome\nPresent: Ann Lowe\n\n"
        "2. Minutes of the last meeting (9 April 2015)\nThey were agreed.\n"
    )
    assert told(text, "notes.txt") == ("Marl Council", "2015-05-12")


def test_the_day_is_not_that_of_the_next_meeting_of_a_named_body() -> None:
    text = (
        "Marl College Senate Minutes\n\nPresent: Ann Lowe\nOctober 17, 2013 - 3:45pm\n\n"
        "1. Accounts\nApproved. The next Senate meeting will take place on November 7, 2013.\n"
    )
    assert told(text, "notes.txt") == ("Marl College Senate", "2013-10-17")


def test_a_line_that_is_a_day_is_before_one_on_earlier_minutes() -> None:
    text = (
        "Board of Trustees Regular Meeting\n\nMay 12, 2016\n\n7:00 PM\n\nAGENDA\n\n"
        "1. Call to order\n\n2. Approval of minutes\n\na. Regular meeting of April 14, 2016.\n"
    )
    assert told(text, "agenda.txt") == ("Board of Trustees", "2016-05-12")


def test_a_notice_is_not_dated_by_the_day_it_was_written() -> None:
    text = (
        "Sir/Madam\n5 October 2015\n\nSUMMONS TO ATTEND A MEETING OF THE PLANNING COMMITTEE\n\n"
        "OF MARL PARISH COUNCIL\n\nDate: Tuesday 13 October 2015\n\nAGENDA\n\n1. Apologies\n"
    )
    board = "Planning Committee of Marl Parish Council"
    assert told(text, "agenda.txt") == (board, "2015-10-13")


def test_the_sentence_on_the_next_meeting_does_not_hide_the_one_before() -> None:
    text = (
        "Marl Shire Council\n\nThese are minutes of the Council meeting held on 9 October 2014."
        " They may yet be corrected at the next meeting to be held on 20 November 2014.\n\n"
        "Present: Ann Lowe, Ben Tarn\n\n1. Accounts\n\nApproved.\n"
    )
    assert told(text, "minutes.txt") == ("Marl Shire Council", "2014-10-09")


def test_the_day_a_paper_was_adopted_or_printed_is_not_its_own() -> None:
    text = (
        "MARL DIOCESAN COUNCIL\n\nAdopted 03 May 2012\n\nMinutes of the Council meeting\n"
        "14 March 2012\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Accounts\n\nApproved.\n"
    )
    assert told(text, "minutes.txt") == ("Marl Diocesan Council", "2012-03-14")


def test_notes_that_say_who_came_are_of_the_meeting_of_their_title() -> None:
    text = (
        '---\ntitle: "Data Working Group: 4 March 2021"\n---\n\n**Attendees:** Ann, Ben\n\n'
        "## Notes\n\n- Ann presented the schema.\n"
    )
    assert told(text, "notes.md") == ("Data Working Group", "2021-03-04")


def test_a_general_meeting_of_no_named_body_goes_by_its_kind() -> None:
    text = (
        "Annual General Meeting - 19 June 2012\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Accounts\n\n"
        "These were approved.\n"
    )
    assert told(text, "agm.txt") == ("Annual General Meeting", "2012-06-19")


LAYOUTS = (
    "Minutes of the 14th Annual General Meeting of {body} held on {day} at the Hall",
    "Notes: {body}, {day}",
    "Minutes – {body} – {day}",
    "{body}: minutes of meeting on {day}",
    "{day}: {body} meeting",
    "{body} Quarterly Meeting {day}",
    "A meeting of {body} was held on {day} in the Hall.",
    "DRAFT – subject to approval\n\n{body}\nMinutes of a Meeting held on {day} at 7.30pm",
    "{body}\n\nThe Old School, Church Lane\n\nMINUTES of the Meeting held on {day}",
    "Page 1 of 5\n\n{body}\n\nMINUTES\n\nof the meeting held on {day}",
    "Meeting: {body}\nDate: {day}\nTime: 7.30pm",
)
DAYS = ("12 March 2019", "Tuesday 12 th March, 2019", "Tuesday, March 12, 2019", "12/03/2019")
BODIES = (
    "Marl Ferry Parish Council",
    "Friends of Lark Park",
    "Larkshire Bat Group",
    "Kestrel Makers",
)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_body_and_day_are_read_however_a_head_is_laid_out(layout: str, body: str) -> None:
    for day in DAYS:
        text = layout.format(body=body, day=day) + BUSINESS.replace("## F", "1. F")
        assert told(text, "notes.txt") == (body, "2019-03-12")


@pytest.mark.parametrize(
    "text",
    [
        "Winter Newsletter\n\n12 March 2019\n\nThe hall has been painted. Thanks to all.\n",
        "Flood Risk Assessment\n\nPrepared for Marl Town Council\n\n12 March 2019\n\nIt rains.",
        "PRESS RELEASE\n\nMarl Ferry to get new bridge\n\n12 March 2019\n\nThe council said so.\n",
    ],
    ids=["newsletter", "study", "release"],
)
def test_a_paper_that_is_of_no_meeting_gets_none(text: str) -> None:
    assert told(text, "paper.txt") is None


def test_the_order_of_business_is_no_body() -> None:
    text = (
        "Draft Meeting Minutes: May 9, 2018\n\nOrder of Business\n\n1. Call to Order\n\n"
        "Present: Members Lowe, Tarn. The Committee was called to order at six.\n\n2. Lamps\n\n"
        "The Committee approved the lamps.\n"
    )
    assert told(text, "minutes.txt") == ("Committee", "2018-05-09")


def test_words_of_a_title_in_capitals_are_no_acronyms() -> None:
    text = (
        "MARL CONSERVATION COMMISSION\nTRAIL SUBCOMMITTEE\nMonday, April 25, 2016\n\n"
        "Members Present: Ann Lowe\n\n1. Call to Order\n\nAnn Lowe moved to approve. Carried.\n"
    )
    assert told(text, "minutes.txt") == ("Trail Subcommittee", "2016-04-25")


@pytest.mark.parametrize(
    "head",
    [
        "6 March 2019\n\nTo: All Members of Kestrel Makers\n\nMeeting to be held on 12 March 2019",
        "NOTICE IS HEREBY GIVEN that a meeting of Kestrel Makers will be held on 12 March 2019",
    ],
    ids=["letter", "notice"],
)
def test_a_notice_names_the_body_that_it_calls_together(head: str) -> None:
    text = f"{head}\n\nAGENDA\n\n1. Apologies\n\n2. Minutes of the meeting of 1 March 2019\n"
    assert told(text, "agenda.txt") == ("Kestrel Makers", "2019-03-12")


def test_a_day_that_breaks_off_at_the_end_of_a_line() -> None:
    head = "MINUTES OF MARL FERRY\n\nCOUNCIL HELD AT THE MILL ON THURSDAY, 17TH\n\n"
    text = head + "## JANUARY, 2008, AT 7.45 P.M.\n\nPresent: Ann Lowe\n\nIt was agreed to rise.\n"
    found = extract(read_document(text.encode(), "paper.md"), Councils(())).meetings
    assert [meeting.key.date for meeting in found] == [date(2008, 1, 17)]
    assert [quote.paragraph for quote in found[0].evidence] == [1, 2]


def test_the_acronym_of_the_council_above() -> None:
    text = (
        "# Minutes of the October meeting of the above Council, 4th October 2017\n\n"
        "Present: Cllr Lowe\n\n## Accounts\n\n"
        "MFCC paid. MCC was told that MFCC would pay. MFCC agreed to pay.\n"
    )
    assert told(text, "paper.md") == ("MFCC", "2017-10-04")


def test_the_acronym_of_the_council_above_that_is_written_out_by_half() -> None:
    text = (
        "# Minutes of the AGM of the above Council, 4th October 2017\n\nPresent: Cllr Lowe\n\n"
        "## Lamps\n\nThe new Marl Ferry CC has no debts. WCC, the WCC clerk and WCC again wrote. "
        "The Tide Basin Trust thanked the Council. MFCC proposed lending a lamp. MFCC is poor.\n\n"
        "## Quay\n\nThe Council asked the Tide Basin Trust. WCC owns the quay, not MFCC.\n"
    )
    assert told(text, "paper.md") == ("Marl Ferry CC", "2017-10-04")


def test_an_organisation_in_the_text_lends_its_name_to_no_council() -> None:
    text = (
        "# Minutes of a meeting of the above Council held on 3rd May 2021\n\n## Gutter\n\n"
        "The Tide Basin Trust thanked the Council. The Council agreed to thank the Trust.\n\n"
        "## Quay\n\nThe Council asked the Tide Basin Trust to mend it, and the Council paid.\n"
    )
    assert told(text, "paper.md") == ("Council", "2021-05-03")


def test_the_council_above_whose_name_is_that_of_the_file() -> None:
    text = (
        "# Minutes of a meeting of the above Council held on 3rd May 2021\n\nPresent: Cllr Lowe\n\n"
        "## Bins\n\nTide Basin Town Council had asked for help. MFCC would ask Tide Basin Town "
        "Council. WCC was slow, WCC and WCC again, so WCC was told by MFCC. The Council thanked "
        "MFCC.\n"
    )
    name = "marl-ferry-community-council-2021-05-03.md"
    assert told(text, name) == ("Marl Ferry Community Council", "2021-05-03")


@pytest.mark.parametrize(
    "said",
    [
        "MCC would mend it. Cllr Lowe had written to MCC. MCC had not replied.",
        "The PVC was old. New PVC costs more. It was agreed to buy PVC.",
        "MFC agreed to pay. MFC paid. TWC and TWC and TWC wrote. MFC was told.",
    ],
)
def test_an_acronym_often_written_is_not_yet_the_council_above(said: str) -> None:
    text = (
        f"# Minutes of a meeting of the above Council held on 3rd May 2021\n\n## Gutter\n\n{said}\n"
    )
    assert names_no_body(text, "paper.md")


def test_notes_below_an_agenda_are_of_the_same_meeting() -> None:
    text = (
        "## CALL\n\nMarl Ferry Forum, 26 August 2015\n\n"
        "## PARTICIPANTS\n\n- Ann Lowe\n- Ben Tarn\n\n## AGENDA\n\n- Quay\n- Lamps\n\n"
        "## NOTES\n\n### Quay\n\nBen Tarn said that the quay was mended.\n\n"
        "Ann Lowe asked for lamps.\n\n## ACTION ITEMS\n\n- price a lamp (Ann)\n"
    )
    facts = extract(read_document(text.encode(), "paper.md"), Councils(()))
    assert {one.person.name for one in facts.attendance} == {"Ann Lowe", "Ben Tarn"}
    assert [one.text for one in facts.actions] == ["price a lamp"]


def test_the_day_that_front_matter_calls_the_start() -> None:
    text = (
        "---\nstart: 2017-11-30T09:40\ntitle: Marl Ferry Crew Meeting\n---\n\n# Minutes\n\n"
        "## Attendance\n\nAnn Lowe, Ben Tarn\n\n## Points\n\nThe quay was mended and agreed.\n"
    )
    assert told(text, "paper.md") == ("Marl Ferry Crew", "2017-11-30")


def test_the_day_of_the_title_is_before_that_of_a_second_attempt() -> None:
    text = (
        "# Minutes of the Marl Ferry Society AGM - 23 January 2023\n\n## Present:\n\n- Ann Lowe\n"
        "- Ben Tarn\n\nA second attempt at having an AGM will be held on 27 February 2023.\n"
    )
    found = told(text, "paper.md")
    assert found is not None and found[1] == "2023-01-23"
