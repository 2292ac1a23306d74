"""What every way of answering is given."""

from dataclasses import dataclass
from functools import cached_property

from kg.store.graph import KnowledgeGraph
from queries.evidence import facts_wanted
from queries.question import Question
from queries.search import Searcher, SearchResult
from queries.statements import Match

HITS = 10
"""How many hits the ways of answering look at."""


@dataclass(frozen=True)
class Asking:
    """A question put to a library."""

    searcher: Searcher
    question: Question

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph of the library."""
        return self.searcher.graph

    @cached_property
    def result(self) -> SearchResult:
        """The paragraphs that bear on the question."""
        return self.searcher.search(self.question, limit=HITS)

    @cached_property
    def matches(self) -> list[Match]:
        """The facts that the question is after, best first."""
        return facts_wanted(self.searcher.library.facts, self.question)
