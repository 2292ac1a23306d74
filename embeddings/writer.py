"""Making the next generation of a library: papers read, graph and indexes written.

Until the pointer moves at the very end the library is what it was.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from embeddings import facts, gather, keywords, tokens, vectors
from embeddings.embedder import (
    DEFAULT_MODEL,
    Embedder,
    SentenceTransformerEmbedder,
    Tokens,
    Vectors,
    find_model,
    read,
)
from embeddings.library import (
    FACTS,
    GRAPH,
    KEYWORDS,
    TOKENS,
    VECTORS,
    Generation,
    Held,
    documents_of,
    held_now,
)
from embeddings.outcome import Doubtful, Failed, Outcome, Progress, Work
from embeddings.papers import program_digest, read_bytes
from embeddings.passages import Passage, text_digest
from embeddings.retold import retold
from embeddings.tokens import TokenIndex
from embeddings.vectors import VectorIndex
from kg.errors import IndexMismatch, LibraryMissing, NotFound, ReadError, StoreError
from kg.rdf.iris import Iris
from kg.store.generations import Generations
from kg.store.graph import KnowledgeGraph
from kg.store.originals import FOLDER, Originals

if TYPE_CHECKING:
    from kg.rdf.rulings import Ruling
    from kg.reference import Councils
    from kg.store.values import Quad

_TOLD_EVERY = 512  # texts


class _NothingToDoError(Exception):
    """Ends a draft that would equal the current generation."""


Fresh: TypeAlias = dict[str, list[Passage]]
Plan: TypeAlias = Callable[[Mapping[str, Held]], Work]
Change: TypeAlias = "Callable[[KnowledgeGraph, list[Ruling]], list[Ruling]]"


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
        return paragraph.rpartition("/")[0] in self.documents


class Writer:
    """Makes the next generation of a library."""

    def __init__(
        self, generations: Generations, progress: Progress, embedder: Embedder | None
    ) -> None:
        settings = generations.settings()
        self._generations = generations
        self._progress = progress
        self._iris = Iris(settings.base)
        self._originals = Originals(generations.path / FOLDER)
        self._embedder = embedder or SentenceTransformerEmbedder(
            find_model(settings.model or DEFAULT_MODEL)
        )

    def write(self, plan: Plan, dropped: Sequence[str] = ()) -> Outcome:
        """Read papers and drop documents in one new generation, or in none if nothing changes.

        ``plan`` says which papers, once nobody else can change the library.
        """
        work = Work()
        try:
            with (
                _full_disk(self._generations.path),
                suppress(_NothingToDoError),
                self._generations.drafting() as draft,
            ):
                held = documents_of(self._generations.current())
                work = plan(held)
                self._draft(draft, self._generations.current(), held, work, dropped)
        finally:
            self._tidy()
        return work.outcome(held_now(self._generations))

    def curate(self, change: Change) -> None:
        """Change what people ruled in one new generation, or in none if nothing changes.

        ``change`` is told the graph and the rulings it holds, and gives those it shall hold.

        :raises LibraryMissing: if there is no library, or nothing in it yet.
        """
        with (
            _full_disk(self._generations.path),
            suppress(_NothingToDoError),
            self._generations.drafting() as draft,
        ):
            current = self._generations.current()
            if current is None:
                raise LibraryMissing(
                    f"there are no papers in {self._generations.path}; add some first"
                )
            with KnowledgeGraph.open(current / GRAPH) as before:
                before.copy_to(draft / GRAPH)
            with KnowledgeGraph.open(draft / GRAPH, write=True) as graph:
                held, touched = documents_of(current), self._rule(graph, change)
                changed = None if _outdated(held) else retold(graph, self._iris, touched)
                documents = self._index(graph, draft, current, held, Work(), changed)
                whole = Generation(graph.digest(), documents)
            whole.write(draft)

    def _rule(self, graph: KnowledgeGraph, change: Change) -> dict[str, set[str]]:
        """Put the rulings that shall hold in place of those that did; what this touched."""
        from kg.rdf import rulings

        held = rulings.read(graph, self._iris)
        wanted = change(graph, held)
        if wanted == held:
            raise _NothingToDoError
        graph.replace_graph(self._iris.graph("curation"), rulings.quads(wanted, self._iris))
        return self._relate(graph)

    def _tidy(self) -> None:
        """Let go of originals that no document needs, unless another process is writing."""
        with suppress(_NothingToDoError, StoreError), self._generations.drafting():
            held = documents_of(self._generations.current())
            self._originals.keep_only(one.sha256 for one in held.values())
            raise _NothingToDoError

    def _draft(
        self,
        draft: Path,
        current: Path | None,
        held: dict[str, Held],
        work: Work,
        dropped: Sequence[str],
    ) -> None:
        """Fill a draft from the current generation, and count in ``work`` what was done."""
        if current is not None:
            with KnowledgeGraph.open(current / GRAPH) as before:
                before.copy_to(draft / GRAPH)
        with KnowledgeGraph.open(draft / GRAPH, write=True) as graph:
            self._drop(graph, held, dropped, work)
            self._read(graph, work, held)
            if not work.fresh and not work.removed:
                raise _NothingToDoError
            anew = _outdated(held) or not held
            if anew:
                self._state_reference(graph)
            touched = self._relate(graph, anew)
            kept = {iri: one for iri, one in held.items() if iri not in (*dropped, *work.fresh)}
            changed = None if anew else retold(graph, self._iris, touched)
            documents = self._index(graph, draft, current, kept, work, changed)
            whole = Generation(graph.digest(), documents)
        whole.write(draft)

    def _drop(
        self, graph: KnowledgeGraph, held: dict[str, Held], dropped: Sequence[str], work: Work
    ) -> None:
        for iri in dropped:
            if iri not in held:
                raise NotFound(f"the library holds no document {iri}; nothing was removed")
        for iri in dropped:
            graph.remove_document(iri)
            work.removed.append(iri)

    def _read(self, graph: KnowledgeGraph, work: Work, held: Mapping[str, Held]) -> None:
        """Read files and outdated originals into the graph; what cannot be read is set aside."""
        from kg.reference import Councils

        councils = Councils.load()
        total = len(work.papers) + len(work.outdated)
        for done, (name, data_of, told) in enumerate(self._papers(work)):
            self._progress("reading", done, total)
            try:
                data = data_of()
                iri, quads, doubts = self._quads(data, name, councils)
            except (ReadError, NotFound, StoreError) as error:
                work.failed.append(Failed(name, str(error)))
                continue
            graph.replace_document(iri, quads)
            sha256 = self._originals.store(data)
            told.append(name)
            if doubts:
                work.doubtful.append(Doubtful(name, doubts))
            added = held[iri].added if iri in held else date.today().isoformat()
            work.fresh[iri] = Held(sha256, name, program_digest(), 0, added)
        self._progress("reading", total, total)

    def _papers(self, work: Work) -> "Iterator[tuple[str, Callable[[], bytes], list[str]]]":
        """What is to be read: its name, its bytes, and where to say that it was read."""
        for file in work.papers:
            yield file.name, partial(read_bytes, file), work.added
        for held in work.outdated:
            yield held.file, partial(self._originals.read, held.sha256), work.reread

    def _quads(
        self, data: bytes, name: str, councils: "Councils"
    ) -> "tuple[str, list[Quad], tuple[str, ...]]":
        """The IRI of the document in some bytes, its quads, and why it is doubtful."""
        from kg.extraction.extract import extract
        from kg.rdf import convert
        from kg.reading.read import read_document

        document = read_document(data, name)
        facts = extract(document, councils)
        quads = convert.quads(document, facts, self._iris, councils)
        return self._iris.document(document.source.sha256), list(quads), facts.doubts

    def _state_reference(self, graph: KnowledgeGraph) -> None:
        """The councils, which change only with the program."""
        from kg.rdf import reference
        from kg.reference import Councils

        councils = reference.quads(Councils.load(), self._iris)
        graph.replace_graph(self._iris.graph("reference"), councils)

    def _relate(self, graph: KnowledgeGraph, anew: bool = False) -> dict[str, set[str]]:
        """The graphs that depend on all documents: only what changed, or all of it anew.

        Returns what was touched since the graph was opened, as `KnowledgeGraph.touched` does.
        """
        from kg.rdf import histories, identity

        (identity.rebuild if anew else identity.update)(graph, self._iris)
        return (histories.rebuild if anew else histories.update)(graph, self._iris)

    def _index(
        self,
        graph: KnowledgeGraph,
        draft: Path,
        current: Path | None,
        kept: dict[str, Held],
        work: Work,
        changed: Collection[str] | None,
    ) -> dict[str, Held]:
        """Write all indexes; the documents with the number of their passages.

        ``changed`` are the facts (IRIs) that may be told otherwise, None for all.
        """
        fresh = {iri: gather.passages(graph, iri) for iri in work.fresh}
        counted = {iri: replace(one, passages=len(fresh[iri])) for iri, one in work.fresh.items()}
        rest = _Rest(graph, kept)
        self._index_words(draft / KEYWORDS, current, fresh, rest)
        if current is None or changed is None:
            facts.write(draft / FACTS, graph)
        else:
            facts.update(draft / FACTS, current / FACTS, graph, changed)
        work.embedded = self._index_vectors(draft, current, fresh, rest)
        return dict(sorted((kept | counted).items()))

    def _index_words(self, target: Path, current: Path | None, fresh: Fresh, rest: _Rest) -> None:
        """Add to a clone of the index before, which must hold nothing else than the rest."""
        self._progress("indexing", 0, 1)
        grows = current is not None and set(documents_of(current)) == set(rest.documents)
        if grows and current is not None:
            keywords.clone(current / KEYWORDS, target)
        else:
            keywords.write(target, rest.passages())
        keywords.write(target, chain.from_iterable(fresh.values()))
        self._progress("indexing", 1, 1)

    def _index_vectors(self, draft: Path, current: Path | None, fresh: Fresh, rest: _Rest) -> int:
        """Write tokens and vectors; each text is read by the model once."""
        previous = _vectors_of(current), _tokens_of(current)
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


def _outdated(held: Mapping[str, Held]) -> bool:
    """Whether other code or tables read some of the documents."""
    return any(one.program != program_digest() for one in held.values())


def _vectors_of(folder: Path | None) -> VectorIndex | None:
    """The vectors of a generation, None where they are damaged and have to be made again."""
    try:
        return VectorIndex.open(folder / VECTORS) if folder else None
    except IndexMismatch:
        return None


def _tokens_of(folder: Path | None) -> TokenIndex | None:
    """The tokens of a generation, None where they are damaged and have to be made again."""
    try:
        return TokenIndex(folder / TOKENS) if folder else None
    except IndexMismatch:
        return None


@contextmanager
def _full_disk(path: Path) -> Iterator[None]:
    """Say plainly that the disk is full where a library below says so only in words."""
    try:
        yield
    except (OSError, StoreError) as error:
        if "No space left" not in str(error):
            raise
        raise StoreError(
            f"the disk that holds {path} is full; the library is as it was before"
        ) from error
