"""Who and what passages name."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.store.graph import KnowledgeGraph
from queries.answering.asking import Asking
from queries.graphs.terms import iri_list, local_name
from queries.search import Hit
from queries.texts.wording import says, tokens
from queries.understanding.aliases import initials_of
from queries.understanding.names import Mention

NAMED = re.compile(r"\b[A-Z][a-z’'][\w’'-]* (?:[A-Z]\.? )?[A-Z][a-z’'][\w’'-]*")
"""A name of two words, as of a person."""
_MENTIONED = """
SELECT DISTINCT ?paragraph ?class
WHERE {
  VALUES ?paragraph { %s }
  VALUES ?class { foaf:Person mb:Council }
  ?paragraph mb:mentions ?thing . ?thing a ?class
}
"""
_PEOPLE = """
SELECT DISTINCT ?paragraph ?person
WHERE { VALUES ?paragraph { %s } ?paragraph mb:mentions ?person . ?person a foaf:Person }
"""


def written_forms(asking: Asking, mention: Mention) -> Iterator[str]:
    """How papers may write what a question names: as it does, by another name, or somebody by
    initials or surname.
    """
    yield asking.question.text[mention.start : mention.end]
    yield from mention.labels
    yield from initials_of(mention)
    if mention.kind == "Person":
        yield mention.labels[0].split()[-1]


def naming_asked(asking: Asking, hits: Sequence[Hit]) -> set[str]:
    """The paragraphs that name the people of the question, or any where it is asked who."""
    asked = set(asking.question.named("Person"))
    if not asked and not says(asking.question.text, "whose"):
        return set()
    named = _people_in(asking.graph, [hit.place.paragraph for hit in hits])
    shorts = {one for mention in asking.question.mentions for one in initials_of(mention)}
    return {paragraph for paragraph, some in named.items() if not asked or asked & some} | {
        hit.place.paragraph
        for hit in hits
        if shorts & {word for word, _, _ in tokens(hit.place.text)}
    }


def _people_in(graph: KnowledgeGraph, paragraphs: Sequence[str]) -> Mapping[str, set[str]]:
    """The people that paragraphs mention, by paragraph."""
    found: dict[str, set[str]] = {}
    for paragraph, person in graph.select(_PEOPLE % iri_list(paragraphs)).rows:
        found.setdefault(str(paragraph), set()).add(str(person))
    return found


def mentioned_in(graph: KnowledgeGraph, paragraphs: Sequence[str]) -> Mapping[str, set[str]]:
    """The classes of what paragraphs mention, by paragraph."""
    found: dict[str, set[str]] = {}
    for paragraph, kind in graph.select(_MENTIONED % iri_list(paragraphs)).rows:
        found.setdefault(str(paragraph), set()).add(local_name(str(kind)))
    return found
