"""The story that the papers of the sample and their gold tell together."""

import json

import pytest

from tests.places import SAMPLE_GOLD
from tests.support.sample_gold import Record, facts, ledger, one, texts


def test_six_meetings_over_two_years() -> None:
    meetings = json.loads((SAMPLE_GOLD / "extraction" / "meetings.json").read_text("utf-8"))[
        "meetings"
    ]
    assert [meeting["date"] for meeting in meetings] == [
        "2021-10-14",
        "2022-02-10",
        "2022-06-15",
        "2022-10-13",
        "2023-02-09",
        "2023-06-14",
    ]
    without = [m["id"] for m in meetings if not any("minutes" in k for k in _kinds(m))]
    assert without == ["crb-2022-06-15"]
    assert "agenda" in _kinds(meetings[2])


def _kinds(meeting: Record) -> list[str]:
    return list(meeting["document_kinds"].values())


@pytest.mark.parametrize(
    ("recommendation", "outcome", "steps"),
    [
        ("rec-2021-10-14-2-1", "agreed", ["agreed"]),
        ("rec-2021-10-14-2-2", "agreed with changes", ["agreed with changes"]),
        ("rec-2021-10-14-3-a", "agreed", ["deferred", "agreed"]),
        ("rec-2021-10-14-3-b", "no decision recorded", []),
        ("rec-2022-02-10-3-3", "agreed with changes", ["deferred", "agreed with changes"]),
        ("rec-2022-06-15-3-2", "minutes not held", []),
        ("rec-2022-10-13-4-3", "rejected", ["rejected"]),
        ("rec-2022-10-13-6-1", "agreed", ["noted", "requested", "agreed"]),
    ],
    ids=["asked", "changed", "deferred", "forgotten", "cycle", "unknown", "rejected", "noted"],
)
def test_what_became_of_a_recommendation(
    recommendation: str, outcome: str, steps: list[str]
) -> None:
    row = ledger()[recommendation]
    assert row["outcome"] == outcome
    assert [decision["outcome"] for decision in row["decisions"]] == steps


def test_the_forgotten_bulletin_is_named_in_one_paper_only() -> None:
    naming = [stem for stem, text in texts().items() if "State of the Shoreline" in text]
    assert naming == ["2021-10-14-agenda-pack"]


def test_the_handbook_slips_twice_and_is_then_complete() -> None:
    moves = [
        (row["file"], row["due_iso"], row["previous_due"], row["status"])
        for row in facts("actions")
        if row["text"] == "Publish the street coordinators' handbook"
    ]
    assert moves == [
        ("2022-02-10-minutes", "2022-09-30", ["2022-03-31"], None),
        ("2022-06-15-action-log", "2022-09-30", ["2022-03-31"], "open"),
        ("2023-02-09-action-log", "2023-01-31", ["2022-09-30"], "complete"),
    ]


def test_action_logs_follow_an_action_until_it_is_overdue() -> None:
    rows = [row for row in facts("actions") if row["number"] == "22/01"]
    assert [row["due_iso"] for row in rows] == ["2022-10-13", "2023-06-14", "2023-06-14"]
    assert [row["status_as_written"] for row in rows] == ["In progress", "In progress", "Overdue"]
    assert {row["text"] for row in rows} == {
        "Rework the response to recommendation 7 with the Penhallow Institute"
    }


def test_a_promise_in_discussion_enters_a_log_and_goes_silent() -> None:
    promise = one(
        "actions", text="Officers agreed to provide members with a list of the 23 councils."
    )
    assert promise["kind"] == "promised in discussion"
    logged = one("actions", number="21/02")
    assert (logged["file"], logged["status"]) == ("2022-06-15-action-log", "open")
    later = [stem for stem in texts() if stem > "2022-06-15-z"]
    assert len(later) == 8
    assert not any("21/02" in texts()[stem] for stem in later)
    assert not any(
        "without flood wardens" in row["text"] for row in facts("actions") if row["file"] in later
    )


def test_the_programme_is_renamed_and_the_paper_says_so() -> None:
    programme = one("programmes", canonical="Neighbourhood Readiness Programme")
    assert programme["former_names"] == ["Ready Streets Programme"]
    assert programme["acronyms"] == ["NRP", "RSP"]
    assert (
        "from 1 November 2022 the Ready Streets Programme (RSP) be known as the "
        "Neighbourhood Readiness Programme (NRP)"
    ) in texts()["2022-10-13-agenda-pack"]


def test_an_acronym_is_spelt_out_in_one_paper_and_used_in_others() -> None:
    rows = [row for row in facts("acronyms") if row["acronym"] == "FWAS"]
    assert [row["file"] for row in rows if row["stated_together"]] == ["2021-10-14-agenda-pack"]
    users = {row["file"] for row in rows if not row["stated_together"]}
    assert users == {stem for stem, text in texts().items() if "FWAS" in text} - {rows[0]["file"]}
    assert all("Flood Warden Accreditation Scheme" not in texts()[stem] for stem in users)


def test_two_members_share_a_surname_and_one_name_is_misspelt() -> None:
    names = [row["canonical"] for row in facts("persons")]
    assert [name for name in names if name.endswith("Oakes")] == ["Margaret Oakes", "Daniel Oakes"]
    assert "Cllr Rosalind Thackeray" in one("persons", canonical="Rosalind Thackray")["aliases"]
    assert [stem for stem, text in texts().items() if "Thackeray" in text] == ["2023-02-09-minutes"]


def test_substitutes_stand_for_named_members() -> None:
    pairs = {
        (row["meeting"], row["person"], row["substitute_for"])
        for row in facts("attendance")
        if row["status"] == "substitute"
    }
    assert pairs == {
        ("crb-2021-10-14", "Owen Hartrey", "Priya Castellane"),
        ("crb-2022-02-10", "Nadia Ferris", "Peter Lindqvist"),
        ("crb-2023-02-09", "Edwin Crossfield", "Nadia Ferris"),
        ("crb-2023-06-14", "Leila Sandford", "Daniel Oakes"),
    }


def test_the_chair_changes_by_election() -> None:
    chairs = {
        row["period_or_date"]: row["person"]
        for row in facts("memberships")
        if row["role"] == "Chair"
    }
    assert chairs["2021/2022"] == "Rosalind Thackray"
    assert chairs["2022/23"] == "Amara Whitlock"
    assert one("decisions", verb="elected")["meeting"] == "crb-2022-10-13"


def test_members_change_their_authority() -> None:
    def represented(person: str) -> set[str]:
        rows = (row for row in facts("memberships") if row["person"] == person)
        return {row["authority"] for row in rows if row["authority"]}

    assert represented("Bethan Prosser") == {"Plymouth City Council", "Devon County Council"}
    assert represented("Hugh Venables") == {"South Somerset District Council", "Somerset Council"}


def test_a_yes_no_table_gives_the_attendance_of_the_meeting_without_minutes() -> None:
    rows = [row for row in facts("attendance") if row["meeting"] == "crb-2022-06-15"]
    assert {row["file"] for row in rows} == {"2022-10-13-agenda-pack"}
    assert (
        one("attendance", meeting="crb-2022-06-15", person="Margaret Oakes")["status"] == "absent"
    )
    assert one("attendance", meeting="crb-2022-06-15", person="Owen Hartrey")["status"] is None


def test_confidential_items_observers_and_declarations() -> None:
    confidential = [row["title"] for row in facts("agenda_items") if row["confidential"]]
    assert confidential == [
        "Insurance for street coordinators",
        "Confidential: Tideline supplier contract",
        "Confidential: staffing of the resilience team",
    ]
    observers = {row["person"] for row in facts("memberships") if row["role"] == "Observer"}
    assert observers == {"Gerald Pomfret", "Desmond Achebe"}
    assert [row["person"] for row in facts("declarations") if not row["nil"]] == [
        "Daniel Oakes",
        "Margaret Oakes",
    ]


def test_the_review_makes_twelve_recommendations_each_with_a_response() -> None:
    rows = [row for row in facts("recommendations") if row["kind"] == "external recommendation"]
    listed = [row for row in rows if row["tier"] == 1]
    assert [row["number"] for row in listed] == [str(number) for number in range(1, 13)]
    assert all(row["response"] for row in listed)
    assert len(rows) - len(listed) == 2


def test_the_number_of_coordinators_grows_from_paper_to_paper() -> None:
    said = [
        (row["file"][:10], row["value"])
        for row in facts("figures")
        if row["subject"] == "street coordinators trained"
    ]
    assert list(dict.fromkeys(said)) == [
        ("2022-06-15", "41"),
        ("2022-10-13", "58"),
        ("2022-10-13", "41"),
        ("2023-02-09", "76"),
        ("2023-02-09", "58"),
        ("2023-04-20", "88"),
        ("2023-06-14", "97"),
    ]


def test_a_report_refers_to_the_report_to_an_earlier_meeting() -> None:
    assert "The report to the meeting of 14 October 2021" in texts()["2022-02-10-agenda-pack"]
