"""Programmes: named pieces of work, and the acronyms defined beside them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from kg.extraction.context import Context
from kg.extraction.mentions.plain_programmes import plain_names
from kg.extraction.mentions.programme_names import Sighting, is_coined, sightings
from kg.facts import Evidence, ProgrammeMention
from kg.model import Kind, Paragraph
from kg.vocabulary import first_words, folded, vocabulary

RULE = "programmes/3"

_USED = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")


@dataclass(slots=True)
class _Programme:
    """All that a document calls one thing: each form with how often it was shown."""

    forms: Counter[str] = field(default_factory=Counter)
    bare: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    run_by: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def keys(self) -> set[str]:
        """Every form in the words that different ways of writing share."""
        return {_stemmed(form) for form in (*self.forms, *self.bare)}

    @property
    def name(self) -> str:
        """The form shown most often; of several the longest, then the first in order."""
        return min(self.forms, key=lambda form: (-self.forms[form], -len(form), form))


def programmes(context: Context) -> tuple[ProgrammeMention, ...]:
    """Every mention of the programmes that the document names."""
    paragraphs = [p for p in context.document.paragraphs if p.kind is not Kind.FURNITURE]
    forms = _Forms(_named(context, paragraphs))
    return tuple(
        _mention(paragraph, match, programme)
        for paragraph in paragraphs
        for match, programme in forms.within(paragraph.text)
    )


def _named(context: Context, paragraphs: Sequence[Paragraph]) -> list[_Programme]:
    """The programmes that a document names, each once."""

    @cache
    def used() -> Counter[str]:
        return Counter(word for one in paragraphs for word in _USED.findall(one.text))

    def is_place(name: str) -> bool:
        return context.councils.find(name) is not None

    def is_used(word: str) -> bool:
        return is_coined(word) or used()[word] > 1

    found: dict[str, _Programme] = {}
    for paragraph in paragraphs:
        heading = paragraph.kind is Kind.HEADING
        for sighting in sightings(
            paragraph.text, heading=heading, is_place=is_place, is_used=is_used
        ):
            _add(found.setdefault(_key(sighting), _Programme()), sighting)
    _add_plain(found, paragraphs)
    return _without_kinds(found)


def _add_plain(found: dict[str, _Programme], paragraphs: Sequence[Paragraph]) -> None:
    """Names in small letters, where they are not those of a programme already found."""
    known = {key for one in found.values() for key in one.keys}
    for paragraph in paragraphs:
        for name in plain_names(paragraph.text):
            if not any(_stemmed(name).endswith(key) for key in known):
                seen = Sighting(name, kind=name.split()[-1])
                _add(found.setdefault(_stemmed(name), _Programme()), seen)


def _add(programme: _Programme, sighting: Sighting) -> None:
    programme.forms[sighting.name] += 1
    programme.bare |= {sighting.bare} if sighting.bare and " " in sighting.bare else set()
    programme.acronyms |= {sighting.acronym} if sighting.acronym else set()
    programme.run_by |= {sighting.run_by} if sighting.run_by else set()
    programme.kinds.update([sighting.kind] if sighting.kind else ())


def _key(sighting: Sighting) -> str:
    """What the ways of writing one name have in common.

    That is its words without number and articles, and without the kind behind
    two words or more: "One Quay Estate" and "the One Quay Estates programme".
    """
    bare = sighting.bare if sighting.bare and " " in sighting.bare else sighting.name
    return _stemmed(bare)


@cache
def _stemmed(name: str) -> str:
    return " ".join(_stem(word) for word in folded(name).split() if word != "the")


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _without_kinds(found: Mapping[str, _Programme]) -> list[_Programme]:
    """Shorter names joined to the one longer name that ends so; the kind of several left out.

    "Peer Visits" beside "Coast Peer Visits" is the same, beside "River Peer
    Visits" as well it is no name.
    """
    kept = dict(found)
    keys = {key: programme.keys for key, programme in found.items()}
    for key in sorted(found, key=lambda key: (len(key.split()), key)):
        tails = tuple(f" {tail}" for tail in keys[key])
        longer = [
            other
            for other, forms in keys.items()
            if other != key and any(form.endswith(tails) for form in forms)
        ]
        if len(longer) == 1:
            _join(kept[longer[0]], kept.pop(key))
            keys[longer[0]] |= keys.pop(key)
        elif longer and not kept[key].acronyms:
            del kept[key], keys[key]
    return [kept[key] for key in sorted(kept)]


def _join(programme: _Programme, other: _Programme) -> None:
    programme.forms.update(other.forms)
    programme.bare |= other.bare
    programme.acronyms |= other.acronyms
    programme.run_by |= other.run_by
    programme.kinds.update(other.kinds)


class _Forms:
    """Finds programmes in text: whole names in any case, shorter forms as they are written.

    An acronym of two programmes stands for neither.
    """

    def __init__(self, found: Sequence[_Programme]) -> None:
        holders = Counter(acronym for one in found for acronym in one.acronyms)
        self._any_case: dict[str, _Programme] = {}
        self._as_written: dict[str, _Programme] = {}
        for one in found:
            for form in one.forms:
                if " " in form:
                    self._any_case.setdefault(_straight(form).lower(), one)
            short = (acronym for acronym in one.acronyms if holders[acronym] == 1)
            for form in (*one.forms, *one.bare, *short):
                self._as_written.setdefault(_straight(form), one)
        firsts = first_words((*self._any_case, *self._as_written))
        self._firsts = firsts | {f"{word}s" for word in firsts}
        shorter = [form for form in self._as_written if form.lower() not in self._any_case]
        self._pattern = re.compile(
            rf"(?<![\w#-])(?<!\w[’'])(?:{_in_any_case(self._any_case)}|{_either(shorter)})"
            r"s?(?![\w-])"
        )

    def within(self, text: str) -> Iterator[tuple[re.Match[str], _Programme]]:
        """Every form in ``text`` with the programme it stands for."""
        if self._firsts.isdisjoint(vocabulary(text)):
            return
        for match in self._pattern.finditer(text):
            written = _straight(" ".join(match.group().split()))
            for form in (written, written.removesuffix("s")):
                one = self._as_written.get(form) or self._any_case.get(form.lower())
                if one is not None:
                    yield match, one
                    break


def _straight(form: str) -> str:
    return form.replace("’", "'")


def _either(forms: Iterable[str]) -> str:
    """An alternation of forms, the longest first; nothing matches where there are none."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    written = (re.escape(form).replace("'", "['’]").replace(r"\ ", r"\s+") for form in ordered)
    return "|".join(written) or r"(?!)"


def _in_any_case(forms: Iterable[str]) -> str:
    """The alternation of forms in small letters, by their first letters: quick to pass over."""
    by_letter = groupby(sorted(forms), key=lambda form: form[0])
    found = (
        f"[{re.escape(letter + letter.upper())}](?i:{_either(form[1:] for form in held)})"
        for letter, held in by_letter
    )
    return "|".join(found) or r"(?!)"


def _mention(paragraph: Paragraph, match: re.Match[str], programme: _Programme) -> ProgrammeMention:
    return ProgrammeMention(
        name=programme.name,
        written=match.group(),
        acronym=min(programme.acronyms, default=None),
        run_by=min(programme.run_by, default=None),
        kind=min(programme.kinds, key=lambda kind: (-programme.kinds[kind], kind), default=None),
        evidence=(Evidence(paragraph.ordinal, *match.span()),),
        rule=RULE,
    )
