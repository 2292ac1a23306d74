"""Holding a receipt against a library: what of the answer no longer stands, and what moved.

A receipt comes from anywhere. Nothing in it is taken on trust: its parts are checked to be
what they should be, its quotes are read again where they are said to stand, and a query
that asking again does not give is run in a process of its own, with a time limit.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import MinutebookError, QueryError, ReadError
from kg.store.graph import KnowledgeGraph
from queries.ask import inquire
from queries.graphs.place import Place, places
from queries.receipts import FORMAT, Json, digest, paper_digests, receipt_of, rows_digest, text_hash
from queries.search import Searcher
from queries.sparql.runner import Rows, run

BROKEN, CHANGED = "broken", "changed"
"""Whether a finding takes the ground from the answer, or only says that the library moved."""
SECONDS = 20.0
"""How long the query of a receipt may take."""

_OPTIONAL = (str, type(None))
_CITATION = {"paragraph": str, "file": str, "quote": str, "start": int, "end": int}
_QUOTE = {**_CITATION, "text": str, "paper": _OPTIONAL}
_ANSWER = {
    "answered": bool,
    "answer": str,
    "kind": str,
    "values": [str],
    "citations": [_CITATION],
    "sparql": _OPTIONAL,
    "note": _OPTIONAL,
}
_RECEIPT = {
    "format": int,
    "question": str,
    "understood": dict,
    "answer": _ANSWER,
    "rows": _OPTIONAL,
    "ranks": list,
    "quotes": [_QUOTE],
    "library": dict,
    "sha256": str,
}
"""What a receipt is made of."""
_ANSWERED = ("answered", "answer", "values", "citations", "note")
_OTHERS = {
    "understood": "the question is understood in another way",
    "ranks": "the search ranks paragraphs in another way",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the receipt has it.

    ``kind`` is "broken" or "changed", ``part`` the part of the receipt ("quote", "graph").
    """

    kind: str
    part: str
    message: str


def read_receipt(path: Path) -> Json:
    """The receipt in a file.

    :raises ReadError: if the file holds no receipt that this version can read.
    """
    try:
        kept = json.loads(path.read_text("utf-8"))
        digest(kept)
    except (OSError, ValueError, RecursionError) as error:
        raise ReadError(f"{path} cannot be read as a receipt: {error}") from error
    if not isinstance(kept, dict) or "format" not in kept:
        raise ReadError(f"{path} is no receipt; `minutebook ask --receipt` writes one")
    if kept["format"] != FORMAT:
        raise ReadError(f"{path} is of another format than {FORMAT}; ask again")
    flaw = next(_flaws(kept, _RECEIPT, ""), None) or _unlike(kept)
    if flaw:
        raise ReadError(f"{path} is no whole receipt: {flaw}; ask again")
    return kept


def _flaws(value: object, shape: object, at: str) -> Iterator[str]:
    """Where a value is not of a shape: a type, several, the parts of an object, or a list."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{at or 'it'} is no object"
            return
        for name, part in shape.items():
            if name in value:
                yield from _flaws(value[name], part, f"{at}.{name}" if at else name)
            else:
                yield f"{at or 'it'} has no {name}"
    elif isinstance(shape, list):
        for number, one in enumerate(value if isinstance(value, list) else [value]):
            yield from _flaws(one, shape[0], f"{at}[{number}]")
    elif not _is(value, shape) or (shape is int and isinstance(value, bool)):
        yield f"{at} is not what it should be"


def _is(value: object, shape: object) -> bool:
    """Whether a value is of a type, or of one of several."""
    kinds = shape if isinstance(shape, tuple) else (shape,)
    return any(isinstance(kind, type) and isinstance(value, kind) for kind in kinds)


def _unlike(kept: Mapping[str, Any]) -> str | None:
    """Where the parts of a receipt do not belong to each other."""
    answer = kept["answer"]
    cited = [[one["paragraph"], one["start"], one["end"]] for one in answer["citations"]]
    if cited != [[one["paragraph"], one["start"], one["end"]] for one in kept["quotes"]]:
        return "its quotes are not those of its answer"
    if (answer["sparql"] is None) != (kept["rows"] is None):
        return "its rows are not those of a query"
    if not any(sign.isalnum() for sign in kept["question"]):
        return "it has no question"
    return None


def verify(searcher: Searcher, kept: Json) -> list[Finding]:
    """What is no longer as a receipt has it.

    :param kept: a receipt as `read_receipt` gives it; one that was altered is not looked
        into any further.
    """
    bare = {name: value for name, value in kept.items() if name != "sha256"}
    if digest(bare) != kept["sha256"]:
        return [Finding(BROKEN, "receipt", "the receipt was altered after it was written")]
    again = receipt_of(*inquire(searcher, str(kept["question"])))
    was, now = dict(kept), dict(again)
    return [*_quoted(searcher.graph, was), *_same_rows(searcher, was, now), *_moved(was, now)]


def _quoted(graph: KnowledgeGraph, kept: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether every quote stands where it stood, in the same paper."""
    held = _held(graph, [one["paragraph"] for one in kept["quotes"]])
    papers = paper_digests(graph, held.values())
    for one, cited in zip(kept["quotes"], kept["answer"]["citations"], strict=True):
        place = held.get(one["paragraph"])
        if place is None:
            yield Finding(BROKEN, "quote", f"{one['file']}: the paragraph is not held")
            continue
        words = place.text[max(0, one["start"]) : max(0, one["end"])]
        if words != cited["quote"] or text_hash(words) != one["quote"] or not words:
            yield Finding(BROKEN, "quote", f"{one['file']}: the quote does not stand there")
        elif text_hash(place.text) != one["text"]:
            yield Finding(CHANGED, "quote", f"{one['file']}: the paragraph around it differs")
        if {one["file"], cited["file"]} != {place.file}:
            yield Finding(BROKEN, "paper", f"{one['file']}: the quote is of {place.file}")
        elif papers.get(place.document) != one["paper"]:
            yield Finding(CHANGED, "paper", f"{one['file']}: the paper held has other bytes")


def _held(graph: KnowledgeGraph, paragraphs: list[str]) -> dict[str, Place]:
    """The places of those paragraphs that the graph holds; what is no IRI is none of them."""
    known: set[str] = set()
    for one in paragraphs:
        try:
            known.update(places(graph, [one]))
        except ValueError:
            continue
    return places(graph, sorted(known))


def _same_rows(
    searcher: Searcher, kept: Mapping[str, Any], again: Mapping[str, Any]
) -> Iterator[Finding]:
    """Whether the query of the receipt, run as it stands, gives the rows it gave."""
    sparql = kept["answer"]["sparql"]
    if sparql is None:
        return
    try:
        same = sparql == again["answer"]["sparql"]
        rows = again["rows"] if same else _rows_now(searcher, sparql)
    except MinutebookError as error:
        yield Finding(BROKEN, "rows", f"the query cannot be run: {error}")
        return
    if rows != kept["rows"]:
        yield Finding(BROKEN, "rows", "the query gives other rows")


def _rows_now(searcher: Searcher, sparql: str) -> str:
    """The digest of the rows of a query from outside.

    :raises QueryError: if it cannot be run, takes too long, or is no SELECT.
    """
    told = run(searcher.library.graph_path, sparql, seconds=SECONDS)
    if not isinstance(told, Rows):
        raise QueryError("it is no SELECT")
    return rows_digest(told.table())


def _moved(kept: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[Finding]:
    """Where asking again gives something else, and what of the library is another.

    The same library and program give the same answer, so another one was never given.
    """
    same = kept["library"] == again["library"]
    for part in _ANSWERED:
        if kept["answer"][part] != again["answer"][part]:
            said = "the same library and program" if same else "asked again, the library"
            kind = BROKEN if same else CHANGED
            yield Finding(kind, part, f"{said} {'give' if same else 'gives'} another {part}")
    for part, told in _OTHERS.items():
        if kept[part] != again[part]:
            yield Finding(CHANGED, part, told)
    for part in sorted(kept["library"].keys() | again["library"].keys()):
        if kept["library"].get(part) != again["library"].get(part):
            yield Finding(CHANGED, part, f"the {part} is not the one that was asked")
