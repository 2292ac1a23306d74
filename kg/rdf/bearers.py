"""What each document says of each person it names, read from the graphs of documents."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.rdf import terms as t
from kg.rdf.forms import Forms
from kg.rdf.iris import slug
from kg.rdf.merges import Merges, Use
from kg.rdf.person_names import PersonWords
from kg.store.values import Value
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_DAYS = """
SELECT DISTINCT ?document ?day ?board WHERE {
  GRAPH ?document {
    ?document a mb:Document .
    OPTIONAL { ?document dct:date ?day }
    OPTIONAL { ?document mb:ofMeeting/mb:heldBy ?board }
  }
}
"""
_SAID = """
SELECT DISTINCT ?document ?person ?property ?value WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?person a foaf:Person ; ?property ?value .
    VALUES ?property { mb:honorific schema:email }
  }
}
"""
_LISTED = """
SELECT DISTINCT ?document ?person ?list ?body ?authority ?capacity WHERE {
  GRAPH ?document {
    ?document a mb:Document .
    {
      ?row mb:person ?person ; mb:atMeeting ?list . ?list mb:heldBy ?body .
      OPTIONAL { ?row mb:capacity ?capacity }
    } UNION {
      ?row org:member ?person ; org:organization ?body .
      OPTIONAL { ?row mb:period ?period }
      BIND(CONCAT(STR(?body), " ", COALESCE(?period, "")) AS ?list)
    }
    OPTIONAL { ?row mb:representing ?authority }
  }
}
"""
_COUNCILS = """
SELECT ?council ?type ?successor WHERE {
  ?council a mb:Council ; mb:councilType ?type . OPTIONAL { ?council mb:replacedBy ?successor }
}
"""


@dataclass
class Bearer:
    """A name as a document uses it, and what the document says of who bears it.

    ``bodies`` are those whose papers or lists name the person, ``authorities`` whom the
    person speaks for (a council abolished counts as its one successor), ``tiers`` the
    councils among them by tier, ``lists`` the lists that give the name a row.
    ``offices`` holds "councillor" and "officer" where the document shows it.
    """

    use: Use
    words: PersonWords
    day: date | None = None
    bodies: set[str] = field(default_factory=set)
    authorities: set[str] = field(default_factory=set)
    tiers: dict[str, str] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)


def bearers(graph: "KnowledgeGraph", forms: Forms, bodies: Merges) -> list[Bearer]:
    """Every name of a person in every document, in order of document and IRI."""
    found = {bearer.use: bearer for bearer in _named(forms)}
    councils = _Councils(graph)
    _dated(graph, found, bodies)
    for document, person, name, value in graph.select(_SAID).rows:
        bearer = found[_use(document, person)]
        if str(name) == t.EMAIL:
            bearer.emails.add(str(value).lower())
            bearer.offices.add("officer")
        else:
            bearer.titles.add(str(value))
    for document, person, row, body, authority, capacity in graph.select(_LISTED).rows:
        bearer = found[_use(document, person)]
        bearer.lists.add(str(row))
        bearer.bodies.add(bodies.means(_use(document, body)))
        if capacity == "officer":
            bearer.offices.add("officer")
        if authority is not None:
            councils.add(bearer, bodies.means(_use(document, authority)))
    for bearer in found.values():
        if bearer.titles & set(table("people")["councillor_titles"]):
            bearer.offices = {"councillor"}
    return [found[use] for use in sorted(found)]


class _Councils:
    """The councils of the reference graph: their tiers and their successors."""

    def __init__(self, graph: "KnowledgeGraph") -> None:
        self._tiers: dict[str, str] = {}
        successors: dict[str, set[str]] = defaultdict(set)
        for council, kind, successor in graph.select(_COUNCILS).rows:
            self._tiers[str(council)] = table("identity")["tiers"].get(str(kind), "")
            if successor is not None:
                successors[str(council)].add(str(successor))
        self._next = {one: min(after) for one, after in successors.items() if len(after) == 1}

    def add(self, bearer: Bearer, authority: str) -> None:
        """Say that a person speaks for an authority."""
        for _ in range(len(self._next)):
            authority = self._next.get(authority, authority)
            if authority not in self._next:
                break
        bearer.authorities.add(authority)
        if tier := self._tiers.get(authority):
            bearer.tiers[authority] = tier


def _named(forms: Forms) -> Iterator[Bearer]:
    written: dict[Use, set[str]] = defaultdict(set)
    for document, person, form in forms.get(t.PERSON_CLASS, ()):
        written[Use(document, person)].add(form)
    for use in sorted(written):
        yield Bearer(use, _words(use.iri.rsplit("/", 1)[-1], frozenset(written[use])))


@lru_cache(maxsize=100_000)
def _words(tail: str, forms: frozenset[str]) -> PersonWords:
    """The words of the name that an IRI was made of, which is one of the forms."""
    bare = sorted(form for form in forms if slug(form) == tail)
    return PersonWords.of(bare[0] if bare else tail.replace("-", " "))


def _dated(graph: "KnowledgeGraph", found: dict[Use, Bearer], bodies: Merges) -> None:
    """The day of each document and the board whose paper it is."""
    days: dict[str, date] = {}
    boards: dict[str, set[str]] = defaultdict(set)
    for document, day, board in graph.select(_DAYS).rows:
        if isinstance(day, date):
            days[str(document)] = min(day, days.get(str(document), day))
        if board is not None:
            boards[str(document)].add(bodies.means(_use(document, board)))
    for use, bearer in found.items():
        bearer.day = days.get(use.document)
        bearer.bodies |= boards[use.document]


def _use(document: Value, iri: Value) -> Use:
    return Use(str(document), str(iri))
