"""The facts of the graph as statements: each put into words, with what it is tied to.

A statement is a fact put into words: its own words, the titles of the item and
report it belongs to, its day, and its traits (a status, a capacity, a party).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.store.graph import KnowledgeGraph

_TAIL = """
  OPTIONAL { ?fact mb:statedIn ?paragraph }
}
ORDER BY ?fact ?date ?words ?about ?trait ?paragraph
"""
_HEAD = """
SELECT ?fact ?words ?about ?date ?meeting ?trait ?paragraph WHERE {
"""
_AT_ONCE = 500
"""How many facts are asked for in one query."""
_OF = "VALUES ?fact {{ {} }}"
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


@dataclass(slots=True)
class Statement:
    """A fact in words.

    ``words`` are its own, ``about`` the titles around it, ``days`` the days it is tied to,
    ``traits`` its status, outcome, capacity, party or period, ``paragraphs`` those stating it.
    """

    iri: str
    type: str
    words: str
    about: set[str] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)
    paragraphs: list[str] = field(default_factory=list)


def statements(
    graph: KnowledgeGraph, kind: str, facts: Iterable[str] | None = None
) -> list[Statement]:
    """Every fact of a class as a statement, or those of some IRIs, in order of IRI."""
    if facts is None:
        return _read(graph, kind, "")
    some = sorted(facts)
    return [
        one
        for start in range(0, len(some), _AT_ONCE)
        for one in _read(graph, kind, _OF.format(_iris(some[start : start + _AT_ONCE])))
    ]


def _iris(facts: Iterable[str]) -> str:
    return " ".join(f"<{one}>" for one in facts)


def _read(graph: KnowledgeGraph, kind: str, narrowed: str) -> list[Statement]:
    found: dict[str, Statement] = {}
    for row in graph.select(_HEAD + narrowed + _BODIES[kind] + _TAIL).dicts():
        iri = str(row["fact"])
        statement = found.setdefault(iri, Statement(iri, kind, str(row["words"])))
        for column, held in (
            ("about", statement.about),
            ("trait", statement.traits),
            ("meeting", statement.meetings),
        ):
            if row[column]:
                held.add(str(row[column]))
        if isinstance(row["date"], date):
            statement.days.add(row["date"])
        paragraph = row["paragraph"]
        if paragraph is not None and str(paragraph) not in statement.paragraphs:
            statement.paragraphs.append(str(paragraph))
    return list(found.values())
