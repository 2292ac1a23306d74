"""Tantivy, SQLite FTS5 and bm25s over the same invented paragraphs.

Each engine is built, opened in a fresh process for one question, asked many, and
given one more document. Words follow the law of Zipf and Mandelbrot, lengths a log-normal one. Run:

    python benchmarks/keyword_engines.py 100000

bm25s is not among the project's dependencies (pip install bm25s).
"""

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from embeddings import keywords  # noqa: E402 - the benchmark runs from a clone
from embeddings.passages import Passage  # noqa: E402

VOCABULARY = 50_000
DOCUMENT = 200  # paragraphs
QUERIES = 200


def words(count: int, seed: int) -> Iterator[list[str]]:
    """``count`` paragraphs as lists of words."""
    chooser = np.random.default_rng(seed)
    vocabulary = [f"w{rank}x" for rank in range(VOCABULARY)]
    shares = np.cumsum(1 / (np.arange(VOCABULARY) + 2.7))
    lengths = np.clip(chooser.lognormal(3.6, 0.7, count).astype(int), 3, 300)
    for some in np.array_split(lengths, max(1, count // 10_000)):
        drawn = chooser.random(int(some.sum())) * shares[-1]
        ranks = iter(np.searchsorted(shares, drawn).tolist())
        for length in some:
            yield [vocabulary[rank] for rank in islice(ranks, int(length))]


def passages(count: int, seed: int = 1) -> Iterator[Passage]:
    """The same paragraphs as passages of documents."""
    for number, text in enumerate(words(count, seed)):
        document = f"https://minutebook.example/id/document/{seed}-{number // DOCUMENT:08}"
        yield Passage(f"{document}/p{number % DOCUMENT}", " ".join(text), document)


def questions() -> list[str]:
    """Questions of three to nine words, common and rare."""
    chooser = np.random.default_rng(7)
    made = []
    for _ in range(QUERIES):
        ranks = np.exp(chooser.uniform(0, np.log(VOCABULARY / 2), chooser.integers(3, 10)))
        made.append(" ".join(f"w{int(rank)}x" for rank in ranks))
    return made


class Engine(Protocol):
    """What is measured: all work goes through the files in ``folder``."""

    name: str

    def build(self, folder: Path, count: int) -> None:
        """Index ``count`` paragraphs."""
        ...

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        """What answers a question with ten ids."""
        ...

    def update(self, folder: Path, count: int) -> None:
        """Add one more document to what was built."""
        ...


class Tantivy:
    """The engine of the program, through the program's own code."""

    name = "tantivy"

    def build(self, folder: Path, count: int) -> None:
        """One segment after the other, on one thread."""
        keywords.write(folder / "index", passages(count))

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        """Through the program's own ranking, ties and all."""
        index = keywords.KeywordIndex(folder / "index")
        return lambda question: [hit.id for hit in index.search(question, 10)]

    def update(self, folder: Path, count: int) -> None:
        """A generation's index is a clone by links, then added to."""
        keywords.clone(folder / "index", folder / "next")
        keywords.write(folder / "next", passages(DOCUMENT, seed=2))


class Fts5:
    """SQLite's full-text index with its own bm25(), Porter's stemmer, pages mapped."""

    name = "fts5"

    def build(self, folder: Path, count: int) -> None:
        """One table in one transaction."""
        base = sqlite3.connect(folder / "base.db")
        base.execute(
            "CREATE VIRTUAL TABLE passages USING fts5("
            "id UNINDEXED, text, tokenize = 'porter unicode61', columnsize = 1)"
        )
        self._insert(base, passages(count))
        base.close()

    def _insert(self, base: sqlite3.Connection, rows: Iterator[Passage]) -> None:
        with base:
            base.executemany(
                "INSERT INTO passages VALUES (?, ?)", ((row.id, row.text) for row in rows)
            )

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        """Any of the words, by SQLite's own rank."""
        base = sqlite3.connect(folder / "base.db")
        base.execute("PRAGMA mmap_size = 8000000000")

        def ask(question: str) -> list[str]:
            match = " OR ".join(f'"{word}"' for word in question.split())
            found = base.execute(
                "SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank, id LIMIT 10",
                (match,),
            )
            return [row[0] for row in found]

        return ask

    def update(self, folder: Path, count: int) -> None:
        """A generation needs its own file, so the file is copied first."""
        (folder / "next.db").write_bytes((folder / "base.db").read_bytes())
        base = sqlite3.connect(folder / "next.db")
        self._insert(base, passages(DOCUMENT, seed=2))
        base.close()


class Bm25s:
    """Scores worked out beforehand in arrays, mapped from disk."""

    name = "bm25s"

    def build(self, folder: Path, count: int) -> None:
        """All texts in memory at once."""
        self._build(folder / "index", [row.text.split() for row in passages(count)])

    def _build(self, folder: Path, texts: list[list[str]]) -> None:
        import bm25s

        retriever = bm25s.BM25()
        retriever.index(texts, show_progress=False)
        retriever.save(str(folder))

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        """Rows instead of ids; the vocabulary is read whole."""
        import bm25s

        retriever = bm25s.BM25.load(str(folder / "index"), mmap=True)

        def ask(question: str) -> list[str]:
            known = [[word for word in question.split() if word in retriever.vocab_dict]]
            found, _ = retriever.retrieve(known, k=10, show_progress=False)
            return [str(row) for row in found[0]]

        return ask

    def update(self, folder: Path, count: int) -> None:
        """Nothing can be added: every score depends on all paragraphs."""
        texts = [row.text.split() for row in passages(count)]
        texts += [row.text.split() for row in passages(DOCUMENT, seed=2)]
        self._build(folder / "next", texts)


ENGINES: tuple[Engine, ...] = (Tantivy(), Fts5(), Bm25s())


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one engine; seconds, and bytes on disk."""

    build: float
    cold: float
    median: float
    slow: float
    update: float
    disk: int


def say(text: str) -> None:
    """Write a line of the report."""
    sys.stdout.write(f"{text}\n")


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def cold(engine: Engine, folder: Path) -> float:
    """The median of five: a process opens the index and answers its first question.

    The time of importing Python's packages is not counted.
    """
    command = [sys.executable, __file__, "--ask", engine.name, str(folder)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(5)]
    return statistics.median(float(run.stdout) for run in runs)


def measure(engine: Engine, count: int) -> Figures:
    """All figures of one engine over ``count`` paragraphs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = timed(lambda: engine.build(folder, count))
        disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        first = cold(engine, folder)
        ask = engine.open(folder)
        times = sorted(timed(lambda q=question: ask(q)) for question in questions())  # type: ignore[misc]
        update = timed(lambda: engine.update(folder, count))
        slow = times[int(len(times) * 0.95)]
        return Figures(build, first, statistics.median(times), slow, update, disk)


def ask_once(name: str, folder: Path) -> None:
    """Open an index and answer one question; print the seconds it took."""
    engine = next(engine for engine in ENGINES if engine.name == name)
    if name == "bm25s":
        import bm25s  # noqa: F401 - imported before the clock starts
    say(str(timed(lambda: engine.open(folder)(questions()[0]))))


def main() -> None:
    """Compare the engines, or be the process that one of them is measured in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--engine", action="append", help="only this one; may be repeated")
    parser.add_argument("--ask", nargs=2, metavar=("ENGINE", "FOLDER"))
    given = parser.parse_args()
    if given.ask:
        ask_once(given.ask[0], Path(given.ask[1]))
    else:
        compare(given.count, [one for one in ENGINES if one.name in (given.engine or [one.name])])


def compare(count: int, engines: Sequence[Engine]) -> None:
    """Measure every engine and print the figures side by side, with ratios to the first."""
    making = timed(lambda: sum(1 for _ in passages(count)))
    say(f"{count} paragraphs; making them takes {making:.1f} s of each build")
    found = {engine.name: measure(engine, count) for engine in engines}
    say(f"{'':10}" + "".join(f"{name:>20}" for name in found))
    for field in Figures.__dataclass_fields__:
        values = [getattr(figures, field) for figures in found.values()]
        cells = [f"{value:.4g} ({value / values[0]:.2f}x)" for value in values]
        say(f"{field:10}" + "".join(f"{cell:>20}" for cell in cells))
    say(json.dumps({"sqlite": sqlite3.sqlite_version, "python": sys.version.split()[0]}))


if __name__ == "__main__":
    main()
