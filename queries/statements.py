"""The facts of the graph as statements that a question can be matched against.

A statement is a fact put into words: its own words, the titles of the item and
report it belongs to, its day, and its traits (a status, a capacity, a party).
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.store.graph import KnowledgeGraph
from queries.periods import Period, periods_in
from queries.question import Question
from queries.wording import stems

_TAIL = """
  OPTIONAL { ?fact mb:statedIn ?paragraph }
}
ORDER BY ?fact ?date ?words ?about ?trait ?paragraph
"""
_HEAD = """
SELECT ?fact ?words ?about ?date ?meeting ?trait ?paragraph WHERE {
"""
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
  { ?fact mb:onItem/dct:title ?about } UNION { BIND(?trait AS ?about) }
  OPTIONAL { ?fact mb:ofMeeting ?meeting . ?meeting dct:date ?date }
  { ?paragraph mb:inReport ?fact } UNION { ?fact mb:statedIn ?paragraph }
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


@dataclass(frozen=True, slots=True)
class Match:
    """A statement and the share (0 to 1) of the question's subject that its words cover."""

    statement: Statement
    share: float


def statements(graph: KnowledgeGraph, kind: str) -> list[Statement]:
    """Every fact of a class as a statement, in order of IRI."""
    found: dict[str, Statement] = {}
    for row in graph.select(_HEAD + _BODIES[kind] + _TAIL).dicts():
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


def match(question: Question, told: Iterable[Statement]) -> list[Match]:
    """The statements that speak of the question's subject, best first, ties by IRI.

    Each term weighs by how rare it is among the statements; a name is covered by any form
    of it. A question without a subject is matched by all, with share 1.
    """
    held = list(told)
    heads = [set(stems(" ".join((one.words, *sorted(one.about))))) for one in held]
    share = _share(question, heads)
    matches = [Match(one, share(words)) for one, words in zip(held, heads, strict=True)]
    return sorted(
        (found for found in matches if found.share > 0),
        key=lambda found: (-found.share, found.statement.iri),
    )


def within(question: Question, told: Iterable[Statement]) -> list[Statement]:
    """The statements on a day that the question names; all of them when it names none."""
    held = list(told)
    if not question.periods:
        return held
    return [one for one in held if any(_at(period, one) for period in question.periods)]


def _at(period: Period, statement: Statement) -> bool:
    """Whether a statement is tied to a day in a period, or to a year that meets it."""
    years = (year for trait in statement.traits for year in periods_in(trait))
    return any(map(period.holds, statement.days)) or any(map(period.meets, years))


def _share(question: Question, heads: list[set[str]]) -> Callable[[set[str]], float]:
    """How much of the question's subject a set of stems covers."""
    held = Counter(stem for words in heads for stem in words)
    weights = {
        stem: math.log(1 + (len(heads) + 0.5) / (held[stem] + 0.5)) for stem in question.subject
    }
    total = sum(weights.values())
    names = [
        (set(stems(question.text[name.start : name.end])), [set(stems(x)) for x in name.labels])
        for name in question.mentions
    ]

    def share(words: set[str]) -> float:
        if not weights:
            return 1.0
        covered = {stem for stem in weights if stem in words}
        for own, labels in names:
            if any(label <= words for label in labels):
                covered |= own & weights.keys()
        return sum(weights[stem] for stem in sorted(covered)) / total

    return share
