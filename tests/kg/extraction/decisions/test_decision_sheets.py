"""Papers that only tell what was decided, as councils publish them days after a meeting."""

from datetime import date

from kg.facts import MeetingKey
from tests.support.read_papers import facts_of

MEETING = MeetingKey("Cabinet", date(2032, 6, 17))
SHEET = """<html><body><h1>DECISIONS OF THE CABINET</h1><p><b>17 June 2032</b></p>
<p>The following decisions were taken by the Cabinet at its meeting on Thursday 17 June 2032.</p>
<p>Present: Councillors Ann Lowe (Leader), Tom Reed and Ida Moss</p>
<table><tr><th>Item</th><th>Decision</th></tr>
<tr><td>5. Lamps</td><td>RESOLVED: that the lamps be mended.<br>Reasons: To light the quay.<br>
Other options considered: Candles – rejected as too dear.</td></tr>
<tr><td>6. Slipway</td><td>RESOLVED: that<br>(a) the plan be approved; and<br>(b) £9,000 be
released.</td></tr></table></body></html>"""
PRINTED = """<html><body><h1>Decisions</h1><h2>Cabinet - Thursday, 17th June, 2032 6.00 pm</h2>
<table><tr><th>No.</th><th>Item</th></tr>
<tr><td>1.</td><td><p><b>Apologies for absence</b></p></td></tr>
<tr><td>2.</td><td><p><b>Minutes</b></p><p>To approve the minutes of 20 May 2032.</p>
<p><b>Decision:</b></p><p>The minutes were approved.</p></td></tr>
<tr><td>5.</td><td><p><b>Lamps</b> PDF 244 KB</p><p>Report of the Harbour Master.</p>
<p><b>Decision:</b></p><p>RESOLVED – That the lamps be mended.</p></td></tr></table></body>
</html>"""
OFFICER = """<html><body><h1>Record of Officer Decision</h1><table>
<tr><td>Decision title:</td><td>Culvert</td></tr><tr><td>Date of decision:</td><td>20 June 2032</td>
</tr><tr><td>Decision maker:</td><td>Director of Place</td></tr>
<tr><td>Decision:</td><td>To award the contract to Brook Ltd.</td></tr></table></body></html>"""
PLAN = """<html><body><h1>Forward Plan of Key Decisions</h1><table>
<tr><th>Title</th><th>Decision maker</th><th>Date of decision</th><th>Contact</th></tr>
<tr><td>Local plan</td><td>Council</td><td>16 July 2032</td><td>Jo Verity</td></tr>
<tr><td>Depot</td><td>Cabinet</td><td>15 July 2032</td><td>Ian Pask</td></tr></table></body>
</html>"""


def test_a_sheet_tells_the_decisions_of_each_item_and_no_other_options() -> None:
    found = facts_of(SHEET, "decisions.html")
    assert found.meeting == MEETING
    assert [(one.item, one.text) for one in found.decisions] == [
        ("5", "that the lamps be mended."),
        ("6", "the plan be approved; and"),
        ("6", "£9,000 be released."),
    ]


def test_decisions_as_a_portal_prints_them_are_those_of_the_meeting() -> None:
    found = facts_of(PRINTED, "decisions.html")
    assert (found.kind, found.meeting) == ("minutes", MEETING)
    assert [(one.number, one.title) for one in found.items] == [
        ("1", "Apologies for absence"),
        ("2", "Minutes"),
        ("5", "Lamps"),
    ]
    assert [(one.item, one.text) for one in found.decisions] == [
        ("2", "The minutes were approved."),
        ("5", "That the lamps be mended."),
    ]


def test_what_an_officer_decides_is_of_no_meeting() -> None:
    found = facts_of(OFFICER, "officer.html")
    assert (found.kind, found.meeting, found.meetings) == ("other", None, ())


def test_a_list_of_decisions_to_come_is_of_none_of_their_meetings() -> None:
    found = facts_of(PLAN, "plan.html")
    assert (found.meeting, found.decisions, found.reports) == (None, (), ())


def test_a_section_of_a_report_about_decisions_opens_no_minutes() -> None:
    text = (
        "# Works Committee\n\n9 March 2032\n\n## Lamps\n\n### Purpose\n\n1. To report.\n\n"
        "### Decisions\n\n2. The Committee may mend the lamps.\n\n### Recommendations\n\n3. To pay."
    )
    assert facts_of(text, "lamps.md").kind == "report"
