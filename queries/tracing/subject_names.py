"""The names in the words of a matter: those the papers know, and those that it gives itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.structure.definitions import definitions
from kg.tables.load import alternation
from queries.texts.wording import stems, stems_of, stopstems
from queries.understanding.names import Mention
from queries.understanding.question import Question

MAIN = 0.4
"""The part of the subject's weight from which a name in it stands for it."""
MAIN_BEHIND = 0.75
"""The same of a name that only says of what the matter is ("evaluation of the Name", "the Name
exhibition").
"""
_LONG = 4
"""The most words of a name that counts only as a whole."""
_BEHIND = re.compile(rf"\w\s+{alternation('trace', 'before_name')}\s+(?:\w+\s+){{0,2}}$")
_WORD_BEHIND = re.compile(r"\s+([^\W\d]+)")
BRACKETED = re.compile(r"\([^()]*\)")
_LISTED = re.compile(r"[,;/]|\b(?:and|or)\b")


@dataclass(frozen=True, slots=True)
class SubjectName:
    """A name in a subject: the stems of the words that give it, those of them that the subject
    has nowhere else, and the stems of its every form.
    """

    own: frozenset[str]
    alone: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    specific: bool
    main: float = MAIN

    @classmethod
    def of(cls, question: Question, mention: Mention) -> "SubjectName":
        """The name that a question mentions."""
        text = question.text
        own = frozenset(stems(text[mention.start : mention.end]))
        beside = stems(f"{text[: mention.start]} {text[mention.end :]}")
        forms = {tuple(stems(label)) for label in mention.labels}
        kept = tuple(sorted(form for form in forms if form))
        specific = mention.kind in {"Programme", "Term"}
        apart = _BEHIND.search(text, 0, mention.start) or _leads(text[mention.end :])
        main = MAIN_BEHIND if apart else MAIN
        return cls(own, own.difference(beside), kept, specific, main)

    @property
    def short(self) -> bool:
        """Whether it counts only as a whole."""
        return all(len(form) <= _LONG for form in self.forms)

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether one of the forms stands in a run of stems, word for word."""
        return any(runs_in(form, words) for form in self.forms)


def other_names(text: str) -> list[tuple[str, ...]]:
    """The stems of the names of several words that a matter also goes by, which stand in brackets
    behind it, or in a list behind a colon, each word with a capital.
    """
    behind = text.partition(":")[2].split(",")
    listed = [one for one in behind if len(behind) > 1 and one.split() and one.istitle()]
    bracketed = [part for one in BRACKETED.findall(text) for part in _LISTED.split(one[1:-1])]
    named = (tuple(stems(one)) for one in (*bracketed, *listed))
    return [one for one in dict.fromkeys(named) if len(one) > 1]


def names_besides(text: str, named: Sequence[SubjectName]) -> list[SubjectName]:
    """The names that a matter gives with a short form, without those by which it is known."""
    known = {form for name in named for form in name.forms}
    return [one for one in _defined(text) if known.isdisjoint(one.forms)]


def _defined(text: str) -> list[SubjectName]:
    """The names that a matter gives with a short form behind them, in letters of either case."""
    loud = BRACKETED.sub(lambda found: found[0].upper(), text)
    return [
        SubjectName(own, own, (long, brief), specific=True)
        for said, told in definitions([text, loud]).items()
        for long, brief in [(tuple(stems(told)), tuple(stems(said)))]
        for own in [frozenset(long + brief)]
    ]


def _leads(behind: str) -> bool:
    """Whether what stands behind a name says what of it is meant ("the Name exhibition")."""
    follows = _WORD_BEHIND.match(behind)
    stem = next(iter(stems(follows[1])), None) if follows else None
    return stem is not None and stem not in stopstems() | courses() | forms() | general()


def runs_in(form: Sequence[str], words: Sequence[str]) -> bool:
    """Whether stems stand among others, one behind the other."""
    return f" {' '.join(form)} " in f" {' '.join(words)} "


def general() -> frozenset[str]:
    """Stems that say nothing of a matter in the title of an item."""
    return stems_of("histories", "generic")


def forms() -> frozenset[str]:
    """Stems of what a matter may be, which many are: "programme"."""
    return stems_of("trace", "forms")


def courses() -> frozenset[str]:
    """Stems of what any matter goes through: they do not say which one is meant."""
    return stems_of("trace", "courses")
