"""Members, those beside them and those away, under labels that boards and unions really use."""

import pytest

from tests.support.read_papers import facts_of

HEAD = "# Saltmere Harbour Board\n\nMinutes of the meeting held on 4 March 2025\n\n"


def who(text: str, name: str = "minutes.md") -> dict[str, set[str]]:
    """The names of those who came or did not, by status."""
    found: dict[str, set[str]] = {}
    for row in facts_of(text, name).attendance:
        found.setdefault(row.status, set()).add(row.person.name)
    return found


def table(*rows: tuple[str, str]) -> str:
    cells = "".join(f"<tr><td>{label}</td><td>{names}</td></tr>" for label, names in rows)
    return (
        "<html><body><h1>Saltmere Harbour Board</h1><p>Minutes of the meeting held on 4 March 2025"
        f"</p><table>{cells}</table><h2>1. Fees</h2><p>The Board agreed the fees.</p></body></html>"
    )


def test_attendees_below_members_sit_beside_them() -> None:
    rows = (
        ("Non-executive members", "Ann Lowe (Chair)<br>Ben Tarn<br>Cara Voss"),
        ("Executive members", "Dr Tom Reed, Chief Executive<br>Ida Moss, Director of Finance"),
        ("Attendees", "Eve Hale, Harbour Trust<br>Finn Gale, Board Secretary"),
        ("Apologies", "Lord Marle of Sandry<br>Gwen Ash, General Counsel"),
    )
    assert who(table(*rows), "minutes.html") == {
        "present": {"Ann Lowe", "Ben Tarn", "Cara Voss", "Tom Reed", "Ida Moss"},
        "in attendance": {"Eve Hale", "Finn Gale"},
        "apologies": {"Marle", "Gwen Ash"},
    }


def test_members_without_a_vote_are_members() -> None:
    text = (
        f"{HEAD}| Voting Members | Non-Voting Members |\n| --- | --- |\n"
        "| Mrs Ann Lowe (Chair) | Mr Ben Tarn, Chief Officer |\n"
        "| Mr Tom Reed | Ms Cara Voss, Carer |\n\n"
        "Apologies: Mr Finn Gale\n\nMrs Lowe in the Chair\n\n## 1. Fees\n\nThe fees were agreed.\n"
    )
    assert who(text) == {
        "present": {"Ann Lowe", "Tom Reed", "Ben Tarn", "Cara Voss"},
        "apologies": {"Finn Gale"},
    }


@pytest.mark.parametrize(
    ("label", "status"),
    [("Sorry not here:", "apologies"), ("No show:", "absent"), ("Not here:", "apologies")],
)
def test_plain_words_say_who_stayed_away(label: str, status: str) -> None:
    text = (
        f"{HEAD}**Here:** Ann Lowe, Ben Tarn, Cara Voss\n\n**{label}** Tom Reed\n\n## Fees\n\nX.\n"
    )
    assert who(text)[status] == {"Tom Reed"}


def test_members_of_other_bodies_sit_beside() -> None:
    text = (
        f"{HEAD}PRESENT: Chairman - Cllr B M Lowe\n\n"
        "Members - Cllrs Mrs A Tarn, R Voss (in substitution for Cllr T Reed), C Moss\n\n"
        "Others Member in attendance Cllrs P Hale, R Gale\n\n## 1. Fees\n\nThe fees were agreed.\n"
    )
    found = who(text)
    assert found["in attendance"] == {"P Hale", "R Gale"}
    assert found["present"] == {"B M Lowe", "A Tarn", "R Voss", "C Moss"}
    rows = facts_of(text, "minutes.md").attendance
    (substitute,) = [row for row in rows if row.capacity == "substitute"]
    assert substitute.substitute_for is not None
    assert (substitute.person.name, substitute.substitute_for.name) == ("R Voss", "T Reed")


def test_who_else_came_stands_behind_the_last_member() -> None:
    text = (
        f"{HEAD}37. PRESENT Councillors: P Black, B Tarn, Mrs G Wray Also PCSO Ann Lowe & four "
        "members of the public\n\n38. MINUTES The minutes were agreed.\n"
    )
    found = who(text)
    assert found["present"] == {"P Black", "B Tarn", "G Wray"}
    assert found["in attendance"] == {"Ann Lowe"}


def test_what_is_told_of_one_who_is_away_is_no_name() -> None:
    text = (
        f"{HEAD}Present: Councillors A Lowe, B Tarn\n\n## 6. Apologies for Absence:\n\n"
        "Cllr Voss – it was agreed by Members for Cllr Voss to sign at the next meeting.\n"
    )
    assert who(text)["apologies"] == {"Voss"}


def test_each_from_whom_apologies_came_is_named() -> None:
    text = (
        f"{HEAD}Present: Mrs A Lowe, Mr B Tarn, Mr D Gale\n\n## 1. Apologies\n\nApologies for "
        "absence were received from Mrs J Voss, for whom Mr D Gale was present, and from Mr W "
        "Reed.\n"
    )
    assert who(text)["apologies"] == {"J Voss", "W Reed"}


def test_two_labelled_columns_below_a_roll_call() -> None:
    text = (
        "Saltmere Library Board of Trustees Regular Meeting On March 27, 2017\n1. CALL TO ORDER\n"
        "The meeting was called to order at 7:00 p.m.\n2. ROLL CALL\n"
        "Members present:            Members absent:\n"
        "Jane Lowe                   Michelle Tarn\nMarjorie Voss\nJanet Moss\n"
        "3. FEES\nIt was moved by Trustee Voss and seconded by Trustee Moss to raise the fees. The "
        "motion carried.\n"
    )
    assert who(text, "minutes.txt") == {
        "present": {"Jane Lowe", "Marjorie Voss", "Janet Moss"},
        "absent": {"Michelle Tarn"},
    }
