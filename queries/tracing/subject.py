"""What a matter is called, and whether words speak of it."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from kg.rdf.linking.paper_numbers import without_number
from kg.structure.definitions import definitions
from kg.structure.sentences import sentences
from queries.texts.wording import content_stems, small_stems, stems, stems_of, stopstems, tokens
from queries.understanding.names import Mention
from queries.understanding.question import Question

NAMED = 0.75
"""The share of the subject's weight in a passage's own words from which it names the matter."""
TITLED = 0.7
"""The share of the subject that a title must hold for all under it to belong."""
COVERED = 0.8
"""The share of a title that the subject must hold for the title to name a part of it."""
HALF = 0.5
"""The share from which a title that opens with the matter (\"Matter: what of it\") names it."""
MAIN = 0.4
"""The part of the subject's weight from which a name in it stands for it."""
WHOLE = 0.95
"""The part from which a name is all that a subject says."""
MAIN_BEHIND = 0.75
"""The same of a name that only says of what the matter is ("evaluation of the Name", "the Name
exhibition").
"""
RELATED = 0.25
"""The share from which the item of a decision on the matter is about the matter."""
WIDER = 0.5
"""The greatest share of what has only the name of the programme that the matter is of."""
NAMING = 0.3
"""The least share of the subject that a title must hold for the title to name a part of it."""
_SPREAD = 3
"""How far apart the words of a subject may stand: this many words for each of them."""
_STRIDE = 3
_ASPECT = 0.5
"""How much a word weighs that stands behind a colon or comma or in a list, beside one before it;
and one in small letters that no passage has, which is the asker's own.
"""
SHORT = 3
"""A subject of no more words than this is a name: each of them says which matter."""
_PARTED = re.compile(r"[:;,]\s|\s[-–—]\s")
_WHERE = re.compile(r"\s(?:along|around|at|behind|beside|by|in|near|opposite|outside|over)\s")
_BEHIND = re.compile(
    r"\w\s+(?:about|between|by|for|from|had|has|have|in|into|of|on|to|with|without)\s+(?:\w+\s+){0,2}$"
)
_WORD_BEHIND = re.compile(r"\s+([^\W\d]+)")
_BRACKETED = re.compile(r"\([^()]*\)")
_LISTED = re.compile(r"[,;/]|\b(?:and|or)\b")
_NUMBERED = re.compile(r"\brecommendations?\s+(?:no\.?\s+|number\s+)?(\d{1,3}[a-z]?)\b")
_NUMBER = re.compile(r"\b\d{1,3}[a-z]?\b")
_LONG = 4
"""The most words of a name that counts only as a whole."""


class Subject:
    """The words of a matter, each weighed by how rare it is among the passages looked at.

    A short name counts as a whole, in any of its forms; the words of longer names and all
    other words count one by one. ``numbers`` are those of the recommendations it names.
    """

    def __init__(self, question: Question, texts: Iterable[str]) -> None:
        self.question = question
        said = [stems(text) for text in texts]
        held = [set(words) for words in said]
        count = Counter(stem for words in held for stem in words)
        self._heard = count
        aspects, loose = _aspects(question), _in_small_letters(question.text)
        self._weights = {
            stem: math.log(1 + (len(held) + 0.5) / (count[stem] + 0.5))
            * (_ASPECT if stem in aspects or (stem in loose and not count[stem]) else 1)
            for stem in question.terms
        }
        self._said = _told_by(stems(question.text), stopstems() | _courses())
        self.opening = stems(_PARTED.split(question.text, 1)[0])
        self._own = self._weights.keys() - _general()
        self._window = _SPREAD * max(len(self._weights), 3)
        run = [stem for stem in stems(question.text) if stem in self._weights]
        self._in_a_run = self.short and any(_runs_in(run, words) for words in said)
        self.numbers = frozenset(_NUMBERED.findall(question.text.casefold()))
        self._names = [_Name.of(question, mention) for mention in question.mentions]
        self._telling = self._told(question)
        known = {form for name in self._names for form in name.forms}
        self._names += [one for one in _defined(question.text) if known.isdisjoint(one.forms)]
        self._head = self._before_names() - aspects - _courses()
        self._others = _other_names(question.text)

    def titles(
        self,
    ) -> Iterator[tuple[dict[str, float], list[tuple[frozenset[str], float]], float]]:
        """What the index of facts is asked for titles that may name it: the weights of stems and
        of the forms of names, and the least weight of a title; `names` says which do.
        """
        forms = [
            (frozenset(form), sum(self._weights.get(stem, 0.0) for stem in sorted(name.own)))
            for name in self._names
            for form in name.forms
        ]
        yield self._weights, forms, TITLED * sum(self._weights.values())
        yield dict.fromkeys(self._telling, 1.0), [], 2.0

    def within(self, place: frozenset[str]) -> "Subject":
        """The matter as papers of the council of a place (stems) speak of it, which need not name
        the place; itself where hardly a word would be left.
        """
        rest = {stem: weight for stem, weight in self._weights.items() if stem not in place}
        if len(rest) in (0, 1, len(self._weights)):
            return self
        other = copy(self)
        other._weights = rest
        other._own = self._own - place
        other._telling = self._telling - place - small_stems() or self._telling - place
        return other

    @property
    def short(self) -> bool:
        """Whether it is a name of a few words."""
        return len(self._weights) <= SHORT

    @property
    def whole(self) -> bool:
        """Whether it is a longer name that the papers know, and nothing else."""
        parts = (self._part(name.own.union(*name.forms)) for name in self._names)
        return not self.short and any(part >= WHOLE for part in parts)

    def share(self, text: str) -> float:
        """The greatest share (0 to 1) of the subject's weight that words near each other hold."""
        words = stems(text)
        last = max(len(words) - self._window, 0)
        starts = (*range(0, last, _STRIDE), last)
        return max(self._held(words[at : at + self._window]) for at in starts)

    def calls(self, text: str) -> bool:
        """Whether a text has its telling words in a run, or a name that it goes by."""
        return _runs_in(self._said, _told_by(stems(text), stopstems())) or self.named(text)

    def held(self, text: str) -> float:
        """The share of the subject's weight that a text holds anywhere."""
        return self._held(stems(text))

    def best(self, text: str) -> str:
        """The sentence of a text that speaks most of the subject, the first of several."""
        said = [text[span.start : span.end] for span in sentences(text)]
        return max(said, key=self.held, default=text)

    def named(self, text: str) -> bool:
        """Whether a text holds a programme or a defined short form that the subject is.

        A name that the subject holds among much else does not stand for it.
        """
        words = stems(text)
        return self.goes_by(text) or any(
            name.specific and name.stands_in(words) and self._part(name.own) >= name.main
            for name in self._names
        )

    def goes_by(self, text: str) -> bool:
        """Whether a text has another name that the subject is given beside its own."""
        words = stems(text) if self._others else ()
        return any(_runs_in(other, words) for other in self._others)

    def numbered(self, text: str) -> bool:
        """Whether a text has one of the numbers, where there are any."""
        return not self.numbers or bool(self.numbers & set(_NUMBER.findall(text.casefold())))

    def is_wider(self, title: str) -> bool:
        """Whether a title has nothing of what the matter is of a programme."""
        return bool(self._head) and self._head.isdisjoint(stems(title))

    def lacks(self, title: str) -> bool:
        """Whether a title lacks words of a short name that papers use: all but one, or any of them
        where papers write the name word for word.

        "Tree experts" is not what stands under "Trees".
        """
        if not self.short or self.named(title) or self._called_in(stems(title)):
            return False
        words, telling = set(stems(title)), self._own - _courses() - _forms()
        missing = any(self._heard[stem] for stem in telling - words)
        return missing and (self._in_a_run or len(telling & words) == 1)

    def falls_short(self, text: str) -> bool:
        """Whether a text has but one word of a short name that papers write word for word."""
        words = stems(text)
        if not self._in_a_run or len(self._weights) < 2 or self._called_in(words):
            return False
        return len(self._weights.keys() & set(words)) < 2

    def _called_in(self, words: Sequence[str]) -> bool:
        """Whether words have one of the forms of its names."""
        return any(name.stands_in(words) for name in self._names)

    def touched(self, text: str) -> bool:
        """Whether a text has a word of it that is no word of the board's name."""
        return not self._telling.isdisjoint(stems(text))

    def covered(self, title: str) -> float:
        """The share of a title's words, without small and general ones, that the subject has."""
        words = set(content_stems(title)) - _general()
        return len(words & self._telling) / len(words) if words else 0.0

    def _told(self, question: Question) -> frozenset[str]:
        """Its stems and those of all forms of its names, save those of a board's name: under
        the name of the board stands whatever it does.
        """
        boards = [one for one in question.mentions if one.kind == "Board"]
        beside = question.text
        for one in reversed(boards):
            beside = beside[: one.start] + beside[one.end :]
        loose = self._weights.keys() & set(stems(beside))
        forms = (
            stem
            for name, one in zip(self._names, question.mentions, strict=True)
            for form in name.forms
            if one.kind != "Board" or not loose
            for stem in form
        )
        return frozenset(loose or self._weights).union(forms)

    def _before_names(self) -> set[str]:
        """The telling stems of what is said of a programme ("evaluation of the Name"): which
        matter of it is meant. None where the matter is not of one.
        """
        named = [name for name in self._names if name.specific]
        of_one = bool(named) and all(name.main > MAIN for name in named)
        return set(self._own.difference(*(one.own for one in self._names))) if of_one else set()

    def _held(self, words: Sequence[str]) -> float:
        held = set(words) & self._weights.keys()
        for name in self._names:
            if name.stands_in(words):
                held |= name.own & self._weights.keys()
            elif name.short and len(held & name.own & self._own) < 2:
                held -= name.alone
        return self._part(held)

    def _part(self, held: Iterable[str]) -> float:
        """The part of the subject's weight that some of its stems have."""
        total = sum(self._weights.values())
        own = sorted(self._weights.keys() & set(held))
        part = sum(self._weights[stem] for stem in own) / total if total else 0.0
        return part if not self._head or self._head & set(own) else min(part, WIDER)


def _aspects(question: Question) -> set[str]:
    """The stems that stand only behind a colon or comma, in a list in brackets, or in what says
    where: what of the matter, not which matter.
    """
    terms = set(question.terms)
    head = _before_where(_PARTED.split(_BRACKETED.sub(_unless_short, question.text), 1)[0])
    behind = terms - set(stems(head))
    lesser = behind | (terms - set(question.subject)) | (terms & _general())
    return lesser if len(terms) > SHORT and len(terms - lesser) > 1 else set()


def _before_where(head: str) -> str:
    """What stands before words that say where ("street lamps | in Quay Lane"); all of it where
    that is hardly a word.
    """
    said = _WHERE.split(head, 1)[0]
    return said if len(set(content_stems(said)) - _general()) > 1 else head


def _in_small_letters(text: str) -> set[str]:
    """The stems of words that are no names: those in small letters."""
    return {stem for word, _, _ in tokens(text) if word.islower() for stem in stems(word)}


def _unless_short(bracket: re.Match[str]) -> str:
    """What stands in brackets, if it is one word: the short form of what stands before it."""
    return bracket[0] if len(bracket[0].split()) == 1 else " "


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a subject: the stems of the words that give it, those of them that the subject
    has nowhere else, and the stems of its every form.
    """

    own: frozenset[str]
    alone: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    specific: bool
    main: float = MAIN

    @classmethod
    def of(cls, question: Question, mention: Mention) -> "_Name":
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
        return all(len(form) <= _LONG for form in self.forms)

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether one of the forms stands in a run of stems, word for word."""
        return any(_runs_in(form, words) for form in self.forms)


def _told_by(words: Sequence[str], small: Collection[str]) -> list[str]:
    return [stem for stem in words if stem not in small]


def _leads(behind: str) -> bool:
    """Whether what stands behind a name says what of it is meant ("the Name exhibition")."""
    follows = _WORD_BEHIND.match(behind)
    stem = next(iter(stems(follows[1])), None) if follows else None
    return stem is not None and stem not in stopstems() | _courses() | _forms() | _general()


def _runs_in(form: Sequence[str], words: Sequence[str]) -> bool:
    return f" {' '.join(form)} " in f" {' '.join(words)} "


def _other_names(text: str) -> list[tuple[str, ...]]:
    """The stems of the names of several words that a matter also goes by, which stand in brackets
    behind it, or in a list behind a colon, each word with a capital.
    """
    behind = text.partition(":")[2].split(",")
    listed = [one for one in behind if len(behind) > 1 and one.split() and one.istitle()]
    bracketed = [part for one in _BRACKETED.findall(text) for part in _LISTED.split(one[1:-1])]
    named = (tuple(stems(one)) for one in (*bracketed, *listed))
    return [one for one in dict.fromkeys(named) if len(one) > 1]


def _defined(text: str) -> list[_Name]:
    """The names that a matter gives with a short form behind them, in letters of either case."""
    loud = _BRACKETED.sub(lambda found: found[0].upper(), text)
    return [
        _Name(own, own, (long, brief), specific=True)
        for said, told in definitions([text, loud]).items()
        for long, brief in [(tuple(stems(told)), tuple(stems(said)))]
        for own in [frozenset(long + brief)]
    ]


def names(subject: Subject, title: str) -> bool:
    """Whether a title and a subject name the same thing; the number of a paper is no part of it."""
    title = without_number(title)
    held = subject.held(title)
    if subject.goes_by(title):
        return True
    if subject.lacks(title):
        return False
    if held >= TITLED:
        return True
    head = _PARTED.split(title, 1)[0]
    named = title if held < HALF else head
    several = len(set(content_stems(named)) - _general()) > 1
    if subject.is_wider(named) or not (several or stems(named) == subject.opening):
        return False
    return subject.held(named) >= NAMING and subject.covered(named) >= COVERED


def _general() -> frozenset[str]:
    """Stems that say nothing of a matter in the title of an item."""
    return stems_of("histories", "generic")


def _forms() -> frozenset[str]:
    """Stems of what a matter may be, which many are: "programme"."""
    return stems_of("trace", "forms")


def _courses() -> frozenset[str]:
    """Stems of what any matter goes through: they do not say which one is meant."""
    return stems_of("trace", "courses")
