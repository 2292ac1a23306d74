"""Where a fact is said: paragraph, file, page, number and the words themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value

_COLUMNS = "?fact ?paragraph ?file ?page ?number ?quote"
_STATED = """
  ?fact mb:statedIn ?paragraph .
  ?paragraph mb:inDocument/mb:fileName ?file ; mb:ordinal ?ordinal ; mb:text ?text .
  OPTIONAL { ?paragraph mb:page ?page }
  OPTIONAL { ?paragraph mb:number ?number }
  OPTIONAL { ?fact mb:quote ?quote FILTER(CONTAINS(?text, ?quote)) }
"""
_ORDER = "ORDER BY ?fact ?file ?ordinal ?quote"
_OF_CLASS = f"SELECT DISTINCT {_COLUMNS} {{ ?fact a ?type . {_STATED} }} {_ORDER}"
_OF_ONE = f"SELECT DISTINCT {_COLUMNS} {{ {_STATED} }} {_ORDER}"


@dataclass(frozen=True, slots=True)
class Source:
    """A passage: ``page`` counts from 1, ``number`` is the paragraph's own ("7.1"),
    ``quote`` the words in the paragraph that say it.
    """

    paragraph: Iri
    file: str
    page: int | None = None
    number: str | None = None
    quote: str | None = None


def sources_by_fact(graph: KnowledgeGraph, kind: str) -> dict[Iri, tuple[Source, ...]]:
    """The passages that state each fact of the class with the IRI ``kind``."""
    found: dict[Iri, list[Source]] = {}
    for row in graph.select(_OF_CLASS, type=Iri(kind)).dicts():
        if (source := source_of(row)) is not None:
            found.setdefault(Iri(row["fact"]), []).append(source)
    return {fact: tuple(sources) for fact, sources in found.items()}


def sources(graph: KnowledgeGraph, fact: Iri) -> tuple[Source, ...]:
    """The passages that state one fact, by file and place."""
    rows = graph.select(_OF_ONE, fact=fact).dicts()
    return tuple(source for row in rows if (source := source_of(row)) is not None)


def source_of(row: Mapping[str, Value]) -> Source | None:
    """The passage in the columns paragraph, file, page, number and quote of a row."""
    if row["paragraph"] is None or row["file"] is None:
        return None
    return Source(
        paragraph=Iri(row["paragraph"]),
        file=str(row["file"]),
        page=row["page"] if isinstance(row["page"], int) else None,
        number=text_of(row["number"]),
        quote=text_of(row["quote"]),
    )


def text_of(value: Value) -> str | None:
    """A value as text; nothing stays nothing."""
    return None if value is None else str(value)
