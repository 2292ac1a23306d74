"""Which matter a title speaks of."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.rdf.identity import is_acronym
from kg.rdf.iris import folded
from kg.rdf.terms import PROGRAMME
from kg.store.values import Iri
from kg.tables.load import patterns, table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

TELLING_WORDS = 12
"""How many words without the generic ones make two titles one."""

_FORMS = """
SELECT DISTINCT ?programme ?form WHERE {
  ?programme a ?type ; skos:prefLabel|skos:altLabel ?form
}
"""
_NUMERIC = re.compile(r"(?:\d+(?:st|nd|rd|th)?)")


@dataclass(frozen=True, slots=True, order=True)
class MatterKey:
    """The words that hold a matter together, and the programme it is about, if one."""

    words: str
    programme: str = ""


class Titles:
    """Titles read with the programmes in mind that a graph knows."""

    def __init__(self, graph: "KnowledgeGraph") -> None:
        self._acronyms: dict[str, str] = {}
        self._names: dict[tuple[str, ...], str] = {}
        for programme, form in sorted(
            tuple(map(str, row)) for row in graph.select(_FORMS, type=Iri(PROGRAMME)).rows
        ):
            if is_acronym(form):
                self._acronyms.setdefault(form, programme)
            elif len(words := tuple(folded(form).split())) > 1:
                self._names.setdefault(words, programme)
        self._longest = max(map(len, self._names), default=0)

    def key(self, title: str, board: str) -> MatterKey | None:
        """The matter a title speaks of: its programme's, else its own on that board.

        None for the standing items that every agenda has, and where a title is
        made of generic words only.
        """
        if any(pattern.search(title) for pattern in patterns("histories", "standing")):
            return None
        programme = self.programme(title)
        if programme is not None:
            return MatterKey(programme.rsplit("/", 1)[-1], programme)
        words = telling_words(title)
        if not words:
            return None
        return MatterKey("-".join((board.rsplit("/", 1)[-1], *words)))

    def programme(self, title: str) -> str | None:
        """The programme that a title names, by the longest of its names that stands there."""
        words = folded(title).split()
        for length in range(min(self._longest, len(words)), 1, -1):
            for start in range(len(words) - length + 1):
                found = self._names.get(tuple(words[start : start + length]))
                if found is not None:
                    return found
        acronyms = (self._acronyms.get(word) for word in re.findall(r"\w+", title))
        return next((found for found in acronyms if found is not None), None)


def telling_words(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others: no generic words, no numbers."""
    generic = set(table("histories")["generic"])
    words = (w for w in folded(title).split() if w not in generic and not _NUMERIC.fullmatch(w))
    return tuple(words)[:TELLING_WORDS]
