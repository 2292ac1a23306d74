"""What was given out with a decision: the actions that arose on its item, beside it."""

from dataclasses import replace

from kg import terms as t
from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Found
from queries.answering.structured import quote_of
from queries.graphs.terms import iri_list

MOST = 3
"""The most actions told beside a decision; of an item with more none is told."""
_ARISING = """SELECT DISTINCT ?action ?text ?paragraph ?quote
WHERE {
  VALUES ?decision { %s }
  ?decision mb:onItem ?item .
  { ?action mb:arisesFrom ?item } UNION { ?action mb:arisesFrom ?decision }
  ?action a mb:Action ; mb:text ?text ; mb:statedIn ?paragraph .
  OPTIONAL { ?action mb:quote ?quote }
}
ORDER BY ?action ?text ?paragraph ?quote"""


def with_actions(graph: KnowledgeGraph, found: Found) -> Found:
    """Decisions on one item with the few actions that arose there; others as they are."""
    items = graph.values_of(found.facts, t.ON_ITEM)
    if len(items) < len(found.facts) or len(set(items.values())) != 1:
        return found
    rows = list(graph.select(_ARISING % iri_list(found.facts)).dicts())
    texts = list(dict.fromkeys(str(row["text"]) for row in rows))
    said = [text for text in texts if text not in found.answer]
    if not said or len(texts) > MOST:
        return found
    stated = [quote_of(row) for row in rows if row["text"] in said]
    told = (f"Action: {text}" for text in said)
    return replace(found, answer="\n".join((found.answer, *told)), quotes=(*found.quotes, *stated))
