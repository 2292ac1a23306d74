"""Ids of rows on disk, in order, looked up by row or by id without reading them all; and the
digests of what the rows were read from.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tokenize import TokenError
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CHUNK = 4096
_DIGEST = 16


class Ids:
    """The ids of rows in order, mapped from disk: looked up by row or by id."""

    def __init__(self, file: Path) -> None:
        self._ids: NDArray[np.bytes_] = mapped(file)

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


class Digests:
    """For each row the digest (16 bytes) of the text it was read from, mapped from disk."""

    def __init__(self, file: Path) -> None:
        self._digests: NDArray[np.uint8] = mapped(file)

    @staticmethod
    def write(file: Path, digests: Sequence[bytes]) -> None:
        """Write the digests of rows in their order."""
        np.save(file, np.frombuffer(b"".join(digests), np.uint8).reshape(-1, _DIGEST))

    def __len__(self) -> int:
        return len(self._digests)

    def all(self) -> Iterator[bytes]:
        """Every digest, in order of row."""
        blob = self._digests.tobytes()
        return (blob[start : start + _DIGEST] for start in range(0, len(blob), _DIGEST))

    def known(self) -> dict[bytes, int]:
        """From the digest of a text that was read to a row that holds what came of it."""
        return {digest: row for row, digest in enumerate(self.all())}

    def rows(self, ids: Ids, keep: Callable[[str], bool]) -> list[tuple[str, bytes]]:
        """The ids of rows that ``keep`` accepts, each with the digest of its row."""
        return [pair for pair in zip(ids.all(), self.all(), strict=True) if keep(pair[0])]


def mapped(file: Path) -> NDArray[Any]:
    """An array that stays on disk until it is looked at.

    :raises OSError: if the file cannot be read.
    :raises ValueError: if it holds no array; EOFError if nothing at all.
    """
    try:
        array: NDArray[Any] = np.load(file, mmap_mode="r").view(np.ndarray)
    except TokenError as error:  # of a head that says nothing
        raise ValueError(f"{file} holds no array") from error
    return array


def _bytes(ids: Sequence[str]) -> NDArray[np.bytes_]:
    """Ids as an array of fixed width; UTF-8 has the order of code points."""
    return np.array([one.encode("utf-8") for one in ids] or np.zeros(0, "S1"), np.bytes_)
