"""Where a fact is said: paragraph, file, page, number and the words themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.graphs.terms import iri_list

_SOURCES = """
SELECT DISTINCT ?fact ?paragraph ?file ?page ?number ?quote {
  %s
  ?fact mb:statedIn ?paragraph .
  ?paragraph mb:inDocument/mb:fileName ?file ; mb:ordinal ?ordinal ; mb:text ?text .
  OPTIONAL { ?paragraph mb:page ?page }
  OPTIONAL { ?paragraph mb:number ?number }
  OPTIONAL { ?fact mb:quote ?quote FILTER(CONTAINS(?text, ?quote)) }
}
ORDER BY ?fact ?file ?ordinal ?quote
"""


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


def reading_order(sources: Sequence[Source]) -> tuple[str, int, str]:
    """Where something is first said, to sort by; the numbers of paragraphs grow in length."""
    first = sources[0] if sources else None
    return (first.file, len(first.paragraph), first.paragraph) if first else ("", 0, "")


def sources_of(graph: KnowledgeGraph, facts: Iterable[Iri]) -> dict[Iri, tuple[Source, ...]]:
    """The passages that state each of the facts, by file and place; one without is left out."""
    found: dict[Iri, list[Source]] = {}
    query = _SOURCES % f"VALUES ?fact {{ {iri_list(sorted(set(facts)))} }}"
    for row in graph.select(query).dicts():
        if (source := source_of(row)) is not None:
            found.setdefault(Iri(row["fact"]), []).append(source)
    return {fact: tuple(sources) for fact, sources in found.items()}


def source_of(row: Mapping[str, Value]) -> Source | None:
    """The passage in the columns paragraph, file, page, number and, if there, quote of a row."""
    if row["paragraph"] is None or row["file"] is None:
        return None
    return Source(
        paragraph=Iri(row["paragraph"]),
        file=str(row["file"]),
        page=row["page"] if isinstance(row["page"], int) else None,
        number=text_of(row["number"]),
        quote=text_of(row.get("quote")),
    )


def text_of(value: Value) -> str | None:
    """A value as text; nothing stays nothing."""
    return None if value is None else str(value)
