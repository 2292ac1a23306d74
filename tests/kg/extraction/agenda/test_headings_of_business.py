"""Headings that stand over business: questions of the public, minutes proposed and seconded."""

from tests.support.read_papers import facts_of

PEOPLE = (
    "Minutes of Marl & Quay Community Council Meeting\nTuesday 22nd September 2020 7.00pm\n\n"
    "CC Members Present: - Ann Lowe, Ben Tarn, Cara Voss\n\nApologies: - Tom Reed\n\n"
)


def test_applications_among_headings_are_no_items() -> None:
    text = (
        f"{PEOPLE}Minutes of August 2020\n\nBen advised he was missed as somebody who wrote.\n\n"
        "Proposed: Cara Voss Seconded: Ben Tarn\n\nDeclarations of Interest\nNone\n\n"
        "Planning\nAPP/2020/1711 Erection of a house at Fell End. No comment.\n"
        "APP/2020/1802 Change of use of land at Tarn Lodge. It was agreed to object.\n\n"
        "Treasurer's Report\nBalance £2,311.08. Ann to transfer £200 to the fund.\n\n"
        "Date of Next Meeting\nTuesday 27th October 2020 at 7pm\n"
    )
    found = facts_of(text, "minutes.txt")
    assert [one.title for one in found.items] == [
        "Minutes of August 2020",
        "Declarations of Interest",
        "Planning",
        "Treasurer's Report",
        "Date of Next Meeting",
    ]
    (objection,) = [one for one in found.decisions if "object" in one.text]
    assert objection.item == "Planning"


def test_what_the_public_asks_is_business() -> None:
    rows = "".join(
        f"| | {cell} |\n"
        for cell in (
            "Apologies Minutes: Apologies were received from Councillor Ann Lowe.",
            "To approve the minutes of 16 March 2021. Minutes: RESOLVED that they are agreed.",
            "Written questions from members of the public To receive any. Minutes: None.",
            "Fees Minutes: The Panel agreed that the fees be raised.",
        )
    )
    text = (
        "Agenda and minutes - Quays Panel - Tuesday, 8 June 2021 7.30 pm - Marle Council\n\n"
        f"| No. | Item |\n|---|---|\n{rows}"
    )
    titles = [one.title for one in facts_of(text, "minutes.md").items]
    assert titles[2:] == ["Written questions from members of the public", "Fees"]
