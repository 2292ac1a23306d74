"""How long `add` takes for one more paper, as a whole, in a small library and in larger ones.

The papers are those of `histories.py`; vectors are made of hashes, since a model takes as long
for a paper in any library. Run:

    python benchmarks/adding.py [SIZE...]

A SIZE is how many papers a library holds before some more are added one by one.
"""

import argparse
import hashlib
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from histories import paper

from embeddings.embedder import Vectors, normalised
from embeddings.ingest import add

ADDED = 5


class Hashed:
    """Gives each text a vector of length 1 that depends on its words alone."""

    name = "hashed"
    dimension = 384

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As of an embedder."""
        return normalised(np.stack([self._vector(text) for text in texts]))

    def _vector(self, text: str) -> Vectors:
        digest = hashlib.sha256(text.encode()).digest()
        random = np.random.default_rng(int.from_bytes(digest[:8], "big"))
        return random.standard_normal(self.dimension, np.float32)


def main() -> None:
    """Print for each size the median of processor time, and how many times the smallest's it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[14, 114, 514])
    at, least = 0, 0.0
    with TemporaryDirectory() as folder:
        library, embedder = Path(folder) / "library", Hashed()

        def written(number: int) -> Path:
            data, name = paper(number)
            (file := Path(folder) / name).write_bytes(data)
            return file

        for size in sorted(parser.parse_args().sizes):
            add(library, [written(one) for one in range(at + 1, size + 1)], embedder=embedder)
            at, taken = size, []
            for _ in range(ADDED):
                file = written(at := at + 1)
                begun = time.process_time()
                add(library, [file], embedder=embedder)
                taken.append(time.process_time() - begun)
            median = statistics.median(taken)
            least = least or median
            sys.stdout.write(f"{size:5d} papers: {1000 * median:6.0f} ms ({median / least:.1f})\n")


if __name__ == "__main__":
    main()
