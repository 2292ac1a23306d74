"""Short invented papers in the habits of many bodies, with what a careful reader finds in each."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Paper:
    """A paper and what it says.

    ``items`` are pairs of number and title, "" where the paper gives no number;
    ``decisions`` are the item's number, the outcome and words that the decision holds.
    """

    name: str
    text: str
    body: str
    day: date
    items: tuple[tuple[str, str], ...] = ()
    decisions: tuple[tuple[str, str, str], ...] = ()

    def __str__(self) -> str:
        return self.name


PARISH_CAPITALS = Paper(
    "parish-capitals.md",
    """---
title: "Larkham PC Minutes May"
date: "2015-10-22"
categories:
  - "parish-councils"
---

MINUTES OF LARKHAM PARISH COUNCIL MEETING HELD AT THE CHAPEL MONDAY 13th MAY 2015

Present– Cllr Ann Lowe - Chairman, Cllr B Tarn, Cllr Cara Voss.

Mr D Moss – County Councillor 9 members of the public

1\\. Election of Chairman It was proposed and seconded that Cllr A Lowe should remain as \
Chairman. With no other nominations Cllr Lowe was duly elected.

2\\. Chairman signed her Acceptance of Office.

3\\. Apologies for absence accepted from: No apologies from councillors.

4\\. No Declarations of Interest made.

5\\. Election of Vice-Chairman It was proposed and seconded that Cllr B Tarn should remain. \
With no other nominations Cllr Tarn was duly elected. 6. The Minutes of the meeting held on \
02/03/15 were agreed as a true record.

7\\. Matters arising from previous meetings It was suggested the goal posts be moved. Hedges \
have been reported before but members agreed that the roads were bad.
""",
    "Larkham Parish Council",
    date(2015, 5, 13),
    (
        ("1", "Election of Chairman"),
        ("2", "Chairman signed her Acceptance of Office"),
        ("3", "Apologies for absence accepted from"),
        ("4", "No Declarations of Interest made"),
        ("5", "Election of Vice-Chairman"),
        ("6", "The Minutes of the meeting held on 02/03/15 were agreed as a true record"),
        ("7", "Matters arising from previous meetings"),
    ),
    (
        ("1", "agreed", "Cllr Lowe was duly elected"),
        ("5", "agreed", "Cllr Tarn was duly elected"),
        ("6", "agreed", "were agreed as a true record"),
    ),
)

PARISH_SLASHED = Paper(
    "parish-slashed.md",
    """DRAFT MINUTES OF THE EAST BRINDLE PARISH COUNCIL MEETING HELD AT BRINDLE VILLAGE HALL \
AT 7.00 pm ON THURSDAY 1 JUNE 2017

PRESENT (three Councillors): - Ann Lowe (AL), Cara Voss (CV) – Chair, Ben Tarn (BT). \
Parish Clerk: Dee Moss In attendance: four members of the public.

70/17 Apologies for absence Apologies had been received from Tom Fry (TF) who was at work. \
71/17 Declaration of Interest on agenda items No declarations were made. \
72/17 Minutes of the Parish Council meeting held on 3 May 2017

The councillors agreed that the minutes should be signed as a true record subject to the two \
amendments. CV signed the amended minutes.

73/17 Matters Arising from the Minutes

CV confirmed these were covered by reports.

74/17 Finance.

a) Accounts for May – CV proposed and AL seconded that the financial information should be \
presented in July. Councillors present were content with the proposal.

b) Telephone boxes – Councillors agreed that the proposal to place plants in the boxes should go \
ahead.
""",
    "East Brindle Parish Council",
    date(2017, 6, 1),
    (
        ("70/17", "Apologies for absence"),
        ("71/17", "Declaration of Interest on agenda items"),
        ("72/17", "Minutes of the Parish Council meeting held on 3 May 2017"),
        ("73/17", "Matters Arising from the Minutes"),
        ("74/17", "Finance"),
    ),
    (
        ("72/17", "agreed with changes", "should be signed as a true record"),
        ("74/17", "agreed", "proposed and AL seconded"),
        ("74/17", "agreed", "place plants in the boxes should go ahead"),
    ),
)

PARISH_CAPITAL_TITLES = Paper(
    "parish-capital-titles.txt",
    """DRAFT – FOR APPROVAL AT THE NEXT MEETING

Norwick and Whitmere Parish Council – Ordinary Meeting Tuesday 4th April 2017, 7.30pm Norwick \
Village Hall

PRESENT: Cllr R. Crane (Chairman), Cllr S. Leat, Cllr M Pike and Mrs N Cole, Clerk.

1. PUBLIC FORUM The new lamp at Glebe End was discussed. A resident advised that the lamp had \
been approved after a request.

2. ACCEPTANCE OF APOLOGIES FOR ABSENCE Apologies were provided for Cllr A Coll. This was \
accepted by all. 3. MEMBERS' DECLARATION OF INTERESTS There were none.

4. TO APPROVE AND SIGN THE MINUTES OF THE MEETING held 7th March 2017 The minutes were approved \
by all Councillors present and signed by the Chairman as a true record.

5. POLICY REVIEW The Councillors had been provided with updated Standing Orders. A resolution was \
passed to adopt this policy and a copy will be placed on the website.

6. HOUSING PLEDGE This was discussed and the Parish Council decided to not sign the pledge.

ACTION: Clerk to contact the sender.
""",
    "Norwick and Whitmere Parish Council",
    date(2017, 4, 4),
    (
        ("1", "PUBLIC FORUM"),
        ("2", "ACCEPTANCE OF APOLOGIES FOR ABSENCE"),
        ("3", "MEMBERS' DECLARATION OF INTERESTS"),
        ("4", "TO APPROVE AND SIGN THE MINUTES OF THE MEETING held 7th March 2017"),
        ("5", "POLICY REVIEW"),
        ("6", "HOUSING PLEDGE"),
    ),
    (
        ("4", "agreed", "The minutes were approved by all Councillors"),
        ("5", "agreed", "A resolution was passed to adopt this policy"),
        ("6", "rejected", "decided to not sign the pledge"),
    ),
)

PARISH_LETTERHEAD = Paper(
    "parish-letterhead.txt",
    """SOUTH MARSTOW PARISH COUNCIL

Clerk: Mrs Ivy Penn, 3 Church Row, South Marstow

Minutes of the Monthly Meeting held in the Village Hall on Monday 14 January 2013 at 7.30pm

Present: Cllrs A Lowe (Chair), B Tarn and C Voss

01/13 Apologies

Apologies were received from Cllr D Moss.

02/13 Minutes of the last meeting

The minutes of the meeting held on 10 December 2012, having been circulated, were approved as a \
correct record and signed by the Chairman.

03/13 Grass cutting

It was RESOLVED that the quotation of Green Blade for £1,200 be accepted. Members thanked the Clerk.

04/13 Date of next meeting

Monday 11 February 2013 at 7.30pm.
""",
    "South Marstow Parish Council",
    date(2013, 1, 14),
    (
        ("01/13", "Apologies"),
        ("02/13", "Minutes of the last meeting"),
        ("03/13", "Grass cutting"),
        ("04/13", "Date of next meeting"),
    ),
    (
        ("02/13", "agreed", "were approved as a correct record"),
        ("03/13", "agreed", "the quotation of Green Blade for £1,200 be accepted"),
    ),
)

PARISH_PROPOSALS = Paper(
    "parish-proposals.md",
    """Minutes of Oakfleet Annual Parish Council Meeting held in The Community Centre At 7.30pm on \
Wednesday 18 May 2011

Those Attending: Cllr Mrs M Lamb, Cllr J Nichol, Cllr T Rye, Mrs C Hart (Clerk) and 16 members of \
the public.

Apologies: No apologies

**Adoption of Financial Regulations**

The Clerk asked if the Financial Regulations had been read.

Cllr Mrs Lamb proposed acceptance seconded by Cllr Rye. Approved.

**Adoption of Annual Accounts**

The accounts had been inspected by the Internal Auditor.

Cllr Rye proposed acceptance, seconded by Cllr Nichol. Agreed

**Co-option of Councillors**

Five requests had been received. Cllr Rye proposed that all five be co-opted and this was seconded \
by Cllr Lamb. Carried by 2 votes to 1.

**Future Meetings**

Cllr Nichol felt that meetings should be held every other month. This will be discussed at the next \
meeting.
""",
    "Oakfleet Parish Council",
    date(2011, 5, 18),
    (
        ("", "Adoption of Financial Regulations"),
        ("", "Adoption of Annual Accounts"),
        ("", "Co-option of Councillors"),
        ("", "Future Meetings"),
    ),
    (
        ("", "agreed", "Cllr Mrs Lamb proposed acceptance seconded by Cllr Rye"),
        ("", "agreed", "Cllr Rye proposed acceptance, seconded by Cllr Nichol"),
        ("", "agreed", "Carried by 2 votes to 1"),
    ),
)

PARISH_BOLD_LEADS = Paper(
    "parish-bold-leads.md",
    """# Hollin Parish Council

## Minutes of the meeting held on 12/05/09 at the Reading Room

**Present:** Cllrs Lowe, Tarn and Voss

**Apologies** - received from Cllr Moss.

**Declarations of interest** - none.

**Minutes of the last meeting** - agreed as a true record with a slight amendment.

**Planning** - application 09/0123, a porch at The Mill. No objection was raised. Resolved to \
support the application.

**Highways** - It was noted that the drain in Mill Lane is still blocked.
""",
    "Hollin Parish Council",
    date(2009, 5, 12),
    (
        ("", "Apologies"),
        ("", "Declarations of interest"),
        ("", "Minutes of the last meeting"),
        ("", "Planning"),
        ("", "Highways"),
    ),
    (
        ("", "agreed with changes", "agreed as a true record with a slight amendment"),
        ("", "agreed", "Resolved to support the application"),
    ),
)

IRISH_COUNTY = Paper(
    "irish-county.txt",
    """MINUTES OF PROCEEDINGS AT MEETING OF BALLYNOE CITY AND COUNTY COUNCIL HELD IN THE COUNCIL
CHAMBER, ROSSMORE, BALLYNOE, ON MONDAY, 22ND SEPTEMBER, 2014, AT 3.00 P.M.

PRESENT IN THE CHAIR: Councillor K. Shea, An Cathaoirleach.

MEMBERS PRESENT:

Councillors Browne, Butler, Collins (J), Collins (M), Cmhlr. Ó Cealla and Teefy.

OFFICIALS IN ATTENDANCE:

Chief Executive (Mr. C. Moran), Head of Finance (Mr. T. Gill).

1. Adoption of Minutes

Circulated, copies of draft Minutes of the following Meetings:

(a) Ordinary Meeting of the Council held on 22nd April, 2014.

(b) Special Meeting of the Council held on 14th May, 2014.

Proposed by Councillor Browne;
Seconded by Councillor Butler;
And Resolved:

"That the Minutes, as circulated, be taken as read and adopted and signed."

2. Disposal of Land

(a) Site at Mill Road

Circulated, report of the Head of Finance dated 8th September, 2014.

On the proposal of Councillor Collins (J), seconded by Councillor Teefy, it was agreed that the \
site be disposed of.

3. Correspondence

The Members noted the correspondence. A letter on bus routes was discussed at length.
""",
    "Ballynoe City and County Council",
    date(2014, 9, 22),
    (("1", "Adoption of Minutes"), ("2", "Disposal of Land"), ("3", "Correspondence")),
    (
        ("1", "agreed", "That the Minutes, as circulated, be taken as read"),
        ("2", "agreed", "it was agreed that the site be disposed of"),
        ("3", "noted", "The Members noted the correspondence"),
    ),
)

IRISH_MONTHLY = Paper(
    "irish-monthly.html",
    """<html><head><title>Minutes July 2016</title></head><body>
<p><b>Minutes of the Monthly Meeting of Kilbrack County Council held in the Council Chamber, \
Áras an Chontae, on Monday 25th July 2016 at 2.00 p.m.</b></p>
<p><b>Present:</b> Cllr. A. Lowe, Cathaoirleach. Cllrs. B. Tarn, C. Voss and D. Moss.</p>
<p><b>1. Confirmation of Minutes</b></p>
<p>Proposed by Cllr. B. Tarn, seconded by Cllr. C. Voss and unanimously agreed that the minutes of \
the June meeting be confirmed.</p>
<p><b>2. Roads Programme</b></p>
<p>Cllr. Moss asked about the N99. The Director of Services replied that works were under way.</p>
<p>It was resolved on the proposal of Cllr. D. Moss, seconded by Cllr. A. Lowe to adopt the Roads \
Programme 2016.</p>
<p><b>3. Taking in charge</b></p>
<p>Resolved: That the estate at Rath Lawn be taken in charge.</p>
</body></html>
""",
    "Kilbrack County Council",
    date(2016, 7, 25),
    (("1", "Confirmation of Minutes"), ("2", "Roads Programme"), ("3", "Taking in charge")),
    (
        ("1", "agreed", "seconded by Cllr. C. Voss and unanimously agreed"),
        ("2", "agreed", "to adopt the Roads Programme 2016"),
        ("3", "agreed", "That the estate at Rath Lawn be taken in charge"),
    ),
)

COUNCIL_COMMITTEE = Paper(
    "council-committee.md",
    """# WESTMOOR DISTRICT COUNCIL

## PLANNING COMMITTEE

Minutes of the meeting held on Tuesday 3 March 2015 at 7.30pm

**Present:** Councillors Lowe (Chair), Tarn, Voss

**23/045 Apologies for absence**

There were none.

**23/046 Minutes**

**RESOLVED:** That the minutes of the meeting held on 3 February 2015 be signed as a correct record.

**23/047 Land at Mill Lane**

The officer presented the report. A motion to refuse the application was moved by Councillor Tarn \
and seconded by Councillor Voss. On being put to the vote the motion was lost.

**RESOLVED** (8 for, 2 against, 1 abstention) that permission be granted subject to conditions.

**23/048 Works at the Weir**

RESOLVED to defer the application for a site visit.
""",
    "Planning Committee",
    date(2015, 3, 3),
    (
        ("23/045", "Apologies for absence"),
        ("23/046", "Minutes"),
        ("23/047", "Land at Mill Lane"),
        ("23/048", "Works at the Weir"),
    ),
    (
        ("23/046", "agreed", "be signed as a correct record"),
        ("23/047", "rejected", "the motion was lost"),
        ("23/047", "agreed with changes", "permission be granted subject to conditions"),
        ("23/048", "deferred", "defer the application"),
    ),
)

BOARD_OF_DIRECTORS = Paper(
    "board-of-directors.md",
    """# Board of Directors Meeting – 14th June 2018

**Attendees:** Ann Lowe (AL), Ben Tarn (BT), Cara Voss (CV)

## 1. Minutes of the last meeting

Motion to approve by AL, seconded by BT, all aye.

## 2. Budget

CV presented the draft budget.

Motion to adopt the 2019 budget by BT, seconded by AL. Motion passes 5-2-1.

## 3. Logo

Discussion of the logo. No decision taken.

## 4. Sponsorship

Resolution: That the sponsorship policy be adopted. (Ann, Ben)

In favour: 6. Against: 1. Abstentions: 0.
""",
    "Board of Directors",
    date(2018, 6, 14),
    (
        ("1", "Minutes of the last meeting"),
        ("2", "Budget"),
        ("3", "Logo"),
        ("4", "Sponsorship"),
    ),
    (
        ("1", "agreed", "Motion to approve by AL, seconded by BT, all aye"),
        ("2", "agreed", "Motion to adopt the 2019 budget"),
        ("4", "agreed", "That the sponsorship policy be adopted"),
    ),
)

STUDENT_COMMITTEE = Paper(
    "student-committee.html",
    """<html><head><title>Minutes of Chess Club Committee meeting of Saturday 2010-02-20</title></head>
<body><h1>Minutes of Chess Club Committee meeting of Saturday 2010-02-20</h1>
<p><b>Venue:</b> The Old Hall</p>
<p><b>Time:</b> 10:00-11:39</p>
<p><b>In attendance:</b> Dan Fry (Secretary), Mal Short (Chairman)</p>
<p><b>Apologies:</b> Han Tan</p>
<h2>Broken clocks</h2>
<ul><li><p>Two clocks are broken.</p></li>
<li><p>Buy four new clocks for at most £120.</p>
<ul><li><p><b>Motion passed unanimously.</b></p></li></ul></li></ul>
<h2>Annual dinner</h2>
<ul><li><p>Mal suggested a later date.</p></li></ul>
<h2>Any other business</h2>
<p>None.</p>
</body></html>
""",
    "Chess Club Committee",
    date(2010, 2, 20),
    (("", "Broken clocks"), ("", "Annual dinner"), ("", "Any other business")),
    (("", "agreed", "Motion passed unanimously"),),
)

STUDENT_SHORT = Paper(
    "student-short.txt",
    """Rowing Society
Committee Meeting Minutes 21/11/16

Present: Ann Lowe, Ben Tarn, Cara Voss
Apologies: Dee Moss

Item 1: Approval of minutes
The minutes of 07/11/16 were approved.

Item 2: Boat repairs
Ben explained the quotes. The committee agreed to accept the lower quote of £340. All in favour.

Item 3: Social
It was suggested that a quiz be held. Dee's idea was deferred to the next meeting.
""",
    "Rowing Society Committee",
    date(2016, 11, 21),
    (("1", "Approval of minutes"), ("2", "Boat repairs"), ("3", "Social")),
    (
        ("1", "agreed", "The minutes of 07/11/16 were approved"),
        ("2", "agreed", "agreed to accept the lower quote of £340"),
        ("3", "deferred", "deferred to the next meeting"),
    ),
)

LIBRARY_BOARD = Paper(
    "library-board.txt",
    """Harbour Libraries Ltd

Minutes of the Board Meeting held on 9 November 2021 via video call

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss
In attendance: Dee Moss (Company Secretary)

1 Welcome and apologies

The Chair welcomed everyone. Apologies were received from Eve Nash.

2 Minutes of the previous meeting

The minutes of the meeting of 7 September 2021 were agreed subject to a correction at 4.2.

3 Chief Executive's report

3.1 The Chief Executive introduced her report.

3.2 The Board:

(a) noted the report;

(b) agreed to appoint Tarn & Co as auditors; and

(c) delegated the choice of the van to the Chief Executive.

4 Opening hours

The Board had previously agreed to review the hours. Directors felt that Sundays were popular.

4.1 AGREED: to open on Sundays from January 2022.

5 Any other business

There was none.
""",
    "Harbour Libraries Ltd Board",
    date(2021, 11, 9),
    (
        ("1", "Welcome and apologies"),
        ("2", "Minutes of the previous meeting"),
        ("3", "Chief Executive's report"),
        ("4", "Opening hours"),
        ("5", "Any other business"),
    ),
    (
        ("2", "agreed with changes", "were agreed subject to a correction"),
        ("3", "noted", "noted the report"),
        ("3", "agreed", "agreed to appoint Tarn & Co as auditors"),
        ("3", "agreed", "delegated the choice of the van"),
        ("4", "agreed", "to open on Sundays from January 2022"),
    ),
)

NATIONAL_BOARD = Paper(
    "national-board.md",
    """**National Seed Advisory Board**

**Minutes of the 12th meeting, 6 October 2020**

**Members:** Dr Ann Lowe (Chair), Prof Ben Tarn

**Officials:** Cara Voss (Secretariat)

**Item 1: Welcome, apologies and declarations of interest**

1.1 The Chair welcomed members.

**Item 2: Seed vault**

2.1 Prof Tarn presented paper 20/07.

2.2 Members noted the update and asked that the costs be set out.

2.3 The Board endorsed the approach and referred the matter of storage to the Finance Committee.

**Item 3: Work programme**

3.1 Members considered that the programme was ambitious.

3.2 The Board approved the work programme.
""",
    "National Seed Advisory Board",
    date(2020, 10, 6),
    (
        ("1", "Welcome, apologies and declarations of interest"),
        ("2", "Seed vault"),
        ("3", "Work programme"),
    ),
    (
        ("2", "noted", "Members noted the update"),
        ("2", "agreed", "endorsed the approach"),
        ("3", "agreed", "approved the work programme"),
    ),
)

TOWN_COLUMNS = Paper(
    "town-agenda.md",
    """# Fenwick Town Council

To all members of the Council: you are summoned to the Annual Meeting of Fenwick Town Council to be \
held at the Town Hall on Monday 9th May 2022 at 7pm for the business below.

## AGENDA

| Item | Subject | Lead | Time |
|---|---|---|---|
| 1 | Election of Mayor | Clerk | 7.00 |
| 2 | Apologies for absence | Clerk | 7.10 |
| 3 | Minutes of the meeting held on 11 April 2022 | Mayor | 7.15 |
| 4 | Budget outturn | Cllr Ann Lowe | 7.20 |
""",
    "Fenwick Town Council",
    date(2022, 5, 9),
    (
        ("1", "Election of Mayor"),
        ("2", "Apologies for absence"),
        ("3", "Minutes of the meeting held on 11 April 2022"),
        ("4", "Budget outturn"),
    ),
)

PARISH_AGENDA = Paper(
    "parish-agenda.txt",
    """LOWER BRAY PARISH COUNCIL

NOTICE OF MEETING

Councillors are hereby summoned to attend a meeting of the Parish Council on Wednesday 7th \
February 2024 in the Jubilee Hall at 7.30pm.

AGENDA

1) To receive apologies for absence
2) To receive declarations of interest
3) To approve the minutes of the meeting held on 3rd January 2024
4) Planning applications
a) 24/0012 Rose Cottage
b) 24/0015 The Old Forge
5) Finance: to approve payments
6) Date of next meeting: 6th March 2024

Ivy Penn, Parish Clerk
1 February 2024
""",
    "Lower Bray Parish Council",
    date(2024, 2, 7),
    (
        ("1", "To receive apologies for absence"),
        ("2", "To receive declarations of interest"),
        ("3", "To approve the minutes of the meeting held on 3rd January 2024"),
        ("4", "Planning applications"),
        ("4a", "24/0012 Rose Cottage"),
        ("4b", "24/0015 The Old Forge"),
        ("5", "Finance: to approve payments"),
        ("6", "Date of next meeting: 6th March 2024"),
    ),
)

SUB_ITEMS = Paper(
    "sub-items.txt",
    """Minutes of a Meeting of the Estates Sub-Committee of Marl College held on 2 July 2019

Present: A Lowe (Chair), B Tarn, C Voss

14/2019 MINUTES

The Minutes of the meeting of 4 June 2019 were confirmed and signed.

15/2019 ROOF OF THE OLD LIBRARY

Received: a report from the Bursar.

Agreed: that tenders be sought.

16/2019 CAR PARK

The Sub-Committee considered the two options.

RESOLVED unanimously:
1. That option B be adopted.
2. That the Bursar be authorised to sign the contract.
""",
    "Estates Sub-Committee of Marl College",
    date(2019, 7, 2),
    (
        ("14/2019", "MINUTES"),
        ("15/2019", "ROOF OF THE OLD LIBRARY"),
        ("16/2019", "CAR PARK"),
    ),
    (
        ("14/2019", "agreed", "were confirmed and signed"),
        ("15/2019", "agreed", "that tenders be sought"),
        ("16/2019", "agreed", "That option B be adopted"),
        ("16/2019", "agreed", "That the Bursar be authorised"),
    ),
)

NO_HEADINGS = Paper(
    "no-headings.txt",
    """Notes of the meeting of the Friends of Tolby Wood Committee, Thursday 5 October 2006

Present: Ann Lowe, Ben Tarn, Cara Voss

Ben reported on the path. The lower half is under water and the boards are slippery, which several \
walkers have complained about over the summer.

It was agreed to buy twelve boards. Cara offered to fetch them.

Ann thanked the volunteers, who had cleared the rhododendron along the whole of the northern edge.

The treasurer's report was accepted.
""",
    "Friends of Tolby Wood Committee",
    date(2006, 10, 5),
    (),
    (
        ("", "agreed", "It was agreed to buy twelve boards"),
        ("", "agreed", "The treasurer's report was accepted"),
    ),
)

LEAD_IN = Paper(
    "lead-in.txt",
    """Minutes of the Waterways Forum held on 30 April 2014

Present: Cllr Ann Lowe (Chair), Cllr Ben Tarn

1. Minutes

The minutes of the meeting held on 29 January 2014 were approved as a correct record.

2. Locks

The members;

a) noted the repairs to the upper lock,

b) agreed to write to the Canal Trust, and

c) requested a further report.

3. Towpath

It was moved by Cllr Tarn, seconded by Cllr Lowe, that the towpath be closed at night. The motion \
fell, with 3 votes for and 9 against.
""",
    "Waterways Forum",
    date(2014, 4, 30),
    (("1", "Minutes"), ("2", "Locks"), ("3", "Towpath")),
    (
        ("1", "agreed", "approved as a correct record"),
        ("2", "noted", "noted the repairs to the upper lock"),
        ("2", "agreed", "agreed to write to the Canal Trust"),
        ("2", "requested", "requested a further report"),
        ("3", "rejected", "The motion fell, with 3 votes for and 9 against"),
    ),
)

POSTED = Paper(
    "posted.md",
    """---
title: "Parish Council Meeting, 4th November 2025"
date: 2025-11-19
---

# Ashby Magna Parish Council

Minutes of the Parish Council Meeting

### Present

Cllr Lowe, Cllr Tarn, Cllr Voss

### 25/101 Apologies

None.

### 25/102 Lighting

Cllr Tarn proposed and Cllr Voss seconded that four lamps be bought. This was agreed.
""",
    "Ashby Magna Parish Council",
    date(2025, 11, 4),
    (("25/101", "Apologies"), ("25/102", "Lighting")),
    (("25/102", "agreed", "four lamps be bought"),),
)

CAPITAL_HEADS = Paper(
    "capital-heads.txt",
    """THE COURT OF ST BRANNOC UNIVERSITY

MEETING OF THE AUDIT COMMITTEE

FRIDAY 19 OCTOBER 2012

PRESENT: Ms A Lowe (Convener), Mr B Tarn

APOLOGIES: Dr C Voss

MINUTES

The minute of the meeting of 25 May 2012 was approved.

MATTERS ARISING

There were no matters arising that did not appear elsewhere on the agenda of this meeting.

INTERNAL AUDIT

The Committee received the annual report of the internal auditor and approved the plan for 2013.

It had been agreed in May that the fee be reviewed.

ANY OTHER BUSINESS

There was no other business and the meeting closed at half past four in the afternoon.
""",
    "Audit Committee",
    date(2012, 10, 19),
    (
        ("", "MINUTES"),
        ("", "MATTERS ARISING"),
        ("", "INTERNAL AUDIT"),
        ("", "ANY OTHER BUSINESS"),
    ),
    (
        ("", "agreed", "The minute of the meeting of 25 May 2012 was approved"),
        ("", "noted", "received the annual report of the internal auditor"),
    ),
)

REPORTED = Paper(
    "reported.txt",
    """Minutes of the Harbour Users Group held on 8 March 2011

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

1. Pontoon

Mr Tarn said that the County Council had resolved to close the pontoon. Mrs Voss agreed that it was \
a pity. It was felt that the Group should object, and several members suggested a letter.

2. Moorings

The Harbour Master advised that the fee was agreed by the Trust in 2009. If the plan is approved the \
moorings would move. Members considered the matter at length.

3. Signs

It was proposed by Mrs Voss, seconded by Mr Tarn and carried nem con that two signs be ordered.
""",
    "Harbour Users Group",
    date(2011, 3, 8),
    (("1", "Pontoon"), ("2", "Moorings"), ("3", "Signs")),
    (("3", "agreed", "two signs be ordered"),),
)

AMERICAN = Paper(
    "american.md",
    """# Quill Foundation Board Meeting

**Date:** March 2, 2020

**Present:** Ann Lowe, Ben Tarn, Cara Voss

## Call to order

The meeting was called to order at 16:05.

## Approval of minutes

- **Motion:** To approve the minutes of February 3, 2020.
- **Moved by:** Ann Lowe
- **Seconded by:** Ben Tarn
- **Result:** Carried unanimously

## Grants

Cara moved to award $500 to the print shop. Ann seconded. The motion failed 1-2.
""",
    "Quill Foundation Board",
    date(2020, 3, 2),
    (("", "Call to order"), ("", "Approval of minutes"), ("", "Grants")),
    (
        ("", "agreed", "To approve the minutes of February 3, 2020"),
        ("", "rejected", "The motion failed 1-2"),
    ),
)

PAPERS = [paper for paper in list(globals().values()) if isinstance(paper, Paper)]
