"""A paper paragraph by paragraph, with what was read from each, so that a person can judge it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.graphs.naming import alike, resolve
from queries.graphs.terms import local_name
from queries.understanding.periods import long_date

_ABOUT = """
SELECT ?file ?title ?kind ?day ?board {
  ?document a mb:Document ; mb:fileName ?file ; dct:title ?title ; mb:kind ?kind .
  OPTIONAL {
    ?document mb:ofMeeting ?meeting . ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board
  }
} ORDER BY ?board LIMIT 1
"""
_DOUBTS = "SELECT ?doubt { ?document mb:doubt ?doubt } ORDER BY ?doubt"
_PARAGRAPHS = """
SELECT ?paragraph ?ordinal ?text ?kind ?number ?page {
  GRAPH ?document {
    ?paragraph a mb:Paragraph ; mb:ordinal ?ordinal ; mb:text ?text .
    OPTIONAL { ?paragraph mb:kind ?kind }
    OPTIONAL { ?paragraph mb:number ?number }
    OPTIONAL { ?paragraph mb:page ?page }
  }
} ORDER BY ?ordinal
"""
_FACTS = """
SELECT DISTINCT ?paragraph ?fact ?type ?property ?value ?name ?day ?board {
  GRAPH ?document {
    ?fact mb:statedIn ?paragraph ; a ?type ; ?property ?value .
    FILTER(?property NOT IN (rdf:type, mb:statedIn, mb:inDocument))
  }
  OPTIONAL { ?value foaf:name|skos:prefLabel|dct:title ?name }
  OPTIONAL { ?value dct:date ?day ; mb:heldBy/skos:prefLabel ?board }
} ORDER BY ?paragraph ?type ?fact ?property ?value ?name ?board
"""
_MENTIONS = """
SELECT DISTINCT ?paragraph ?thing ?type ?name {
  GRAPH ?document { ?paragraph mb:mentions ?thing }
  ?thing a ?type ; foaf:name|skos:prefLabel ?name .
} ORDER BY ?paragraph ?name ?thing ?type
"""
_LINKS = """
SELECT DISTINCT ?paragraph ?address {
  GRAPH ?document { ?paragraph dct:references ?address }
  FILTER NOT EXISTS { ?address a mb:CitedDocument }
} ORDER BY ?paragraph ?address
"""
_MARKS = {"quote", "rule", "confidence"}


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact of a paragraph: its class, its values by the local names of their properties.

    ``quotes`` are the half-open spans of the paragraph's text that say it; ``rule`` is
    the extractor and its version.
    """

    iri: Iri
    type: str
    values: dict[str, tuple[str, ...]]
    rule: str | None
    confidence: float | None
    quotes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with its facts, and the names of what it mentions, by class.

    Its addresses on the web stand under "Address".
    """

    ordinal: int
    kind: str
    number: str | None
    page: int | None
    text: str
    facts: tuple[ReadFact, ...]
    mentions: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper as it was read: ``meeting`` is the one it belongs to ("Board, 3 March 2021"),

    ``doubts`` are reasons why too little may have been read.
    """

    document: Iri
    file: str
    title: str
    kind: str
    meeting: str | None
    doubts: tuple[str, ...]
    paragraphs: tuple[ReadParagraph, ...]


def reading(graph: KnowledgeGraph, what: str) -> Reading:
    """The paper that ``what`` names (an IRI, a file name or a title), as it was read.

    :raises NotFound: nothing fits, several things do, or it is no paper.
    """
    iri = resolve(graph, what, loosely=alike)
    about = graph.select(_ABOUT, document=iri).rows
    if not about:
        raise NotFound(f"{what!r} is no paper; name one by its file name")
    file, title, kind, day, board = about[0]
    return Reading(
        document=iri,
        file=str(file),
        title=str(title),
        kind=str(kind),
        meeting=_meeting(day, board),
        doubts=tuple(str(doubt) for (doubt,) in graph.select(_DOUBTS, document=iri).rows),
        paragraphs=tuple(_paragraphs(graph, iri)),
    )


def _paragraphs(graph: KnowledgeGraph, document: Iri) -> Iterator[ReadParagraph]:
    facts, mentions = _facts(graph, document), _mentions(graph, document)
    rows = graph.select(_PARAGRAPHS, document=document).rows
    for paragraph, ordinal, text, kind, number, page in rows:
        words, key = str(text), str(paragraph)
        yield ReadParagraph(
            ordinal=int(str(ordinal)),
            kind=str(kind or "text"),
            number=None if number is None else str(number),
            page=page if isinstance(page, int) else None,
            text=words,
            facts=_in_order(_fact(one, said, words) for one, said in facts.get(key, {}).items()),
            mentions=_named(mentions.get(key, {}), words),
        )


Values = dict[str, dict[str, None]]
"""By property all its values, each once and in order."""


def _facts(graph: KnowledgeGraph, document: Iri) -> dict[str, dict[tuple[str, str], Values]]:
    """For each paragraph the values of the facts stated in it, by IRI and class."""
    found: dict[str, dict[tuple[str, str], Values]] = {}
    for paragraph, fact, kind, name, value, label, day, board in graph.select(
        _FACTS, document=document
    ).rows:
        key = (str(fact), local_name(str(kind)))
        values = found.setdefault(str(paragraph), {}).setdefault(key, {})
        shown = _meeting(day, board) or (str(label) if label is not None else _plain(value))
        values.setdefault(local_name(str(name)), {})[shown] = None
    return found


def _meeting(day: Value, board: Value) -> str | None:
    return f"{board}, {long_date(day)}" if isinstance(day, date) and board else None


def _plain(value: Value) -> str:
    if isinstance(value, Iri):
        return local_name(value)
    return long_date(value) if isinstance(value, date) else str(value)


def _fact(key: tuple[str, str], values: Values, text: str) -> ReadFact:
    quotes = values.get("quote", {})
    said = {name: tuple(held) for name, held in values.items() if name not in _MARKS}
    if said.get("text", ("",))[0] in quotes:
        del said["text"]
    confidence = next(iter(values.get("confidence", {})), None)
    return ReadFact(
        iri=Iri(key[0]),
        type=key[1],
        values=said,
        rule=next(iter(values.get("rule", {})), None),
        confidence=None if confidence is None else float(confidence),
        quotes=tuple(sorted(_spans(text, quotes))),
    )


def _in_order(facts: Iterable[ReadFact]) -> tuple[ReadFact, ...]:
    """Facts by where they are quoted; those of one place as they come."""
    return tuple(sorted(facts, key=lambda fact: fact.quotes[:1]))


def _spans(text: str, quotes: Iterable[str]) -> set[tuple[int, int]]:
    """Where each of the quotes that the text holds stands first."""
    return {(at, at + len(quote)) for quote in quotes if (at := text.find(quote)) >= 0}


def _mentions(graph: KnowledgeGraph, document: Iri) -> dict[str, dict[tuple[str, str], list[str]]]:
    """For each paragraph the names of each thing it mentions, by IRI and class."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for paragraph, thing, kind, name in graph.select(_MENTIONS, document=document).rows:
        key = (str(thing), local_name(str(kind)))
        found.setdefault(str(paragraph), {}).setdefault(key, []).append(str(name))
    for paragraph, address in graph.select(_LINKS, document=document).rows:
        key = (str(address), "Address")
        found.setdefault(str(paragraph), {}).setdefault(key, []).append(str(address))
    return found


def _named(mentioned: dict[tuple[str, str], list[str]], text: str) -> dict[str, tuple[str, ...]]:
    """The longest name of each thing that stands in the text, else its first, by class."""
    kinds: dict[str, list[str]] = {}
    for (_, kind), names in mentioned.items():
        written = [name for name in names if name in text]
        kinds.setdefault(kind, []).append(max(written, key=len) if written else names[0])
    return {kind: tuple(held) for kind, held in sorted(kinds.items())}
