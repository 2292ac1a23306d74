"""Letters and numbers that count no business, and business told twice in other numbers."""

from tests.support.read_papers import facts_of

HEAD = (
    "MARLE LIBRARY BOARD MINUTES\n\nMay 4, 2015\n\nMarle School Hall\n\nThe meeting was called to "
    "order at 6pm by Ann Lowe.\n\nPresent: Ann Lowe, Ben Tarn, and Cara Voss.\n\n"
)


def items(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in facts_of(text, name).items]


def test_letters_before_what_was_done_on_motions_are_no_items() -> None:
    text = (
        f"{HEAD}REPORTS:\n\nA. The April accounts were approved on a motion by Tarn, seconded by "
        "Voss.\n\nB. Bills were approved on a motion by Voss, seconded by Tarn.\n\nC. The lease of "
        "the quay was approved on a motion by Tarn, seconded by Voss.\n\nOLD BUSINESS: None\n"
    )
    found = facts_of(text, "a.txt")
    assert [one.title for one in found.items] == ["REPORTS", "OLD BUSINESS"]
    moved = [(one.item, one.moved_by and one.moved_by.name) for one in found.decisions]
    assert moved == [("REPORTS", "Tarn"), ("REPORTS", "Voss"), ("REPORTS", "Tarn")]


def test_the_lettered_articles_of_a_wording_are_no_items() -> None:
    text = (
        "# Marle Rowers Board Meeting - May 4, 2015\n\nPresent: Ann Lowe, Ben Tarn\n\n"
        "## Rules of the club\n\nArticle 9 is to read as follows:\n\n"
        "A. The Club shall keep four boats at the quay and two at the mill.  \n"
        "B. Members shall serve without pay. No member shall lend a boat to others.  \n"
        "C. The Club shall meet once a year in May.\n\n"
        "## Fair\n\nThe fair was talked about at length by all who came.\n"
    )
    assert items(text) == [("", "Rules of the club"), ("", "Fair")]


def test_small_roman_titles_over_text_are_items_below_a_heading_without_a_number() -> None:
    text = (
        "# Marle Rowers Board\n\n### Agenda\n\n1. Old business\n1. New business\n"
        "   1. Election of a steward. The candidate is Ben Tarn.\n   1. Oars for the quay\n\n"
        "### Minutes\n\nMay 4, 2015\n\n**Attending:**\n\n- Directors: Ann Lowe, Cara Voss\n\n"
        "**Minutes:**\n\nAnn Lowe called the meeting to order.\n\n"
        "#### Old business:\n\n- The April minutes were read.\n\n#### New business:\n\n"
        "**i. Election of a steward.**\n\n- Ben Tarn said why he would like to be steward.\n\n"
        "**ii. Oars for the quay**\n\n- The oars are old.\n\n"
        "**iii. Fair**\n\n- The fair went well.\n"
    )
    assert items(text) == [
        ("", "Old business"),
        ("", "New business"),
        ("i", "Election of a steward"),
        ("ii", "Oars for the quay"),
        ("iii", "Fair"),
    ]


def test_new_business_is_an_item_and_what_announces_points_is_none() -> None:
    told = "- Ann Lowe said that the lamps had been mended and the bill had been paid.\n\n"
    three = "".join(f"### {title}\n\n{told}" for title in ("Lamps", "Ferry", "Fair"))
    head = (
        "% Marle Computing Club\n% Meeting Minutes\n% May 4th, 2015\n\n# Attendance\n\n* Ann Lowe\n"
        "* Ben Tarn\n\n# Regrets / Could not make it\n\n* Cara Voss\n\n"
    )
    found = facts_of(f"{head}## New business\n\n{three}", "a.md")
    assert [one.title for one in found.items] == ["New business", "Lamps", "Ferry", "Fair"]
    assert found.meeting is not None
    assert found.meeting.board == "Marle Computing Club"
    away = [one.person.name for one in found.attendance if one.status == "apologies"]
    assert away == ["Cara Voss"]
    listed = facts_of(f"{head}## Points to be discussed\n\n{three}", "a.md").items
    assert [one.title for one in listed] == ["Lamps", "Ferry", "Fair"]


def test_a_label_with_names_below_another_is_no_item() -> None:
    text = (
        "MARLE LIBRARY BOARD MEETING\n\nMAY 4, 2015\n\nPRESENT: A. LOWE, B. TARN, C. VOSS\n\n"
        "EXCUSED: D. MOSS (STEWARD), E. HOLT\n\nFINANCE\n\nThe accounts were read and the board "
        "talked about them at length.\n\nSUMMER FAIR\n\nThe fair went well, and all were thanked.\n"
    )
    assert items(text, "a.txt") == [("", "FINANCE"), ("", "SUMMER FAIR")]
