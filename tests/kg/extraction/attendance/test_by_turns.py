"""Who sat and who came beside the members, where a converter flattened a list of two columns."""

from tests.kg.extraction.attendance.test_attendance_lists import came, present

LABELS = "**Tide Board Members**\n\n**Officials (regular attendees)**\n\n"


def set_out(*people: str) -> str:
    return LABELS + "\n\n".join(people) + "\n\n**Apologies:**\n\nIda Marsh"


def test_members_and_officers_by_turns_below_both_labels() -> None:
    said = set_out(
        "Ann Lowe (Chair)",
        "Ben Tarn (Harbour Office)",
        "Dr Cara Voss",
        "Dan Moss (Harbour Office)",
        "Eve Rook",
        "Gil Penn (Harbour Office, secretariat)",
        "Hal Dunn (Quay Office)",
    )
    beside = ("Ben Tarn", "Dan Moss", "Gil Penn", "Hal Dunn")
    assert came(said) == {
        *present("Ann Lowe", "Cara Voss", "Eve Rook"),
        *(f"{one}: in attendance" for one in beside),
        "Ida Marsh: apologies",
    }


def test_officers_alone_below_both_labels_are_no_members() -> None:
    said = set_out("Ben Tarn", "Dan Moss (Quay Office)", "Gil Penn", "Hal Dunn", "Eve Rook")
    assert "Gil Penn: in attendance" in came(f"**Present:** Ann Lowe, Cara Voss\n\n{said}")


def test_an_office_in_small_letters_stands_before_a_title() -> None:
    said = "Present: Chairman Cllr A Lowe, vice chair Cllr B Tarn, Cllr C Voss, Cllr D Moss"
    assert came(said) == present("A Lowe", "B Tarn", "C Voss", "D Moss")
