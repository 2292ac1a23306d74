"""The first lines of papers: their titles and running heads, which may alone name their body."""

from kg.store.graph import KnowledgeGraph
from queries.texts.wording import small_words

_FIRST = """SELECT DISTINCT ?document ?ordinal ?text ?form
WHERE {
  VALUES ?ordinal { 0 1 2 3 4 5 }
  ?paragraph mb:ordinal ?ordinal ; mb:inDocument ?document ; mb:text ?text ; mb:kind ?form
}
ORDER BY ?document ?ordinal ?text ?form"""
_FURNITURE = "furniture"
_LINES = 3
"""How many paragraphs are first ones; the first that is no furniture is one in any case."""
_SHORT = 200
"""Characters of a first line that are looked at."""


def first_words(graph: KnowledgeGraph) -> dict[str, frozenset[str]]:
    """The words in the first lines of each paper (IRI), in small letters."""
    found: dict[str, set[str]] = {}
    opened: set[str] = set()
    for document, ordinal, text, form in graph.select(_FIRST).rows:
        opens = form != _FURNITURE and str(document) not in opened
        if opens or int(str(ordinal)) < _LINES:
            found.setdefault(str(document), set()).update(small_words(str(text)[:_SHORT]))
        opened |= {str(document)} if opens else set()
    return {document: frozenset(words) for document, words in found.items()}
