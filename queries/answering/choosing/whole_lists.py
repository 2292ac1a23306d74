"""A list that is told alone, since it is all that is asked for."""

import re
from collections.abc import Sequence

from kg.structure.sentences import sentences as sentence_spans
from kg.tables.load import table
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.listing import leads
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.told import Told
from queries.texts.wording import LONGEST, found, found_stems, says, stems, stems_of, tokens

LISTED = 6
"""The last place at which a list that is asked for stands among what is told."""
SEVERAL = 2
"""The least number of points of a list."""
NEARLY = 0.9
"""The least part of what any passage has of the subject that its lead-in must have."""

BEFORE = 4
"""Among how many words before the name of some things it is said how many there are."""
_FIGURES = re.compile(r"\d{1,2}")
_NAME = re.compile(r"\s[A-Z]")
_NAMES = r"[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+)*"
_LISTS = re.compile(rf"\b{_NAMES}(?:, {_NAMES})+,? and {_NAMES}")
_COUNTED = re.compile(r"(?<!\w)\(?(?:[ivx]{1,4}|[a-h]|\d)\)(?=\s)")
"""The number of a point within a sentence."""
_PARTED = re.compile(r"[,;]|\band\b")


def alone(asking: Asking, told: list[Told]) -> list[Told]:
    """The list alone that is asked for, of what is told: of as many points as the question says, or
    the first, where it says no number; all that is told, where there is no such list, but for what
    cannot name as many.
    """
    question = asking.question.text
    if not says(question, "list"):
        return told
    shares = [asking.share(with_titles(one.hit.place)) for one in told[:LISTED]]
    least = NEARLY * max(shares, default=0.0)
    near = [one for one, share in zip(told, shares, strict=False) if share >= least]
    lists = [one for one in near if len(one.points) >= SEVERAL and leads(one.hit.place)]
    many = many_asked(question)
    if many is None:
        return told[:1] if told[:1] == lists[:1] else told
    whole = [one for one in lists if many in {len(one.points), first_number(one.hit.place.text)}]
    whole = whole or [one for one in near if any(enumerating(asking, _with_names(one.text)))]
    named = things_asked(question) & stems_of("questions", "things_with_names")
    return whole[:1] or [one for one in told if _many(one, many, named) >= many]


def _many(told: Told, many: int, named: set[str]) -> int:
    """How many things a passage may name: its points, its lines, or the parts of a sentence; of
    things that bear names the parts with a capital within, of the sentences that say how many there
    are, where any does.
    """
    said = _with_names(told.text)
    if named:
        said = [one for one in said if _behind_many(one, many, named)] or said
    parts = [_PARTED.split(one) for one in said]
    if named:
        parts = [[one for one in some if _NAME.search(one)] for some in parts]
    return max(len(told.points), len(told.text.splitlines()), *map(len, parts), 0)


def _with_names(text: str) -> list[str]:
    """The sentences of a text, those with the one before them that name what that one counts
    ("These are ...").
    """
    said: list[str] = []
    for part in (text[one.start : one.end] for one in sentence_spans(text)):
        if said and says(part, "names_those"):
            said[-1] = f"{said[-1]} {part}"
        else:
            said += sentences(part)
    return said


def enumerating(asking: Asking, texts: Sequence[str]) -> list[bool]:
    """Which of some sentences say that there are as many of the things asked for as the question
    says, and then name so many.
    """
    question = asking.question.text
    many = many_asked(question)
    things = things_asked(question)
    return [many is not None and _names(text, many, things) for text in texts]


def lists_names(text: str) -> bool:
    """Whether a text has names on end, as of towns, or counts what it lists ("(i) … (ii) …")."""
    head = text[:LONGEST]
    return _LISTS.search(head) is not None or len(set(_COUNTED.findall(head))) >= SEVERAL


def many_asked(question: str) -> int | None:
    """How many of several things a question asks for; None where it does not say."""
    return first_number(" ".join(found(question, "listed_many")))


def things_asked(question: str) -> set[str]:
    """The stems of the noun of which a question asks for several; none where it asks for none."""
    return found_stems(question, "listed")


def _names(sentence: str, many: int, things: set[str]) -> bool:
    """Whether a sentence says that there are so many of some things, and names as many behind."""
    behind = _behind_many(sentence, many, things)
    return sum(bool(part.strip()) for part in _PARTED.split(behind)) >= many


def _behind_many(sentence: str, many: int, things: set[str]) -> str:
    """What stands in a sentence behind so many of some things; nothing where they do not."""
    words = tokens(sentence)
    for at, (word, _, end) in enumerate(words):
        before = " ".join(one for one, _, _ in words[max(0, at - BEFORE) : at])
        if things & set(stems(word)) and first_number(before) == many:
            return sentence[end:]
    return ""


def first_number(text: str) -> int | None:
    """The first number of a text, in words or up to two figures; None where it has none."""
    small = table("numbers")["small"]
    said = (small.get(word.lower(), word) for word, _, _ in tokens(text))
    return next((int(one) for one in said if _FIGURES.fullmatch(str(one))), None)
