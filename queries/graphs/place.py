"""Where a paragraph stands: its document, meeting, item and report, and the facts it states."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kg import terms as t
from kg.store.graph import KnowledgeGraph, Value
from queries.graphs.terms import iri_list, local_name

_CLASSES = (
    t.ACTION,
    t.AGENDA_ITEM,
    t.ATTENDANCE,
    t.DECISION,
    t.FIGURE,
    t.RECOMMENDATION,
    t.REPORT,
    t.MEMBERSHIP,
)
"""The classes of fact that are told of a paragraph."""
_ABOVE = (t.IN_DOCUMENT, t.IN_REPORT, t.ON_ITEM, t.OF_MEETING)
"""How a paragraph points to what it belongs to."""
_OWN = frozenset({*_ABOVE, t.TEXT, t.ORDINAL, t.KIND, t.PAGE, t.NUMBER, t.HEADING})
"""What is read of a paragraph."""
_AROUND = frozenset(
    {t.FILE_NAME, t.KIND, t.TITLE, t.ON_ITEM, t.OF_MEETING, t.ITEM_NUMBER, t.DATE}
    | {t.HELD_BY, t.PREF_LABEL}
)
"""What is read of all that stands around it."""
_TOLD = frozenset({t.TYPE, t.TEXT, t.TITLE, t.PERSON, t.MEMBER, t.NAME})
"""What is read of a fact and its people."""

_NAMING_PEOPLE = """
SELECT DISTINCT ?paragraph { VALUES ?paragraph { %s } ?paragraph mb:mentions/a foaf:Person }
"""

Said: TypeAlias = Mapping[str, Sequence[Value]]
"""What the graph says of a resource: the values of each property, in order."""
_NOTHING: Said = {}


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

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings above it, the outermost first."""
        return tuple(self.heading.split(t.HEADING_JOIN)) if self.heading else ()

    @property
    def last_heading(self) -> str:
        """The heading right above it, "" where it stands under none."""
        return self.headings[-1] if self.headings else ""


def places(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> dict[str, Place]:
    """The places of paragraphs; of several values of one property the first counts.

    A paragraph that the graph does not hold is left out.
    """
    own = graph.described(paragraphs, _OWN)
    things = _further(graph, own.values(), _ABOVE, _AROUND)
    for links in ((t.ON_ITEM, t.OF_MEETING), (t.HELD_BY,)):
        things.update(_further(graph, list(things.values()), links, _AROUND, things))
    return {
        iri: _place(iri, said, things)
        for iri, said in sorted(own.items())
        if t.TEXT in said and t.IN_DOCUMENT in said
    }


def kinds(graph: KnowledgeGraph, held: Iterable[str]) -> dict[str, str]:
    """What papers are ("minutes"), and paragraphs on the page ("heading", "table"), where that is
    said.
    """
    return {iri: str(kind) for iri, kind in graph.values_of(held, t.KIND).items()}


def texts(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> dict[str, str]:
    """The words of paragraphs; one that the graph does not hold is left out."""
    return {iri: str(text) for iri, text in graph.values_of(paragraphs, t.TEXT).items()}


def days(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> dict[str, date]:
    """The days of the meetings that paragraphs, or else their documents, belong to."""
    chosen = list(paragraphs)
    documents = graph.values_of(chosen, t.IN_DOCUMENT)
    held = graph.values_of([*chosen, *map(str, documents.values())], t.OF_MEETING)
    told = graph.values_of(map(str, held.values()), t.DATE)
    meetings = {one: held.get(one) or held.get(str(documents.get(one))) for one in chosen}
    found = {one: told.get(str(meeting)) for one, meeting in meetings.items()}
    return {one: day for one, day in found.items() if isinstance(day, date)}


def classes_stated(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> dict[str, set[str]]:
    """The classes of the facts that paragraphs state ("Decision"), by paragraph."""
    stated = {one: graph.subjects(t.STATED_IN, one) for one in paragraphs}
    return {
        one: {local_name(kind) for fact in some for kind in graph.objects(fact, t.TYPE)}
        for one, some in stated.items()
    }


def naming_people(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> set[str]:
    """Those of the paragraphs that name a person."""
    return {str(one) for (one,) in graph.select(_NAMING_PEOPLE % iri_list(paragraphs)).rows}


def facts_stated(
    graph: KnowledgeGraph, paragraphs: Iterable[str]
) -> dict[str, tuple[StatedFact, ...]]:
    """The facts that paragraphs state, by paragraph, each once, in order of class and IRI."""
    stated = {one: graph.subjects(t.STATED_IN, one) for one in dict.fromkeys(paragraphs)}
    facts = graph.described((fact for some in stated.values() for fact in some), _TOLD)
    people = _further(graph, facts.values(), (t.PERSON, t.MEMBER), _TOLD)
    told = {iri: _fact(iri, said, people) for iri, said in facts.items()}
    found = {
        paragraph: sorted(
            (fact for one in some if (fact := told[one]) is not None),
            key=lambda fact: (_ORDER[fact.type], fact.iri),
        )
        for paragraph, some in stated.items()
    }
    return {paragraph: tuple(some) for paragraph, some in found.items() if some}


_ORDER = {local_name(one): order for order, one in enumerate(_CLASSES)}


def _further(
    graph: KnowledgeGraph,
    said: Iterable[Said],
    links: Sequence[str],
    properties: Container[str],
    known: Container[str] = (),
) -> dict[str, dict[str, list[Value]]]:
    """What some properties say of the resources that some links point to, save those known."""
    pointed = (str(value) for one in said for link in links for value in one.get(link, ()))
    return graph.described((one for one in pointed if one not in known), properties)


def _fact(iri: str, said: Said, people: Mapping[str, Said]) -> StatedFact | None:
    """A fact of one of the classes that are told; its label is its words, title or person."""
    classes = [one for one in _CLASSES if one in said[t.TYPE]]
    if not classes:
        return None
    names = (
        str(name)
        for link in (t.PERSON, t.MEMBER)
        for person in said.get(link, ())
        for name in people.get(str(person), _NOTHING).get(t.NAME, ())
    )
    label = _first(said, t.TEXT) or _first(said, t.TITLE) or min(names, default="")
    return StatedFact(iri, local_name(classes[0]), str(label))


def _place(iri: str, said: Said, things: Mapping[str, Said]) -> Place:
    document = things.get(str(_first(said, t.IN_DOCUMENT)), _NOTHING)
    report = _first(said, t.IN_REPORT)
    above = things.get(str(report), _NOTHING)
    item = _first(said, t.ON_ITEM) or _first(above, t.ON_ITEM)
    meeting = _first(said, t.OF_MEETING) or _first(document, t.OF_MEETING)
    return Place(
        paragraph=iri,
        text=str(_first(said, t.TEXT)),
        document=str(_first(said, t.IN_DOCUMENT)),
        file=str(_first(document, t.FILE_NAME)),
        ordinal=_number(_first(said, t.ORDINAL)) or 0,
        kind=_text(_first(document, t.KIND)),
        form=_text(_first(said, t.KIND)),
        page=_number(_first(said, t.PAGE)),
        number=_text(_first(said, t.NUMBER)),
        heading=_text(_first(said, t.HEADING)),
        meeting=_meeting(meeting, things),
        item=_item(item, things),
        report=ReportPlace(str(report), _text(_first(above, t.TITLE))) if report else None,
    )


def _meeting(iri: Value, things: Mapping[str, Said]) -> MeetingPlace | None:
    if iri is None:
        return None
    said = things.get(str(iri), _NOTHING)
    day = _first(said, t.DATE)
    names = (
        str(name)
        for board in said.get(t.HELD_BY, ())
        for name in things.get(str(board), _NOTHING).get(t.PREF_LABEL, ())
    )
    return MeetingPlace(str(iri), day if isinstance(day, date) else None, min(names, default=None))


def _item(iri: Value, things: Mapping[str, Said]) -> ItemPlace | None:
    if iri is None:
        return None
    said = things.get(str(iri), _NOTHING)
    return ItemPlace(str(iri), _text(_first(said, t.ITEM_NUMBER)), _text(_first(said, t.TITLE)))


def _first(said: Said, name: str) -> Value:
    """The first value of a property, None where it has none."""
    return next(iter(said.get(name, ())), None)


def _text(value: Value) -> str | None:
    return None if value is None or value == "" else str(value)


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def under_titles(place: Place) -> str:
    """A paragraph's words with the titles above it, without that of its paper, which may name where
    a meeting was.
    """
    item = place.item.title if place.item else None
    return "\n".join((place.text, *place.headings[1:], item or ""))
