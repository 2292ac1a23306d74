"""What every way of answering is given."""

import math
from dataclasses import dataclass
from functools import cached_property

from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.evidence import facts_wanted
from queries.question import Question
from queries.search import Searcher, SearchResult
from queries.statements import Match

HITS = 10
"""How many hits the ways of answering look at."""
FIELD = 50
"""How far down the field of passages it is looked how much the nearest one leads."""


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
    def closeness(self) -> float:
        """How likely it is (0 to 1) that the nearest passages answer the question.

        What is near and stands out from the field tends to answer; that the nearest passage
        shares words with the question says little.
        """
        library = self.searcher.library
        vector = library.encoder.encode([self.question.text])[0]
        field = [hit.score for hit in library.vectors.search(vector, FIELD)] or [0.0]
        weights = table("questions")["closeness"]
        lead = weights["lead"] * (field[0] - field[-1])
        odds = weights["constant"] + weights["nearest"] * field[0] + lead
        return 1 / (1 + math.exp(-float(odds)))

    @cached_property
    def matches(self) -> list[Match]:
        """The facts that the question is after, best first."""
        return facts_wanted(self.searcher.library.facts, self.question)
