"""Items whose numbers stand in odd places or are lost, and lists that are no items."""

import pytest

from tests.support.read_papers import facts_of

HEAD = (
    "Tarnby Parish Council\n\nMinutes of the meeting held on 4 March 2019\n\n"
    "Present: Cllr Ann Lowe (Chairman), Cllr Ben Voss\n\n"
)
TITLE = "# Tarnby Lamp Club Meeting 4 March 2019\n\nPresent: Ann Lowe, Ben Voss, Cy Dee\n\n"
TOLD = "The clerk reported that the work had been done and that the bill had been paid in full."
WORKS = "The taking down of all that stands there now and the building instead of"
AGREED = "It was agreed that two lamps be bought."


def items(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in facts_of(text, name).items]


def decided(text: str, name: str = "a.md") -> list[tuple[str | None, str]]:
    return [(one.item, one.text) for one in facts_of(text, name).decisions]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (  # a title that touches its number
            f"1903/1Lamps\n{TOLD}\n1903/2Ford\n{TOLD}\n1903/3Hall\n{TOLD}",
            [("1903/1", "Lamps"), ("1903/2", "Ford"), ("1903/3", "Hall")],
        ),
        (  # a Roman number left out
            (
                f"I. Lamps\n{TOLD}\nII. Ford\n{TOLD}\nIII. Hall\n{TOLD}\nV. Fair\n{TOLD}\n"
                f"VI. Paths\n{TOLD}"
            ),
            [("I", "Lamps"), ("II", "Ford"), ("III", "Hall"), ("V", "Fair"), ("VI", "Paths")],
        ),
        (  # an abbreviation in a title in capitals
            f"1 CHOICE OF CHAIRMAN\n{TOLD}\n2 CHOICE OF HON. KEEPER\n{TOLD}\n3 LAMPS\n{TOLD}",
            [("1", "CHOICE OF CHAIRMAN"), ("2", "CHOICE OF HON. KEEPER"), ("3", "LAMPS")],
        ),
        (  # bullets that stand for lost numbers, and the number that goes on behind them
            (
                f"1. Lamps\n{TOLD}\n2. Ford\n{TOLD}\n3. Hall\n{TOLD}\n- Correspondence\n{TOLD}\n"
                f"- Treasurers Report:\n{TOLD}\n6. Spring fair\n{TOLD}"
            ),
            [
                ("1", "Lamps"),
                ("2", "Ford"),
                ("3", "Hall"),
                ("", "Correspondence"),
                ("", "Treasurers Report"),
                ("6", "Spring fair"),
            ],
        ),
        (  # a lettered title with a few words behind it, over what was resolved
            (
                f"1. Lamps\n{TOLD}\n2. Ford\na. The old ford. Cllr Voss left the meeting\n"
                f"Resolved: to mend it.\nCllr Voss came back\nb. The new ford.\n"
                f"Resolved: to wait.\n3. Hall\n{TOLD}"
            ),
            [
                ("1", "Lamps"),
                ("2", "Ford"),
                ("2a", "The old ford"),
                ("2b", "The new ford"),
                ("3", "Hall"),
            ],
        ),
    ],
)
def test_numbers_that_are_hard_to_see(minutes, expected):
    assert items(f"{HEAD}{minutes}\n") == expected


def test_numbers_in_brackets_behind_titles():
    heads = ("Opening (A)", "Lamps (B-1)", "Ford (B-2)", "Hall (C)", "Fair (D)")
    text = TITLE + "".join(f"## {head}\n\n{TOLD}\n\n" for head in heads)
    numbered = [("A", "Opening"), ("B-1", "Lamps"), ("B-2", "Ford"), ("C", "Hall"), ("D", "Fair")]
    assert items(text, "a.md") == numbered


def test_the_agenda_of_the_next_meeting_is_no_business_of_minutes():
    text = (
        f"{TITLE}## Minutes\n\n1. {AGREED}\n\n2. The accounts were approved.\n\n"
        "3. Cy will mend the ford.\n\n## Agenda for Next Meeting\n\n1. Look at the hall\n"
        "2. Look at the path\n"
    )
    assert [number for number, _ in items(text, "a.md")] == ["1", "2", "3"]
    assert [item for item, _ in decided(text)] == ["1", "2"]


def test_usual_business_of_which_there_was_none_is_an_item_among_headings():
    text = f"{TITLE}## Lamps\n\n{TOLD}\n\n## Old Business\n\n{TOLD}\n\nNew Business: none\n"
    assert [title for _, title in items(text, "a.md")] == ["Lamps", "Old Business", "New Business"]


def test_what_is_agreed_at_once_is_no_item():
    text = (
        f"{TITLE}## Call to Order\n\n{TOLD}\n\n## Lamps\n\n{TOLD}\n\n## Consent Agenda\n\n"
        "1) Bills\n2) A purchase order\n3) Budget entries\n"
    )
    titles = [title for _, title in items(text, "a.md")]
    assert titles == ["Call to Order", "Lamps", "Consent Agenda"]


def test_many_headings_level_with_few_numbered_ones_own_what_is_decided_below_them():
    others = "".join(f"## {name}\n\n{AGREED}\n\n" for name in ("Ford", "Hall", "Fair", "Path"))
    text = f"{TITLE}## 1. Minutes\n\nThese were approved.\n\n{others}## 2. Lamps\n\n{TOLD}\n"
    assert [item for item, _ in decided(text)] == ["1", "Ford", "Hall", "Fair", "Path"]


def test_bullets_that_a_title_in_capitals_leads_in_to_are_no_items():
    text = (
        "LAMP BOARD MEETING\nAGENDA\n4 March 2019\n\n- ROLL CALL\n- KEEPER’S REPORT: on these "
        "works:\n- Lamps and posts\n- Ford and path\n- Hall\n- PUBLIC COMMENT\n- ADJOURNMENT\n"
    )
    titles = [title for _, title in items(text)]
    assert titles == ["ROLL CALL", "KEEPER’S REPORT", "PUBLIC COMMENT", "ADJOURNMENT"]


def test_hours_behind_a_title_are_no_part_of_it():
    text = f"{HEAD}1. Lamps - 16:30 to 16:35 - AL\n{TOLD}\n2. Ford 16:35 to 16:45\n{TOLD}\n"
    assert items(f"{text}3. Hall - 16:45 to 17:00\n{TOLD}\n") == [
        ("1", "Lamps"),
        ("2", "Ford"),
        ("3", "Hall"),
    ]


def test_planning_applications_are_no_items_and_each_is_decided_on():
    text = (
        f"{HEAD}1. Lamps\n{TOLD}\n2. Planning\n"
        f"2.1 {WORKS} a porch at Ford Cottage 19/00123/F Support\n"
        f"2.2 {WORKS} a barn at Hill Farm 19/00124/F\nSupport\n3. Hall\n{TOLD}\n"
    )
    assert [number for number, _ in items(text)] == ["1", "2", "3"]
    assert [item for item, _ in decided(text, "a.txt")] == ["2", "2"]


def test_what_a_page_sums_up_and_minutes_is_one_decision():
    said = "RESOLVED that the accounts of the past year be signed as a correct record."
    twice = f"Decision:\n{said}\nMinutes:\n{said}\n"
    text = f"{HEAD}1. Lamps\n{TOLD}\n2. Accounts\n{twice}3. Hall\n{TOLD}\n"
    assert len(decided(text, "a.txt")) == 1


@pytest.mark.parametrize(
    "led", ["In view of this", "With this in mind", "and in recognition of this"]
)
def test_what_led_a_body_to_decide_may_stand_first(led):
    text = f"{HEAD}1. Lamps\nThe lamps are old {led} the Parish Council agreed to buy two lamps.\n"
    start = text.replace("The lamps are old ", "" if led[0].isupper() else "The lamps are old ")
    assert len(decided(f"{start}2. Hall\n{TOLD}\n3. Ford\n{TOLD}\n", "a.txt")) == 1


def test_those_who_report_are_no_parts():
    text = (
        f"{HEAD}I. Lamps\n{TOLD}\nII. Officers’ Reports\na. President Lowe\ni. Went to the ford\n"
        f"b. Treasurer Voss\ni. Paid the bill\nIII. Hall\n{TOLD}\n"
    )
    assert [number for number, _ in items(text)] == ["I", "II", "III"]


SUMMONS = (
    "TO ALL MEMBERS OF THE COUNCIL\n\nYou are hereby summoned to a meeting of the Council to be "
    "held in the Mill Hall\n\non Thursday 18th September 2014 at 7.30 p.m.\n\nTown Clerk\n\n"
    "C O U N C I L   A G E N D A\n\n"
)
PLANNING = (
    "To receive the Minutes of 4th September and note decisions of Marle District Council.\n\n"
)


@pytest.mark.parametrize(
    "listed",
    [
        (
            "1. Apologies\n\n1. Minutes\n\nTo approve them.\n\n1. Lamps\n\n1. Ford\n\n"
            f"To consider it.\n\n1. Planning\n\n{PLANNING}1. Fair\n"
        ),
        (
            "1. Apologies\n\n2. Minutes\n\nTo approve them.\n\n1. Lamps\n\nTo be lit.\n\n"
            f"1. Ford\n\nTo consider it.\n\n1. Planning\n\n{PLANNING}1. Fair\n\n2. Close\n"
        ),
    ],
    ids=["every number is 1", "text between items begins the count again"],
)
def test_an_agenda_whose_list_lost_its_count_has_all_its_items(listed: str) -> None:
    facts = facts_of(SUMMONS + listed, "a.txt")
    found = [(one.number, one.title) for one in facts.items]
    titles = ("Apologies", "Minutes", "Lamps", "Ford", "Planning", "Fair")
    assert found[:6] == [("", title) for title in titles]
    assert (facts.meeting and facts.meeting.board) == "Council"
    assert facts.kind == "agenda pack"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("parts", ["\n", "\n\n"])
def test_items_with_one_numbered_point_each_lose_no_count(name: str, parts: str) -> None:
    head = "Oxwick Parish Council\n\nAgenda for the meeting on 13 March 2013 at 7pm\n\n"
    points = {"Apologies": "receive them", "Minutes": "agree them", "Lamps": "see a price"}
    listed = [
        line
        for at, (title, point) in enumerate({**points, "Ford": "agree works"}.items(), 1)
        for line in (f"{at}. {title}", f"1. To {point}")
    ]
    assert items(head + parts.join(listed), name) == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Lamps"),
        ("4", "Ford"),
    ]


def test_titles_without_signs_come_before_headings_though_one_between_is_lost() -> None:
    said = "It was talked over at length by all who had come, and nothing more was said of it.\n\n"
    heads = "".join(f"## {n}. Question put by Cllr Tarn\n\n{said}" for n in (4, 5, 6))
    text = f"{HEAD}1. Lamps\n\n{said}2. Hedges\n\n{said}QUESTIONS 3. Of ferries\n\n{said}{heads}"
    assert [number for number, _ in items(text, "paper.md")] == ["1", "2", "4", "5", "6"]
