"""What points and rows are read with: lead-ins and the heads of columns."""

from embeddings.passages import Passage, context_text, embedding_texts
from embeddings.surroundings import surroundings, under_heads


def test_points_are_led_in_by_the_open_paragraph_before_their_list() -> None:
    told = [
        ("text", "The aims of the ferry trial were:"),
        ("list item", "to shorten the queue"),
        ("list item", "to test a night crossing"),
        ("text", "The trial ends in May."),
        ("list item", "a point by itself"),
    ]
    leads = [lead for lead, _ in surroundings(told)]
    assert leads == ["", told[0][1], told[0][1], "", ""]


def test_a_point_that_ends_openly_leads_in_the_points_after_it() -> None:
    told = [
        ("text", "The pilots asked for three things:"),
        ("list item", "two changes to the channel, namely:"),
        ("list item", "a second buoy"),
        ("list item", "a light on the mole"),
        ("text", "The pilots left."),
        ("list item", "a point by itself"),
    ]
    leads = [lead for lead, _ in surroundings(told)]
    assert leads == ["", told[0][1], told[1][1], told[1][1], "", ""]


def test_a_lead_in_does_not_reach_past_a_table() -> None:
    told = [("text", "As follows:"), ("table", "Quay\tTon"), ("list item", "a point")]
    assert [lead for lead, _ in surroundings(told)] == ["", "", ""]


def test_a_number_is_led_in_by_the_number_that_it_continues() -> None:
    told = [
        ("text", "4. The signatories are listed."),
        ("text", "4.1. The Pilots' Guild"),
        ("text", "4.1.1 its northern branch"),
        ("text", "5.1 A paragraph of no list"),
        ("text", "1996 was a hard winter."),
    ]
    leads = [lead for lead, _ in surroundings(told)]
    assert leads == ["", told[0][1], told[1][1], "", ""]


def test_a_long_paragraph_leads_nothing_in() -> None:
    long = "4. " + "The harbour office has looked into this at length. " * 9
    assert [lead for lead, _ in surroundings([("text", long), ("text", "4.1 A point")])] == ["", ""]


def test_an_answer_is_led_in_by_the_question_before_it() -> None:
    told = [
        ("text", "Q4 Chair: Would hovercraft be an answer?"),
        ("text", "Ms Penhale: No. They cannot carry lorries."),
        ("text", "Mr Vaughan: I agree."),
        ("heading", "Who may apply?"),
        ("text", "Anyone over sixteen."),
    ]
    leads = [lead for lead, _ in surroundings(told)]
    assert leads == ["", told[0][1], "", "", ""]


def test_heads_hold_for_all_paragraphs_of_a_table() -> None:
    told = [
        ("table", "Action\tOwner\tDue"),
        ("table", "Mend the lamp\tAda Fenn\tMay 2021"),
        ("text", "Between two tables."),
        ("table", "1\tOrder rope\tBen Osier"),
    ]
    assert [head for _, head in surroundings(told)] == [told[0][1], told[0][1], "", ""]


def test_rows_of_figures_are_no_heads() -> None:
    assert [head for _, head in surroundings([("table", "1\t16:00\tWelcome")])] == [""]


def test_a_row_is_read_with_the_heads_of_its_columns() -> None:
    rows = under_heads("Action\tOwner", "Action\tOwner\nMend the lamp\tAda Fenn\nclosed")
    assert rows == ["Action: Mend the lamp; Owner: Ada Fenn", "closed"]


def test_lead_in_and_heads_are_embedded_and_indexed() -> None:
    point = Passage("p1", "to shorten the queue", "d", headings=("Ferry",), lead="The aims were:")
    assert "The aims were:\nto shorten the queue" in embedding_texts(point)
    assert context_text(point) == "Ferry\nThe aims were:"
    row = Passage("p2", "Mend the lamp\tAda Fenn", "d", head="Action\tOwner")
    assert "Action: Mend the lamp; Owner: Ada Fenn" in embedding_texts(row)
    assert context_text(row) == "Action\tOwner"
