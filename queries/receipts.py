"""Receipts: all that an answer rests on, kept so that it can be checked later.

A receipt holds the question and what was understood of it, the answer, its query with a
digest of the rows, the ranks of the paragraphs found, every quote with its hashes, and
what the library was. `verify` asks the library again and says what has changed.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from embeddings.library import Library
from kg.errors import MinutebookError, ReadError
from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Answer, Citation
from queries.answering.asking import Asking
from queries.ask import inquire
from queries.place import Place, places
from queries.search import Hit, Searcher
from queries.terms import iri_list

FORMAT = 1
BROKEN, CHANGED = "broken", "changed"
"""Whether a finding takes the ground from the answer, or only says that the library moved."""
_PAPERS = """SELECT ?document ?sha256
WHERE { VALUES ?document { %s } ?document mb:sha256 ?sha256 }
ORDER BY ?document"""

_PARTS = frozenset(
    {"format", "question", "understood", "answer", "rows", "ranks", "quotes", "library", "sha256"}
)
_ANSWERED = ("answered", "answer", "values", "citations", "note")
_OTHERS = {
    "understood": "the question is understood in another way",
    "ranks": "the search ranks paragraphs in another way",
}

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the receipt has it.

    ``kind`` is "broken" or "changed", ``part`` the part of the receipt ("quote", "graph").
    """

    kind: str
    part: str
    message: str


def receipt_of(asking: Asking, answer: Answer) -> Json:
    """The receipt of an answer, of plain values that JSON knows."""
    graph = asking.graph
    body = {
        "format": FORMAT,
        "question": asking.question.text,
        "understood": asdict(asking.question),
        "answer": asdict(answer),
        "rows": _rows(graph, answer.sparql),
        "ranks": [_rank(hit) for hit in asking.result.hits],
        "quotes": _quotes(graph, answer.citations),
        "library": _state(asking.searcher.library),
    }
    plain: dict[str, object] = json.loads(_text(body))
    return {**plain, "sha256": _digest(plain)}


def read_receipt(path: Path) -> Json:
    """The receipt in a file.

    :raises ReadError: if the file holds no receipt that this version can read.
    """
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ReadError(f"{path} cannot be read as a receipt: {error}") from error
    if not isinstance(kept, dict) or not kept.keys() >= _PARTS:
        raise ReadError(f"{path} is no receipt; `minutebook ask --receipt` writes one")
    if kept["format"] != FORMAT:
        raise ReadError(f"{path} has format {kept['format']}, not {FORMAT}; ask again")
    return kept


def verify(searcher: Searcher, kept: Json) -> list[Finding]:
    """What is no longer as a receipt has it.

    A receipt that was altered is not looked into any further.
    """
    bare = {name: value for name, value in kept.items() if name != "sha256"}
    if _digest(bare) != kept["sha256"]:
        return [Finding(BROKEN, "receipt", "the receipt was altered after it was written")]
    graph = searcher.graph
    again = receipt_of(*inquire(searcher, str(kept["question"])))
    return [*_quoted(graph, kept), *_same_rows(graph, kept), *_moved(kept, again)]


def _moved(kept: Json, again: Json) -> Iterator[Finding]:
    """Where asking again gives something else, and what of the library is another."""
    was, now = _mapping(kept["answer"]), _mapping(again["answer"])
    for part in _ANSWERED:
        if was.get(part) != now.get(part):
            yield Finding(CHANGED, part, f"asked again, the library gives another {part}")
    for part, said in _OTHERS.items():
        if kept[part] != again[part]:
            yield Finding(CHANGED, part, said)
    states = _mapping(kept["library"]), _mapping(again["library"])
    for part in sorted(states[0].keys() | states[1].keys()):
        if states[0].get(part) != states[1].get(part):
            yield Finding(CHANGED, part, f"the {part} is not the one that was asked")


def _quoted(graph: KnowledgeGraph, kept: Json) -> Iterator[Finding]:
    """Whether every quote stands where it stood, in the same paper."""
    quotes = [_mapping(one) for one in _list(kept["quotes"])]
    held = places(graph, [str(one["paragraph"]) for one in quotes])
    papers = _papers(graph, held.values())
    for one in quotes:
        place = held.get(str(one["paragraph"]))
        if place is None:
            yield Finding(BROKEN, "quote", f"{one['file']}: the paragraph is no longer held")
            continue
        start, end = int(str(one["start"])), int(str(one["end"]))
        if _hash(place.text[start:end]) != one["quote"]:
            yield Finding(BROKEN, "quote", f"{one['file']}: the quote does not stand there")
        elif _hash(place.text) != one["text"]:
            yield Finding(CHANGED, "quote", f"{one['file']}: the paragraph around it differs")
        if papers.get(place.document) != one["paper"]:
            yield Finding(CHANGED, "paper", f"{one['file']}: the paper held has other bytes")


def _same_rows(graph: KnowledgeGraph, kept: Json) -> Iterator[Finding]:
    """Whether the query of the receipt, run as it stands, gives the rows it gave."""
    sparql = _mapping(kept["answer"]).get("sparql")
    if sparql is None:
        return
    try:
        same = _rows(graph, str(sparql)) == kept["rows"]
    except MinutebookError as error:
        yield Finding(BROKEN, "rows", f"the query cannot be run: {error}")
        return
    if not same:
        yield Finding(BROKEN, "rows", "the query gives other rows")


def _rank(hit: Hit) -> Json:
    return {"paragraph": hit.place.paragraph, "rank": hit.rank, "signals": dict(hit.why)}


def _quotes(graph: KnowledgeGraph, citations: Sequence[Citation]) -> list[Json]:
    """Where each quote stands, with the SHA-256 of quote, paragraph and paper."""
    held = places(graph, [one.paragraph for one in citations])
    papers = _papers(graph, held.values())
    return [
        {
            "paragraph": one.paragraph,
            "file": one.file,
            "start": one.start,
            "end": one.end,
            "quote": _hash(one.quote),
            "text": _hash(held[one.paragraph].text),
            "paper": papers.get(held[one.paragraph].document),
        }
        for one in citations
    ]


def _papers(graph: KnowledgeGraph, held: Iterable[Place]) -> dict[str, str]:
    """The SHA-256 of the papers that paragraphs stand in."""
    documents = sorted({place.document for place in held})
    rows = graph.select(_PAPERS % iri_list(documents)).rows
    return {str(document): str(sha256) for document, sha256 in rows}


def _rows(graph: KnowledgeGraph, sparql: str | None) -> str | None:
    """The SHA-256 of the rows that a query gives, in the order in which they come."""
    if sparql is None:
        return None
    return _digest([list(map(str, row)) for row in graph.select(sparql).rows])


def _state(library: Library) -> Json:
    """What a library is: its graph by digest, its indexes by what they were made of."""
    vectors = library.vectors.manifest
    documents = {iri: asdict(held) for iri, held in library.generation.documents.items()}
    return {
        "graph": library.graph.digest(),
        "keyword index": _digest([library.generation.graph, documents]),
        "vector index": _digest(asdict(vectors)),
        "model": vectors.model,
    }


def _digest(value: object) -> str:
    return _hash(_text(value))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_written)


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a receipt cannot hold {type(value).__name__}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
