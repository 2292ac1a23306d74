"""What was said in response to a recommendation, and which got a response of a kind: accepted, in
part, or not.
"""

from kg.tables.load import table
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.structured import SURE, Row, by_facts, told_by
from queries.following.answered import response_outcome
from queries.graphs.terms import iri_list
from queries.texts.wording import first_match, says

MOST = 30
"""The most recommendations that are told."""
ALIKE = 0.95
"""The part of what the best has of the subject that another one must have to be told with it."""
FEW = 3
"""The most recommendations of one number that are told."""
_ANSWERED = """SELECT DISTINCT ?fact
WHERE { VALUES ?fact { %s } ?fact a mb:Recommendation ; mb:response ?response }
ORDER BY ?fact"""
_OF_NUMBER = """SELECT DISTINCT ?fact ?paragraph
WHERE {
  ?fact a mb:Recommendation ; mb:number ?number ; mb:response ?response ; mb:statedIn ?paragraph
}
ORDER BY ?fact ?paragraph"""
_RESPONSES = """SELECT DISTINCT ?fact ?number ?text ?response ?paragraph ?quote
WHERE {%s
  ?fact a mb:Recommendation ; mb:text ?text ; mb:response ?response ; mb:statedIn ?paragraph .
  OPTIONAL { ?fact mb:number ?number }
  OPTIONAL { ?fact mb:quote ?quote }
}
ORDER BY ?fact ?number ?text ?response ?paragraph ?quote"""


def by_reply(asking: Asking) -> Found | None:
    """The response to the recommendation of the number asked, else to that which has most of the
    subject, of those that got one; of several that have as much with their titles to those whose
    own words have most.
    """
    if numbered := _of_number(asking):
        return told_by(asking, numbered, "response")
    asked = [one.statement.iri for one in asking.matches]
    rows = asking.graph.select(_ANSWERED % iri_list(asked)).rows if asked else []
    answered = {str(fact) for (fact,) in rows}
    ours = [one for one in asking.matches if one.statement.iri in answered]
    if not ours or ours[0].share <= SURE:
        return by_facts(asking)
    near = [one for one in ours if one.share >= ALIKE * ours[0].share]
    own = {one.statement.iri: asking.share(one.statement.words) for one in near}
    best = max(own.values())
    return told_by(asking, [iri for iri, share in own.items() if share >= ALIKE * best], "response")


def _of_number(asking: Asking) -> list[str]:
    """The recommendations of the number that a question names which got a response, where they are
    few enough to be told.
    """
    named = first_match(asking.question.text, "numbered_recommendation")
    if named is None:
        return []
    rows = asking.graph.select(_OF_NUMBER, number=named["number"]).rows
    found = dict.fromkeys(str(fact) for fact, at in rows if asking.in_papers(str(at)))
    return list(found) if len(found) <= FEW else []


def by_outcome(asking: Asking) -> Found | None:
    """The recommendations whose response is of the kind asked for; None where none is named."""
    asked = _asked(asking.question.text)
    if asked is None:
        return None
    told: dict[str, Row] = {}
    for row in asking.graph.select(_RESPONSES % "").dicts():
        held = asking.in_papers(str(row["paragraph"]))
        if held and response_outcome(str(row["response"]), None, "") == asked:
            told.setdefault(str(row["fact"]), row)
    rows = sorted(told.values(), key=_order)[:MOST]
    if not rows:
        return None
    facts = iri_list(str(row["fact"]) for row in rows)
    return Found(
        answer="\n".join(map(_line, rows)),
        values=tuple(str(row["text"]) for row in rows),
        quotes=[
            Quote(str(row["paragraph"]), str(words))
            for row in rows
            for words in (row["quote"], row["response"])
            if words
        ],
        sparql=_RESPONSES % f"\n  VALUES ?fact {{ {facts} }}",
        facts=tuple(str(row["fact"]) for row in rows),
    )


def _asked(text: str) -> str | None:
    """The outcome that a question names, in the words of `response_outcome`."""
    for outcome in table("questions")["outcomes"]:
        if says(text, "outcomes", outcome):
            return str(outcome).replace("_", " ")
    return None


def _order(row: Row) -> tuple[list[int], str]:
    """By number, as people count: 9 before 10."""
    parts = str(row["number"] or "").split(".")
    return [int(part) for part in parts if part.isdigit()], str(row["fact"])


def _line(row: Row) -> str:
    number = f"{row['number']}. " if row["number"] else ""
    return f"{number}{row['text']}: {row['response']}"
