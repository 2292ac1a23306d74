"""What each document says of each person it names, read from the graphs of documents."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kg import terms as t
from kg.rdf.identity.forms import Forms
from kg.rdf.identity.merges import Merges, Use
from kg.rdf.identity.person_names import PersonWords
from kg.rdf.iris import tail_of
from kg.rdf.linking.stated import Stated
from kg.store.values import Value
from kg.tables.load import table
from kg.vocabulary import folded

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph


_ATTENDED = """
SELECT ?document ?person ?list ?body ?authority ?capacity WHERE {
  GRAPH ?document {
    ?row mb:person ?person ; mb:atMeeting ?list . ?list mb:heldBy ?body .
    OPTIONAL { ?row mb:representing ?authority }
    OPTIONAL { ?row mb:capacity ?capacity }
  }
}
"""
_MEMBER = """
SELECT ?document ?person ?list ?body ?authority ?capacity WHERE {
  GRAPH ?document {
    ?row org:member ?person ; org:organization ?body .
    OPTIONAL { ?row mb:period ?period }
    OPTIONAL { ?row mb:representing ?authority }
    BIND(CONCAT(STR(?body), " ", COALESCE(?period, "")) AS ?list)
  }
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


def bearers(stated: Stated, forms: Forms, bodies: Merges) -> list[Bearer]:
    """Every name of a person in every document, in order of document and IRI."""
    found = _named(forms)
    papers, people = _Papers(stated, bodies), {use.iri for use in found}
    for bearer in found.values():
        bearer.day = papers.day(bearer.use.document)
        bearer.bodies |= papers.boards(bearer.use.document)
    for person in people:
        _said(stated, found, person)
    _listed(stated, found, people, bodies)
    for bearer in found.values():
        if bearer.titles & set(table("people")["councillor_titles"]):
            bearer.offices = {"councillor"}
    return [found[use] for use in sorted(found)]


def _said(stated: Stated, found: Mapping[Use, Bearer], person: str) -> None:
    """The titles and addresses that documents give a person."""
    for document, title in stated.of(person, t.HONORIFIC):
        found[Use(document, person)].titles.add(str(title))
    for document, address in stated.of(person, t.EMAIL):
        found[Use(document, person)].emails.add(str(address).lower())
        found[Use(document, person)].offices.add("officer")


def _listed(
    stated: Stated, found: Mapping[Use, Bearer], people: Collection[str], bodies: Merges
) -> None:
    """The rows that lists give people, at meetings and among the members of bodies."""
    councils = _Councils(stated.graph)
    for query in (_ATTENDED, _MEMBER):
        for document, person, place, body, authority, capacity in stated.rows(query, people):
            if bearer := found.get(_use(document, person)):
                bearer.lists.add(str(place))
                bearer.bodies.add(bodies.means(_use(document, body)))
                if capacity == "officer":
                    bearer.offices.add("officer")
                if authority is not None:
                    councils.add(bearer, bodies.means(_use(document, authority)))


class _Papers:
    """The day of each document, and the boards of the meetings that it is a paper of."""

    def __init__(self, stated: Stated, bodies: Merges) -> None:
        self._stated = stated
        self._bodies = bodies
        self._days: dict[str, date | None] = {}
        self._boards: dict[str, set[str]] = {}

    def day(self, document: str) -> date | None:
        """The day of a document, of several the first."""
        if document not in self._days:
            days = self._stated.values(document, document, t.DATE)
            self._days[document] = min((d for d in days if isinstance(d, date)), default=None)
        return self._days[document]

    def boards(self, document: str) -> set[str]:
        """What held the meetings."""
        if document not in self._boards:
            meetings = self._stated.within(document, document, t.OF_MEETING)
            held = (self._stated.values(document, meeting, t.HELD_BY) for meeting in meetings)
            uses = [_use(document, board) for boards in held for board in boards]
            self._boards[document] = set(map(self._bodies.means, uses))
        return self._boards[document]


class _Councils:
    """The councils of the reference graph: their tiers and their successors."""

    def __init__(self, graph: "KnowledgeGraph") -> None:
        self._graph = graph
        self._known: dict[str, tuple[str, str]] = {}

    def add(self, bearer: Bearer, authority: str) -> None:
        """Say that a person speaks for an authority."""
        if authority not in self._known:
            present = self._present(authority)
            kind = self._graph.values_of([present], t.COUNCIL_TYPE).get(present)
            self._known[authority] = present, table("identity")["tiers"].get(str(kind), "")
        present, tier = self._known[authority]
        bearer.authorities.add(present)
        if tier:
            bearer.tiers[present] = tier

    def _present(self, council: str) -> str:
        """What a council has become: its one successor's one successor, and so on."""
        passed: set[str] = set()
        after = self._graph.objects(council, t.REPLACED_BY)
        while len(after) == 1 and council not in passed:
            passed.add(council)
            council = str(after[0])
            after = self._graph.objects(council, t.REPLACED_BY)
        return council


def _named(forms: Forms) -> dict[Use, Bearer]:
    written: dict[Use, set[str]] = defaultdict(set)
    for document, person, form in forms.get(t.PERSON_CLASS, ()):
        written[Use(document, person)].add(form)
    return {
        use: Bearer(use, _words(tail_of(use.iri), frozenset(written[use])))
        for use in sorted(written)
    }


@lru_cache(maxsize=100_000)
def _words(tail: str, forms: frozenset[str]) -> PersonWords:
    """The words of the name that an IRI was made of, which is one of the forms."""
    bare = sorted(form for form in forms if folded(form).replace(" ", "-") == tail)
    return PersonWords.of(bare[0] if bare else tail.replace("-", " "))


def _use(document: Value, iri: Value) -> Use:
    return Use(str(document), str(iri))
