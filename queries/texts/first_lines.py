"""The first lines of papers: their titles and running heads, which may alone name their body."""

from kg.store.graph import KnowledgeGraph
from queries.graphs.terms import iri_list
from queries.texts.wording import small_words

_FIRST = """SELECT DISTINCT ?document ?text ?form
WHERE {
  VALUES ?ordinal { 0 1 2 }
  ?paragraph mb:ordinal ?ordinal ; mb:inDocument ?document ; mb:text ?text
  OPTIONAL { ?paragraph mb:kind ?form }
}
ORDER BY ?document ?text ?form"""
_OPENING = """SELECT ?document ?text
WHERE {
  VALUES ?document { %s }
  VALUES ?ordinal { 3 4 5 }
  ?paragraph mb:ordinal ?ordinal ; mb:inDocument ?document ; mb:text ?text ; mb:kind ?form
  FILTER(?form != "furniture")
}
ORDER BY ?document ?ordinal ?text"""
"""The lines after the first ones of papers, where those are but furniture."""
_SHORT = 200
"""Characters of a first line that are looked at."""


def first_words(graph: KnowledgeGraph) -> dict[str, frozenset[str]]:
    """The words in the first lines of each paper (IRI), in small letters; where those are about the
    file, also those of the first line after them.
    """
    found: dict[str, set[str]] = {}
    opened: set[str] = set()
    for document, text, form in graph.select(_FIRST).rows:
        found.setdefault(str(document), set()).update(_words(text))
        opened |= {str(document)} if form != "furniture" else set()
    unopened = sorted(found.keys() - opened)
    rows = graph.select(_OPENING % iri_list(unopened)).rows if unopened else ()
    for document, text in rows:
        if str(document) not in opened:
            found[str(document)].update(_words(text))
            opened.add(str(document))
    return {document: frozenset(words) for document, words in found.items()}


def _words(text: object) -> set[str]:
    return small_words(str(text)[:_SHORT])
