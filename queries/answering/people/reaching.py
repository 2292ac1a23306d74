"""How to reach somebody: the addresses and numbers that papers give of a person or of a post."""

import re
from collections.abc import Collection, Mapping, Sequence

from kg.store.graph import Value
from kg.tables.load import matches, table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.graphs.terms import iri_list
from queries.texts.wording import LONGEST, as_word, says

PROPERTIES = {"email": "schema:email", "phone": "schema:telephone"}
"""What is asked where it is asked how to reach somebody, and the property that says it."""
_HELD = """SELECT DISTINCT ?fact ?person ?post
WHERE {
  ?fact a mb:ContactDetails .
  OPTIONAL { ?fact mb:contactOf ?person . ?person mb:position ?held }
  OPTIONAL { ?fact mb:contactOf ?person }
  OPTIONAL { ?fact schema:jobTitle ?title }
  BIND(COALESCE(?title, ?held) AS ?post)
}
ORDER BY ?fact ?person ?post"""
_TOLD = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:ContactDetails ; %s ?value ; mb:statedIn ?paragraph .
  OPTIONAL { ?fact mb:contactOf/foaf:name ?name }
  OPTIONAL { ?fact schema:jobTitle ?title }
  BIND(COALESCE(?name, ?title, "") AS ?detail)
  BIND(STR(?value) AS ?quote)
}
ORDER BY ?value ?detail ?fact ?paragraph"""


def by_details(asking: Asking) -> Found | Missing | None:
    """The addresses and numbers of the person or post named, or that no paper gives one of the
    person; None where none is named, or a report is asked about.
    """
    question = asking.question
    people = set(question.named("Person"))
    if says(question.text, "of_report"):
        return None
    held = [row for row in asking.graph.select(_HELD).dicts() if _asked(row, people, question.text)]
    wanted = PROPERTIES.get(question.expects or "", "|".join(PROPERTIES.values()))
    found = _told(asking, list(dict.fromkeys(str(row["fact"]) for row in held)), wanted)
    if found is not None or not people or question.expects not in PROPERTIES:
        return found
    names = [one.labels[0] for one in question.mentions if one.kind == "Person"]
    if _beside(asking, names):
        return None
    thing = table("questions")["things"][question.expects]
    return Missing(f"No paper held gives {thing} of {names[0]}.")


def _asked(row: Mapping[str, Value], people: Collection[str], text: str) -> bool:
    """Whether details are of a person named or, where none is, of a post written in a question."""
    if people:
        return row["person"] in people
    post = str(row["post"] or "")
    written = as_word(post, re.IGNORECASE) if post else None
    return written is not None and written.search(text[:LONGEST]) is not None


def _told(asking: Asking, facts: Sequence[str], properties: str) -> Found | None:
    """What some details give, in the papers that the question is asked of."""
    sparql = _TOLD % (iri_list(facts), properties)
    rows = [
        row
        for row in (asking.graph.select(sparql).dicts() if facts else ())
        if asking.in_papers(str(row["paragraph"]))
    ]
    if not rows:
        return None
    lines = dict.fromkeys(
        f"{row['value']} ({row['detail']})" if row["detail"] else str(row["value"]) for row in rows
    )
    return Found(
        answer="\n".join(lines),
        values=tuple(dict.fromkeys(str(row["value"]) for row in rows)),
        quotes=[Quote(str(row["paragraph"]), str(row["quote"])) for row in rows],
        sparql=sparql,
        facts=tuple(dict.fromkeys(str(row["fact"]) for row in rows)),
    )


def _beside(asking: Asking, names: Sequence[str]) -> bool:
    """Whether a near passage has a surname and shows the kind of thing asked for."""
    expects = str(asking.question.expects)
    return any(
        name.split()[-1] in hit.place.text
        and matches(hit.place.text, "questions", "shows", expects)
        for hit in asking.result.hits
        for name in names
    )
