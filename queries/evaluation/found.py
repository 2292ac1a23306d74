"""The facts of a library, as rows to compare with the gold.

``file`` of a row is the base name of the paper that states it.
"""

from importlib.resources import files

from kg.store.graph import KnowledgeGraph
from queries.evaluation.facts import FactRow
from queries.evaluation.specs import SPECS

FactRows = dict[str, list[FactRow]]


def rows_from_graph(graph: KnowledgeGraph) -> FactRows:
    """Rows by type from the papers of a library, by the queries beside this module."""
    folder = files("queries.evaluation").joinpath("sparql")
    return {
        name: _gathered(graph, folder.joinpath(f"{name}.rq").read_text("utf-8")) for name in SPECS
    }


def _gathered(graph: KnowledgeGraph, query: str) -> list[FactRow]:
    """The solutions of a query with equal ``?row`` as one row; each value is an alternative."""
    rows: dict[str, dict[str, set[str]]] = {}
    for solution in graph.select(query).dicts():
        fields = rows.setdefault(str(solution.pop("row")), {})
        for name, value in solution.items():
            if value is not None:
                fields.setdefault(name, set()).add(str(value))
    return [
        FactRow({name: tuple(sorted(values)) for name, values in fields.items()})
        for _, fields in sorted(rows.items())
    ]
