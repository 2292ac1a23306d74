"""The graph as a network: people, bodies, meetings, items, decisions and programmes.

Nodes are IRIs with ``label`` and ``type`` (and ``date`` where there is one); edges
are undirected and carry ``relation`` (the relations between the two, joined by
", ") and ``weight`` (how many there are). networkx does what is a graph algorithm.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import NotFound
from kg.rdf.papers import PaperDays
from kg.reading.normalise import visible
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.graphs.terms import local_name
from queries.understanding.periods import long_date

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.Graph[str]

_NODES = """
SELECT DISTINCT ?node ?type ?label ?date {
  VALUES ?type {
    foaf:Person mb:Board mb:Organisation mb:Council mb:Programme mb:Meeting mb:AgendaItem
    mb:Report mb:Recommendation mb:Decision mb:Action mb:Matter
  }
  ?node a ?type .
  OPTIONAL { ?node foaf:name|skos:prefLabel|dct:title|mb:text ?named }
  OPTIONAL { ?node dct:date ?date }
  OPTIONAL { ?node mb:heldBy/skos:prefLabel ?board }
  BIND(COALESCE(?named, CONCAT(?board, ", ", STR(?date))) AS ?label)
}
"""
EDGES = """
SELECT DISTINCT ?one ?relation ?other%s {
  %s
  {
    VALUES ?relation {
      mb:heldBy mb:atMeeting mb:presentedBy mb:onItem mb:contactOfficer mb:madeIn mb:madeBy
      mb:addressedTo mb:decidedAt mb:decidesOn mb:delegatesTo mb:movedBy mb:secondedBy
      mb:arisesFrom mb:assignedTo
      mb:runBy org:unitOf mb:nextMeeting
    }
    ?one ?relation ?other .
    BIND(?one AS ?fact)
  }
  UNION { ?fact a mb:Attendance ; mb:person ?one ; mb:atMeeting ?other .
          BIND("attended" AS ?relation) }
  UNION { ?fact a mb:Attendance ; mb:person ?one ; mb:representing ?other .
          BIND("represents" AS ?relation) }
  UNION { ?fact mb:substituteFor ?other ; mb:person ?one . BIND("substitute for" AS ?relation) }
  UNION { ?fact a org:Membership ; org:member ?one ; org:organization ?other .
          BIND("member of" AS ?relation) }
  UNION { ?fact a org:Membership ; org:member ?one ; mb:representing ?other .
          BIND("represents" AS ?relation) }
  UNION { ?matter mb:step/mb:concerns ?other . BIND(?matter AS ?one) BIND("step" AS ?relation)
          BIND(?other AS ?fact) }
  UNION { VALUES ?type { mb:Programme mb:Council mb:Organisation }
          ?other a ?type . ?fact mb:mentions ?other ; mb:onItem ?one .
          BIND("speaks of" AS ?relation) }
  UNION { VALUES ?type { mb:Programme mb:Council mb:Organisation }
          VALUES ?told { mb:Recommendation mb:Decision mb:Action }
          ?other a ?type ; skos:prefLabel|skos:altLabel ?form . ?fact mb:mentions ?other .
          ?one mb:statedIn ?fact ; a ?told ; mb:text ?text . FILTER(CONTAINS(?text, ?form))
          BIND("names" AS ?relation) }
}
"""
"""Every edge, and the resource or paragraph ``?fact`` that states it where that is asked for:
the places are for " ?fact" and for what narrows the edges.
"""


_INFERRED = """
SELECT ?one ?relation ?other {
  ?link a mb:Link ; mb:basis "inferred" ;
    rdf:subject ?one ; rdf:predicate ?relation ; rdf:object ?other .
}
"""
_STATED = """
SELECT DISTINCT ?fact ?document {
  { ?fact mb:statedIn/mb:inDocument ?document } UNION { ?fact mb:inDocument ?document }
}
"""


SPEAKS = 2
"""What it adds to the cost of an edge of a way that an item only speaks of something."""


class NotJoined(NotFound):
    """Two resources between which there is no way."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A node on the way, and the relation that leads to it from the one before."""

    iri: Iri
    type: str
    label: str
    relation: str | None


def network(
    graph: KnowledgeGraph, as_of: date | None = None, quoted_only: bool = False
) -> "Network":
    """The network of a graph, its nodes and edges in order of IRI.

    :param as_of: only what papers up to that day say.
    :param quoted_only: without the links that no paper states.

    A meeting or item that is only referred to and has no label is left out, and so are
    councils that no paper ties to anything. Attendance counts whatever its status.
    """
    import networkx as nx

    made: Network = nx.Graph()
    for node, kind, label, day in sorted(graph.select(_NODES).rows, key=_text_order):
        if label is not None and str(node) not in made:
            dated = {"date": day.isoformat()} if isinstance(day, date) else {}
            made.add_node(str(node), label=visible(str(label)), type=local_name(str(kind)), **dated)
    for one, relation, other in sorted(_edges(graph, as_of, quoted_only), key=_text_order):
        if one != other and str(one) in made and str(other) in made:
            _join(made, str(one), str(other), local_name(str(relation)))
    alone = [node for node in nx.isolates(made) if made.nodes[node]["type"] == "Council"]
    made.remove_nodes_from(alone)
    return made


def _edges(
    graph: KnowledgeGraph, as_of: date | None, quoted_only: bool
) -> Iterator[tuple[Value, ...]]:
    """The edges; a fact that only papers after ``as_of`` state joins nothing."""
    inferred = {tuple(row) for row in graph.select(_INFERRED).rows} if quoted_only else set()
    if as_of is None:
        rows = [(*row, None) for row in graph.select(EDGES % ("", "")).rows]
    else:
        rows = [(*row,) for row in graph.select(EDGES % (" ?fact", "")).rows]
    told = _first_told(graph) if as_of else {}
    for one, relation, other, fact in rows:
        late = as_of is not None and told.get(str(fact), date.min) > as_of
        guessed = quoted_only and (relation == "step" or (one, relation, other) in inferred)
        if not late and not guessed:
            yield one, relation, other


def _first_told(graph: KnowledgeGraph) -> dict[str, date]:
    """The day of the first paper that states each fact, or holds each paragraph."""
    days, told = PaperDays(graph), dict[str, date]()
    for fact, document in graph.select(_STATED).rows:
        day = days.of(str(document)) or date.min
        told[str(fact)] = min(day, told.get(str(fact), day))
    return told


def shortest_path(
    graph: KnowledgeGraph,
    start: Iri,
    end: Iri,
    as_of: date | None = None,
    quoted_only: bool = False,
) -> tuple[Stop, ...]:
    """How two resources hang together: the stops of a most telling way, both ends included.

    What joins much says little, so that a node counts the more, the more it joins. Of several
    such ways always the same is given; ``as_of`` and ``quoted_only`` as in `network`.

    :raises NotFound: one of the two is not in the network.
    :raises NotJoined: nothing joins them.
    """
    import networkx as nx

    made = network(graph, as_of, quoted_only)
    for end_point in (start, end):
        if end_point not in made:
            raise NotFound(f"{end_point} is no person, body, meeting or business of the library")
    try:
        way = nx.dijkstra_path(made, str(start), str(end), weight=partial(_cost, made))
    except nx.NetworkXNoPath:
        raise NotJoined(f"nothing in the papers joins {start} and {end}") from None
    return _stops(made, way)


def _cost(made: "Network", one: str, other: str, edge: Mapping[str, object]) -> float:
    """How little an edge says: 1, half the binary logarithm of how much either end joins, and
    more where an item only speaks of something.
    """
    only_speaks = SPEAKS if edge["relation"] == "speaks of" else 0
    return 1 + only_speaks + (log2(made.degree[one]) + log2(made.degree[other])) / 2


def _join(made: "Network", one: str, other: str, relation: str) -> None:
    if made.has_edge(one, other):
        edge = made.edges[one, other]
        relations = sorted({*edge["relation"].split(", "), relation})
        edge.update(relation=", ".join(relations), weight=len(relations))
    else:
        made.add_edge(one, other, relation=relation, weight=1)


def _stops(made: "Network", way: list[str]) -> tuple[Stop, ...]:
    relations = [None, *(made.edges[pair]["relation"] for pair in pairwise(way))]
    return tuple(
        Stop(Iri(node), made.nodes[node]["type"], _called(made.nodes[node]), relation)
        for node, relation in zip(way, relations, strict=True)
    )


def _called(node: Mapping[str, str]) -> str:
    """What people call a node: a meeting by its board and day ("Quay Board, 3 March 2021")."""
    day = node.get("date") if node["type"] == "Meeting" else None
    return node["label"].replace(day, long_date(date.fromisoformat(day))) if day else node["label"]


def _text_order(row: tuple[Value, ...]) -> list[str]:
    return ["" if value is None else str(value) for value in row]
