"""What became of a recommendation: what was asked, the response, the decision, the actions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.store.values import Iri, Value
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.business.deciding import UNTOLD
from queries.answering.matters.following import later_steps, step_line
from queries.answering.structured import Row, quote_of
from queries.following.answered import Asked, answered
from queries.graphs.fold import fold
from queries.graphs.sources import text_of
from queries.graphs.terms import iri_list
from queries.retrieval.repeats import without_repeats
from queries.tracing.history import Step
from queries.understanding.periods import long_date

SURE = 0.6
"""The least share of the subject that a recommendation must speak of to be the one meant."""
MEANT = 0.9
"""Recommendations down to this part of the share of the best one may be meant too."""
MOST = 4
"""The most recommendations that are told."""
_ASKED, _DECIDED = "recommended", 3
"""The stage at which it is made, and the order of decisions on it."""
_OPEN = frozenset({_ASKED, "action"})
"""The stages that settle nothing."""
_RECOMMENDATIONS = """SELECT ?fact ?text ?number ?response
WHERE {
  VALUES ?fact { %s }
  ?fact mb:text ?text
  OPTIONAL { ?fact mb:number ?number }
  OPTIONAL { ?fact mb:response ?response }
}
ORDER BY ?fact ?text ?number ?response"""
_FATE = """SELECT DISTINCT ?fact ?order ?stage ?told ?value ?basis ?confidence ?rule ?paragraph
       ?quote ?day
WHERE {
  VALUES ?fact { %s }
  {
    ?fact mb:text ?value ; mb:statedIn ?paragraph
    BIND(?fact AS ?told) BIND(1 AS ?order) BIND("recommended" AS ?stage)
  } UNION {
    ?fact mb:response ?value ; mb:statedIn ?paragraph . ?paragraph mb:text ?text
    FILTER(CONTAINS(?text, ?value))
    BIND(?fact AS ?told) BIND(2 AS ?order) BIND("answered" AS ?stage) BIND(?value AS ?quote)
  } UNION {
    ?told a mb:Decision ; mb:decidesOn ?fact ; mb:text ?value ; mb:statedIn ?paragraph ;
      mb:decidedAt/dct:date ?day
    OPTIONAL { ?told mb:outcome ?outcome }
    OPTIONAL {
      ?link rdf:subject ?told ; rdf:predicate mb:decidesOn ; rdf:object ?fact ; mb:basis ?basis
      OPTIONAL { ?link mb:confidence ?confidence }
      OPTIONAL { ?link mb:rule ?rule }
    }
    BIND(3 AS ?order) BIND(?outcome AS ?stage)
  } UNION {
    ?told a mb:Action ; mb:arisesFrom/mb:decidesOn? ?fact ; mb:text ?value ; mb:statedIn ?paragraph
    BIND(4 AS ?order) BIND("action" AS ?stage)
  }
  OPTIONAL { ?told mb:quote ?quote }
  OPTIONAL { ?paragraph mb:inDocument/mb:ofMeeting/dct:date ?day }
}
ORDER BY ?fact ?order ?day ?told ?value DESC(?basis) DESC(?confidence) DESC(?rule)
         ?paragraph ?quote"""


def by_recommendation_followed(asking: Asking) -> Found | None:
    """What the papers tell of the recommendations that a question follows, and what of their matter
    was told after them; None where it follows none, or the papers hold none on it.
    """
    facts = _meant(asking)
    if not facts:
        return None
    sparql = _FATE % iri_list(facts)
    rows = list(without_repeats(_rows(asking, sparql, facts), _value, _stage))
    last = max((row["day"] for row in rows if isinstance(row["day"], date)), default=None)
    followed = later_steps(asking, last, {str(row["paragraph"]) for row in rows})
    settled = [row for row in rows if row["stage"] not in _OPEN]
    lines = [*_standing(rows, settled, followed), *map(_line, rows), *map(step_line, followed)]
    return Found(
        answer="\n".join(dict.fromkeys(lines)),
        values=tuple(dict.fromkeys(map(_value, rows))),
        quotes=[*map(quote_of, rows), *(Quote(one.paragraph, one.quote) for one in followed)],
        sparql=sparql,
        facts=tuple(facts),
        note=None if settled else UNTOLD,
    )


def _meant(asking: Asking) -> list[str]:
    """The recommendations that a question means, best first: those of a time that it gives, or
    else of any, since what is recommended may name times of its own.
    """
    question = replace(asking.question, way="recommendation")
    if "Recommendation" not in question.facts or not question.subject:
        return []
    matches = replace(asking, question=question).matches
    matches = matches or replace(asking, question=replace(question, periods=())).matches
    least = max(SURE, MEANT * matches[0].share) if matches else SURE
    return [one.statement.iri for one in matches if one.share >= least][:MOST]


def _rows(asking: Asking, sparql: str, facts: Sequence[str]) -> list[Row]:
    """What the query tells, in the order of the recommendations, each decision with how it answers
    what was asked.
    """
    told = sorted(
        asking.graph.select(sparql).dicts(), key=lambda row: facts.index(str(row["fact"]))
    )
    asked = fold(asking.graph.select(_RECOMMENDATIONS % iri_list(facts)), "fact")
    return [{**row, "stage": _stage_of(row, Asked.of(asked[Iri(row["fact"])]))} for row in told]


def _stage_of(row: Row, asked: Asked) -> Value:
    """The stage of a row, of a decision what it did of what was asked."""
    if row["order"] != _DECIDED:
        return row["stage"]
    return answered(asked, _value(row), text_of(row["stage"]), text_of(row["rule"])).told


def _value(row: Row) -> str:
    return str(row["value"])


def _stage(row: Row) -> object:
    return row["fact"], row["order"]


def _standing(rows: Sequence[Row], settled: Sequence[Row], followed: Sequence[Step]) -> list[str]:
    """Where one recommendation stands, by the last that was said or decided of it; of several
    each line tells it.
    """
    if len({row["fact"] for row in rows}) > 1:
        return []
    if settled:
        return [f"Where it stands: {_when(settled[-1])}{settled[-1]['stage']}."]
    heard = followed or any(row["stage"] == "action" for row in rows)
    return [f"Where it stands: no decision recorded{'' if heard else ', not heard of again'}."]


def _when(row: Row) -> str:
    """The day of what a row tells, to stand before it."""
    return f"{long_date(row['day'])}, " if isinstance(row["day"], date) else ""


def _line(row: Row) -> str:
    """What a paper tells of a recommendation, with its day and what it is."""
    inferred = " (inferred)" if row["basis"] == "inferred" else ""
    return f"{_when(row)}{row['stage']}{inferred}: {row['value']}"
