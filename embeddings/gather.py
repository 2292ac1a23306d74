"""Passages read from the graph: what a document's own graph says of its paragraphs.

Only the named graph of the document is asked (besides the classes of what it
mentions), so a document's passages stay the same whatever else is added.
Furniture of the page is no passage, but for what it tells visitors in sentences.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from embeddings.passages import Passage
from embeddings.surroundings import surroundings
from kg import terms as t
from kg.rdf.papers import named_day
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value

_FURNITURE, _GUIDANCE = "furniture", "guidance"
_SENTENCE = 5  # words, from which furniture may be a sentence

_DOCUMENT = """
SELECT ?title ?kind ?file ?date ?meeting WHERE {
  GRAPH ?document {
    ?document dct:title ?title ; mb:kind ?kind ; mb:fileName ?file .
    OPTIONAL { ?document dct:date ?date }
    OPTIONAL { ?document mb:ofMeeting ?meeting }
  }
} ORDER BY ?title ?kind ?file ?date ?meeting LIMIT 1
"""
_PARAGRAPHS = """
SELECT ?paragraph ?text ?kind ?heading ?meeting ?item ?report WHERE {
  GRAPH ?document {
    ?paragraph a mb:Paragraph ; mb:text ?text ; mb:ordinal ?ordinal .
    OPTIONAL { ?paragraph mb:kind ?kind }
    OPTIONAL { ?paragraph mb:heading ?heading }
    OPTIONAL { ?paragraph mb:ofMeeting ?meeting }
    OPTIONAL { ?paragraph mb:onItem ?item }
    OPTIONAL { ?paragraph mb:inReport ?report }
  }
} ORDER BY ?ordinal ?meeting ?item ?report
"""
_MEETINGS = """
SELECT ?meeting ?date ?board ?name WHERE {
  GRAPH ?document {
    ?meeting a mb:Meeting ; dct:date ?date ; mb:heldBy ?board .
    OPTIONAL { ?board skos:altLabel|skos:prefLabel ?name }
  }
}
"""
_TITLES = """
SELECT ?thing ?title WHERE {
  GRAPH ?document { ?thing a ?class ; dct:title ?title }
  VALUES ?class { mb:AgendaItem mb:Report }
}
"""
_MENTIONS = """
SELECT DISTINCT ?paragraph ?thing ?class WHERE {
  GRAPH ?document { ?paragraph mb:mentions ?thing }
  { ?thing a ?class } UNION { GRAPH ?document { ?thing a ?class } }
}
"""
_STATED = """
SELECT DISTINCT ?paragraph ?class WHERE {
  GRAPH ?document { ?fact mb:statedIn ?paragraph ; a ?class }
}
"""

_KINDS = {
    t.DECISION: "decision",
    t.RECOMMENDATION: "recommendation",
    t.ACTION: "action",
    t.ATTENDANCE: "attendance",
    t.MEMBERSHIP: "membership",
    t.AGENDA_ITEM: "agenda item",
    t.FIGURE: "figure",
}
"""What a passage is called that states a fact of a class."""

_PEOPLE = frozenset({t.PERSON_CLASS})
_PROGRAMMES = frozenset({t.PROGRAMME})
_ORGANISATIONS = frozenset({t.ORGANISATION, t.COUNCIL})

Held = TypeVar("Held")


def passages(graph: KnowledgeGraph, document: str) -> list[Passage]:
    """The passages of a document in the order of its paragraphs."""
    return list(_Gathering(graph, document).passages())


def all_passages(graph: KnowledgeGraph) -> Iterator[Passage]:
    """The passages of every document, documents in order of IRI."""
    for document in graph.documents():
        yield from passages(graph, document)


class _Gathering:
    """What the graph of one document says, ready to be put together paragraph by paragraph."""

    def __init__(self, graph: KnowledgeGraph, document: str) -> None:
        self._graph = graph
        self._document = document
        self._title, self._kind, self._date, self._meeting = self._about()
        self._meetings = self._held()
        self._titles = _least(self._rows(_TITLES))
        self._mentions = _sets(self._rows(_MENTIONS))
        self._stated = _sets(self._rows(_STATED))

    def _rows(self, query: str) -> list[tuple[Value, ...]]:
        return self._graph.select(query, document=Iri(self._document)).rows

    def _about(self) -> tuple[str, str, date | None, str | None]:
        for title, kind, file, day, meeting in self._rows(_DOCUMENT):
            told = _as(date, day) or (named_day(str(file)) if str(file)[:1].isdigit() else None)
            return str(title), str(kind), told, _as(str, meeting)
        return "", "other", None, None

    def _held(self) -> dict[str, tuple[date | None, str, str]]:
        """For each meeting its day, its board, and the longest name written of the board."""
        found: dict[str, tuple[date | None, str, str]] = {}
        for meeting, day, board, name in self._rows(_MEETINGS):
            written = str(name or "")
            _, _, known = found.get(str(meeting), (None, "", ""))
            best = max(known, written, key=lambda form: (len(form), form))
            found[str(meeting)] = (_as(date, day), str(board), best)
        return found

    def passages(self) -> Iterator[Passage]:
        rows = self._telling()
        around = surroundings((str(form or ""), str(text)) for text, form, *_ in rows.values())
        for (paragraph, row), (lead, head) in zip(rows.items(), around, strict=True):
            text, form, heading, *places = row
            place = tuple(_as(str, one) for one in places)
            passage = self._passage(str(paragraph), str(text), _as(str, heading), place)
            yield replace(passage, form=str(form or ""), lead=lead, head=head)

    def _telling(self) -> dict[Value, tuple[Value, ...]]:
        """What is said of each paragraph, without furniture that says nothing or is repeated."""
        rows: dict[Value, tuple[Value, ...]] = {}
        for paragraph, *said in self._rows(_PARAGRAPHS):
            rows.setdefault(paragraph, tuple(said))  # of several places the first by IRI
        times = Counter(text for text, *_ in rows.values())
        kept = {}
        for paragraph, (text, form, *places) in rows.items():
            if form != _FURNITURE:
                kept[paragraph] = (text, form, *places)
            elif times[text] == 1 and _guides(str(text)):
                kept[paragraph] = (text, _GUIDANCE, *places)
        return kept

    def _passage(
        self, paragraph: str, text: str, heading: str | None, place: tuple[str | None, ...]
    ) -> Passage:
        meeting, item, report = place
        day, board, name = self._meetings.get(meeting or self._meeting or "", (None, "", ""))
        day = day or self._date
        words = (name, _in_words(day), self._title_of(item), self._title_of(report), self._title)
        mentioned = self._mentions.get(paragraph, [])
        return Passage(
            id=paragraph,
            text=text,
            document=self._document,
            headings=tuple(heading.split(t.HEADING_JOIN)) if heading else (),
            place=tuple(dict.fromkeys(word for word in words if word)),
            board=board or None,
            dated=day,
            kinds=self._kinds(paragraph, report),
            people=_of(mentioned, _PEOPLE),
            programmes=_of(mentioned, _PROGRAMMES),
            organisations=_of(mentioned, _ORGANISATIONS),
        )

    def _title_of(self, thing: str | None) -> str:
        return self._titles.get(thing or "", "")

    def _kinds(self, paragraph: str, report: str | None) -> tuple[str, ...]:
        stated = {_KINDS.get(kind) for (kind,) in self._stated.get(paragraph, [])}
        kinds = {self._kind, "report" if report else None, *stated}
        return tuple(sorted(kind for kind in kinds if kind))


def _guides(text: str) -> bool:
    """Whether furniture says something: it ends as a sentence, or gives an address of e-mail."""
    said = text.rstrip()
    return len(said.split()) >= _SENTENCE and (said.endswith((".", "!", "?")) or "@" in said)


def _as(kind: type[Held], value: Value) -> Held | None:
    return value if isinstance(value, kind) else None


def _in_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _least(rows: list[tuple[Value, ...]]) -> dict[str, str]:
    """From key to value; of several the least."""
    found: dict[str, str] = {}
    for key, value in rows:
        found[str(key)] = min(found.get(str(key), str(value)), str(value))
    return found


def _sets(rows: list[tuple[Value, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """From the first column to the sorted others."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key, *others in rows:
        found.setdefault(str(key), []).append(tuple(str(other) for other in others))
    return {key: sorted(set(values)) for key, values in found.items()}


def _of(mentioned: list[tuple[str, ...]], classes: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({thing for thing, kind in mentioned if kind in classes}))
