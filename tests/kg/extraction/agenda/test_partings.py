"""Papers whose items nothing marks: what parts most of their business heads it."""

import pytest

from tests.support.read_papers import facts_of

TITLE = "# Tarnby Lamp Club Meeting 4 March 2019\n\n"
CAME = "Attendees: Ann Lowe, Ben Voss, Cy Dee\n\n"
TOLD = "The keeper reported that the work had been done and that the bill had been paid in full."
LONG = f"{TOLD} The members thanked the keeper and agreed to ask for a second offer in the spring."


def titles(text: str, name: str = "a.md") -> list[str]:
    return [one.title for one in facts_of(text, name).items]


def test_bullets_of_the_first_depth_under_notes_head_the_items():
    text = (
        f"{TITLE}{CAME}## Notes\n\n- Lamp posts\n    - Two are dark\n    - {TOLD}\n- New ford\n"
        f"    - It is deep\n- Spring fair\n    - {TOLD}\n"
    )
    assert titles(text) == ["Lamp posts", "New ford", "Spring fair"]


def test_points_that_are_told_head_nothing():
    text = f"{TITLE}{CAME}## Notes\n\n- {TOLD}\n    - Two are dark\n- {LONG}\n    - It is deep\n"
    assert titles(text) == []


def test_bullets_that_name_a_matter_more_than_once_are_no_titles():
    text = f"{TITLE}{CAME}## Notes\n\n- Lamps\n    - {TOLD}\n- Lamps\n    - {TOLD}\n"
    assert titles(text) == []


def test_short_lines_over_text_head_the_items():
    text = (
        f"<h3>Minutes of the Tarnby Lamp Club held on 4 March 2019</h3><p>{CAME}</p>"
        f"<h4>Minutes:</h4><p>Lamp posts</p><p>{LONG}</p><p>New ford</p><p>{LONG}</p>"
    )
    assert titles(text, "a.html") == ["Lamp posts", "New ford"]


def test_a_heading_that_announces_the_business_heads_none():
    below = f"### Lamp posts\n\n{TOLD}\n\n### New ford\n\n{TOLD}\n"
    assert titles(f"{TITLE}{CAME}## Topics\n\n{below}") == ["Lamp posts", "New ford"]


@pytest.mark.parametrize("told", ["A word on it.", TOLD])
def test_headings_are_items_in_a_paper_of_any_kind_that_names_who_came(told):
    came = "Board members present (3/3) :\n\n* Ann Lowe\n* Ben Voss\n* Cyril Dee\n\n"
    below = f"## Lamp posts\n\n{told}\n\n## New ford\n\n{told}\n"
    assert titles(f"# 2019-03-04 : Board meeting\n\n{came}{below}") == ["Lamp posts", "New ford"]


def test_a_heading_above_who_came_is_an_item_where_something_is_told_under_it():
    text = (
        "# Tarnby Lamp Club Minutes - 4 March 2019\n\n## Opening words\n\n- Led by Ann Lowe\n"
        f"- The last minutes were approved.\n\n### Attendance: 12\n\n## Lamp posts\n\n{TOLD}\n\n"
        f"## New ford\n\n{TOLD}\n"
    )
    assert titles(text) == ["Opening words", "Lamp posts", "New ford"]


def test_a_list_of_officers_over_several_lines_hides_no_numbered_items():
    came = (
        "Officers in attendance:\n\nChief Keeper (Mr. A. Lowe), Keeper of Boats (Mr. B.\n\n"
        "Voss), Director, Harbour (Mr. C. Dee), Director, Lamps and\n\n"
        "Lenses (Ms. D. Eck), Keeper of Ropes (Mr. E. Fell), Clerk\n\n"
    )
    text = f"Minutes of Tarnby Parish Council held on 4 March 2019\n\n{came}"
    text += f"1. Declaration of interest\n\n{TOLD}\n\n2. The new ford\n\n{TOLD}\n"
    assert titles(text, "a.txt") == ["Declaration of interest", "The new ford"]


def test_a_list_whose_lines_have_one_title_is_passed_over():
    actions = "".join(f"## {n}. New:\n\nAnn Lowe to buy lamp {n}.\n\n" for n in (1, 2, 3))
    minutes = f"# 1. Lamp posts\n\n{TOLD}\n\n# 2. New ford\n\n{TOLD}\n\n# 3. Fair\n\n{TOLD}\n"
    text = f"{TITLE}{CAME}# Action items\n\n{actions}# Minutes\n\n{minutes}"
    assert titles(text) == ["Lamp posts", "New ford", "Fair"]


def test_a_line_that_says_there_is_none_is_no_item():
    text = (
        "# Agenda of the Tarnby Lamp Club meeting on 4 March 2019\n\n1. Welcome\n"
        "2. Old business\n    1. NONE\n3. New business\n    1. Lamp posts\n4. Adjournment\n"
    )
    found = titles(text)
    assert "Lamp posts" in found
    assert "NONE" not in found


def test_lists_of_one_title_without_end_are_passed_over() -> None:
    notes = "".join(
        f"Note {at} was told by all.\n\n"
        + "".join(f"{count}. New\n\nIt was told at length.\n\n" for count in (1, 2, 3))
        for at in range(400)
    )
    text = f"# Tide Club minutes, 3 May 2024\n\nPresent: Ann Lowe, Ben Tarn\n\n{notes}"
    assert not facts_of(text).items


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_list_of_one_title_may_end_the_minutes(name: str) -> None:
    assert facts_of(f"{TITLE}{CAME}{TOLD}\n\n1. New\n\n2. New\n\n3. New\n", name).items == ()


def test_points_that_count_again_below_several_headings_are_no_items():
    plain = ("Call to order", "Bank balance", "Road report", "Hall report", "Ford", "Fair", "Close")
    first = f"1. {TOLD}\n2. The old ford - {TOLD}\n3. {TOLD}\n"
    second = f"{first}4. The new ford - {TOLD}\n5. {TOLD}\n"
    text = TITLE + CAME + "".join(f"### {title}\n\n{TOLD}\n\n" for title in plain)
    text += f"### Letters\n\n{first}\n### New business\n\n{second}"
    assert titles(text) == [*plain, "Letters", "New business"]


def test_headings_that_count_again_below_others_are_items_beside_those_over_text():
    text = (
        f"# Marl Council Meeting\n\n## 4 March 2019\n\n{CAME}## Public comment\n\n{TOLD}\n\n"
        f"## Consent agenda\n\n### 1. Minutes\n\n{TOLD}\n\n"
        f"### 2. Bills\n\n{TOLD}\n\n## Old business\n\nNone.\n\n"
        f"## New business\n\n### 1. Docks\n\n{TOLD}\n\n## Adjournment\n\n{TOLD}\n"
    )
    found = [(one.number or "", one.title) for one in facts_of(text, "a.md").items]
    assert found == [
        ("", "Public comment"),
        ("1", "Minutes"),
        ("2", "Bills"),
        ("", "Old business"),
        ("1", "Docks"),
        ("", "Adjournment"),
    ]
