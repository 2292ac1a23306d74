"""Where later papers tell that what an action was to bring about is there (`kg.rdf.linking`)."""

from collections.abc import Mapping
from datetime import date

from kg.extraction.dates import days
from kg.rdf.papers import PaperDays
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.following.action_rows import Joined, ToldDone

TELLING = """
SELECT DISTINCT ?action ?paragraph ?document ?file ?quote ?rule ?confidence ?basis {
  #only
  ?link a mb:Link ; rdf:subject ?action ; rdf:predicate mb:toldDoneIn ; rdf:object ?paragraph ;
    mb:quote ?quote ; mb:rule ?rule ; mb:confidence ?confidence ; mb:basis ?basis .
  ?paragraph mb:inDocument ?document .
  ?document mb:fileName ?file .
}
ORDER BY ?action ?file ?document ?quote
"""


def told_done(
    graph: KnowledgeGraph, query: str, papers: PaperDays, as_of: date
) -> Mapping[Iri, ToldDone]:
    """For each action the first telling, in papers up to a day, that its thing is there.

    :param query: `TELLING`, or that of some actions alone.
    """
    found: dict[Iri, ToldDone] = {}
    for action, place, document, file, quote, rule, sure, basis in graph.select(query).rows:
        recorded = papers.of(str(document))
        if recorded is None or recorded > as_of:
            continue
        joined = Joined(str(rule), float(str(sure)), str(basis))
        told = ToldDone(
            day=_day(str(quote)) or recorded,
            recorded=recorded,
            file=str(file),
            paragraph=Iri(place),
            words=str(quote),
            joined=joined,
        )
        first = found.setdefault(Iri(action), told)
        if (told.day, told.recorded) < (first.day, first.recorded):
            found[Iri(action)] = told
    return found


def _day(quote: str) -> date | None:
    """The day that the words themselves tell."""
    return next((one.day for one in days(quote) if one.complete), None)
