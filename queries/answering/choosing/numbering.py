"""How many of a thing: the thing that a question counts, and whether words count it."""

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cache

from kg.extraction.numbers import DIGITS, SCALE, SHARE, WORDS
from kg.structure.sentences import sentences as sentence_spans
from kg.tables.load import patterns, table
from queries.texts.wording import (
    LONGEST,
    found,
    says,
    stems,
    stems_of,
    stopwords,
    stripped,
    tokens,
)
from queries.understanding.reworded import reworded

BEFORE = 6
"""A number counts a thing that is named among so many words after it."""
AFTER = 3
"""A number counts a thing that is named among so many words before it ("Visitors: 12")."""
NUMBERED = 14
"""And so many where they speak of a number ("the number of visitors to the hall rose to 12")."""
CELL = 8
"""The most words of a cell whose number counts what the heads of its table name."""
_LEAD = re.compile(
    r"^\s*(?:\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])(?:\.\d{1,3}){0,3}[.)]\s|\d{1,3}(?:\.\d{1,3}){0,3}\t)"
)
"""The number of a paragraph, or of a row of a table."""
_CLAUSES = re.compile(r"(?<=;)\s+")
_NUMBER = re.compile(rf"(?<![\w£$€.,/])(?:(?:{DIGITS}|{WORDS}){SCALE}?|{SHARE})(?!\w|-[a-z])", re.I)

_NONE = re.compile(r"\W*(?:there (?:(?:ha[sd]|have) been|was|were|is|are) )?no\b", re.I)
"""What says at the beginning of a sentence, right before a thing, that there is none of it."""


@cache
def counted(question: str) -> frozenset[str]:
    """The stems of the thing of which a question asks how many, as it says it and as papers do.

    Empty where it names none, or only things in general; people go by many names, and where it is
    asked how many applied by their applications, as these are written.
    """
    for phrase in found(question, "counts"):
        nouns = [word for word, _, _ in tokens(phrase)]
        named = next((at for at, word in enumerate(nouns) if says(word, "plural")), None)
        stop = next((at for at, word in enumerate(nouns) if word.lower() in stopwords()), 99)
        if named is None or named > stop or nouns[named].lower() in table("questions")["anything"]:
            continue
        if nouns[named].lower() in table("questions")["people"][:2]:
            return _people() | (_applying() if says(question, "applied") else frozenset())
        whole = " ".join(nouns[: named + 1])
        other = reworded(whole)
        either = " ".join((nouns[named], *_or_else(nouns[named + 1 :])))
        said = frozenset(stems(either)) | frozenset(stems(other) if other != whole else ())
        return said.union(*(group for group in _alike() if group & said))
    return frozenset()


@cache
def _alike() -> tuple[frozenset[str], ...]:
    """The stems of nouns for things that are counted under any of them."""
    return tuple(frozenset(stems(nouns)) for nouns in table("questions")["counted_as"])


@cache
def described(question: str) -> tuple[str, ...]:
    """The words right before the thing of which a question asks how many, which say what kind of it
    ("how many health datasets").
    """
    for phrase in found(question, "counts"):
        nouns = [word for word, _, _ in tokens(phrase)]
        named = next((at for at, word in enumerate(nouns) if says(word, "plural")), 0)
        return tuple(word for word in nouns[:named] if word.islower() and word not in stopwords())
    return ()


def _or_else(words: Sequence[str]) -> Sequence[str]:
    """The other thing that is counted as well: "or applications"."""
    other = words[1:2] if words[:1] == ["or"] else []
    return [word for word in other if says(word, "plural")]


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, and what semicolons part in them."""
    whole = (text[one.start : one.end] for one in sentence_spans(text))
    return [part for sentence in whole for part in _CLAUSES.split(sentence)]


def says_how_many(text: str, thing: frozenset[str]) -> bool:
    """Whether a text says how many there are of a thing, given by its stems."""
    return any(_counts(part, thing) for part in sentences(text))


def numbers(text: str) -> bool:
    """Whether a text has a number that is no date, sum or number of a paper."""
    return _NUMBER.search(_without_labels(_LEAD.sub("", text[:LONGEST]))) is not None


def figured(row: str) -> bool:
    """Whether a row of a table has a number behind its first cell, in a cell of few words."""
    cells = (_LEAD.sub("", cell) for cell in row.split("\t")[1:] if len(cell.split()) <= CELL)
    return any(_NUMBER.search(_without_labels(cell)) for cell in cells)


def _counts(part: str, thing: frozenset[str]) -> bool:
    """Whether a sentence has a number by a thing, that is no date, sum or number of a paper."""
    bare = _without_labels(_LEAD.sub("", part[:LONGEST]))
    if not thing & stems_of("questions", "units"):
        bare = stripped(bare, "measured")
    words = [(start, _is_named(word, thing)) for word, start, _ in tokens(bare)]
    places = [at for at, (_, named) in enumerate(words) if named]
    if not places:
        return False
    after = NUMBERED if says(bare, "numbering") else AFTER
    starts = [start for start, _ in words]
    figures = list(_NUMBER.finditer(bare))
    numbers = [max(bisect(starts, match.start()) - 1, 0) for match in figures]
    if any(starts[places[0]] < one.start() and _stands_alone(bare[one.end() :]) for one in figures):
        return True
    if (none := _NONE.match(bare)) and bisect(starts, none.end()) in places:
        return True
    return any(
        (0 <= place - number <= BEFORE and not _of_another(bare[starts[number] : starts[place]]))
        or 0 < number - place <= after
        for number in numbers
        for place in places
    )


def _stands_alone(behind: str) -> bool:
    """Whether what stands behind a number shows that it counts what was named before: "30 were"."""
    return says(behind, "counted_before")


def _of_another(between: str) -> bool:
    """Whether what stands from a number to a thing shows that it counts another one."""
    return says(between, "counts_another")


def _is_named(word: str, thing: frozenset[str]) -> bool:
    """Whether a word is for a thing, given by its stems; people are named by such words as they
    stand in the tables, since some mean other things in other forms ("adult care").
    """
    people = _people()
    if not people <= thing:
        return bool(thing & set(stems(word)))
    return word.lower() in table("questions")["people"] or word.lower() in thing - people


def _people() -> frozenset[str]:
    """The stems of what people are called where they are counted."""
    return stems_of("questions", "people")


def _applying() -> frozenset[str]:
    """What stands for people where it is asked how many applied, as it is written."""
    return frozenset(table("questions")["applications"])


def _without_labels(text: str) -> str:
    """A text without dates, times and the numbers that only name a thing ("section 12")."""
    for pattern in patterns("questions", "labels"):
        text = pattern.sub(" # ", text)
    return text
