"""The councils as quads of the graph of reference data."""

from collections.abc import Iterator

from kg import terms as t
from kg.rdf.conversion.statements import Quad, Statements
from kg.rdf.iris import Iris
from kg.reference import Council, Councils


def quads(councils: Councils, iris: Iris) -> Iterator[Quad]:
    """Every council with its names, codes, last day and successors."""
    statements = Statements(iris.graph("reference"))
    for council in councils.all():
        _council(statements, council, iris)
    return iter(statements)


def _council(out: Statements, council: Council, iris: Iris) -> None:
    iri = out.a(iris.council(council.code), t.COUNCIL)
    out.add(iri, t.PREF_LABEL, council.name)
    out.add(iri, t.ALT_LABEL, *council.aliases)
    out.add(iri, t.IDENTIFIER, council.code)
    out.add(iri, t.GSS_CODE, council.gss)
    out.add(iri, t.COUNCIL_TYPE, council.type)
    out.add(iri, t.VALID_UNTIL, council.valid_until)
    out.link(iri, t.REPLACED_BY, *(iris.council(code) for code in council.replaced_by))
