"""When a matter was taken: the days of the meetings that have it on their agenda or in minutes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.store.graph import Value
from kg.tables.load import table
from queries.answering.answer import Found
from queries.answering.asking import Asking, without_stems
from queries.answering.structured import Row, quote_of
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import day_spans
from queries.retrieval.statements import match as matching
from queries.texts.wording import first_match, says, stems_of, stripped
from queries.understanding.periods import in_time, long_date

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
    rows = _taken(without_stems(asking, stems_of("questions", "taking_up")))
    told = _asked(
        asking.question.text, sorted({(row["value"], str(row["detail"])) for row in rows})
    )
    lead = (
        f"{len({day for day, _ in told})}:\n"
        if says(asking.question.text, "tally", "how_often")
        else ""
    )
    return _told(lead, told, rows) if told else None


def by_return(asking: Asking) -> Found | None:
    """Yes with the items by which a matter came back to a body, at the time asked of or after it
    was first an item; None where that is not asked, or no item of such a title is on an agenda.
    """
    question = asking.question
    match = first_match(question.text, "came_back")
    if match is None:
        return None
    matter = asking.searcher.understand(stripped(match["thing"], "foretold_of"))
    rows = _taken(replace(asking, question=replace(matter, periods=())))
    days = sorted({row["value"] for row in rows if isinstance(row["value"], date)})
    later = days[1:] if says(question.text, "came_again") else days
    if question.periods:
        later = [day for day in days if in_time(day, question.periods)]
    own = [row for row in rows if row["value"] in later]
    told = sorted({(row["value"], str(row["detail"])) for row in own})
    return _told(f"{table('questions')['verdicts']['yes']}: ", told, own) if told else None


def _taken(asking: Asking) -> list[Row]:
    """The items (``fact``) with most of the subject in their titles (``detail``), by their days
    (``value``), with where they are stated.
    """
    question = asking.question
    if not question.subject:
        return []
    sought = wanted(replace(question, way="when"), "AgendaItem", day_spans(question))
    found = matching(asking.searcher.library.facts, question, sought, SURE)
    facts = [one.statement.iri for one in found if asking.asked_of(one.statement)][:MOST]
    rows = asking.graph.select(_TAKEN % iri_list(facts)).dicts() if facts else ()
    return [row for row in rows if isinstance(row["value"], date)]


def _told(lead: str, told: Sequence[tuple[Value, str]], rows: Sequence[Row]) -> Found:
    """Items by their days, behind some words, with where rows state them; all rows are asked for,
    since by them one is the first or the last.
    """
    lines = [f"{long_date(day)}: {title}" for day, title in told if isinstance(day, date)]
    facts = tuple(dict.fromkeys(str(row["fact"]) for row in rows))
    return Found(
        answer=lead + "\n".join(lines),
        values=tuple(dict.fromkeys(line.partition(":")[0] for line in lines)),
        quotes=[quote_of(row) for row in rows if (row["value"], str(row["detail"])) in told],
        sparql=_TAKEN % iri_list(facts),
        facts=facts,
    )


def _asked(question: str, days: list[tuple[Value, str]]) -> list[tuple[Value, str]]:
    """The first or the last of some days, where only that is asked for; else all."""
    if says(question, "first_time"):
        return days[:1]
    return days[-1:] if says(question, "last_time") else days
