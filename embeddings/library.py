"""A library opened for reading: one generation of graph, keywords, facts, vectors and tokens.

What is not asked for is not opened; nothing here imports PyTorch, unless the
model was never exported to ONNX on this machine.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path

from embeddings.embedder import DEFAULT_MODEL, find_model
from embeddings.facts import FactIndex
from embeddings.keywords import KeywordIndex
from embeddings.onnx_encoder import OnnxEmbedder, export_folder, is_exported
from embeddings.tokens import TokenIndex
from embeddings.vectors import VectorIndex
from kg.errors import ANEW, CURE, IndexMismatch, LibraryMissing, StoreError
from kg.store.generations import Generations, Settings
from kg.store.graph import KnowledgeGraph
from kg.store.originals import FOLDER, Originals

GRAPH, KEYWORDS, VECTORS, TOKENS, FACTS = "graph", "keywords", "vectors", "tokens", "facts"
"""The parts of a generation, beside its manifest."""
MANIFEST = "manifest.json"
INDEXES = (KEYWORDS, FACTS, VECTORS, TOKENS)

FORMAT = 2


def default_cache() -> Path:
    """Where exported models are kept unless somebody says otherwise."""
    from platformdirs import user_cache_path

    return user_cache_path("minutebook", appauthor=False)


def silent(_: str) -> None:
    """Take a notice and do nothing with it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a generation.

    ``program`` is the digest of the code and tables that read it and drew the
    facts from it; ``passages`` the number of its paragraphs in the indexes; ``added``
    the day it came into the library, as 2024-03-01, None where it came by a program
    that did not keep it.
    """

    sha256: str
    file: str
    program: str
    passages: int
    added: str | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """Its fields by name; quicker than `asdict`, which copies all that is in them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True)
class Generation:
    """The manifest of a generation: its graph by digest, its documents by IRI."""

    graph: str
    documents: dict[str, Held]

    @classmethod
    def read(cls, folder: Path) -> "Generation":
        """The manifest in a generation's directory.

        :raises StoreError: if it is missing or of another format.
        """
        try:
            stored = json.loads((folder / MANIFEST).read_text("utf-8"))
            if stored["format"] != FORMAT:
                raise StoreError(f"{folder} has format {stored['format']}, not {FORMAT}; {ANEW}")
            documents = {iri: Held(**held) for iri, held in stored["documents"].items()}
            return cls(stored["graph"], documents)
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise StoreError(f"{folder / MANIFEST} cannot be read; {ANEW}") from error

    def write(self, folder: Path) -> None:
        """Write the manifest; the rest of the generation must be complete."""
        documents = {iri: one.as_json() for iri, one in self.documents.items()}
        stored = {"format": FORMAT, "graph": self.graph, "documents": documents}
        text = json.dumps(stored, sort_keys=True)
        (folder / MANIFEST).write_text(text + "\n", "utf-8")

    @property
    def passages(self) -> int:
        """The number of passages that the indexes hold."""
        return sum(held.passages for held in self.documents.values())


def documents_of(folder: Path | None) -> dict[str, Held]:
    """The documents of the generation in a directory by IRI, none where there is none yet."""
    return Generation.read(folder).documents if folder else {}


def held_now(generations: Generations) -> dict[str, Held]:
    """The documents of a library as it is now, none before the first generation."""
    try:
        with generations.reading() as folder:
            return documents_of(folder)
    except LibraryMissing:
        return {}


class Library:
    """One generation of a library, its parts opened when first asked for."""

    def __init__(
        self, path: Path, folder: Path, cache: Path, notice: Callable[[str], None], stack: ExitStack
    ) -> None:
        self.path = path
        self._folder = folder
        self._cache = cache
        self._notice = notice
        self._stack = stack

    @classmethod
    @contextmanager
    def open(
        cls, path: Path, cache: Path | None = None, notice: Callable[[str], None] = silent
    ) -> Iterator["Library"]:
        """The library in a directory as it is now, undisturbed by what is added meanwhile.

        :param cache: where the model exported for questions is kept.
        :param notice: told in a sentence when something takes longer than usual.
        :raises LibraryMissing: if there is no library, or nothing in it yet.
        :raises FormatMismatch: if it was written by another version.
        """
        with Generations(path).reading() as folder, ExitStack() as stack:
            yield cls(path, folder, cache or default_cache(), notice, stack)

    @cached_property
    def settings(self) -> Settings:
        """What holds for the library as long as it lives."""
        return Generations(self.path).settings()

    def added(self, document: str) -> date | None:
        """The day a document (IRI) came into the library, None where that was not kept."""
        held = self.generation.documents.get(document)
        return date.fromisoformat(held.added) if held and held.added else None

    @cached_property
    def generation(self) -> Generation:
        """The manifest of what is open."""
        return Generation.read(self._folder)

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The knowledge graph, for reading."""
        return self._stack.enter_context(KnowledgeGraph.open(self._folder / GRAPH))

    @property
    def graph_path(self) -> Path:
        """Where `KnowledgeGraph.open` finds the graph; it stays while the library is open."""
        return self._folder / GRAPH

    @cached_property
    def originals(self) -> Originals:
        """The papers themselves."""
        return Originals(self.path / FOLDER)

    @cached_property
    def keywords(self) -> KeywordIndex:
        """The keyword index.

        :raises IndexMismatch: if it does not belong to the graph.
        """
        self._require_graph()
        index = KeywordIndex(self._folder / KEYWORDS)
        if len(index) != self.generation.passages:
            raise IndexMismatch(
                f"the keyword index holds {len(index)} passages and the graph "
                f"{self.generation.passages}; {CURE}"
            )
        return index

    @cached_property
    def facts(self) -> FactIndex:
        """The index of facts.

        :raises IndexMismatch: if it does not belong to the graph.
        """
        self._require_graph()
        return FactIndex(self._folder / FACTS)

    @cached_property
    def vectors(self) -> VectorIndex:
        """The vector index.

        :raises IndexMismatch: if it does not belong to the graph.
        """
        index = VectorIndex.open(self._folder / VECTORS)
        index.require(model=index.manifest.model, graph=self.graph.digest())
        return index

    @cached_property
    def tokens(self) -> TokenIndex:
        """The index of the words of passages.

        :raises IndexMismatch: if it does not belong to the graph and the vectors.
        """
        index = TokenIndex(self._folder / TOKENS)
        index.require(model=self.vectors.manifest.model, graph=self.graph.digest())
        return index

    @cached_property
    def encoder(self) -> OnnxEmbedder:
        """What turns a question into a vector, by the model of the vectors.

        Where the model was never exported on this machine, that is done now.

        :raises IndexMismatch: if this machine has another model of that name.
        """
        name = self.vectors.manifest.model
        if not is_exported(name, self._cache):
            self._export(name)
        return OnnxEmbedder(export_folder(name, self._cache))

    def broken(self) -> frozenset[str]:
        """The indexes that cannot be used, and have to be built again.

        :raises IndexMismatch: if the graph is not the one they were made from.
        """
        self._require_graph()
        return frozenset(part for part in INDEXES if self._is_broken(part))

    def _is_broken(self, part: str) -> bool:
        try:
            getattr(self, part)
        except IndexMismatch:
            return True
        return False

    def _export(self, name: str) -> None:
        model = find_model(self.settings.model or DEFAULT_MODEL)
        if model.name != name:
            raise IndexMismatch(
                f"the vectors are of the model {name} and {model.name} is installed; {ANEW}"
            )
        from embeddings.onnx_export import export_model

        self._notice(f"exporting {model.title} to ONNX for questions, once on this machine")
        export_model(model, self._cache)

    def _require_graph(self) -> None:
        if self.generation.graph != self.graph.digest():
            raise IndexMismatch(f"the graph is not the one the indexes were made from; {ANEW}")


def broken_indexes(path: Path) -> frozenset[str]:
    """The indexes of a library as it is now that have to be built again.

    :raises IndexMismatch: if the graph is not the one they were made from.
    """
    try:
        with Library.open(path) as library:
            return library.broken()
    except LibraryMissing:
        return frozenset()
