"""What a matter is called, and whether words speak of it."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from kg.rdf.linking.paper_numbers import without_number
from kg.structure.sentences import sentences
from kg.tables.load import alternation
from queries.texts.wording import content_stems, small_stems, stems, stopstems, tokens
from queries.tracing.subject_names import (
    BRACKETED,
    MAIN,
    SubjectName,
    courses,
    forms,
    general,
    names_besides,
    other_names,
    runs_in,
)
from queries.understanding.question import Question

NAMED = 0.75
"""The share of the subject's weight in a passage's own words from which it names the matter."""
TITLED = 0.7
"""The share of the subject that a title must hold for all under it to belong."""
COVERED = 0.8
"""The share of a title that the subject must hold for the title to name a part of it."""
HALF = 0.5
"""The share from which a title that opens with the matter (\"Matter: what of it\") names it."""
WHOLE = 0.95
"""The part from which a name is all that a subject says."""
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
_WHERE = re.compile(rf"\s{alternation('trace', 'where')}\s")
_NUMBERED = re.compile(r"\brecommendations?\s+(?:no\.?\s+|number\s+)?(\d{1,3}[a-z]?)\b")
_NUMBER = re.compile(r"\b\d{1,3}[a-z]?\b")


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The words of a matter, each weighed by how rare it is among the passages looked at.

    A short name counts as a whole, in any of its forms; the words of longer names and all
    other words count one by one. ``numbers`` are those of the recommendations it names.
    """

    question: Question
    opening: list[str]
    numbers: frozenset[str]
    weights: dict[str, float]
    heard: Mapping[str, int]
    """How many of the passages have a stem."""
    said: list[str]
    own: Set[str]
    """The stems that are not of what many matters are called."""
    window: int
    in_a_run: bool
    """Whether papers write a short name word for word."""
    names: Sequence[SubjectName]
    telling: frozenset[str]
    head: Set[str]
    """The stems of what is meant of a programme."""
    others: Sequence[tuple[str, ...]]
    """The names that it also goes by."""

    @classmethod
    def of(cls, question: Question, texts: Iterable[str]) -> "Subject":
        """What a question asks after, among the passages of some texts."""
        passages = [stems(text) for text in texts]
        heard = Counter(stem for words in passages for stem in set(words))
        aspects, said = _aspects(question), stems(question.text)
        weights = _weighed(question, heard, len(passages), aspects)
        named = [SubjectName.of(question, mention) for mention in question.mentions]
        names = [*named, *names_besides(question.text, named)]
        own = weights.keys() - general()
        run = [stem for stem in said if stem in weights]
        return cls(
            question=question,
            opening=stems(_PARTED.split(question.text, 1)[0]),
            numbers=frozenset(_NUMBERED.findall(question.text.casefold())),
            weights=weights,
            heard=heard,
            said=_told_by(said, stopstems() | courses()),
            own=own,
            window=_SPREAD * max(len(weights), 3),
            in_a_run=len(weights) <= SHORT and any(runs_in(run, words) for words in passages),
            names=names,
            telling=_telling(question, weights, named),
            head=_before_names(own, names) - aspects - courses(),
            others=other_names(question.text),
        )

    def titles(
        self,
    ) -> Iterator[tuple[dict[str, float], list[tuple[frozenset[str], float]], float]]:
        """What the index of facts is asked for titles that may name it: the weights of stems and
        of the forms of names, and the least weight of a title; `names` says which do.
        """
        forms = [
            (frozenset(form), sum(self.weights.get(stem, 0.0) for stem in sorted(name.own)))
            for name in self.names
            for form in name.forms
        ]
        yield self.weights, forms, TITLED * sum(self.weights.values())
        yield dict.fromkeys(self.telling, 1.0), [], 2.0

    def within(self, place: frozenset[str]) -> "Subject":
        """The matter as papers of the council of a place (stems) speak of it, which need not name
        the place; itself where hardly a word would be left.
        """
        rest = {stem: weight for stem, weight in self.weights.items() if stem not in place}
        if len(rest) in (0, 1, len(self.weights)):
            return self
        telling = self.telling - place
        return replace(
            self,
            weights=rest,
            own=self.own - place,
            telling=telling - small_stems() or telling,
        )

    @property
    def short(self) -> bool:
        """Whether it is a name of a few words."""
        return len(self.weights) <= SHORT

    @property
    def whole(self) -> bool:
        """Whether it is a longer name that the papers know, and nothing else."""
        parts = (self._part(name.own.union(*name.forms)) for name in self.names)
        return not self.short and any(part >= WHOLE for part in parts)

    def share(self, text: str) -> float:
        """The greatest share (0 to 1) of the subject's weight that words near each other hold."""
        words = stems(text)
        last = max(len(words) - self.window, 0)
        starts = (*range(0, last, _STRIDE), last)
        return max(self._held(words[at : at + self.window]) for at in starts)

    def calls(self, text: str) -> bool:
        """Whether a text has its telling words in a run, or a name that it goes by."""
        return runs_in(self.said, _told_by(stems(text), stopstems())) or self.named(text)

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
            for name in self.names
        )

    def goes_by(self, text: str) -> bool:
        """Whether a text has another name that the subject is given beside its own."""
        words = stems(text) if self.others else ()
        return any(runs_in(other, words) for other in self.others)

    def numbered(self, text: str) -> bool:
        """Whether a text has one of the numbers, where there are any."""
        return not self.numbers or bool(self.numbers & set(_NUMBER.findall(text.casefold())))

    def is_wider(self, title: str) -> bool:
        """Whether a title has nothing of what the matter is of a programme."""
        return bool(self.head) and self.head.isdisjoint(stems(title))

    def lacks(self, title: str) -> bool:
        """Whether a title lacks words of a short name that papers use: all but one, or any of them
        where papers write the name word for word.

        "Tree experts" is not what stands under "Trees".
        """
        if not self.short or self.named(title) or self._called_in(stems(title)):
            return False
        words, telling = set(stems(title)), self.own - courses() - forms()
        missing = any(self.heard[stem] for stem in telling - words)
        return missing and (self.in_a_run or len(telling & words) == 1)

    def falls_short(self, text: str) -> bool:
        """Whether a text has but one word of a short name that papers write word for word."""
        words = stems(text)
        if not self.in_a_run or len(self.weights) < 2 or self._called_in(words):
            return False
        return len(self.weights.keys() & set(words)) < 2

    def _called_in(self, words: Sequence[str]) -> bool:
        """Whether words have one of the forms of its names."""
        return any(name.stands_in(words) for name in self.names)

    def touched(self, text: str) -> bool:
        """Whether a text has a word of it that is no word of the board's name."""
        return not self.telling.isdisjoint(stems(text))

    def covered(self, title: str) -> float:
        """The share of a title's words, without small and general ones, that the subject has."""
        words = set(content_stems(title)) - general()
        return len(words & self.telling) / len(words) if words else 0.0

    def _held(self, words: Sequence[str]) -> float:
        held = set(words) & self.weights.keys()
        for name in self.names:
            if name.stands_in(words):
                held |= name.own & self.weights.keys()
            elif name.short and len(held & name.own & self.own) < 2:
                held -= name.alone
        return self._part(held)

    def _part(self, held: Iterable[str]) -> float:
        """The part of the subject's weight that some of its stems have."""
        total = sum(self.weights.values())
        own = sorted(self.weights.keys() & set(held))
        part = sum(self.weights[stem] for stem in own) / total if total else 0.0
        return part if not self.head or self.head & set(own) else min(part, WIDER)


def _weighed(
    question: Question, heard: Counter[str], passages: int, aspects: set[str]
) -> dict[str, float]:
    """The stems of a matter, each with its weight."""
    loose = _in_small_letters(question.text)
    return {
        stem: math.log(1 + (passages + 0.5) / (heard[stem] + 0.5))
        * (_ASPECT if stem in aspects or (stem in loose and not heard[stem]) else 1)
        for stem in question.terms
    }


def _telling(
    question: Question, weights: Mapping[str, float], named: Sequence[SubjectName]
) -> frozenset[str]:
    """Its stems and those of all forms of its names, save those of a board's name: under
    the name of the board stands whatever it does.
    """
    beside = question.text
    for one in reversed([one for one in question.mentions if one.kind == "Board"]):
        beside = beside[: one.start] + beside[one.end :]
    loose = weights.keys() & set(stems(beside))
    forms = (
        stem
        for name, one in zip(named, question.mentions, strict=True)
        for form in name.forms
        if one.kind != "Board" or not loose
        for stem in form
    )
    return frozenset(loose or weights).union(forms)


def _before_names(own: Set[str], names: Sequence[SubjectName]) -> set[str]:
    """The telling stems of what is said of a programme ("evaluation of the Name"): which
    matter of it is meant. None where the matter is not of one.
    """
    named = [name for name in names if name.specific]
    of_one = bool(named) and all(name.main > MAIN for name in named)
    return set(own).difference(*(one.own for one in names)) if of_one else set()


def _aspects(question: Question) -> set[str]:
    """The stems that stand only behind a colon or comma, in a list in brackets, or in what says
    where: what of the matter, not which matter.
    """
    terms = set(question.terms)
    head = _before_where(_PARTED.split(BRACKETED.sub(_unless_short, question.text), 1)[0])
    behind = terms - set(stems(head))
    lesser = behind | (terms - set(question.subject)) | (terms & general())
    return lesser if len(terms) > SHORT and len(terms - lesser) > 1 else set()


def _before_where(head: str) -> str:
    """What stands before words that say where ("street lamps | in Quay Lane"); all of it where
    that is hardly a word.
    """
    said = _WHERE.split(head, 1)[0]
    return said if len(set(content_stems(said)) - general()) > 1 else head


def _in_small_letters(text: str) -> set[str]:
    """The stems of words that are no names: those in small letters."""
    return {stem for word, _, _ in tokens(text) if word.islower() for stem in stems(word)}


def _unless_short(bracket: re.Match[str]) -> str:
    """What stands in brackets, if it is one word: the short form of what stands before it."""
    return bracket[0] if len(bracket[0].split()) == 1 else " "


def _told_by(words: Sequence[str], small: Collection[str]) -> list[str]:
    return [stem for stem in words if stem not in small]


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
    several = len(set(content_stems(named)) - general()) > 1
    if subject.is_wider(named) or not (several or stems(named) == subject.opening):
        return False
    return subject.held(named) >= NAMING and subject.covered(named) >= COVERED
