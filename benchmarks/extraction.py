"""How many pages a second each stage of reading papers does, on one core.

A page is a page of a PDF, or 3,000 characters of a paper without pages. The papers are
read once; extraction and conversion to quads run several times, and the least seconds
of the processor count. Caches that outlive a paper are emptied between runs, and the
papers held for them are kept from the collector of garbage. Run:

    python benchmarks/extraction.py CORPUS...
"""

import argparse
import gc
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from kg.extraction import extract as extraction
from kg.model import Document
from kg.rdf.conversion import convert
from kg.rdf.iris import Iris
from kg.reading.read import SUFFIXES, read_document
from kg.reference import Councils
from kg.terms import BASE

RUNS = 3
PAGE = 3000  # characters
PAGES, READING, EXTRACTION, CONVERSION = "pages", "reading", "extraction", "to quads"
PART = "  {}".format
REST = PART("the rest")


class Stages:
    """The seconds that each stage took, without those of the stages called from it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inner = [0.0]

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count the time until the context ends for a stage."""
        self._inner.append(0.0)
        begun = time.process_time()
        try:
            yield
        finally:
            taken = time.process_time() - begun
            self.seconds[stage] += taken - self._inner.pop()
            self._inner[-1] += taken


def extractors() -> dict[tuple[object, str], Callable[..., Any]]:
    """The functions of other modules that `extract` calls, each with where they are found."""
    own = [one for one in vars(extraction).values() if isinstance(one, FunctionType)]
    called = {name for function in own for name in function.__code__.co_names}
    modules = [m for m in vars(extraction).values() if isinstance(m, ModuleType)]
    found: dict[tuple[object, str], Callable[..., Any]] = {
        (module, name): function
        for module in modules
        if module.__name__.rpartition(".")[2] in called
        for name, function in vars(module).items()
        if name in called and getattr(function, "__module__", None) == module.__name__
    }
    return found | {(extraction, "context"): extraction.context}


@contextmanager
def extractors_timed(stages: Stages) -> Iterator[None]:
    """Time each extractor while the context lasts."""
    found = extractors()
    for (place, name), function in found.items():
        stage = "structure" if name == "context" else function.__module__.rpartition(".")[2]
        setattr(place, name, stages.timed(PART(stage))(function))
    try:
        yield
    finally:
        for (place, name), function in found.items():
            setattr(place, name, function)


def bounded_caches() -> list["_lru_cache_wrapper[Any]"]:
    """The caches that hold something of earlier papers, and not tables and patterns.

    What is kept from the collector of garbage is not among what it lists: they are found before.
    """
    caches = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    return [one for one in caches if one.cache_info().maxsize is not None]


def read(folder: Path, stages: Stages) -> list[Document]:
    """The papers of a folder, read once."""
    papers = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    documents = []
    for paper in papers:
        with stages.timed(READING):
            documents.append(read_document(paper.read_bytes(), paper.name))
    return documents


def run(
    documents: Sequence[Document], councils: Councils, caches: Sequence["_lru_cache_wrapper[Any]"]
) -> Counter[str]:
    """The seconds of extraction and conversion over some documents, with caches emptied before."""
    stages, iris = Stages(), Iris(BASE)
    for cache in caches:
        cache.cache_clear()
    for document in documents:
        with extractors_timed(stages), stages.timed(REST):
            facts = extraction.extract(document, councils)
        with stages.timed(CONVERSION):
            for _ in convert.quads(document, facts, iris, councils):
                pass
    return stages.seconds


def measure(folder: Path, councils: Councils, runs: int) -> dict[str, float]:
    """Pages a second of each stage, by the least seconds of some runs; and the pages."""
    stages = Stages()
    documents = read(folder, stages)
    pages = sum(one.pages or len(one.text) / PAGE for one in documents)
    for document in documents[:1]:
        extraction.extract(document, councils)  # loads tables and patterns
    caches = bounded_caches()
    gc.freeze()  # the papers held here are not what a reader of one paper at a time holds
    found = [run(documents, councils, caches) for _ in range(runs)]
    gc.unfreeze()
    seconds = {stage: min(one[stage] for one in found) for stage in sorted(found[0])}
    whole = [sum(one.values()) - one[CONVERSION] for one in found]
    seconds = {READING: stages.seconds[READING], EXTRACTION: min(whole), **seconds}
    return {PAGES: pages, **{stage: pages / taken for stage, taken in seconds.items()}}


def table(measured: dict[str, dict[str, float]]) -> str:
    """A line for each stage and a column for each corpus."""
    stages = list(dict.fromkeys(stage for one in measured.values() for stage in one))
    rows = [["pages a second", *measured]]
    rows += [[s, *(f"{one.get(s, 0):,.0f}" for one in measured.values())] for s in stages]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join([name.ljust(widths[0]), *map(str.rjust, numbers, widths[1:])]) + "\n"
        for name, *numbers in rows
    )


def main() -> None:
    """Measure each folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    councils = Councils.load()
    measured = {one.name: measure(one, councils, given.runs) for one in given.folders}
    sys.stdout.write(table(measured))


if __name__ == "__main__":
    main()
