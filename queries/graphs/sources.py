"""Where a fact is said: paragraph, file, page, number and the words themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol, TypeVar

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from kg.structure.sentences import sentences
from kg.tables.load import matches
from queries.graphs.place import texts
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
    ``quote`` the words in the paragraph that say it, ``before`` the sentence before them where
    they point back to it ("This will be reported").
    """

    paragraph: Iri
    file: str
    page: int | None = None
    number: str | None = None
    quote: str | None = None
    before: str | None = None


class _Stated(Protocol):
    """A record of a fact (``iri``), with the passages that state it."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def iri(self) -> Iri:
        """The fact."""


Stated = TypeVar("Stated", bound=_Stated)


def reading_order(sources: Sequence[Source]) -> tuple[str, int, str]:
    """Where something is first said, to sort by; the numbers of paragraphs grow in length."""
    first = sources[0] if sources else None
    return (first.file, len(first.paragraph), first.paragraph) if first else ("", 0, "")


def said_before(sources: Sequence[Source]) -> str | None:
    """The sentence that the first of some passages points back to."""
    return sources[0].before if sources else None


def sources_of(graph: KnowledgeGraph, facts: Iterable[Iri]) -> dict[Iri, tuple[Source, ...]]:
    """The passages that state each of the facts, by file and place; one without is left out."""
    found: dict[Iri, list[Source]] = {}
    query = _SOURCES % f"VALUES ?fact {{ {iri_list(sorted(set(facts)))} }}"
    for row in graph.select(query).dicts():
        if (source := source_of(row)) is not None:
            found.setdefault(Iri(row["fact"]), []).append(source)
    pointing = {one for told in found.values() for one in told if _points_back(one)}
    whole = texts(graph, {one.paragraph for one in pointing})
    led = {one: _led_in(one, whole[one.paragraph]) for one in pointing}
    return {fact: tuple(led.get(one, one) for one in told) for fact, told in found.items()}


def with_sources(graph: KnowledgeGraph, records: Sequence[Stated]) -> Iterator[Stated]:
    """Records of facts, each with the passages that state its fact in ``sources``."""
    stated = sources_of(graph, {one.iri for one in records})
    return (replace(one, sources=stated.get(one.iri, ())) for one in records)


def _points_back(source: Source) -> bool:
    return source.quote is not None and matches(source.quote, "trace", "pointing_back")


def _led_in(source: Source, text: str) -> Source:
    """A source whose quote points back, with the sentence of its paragraph before that."""
    ahead = text.partition(source.quote or "")[0]
    said = (ahead[one.start : one.end] for one in reversed(sentences(ahead)))
    return replace(source, before=next(filter(_has_words, said), None))


def _has_words(text: str) -> bool:
    """Whether a text is more than a number ("10.1")."""
    return any(sign.isalpha() for sign in text)


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
