"""The names of the graph as the index of facts holds them: each found by a form of it.

So a question costs as many look-ups as it has words, however many people and bodies the papers
name.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby, pairwise, takewhile
from typing import TypeAlias

from embeddings.statements import narrowings
from embeddings.stems import tokens, without_possessives
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table, words
from kg.terms import local_name

_NAMES = """
SELECT DISTINCT ?iri ?class ?label ?preferred WHERE {
  %s
  VALUES ?class { foaf:Person mb:Board mb:Council mb:Organisation mb:Programme }
  ?iri a ?class .
  { ?iri skos:prefLabel|foaf:name ?label . BIND(true AS ?preferred) }
  UNION
  { ?iri skos:altLabel ?label . BIND(false AS ?preferred) }
}
ORDER BY ?iri ?class DESC(?preferred) ?label
"""
_SHORTEST = 3
"""The fewest letters of the initials of a board or council."""
_SHORTENED = frozenset({"Board", "Council"})
"""What is called by its initials though no paper says for what they stand."""
_SEVERAL = 2
_OF_COUNCILS = frozenset({"council", "councils"})
"""Words whose initials are of a council, and of none of its bodies."""
_OF_WHOM = ("board", "of")
"""How "Board of Trustees" begins, which is called a board."""
Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """One form in which a resource is named; ``kind`` is its class ("Person", "Board")."""

    iri: str
    kind: str
    label: str
    preferred: bool = False

    @property
    def keys(self) -> list[Key]:
        """The keys by which it is found: with and without an article at its beginning."""
        whole = key(self.label)
        return [whole, whole[1:]] if whole[:1] == ("the",) and len(whole) > 2 else [whole]

    @property
    def shorts(self) -> list[Key]:
        """The keys of what a board is called in short: one or two of the words of its name on end
        before what it is, "highways committee" of "Highways, Transport and Waste Committee", or
        the last of its initials, "IJB" of "Marle and Quay Integration Joint Board".
        """
        own = key(self.label) if self.kind == "Board" else ()
        noun = _noun_of(own)
        told = [word for word in own[: len(own) - len(noun)] if word not in _untelling()]
        if len(own) < len(noun) + _SEVERAL or not noun:
            return []
        some: set[Key] = {(word, noun[0]) for word in told}
        some |= {(one, other, noun[0]) for one, other in pairwise(told)}
        behind = takewhile(lambda word: word not in _OF_COUNCILS, reversed(own))
        letters = "".join(word[0] for word in behind if word not in words("bodies", "small"))[::-1]
        ends = (letters[at:] for at in range(len(letters) - _SHORTEST + 1))
        return sorted(some | {(end,) for end in ends})

    @property
    def surname(self) -> Key:
        """The key of a person's last word, empty where there is no other and for all else."""
        own = key(self.label)
        return own[-1:] if self.kind == "Person" and len(own) > 1 else ()

    @property
    def initials(self) -> str:
        """The initials of a board ("IIB") or of a council's own name ("BCP"), at least three
        capitals, empty for all else.
        """
        besides = table("councils")["type_words"] if self.kind == "Council" else ()
        own = (word for word, _, _ in tokens(self.label) if word.lower() not in besides)
        letters = "".join(word[0] for word in own if word[0].isupper())
        return letters if self.kind in _SHORTENED and len(letters) >= _SHORTEST else ""


@cache
def _untelling() -> frozenset[str]:
    """The words of names that tell no body from another: small ones, and what many bodies are."""
    types = chain.from_iterable(table("councils")["type_words"].values())
    return frozenset(types).union(words("bodies", "small"), words("organs", "in_general"))


def _noun_of(own: Key) -> Key:
    """What a board is, by the end of the key of its name: "committee", "board of trustees"."""
    if own[-3:-1] == _OF_WHOM:
        return own[-3:]
    nouns = {noun.casefold() for noun in words("organs", "nouns") if noun.isalpha()}
    return own[-1:] if own and own[-1] in nouns else ()


def key(text: str) -> Key:
    """A form without case, possessives and punctuation; "and" and "&" are one."""
    bare = without_possessives(text.replace("&", " and ")).casefold()
    return tuple(word for word, _, _ in tokens(bare))


def names(graph: KnowledgeGraph, iris: Iterable[str] | None = None) -> Iterator[list[Name]]:
    """The names of each resource that has any, or of those with some IRIs; the preferred first."""
    rows = (
        row for narrowed in narrowings("iri", iris) for row in graph.select(_NAMES % narrowed).rows
    )
    for iri, some in groupby(rows, key=lambda row: str(row[0])):
        yield [
            Name(iri, local_name(str(kind)), str(label), bool(preferred))
            for _, kind, label, preferred in some
        ]


def written(told: list[Name]) -> str:
    """The names of one resource as text, for `read`."""
    rows = [(one.kind, one.label, one.preferred) for one in told]
    return json.dumps([told[0].iri, rows], ensure_ascii=False)


def read(told: str) -> list[Name]:
    """The names of one resource from what `written` made of them."""
    iri, rows = json.loads(told)
    return [Name(iri, *row) for row in rows]
