"""Ids of rows on disk, in order, looked up by row or by id without reading them all."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_CHUNK = 4096


class Ids:
    """The ids of rows in order, mapped from disk: looked up by row or by id."""

    def __init__(self, file: Path) -> None:
        self._ids: NDArray[np.bytes_] = np.load(file, mmap_mode="r").view(np.ndarray)

    @staticmethod
    def write(file: Path, ids: Sequence[str]) -> None:
        """Write ids, which are already in order and end in no NUL."""
        np.save(file, _bytes(ids))

    def __len__(self) -> int:
        return len(self._ids)

    def all(self) -> Iterator[str]:
        """Every id, in order."""
        for start in range(0, len(self), _CHUNK):
            for one in self._ids[start : start + _CHUNK].tolist():
                yield one.decode("utf-8")

    def at(self, rows: NDArray[np.int64]) -> list[bytes]:
        """The ids of rows in their order, in UTF-8."""
        found: list[bytes] = self._ids[rows].tolist()
        return found

    def firsts(self, held: Sequence[str]) -> NDArray[np.int64]:
        """The first row of each of some ids that are held."""
        return np.searchsorted(self._ids, _bytes(held))

    def rows(self, wanted: Iterable[str]) -> NDArray[np.int64]:
        """The rows of those ids that are held, in order of row."""
        names = np.unique(_bytes(list(wanted)))
        firsts = np.searchsorted(self._ids, names, side="left")
        lasts = np.searchsorted(self._ids, names, side="right")
        spans = [np.arange(first, last) for first, last in zip(firsts, lasts, strict=True)]
        return np.concatenate([np.zeros(0, np.int64), *spans])


def _bytes(ids: Sequence[str]) -> NDArray[np.bytes_]:
    """Ids as an array of fixed width; UTF-8 has the order of code points."""
    return np.array([one.encode("utf-8") for one in ids] or np.zeros(0, "S1"), np.bytes_)
