"""The body and the day of papers whose heads name neither plainly."""

import pytest

from tests.kg.extraction.meetings.test_body_heads import told

PRESENT = "\n\n### Present\n\n- Ann Lowe\n- Ben Tarn\n\n### Lamps\n\nThe lamps were mended.\n"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "---\ntitle: Marl Rowing Board Minutes\n---\n\nMarl District Library  \n"
            "Tuesday, 12 May 2015, 7pm" + PRESENT,
            "Marl Rowing Board",
        ),
        (
            "Notes\n\n12 May 2015"
            + PRESENT
            + "\n### Next\n\nThe next Marl Community Council meeting will be on 9 June.\n",
            "Marl Community Council",
        ),
        (
            "# Marl Water District Financing Corporation\n\n## Annual Board Meeting\n\n"
            "12 May 2015" + PRESENT,
            "Marl Water District Financing Corporation Board",
        ),
        (
            "# AGM Minutes\n\n12 May 2015\n\nThe new MARG committee is: Ordinary Committee "
            "Members: Ann Lowe and Ben Tarn. MARG has 12 members." + PRESENT,
            "MARG",
        ),
        (
            "Business meeting\n\n12 May 2015\n\nFiles: [MARG cloud](https://cloud.marg.org). "
            "Write to news@marg.org." + PRESENT,
            "MARG",
        ),
        (
            "General Meeting\n\n12 May 2015"
            + PRESENT
            + "Ann Lowe told of the UK Tide Association. The UKTA has no debts. The UKTA "
            "constitution keeps the aims of the Marl Lights Society. The Marl Lights Society gave "
            "its boat to the UKTA.\n",
            "UK Tide Association",
        ),
    ],
    ids=[
        "title-beside",
        "next-meeting",
        "corporation",
        "letters-of-an-agm",
        "letters-of-a-site",
        "letters-that-own-a-constitution",
    ],
)
def test_the_body_is_told_elsewhere(text: str, body: str) -> None:
    assert told(text, "notes.md") == (body, "2015-05-12")


def test_a_day_with_an_hour_and_no_year_comes_before_one_told_in_the_business() -> None:
    text = (
        "---\ntitle: Minutes:2015 May Call\n---\n\n# Marl Rowing Board\n\n**Venue:** held by "
        f"phone, planned for May 12, 11am{PRESENT}\nWe set a day: April 30, 2015, for the count.\n"
    )
    assert told(text, "notes.md") == ("Marl Rowing Board", "2015-05-12")


def test_a_day_of_the_week_in_the_text_comes_before_the_day_of_a_page() -> None:
    head = "---\ndate: 2024-02-21\n---\n\n# Marl Town Council\n\n"
    text = head + "Minutes of the meeting held on THURSDAY 1st FEBRUARY\n\nat 3.00pm." + PRESENT
    assert told(text, "notes.md") == ("Marl Town Council", "2024-02-01")


def test_a_day_of_the_week_that_fits_in_two_years_is_of_that_of_the_page() -> None:
    text = (
        "---\ndate: 2024-02-21\n---\n\n# Marl Town Council\n\nMeeting on Thursday 1 February"
        + PRESENT
        + "\nThe Act of 2000 was named.\n"
    )
    assert told(text, "notes.md") == ("Marl Town Council", "2024-02-01")


def test_how_people_met_is_no_body() -> None:
    text = (
        "---\ntitle: Minutes:2015 May ConfCall\n---\n\nHeld by conference call on 12 May 2015"
        + PRESENT
        + "\nThe M|A|R|G Board thanked Cara Voss. Her Board membership ends. The TGB's SIG "
        "Committee wrote to the Board.\n"
    )
    assert told(text, "notes.md") == ("Board", "2015-05-12")
