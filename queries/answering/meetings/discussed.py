"""When a matter was taken: the days of the meetings that have it on their agenda or in minutes."""

from dataclasses import replace
from datetime import date

from kg.store.graph import Value
from queries.answering.answer import Found
from queries.answering.asking import Asking, without
from queries.answering.structured import quote_of
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import match, spans
from queries.texts.wording import says, stems_of
from queries.understanding.periods import long_date

SURE = 0.8
"""The least share of the subject that the title of an item must have."""
MOST = 12
"""The most items that are told."""
_TAKEN = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:AgendaItem ; dct:title ?detail ; mb:atMeeting/dct:date ?value ;
    mb:statedIn ?paragraph .
  OPTIONAL { ?fact mb:quote ?quote }
}
ORDER BY ?value ?fact ?paragraph ?quote"""


def by_discussion(asking: Asking) -> Found | None:
    """The days on which items with the title asked for were taken; None where no title has most of
    what is asked, or where it is not asked when.
    """
    if not says(asking.question.text, "discussed"):
        return None
    asking = without(asking, stems_of("questions", "taking_up"))
    question = asking.question
    if not question.subject:
        return None
    sought = wanted(replace(question, way="when"), "AgendaItem", spans(question))
    found = match(asking.searcher.library.facts, question, sought, SURE)
    facts = [one.statement.iri for one in found if asking.asked_of(one.statement)][:MOST]
    if not facts:
        return None
    sparql = _TAKEN % iri_list(facts)
    rows = [row for row in asking.graph.select(sparql).dicts() if isinstance(row["value"], date)]
    days = {(row["value"], str(row["detail"])) for row in rows}
    told = [
        f"{long_date(day)}: {title}"
        for day, title in _asked(asking.question.text, sorted(days))
        if isinstance(day, date)
    ]
    if not told:
        return None
    values = tuple(dict.fromkeys(line.partition(":")[0] for line in told))
    counted = f"{len(values)}:\n" if says(asking.question.text, "tally", "how_often") else ""
    return Found(
        answer=counted + "\n".join(told),
        values=values,
        quotes=[quote_of(row) for row in rows],
        sparql=sparql,
        facts=tuple(dict.fromkeys(str(row["fact"]) for row in rows)),
    )


def _asked(question: str, days: list[tuple[Value, str]]) -> list[tuple[Value, str]]:
    """The first or the last of some days, where only that is asked for; else all."""
    if says(question, "first_time"):
        return days[:1]
    return days[-1:] if says(question, "last_time") else days
