"""The names the graph holds, and finding them in a question.

People, boards, bodies, councils and programmes are found by the longest match
over every form in which the graph has them written; no model is asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from embeddings.facts import FactIndex
from embeddings.names import Key, Name, key
from kg.tables.load import table
from queries.texts.wording import stopwords, tokens

_LONGEST = 12
"""The longest name that is looked for, in words."""


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


class Gazetteer(Protocol):
    """Knows what resources are named, and finds their names in texts."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names in a text, longest first at each place, never overlapping."""
        ...

    def labels(self, iri: str) -> tuple[str, ...]:
        """Every form in which a resource is written, the preferred ones first."""
        ...


class IndexedNames:
    """The names of a library, looked up in its index of facts; what was found is remembered."""

    def __init__(self, index: FactIndex) -> None:
        self._index = index
        self._labels: dict[str, tuple[str, ...]] = {}

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names in a text, longest first at each place, never overlapping."""
        words = tokens(text)
        starts = range(len(words))
        ends = ((at, end) for at in starts for end in words[at : at + _LONGEST])
        forms = {key(text[words[at][1] : end[2]]) for at, end in ends}
        singles = {key(word) for word, _, _ in words}
        near = self._index.named(forms, singles, {word for word, _, _ in words})
        return Names(near).mentions(text)

    def labels(self, iri: str) -> tuple[str, ...]:
        """Every form in which a resource is written, the preferred ones first."""
        return self.labels_of([iri])[iri]

    def labels_of(self, iris: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The labels of several resources (IRIs), looked up at once."""
        wanted = list(iris)
        unknown = [iri for iri in wanted if iri not in self._labels]
        held = Names(self._index.names_of(unknown))
        self._labels.update({iri: held.labels(iri) for iri in unknown})
        return {iri: self._labels[iri] for iri in wanted}


class Names:
    """A gazetteer of names at hand: every form of them, ready for the longest match."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._forms: dict[Key, list[Name]] = {}
        self._labels: dict[str, list[Name]] = {}
        self._surnames: dict[Key, dict[str, Name]] = {}
        self._initials: dict[str, dict[str, Name]] = {}
        self._shorts: dict[Key, dict[str, Name]] = {}
        for name in names:
            forms = list(filter(None, name.keys))
            for one in forms:
                self._forms.setdefault(one, []).append(name)
            if forms:
                self._labels.setdefault(name.iri, []).append(name)
            if name.surname:
                self._surnames.setdefault(name.surname, {}).setdefault(name.iri, name)
            for one in name.shorts:
                self._shorts.setdefault(one, {}).setdefault(name.iri, name)
            if name.initials:
                self._initials.setdefault(name.initials, {}).setdefault(name.iri, name)

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
            if length == 1 and names == self._by_surname(key(words[at][0])):
                names = [name for name in names if _may_be(name.label, text, words, at)]
            if names:
                yield self._mention(names, words[at][1], words[at + length - 1][2])
            at += max(length, 1)

    def _longest(
        self, text: str, words: list[tuple[str, int, int]], lower: bool
    ) -> tuple[int, list[Name]]:
        for length in range(len(words), 0, -1):
            form = key(text[words[0][1] : words[length - 1][2]])
            names = self._forms.get(form, [])
            if not names and _may_be_short(words[0][0], length, lower):
                names = self._in_short(form)
            if length == 1:
                names = [name for name in names if _fits(words[0][0], name.label, lower)]
                names = names or self._short(words[0][0], form)
            if names:
                return length, names
        return 0, []

    def _short(self, word: str, form: Key) -> list[Name]:
        """What a word may stand for that no paper gives as a name: initials, or a surname."""
        names = list(self._initials.get(word, {}).values())
        return names or (self._by_surname(form) if word[0].isupper() else [])

    def _in_short(self, form: Key) -> list[Name]:
        """The one board that may be called so in short; none where several may."""
        found = list(self._shorts.get(form, {}).values())
        return found if len(found) == 1 else []

    def _by_surname(self, form: Key) -> list[Name]:
        """People by their last word alone."""
        return list(self._surnames.get(form, {}).values())

    def _mention(self, names: list[Name], start: int, end: int) -> Mention:
        iris = tuple(sorted({name.iri for name in names}))
        kinds = {name.iri: name.kind for name in names}
        labels = dict.fromkeys(label for iri in iris for label in self.labels(iri))
        return Mention(iris, kinds[iris[0]], tuple(labels), start, end)


def _may_be_short(word: str, length: int, lower: bool) -> bool:
    """Whether what begins with a word may be a short name: initials in capitals, else a name with
    a capital, or of a question in small letters.
    """
    return word.isupper() if length == 1 else lower or word[0].isupper()


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
