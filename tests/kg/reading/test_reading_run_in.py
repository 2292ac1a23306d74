"""Items of minutes that run on in a paragraph, and titles that run into their text."""

import io

import docx
import pytest

from kg.model import Document, Kind
from kg.reading.read import read_document

HEAD = "Minutes of the Weir Board\n\nPresent: Cllr Ann Lowe, Cllr Ben Tarn\n\n"


def texts(document: Document) -> list[tuple[bool, str]]:
    """The paragraphs after those of the head: whether each is a heading, and its words."""
    return [(p.kind is Kind.HEADING, p.text) for p in document.paragraphs[2:]]


def read(body: str, name: str = "minutes.txt") -> list[tuple[bool, str]]:
    return texts(read_document((HEAD + body).encode(), name))


def test_a_number_that_carries_on_the_count_opens_a_paragraph() -> None:
    assert read(
        "1. Apologies There were none. 2. Minutes The minutes were agreed. 3. Weir It is open."
    ) == [
        (True, "1. Apologies"),
        (False, "There were none."),
        (True, "2. Minutes"),
        (False, "The minutes were agreed."),
        (True, "3. Weir"),
        (False, "It is open."),
    ]


def test_names_behind_a_dash_are_no_text_of_a_title() -> None:
    body = (
        "1. Apologies There were none.\n\n2. Grants Two were made:\n\n"
        "2.1. Gates for lambs – Leeds and Oxwick Council.\n\n"
        "2.2. Lamps for boats – LB Brent and Harrow.\n\n3. Weir It is open.\n"
    )
    assert [text for heading, text in read(body) if "–" in text] == [
        "2.1. Gates for lambs – Leeds and Oxwick Council.",
        "2.2. Lamps for boats – LB Brent and Harrow.",
    ]


@pytest.mark.parametrize("kind", ["OLD BUSINESS", "NEW BUSINESS"])
def test_a_title_in_capitals_goes_on_behind_a_colon_with_customary_business(kind: str) -> None:
    body = (
        "DUES: All were paid.\n\nLAMPS: Two are lit.\n\n"
        f"MATTERS TO ACT ON: {kind}\n\nThe gate was shut.\n\nRAMP: It is wet.\n"
    )
    titles = [text for heading, text in read(body) if heading]
    assert titles == ["DUES:", "LAMPS:", f"MATTERS TO ACT ON: {kind}", "RAMP:"]


def test_minute_numbers_with_the_year_carry_on_too() -> None:
    body = "70/17 Apologies There were none. 71/17 Minutes The minutes were agreed."
    assert [text for heading, text in read(body) if heading] == ["70/17 Apologies", "71/17 Minutes"]


def test_a_list_of_its_own_inside_a_paragraph_stays() -> None:
    body = (
        "1. Weir Three ways were named: 1. Do nothing. 2. Repair it. 3. Sell it.\n\n2. Fish None."
    )
    assert (False, "Three ways were named: 1. Do nothing. 2. Repair it. 3. Sell it.") in read(body)


@pytest.mark.parametrize(
    ("run_in", "title"),
    [
        ("Election of Chairman It was proposed that Ann serve.", "Election of Chairman"),
        ("Election of Chairman Ann Lowe was elected.", "Election of Chairman"),
        ("PUBLIC FORUM The new lamp was discussed.", "PUBLIC FORUM"),
        ("Clerk's report: The clerk had written to the mill.", "Clerk's report:"),
        ("Police report – PK reported that all was quiet.", "Police report –"),
        ("Declarations of interest. There were none.", "Declarations of interest."),
    ],
)
def test_a_title_that_runs_into_its_text_is_a_heading(run_in: str, title: str) -> None:
    found = read(f"1. Apologies There were none.\n\n2. {run_in}\n\n3. Fish Nothing was said.")
    assert (True, f"2. {title}") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chair welcomed members to the weir.",
        "Ann Lowe introduced her report. Members were pleased.",
        "A visit costs £7,200. The yearly cost has not been worked out.",
    ],
)
def test_numbered_sentences_have_no_title(sentence: str) -> None:
    body = f"1. Apologies There were none.\n\n2. {sentence}\n\n3. Fish Nothing was said."
    assert (False, f"2. {sentence}") in read(body)


def test_a_paper_that_does_not_say_who_came_is_left_as_it_is() -> None:
    body = "1. Apologies There were none. 2. Minutes The minutes were agreed."
    document = read_document(f"A story\n\n{body}".encode(), "story.txt")
    assert document.paragraphs[-1].text == body


def test_titles_in_bold_head_their_text_in_markdown_and_in_word() -> None:
    leads = [("Apologies", "- none."), ("Planning", "- a porch."), ("Highways", "- a drain.")]
    markdown = "\n\n".join(f"**{lead}** {rest}" for lead, rest in leads)
    word = docx.Document()
    for line in HEAD.strip().split("\n\n"):
        word.add_paragraph(line)
    for lead, rest in leads:
        paragraph = word.add_paragraph()
        paragraph.add_run(lead).bold = True
        paragraph.add_run(f" {rest}")
    data = io.BytesIO()
    word.save(data)
    titles = [(True, "Apologies -"), (True, "Planning -"), (True, "Highways -")]
    assert [one for one in read(markdown, "minutes.md") if one[0]] == titles
    in_word = texts(read_document(data.getvalue(), "minutes.docx"))
    assert [one for one in in_word if one[0]] == titles


def test_labels_in_bold_stay_with_their_words() -> None:
    found = read(
        "**Venue:** the hall\n\n**Action:** Ann to write\n\n**RESOLVED** that it be so.", "m.md"
    )
    assert not any(heading for heading, _ in found)


def test_numbers_of_a_list_stand_before_its_headings_in_html() -> None:
    page = "<ol><li><h4>Welcome</h4><p>All came.</p></li><li><h4>Fish</h4><p>None.</p></li></ol>"
    document = read_document(page.encode(), "page.html")
    assert [p.text for p in document.paragraphs if p.kind is Kind.HEADING] == [
        "1. Welcome",
        "2. Fish",
    ]


def test_variables_of_server_side_includes_are_put_in() -> None:
    page = (
        '<!--#set var="t" value="Weir Board, 3 May 2011" --><h1><!--#echo var="t" --></h1><p>x</p>'
    )
    assert read_document(page.encode(), "page.html").paragraphs[0].text == "Weir Board, 3 May 2011"
    marked = (
        '<!--#set var="t" value="Minutes of Weir Board, 3 May 2011" -->\n\n'
        '# <!--#echo var="t" -->\n\nAll came.\n'
    )
    first = read_document(marked.encode(), "page.md").paragraphs[0]
    assert (first.kind, first.text) == (Kind.HEADING, "Minutes of Weir Board, 3 May 2011")


def test_what_front_matter_says_of_a_paper_stands_before_it_as_furniture() -> None:
    front = 'title: "Weir Board, 3 May 2011"\ndate: 2011-06-01\ntags:\n  - fish\n'
    text = f"---\n{front}---\n\nAll came.\n"
    paragraphs = read_document(text.encode(), "post.md").paragraphs
    assert [(p.kind, p.text) for p in paragraphs] == [
        (Kind.FURNITURE, 'title: "Weir Board, 3 May 2011"'),
        (Kind.FURNITURE, "date: 2011-06-01"),
        (Kind.TEXT, "All came."),
    ]


def test_numbers_that_count_from_one_in_the_only_paragraph_open_paragraphs() -> None:
    text = (
        "Weir Board minutes, 4 May 2021. Present: Cllr Ann Lowe. 1. Apologies. There were none. "
        "2. Minutes. The minutes were agreed. 3. Weir. It is open. 4. Close. The meeting ended."
    )
    found = [p.text for p in read_document(text.encode(), "a.txt").paragraphs]
    assert [one for one in found if one[:1].isdigit()] == [
        "1. Apologies.",
        "2. Minutes.",
        "3. Weir.",
        "4. Close.",
    ]


def test_a_bare_number_and_title_end_before_what_was_resolved() -> None:
    body = "1 Minutes None.\n\n2 Planning 12/0034 Resolved to object.\n\n3 Weir It is open.\n"
    assert (True, "2 Planning 12/0034") in read(body)
    assert (False, "Resolved to object.") in read(body)


def test_lines_of_a_web_page_that_open_in_bold_are_paragraphs() -> None:
    page = (
        "<html><body><p>Minutes of the Weir Board</p><p>Present: Cllr Ann Lowe</p>"
        "<p><b>Minutes</b> They were agreed.<br><b>Weir</b> It is open.<br>"
        "<b>Gate</b> It was agreed to mend it.</p></body></html>"
    )
    found = read_document(page.encode(), "a.html").paragraphs
    assert [p.text for p in found if p.kind is Kind.HEADING][-3:] == ["Minutes", "Weir", "Gate"]


def test_who_came_about_what_is_a_title_before_a_dash() -> None:
    body = (
        "Ann Lowe RE: Weir gate - Mrs Lowe asked for oil.\n\n"
        "Mill House Re: New sluice - The plan was shown."
    )
    assert read(body) == [
        (True, "Ann Lowe RE: Weir gate"),
        (False, "Mrs Lowe asked for oil."),
        (True, "Mill House Re: New sluice"),
        (False, "The plan was shown."),
    ]


def test_one_letter_about_a_matter_heads_nothing() -> None:
    body = "Mill House Re: New sluice - The plan was shown.\n\nThe weir is open."
    assert [heading for heading, _ in read(body)] == [False, False]


def test_who_moved_and_seconded_in_capitals_head_nothing() -> None:
    body = "MOTION: That the gate be oiled.\n\nMOVER: Ann Lowe\n\nSECONDER: Ben Tarn\n\nVOTE: 5-0"
    assert [heading for heading, _ in read(body)] == [False] * 4


@pytest.mark.parametrize(
    "title", ["CO-OPTION", "PARKS & RECREATION", "BUDGET - AUDIT", "Fire/Rescue"]
)
def test_a_title_of_two_words_above_a_motion_names_nobody(title: str) -> None:
    members = "Present: Cllr Ann Lowe, Cllr Ben Tarn"
    body = f"{members}\n\n**{title}**\n\nMotion by Cllr Lowe to keep the plan. Carried."
    assert [heading for heading, _ in read(body)] == [False, True, False]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("BUDGET - AUDIT", "The Budget was read. The Audit was read."),
        ("Drainage/Lighting", "A Drainage plan and the Lighting of the quay were shown."),
        ("SLIPWAY - MOORINGS", "Marle Slipway is shut. Quay Moorings are let: six moorings."),
        ("Audit/Budget", "Budget/Audit"),
    ],
)
def test_matters_named_elsewhere_in_the_paper_are_no_movers(title: str, told: str) -> None:
    body = f"{told}\n\n**{title}**\n\nMotion by Cllr Lowe to keep the plan. Carried."
    assert (True, title) in read(body)


@pytest.mark.parametrize(
    "members",
    [
        "Cllr Ann Lowe, Cllr Ben Tarn",
        "Mr. Lowe, Mayor Tarn",
        "Ann Lowe, B. Tarn",
        "Mayor Pro Tem Lowe, Mayor Pro Tem Tarn. They met at lowe water by the tarn.",
    ],
)
def test_two_members_above_their_motion_head_nothing(members: str) -> None:
    motion = "Motion by Cllr Lowe to keep the plan. Carried."
    body = f"Present: {members}\n\n**LOWE - TARN**\n\n{motion}"
    assert [heading for heading, _ in read(body)] == [False, False, False]


def test_a_member_whose_name_is_a_word_moves_too() -> None:
    members = "Present: Cllr Brook, Cllr Hall. They met in the hall by the brook."
    body = f"{members}\n\n**BROOK - HALL**\n\nMotion by Cllr Hall to keep the plan. Carried."
    assert [heading for heading, _ in read(body)] == [False, False, False]


def test_a_day_behind_a_title_is_no_part_of_it() -> None:
    text = "1. Lamps. Three were bought.\n2. Next meeting. 1 April 2025.\n"
    read = read_document(f"Quay Panel\nMinutes\n\nPresent: Ann Lowe\n\n{text}".encode(), "a.txt")
    titles = [p.text for p in read.paragraphs if p.kind is Kind.HEADING and p.number]
    assert titles == ["1. Lamps.", "2. Next meeting."]


def test_the_head_of_minutes_that_lost_its_line_breaks_is_parted_at_labels_and_numbers() -> None:
    text = (
        "Marle Harbour Council\n\nHarbour papers Page 4 MINUTES OF THE HARBOUR COUNCIL HELD IN THE"
        " BOAT HOUSE ON MONDAY 4 MAY 2020 PRESENT: Cllr A Lowe (Mayor) Cllr Mrs B Tarn Cllr C"
        " Voss. Visiting Members: Dan Moss, Eve Hale APOLOGIES: Cllr F Orr 217 MOORINGS AND BUOYS"
        " Members were asked what they knew of the slip and of the boats that lie beside it now."
        " 218 PAINT FOR THE RAILS RESOLVED: That the rails along the quay be painted in June, and"
        " that the yard be asked what the paint will cost. 219 LAMPS The lamps were mended."
    )
    lines = [p.text for p in read_document(text.encode(), "paper.txt").paragraphs]
    opened = [line[:20] for line in lines]
    for begun in ("PRESENT: Cllr A Lowe", "Visiting Members: Da", "APOLOGIES: Cllr F Or"):
        assert begun in opened
    assert any(line.startswith("MINUTES OF THE HARBOUR") for line in lines)
    assert not any("217" in line and "PRESENT" in line for line in lines)
