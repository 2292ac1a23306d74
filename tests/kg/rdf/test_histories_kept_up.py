"""Histories brought up to date paper by paper are those worked out from the beginning."""

import io
import re
from collections.abc import Iterable, Sequence
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction.extract import extract
from kg.rdf.conversion import convert
from kg.rdf.conversion.statements import Quad
from kg.rdf.identity import identity
from kg.rdf.linking import histories
from kg.reading.read import read_document
from kg.store.graph import KnowledgeGraph
from tests.support.rdf_papers import COUNCILS, IRIS

BOARD = "Quay Towns Board"
PAPERS = {
    "january-agenda.md": f"""# Agenda of the {BOARD}, 12 January 2023
## Item 4: Sea wall
## Sea wall
### Purpose
For decision.
### Recommendations
That the Board:
1. agree to raise the sea wall by one metre;
2. agree to paint the railings blue.
## Item 5: Ferry Access Programme (FAP): plan
The Ferry Access Programme (FAP) begins in March 2023.
""",
    "january-minutes.md": f"""# Minutes of the {BOARD}, 12 January 2023
Present: Cllr Ann Lowe (Chair), Mr Tom Reed
## 4. Sea wall
The Board deferred the decision to raise the sea wall by one metre.
The Board agreed to paint the railings blue.
ACTION: Tom Reed to order blue paint for the railings by 28 February 2023.
ACTION: Ann Lowe to write to the engineers about the sea wall.
## 5. Ferry Access Programme (FAP): plan
The Board noted the plan.
""",
    "march-agenda.md": f"""# Agenda of the {BOARD}, 9 March 2023
## Item 2: Sea wall
## Sea wall
### Purpose
For decision.
At its meeting in January 2023 the Board deferred the sea wall. Appendix A is attached.
### Recommendations
That the Board:
1. agree to raise the sea wall by one metre as costed.
This follows from agenda item 3.
## Item 6. FAP: update
The landing stages are ready.
""",
    "march-minutes.md": f"""# Minutes of the {BOARD}, 9 March 2023
## 1. Minutes of the previous meeting
The minutes of 12 January 2023 were agreed.
## 2. Sea wall
The Board agreed to raise the sea wall by one metre as costed.
ACTION: Ann Lowe to sign the contract for the sea wall by 30 April 2023.
ACTION: Tom Reed to revise the skippers handbook and the tide tables.
## 3. FAP: update
The Board noted the update on landing stages.
""",
    "may-log.md": f"""# Action log of the {BOARD}, 11 May 2023
| No. | Meeting | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| 23/01 | 12 January 2023 | Order blue paint for the railings | Tom Reed | 28/02/2023 | Complete |
| 23/02 | 9 March 2023 | Sign the contract for the sea wall | Ann Lowe | 30/04/2023 | On track |
""",
    "july-log.md": f"""# Action log of the {BOARD}, 13 July 2023
| No. | Meeting | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| 23/02 | 9 March 2023 | Sign the contract for the sea wall | Ann Lowe | 31 July 2023 | Complete |
""",
    "july-minutes.md": f"""# Minutes of the {BOARD}, 13 July 2023
## 1. Matters arising
Action 23/02 was complete. At its meeting on 9 March 2023 the Board agreed it.
## 2. Ferry Access Programme
The Board noted that the landing stages were open. The skippers handbook has been published.
""",
    "july-report.md": f"""Report to: {BOARD}
Meeting date: 13 July 2023
Title: Opening of the ferry landing stages
### Recommendations
That the Board:
1. agree to open the landing stages on 1 August 2023;
2. agree to reprint the skippers handbook.
""",
    "july-supplement.md": f"""# Minutes of the {BOARD}, 13 July 2023
Present: Cllr Ann Lowe (Chair), Mr Tom Reed
## QTB.30 Apologies
There were none.
## QTB.31 Opening of the ferry landing stages
The Board agreed to open the landing stages on 1 September 2023.
The Board agreed to reprint the skippers handbook.
## QTB.32 Close
The meeting closed at noon.
""",
    "may-minutes.md": f"""# Minutes of the {BOARD}, 11 May 2023
Present: Cllr Ann Lowe (Chair), Mr Tom Reed
## 1. Response to the Harbour Users Forum: tide tables
RESOLVED: That the tide tables be revised in June 2023 and the handbook in July 2023.
""",
    "october-minutes.md": f"""# Minutes of the {BOARD}, 12 October 2023
Present: Cllr Ann Lowe (Chair), Mr Tom Reed
## QTB.40 Apologies
There were none.
## QTB.41 Ferries
Further to minute QTB.31, Mr Reed reported that the skippers handbook had been reprinted.
""",
    "harbour-minutes.md": """# Minutes of the Harbour Users Forum, 20 February 2023
## 1. Sea wall
The Forum noted the plan to raise the sea wall.
RESOLVED: That the Quay Towns Board be recommended to revise the tide tables and the handbook.
ACTION: Ann Lowe to write to the engineers about the sea wall.
""",
}
NAMES = tuple(PAPERS)
Step = tuple[str, tuple[str, ...]]


@cache
def read(name: str) -> tuple[str, tuple[Quad, ...]]:
    """The IRI of a paper and its quads."""
    text = re.sub(r"\n(?!\|)", "\n\n", PAPERS[name])
    document = read_document(text.encode(), name)
    facts = extract(document, COUNCILS)
    quads = tuple(convert.quads(document, facts, IRIS, COUNCILS))
    return IRIS.document(document.source.sha256), quads


def change(graph: KnowledgeGraph, added: Iterable[str], removed: Iterable[str] = ()) -> None:
    """One change of a library: papers in and out, and all that depends on them."""
    for name in added:
        graph.replace_document(*read(name))
    for name in removed:
        graph.remove_document(read(name)[0])
    identity.update(graph, IRIS)
    histories.update(graph, IRIS)


def written(graph: KnowledgeGraph) -> bytes:
    """The graph as bytes, with its digest."""
    out = io.BytesIO()
    graph.export("nq", out)
    return out.getvalue() + graph.digest().encode()


def at_once(names: Sequence[str]) -> bytes:
    """The graph of some papers, worked out from the beginning."""
    with KnowledgeGraph.open() as graph:
        change(graph, sorted(names))
        return written(graph)


def test_the_papers_have_histories_of_every_kind() -> None:
    with KnowledgeGraph.open() as graph:
        change(graph, NAMES)
        predicates = ["nextMeeting", "sameActionAs", "decidesOn", "arisesFrom", "refersTo"]
        predicates.append("toldDoneIn")
        for name in predicates:
            assert graph.ask(f"ASK {{ ?link a mb:Link ; rdf:predicate mb:{name} }}"), name
        rules = {str(rule) for (rule,) in graph.select("SELECT DISTINCT ?r { ?l mb:rule ?r }").rows}
        assert {"asked-again/1", "same-programme/1", "same-title/1", "names-meeting/1"} <= rules
        assert graph.ask('ASK { ?step mb:stepKind "completed" }')


@st.composite
def ways(draw: st.DrawFn) -> list[Step]:
    """An order and grouping of changes: each adds some papers or takes some out."""
    steps: list[Step] = []
    held: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        absent = [name for name in NAMES if name not in held]
        removing = bool(held) and (not absent or (draw(st.booleans()) and draw(st.booleans())))
        some = draw(
            st.lists(st.sampled_from(held if removing else absent), min_size=1, unique=True)
        )
        steps.append(("remove" if removing else "add", tuple(some)))
        held = [name for name in held if name not in some] if removing else [*held, *some]
    return steps


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(ways())
def test_any_order_and_grouping_of_changes_gives_the_same_bytes(steps: list[Step]) -> None:
    held: list[str] = []
    with KnowledgeGraph.open() as graph:
        for kind, names in steps:
            change(graph, *((names, ()) if kind == "add" else ((), names)))
            held = [*held, *names] if kind == "add" else [n for n in held if n not in names]
        assert written(graph) == at_once(held)


@settings(deadline=None, max_examples=20)
@given(st.permutations(NAMES))
def test_matters_keep_their_iris_when_papers_are_added(order: list[str]) -> None:
    with KnowledgeGraph.open() as graph:
        before: set[str] = set()
        for name in order:
            change(graph, (name,))
            rows = graph.select("SELECT ?matter { ?matter a mb:Matter }").rows
            now = {str(matter) for (matter,) in rows}
            assert before <= now
            before = now


@pytest.mark.parametrize("last", NAMES)
def test_a_paper_taken_out_and_put_in_again_leaves_no_trace(last: str) -> None:
    with KnowledgeGraph.open() as graph:
        change(graph, NAMES)
        whole = written(graph)
        change(graph, (), (last,))
        change(graph, (last,))
        assert written(graph) == whole


def test_working_all_out_anew_changes_nothing() -> None:
    with KnowledgeGraph.open() as graph:
        for name in reversed(NAMES):
            change(graph, (name,))
        whole = written(graph)
        histories.rebuild(graph, IRIS)
        assert written(graph) == whole
