"""Search: keywords, vectors, facts and the graph, fused into one ranked list.

Constants were chosen by measurement; `docs/retrieval.md` records how.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from embeddings.keywords import matched_spans, terms
from embeddings.library import Library
from embeddings.passages import EVERYTHING, Filter
from kg.store.graph import KnowledgeGraph
from queries.evidence import evidence
from queries.fusion import Fused, fuse
from queries.names import Names, load_names
from queries.place import Place, StatedFact, facts_stated, places
from queries.question import Question, understand
from queries.repeats import without_repeats

POOL = 100
"""How many passages each signal gives to the fusion."""
CONSTANT = 5.0
"""The constant of reciprocal rank fusion: small, so that the heads of the lists count most."""
WEIGHTS: Mapping[str, float] = {"keyword": 1.0, "vector": 0.5, "fact": 1.0, "graph": 0.3}
"""What each signal weighs when the papers use the question's words."""
PARAPHRASED: Mapping[str, float] = {"keyword": 1.0, "vector": 2.0, "fact": 0.5, "graph": 0.3}
"""What each weighs when they do not, so that likeness of meaning must lead."""
MET = 0.4
"""The papers use the question's words when a passage reaches this part of the score that all
of its words could reach."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph found.

    ``score`` lies in (0, 1], ``rank`` counts from 1. ``matched`` are the half-open spans of
    its text where words of the question stand. ``why`` gives the rank in each signal, None
    where a signal does not have it.
    """

    rank: int
    score: float
    place: Place
    facts: tuple[StatedFact, ...]
    matched: tuple[tuple[int, int], ...]
    why: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits for a question, best first, and what was understood of it.

    ``met`` is the part of the score that all words of the question could reach which the best
    passage does reach, and ``nearest`` the greatest likeness of vectors (cosine).
    """

    question: Question
    hits: tuple[Hit, ...]
    met: float
    nearest: float


class Searcher:
    """Searches one library; names are read from its graph once, when first needed."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph of the library."""
        return self.library.graph

    @cached_property
    def names(self) -> Names:
        """Every name that the graph holds."""
        return load_names(self.graph)

    def understand(self, text: str) -> Question:
        """What a question asks."""
        return understand(text, self.names)

    def search(
        self, question: Question, where: Filter = EVERYTHING, limit: int = 10
    ) -> SearchResult:
        """The paragraphs that bear on a question, best first; ties break by IRI.

        ``where`` narrows every signal before anything is ranked.
        """
        allowed = None if where == EVERYTHING else self.library.keywords.matching(where)
        keyword = self.library.keywords.search(question.keywords, POOL, where)
        vector = self.library.encoder.encode([question.text])[0]
        likest = self.library.vectors.search(vector, POOL, allowed)
        stating = evidence(self.graph, question)
        if allowed is not None:
            kept = set(allowed)
            stating = [one for one in stating if one in kept]
        met = self._met(question, keyword[0].score if keyword else 0.0)
        rankings = {
            "keyword": [hit.id for hit in keyword],
            "vector": [hit.id for hit in likest],
            "fact": stating[:POOL],
        }
        fused = fuse(rankings, WEIGHTS if met >= MET else PARAPHRASED, CONSTANT)
        return SearchResult(
            question,
            tuple(self._hits(question, fused, limit)),
            met,
            likest[0].score if likest else 0.0,
        )

    def _hits(self, question: Question, fused: Sequence[Fused], limit: int) -> list[Hit]:
        where = places(self.graph, [entry.key for entry in fused[: POOL + limit]])
        entries = [entry for entry in fused if entry.key in where]
        kept = without_repeats(
            entries, lambda entry: where[entry.key].text, lambda entry: where[entry.key].document
        )
        chosen = [entry for entry, _ in zip(kept, range(limit), strict=False)]
        stated = facts_stated(self.graph, [entry.key for entry in chosen])
        return [
            Hit(
                rank,
                entry.score,
                where[entry.key],
                stated.get(entry.key, ()),
                tuple(matched_spans(question.keywords, where[entry.key].text)),
                {name: entry.ranks.get(name) for name in WEIGHTS},
            )
            for rank, entry in enumerate(chosen, 1)
        ]

    def _met(self, question: Question, best: float) -> float:
        """The best score over what all words of the question would score at their best.

        A word that no passage holds counts as the rarest of the others.
        """
        alone = [self.library.keywords.search(word, 1) for word in terms(question.text)]
        scores = [found[0].score if found else None for found in alone]
        known = [score for score in scores if score is not None]
        if not known:
            return 0.0
        return best / sum(max(known) if score is None else score for score in scores)


def search(
    library: Library, query: str, where: Filter = EVERYTHING, limit: int = 10
) -> SearchResult:
    """Ranked paragraphs for a query, each with its place, its facts, and why it is here."""
    searcher = Searcher(library)
    return searcher.search(searcher.understand(query), where, limit)
