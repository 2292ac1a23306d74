"""How long a warm search takes in a library of many invented paragraphs.

Papers of an invented board are made, read and indexed by the program itself. Vectors are
drawn at random, since how long a search takes does not depend on what they say; the question
is encoded by the real model. Times are of the process (CPU) and of the clock. Run:

    python benchmarks/search_latency.py 10000
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from embeddings.embedder import Tokens, Vectors, find_model, normalised
from embeddings.ingest import add
from embeddings.library import Library
from queries.search import Searcher

WORDS = (  # noqa: SIM905 - read more easily as one text
    "harbour tide gauge dredging quay ferry lamp buoy grant workforce training review budget "
    "survey flood pilot partner council officer plan delivery risk audit peer challenge network "
    "recovery funding scheme equipment resident business coast path bridge signal channel depot"
).split()
NAMES = ("Ada Fenn", "Ben Osier", "Cora Quill", "Dan Marlow", "Eve Larch", "Finn Tarn", "Gwen Holt")
VERBS = ("agreed", "noted", "approved", "asked officers to report on", "deferred")
PARAGRAPHS = 100  # about how many a paper has


class Drawn:
    """Draws vectors of texts and tokens; takes the name of the model that encodes questions."""

    dimension = 384

    def __init__(self) -> None:
        self.name = find_model().name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Random vectors, the same for the same texts in the same order."""
        return self._drawn(len(texts))

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        """Random vectors, and as many random tokens as the texts have words."""
        counts = [len(text.split()) for text in texts]
        tokens = [Tokens.of(range(1000, 1000 + count), self._drawn(count)) for count in counts]
        return self._drawn(len(texts)), tokens

    def _drawn(self, rows: int) -> Vectors:
        drawn = np.random.default_rng(rows).standard_normal((rows, self.dimension))
        return normalised(drawn.astype(np.float32))


def sentence(draw: random.Random, length: int) -> str:
    """Words in no order, as a sentence."""
    return " ".join(draw.choices(WORDS, k=length)).capitalize() + "."


def paper(draw: random.Random, number: int) -> str:
    """Minutes of one meeting in Markdown."""
    day = date(2010, 1, 5) + timedelta(28 * number)
    lines = [f"# Harbour Board\n\nMinutes of the meeting held on {day:%d %B %Y}\n"]
    lines.append("## Present\n\n" + "\n\n".join(f"Cllr {name}" for name in NAMES))
    for item in range(1, PARAGRAPHS // 8):
        lines.append(f"## {item}. {sentence(draw, 4)}")
        lines += [sentence(draw, draw.randint(15, 90)) for _ in range(6)]
        lines.append(f"The Board {draw.choice(VERBS)} the {sentence(draw, 8).lower()}")
    return "\n\n".join(lines) + "\n"


def papers(folder: Path, paragraphs: int) -> list[Path]:
    """Enough papers for a number of paragraphs, written to a folder."""
    draw = random.Random(20170613)  # noqa: S311
    files = []
    for number in range(paragraphs // PARAGRAPHS):
        files.append(folder / f"minutes-{number:04}.md")
        files[-1].write_text(paper(draw, number), "utf-8")
    return files


def questions(number: int) -> Iterator[str]:
    """Questions of several kinds about drawn words."""
    draw = random.Random(7)  # noqa: S311
    for at in range(number):
        about = " ".join(draw.choices(WORDS, k=3))
        yield (
            f"What was decided about {about}?",
            f"{about} since March 2012",
            f"How far has {about} come?",
            f"Which meetings did {draw.choice(NAMES)} attend in {draw.randint(2010, 2016)}?",
        )[at % 4]


def main() -> None:
    """Make the library, ask, and print the median and the 95th percentile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paragraphs", nargs="?", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=200)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library"
        add(path, papers(Path(folder), given.paragraphs), embedder=Drawn())
        with Library.open(path) as library:
            searcher = Searcher(library)
            times = []
            for question in questions(given.questions + 10):
                wall, cpu = time.perf_counter(), time.process_time()
                searcher.search(searcher.understand(question))
                times.append((time.perf_counter() - wall, time.process_time() - cpu))
            passages = library.generation.passages
    clock, cpu = 1000 * np.array(times[10:]).T
    for name, taken in (("clock", clock), ("process", cpu)):
        median, most = np.percentile(taken, (50, 95))
        sys.stdout.write(f"{passages} paragraphs, {name}: {median:.1f} ms, p95 {most:.1f} ms\n")


if __name__ == "__main__":
    main()
