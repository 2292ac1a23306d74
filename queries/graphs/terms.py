"""Terms of the graph in the text of a query, written by one hand.

Values go into SPARQL only as the tokens that Oxigraph itself writes for them,
so that none can end its place and go on as a query.
"""

from collections.abc import Iterable

from kg.store.binding import bind
from kg.store.graph import Iri, Value
from kg.store.values import to_term
from kg.terms import local_name as local_name

MEANT = """
  OPTIONAL { ?form mb:mergedInto ?everywhere }
  OPTIONAL { ?joining mb:within ?document ; rdf:subject ?form ; rdf:object ?there }
  BIND(COALESCE(?there, ?everywhere, ?form) AS ?thing)
"""
"""What the union calls (?thing) that which the graph of a paper (?document) calls ?form."""


def is_iri(words: str) -> bool:
    """Whether words given for a resource are its IRI: absolute, as RFC 3987 has it."""
    try:
        to_term(Iri(words))
    except ValueError:
        return False
    return True


def iri_list(iris: Iterable[str]) -> str:
    """IRIs as the inside of a VALUES block.

    :raises ValueError: if one is no IRI.
    """
    return " ".join(str(to_term(Iri(iri))) for iri in iris)


def string_list(words: Iterable[str]) -> str:
    """Words as the inside of a VALUES block."""
    return " ".join(str(to_term(word)) for word in words)


def written_out(query: str, **values: Value) -> str:
    """A query with its bound variables written in, so that it can be shown and run as shown."""
    terms = {name: str(to_term(value)) for name, value in values.items() if value is not None}
    return bind(query, terms).strip()
