"""How votes are counted, who moved, and what became of what found nobody to second it."""

import pytest

from kg.extraction.decisions import motions, verdicts
from kg.facts import Decision
from kg.reading.headings.run_in_titles import title_end
from tests.support.read_papers import facts_of

HEAD = (
    "# Saltmere Parish Council\n\nMinutes of the meeting held on 4 March 2025\n\n"
    "**Present:** Cllrs A Lowe, B Tarn, C Voss\n\n"
)


def decided(text: str, name: str = "minutes.md") -> tuple[Decision, ...]:
    return facts_of(f"{HEAD}{text}", name).decisions


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The policy was approved with 30 votes for, 2 against and 3 abstentions.", (30, 2, 3)),
        ("The minutes were approved and signed. (Vote: 2 For, 2 abst)", (2, None, 2)),
    ],
)
def test_votes_are_counted_in_any_order_of_words(
    text: str, votes: tuple[int | None, int | None, int | None]
) -> None:
    found = verdicts.votes(text)
    assert (found.votes_for, found.against, found.abstentions) == votes


@pytest.mark.parametrize(
    "text",
    [
        "Motion to approve the bills by Lowe, seconded Tarn, approved.",
        "Jean was nominated as Chair by Lowe, seconded by Tarn and elected unopposed.",
    ],
)
def test_who_moved_stands_behind_what_was_moved(text: str) -> None:
    mover = motions.mover(text)
    assert mover is not None
    assert mover.name == "Lowe"


@pytest.mark.parametrize(
    "fate",
    ["No seconder was found.", "This found no seconder.", "There was no support for this."],
)
def test_what_nobody_seconds_is_lost(fate: str) -> None:
    (found,) = decided(f"## 1. Clock\n\nCllr Lowe proposed that a clock be bought. {fate}\n")
    assert (found.verb, found.outcome) == ("lost", "rejected")
    assert found.moved_by is not None
    assert found.moved_by.name == "Lowe"


def test_reports_that_were_noted_tell_of_nobody_reporting() -> None:
    (found,) = decided(
        "## 8. Audit\n\nThe reports of the Internal and External Auditor were noted.\n"
    )
    assert (found.item, found.verb) == ("8", "noted")


def test_a_heading_on_delegated_authority_decides_nothing() -> None:
    (found,) = decided(
        "## 9. DECISIONS TAKEN UNDER DELEGATED AUTHORITY\n\nIt was RESOLVED to ratify the list.\n"
    )
    assert found.text == "It was RESOLVED to ratify the list."


def test_a_clause_below_a_list_is_a_sentence_of_its_own() -> None:
    html = (
        "<html><body><h1>Saltmere Parish Council</h1><p>Minutes of the meeting held on 4 March 2025"
        "</p><h3>9. Card</h3><p>It was RESOLVED to approve:</p><ol><li>a limit of £1,500 for the "
        "card that the Clerk holds</li><li>a second card with a limit of £500 for the Mayor’s Fund"
        "</li></ol><p>it was noted the Clerk would update the regulations.</p></body></html>"
    )
    texts = [one.text for one in facts_of(html, "minutes.html").decisions]
    assert texts[1:] == [
        "a second card with a limit of £500 for the Mayor’s Fund",
        "it was noted the Clerk would update the regulations.",
    ]


def test_what_is_recommended_for_approval_is_decided_so() -> None:
    (found,) = decided("## 3. Grants\n\nThe following grants are recommended for approval:\n")
    assert found.verb == "recommended"


def test_a_table_gives_the_decision_of_its_body() -> None:
    found = decided(
        "## 4. Consents\n\n| Ref | Applicant and Works | Officer's Recommendation | Council's "
        "Decision |\n| --- | --- | --- | --- |\n| C/1 | Lowe Ltd – outfall | Approve | Approved |\n"
        "| C/2 | Tarn – fence | Refuse | Refused |\n"
    )
    assert [(one.verb, one.outcome) for one in found] == [
        ("approved", "agreed"),
        ("refused", "rejected"),
    ]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (
            "Letter from Brownies asking to plant bulbs. Agreed, Clerk to reply with thanks.",
            "agreed",
        ),
        ("Chess Club, £180 for clocks – yes", "agreed"),
        ("Cllr Lowe – motion on dogs deferred to the March meeting in her absence.", "deferred"),
    ],
)
def test_short_answers_decide(said: str, outcome: str) -> None:
    (found,) = decided(f"## 5. Requests\n\n- {said}\n")
    assert (found.text, found.outcome) == (said, outcome)


def test_what_a_member_submitted_is_what_was_agreed() -> None:
    (found,) = decided(
        "## 6. Motions\n\nCllr. Ann Lowe submitted the following: “That we write to the Minister.”"
        "\n\nThe motion was seconded by Cllr. Tarn and agreed.\n"
    )
    assert "That we write to the Minister." in found.text
    assert found.moved_by is not None
    assert found.moved_by.name == "Ann Lowe"


def test_a_count_of_people_ends_no_title() -> None:
    text = (
        f"{HEAD}2. Election of Chairman:\n\nCllr Lowe was elected.\n\n3. Following the recent "
        "election with 7 Councillors being elected unopposed, this left 1 vacancy.\n\n"
        "4. Fees:\n\nThe fees were agreed.\n"
    )
    assert title_end("Following the recent election with 7 Councillors being elected") is None
    assert [one.item for one in facts_of(text, "minutes.md").decisions] == ["2", "4"]
