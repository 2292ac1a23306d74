"""The facts of the graph as statements: each put into words, with what it is tied to.

A statement is a fact put into words: its own words, the titles of the item and
report it belongs to, its day, and its traits (a status, a capacity, a party).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kg.store.graph import KnowledgeGraph, Value

_TAIL = """
  OPTIONAL { ?fact mb:statedIn ?paragraph }
}
ORDER BY ?fact ?date ?words ?about ?trait ?paragraph
"""
_HEAD = """
SELECT ?fact ?words ?about ?date ?meeting ?trait ?paragraph WHERE {
"""
_AT_ONCE = 500
"""Of how many resources is asked in one query."""
_BODIES = {
    "Decision": """
  ?fact a mb:Decision ; mb:text ?words ; mb:decidedAt ?meeting . ?meeting dct:date ?date .
  OPTIONAL { ?fact mb:onItem/dct:title ?about }
  OPTIONAL { ?fact mb:outcome ?trait }""",
    "Recommendation": """
  ?fact a mb:Recommendation ; mb:text ?words .
  OPTIONAL { ?fact (mb:madeIn|mb:onItem)/dct:title ?about }
  OPTIONAL { ?fact mb:ofMeeting ?meeting . ?meeting dct:date ?date }
  OPTIONAL { ?fact mb:kind ?trait }""",
    "Action": """
  ?fact a mb:Action ; mb:text ?words .
  OPTIONAL { ?fact mb:arisesFrom/dct:title|mb:planTheme|mb:update ?about }
  OPTIONAL { ?fact mb:ofMeeting|mb:arisesFrom|(mb:arisesFrom/mb:atMeeting) ?meeting .
    ?meeting a mb:Meeting ; dct:date ?date }
  OPTIONAL { ?fact mb:actionStatus|mb:assigneeAsWritten ?trait }""",
    "Contact": """
  ?fact a mb:Report ; dct:title ?words ; mb:contactOfficer/foaf:name ?trait .
  OPTIONAL { ?fact mb:onItem/dct:title ?about }
  OPTIONAL { ?fact mb:ofMeeting ?meeting . ?meeting dct:date ?date }
  ?fact ^mb:inReport|mb:statedIn ?paragraph .
  ?paragraph mb:text ?text .
  FILTER(CONTAINS(?text, ?trait))
  FILTER NOT EXISTS { ?paragraph mb:kind "heading" }""",
    "Report": """
  ?fact a mb:Report ; dct:title ?words .
  OPTIONAL { ?fact mb:onItem/dct:title ?about }
  OPTIONAL { ?fact mb:ofMeeting ?meeting . ?meeting dct:date ?date }
  OPTIONAL { ?fact mb:purpose ?trait }""",
    "AgendaItem": """
  ?fact a mb:AgendaItem ; dct:title ?words ; mb:atMeeting ?meeting . ?meeting dct:date ?date .
  OPTIONAL { ?fact mb:presentedBy/foaf:name ?trait }""",
    "Attendance": """
  ?fact a mb:Attendance ; mb:atMeeting ?meeting ; mb:person/foaf:name ?words .
  ?meeting dct:date ?date .
  OPTIONAL { ?fact mb:representing/skos:prefLabel ?about }
  OPTIONAL { ?fact mb:attendanceStatus|mb:capacity ?trait }""",
    "Substitute": """
  ?fact a mb:Attendance ; mb:atMeeting ?meeting ; mb:person/foaf:name ?words ;
    mb:substituteFor/foaf:name ?about .
  ?meeting dct:date ?date .
  BIND("substitute" AS ?trait)""",
    "Confidential": """
  ?fact a mb:AgendaItem ; mb:confidential true ; dct:title ?words ; mb:atMeeting ?meeting .
  ?meeting dct:date ?date .
  BIND("confidential" AS ?trait)""",
    "Membership": """
  ?fact a org:Membership ; org:member/foaf:name ?words .
  OPTIONAL { ?fact (org:organization|mb:representing)/skos:prefLabel ?about }
  OPTIONAL { ?fact mb:asOf ?date }
  OPTIONAL { ?fact (org:role/skos:prefLabel)|mb:partyName|mb:period ?trait }""",
    "Figure": """
  ?fact a mb:Figure ; mb:text ?words .
  OPTIONAL { ?fact mb:asOf ?date }
  OPTIONAL { ?fact mb:aboutAsWritten|(mb:about/skos:prefLabel) ?about }""",
}
KINDS = tuple(_BODIES)
"""The classes of fact that can be put into words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact in words.

    ``words`` are its own, ``about`` the titles around it, ``days`` the days it is tied to,
    ``traits`` its status, outcome, capacity, party or period, ``paragraphs`` those stating it.
    """

    iri: str
    type: str
    words: str
    about: frozenset[str]
    days: frozenset[date]
    meetings: frozenset[str]
    traits: frozenset[str]
    paragraphs: tuple[str, ...]


def statements(
    graph: KnowledgeGraph, kind: str, facts: Iterable[str] | None = None
) -> list[Statement]:
    """Every fact of a class as a statement, or those of some IRIs, in order of IRI."""
    return [one for narrowed in narrowings("fact", facts) for one in _read(graph, kind, narrowed)]


def narrowings(variable: str, iris: Iterable[str] | None) -> Iterator[str]:
    """What narrows a query to some IRIs for a variable, some at a time and in order; once nothing
    where all are asked for.
    """
    if iris is None:
        yield ""
        return
    some = sorted(iris)
    for start in range(0, len(some), _AT_ONCE):
        listed = " ".join(f"<{one}>" for one in some[start : start + _AT_ONCE])
        yield f"VALUES ?{variable} {{ {listed} }}"


def _read(graph: KnowledgeGraph, kind: str, narrowed: str) -> list[Statement]:
    rows = graph.select(_HEAD + narrowed + _BODIES[kind] + _TAIL).dicts()
    told = groupby(rows, key=lambda row: str(row["fact"]))
    return [_statement(iri, kind, list(some)) for iri, some in told]


def _statement(iri: str, kind: str, rows: Sequence[Mapping[str, Value]]) -> Statement:
    """A fact in words, from all rows of it."""
    return Statement(
        iri=iri,
        type=kind,
        words=str(rows[0]["words"]),
        about=frozenset(_texts(rows, "about")),
        days=frozenset(day for row in rows if isinstance(day := row["date"], date)),
        meetings=frozenset(_texts(rows, "meeting")),
        traits=frozenset(_texts(rows, "trait")),
        paragraphs=tuple(dict.fromkeys(_texts(rows, "paragraph"))),
    )


def _texts(rows: Iterable[Mapping[str, Value]], column: str) -> Iterator[str]:
    return (str(row[column]) for row in rows if row[column])
