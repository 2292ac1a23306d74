"""Minutes of boards of invented organisations, as such boards set and word them."""

from kg.extraction.extract import extract
from kg.facts import Facts
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = """# Harbour Trust Board

Tuesday, 4 March 2025

**Present:** Jane Brook, Zoe Salt, Paul Stone, Anna Weir

"""


def minuted(text: str) -> Facts:
    """The facts of minutes with a text below their head."""
    return extract(read_document((HEAD + text).encode(), "paper.md"), Councils(()))


def titles(facts: Facts) -> list[str]:
    return [item.title for item in facts.items]


def test_a_line_in_bold_heads_an_item_whatever_blanks_stand_inside_its_signs() -> None:
    text = (
        "** Moorings **\n\n- The moorings were full.\n\n** Slipway**\n\n- The rail is loose.\n\n"
        "**Roof **\n\n- It was agreed to mend the roof.\n"
    )
    assert titles(minuted(text)) == ["Moorings", "Slipway", "Roof"]


def test_a_review_of_action_items_gives_no_new_actions_but_who_is_still_to_act() -> None:
    text = (
        "## Moorings\n\nThe moorings were full.\n\n## Action item review\n\n* Letter to the mill\n"
        "  * Anna had asked for a second draft.\n  * Nobody was sure of the wording.\n"
        "* Paul will paint the buoys.\n"
    )
    assert [action.text for action in minuted(text).actions] == ["Paul will paint the buoys."]


def test_a_report_with_a_year_in_its_name_is_no_body() -> None:
    text = (
        "---\ntitle: March videoconference\ndate: 2025-03-04\n---\n\n## Agenda\n\n### Call to order"
        "\n\n### Reports\n\n- [FY2024-February Preliminary Board Summary](summary.pdf)\n\n"
        "### New business\n\n- HTRA will market its moorings on https://htra.org/moorings\n\n"
        "### Adjournment\n"
    )
    facts = extract(read_document(text.encode(), "paper.md"), Councils(()))
    assert facts.meeting is not None
    assert facts.meeting.board == "HTRA"
