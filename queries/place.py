"""Where a paragraph stands: its document, meeting, item and report, and the facts it states."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.store.graph import KnowledgeGraph, Value
from queries.terms import iri_list, local_name

_PARAGRAPHS = """
SELECT ?paragraph ?text ?document ?file ?kind ?ordinal ?form ?page ?number ?heading
       ?meeting ?item ?report
WHERE {
  VALUES ?paragraph { %s }
  ?paragraph mb:text ?text ; mb:inDocument ?document ; mb:ordinal ?ordinal .
  ?document mb:fileName ?file .
  OPTIONAL { ?document mb:kind ?kind }
  OPTIONAL { ?paragraph mb:kind ?form }
  OPTIONAL { ?paragraph mb:page ?page }
  OPTIONAL { ?paragraph mb:number ?number }
  OPTIONAL { ?paragraph mb:heading ?heading }
  OPTIONAL { ?paragraph mb:inReport ?report }
  OPTIONAL { ?paragraph mb:onItem ?onItem }
  OPTIONAL { ?paragraph mb:inReport/mb:onItem ?ofReport }
  BIND(COALESCE(?onItem, ?ofReport) AS ?item)
  OPTIONAL { ?paragraph mb:ofMeeting ?own }
  OPTIONAL { ?document mb:ofMeeting ?ofDocument }
  BIND(COALESCE(?own, ?ofDocument) AS ?meeting)
}
ORDER BY ?paragraph ?item ?report ?meeting
"""
_AROUND = """
SELECT ?thing ?title ?number ?date ?board
WHERE {
  VALUES ?thing { %s }
  OPTIONAL { ?thing dct:title ?title }
  OPTIONAL { ?thing mb:itemNumber ?number }
  OPTIONAL { ?thing dct:date ?date }
  OPTIONAL { ?thing mb:heldBy/skos:prefLabel ?board }
}
ORDER BY ?thing ?title ?number ?date ?board
"""
_FACTS = """
SELECT DISTINCT ?paragraph ?fact ?class ?label ?quote
WHERE {
  VALUES ?paragraph { %s }
  VALUES ?class {
    mb:Decision mb:Recommendation mb:Action mb:Report mb:AgendaItem mb:Attendance
    org:Membership mb:Figure
  }
  ?fact mb:statedIn ?paragraph ; a ?class .
  OPTIONAL { ?fact mb:text ?words }
  OPTIONAL { ?fact dct:title ?title }
  OPTIONAL { ?fact mb:person|org:member ?person . ?person foaf:name ?name }
  OPTIONAL { ?fact mb:quote ?quote }
  BIND(COALESCE(?words, ?title, ?name, "") AS ?label)
}
ORDER BY ?paragraph ?class ?fact ?label ?quote
"""


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """A meeting: its IRI, day and the board that held it."""

    iri: str
    date: date | None
    board: str | None


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """An item of an agenda."""

    iri: str
    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """A report."""

    iri: str
    title: str | None


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact that a paragraph states; ``type`` is its class ("Decision")."""

    iri: str
    type: str
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph and all that stands around it.

    ``page`` counts from 1, ``ordinal`` from 0. ``kind`` is that of the document ("minutes"),
    ``form`` what the paragraph is on the page ("table").
    """

    paragraph: str
    text: str
    document: str
    file: str
    ordinal: int
    kind: str | None = None
    form: str | None = None
    page: int | None = None
    number: str | None = None
    heading: str | None = None
    meeting: MeetingPlace | None = None
    item: ItemPlace | None = None
    report: ReportPlace | None = None


def places(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> dict[str, Place]:
    """The places of paragraphs, in two questions to the graph.

    A paragraph that the graph does not hold is left out.
    """
    rows: dict[str, Mapping[str, Value]] = {}
    for row in graph.select(_PARAGRAPHS % iri_list(paragraphs)).dicts():
        rows.setdefault(str(row["paragraph"]), row)
    around = {row[name] for row in rows.values() for name in ("meeting", "item", "report")}
    things: dict[Value, Mapping[str, Value]] = {}
    for row in graph.select(_AROUND % iri_list(sorted(str(one) for one in around if one))).dicts():
        things.setdefault(row["thing"], row)
    return {iri: _place(row, things) for iri, row in rows.items()}


def facts_stated(
    graph: KnowledgeGraph, paragraphs: Iterable[str]
) -> dict[str, tuple[StatedFact, ...]]:
    """The facts that paragraphs state, by paragraph, each once."""
    found: dict[str, dict[str, StatedFact]] = {}
    for row in graph.select(_FACTS % iri_list(paragraphs)).dicts():
        fact = StatedFact(str(row["fact"]), local_name(str(row["class"])), str(row["label"]))
        found.setdefault(str(row["paragraph"]), {}).setdefault(fact.iri, fact)
    return {paragraph: tuple(facts.values()) for paragraph, facts in found.items()}


def _place(row: Mapping[str, Value], things: Mapping[Value, Mapping[str, Value]]) -> Place:
    report = things.get(row["report"])
    return Place(
        paragraph=str(row["paragraph"]),
        text=str(row["text"]),
        document=str(row["document"]),
        file=str(row["file"]),
        ordinal=_number(row["ordinal"]) or 0,
        kind=_text(row["kind"]),
        form=_text(row["form"]),
        page=_number(row["page"]),
        number=_text(row["number"]),
        heading=_text(row["heading"]),
        meeting=_meeting(things.get(row["meeting"])),
        item=_item(things.get(row["item"])),
        report=ReportPlace(str(report["thing"]), _text(report["title"])) if report else None,
    )


def _meeting(row: Mapping[str, Value] | None) -> MeetingPlace | None:
    if row is None:
        return None
    day = row["date"]
    return MeetingPlace(
        str(row["thing"]), day if isinstance(day, date) else None, _text(row["board"])
    )


def _item(row: Mapping[str, Value] | None) -> ItemPlace | None:
    if row is None:
        return None
    return ItemPlace(str(row["thing"]), _text(row["number"]), _text(row["title"]))


def _text(value: Value) -> str | None:
    return None if value is None or value == "" else str(value)


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None
