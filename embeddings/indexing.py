"""Writing the indexes of a generation: of words, facts, tokens and vectors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import numpy as np

from embeddings import facts, gather, keywords, tokens, vectors
from embeddings.embedder import Embedder, Tokens, Vectors, read
from embeddings.library import FACTS, INDEXES, KEYWORDS, TOKENS, VECTORS, Held, documents_of
from embeddings.outcome import Progress, Work
from embeddings.passages import Passage, text_digest
from embeddings.retold import Retold
from embeddings.tokens import TokenIndex
from embeddings.vectors import VectorIndex
from kg.rdf.iris import paper_of
from kg.store.graph import KnowledgeGraph

_TOLD_EVERY = 512  # texts
Fresh: TypeAlias = dict[str, list[Passage]]


@dataclass(frozen=True, slots=True)
class _Rest:
    """The documents that stay as they are, and their passages when they are needed again."""

    graph: KnowledgeGraph
    documents: dict[str, Held]

    def passages(self) -> Iterator[Passage]:
        """The passages of all of them."""
        for iri in sorted(self.documents):
            yield from gather.passages(self.graph, iri)

    def holds(self, paragraph: str) -> bool:
        """Whether a paragraph (IRI) belongs to one of them."""
        return paper_of(paragraph) in self.documents


class Indexer:
    """Writes the indexes of a generation, from those before it as far as they still hold."""

    def __init__(self, embedder: Embedder, progress: Progress) -> None:
        self._embedder = embedder
        self._progress = progress

    def index(
        self,
        graph: KnowledgeGraph,
        draft: Path,
        current: Path | None,
        kept: dict[str, Held],
        work: Work,
        changed: Retold | None,
    ) -> dict[str, Held]:
        """Write all indexes; the documents with the number of their passages.

        ``changed`` is what may be told otherwise, None for all. From the generation
        before (``current``) is taken over what is not broken.
        """
        before = {one: current / one for one in INDEXES if current and one not in work.broken}
        fresh = {iri: gather.passages(graph, iri) for iri in work.fresh}
        counted = {iri: replace(one, passages=len(fresh[iri])) for iri, one in work.fresh.items()}
        rest = _Rest(graph, kept)
        grows = set(documents_of(current)) == set(kept)
        self._index_words(draft / KEYWORDS, before.get(KEYWORDS) if grows else None, fresh, rest)
        if FACTS not in before or changed is None:
            facts.write(draft / FACTS, graph)
        else:
            facts.update(draft / FACTS, before[FACTS], graph, changed)
        work.embedded = self._index_vectors(draft, before, fresh, rest)
        return dict(sorted((kept | counted).items()))

    def _index_words(self, target: Path, before: Path | None, fresh: Fresh, rest: _Rest) -> None:
        """Add to a clone of the index before, where there is one that holds just the rest."""
        self._progress("indexing", 0, 1)
        if before:
            keywords.clone(before, target)
        else:
            keywords.write(target, rest.passages())
        keywords.write(target, chain.from_iterable(fresh.values()))
        self._progress("indexing", 1, 1)

    def _index_vectors(
        self, draft: Path, before: Mapping[str, Path], fresh: Fresh, rest: _Rest
    ) -> int:
        """Write tokens and vectors; each text is read by the model once."""
        previous = (
            VectorIndex.open(before[VECTORS]) if VECTORS in before else None,
            TokenIndex(before[TOKENS]) if TOKENS in before else None,
        )
        reusable = all(one and one.manifest.model == self._embedder.name for one in previous)
        embedder = _Reporting(self._embedder, self._progress)
        graph = rest.graph.digest()
        vectors_before, tokens_before = previous if reusable else (None, None)

        def wanted() -> Iterator[Passage]:
            return chain(() if reusable else rest.passages(), *fresh.values())

        told = partial(self._progress, "embedding")
        tokens.build(wanted(), embedder, tokens_before, draft / TOKENS, graph, rest.holds, told)
        built = vectors.build(
            wanted(), embedder, vectors_before, draft / VECTORS, graph, rest.holds
        )
        return built.embedded


class _Reporting:
    """An embedder that reports how far it has come, and remembers the vectors of what it read."""

    def __init__(self, embedder: Embedder, progress: Progress) -> None:
        self._embedder = embedder
        self._progress = progress
        self._known: dict[bytes, Vectors] = {}

    @property
    def name(self) -> str:
        """As of the embedder."""
        return self._embedder.name

    @property
    def dimension(self) -> int:
        """As of the embedder."""
        return self._embedder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As of the embedder, some texts at a time."""
        digests = [text_digest(text) for text in texts]
        left = [row for row, digest in enumerate(digests) if digest not in self._known]
        found = np.zeros((len(texts), self.dimension), np.float32)
        for row, digest in enumerate(digests):
            if digest in self._known:
                found[row] = self._known[digest]
        for rows in self._steps(left):
            found[rows] = self._embedder.encode([texts[row] for row in rows])
        return found

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        """As of the embedder."""
        found, told = read(self._embedder, texts)
        self._known |= {text_digest(text): row for text, row in zip(texts, found, strict=True)}
        return found, told

    def _steps(self, rows: Sequence[int]) -> Iterator[list[int]]:
        """Rows, some at a time, with what is done of them told."""
        for start in range(0, len(rows), _TOLD_EVERY):
            self._progress("embedding", start, len(rows))
            yield list(rows[start : start + _TOLD_EVERY])
        self._progress("embedding", len(rows), len(rows))
