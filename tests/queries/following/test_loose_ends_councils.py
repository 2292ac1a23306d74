"""What papers of several bodies leave open: each body by its own meetings and papers."""

from dataclasses import replace
from datetime import date

import pytest

from kg.store.graph import KnowledgeGraph
from queries.loose_ends import NO_PAPER, NOT_SEEN, loose_ends
from queries.tracing.gaps import gaps
from tests.queries.tracing.test_trace import step
from tests.support.read_papers import graph_of

PROMISE = "ACTION: Tom Ford to report on the quay wall to the next meeting."


def minutes(body: str, day: str, title: str, *said: str) -> str:
    head = f"# Minutes of {body}, {day}"
    people = "Present: Councillor Ann Reed (Chair), Councillor Tom Ford"
    return "\n\n".join((head, people, f"## 1. {title}", *said))


DECIDED = "RESOLVED: That the quay wall be mended."
QUAYHAM, OLDMERE = "Quayham Parish Council", "Oldmere Parish Council"
PAPERS = {
    "q1.md": minutes(QUAYHAM, "2 March 2021", "Quay wall", DECIDED, PROMISE),
    "q2.md": minutes(QUAYHAM, "11 May 2021", "Lamps", "RESOLVED: That the lamps be lit."),
    "q3.md": minutes(QUAYHAM, "7 September 2021", "Oars", "RESOLVED: That the oars be sold."),
    "o1.md": minutes(OLDMERE, "10 March 2021", "Mill wall", DECIDED),
}


def texts(graph: KnowledgeGraph, kind: str) -> list[tuple[str, str | None]]:
    found = loose_ends(graph, date(2022, 1, 1), kind=kind)
    return [(one.text, one.note) for one in found]


def test_the_next_meeting_is_the_next_of_the_same_body() -> None:
    with graph_of(PAPERS) as graph:
        ((text, note),) = texts(graph, NOT_SEEN)
    assert text.endswith("to the next meeting.")
    assert note == "promised for 11 May 2021"


def test_a_history_lacks_what_the_same_body_was_to_be_told_next() -> None:
    with graph_of(PAPERS) as graph:
        rows = graph.select("SELECT ?one ?text { ?one a mb:Paragraph ; mb:text ?text }").rows
        (one,) = (str(one) for one, text in rows if str(text) == PROMISE)
        told = replace(step(date(2021, 3, 2), "assigned", "names-it/1", PROMISE), paragraph=one)
        (gap,) = gaps(graph, [replace(told, recorded=told.date)])
    assert gap.startswith("11 May 2021: promised on 2 March 2021")


@pytest.mark.parametrize("with_report", [False, True])
def test_only_a_body_of_which_papers_are_held_decides_on_papers(with_report: bool) -> None:
    pack = (
        f"# Agenda of {OLDMERE}, 14 April 2021\n\n## 1. Ropes\n\n## Ropes\n\n### Purpose\n\n"
        "For decision.\n\n### Recommendations\n\nThat the Council:\n\n1. agree to buy new ropes.\n"
    )
    papers = PAPERS | ({"o2.md": pack} if with_report else {})
    with graph_of(papers) as graph:
        found = [text for text, _ in texts(graph, NO_PAPER)]
    assert len(found) == with_report
