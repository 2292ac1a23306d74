"""The index of facts brought up to date paper by paper holds what one made anew holds."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embeddings import facts
from embeddings.facts import FactIndex, Wanted
from embeddings.names import names
from embeddings.openings import openings
from embeddings.retold import Retold, retold
from embeddings.statements import KINDS, statements
from kg.extraction.extract import extract
from kg.rdf.conversion import convert
from kg.rdf.conversion.statements import Quad
from kg.rdf.identity import identity
from kg.rdf.linking import histories
from kg.reading.read import read_document
from kg.store.graph import KnowledgeGraph
from tests.support.rdf_papers import COUNCILS, IRIS

PAPERS = {
    "march-pack.md": """# Agenda of the Ferry Users Board, 2 March 2023

## Item 3: Landing stages

### Purpose of report

For decision.

### Recommendations

That the Board:

1. agree to lengthen 14 landing stages.

Contact officer: Ann Lowe

Position: Head of Piers

Email: ann.lowe@quays.example
""",
    "march-minutes.md": """# Minutes of the Ferry Users Board, 2 March 2023

| Role | Name | Authority |
|---|---|---|
| Chair | Cllr Joan Pell | Hull City Council |
| Members | Cllr Tim Vane | Kent County Council |
| Apologies | Cllr R Moss | Hull City Council |
| Officers | A Lowe | Head of Piers |

## 3. Landing stages and piers

The Board agreed to lengthen 14 landing stages.

ACTION: Ann Lowe to order timber by 30 April 2023.
""",
    "march-notes.md": """# Minutes of the Ferry Users Board, 2 March 2023

## 3. Landing stages

The Board noted what the builders said.

## 4. Lamps

The Board noted the report on lamps.
""",
    "june-minutes.md": """# Minutes of the FUB, 8 June 2023

| Role | Name | Authority |
|---|---|---|
| Chair | Cllr Joan Pell MBE | Hull City Council |
| Members | Cllr Tim Vane | Kent County Council |
| | Cllr Rhoda Moss (substitute for Cllr Tim Vane) | Hull City Council |

## 2. Landing stages: progress

The Board noted that nine landing stages had been lengthened.
""",
    "june-log.md": """# Action log of the Ferry Users Board, 8 June 2023

| No. | Meeting | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| 23/01 | 2 March 2023 | Order timber | Ann Lowe | 30 June 2023 | Complete |
""",
    "members.md": """# Ferry Users Board: membership 2023/24

| Councillor | Authority |
|---|---|
| Cllr Joan Pell (Chair) | Hull City Council |
| Cllr Rhoda Moss | Hull City Council |
| Cllr Tim Vane | Kent County Council |
""",
}
NAMES = tuple(PAPERS)


@cache
def read(name: str) -> tuple[str, tuple[Quad, ...]]:
    document = read_document(PAPERS[name].encode(), name)
    quads = convert.quads(document, extract(document, COUNCILS), IRIS, COUNCILS)
    return IRIS.document(document.source.sha256), tuple(quads)


def change(graph: KnowledgeGraph, names: Iterable[str]) -> Retold:
    """Put papers in, or take out those that are in; what is to be told again."""
    held = {str(iri) for iri in graph.documents()}
    for iri, quads in map(read, names):
        if iri in held:
            graph.remove_document(iri)
        else:
            graph.replace_document(iri, quads)
    identity.update(graph, IRIS)
    return retold(graph, IRIS, histories.update(graph, IRIS))


def test_the_papers_tell_facts_of_every_kind() -> None:
    with KnowledgeGraph.open() as graph:
        change(graph, NAMES)
        told = {kind for kind in KINDS if statements(graph, kind)}
    assert told == set(KINDS) - {"Confidential"}


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sets(st.sampled_from(NAMES), min_size=1), min_size=1, max_size=5))
def test_any_changes_leave_the_facts_that_the_graph_states(changes: list[set[str]]) -> None:
    with KnowledgeGraph.open() as graph, TemporaryDirectory() as folder:
        facts.write(before := Path(folder) / "0", graph)
        for number, changed in enumerate(changes, 1):
            now = Path(folder) / str(number)
            facts.update(now, before, graph, change(graph, sorted(changed)))
            before = now
        index = FactIndex(before)
        for kind in KINDS:
            assert index.all(Wanted(kind)) == statements(graph, kind), kind
        known = list(names(graph))
        told = [name for some in known for name in some]
        assert index.named([one for name in told for one in name.keys], [], []) == told
        assert index.names_of(some[0].iri for some in known) == told
        assert index.openings() == list(openings(graph))


def test_a_change_retells_few_facts() -> None:
    with KnowledgeGraph.open() as graph:
        change(graph, NAMES[:-2])
        again = change(graph, ["june-log.md"])
        kinds = {re.sub(r".*/id/(\w+)/.*", r"\1", iri) for iri in again.facts}
    assert "attendance" not in kinds
    assert "action" in kinds
