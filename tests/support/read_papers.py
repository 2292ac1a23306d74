"""Invented papers as text, read and put into a graph as a library does."""

from collections.abc import Iterable, Mapping

from kg.extraction.extract import extract
from kg.facts import Action, Facts
from kg.reading.read import read_document
from kg.reference import Councils
from kg.store.graph import KnowledgeGraph
from tests.support.rdf_papers import COUNCILS, IRIS, quads_of, settle

NO_COUNCILS = Councils(())


def facts_of(text: str, name: str = "paper.txt", councils: Councils = NO_COUNCILS) -> Facts:
    """What is read from a paper, given as text."""
    return extract(read_document(text.encode(), name), councils)


def whose(actions: Iterable[Action]) -> list[tuple[str, str | None]]:
    """What is to be done, with who is to do it, as papers write both."""
    return [(one.text, one.assignee_as_written) for one in actions]


def graph_of(papers: Mapping[str, str]) -> KnowledgeGraph:
    """A graph in memory that holds papers, given as text by the names of their files."""
    graph = KnowledgeGraph.open()
    for name, text in papers.items():
        document = read_document(text.encode(), name)
        iri = IRIS.document(document.source.sha256)
        graph.replace_document(iri, quads_of(document, extract(document, COUNCILS)))
    settle(graph)
    return graph
