"""The names the graph holds, and finding them in a question.

People, boards, bodies, councils and programmes are found by the longest match
over every form in which the graph has them written; no model is asked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.graphs.terms import local_name
from queries.texts.wording import stopwords, tokens

_POSSESSIVE = re.compile(r"['’]s\b")

_NAMES = """
SELECT DISTINCT ?iri ?class ?label ?preferred WHERE {
  VALUES ?class { foaf:Person mb:Board mb:Council mb:Organisation mb:Programme }
  ?iri a ?class .
  { ?iri skos:prefLabel|foaf:name ?label . BIND(true AS ?preferred) }
  UNION
  { ?iri skos:altLabel ?label . BIND(false AS ?preferred) }
}
ORDER BY ?iri ?class DESC(?preferred) ?label
"""
_LONGEST = 12
"""The longest name that is looked for, in words."""


@dataclass(frozen=True, slots=True)
class Name:
    """One form in which a resource is named; ``kind`` is its class ("Person", "Board")."""

    iri: str
    kind: str
    label: str
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text at ``start`` to ``end`` (half-open).

    ``iris`` holds every resource that the words may mean, sorted; ``kind`` is the class of
    the first; ``labels`` every form in which they are written, the preferred ones first.
    """

    iris: tuple[str, ...]
    kind: str
    labels: tuple[str, ...]
    start: int
    end: int


class Names:
    """A gazetteer: every form of every name, ready for the longest match."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._forms: dict[tuple[str, ...], list[Name]] = {}
        self._labels: dict[str, list[Name]] = {}
        for name in names:
            key = _key(name.label)
            if key:
                self._forms.setdefault(key, []).append(name)
                if key[0] == "the" and len(key) > 2:
                    self._forms.setdefault(key[1:], []).append(name)
                self._labels.setdefault(name.iri, []).append(name)
        self._surnames = _surnames(self._labels)
        self._initials = _initials(self._labels)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names in a text, longest first at each place, never overlapping."""
        return tuple(self._found(text))

    def labels(self, iri: str) -> tuple[str, ...]:
        """Every form in which a resource is written, the preferred ones first."""
        names = sorted(self._labels.get(iri, ()), key=lambda name: (not name.preferred, name.label))
        return tuple(dict.fromkeys(name.label for name in names))

    def _found(self, text: str) -> Iterator[Mention]:
        words = tokens(text)
        shouting = text[1:] == text[1:].lower()
        at = 0
        while at < len(words):
            length, names = self._longest(text, words[at : at + _LONGEST], shouting)
            if length == 1 and names == self._surnames.get(_key(words[at][0])):
                names = [name for name in names if _may_be(name.label, text, words, at)]
            if names:
                yield self._mention(names, words[at][1], words[at + length - 1][2])
            at += max(length, 1)

    def _longest(
        self, text: str, words: list[tuple[str, int, int]], lower: bool
    ) -> tuple[int, list[Name]]:
        for length in range(len(words), 0, -1):
            key = _key(text[words[0][1] : words[length - 1][2]])
            names = self._forms.get(key, [])
            if length == 1:
                names = [name for name in names if _fits(words[0][0], name.label, lower)]
                names = names or self._short(words[0][0], key)
            if names:
                return length, names
        return 0, []

    def _short(self, word: str, key: tuple[str, ...]) -> list[Name]:
        """What a word may stand for that no paper gives as a name: initials, or a surname."""
        names = self._initials.get(word, [])
        return names or (self._surnames.get(key, []) if word[0].isupper() else [])

    def _mention(self, names: list[Name], start: int, end: int) -> Mention:
        iris = tuple(sorted({name.iri for name in names}))
        kinds = {name.iri: name.kind for name in names}
        labels = dict.fromkeys(label for iri in iris for label in self.labels(iri))
        return Mention(iris, kinds[iris[0]], tuple(labels), start, end)


def load_names(graph: KnowledgeGraph) -> Names:
    """The names of a graph."""
    rows = graph.select(_NAMES).rows
    return Names(
        Name(str(iri), local_name(str(kind)), str(label), bool(preferred))
        for iri, kind, label, preferred in rows
    )


def _key(text: str) -> tuple[str, ...]:
    """A form without case, possessives and punctuation; "and" and "&" are one."""
    bare = _POSSESSIVE.sub("", text.replace("&", " and ")).casefold()
    return tuple(word for word, _, _ in tokens(bare))


def _fits(word: str, label: str, lower: bool) -> bool:
    """Whether a single word of a question may be a one-word name.

    It must bear a capital; in a question all in lower case it must not be an ordinary word.
    """
    if word[0].isupper() or word == label:
        return word.casefold() not in stopwords() or word.isupper()
    return lower and word not in stopwords() and word not in table("questions")["ordinary"]


def _may_be(label: str, text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    """Whether a word may be the surname of somebody, and is not a part of another name.

    No other word with a capital may stand after it ("Hall Lane"), nor may it be joined with one
    by a hyphen. Before one that names other things too may stand a title, or what may be a name of
    theirs ("Jo Hall", not "Mill Hall").
    """
    surname, start, end = words[at]
    if "-" in (text[end : end + 1], text[:start][-1:]) and "-" not in label:
        return False
    leads = at + 1 < len(words) and text[end : words[at + 1][1]].isspace()
    if leads and words[at + 1][0][0].isupper():
        return False
    people = table("people")
    follows = at > 0 and text[words[at - 1][2] : start].isspace()
    if surname not in people["surnames_too"] or not follows:
        return True
    before = words[at - 1][0]
    own = before[0] == label[0] or not before[0].isupper() or before.casefold() in stopwords()
    return own or before in people["titles"]


def _surnames(labels: dict[str, list[Name]]) -> dict[tuple[str, ...], list[Name]]:
    """People by their last word alone."""
    found: dict[tuple[str, ...], dict[str, Name]] = {}
    for iri, names in labels.items():
        for name in names:
            words = _key(name.label)
            if name.kind == "Person" and len(words) > 1:
                found.setdefault(words[-1:], {}).setdefault(iri, name)
    return {key: list(names.values()) for key, names in found.items()}


def _initials(labels: dict[str, list[Name]]) -> dict[str, list[Name]]:
    """Boards by the initials of their names ("IIB"), three letters or more."""
    found: dict[str, dict[str, Name]] = {}
    for iri, names in labels.items():
        for name in names:
            letters = "".join(word[0] for word, _, _ in tokens(name.label) if word[0].isupper())
            if name.kind == "Board" and len(letters) > 2:
                found.setdefault(letters, {}).setdefault(iri, name)
    return {key: list(names.values()) for key, names in found.items()}
