"""What each document says of each person it names, read from the graphs of documents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.rdf import terms as t
from kg.rdf.forms import Forms
from kg.rdf.iris import folded
from kg.rdf.merges import Merges, Use
from kg.rdf.person_names import PersonWords
from kg.rdf.stated import Stated
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph


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
    papers, councils = _Papers(stated, bodies), _Councils(stated.graph)
    for bearer in found.values():
        bearer.day = papers.day(bearer.use.document)
        bearer.bodies |= papers.boards(bearer.use.document)
    for person in sorted({use.iri for use in found}):
        _said(stated, found, person)
        for row in papers.rows(person):
            bearer = found[Use(row.document, person)]
            bearer.lists.add(row.list)
            bearer.bodies.add(row.body)
            bearer.offices |= {"officer"} & row.capacities
            for authority in row.authorities:
                councils.add(bearer, authority)
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


class _Row(NamedTuple):
    """A row that a document's list gives a person, at a meeting or among the members of a body."""

    document: str
    list: str
    body: str
    capacities: set[str]
    authorities: set[str]


class _Papers:
    """The day of each document, the board whose paper it is, and the rows of its lists."""

    def __init__(self, stated: Stated, bodies: Merges) -> None:
        self._stated = stated
        self._bodies = bodies
        self._days: dict[str, date | None] = {}
        self._boards: dict[str, set[str]] = {}
        self._holding: dict[Use, set[str]] = {}

    def day(self, document: str) -> date | None:
        """The day of a document, of several the first."""
        if document not in self._days:
            days = (value for _, value in self._stated.of(document, t.DATE))
            self._days[document] = min((d for d in days if isinstance(d, date)), default=None)
        return self._days[document]

    def boards(self, document: str) -> set[str]:
        """The boards of the meetings that a document is a paper of."""
        if document not in self._boards:
            meetings = self._stated.within(document, document, t.OF_MEETING)
            held = (self._holders(Use(document, meeting)) for meeting in meetings)
            self._boards[document] = set().union(*held)
        return self._boards[document]

    def rows(self, person: str) -> Iterator[_Row]:
        """The rows of all lists that name a person."""
        for document, row in self._stated.about(t.PERSON, person):
            for meeting in self._stated.within(document, row, t.AT_MEETING):
                for body in self._holders(Use(document, meeting)):
                    yield self._row(document, row, meeting, body)
        for document, row in self._stated.about(t.MEMBER, person):
            periods = self._stated.within(document, row, t.PERIOD) or [""]
            for body in self._stated.within(document, row, t.ORGANIZATION):
                meant = self._bodies.means(Use(document, body))
                for period in periods:
                    yield self._row(document, row, f"{body} {period}", meant)

    def _row(self, document: str, row: str, place: str, body: str) -> _Row:
        capacities = set(self._stated.within(document, row, t.CAPACITY))
        authorities = self._stated.within(document, row, t.REPRESENTING)
        meant = {self._bodies.means(Use(document, one)) for one in authorities}
        return _Row(document, place, body, capacities, meant)

    def _holders(self, meeting: Use) -> set[str]:
        """The boards that a document says held a meeting."""
        if meeting not in self._holding:
            held = self._stated.within(meeting.document, meeting.iri, t.HELD_BY)
            meant = {self._bodies.means(Use(meeting.document, board)) for board in held}
            self._holding[meeting] = meant
        return self._holding[meeting]


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
        use: Bearer(use, _words(use.iri.rsplit("/", 1)[-1], frozenset(written[use])))
        for use in sorted(written)
    }


@lru_cache(maxsize=100_000)
def _words(tail: str, forms: frozenset[str]) -> PersonWords:
    """The words of the name that an IRI was made of, which is one of the forms."""
    bare = sorted(form for form in forms if folded(form).replace(" ", "-") == tail)
    return PersonWords.of(bare[0] if bare else tail.replace("-", " "))
