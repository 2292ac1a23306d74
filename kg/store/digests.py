"""Digests of named graphs that follow each change in time that grows with the change.

The digest of a graph is the sum of the SHA-256 of its statements, modulo 2 to the power of
256: it is the same whatever the order of adding, and a statement is taken out again by
subtracting its own.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

FILE = "digests.json"
_MODULUS = 1 << 256


class Digests:
    """The digests of the named graphs of a store, by IRI; a graph without statements has none."""

    def __init__(self, held: dict[str, str] | None = None) -> None:
        self._held = held or {}

    @classmethod
    def read(cls, folder: Path) -> "Digests":
        """Those kept in a directory, none where there is no such file."""
        try:
            return cls(json.loads((folder / FILE).read_text("utf-8")))
        except FileNotFoundError:
            return cls()

    def write(self, folder: Path) -> None:
        """Keep them in a directory."""
        text = json.dumps(self._held, indent=0, sort_keys=True)
        (folder / FILE).write_text(text, "utf-8")

    def graphs(self) -> list[str]:
        """The IRIs of the graphs that hold something, sorted."""
        return sorted(self._held)

    def change(self, graph: str, gone: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> None:
        """Follow a change of a graph: statements that it held before, and others that it holds."""
        total = int(self._held.pop(graph, "0"), 16) + sum(map(_number, new))
        total = (total - sum(map(_number, gone))) % _MODULUS
        if total:
            self._held[graph] = f"{total:064x}"

    def forget(self, graph: str) -> None:
        """A graph that holds nothing any more."""
        self._held.pop(graph, None)

    def whole(self) -> str:
        """A SHA-256 of the digests of all graphs."""
        lines = (f"{iri} {digest}\n" for iri, digest in sorted(self._held.items()))
        return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _number(quad: ox.Quad) -> int:
    return int.from_bytes(hashlib.sha256(str(quad).encode("utf-8")).digest())
