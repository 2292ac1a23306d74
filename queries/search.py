"""Search: ranked paragraphs, each with its place, its facts, and why it is here."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from embeddings.keywords import matched_spans
from embeddings.library import Library
from embeddings.passages import EVERYTHING, TELLING, Filter, ranked
from embeddings.reranker import Reranker
from kg.store.graph import Iri, KnowledgeGraph
from kg.structure.definitions import definitions
from queries.graphs.papers import Papers
from queries.graphs.place import Place, StatedFact, facts_stated, places, texts
from queries.graphs.terms import iri_list
from queries.retrieval.fusion import Fused, fuse
from queries.retrieval.in_time import rank_in_time
from queries.retrieval.ranking import CONSTANT, POOL, WEIGHTS, GraphPath, in_place, paths
from queries.retrieval.repeats import without_repeats
from queries.texts.wording import says, stems
from queries.understanding.aliases import (
    initials,
    letters_on_end,
    renamed,
    sections,
    shorts,
    spelled_out,
)
from queries.understanding.mayors import NamesWithMayors
from queries.understanding.names import IndexedNames
from queries.understanding.question import Question, understand, with_aliases, with_renames
from queries.understanding.spelling import is_written

_MENTIONING = "SELECT ?paragraph { VALUES ?paragraph { %s } ?paragraph mb:mentions ?thing }"
_NAMED = """SELECT DISTINCT ?name {
  VALUES ?class { mb:Organisation mb:Programme mb:Board }
  ?thing a ?class ; skos:prefLabel|skos:altLabel ?name FILTER(REGEX(?name, ?form))
}
ORDER BY ?name"""
DEFINING = 30
"""In how many of the nearest passages definitions of short forms are looked for."""
HAVING = 3
"""In how many of the passages with a word its capitals are looked for."""
READ_AGAIN = 30
"""How many of the best entries a reranker reads, or twice the hits asked for if more."""
RERANKED: Mapping[str, float] = {"search": 1.0, "reranker": 2.0}
"""What the order of the search and that of a reranker weigh."""
_SPARE = 2  # places read beyond those asked for, in case some repeat others


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph found.

    ``score`` lies in (0, 1], ``rank`` counts from 1. ``matched`` are the half-open spans of
    its text where words of the question stand. ``why`` gives the rank in each signal, None
    where a signal does not have it; ``paths`` are what the graph ranked it by.
    """

    rank: int
    score: float
    place: Place
    facts: tuple[StatedFact, ...]
    matched: tuple[tuple[int, int], ...]
    why: Mapping[str, int | None]
    paths: tuple[GraphPath, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits for a question, best first, and what was understood of it.

    ``shared`` is the share of the question's words, by weight, that the best keyword hits
    hold; ``nearest`` the greatest likeness of vectors (cosine); ``weights`` what each signal
    weighed.
    """

    question: Question
    hits: tuple[Hit, ...]
    shared: float
    nearest: float
    weights: Mapping[str, float]


class Searcher:
    """Searches one library; what was looked up of its names and bodies is remembered."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph of the library."""
        return self.library.graph

    @cached_property
    def names(self) -> IndexedNames:
        """The names that the graph holds."""
        return IndexedNames(self.library.facts)

    @cached_property
    def papers(self) -> Papers:
        """The papers that the library holds, with the bodies they are of."""
        return Papers(self.graph, self.library.facts)

    @cached_property
    def body_stems(self) -> frozenset[str]:
        """The stems of the names of all bodies whose papers are held."""
        labels = self.names.labels_of(self.papers.boards).values()
        return frozenset(stems(" ".join(label for some in labels for label in some)))

    def understand(self, text: str) -> Question:
        """What a question asks; short forms are read as the papers nearest to it define them."""
        question = understand(text, NamesWithMayors(self.names, self.graph))
        keywords = self.library.keywords
        near = keywords.nearest(question.keywords, POOL, TELLING)[:DEFINING]
        told = [text for _, text in sorted(texts(self.graph, near).items())]
        question = with_renames(question, renamed(told, self.names), self.names)
        defined = definitions(told)
        used = {short: long for short, long in initials(text).items() if keywords.search(short, 1)}
        short = spelled_out(text, told) or self._spelled_out_in_meaning(
            text, self._in_no_paper(text)
        )
        meant = {
            letters: long
            for letters, long in letters_on_end(text).items()
            if is_written(letters, keywords, self.graph, HAVING)
        }
        return with_aliases(question, {**short, **meant, **used, **defined, **sections(text)})

    def _in_no_paper(self, text: str) -> list[str]:
        """The short forms of a question which no paper has."""
        return [one for one in shorts(text) if not self.library.keywords.search(one, 1)]

    def _spelled_out_in_meaning(self, text: str, unknown: Sequence[str]) -> dict[str, str]:
        """The names that passages near in meaning spell out for short forms of a question."""
        if not unknown:
            return {}
        vector = self.library.encoder.encode([text])[0]
        near = [hit.id for hit in self.library.vectors.search(vector, DEFINING)]
        return spelled_out(" ".join(unknown), texts(self.graph, near).values())

    def written_out(self, text: str) -> dict[str, str]:
        """The names of the graph for which the short forms of a question stand that no paper has,
        and that no passage near in meaning spells out; none where it asks what one stands for.
        """
        if says(text, "ways", "definition"):
            return {}
        unknown = self._in_no_paper(text)
        told = self._spelled_out_in_meaning(text, unknown)
        untold = [one for one in unknown if one not in told]
        return spelled_out(" ".join(untold), self._names_like(untold)) if untold else {}

    def _names_like(self, letters: Iterable[str]) -> list[str]:
        """The names of bodies and programmes whose words begin with some letters in their order."""
        forms = "|".join(rf"(?:The )?{'.* '.join(one)}\S*" for one in letters)
        return [str(name) for (name,) in self.graph.select(_NAMED, form=f"^(?:{forms})$").rows]

    def search(
        self,
        question: Question,
        where: Filter = EVERYTHING,
        limit: int = 10,
        signals: Collection[str] = tuple(WEIGHTS),
        reranker: Reranker | None = None,
    ) -> SearchResult:
        """The paragraphs that bear on a question; repeats within a document are left out.

        ``signals`` are those that are joined; a ``reranker`` reads the best again.
        """
        found = rank_in_time(self.library, question, where, signals=signals)
        entries = self._meant(found.entries, where)
        if reranker:
            best = entries[: max(READ_AGAIN, 2 * limit)]
            entries = self._reranked(question, best, reranker)
        hits = tuple(self._hits(question, entries, limit))
        return SearchResult(question, hits, found.shared, found.nearest, found.weights)

    def _meant(self, entries: tuple[Fused, ...], where: Filter) -> tuple[Fused, ...]:
        """Those of the entries that mention what the filter means.

        The indexes know things by the IRIs of documents, of which one may mean two people.
        """
        for wanted in (where.person, where.programme, where.organisation):
            if isinstance(wanted, tuple) and len(wanted) > 1:
                keys = iri_list(entry.key for entry in entries)
                rows = self.graph.select(_MENTIONING % keys, thing=Iri(wanted[0])).rows
                kept = {str(paragraph) for (paragraph,) in rows}
                entries = tuple(entry for entry in entries if entry.key in kept)
        return entries

    def _reranked(
        self, question: Question, entries: tuple[Fused, ...], reranker: Reranker
    ) -> tuple[Fused, ...]:
        """Entries in the order of the search and that of a reranker, joined by their ranks."""
        placed = list(self._placed(entries, len(entries) or 1))
        scores = reranker.scores(question.text, [in_place(place) for _, place in placed])
        found = {entry.key: entry for entry, _ in placed}
        order = ranked(list(zip(found, scores, strict=True)), len(found))
        orders = {"search": list(found), "reranker": [hit.id for hit in order]}
        return tuple(
            replace(one, ranks={**found[one.key].ranks, "reranker": one.ranks["reranker"]})
            for one in fuse(orders, RERANKED, CONSTANT)
        )

    def _hits(self, question: Question, entries: Sequence[Fused], limit: int) -> list[Hit]:
        kept = without_repeats(
            self._placed(entries, limit + _SPARE),
            lambda held: held[1].text,
            lambda held: held[1].document,
        )
        chosen = list(islice(kept, limit))
        facts = facts_stated(self.graph, (entry.key for entry, _ in chosen))
        return [
            Hit(
                rank,
                entry.score,
                place,
                facts.get(entry.key, ()),
                tuple(matched_spans(question.keywords, place.text)),
                {name: entry.ranks.get(name) for name in (*WEIGHTS, *entry.ranks)},
                paths(question, place, facts.get(entry.key, ())),
            )
            for rank, (entry, place) in enumerate(chosen, 1)
        ]

    def _placed(self, entries: Sequence[Fused], size: int) -> Iterator[tuple[Fused, Place]]:
        """Entries with their places, ``size`` read at a time: to read the place of a
        paragraph costs more than to find it.
        """
        for start in range(0, len(entries), size):
            part = entries[start : start + size]
            held = places(self.graph, (entry.key for entry in part))
            yield from ((entry, held[entry.key]) for entry in part if entry.key in held)


def search(
    library: Library,
    query: str,
    where: Filter = EVERYTHING,
    limit: int = 10,
    reranker: Reranker | None = None,
) -> SearchResult:
    """Ranked paragraphs for a query, each with its place, its facts, and why it is here.

    ``where`` narrows the paragraphs before anything is ranked; a ``reranker`` reads the best
    again.
    """
    searcher = Searcher(library)
    return searcher.search(searcher.understand(query), where, limit, reranker=reranker)
