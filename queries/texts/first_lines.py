"""The first lines of papers: their titles and running heads, which may alone name their body."""

from kg.store.graph import KnowledgeGraph
from queries.texts.wording import small_words

_FIRST = """SELECT DISTINCT ?document ?text
WHERE {
  VALUES ?ordinal { 0 1 2 }
  ?paragraph mb:ordinal ?ordinal ; mb:inDocument ?document ; mb:text ?text
}
ORDER BY ?document ?text"""
_SHORT = 200
"""Characters of a first line that are looked at."""


def first_words(graph: KnowledgeGraph) -> dict[str, frozenset[str]]:
    """The words in the first lines of each paper (IRI), in small letters."""
    found: dict[str, set[str]] = {}
    for document, text in graph.select(_FIRST).rows:
        found.setdefault(str(document), set()).update(small_words(str(text)[:_SHORT]))
    return {document: frozenset(words) for document, words in found.items()}
