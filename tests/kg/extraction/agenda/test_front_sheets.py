"""Agendas as portals of councils print them: pages beside items, reports under titles in cells."""

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.depths import set_inside
from tests.support.read_papers import facts_of

HEAD = (
    "<html><body><p><b>Agenda for a meeting of the Works Committee to be held on 12 June 2025</b>"
    "</p><p><b>A G E N D A</b></p><table>%s</table></body></html>"
)


def items(rows: str) -> list[tuple[str, str, int | None]]:
    """Number, title and first page of each item of an agenda in a table."""
    found = facts_of(HEAD % rows, "agenda.html").items
    return [(one.number, one.title, one.first_page) for one in found]


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def test_the_pages_of_an_item_are_no_item() -> None:
    rows = (
        row("1.", "<b>Apologies</b>", "")
        + row("2.", "<b>Minutes</b><br>To confirm those of 13 March 2025.", "3 - 6")
        + row("3.", "<b>Interests</b>", "")
    )
    assert [(number, title) for number, title, _ in items(rows)] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Interests"),
    ]


def test_who_reports_on_a_line_below_a_title_is_no_part_of_it() -> None:
    rows = (
        row("", "Pages")
        + row("<b>1 Apologies</b>", "")
        + row("<b>2 Audit plan</b><br>Report by the External Auditor", "9 - 40")
        + row("<b>3 Annual report of the Harbour Master</b>", "41")
    )
    assert items(rows) == [
        ("1", "Apologies", None),
        ("2", "Audit plan", 9),
        ("3", "Annual report of the Harbour Master", 41),
    ]


def test_pages_may_be_written_with_to() -> None:
    text = (
        "# Agenda of the Works Committee, 12 June 2025\n\n1. Apologies\n"
        "2. To approve the minutes (pages 1 to 8)\n3. Lamps\n"
    )
    found = facts_of(text, "agenda.md").items
    assert [(one.title, one.first_page, one.last_page) for one in found] == [
        ("Apologies", None, None),
        ("To approve the minutes", 1, 8),
        ("Lamps", None, None),
    ]


def test_the_initial_of_who_signs_is_no_item_that_others_are_in() -> None:
    texts = (("P. Lowe, Clerk", 0.0), ("1. Apologies", 4.0), ("2. Minutes", 4.0))
    blocks = [Block(Kind.TEXT, text, margin=margin) for text, margin in texts]
    assert [block.inside for block in set_inside(blocks)] == [None, None, None]
