"""Which matter a title speaks of."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.rdf.identity.identity import is_acronym
from kg.rdf.iris import tail_of
from kg.rdf.linking.paper_numbers import without_number
from kg.store.values import Iri
from kg.tables.load import matches, patterns, table
from kg.terms import PROGRAMME
from kg.vocabulary import folded

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

    def keys(self, title: str, board: str) -> list[MatterKey]:
        """The matters a title speaks of: its own on that board, and its programme's.

        None for the standing items that every agenda has; a title of a series, of what is only
        attached, or of generic words alone has none of its own.
        """
        if _matches("standing", title):
            return []
        found = []
        words = telling_words(title)
        if words and not _matches("series", title) and not _matches("attached", title):
            found.append(MatterKey("-".join((tail_of(board), *words))))
        programme = self.programme(title)
        if programme is not None:
            found.append(self.of_programme(programme))
        return found

    @staticmethod
    def of_programme(programme: str) -> MatterKey:
        """The matter of a programme, over boards and titles."""
        return MatterKey(tail_of(programme), programme)

    def programme(self, title: str) -> str | None:
        """The programme that a title names, by the longest of its names that stands there."""
        if (name := self._name(title)) is not None:
            return self._names[name]
        acronyms = (self._acronyms.get(word) for word in re.findall(r"\w+", title))
        return next((found for found in acronyms if found is not None), None)

    def named(self, title: str) -> str:
        """What the matter of a programme is called by a title that names it: its name alone."""
        name = self._name(title)
        found = re.search(r"\W+".join(name), title, re.IGNORECASE) if name else None
        return found.group() if found else plain_title(title)

    def _name(self, title: str) -> tuple[str, ...] | None:
        """The longest name of a programme, in folded words, that a title holds."""
        words = folded(title).split()
        for length in range(min(self._longest, len(words)), 1, -1):
            for start in range(len(words) - length + 1):
                name = tuple(words[start : start + length])
                if name in self._names:
                    return name
        return None


def telling_words(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others: no generic words, no numbers."""
    generic = {word.lower() for word in table("histories")["generic"]}
    said = folded(without_number(title)).split()
    words = (w for w in said if w not in generic and not _NUMERIC.fullmatch(w))
    return tuple(words)[:TELLING_WORDS]


def plain_title(title: str) -> str:
    """A title as a person would say it: no number in front, no "update on", no capitals all over.

    The title itself where nothing of it would be left.
    """
    plain = without_number(title)
    for pattern in patterns("histories", "around_title"):
        plain = pattern.sub("", plain).strip(" -–—:;,.")
    if not telling_words(plain):
        plain = title
    if plain.isupper() and " " in plain:
        plain = plain.capitalize()
    return plain[:1].upper() + plain[1:]


def _matches(kind: str, title: str) -> bool:
    return matches(title, "histories", kind)
