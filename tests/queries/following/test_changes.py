"""What changed is told in the order in which papers tell it."""

from datetime import date

from queries.changes import changes
from queries.loose_ends import NO_DATE, loose_ends
from tests.support.read_papers import graph_of

DAY = date(2021, 3, 4)
PARTS = (
    "the quay", "the mole", "the basin", "the slip", "the crane", "the lamps", "the sluice",
    "the buoys", "the chains", "the sheds", "the stairs", "the pumps",
)  # fmt: skip
MINUTES = "\n\n".join(
    [
        "# Minutes of the Harbour Board, 4 March 2021",
        "Present: Councillor Ann Reed (Chair), Councillor Tom Ford",
        *(
            f"## {number}. Repair of {part}\n\nRESOLVED: That {part} be repaired.\n\n"
            f"ACTION: Tom Ford to inspect {part}."
            for number, part in enumerate(PARTS, 1)
        ),
        "## 13. Ferries\n\nThe Board noted the report.\n\nACTION: As agreed by members.",
    ]
)


def test_decisions_and_actions_come_as_the_minutes_have_them() -> None:
    with graph_of({"minutes.md": MINUTES}) as graph:
        found = changes(graph, date(2021, 3, 1), DAY)
        decided = [one.text for one in found if one.kind == "decided"]
        assigned = [one.text for one in found if one.kind == "assigned"]
        open_ends = [one.text for one in loose_ends(graph, DAY, kind=NO_DATE)]
    assert [next(part for part in PARTS if part in text) for text in decided[:12]] == [*PARTS]
    assert assigned == [f"Tom Ford to inspect {part}." for part in PARTS] == open_ends
