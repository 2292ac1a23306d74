"""Making the next generation of a library: papers read, graph and indexes written.

Until the pointer moves at the very end the library is what it was.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, TypeAlias

from embeddings.embedder import (
    DEFAULT_MODEL,
    Embedder,
    SentenceTransformerEmbedder,
    find_model,
)
from embeddings.indexing import Indexer
from embeddings.library import (
    GRAPH,
    Generation,
    Held,
    broken_indexes,
    documents_of,
    held_now,
)
from embeddings.outcome import Doubtful, Failed, Outcome, Progress, Work
from embeddings.papers import program_digest, read_bytes
from embeddings.retold import retold
from kg.errors import LibraryMissing, NotFound, ReadError, StoreError
from kg.rdf.iris import Iris
from kg.reading.naming import as_text
from kg.store.generations import Generations
from kg.store.graph import KnowledgeGraph
from kg.store.originals import FOLDER, Originals

if TYPE_CHECKING:
    from kg.rdf.rulings import Ruling
    from kg.reference import Councils
    from kg.store.values import Quad


Plan: TypeAlias = Callable[[Mapping[str, Held]], Work]
Change: TypeAlias = "Callable[[KnowledgeGraph, list[Ruling]], list[Ruling]]"


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
        if embedder is None:
            embedder = SentenceTransformerEmbedder(find_model(settings.model or DEFAULT_MODEL))
        self._indexer = Indexer(embedder, progress)

    def write(self, plan: Plan, dropped: Sequence[str] = ()) -> Outcome:
        """Read papers and drop documents in one new generation, or in none if nothing changes.

        ``plan`` says which papers, once nobody else can change the library. Indexes that are
        damaged are built again.
        """
        work = Work()
        try:
            with (
                _full_disk(self._generations.path),
                self._generations.drafting() as draft,
                _older_garbage_kept(),
            ):
                held = documents_of(self._generations.current())
                work = plan(held)
                work.broken = broken_indexes(self._generations.path)
                if not self._draft(draft, self._generations.current(), held, work, dropped):
                    rmtree(draft)
        finally:
            self._tidy()
        return work.outcome(held_now(self._generations))

    def curate(self, change: Change) -> None:
        """Change what people ruled in one new generation, or in none if nothing changes.

        ``change`` is told the graph and the rulings it holds, and gives those it shall hold.

        :raises LibraryMissing: if there is no library, or nothing in it yet.
        """
        with _full_disk(self._generations.path), self._generations.drafting() as draft:
            current = self._generations.current()
            if current is None:
                raise LibraryMissing(
                    f"there are no papers in {self._generations.path}; add some first"
                )
            _copy(current, draft)
            if not self._curate(draft, current, change):
                rmtree(draft)

    def _curate(self, draft: Path, current: Path, change: Change) -> bool:
        """Fill a draft with what people rule now; whether that is something else."""
        with KnowledgeGraph.open(draft / GRAPH, write=True) as graph:
            if not self._rule(graph, change):
                return False
            held, touched = documents_of(current), self._relate(graph)
            changed = None if _outdated(held) else retold(graph, self._iris, touched)
            work = Work(broken=broken_indexes(self._generations.path))
            documents = self._indexer.index(graph, draft, current, held, work, changed)
            whole = Generation(graph.digest(), documents)
        whole.write(draft)
        return True

    def _rule(self, graph: KnowledgeGraph, change: Change) -> bool:
        """Put the rulings that shall hold in place of those that did; whether they are others."""
        from kg.rdf import rulings

        held = rulings.read(graph, self._iris)
        wanted = change(graph, held)
        if wanted == held:
            return False
        graph.replace_graph(self._iris.graph("curation"), rulings.quads(wanted, self._iris))
        return True

    def _tidy(self) -> None:
        """Let go of originals that no document needs, unless another process is writing."""
        with suppress(StoreError), self._generations.writing():
            held = documents_of(self._generations.current())
            self._originals.keep_only(one.sha256 for one in held.values())

    def _draft(
        self,
        draft: Path,
        current: Path | None,
        held: dict[str, Held],
        work: Work,
        dropped: Sequence[str],
    ) -> bool:
        """Fill a draft from the current generation, and count in ``work`` what was done.

        Whether the draft is another than the current generation.
        """
        if current is not None:
            _copy(current, draft)
        with KnowledgeGraph.open(draft / GRAPH, write=True) as graph:
            self._drop(graph, held, dropped, work)
            self._read(graph, work, held)
            if not (work.fresh or work.removed or work.broken):
                return False
            anew = _outdated(held) or not held
            if anew:
                self._state_reference(graph)
            touched = self._relate(graph, anew)
            kept = {iri: one for iri, one in held.items() if iri not in (*dropped, *work.fresh)}
            changed = None if anew else retold(graph, self._iris, touched)
            documents = self._indexer.index(graph, draft, current, kept, work, changed)
            whole = Generation(graph.digest(), documents)
        whole.write(draft)
        return True

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
            yield as_text(file.name), partial(read_bytes, file), work.added
        for held in work.outdated:
            yield held.file, partial(self._originals.read, held.sha256), work.reread

    def _quads(
        self, data: bytes, name: str, councils: "Councils"
    ) -> "tuple[str, list[Quad], tuple[str, ...]]":
        """The IRI of the document in some bytes, its quads, and why it is doubtful."""
        from kg.extraction.extract import extract
        from kg.rdf.conversion import convert
        from kg.reading.read import read_document

        document = read_document(data, name)
        facts = extract(document, councils)
        quads = convert.quads(document, facts, self._iris, councils)
        return self._iris.document(document.source.sha256), list(quads), facts.doubts

    def _state_reference(self, graph: KnowledgeGraph) -> None:
        """The councils, which change only with the program."""
        from kg.rdf.conversion import reference
        from kg.reference import Councils

        councils = reference.quads(Councils.load(), self._iris)
        graph.replace_graph(self._iris.graph("reference"), councils)

    def _relate(self, graph: KnowledgeGraph, anew: bool = False) -> dict[str, set[str]]:
        """The graphs that depend on all documents: only what changed, or all of it anew.

        Returns what was touched since the graph was opened, as `KnowledgeGraph.touched` does.
        """
        from kg.rdf.identity import identity
        from kg.rdf.linking import histories

        (identity.rebuild if anew else identity.update)(graph, self._iris)
        return (histories.rebuild if anew else histories.update)(graph, self._iris)


def _copy(current: Path, draft: Path) -> None:
    """Begin a draft with the graph of the current generation."""
    with KnowledgeGraph.open(current / GRAPH) as before:
        before.copy_to(draft / GRAPH)


def _outdated(held: Mapping[str, Held]) -> bool:
    """Whether other code or tables read some of the documents."""
    return any(one.program != program_digest() for one in held.values())


@contextmanager
def _older_garbage_kept() -> Iterator[None]:
    """Let the collector of garbage look only at what comes to be meanwhile.

    What was there before, program, tables and model, is much and stays; to look through it
    takes longer than to add a paper.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


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
