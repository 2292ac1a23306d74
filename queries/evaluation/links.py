"""Links between papers: decisions on what was asked, agenda items in their minutes.

The gold says of a decision which recommendations it decides on, and of an agenda item which
other papers give it. A link is a row like a fact: it is right when both its ends are. What
others recommend is left out, since a board decides on the responses to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.store.graph import KnowledgeGraph
from queries.evaluation.facts import (
    FactRow,
    Key,
    Score,
    Spec,
    pair_rows,
    same_meeting,
    same_name,
    same_number,
    same_text,
)
from queries.evaluation.naming import file_of

GoldRecord = Mapping[str, Any]
"""A record of gold, as its JSON has it."""

DECIDED, MINUTED = "decisions on recommendations", "agenda items in other papers"
SPECS = {
    DECIDED: Spec(DECIDED, (Key("decided", same_text), Key("asked", same_text))),
    MINUTED: Spec(
        MINUTED,
        (Key("meeting", same_meeting), Key("number", same_number), Key("file", same_name)),
    ),
}
"""The kinds of link that are scored, in the order of a report."""
_QUERIES = {
    DECIDED: """
SELECT DISTINCT ?file ?decided ?asked {
  ?decision a mb:Decision ; mb:text ?decided ; mb:decidesOn ?recommendation ;
    mb:statedIn/mb:inDocument/mb:fileName ?file .
  ?recommendation mb:text ?asked .
  FILTER NOT EXISTS { ?recommendation mb:kind "external" }
}
""",
    MINUTED: """
SELECT DISTINCT ?file ?meeting ?number {
  ?item a mb:AgendaItem ; mb:itemNumber ?number ; mb:atMeeting ?at ;
    mb:statedIn/mb:inDocument ?document ; mb:statedIn/mb:inDocument ?other .
  FILTER(?document != ?other)
  ?document mb:fileName ?file .
  ?at dct:date ?day ; mb:heldBy/skos:prefLabel ?board .
  BIND(CONCAT(STR(?day), " ", ?board) AS ?meeting)
}
""",
}


def rows_of_gold(
    decisions: Iterable[GoldRecord], recommendations: Iterable[GoldRecord], items: Iterable[FactRow]
) -> dict[str, tuple[FactRow, ...]]:
    """The links of a gold; a kind of which it says nothing is left out.

    ``items`` are the rows of agenda items, with a ``file`` for each paper that gives one.
    """
    asked = {
        one["id"]: str(one["text"])
        for one in recommendations
        if "id" in one and str(one.get("kind", "board")).startswith("board")
    }
    decided = [
        FactRow(
            {
                "decided": (str(one["text"]),),
                "asked": (asked[iri],),
                "file": (one.get("file") or "",),
            }
        )
        for one in decisions
        for iri in one.get("decides_on") or ()
        if iri in asked
    ]
    minuted = [
        FactRow({**item.values, "file": (file,)})
        for item in items
        for file in item.get("file")
        if len(item.get("file")) > 1
    ]
    found = {DECIDED: tuple(decided), MINUTED: tuple(minuted)}
    return {kind: rows for kind, rows in found.items() if rows}


def links_from_graph(graph: KnowledgeGraph) -> dict[str, list[FactRow]]:
    """The links of a library, by kind."""
    return {kind: list(_rows(graph, query)) for kind, query in _QUERIES.items()}


def _rows(graph: KnowledgeGraph, query: str) -> Iterator[FactRow]:
    for solution in sorted(graph.select(query).dicts(), key=str):
        yield FactRow({name: (str(value),) for name, value in solution.items()})


def score_links(
    gold: Mapping[str, Sequence[FactRow]],
    found: Mapping[str, Sequence[FactRow]],
    files: tuple[str, ...],
) -> dict[str, Score]:
    """Scores by kind of link, of the papers whose names the gold has (``files``)."""
    return {
        kind: pair_rows(rows, list(_covered(found.get(kind, ()), files)), SPECS[kind])
        for kind, rows in gold.items()
    }


def _covered(rows: Iterable[FactRow], files: tuple[str, ...]) -> Iterator[FactRow]:
    for row in rows:
        named = {file_of(file, files) for file in row.get("file")} - {None}
        if named:
            yield FactRow({**row.values, "file": tuple(sorted(filter(None, named)))})
