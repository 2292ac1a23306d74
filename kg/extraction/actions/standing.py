"""Actions of earlier meetings, listed with how each stands behind a dash: "Write to Ann - Done"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.actions.facts import listed_action
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.sections import Piece, body, lines
from kg.tables.load import matches, table

_STANDS = re.compile(r"^(?P<task>\S[^\n]{3,200}?)(?:\s[-–—]{1,2}|:)\s(?P<stands>[^–—\n]{2,80})$")
_FEWEST = 3
_OFTEN = 2


def standing(
    paragraphs: Sequence[Paragraph], place: Place, actors: Actors, title: str
) -> Iterator[Action]:
    """The entries of lists in which several say how a task stands, also those with other news.

    The ``title`` of their item is of actions or matters arising, or most entries say what to do.
    """
    read = ((line, _stands(line, actors)) for line in _lines(paragraphs))
    for listed, run in groupby(read, key=lambda one: one[1] is not None):
        found = [(line, match) for line, match in run if listed and match is not None]
        known = sum(states.status_of(match["stands"]) is not None for _, match in found)
        tasks = sum(_begins_with_verb(match["task"]) for _, match in found)
        of_tasks = 2 * tasks > len(found) or _is_of_earlier(title)
        often = known >= max(_OFTEN, len(found) // 3)
        if len(found) >= _FEWEST and often and of_tasks:
            for line, match in found:
                yield _entry(line, match, place, actors)


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """The lines of paragraphs, without their written numbers."""
    for paragraph in paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.FURNITURE):
            start = body(paragraph).start
            for line in lines(paragraph):
                yield replace(line, start=max(line.start, min(start, line.end)))


def _stands(line: Piece, actors: Actors) -> re.Match[str] | None:
    """A line that is a task and, behind a dash, how it stands; not a person's name."""
    match = _STANDS.match(line.text)
    return match if match and not actors.is_only(match["task"]) else None


def _is_of_earlier(title: str) -> bool:
    """Whether a heading is of actions, or of what arises from an earlier meeting."""
    return matches(title, "sections", "lists", "earlier")


def _begins_with_verb(task: str) -> bool:
    """Whether a task begins with what to do: "Write to the school"."""
    verbs: list[str] = table("verbs")["promises"]["verbs"]
    return task.lower().split()[0] in {verb.split()[0] for verb in verbs}


def _entry(line: Piece, match: re.Match[str], place: Place, actors: Actors) -> Action:
    start, end = match.span("task")
    who = words.who_in(match["task"], "", actors) or words.said(match["stands"], "", actors).who
    return replace(
        listed_action(
            Piece(line.paragraph, line.start + start, line.start + end),
            place,
            who=who,
            due=states.due_in(match["stands"]),
            status=states.status_of(match["stands"]),
            update=match["stands"],
            quotes=(line,),
        ),
        arises_at=None,
    )
