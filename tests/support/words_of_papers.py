"""Gold that tells where words of a paper stand, in place of the words.

Papers that are not ours to keep lend gold no run of more than five words. A longer one is told by
its place::

    {"file": "2031-02-04-minutes", "begins": "mend the harbour", "words": 9, "digest": "0a1b2c3d"}

``file`` is the name of the paper without its suffix, ``words`` counts what blanks part, and
``digest`` is that of the run (see ``digest``), so that no other words can pass for it. A text
of which only parts are such runs, or which leaves words of the paper out, is a list of its parts.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.reading.read import read_document

_WORD = re.compile(r"\w+")


def read_gold(path: Path, papers: Path) -> Any:
    """The gold of a file of JSON with its words, looked up in the folder ``papers``.

    Raises ``LookupError`` where a paper does not have them.
    """
    return _with_words(json.loads(path.read_text("utf-8")), papers)


def write_gold(folder: Path, papers: Path, into: Path) -> Path:
    """A copy, in the folder ``into``, of the extraction of a folder of gold with its words."""
    (into / "extraction").mkdir()
    for path in folder.glob("extraction/*.json"):
        (into / "extraction" / path.name).write_text(json.dumps(read_gold(path, papers)), "utf-8")
    return into


def digest(run: str) -> str:
    """Eight digits for the words of a run, whatever their case and what marks stand between."""
    return sha256(_plain(run).encode()).hexdigest()[:8]


def _plain(run: str) -> str:
    return " ".join(_WORD.findall(run.casefold()))


def _with_words(value: Any, papers: Path) -> Any:
    if _is_place(value):
        return _run(value, papers)
    if isinstance(value, dict):
        return {name: _with_words(one, papers) for name, one in value.items()}
    if isinstance(value, list):
        told = [_with_words(one, papers) for one in value]
        return " ".join(told) if any(map(_is_place, value)) else told
    return value


def _is_place(value: Any) -> bool:
    return isinstance(value, dict) and "digest" in value


def _run(place: Mapping[str, Any], papers: Path) -> str:
    for run in _runs(_words(papers, place["file"]), place["words"]):
        if _plain(run).startswith(_plain(place["begins"])) and digest(run) == place["digest"]:
            return run
    raise LookupError(f"{papers / place['file']}: no such words as the gold tells of: {place}")


def _runs(words: tuple[str, ...], size: int) -> Iterator[str]:
    return (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


@cache
def _words(papers: Path, name: str) -> tuple[str, ...]:
    (path,) = papers.glob(f"{name}.*")
    return tuple(read_document(path.read_bytes(), path.name).text.split())
