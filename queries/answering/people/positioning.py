"""What post a person holds, as the papers give it."""

import re
from collections.abc import Mapping

from kg.store.graph import Value
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.graphs.place import places
from queries.graphs.terms import iri_list
from queries.understanding.periods import in_time

_POSITIONS = """SELECT DISTINCT ?person ?name ?value ?paragraph
WHERE {
  VALUES ?person { %s }
  ?person foaf:name ?name .
  { ?person mb:position ?value . ?paragraph mb:mentions ?person ; mb:text ?text }
  UNION
  {
    ?membership org:member ?person ; org:role/skos:prefLabel ?value ; mb:statedIn ?paragraph .
    ?paragraph mb:text ?text
  }
  FILTER(CONTAINS(LCASE(?text), LCASE(?value)))
}
ORDER BY ?person ?value ?paragraph"""
Row = Mapping[str, Value]


def by_position(asking: Asking) -> Found | Missing | None:
    """The posts of the person named, in papers of the time asked of; None where nobody is named,
    two times are compared, or a near passage has words of a post after the name.
    """
    people = asking.question.named("Person")
    if not people or len(asking.question.periods) > 1:
        return None
    sparql = _POSITIONS % iri_list(people)
    rows = _of_time(asking, list(asking.graph.select(sparql).dicts()))
    if not rows:
        name = next(one.labels[0] for one in asking.question.mentions if one.kind == "Person")
        if asking.question.periods or _followed(asking, name):
            return None
        return Missing(f"No paper held says what post {name} holds.", sparql)
    values = tuple(dict.fromkeys(str(row["value"]) for row in rows))
    return Found(
        answer=f"{rows[0]['name']}: {', '.join(values)}",
        values=values,
        quotes=[Quote(str(row["paragraph"]), str(row["value"])) for row in rows],
        sparql=sparql,
        facts=tuple(people),
    )


def _of_time(asking: Asking, rows: list[Row]) -> list[Row]:
    """The rows whose paragraphs are of the time asked of; all where none is."""
    if not asking.question.periods:
        return rows
    held = places(asking.graph, {str(row["paragraph"]) for row in rows})
    of = {one: asking.days.of(place) for one, place in held.items()}
    return [row for row in rows if in_time(of[str(row["paragraph"])], asking.question.periods)]


def _followed(asking: Asking, name: str) -> bool:
    """Whether a near passage has words with a capital behind a name ("Ada Quill, Clerk")."""
    post = re.compile(rf"\b{re.escape(name)}\s?[,(–-]\s?[A-Z][a-z]")
    return any(post.search(hit.place.text) for hit in asking.result.hits)
