"""Receipts: all that an answer rests on, kept so that it can be checked later.

A receipt holds the question and what was understood of it, the answer, its query with a
digest of the rows, the ranks of the paragraphs found, every quote with its hashes, and
what the library was. `queries.verify` holds it against a library.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path

from embeddings.library import Library
from kg.store.graph import KnowledgeGraph, Table, Value
from queries.answering.answer import Answer, Citation
from queries.answering.asking import Asking
from queries.graphs.place import Place, places
from queries.graphs.terms import iri_list
from queries.search import Hit

FORMAT = 2
_PAPERS = """SELECT ?document ?sha256
WHERE { VALUES ?document { %s } ?document mb:sha256 ?sha256 }
ORDER BY ?document"""

_ROOT = Path(__file__).parents[1]
_PACKAGES = ("kg", "embeddings", "queries")
_SOURCES = frozenset({".py", ".toml", ".txt"})

Json = Mapping[str, object]


def receipt_of(asking: Asking, answer: Answer) -> Json:
    """The receipt of an answer, of plain values that JSON knows."""
    graph = asking.graph
    body = {
        "format": FORMAT,
        "question": asking.question.text,
        "understood": asdict(asking.question),
        "answer": asdict(answer),
        "rows": None if answer.sparql is None else rows_digest(graph.select(answer.sparql)),
        "ranks": [_rank(hit) for hit in asking.result.hits],
        "quotes": _quotes(graph, answer.citations),
        "library": _state(asking.searcher.library),
    }
    plain: dict[str, object] = json.loads(_text(body))
    return {**plain, "sha256": digest(plain)}


def _rank(hit: Hit) -> Json:
    return {"paragraph": hit.place.paragraph, "rank": hit.rank, "signals": dict(hit.why)}


def paper_digests(graph: KnowledgeGraph, held: Iterable[Place]) -> dict[str, str]:
    """The SHA-256 of the papers that paragraphs stand in, by the IRI of the paper."""
    documents = sorted({place.document for place in held})
    rows = graph.select(_PAPERS % iri_list(documents)).rows
    return {str(document): str(sha256) for document, sha256 in rows}


def rows_digest(table: Table) -> str:
    """The SHA-256 of the rows that a query gave, as text, in the order in which they came."""
    return digest([[_cell(value) for value in row] for row in table.rows])


def _cell(value: Value) -> str | None:
    """A value as SPARQL writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def digest(value: object) -> str:
    """The SHA-256 of a value in the one way in which receipts write it."""
    return text_hash(_text(value))


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _quotes(graph: KnowledgeGraph, citations: Sequence[Citation]) -> list[Json]:
    """Where each quote stands, with the SHA-256 of quote, paragraph and paper."""
    held = places(graph, [one.paragraph for one in citations])
    papers = paper_digests(graph, held.values())
    return [
        {
            "paragraph": one.paragraph,
            "file": one.file,
            "start": one.start,
            "end": one.end,
            "quote": text_hash(one.quote),
            "text": text_hash(held[one.paragraph].text),
            "paper": papers.get(held[one.paragraph].document),
        }
        for one in citations
    ]


def _state(library: Library) -> Json:
    """What a library is: its graph by digest, its indexes by what they were made of."""
    vectors = library.vectors.manifest
    documents = {iri: asdict(held) for iri, held in library.generation.documents.items()}
    return {
        "graph": library.graph.digest(),
        "keyword index": digest([library.generation.graph, documents]),
        "vector index": digest(asdict(vectors)),
        "model": vectors.model,
        "program": _program(),
    }


@cache
def _program() -> str:
    """The SHA-256 of the code and tables that read papers and answer questions."""
    sources = (path for one in _PACKAGES for path in (_ROOT / one).rglob("*"))
    kept = sorted(path for path in sources if path.suffix in _SOURCES)
    return digest([[path.name, text_hash(path.read_text("utf-8"))] for path in kept])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_written)


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a receipt cannot hold {type(value).__name__}")
