"""Promises in discussion: who said they would do something, or was asked to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction import action_words as words
from kg.extraction import names
from kg.extraction.action_words import Actors, Place
from kg.extraction.context import evidence
from kg.facts import Action
from kg.model import Kind
from kg.structure.labels import label
from kg.structure.sections import Piece, Section, sentences
from kg.tables.load import alternation, patterns, table

_CONFIDENCE = 0.7
_NEXT = re.compile(
    r"\b(?:to|at|for|by|before|in time for)\s+"
    r"(?P<due>(?:the|a|our|its)\s+(?:next|following|future)\s+(?:\w+\s+){0,3}?meeting)\b",
    re.IGNORECASE,
)
_TITLE = alternation("people", "titles")
_PERSON = (
    rf"(?-i:(?:(?:{_TITLE})\.?\s+)+{names.NAME_WORDS}|[A-Z]{{2,3}}(?![\w’'])|{names.NAME_WORDS})"
)


def of_sections(found: Sequence[Section], place: Place, actors: Actors) -> Iterator[Action]:
    """The promises in the discussion that minutes report."""
    for section in found:
        if section.name in ("decision", "action", "recommendation"):
            continue
        for piece in section.pieces:
            if piece.paragraph.kind is Kind.TABLE or label(piece.paragraph) is not None:
                continue
            for sentence in sentences(piece):
                who = promised(" ".join(sentence.text.split()), actors)
                if who is not None:
                    yield _promise(sentence, who, place)


def promised(sentence: str, actors: Actors) -> str | None:
    """Who promises something in a sentence, "" where it does not say who; None without promise."""
    if any(pattern.search(sentence) for pattern in patterns("verbs", "promises", "not")):
        return None
    for pattern in _patterns():
        for match in pattern.finditer(sentence):
            who = match.groupdict().get("who") or ""
            if not who or _can_promise(who, actors):
                return who
    return None


def _can_promise(who: str, actors: Actors) -> bool:
    """Whether words are an office that serves the body, or a person the paper names."""
    bare = who.removeprefix("the ").removeprefix("The ")
    if bare.lower() in table("verbs")["promises"]["offices"]:
        return True
    if bare.isupper() and len(bare.split()) == 1:
        return actors.bears(bare)
    return bare.lower() in actors.known or bool(list(words.people(bare)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    office = rf"(?:the\s+)?{alternation('verbs', 'promises', 'offices')}"
    fill = {
        "{who}": rf"(?<![\w’'-])(?P<who>{office}|{_PERSON})",
        "{verb}": rf"{alternation('verbs', 'promises', 'verbs')}\b",
    }
    found = []
    for pattern in table("verbs")["promises"]["patterns"]:
        for name, value in fill.items():
            pattern = pattern.replace(name, value)
        found.append(re.compile(pattern, re.IGNORECASE))
    return tuple(found)


def _promise(sentence: Piece, who: str, place: Place) -> Action:
    following = _NEXT.search(sentence.text)
    due = words.due_in(sentence.text) or (following["due"] if following else None)
    return Action(
        text=" ".join(sentence.text.split()),
        kind="promised",
        meeting=place.meeting,
        arises_at=place.meeting,
        item=place.item,
        assignees=tuple(words.people(who)),
        assignee_as_written=who or None,
        due_as_written=due,
        due=words.last_due(due, place.near),
        evidence=(evidence(sentence),),
        rule=words.RULE,
        confidence=_CONFIDENCE,
    )
