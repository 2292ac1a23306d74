"""The vector index: FAISS on disk beside a manifest that says what it belongs to.

A passage has a row for each of its texts (`embedding_texts`) and is as near to a
question as its nearest row. A directory holds ``vectors.faiss``, ``ids.npy`` (the
id of each row), ``digests.npy`` (what each row was embedded from) and
``manifest.json``, written last. Rows are in order of id, the row of the whole passage
first, the others by digest, so that the files do not depend on the order in which papers
were added.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import Embedder, Vectors
from embeddings.ids import Digests, Ids
from embeddings.passages import (
    PASSED_OVER,
    IndexHit,
    Passage,
    embedding_texts,
    ranked,
    text_digest,
)
from kg.errors import CURE, IndexMismatch, StoreError

if TYPE_CHECKING:
    import faiss

FORMAT = 3
FLAT_UP_TO = 50_000
"""The number of rows up to which every vector is compared."""
FEW = 4096
"""The number of rows allowed up to which they are fetched, and the index is not gone through."""

_SEED = 20170613
_PROBES = 64  # lists looked at by a search of an index of lists
_TRAINING = 64  # vectors a list is trained on
_ROUNDS = 10  # of training
_CHUNK = 4096
_ROWS_A_PASSAGE = 4  # about how many texts are embedded for a passage
_SLACK = np.float32(3e-6)  # scores closer than this may come in any order from FAISS


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index belongs to and was made with.

    ``model`` is the embedder's name, ``graph`` the digest of the graph the passages were
    read from; ``count`` rows stand for ``passages``. ``metric`` ("inner product" of unit rows)
    and ``versions`` (of the libraries that wrote it) are for people who look into the file.
    """

    format: int
    model: str
    dimension: int
    metric: str
    count: int
    passages: int
    graph: str
    versions: dict[str, str]


@dataclass(frozen=True, slots=True)
class Built:
    """How many passages an index got, and how many texts had to be embedded."""

    count: int
    embedded: int


class VectorIndex:
    """Vectors of passages, searched by inner product (cosine, as rows have length 1)."""

    def __init__(self, directory: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self._ids = Ids(directory / "ids.npy")
        self._digests = Digests(directory / "digests.npy")
        self._faiss = _read(directory / "vectors.faiss")
        self._check()

    @classmethod
    def open(cls, directory: Path) -> "VectorIndex":
        """Open the index in a directory; raises IndexMismatch where it is not whole."""
        try:
            manifest = Manifest(**json.loads((directory / "manifest.json").read_text("utf-8")))
            if manifest.format != FORMAT:
                raise IndexMismatch(
                    f"the vector index has format {manifest.format}, not {FORMAT}; {CURE}"
                )
            return cls(directory, manifest)
        except (OSError, ValueError, TypeError, EOFError, RuntimeError) as error:
            raise IndexMismatch(f"the vector index in {directory} is damaged; {CURE}") from error

    def _check(self) -> None:
        count, dimension = self.manifest.count, self.manifest.dimension
        held = (self._faiss.ntotal, len(self._ids), len(self._digests), self._faiss.d)
        if held != (count, count, count, dimension):
            raise IndexMismatch(
                f"the vector index is not whole: {count} rows of dimension {dimension} are wanted, "
                f"(vectors, ids, digests, dimension) are {held}; {CURE}"
            )

    def require(self, *, model: str, graph: str) -> None:
        """Raise IndexMismatch unless the index is of this model and this graph (digest)."""
        if self.manifest.model != model:
            raise IndexMismatch(
                f"the vectors are of the model {self.manifest.model}, not {model}; {CURE}, "
                f"or name the library's own model"
            )
        if self.manifest.graph != graph:
            raise IndexMismatch(f"the vectors belong to another state of the graph; {CURE}")

    def __len__(self) -> int:
        return self.manifest.passages

    def search(
        self, vector: Vectors, k: int, allowed: Iterable[str] | None = None
    ) -> list[IndexHit]:
        """The ``k`` passages nearest to a vector, scores to 6 decimals, ties by id.

        ``vector`` is float32 of shape (dimension,). ``allowed`` narrows the
        search to these ids before anything is ranked. An index of lists
        (above ``FLAT_UP_TO`` rows) may miss some of the nearest unless fewer
        rows than that are allowed. Raises IndexMismatch for another dimension.
        """
        return self.search_each(vector[None, ...], k, allowed)[0]

    def search_each(
        self, vectors: Vectors, k: int, allowed: Iterable[str] | None = None
    ) -> list[list[IndexHit]]:
        """What `search` finds for each of several vectors (n, dimension), in one go."""
        fits = vectors.ndim == 2 and vectors.shape[1] == self.manifest.dimension
        if not fits or vectors.dtype != np.float32:
            raise IndexMismatch(
                f"a query vector of shape {vectors.shape[1:]} and {vectors.dtype} does not fit "
                f"an index of dimension {self.manifest.dimension} and float32"
            )
        rows = None if allowed is None else self._ids.rows(allowed)
        if k < 1 or not (self.manifest.count if rows is None else len(rows)):
            return [[] for _ in vectors]
        if rows is not None and len(rows) <= FEW:
            nearest: Iterable[dict[str, float]] = (self._of_few(one, rows) for one in vectors)
        else:
            nearest = self._nearest(vectors, k, rows)
        return [
            ranked([(one, round(score, 6)) for one, score in some.items()], k) for some in nearest
        ]

    def whole(self, vector: Vectors, held: Sequence[str]) -> list[float]:
        """How near the wholes of passages are to a vector, to 6 decimals, in their order.

        ``held`` are ids as `search` gives them.
        """
        scores: list[float] = (self.vectors(self._ids.firsts(held)) @ vector).tolist()
        return [round(score, 6) for score in scores]

    def _nearest(
        self, vectors: Vectors, k: int, rows: NDArray[np.int64] | None
    ) -> Iterator[dict[str, float]]:
        """For each vector the best ``k`` ids and all that tie with the last: FAISS cuts ties at
        will.
        """
        parameters = self._parameters(rows)
        most = self.manifest.count if rows is None else len(rows)
        first = min(_ROWS_A_PASSAGE * k + 16, most)
        each = self._faiss.search(vectors, first, params=parameters)
        for vector, scores, found in zip(vectors, *each, strict=True):
            wanted = first
            while True:
                scores, found = scores[found >= 0], found[found >= 0]
                best = self._best(scores, found)
                last = sorted(best.values(), reverse=True)[min(k, len(best)) - 1] if best else 0.0
                enough = len(best) >= k and scores[-1] < last - _SLACK
                if enough or wanted >= most or len(scores) < wanted:
                    yield best
                    break
                wanted = min(wanted * 4, most)
                again = self._faiss.search(vector[None, :], wanted, params=parameters)
                scores, found = (one[0] for one in again)

    def _of_few(self, vector: Vectors, rows: NDArray[np.int64]) -> dict[str, float]:
        """The ids of a few rows with their scores, without a look at the others."""
        scores = self.vectors(rows) @ vector
        order = np.argsort(-scores, kind="stable")
        return self._best(scores[order], rows[order])

    def _best(self, scores: Vectors, rows: NDArray[np.int64]) -> dict[str, float]:
        """The ids of rows, each with the score of its nearest row; scores come best first."""
        best: dict[bytes, float] = {}
        for one, score in zip(self._ids.at(rows), scores.tolist(), strict=True):
            best.setdefault(one, score)
        return {one.decode("utf-8"): score for one, score in best.items()}

    def _parameters(self, rows: NDArray[np.int64] | None) -> "faiss.SearchParameters":
        import faiss

        given: dict[str, Any] = {}
        if rows is not None:
            bits = np.zeros(self.manifest.count, bool)
            bits[rows] = True
            bitmap: Any = faiss.IDSelectorBitmap  # its Python form takes an array
            given["sel"] = bitmap(np.packbits(bits, bitorder="little"))
        if not hasattr(self._faiss, "nlist"):
            return faiss.SearchParameters(**given)
        few = rows is not None and len(rows) <= FLAT_UP_TO
        probes = self._faiss.nlist if few else min(_PROBES, self._faiss.nlist)
        lists: Any = faiss.SearchParametersIVF
        parameters: faiss.SearchParameters = lists(nprobe=probes, **given)
        return parameters

    def known(self) -> dict[bytes, int]:
        """From the digest of an embedded text to a row that holds its vector."""
        return self._digests.known()

    def rows(self, keep: Callable[[str], bool]) -> list[tuple[str, bytes]]:
        """The ids that ``keep`` accepts, each with the digest of its embedded text."""
        return self._digests.rows(self._ids, keep)

    def vectors(self, rows: Sequence[int] | NDArray[np.int64]) -> Vectors:
        """The vectors of rows: float32 (len(rows), dimension)."""
        if hasattr(self._faiss, "make_direct_map"):
            self._faiss.make_direct_map()
        if not len(rows):
            return np.zeros((0, self.manifest.dimension), np.float32)
        found: Vectors = self._faiss.reconstruct_batch(np.array(rows, np.int64))
        return found


def _read(file: Path) -> "faiss.Index":
    import faiss

    return faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC)


def build(
    passages: Iterable[Passage],
    embedder: Embedder,
    previous: VectorIndex | None,
    directory: Path,
    graph: str,
    keep: Callable[[str], bool] = lambda _: False,
) -> Built:
    """Write the index of passages, without headings, into an empty directory.

    Rows of ``previous`` whose ids ``keep`` accepts stay as they are. Vectors of
    ``previous`` are taken over where the same model embedded the same text; the
    embedder is asked only for the rest, and each text once. ``graph`` is the
    digest of the graph that the passages come from. Raises ValueError where two
    passages have one id.
    """
    reused = previous if previous and previous.manifest.model == embedder.name else None
    known = reused.known() if reused else {}
    kept = reused.rows(keep) if reused else []
    rows, texts = _plan(kept, passages, known)
    fresh = sorted(texts, key=lambda digest: (len(texts[digest]), digest))
    vectors = _Vectors(embedder, reused, known, {digest: i for i, digest in enumerate(fresh)})
    vectors.embed([texts[digest] for digest in fresh])
    directory.mkdir(parents=True, exist_ok=True)
    _write_index(directory / "vectors.faiss", vectors, [digest for _, digest in rows])
    _write_rows(directory, rows)
    manifest = Manifest(
        format=FORMAT,
        model=embedder.name,
        dimension=vectors.dimension,
        metric="inner product",
        count=len(rows),
        passages=len({one for one, _ in rows}),
        graph=graph,
        versions=_versions(),
    )
    (directory / "manifest.json").write_text(json.dumps(asdict(manifest), indent=2) + "\n", "utf-8")
    return Built(manifest.passages, len(fresh))


def _write_rows(directory: Path, rows: Sequence[tuple[str, bytes]]) -> None:
    """Write the id of each row, and the digest of what it was embedded from."""
    Ids.write(directory / "ids.npy", [one for one, _ in rows])
    Digests.write(directory / "digests.npy", [digest for _, digest in rows])


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    return {name: version(name) for name in ("faiss-cpu", "numpy")}


def _plan(
    kept: list[tuple[str, bytes]], passages: Iterable[Passage], known: dict[bytes, int]
) -> tuple[list[tuple[str, bytes]], dict[bytes, str]]:
    """Ids with their digests in the order of rows, and the texts still to be embedded."""
    rows: list[tuple[str, int, bytes]] = []
    texts: dict[bytes, str] = {}
    seen: set[str] = set()
    for one, digest in kept:
        rows.append((one, int(one in seen), digest))
        seen.add(one)
    for passage in passages:
        if passage.form in PASSED_OVER:
            continue
        if passage.id in seen:
            raise ValueError(f"two passages have the id {passage.id}")
        seen.add(passage.id)
        for place, text in enumerate(embedding_texts(passage)):
            digest = text_digest(text)
            rows.append((passage.id, min(place, 1), digest))
            if digest not in known:
                texts[digest] = text
    return [(one, digest) for one, _, digest in sorted(rows)], texts


class _Vectors:
    """Vectors by digest, from the index before and from what was embedded now."""

    def __init__(
        self,
        embedder: Embedder,
        reused: VectorIndex | None,
        known: dict[bytes, int],
        fresh: dict[bytes, int],
    ) -> None:
        self._embedder, self._reused, self._known, self._fresh = embedder, reused, known, fresh
        self.dimension = reused.manifest.dimension if reused else embedder.dimension
        self._new = np.zeros((0, self.dimension), np.float32)

    def embed(self, texts: list[str]) -> None:
        if texts:
            self._new = self._embedder.encode(texts)

    def take(self, digests: Sequence[bytes]) -> Vectors:
        """The vectors of digests in order: float32 (len(digests), dimension)."""
        found = np.zeros((len(digests), self.dimension), np.float32)
        rows = np.array([self._known.get(digest, -1) for digest in digests], np.int64)
        if self._reused:
            found[rows >= 0] = self._reused.vectors(rows[rows >= 0])
        for at in np.flatnonzero(rows < 0).tolist():
            found[at] = self._new[self._fresh[digests[at]]]
        return found


def _write_index(file: Path, vectors: _Vectors, digests: list[bytes]) -> None:
    import faiss

    index = _empty_index(vectors, digests)
    for start in range(0, len(digests), _CHUNK):
        index.add(vectors.take(digests[start : start + _CHUNK]))
    try:
        faiss.write_index(index, str(file))
    except RuntimeError as error:
        raise StoreError(f"{file} cannot be written; is the disk full?") from error


def _empty_index(vectors: _Vectors, digests: list[bytes]) -> "faiss.Index":
    """Every vector compared up to `FLAT_UP_TO` rows, lists of near vectors above."""
    import faiss

    flat = faiss.IndexFlatIP(vectors.dimension)
    if len(digests) <= FLAT_UP_TO:
        return flat
    lists = int(len(digests) ** 0.5)
    index = faiss.IndexIVFFlat(flat, vectors.dimension, lists, faiss.METRIC_INNER_PRODUCT)
    index.own_fields = False
    index.cp.seed = _SEED
    index.cp.niter = _ROUNDS
    chooser = np.random.default_rng(_SEED)
    size = min(len(digests), lists * _TRAINING)
    sample = np.sort(chooser.choice(len(digests), size=size, replace=False))
    index.train(vectors.take([digests[row] for row in sample]))
    return index
