"""A window of a paper: its paragraphs from one place in it to another, in order."""

from dataclasses import dataclass

from kg.store.graph import Iri, KnowledgeGraph
from queries.graphs.place import Place
from queries.graphs.sources import text_of

_WINDOW = """SELECT ?paragraph ?ordinal ?text ?form ?number ?heading
WHERE {
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text .
  OPTIONAL { ?paragraph mb:kind ?form }
  OPTIONAL { ?paragraph mb:number ?number }
  OPTIONAL { ?paragraph mb:heading ?heading }
  FILTER(?ordinal >= ?first && ?ordinal <= ?last)
}
ORDER BY ?ordinal ?paragraph ?form ?number ?heading"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A paragraph (an IRI) as those near it see it; the rest is as in `Place`."""

    paragraph: str
    ordinal: int
    text: str
    form: str | None
    number: str | None
    heading: str | None

    @property
    def quoted(self) -> tuple[str, str]:
        """Its IRI and its text."""
        return self.paragraph, self.text


def window(graph: KnowledgeGraph, document: str, first: int, last: int) -> list[Neighbour]:
    """The paragraphs of a document (an IRI) from one ordinal up to and with another."""
    rows = graph.select(_WINDOW, document=Iri(document), first=first, last=last).rows
    return [
        Neighbour(str(paragraph), int(str(ordinal)), str(text), *map(text_of, rest))
        for paragraph, ordinal, text, *rest in rows
    ]


def around(graph: KnowledgeGraph, place: Place, before: int, behind: int) -> list[Neighbour]:
    """A paragraph with so many before it and so many behind it."""
    return window(graph, place.document, place.ordinal - before, place.ordinal + behind)


def ahead(graph: KnowledgeGraph, place: Place, most: int) -> list[Neighbour]:
    """The paragraphs before one, so many at most."""
    return window(graph, place.document, place.ordinal - most, place.ordinal - 1)


def behind(graph: KnowledgeGraph, place: Place, most: int) -> list[Neighbour]:
    """The paragraphs after one, so many at most."""
    return window(graph, place.document, place.ordinal + 1, place.ordinal + most)
