"""Actions of earlier meetings, listed with how each stands behind a dash: "Write to Ann - Done"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.actions.facts import listed_action
from kg.extraction.actions.verb_forms import first_verbs
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.sections import Piece, body, lines, sentences
from kg.tables.load import matches, options, table

_STANDS = re.compile(r"(?P<task>\S[^\n]{3,300}?)(?:\s[-–—]{1,2}|:)\s(?P<stands>[^–—\n]{2,300})$")
_SIGN = re.compile(r"(?:AP|AI)(?![a-zA-Z])\s?(?P<number>\d{0,4})\s*[.:–—-]?\s+(?=\w)")
_FEWEST = 3
_OFTEN = 2
_SHORT = 80
_AHEAD = re.compile(r"\s*[(\[](?P<who>[^()\[\]]{2,40})[)\]][.,;:]?\s+")
"""Who is to act, before the task: "[AL] Write to the owner"."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is a task and how it stands; ``news`` are the words behind the status."""

    piece: Piece
    task: Piece
    stands: Piece
    news: Piece
    number: str | None

    @property
    def is_known(self) -> bool:
        """Whether its words say that the task is open or done."""
        return states.status_of(self.stands.text) is not None

    @property
    def is_brief(self) -> bool:
        """Whether all that stands behind the task is that, in one sentence."""
        return self.is_known and len(list(sentences(self.stands))) == 1

    @property
    def is_one(self) -> bool:
        """Whether a line of a list of tasks is one, and not news of something else."""
        if self.is_known:
            return self.is_brief or not words.says_to_do(self.news.text)
        return _begins_with_verb(self.task.text) or self.stands.end - self.stands.start < _SHORT


def standing(
    paragraphs: Sequence[Paragraph], place: Place, actors: Actors, title: str
) -> Iterator[Action]:
    """The entries of lists in which several say how a task stands, also those with other news.

    The ``title`` of their item is of actions or matters arising, or most entries say what to do.
    """
    earlier = matches(title, "sections", "lists", "earlier")
    read = [_stands(line, actors) for line in _lines(paragraphs)]
    listed = [one for run in _runs(read, earlier=earlier) for one in run]
    told = [one for one in read if one and one.is_brief]
    apart = told if earlier and len(told) >= _OFTEN else []
    for one in dict.fromkeys((*listed, *apart)):
        yield _entry(one, place, actors)


def _runs(read: Sequence[_Line | None], *, earlier: bool) -> Iterator[list[_Line]]:
    """The lists without a line between that has no status of a task."""
    for _, run in groupby(read, key=lambda one: one is not None):
        found = [one for one in run if one is not None]
        known = sum(one.is_known for one in found)
        tasks = sum(_begins_with_verb(one.task.text) for one in found)
        often = known >= max(_OFTEN, len(found) // 3)
        if len(found) >= _FEWEST and often and (2 * tasks > len(found) or earlier):
            yield [one for one in found if one.is_one]


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """The lines of paragraphs, without their written numbers."""
    for paragraph in paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.FURNITURE):
            start = body(paragraph).start
            for line in lines(paragraph):
                begins = max(line.start, min(start, line.end))
                yield replace(line, start=begins) if begins > line.start else line


def _stands(line: Piece, actors: Actors) -> _Line | None:
    """A line that is a task and, behind a dash, how it stands; not a person's name."""
    sign = _SIGN.match(line.text)
    start = sign.end() if sign else 0
    match = _known().match(line.text, start) or _STANDS.match(line.text, start)
    if match is None or actors.is_only(match["task"]):
        return None
    if match["task"].split()[0].lower() in table("verbs")["statuses"]["no_tasks"]:
        return None
    task, stands = (line.part(*match.span(name)) for name in ("task", "stands"))
    status = match.groupdict().get("status") or ""
    return _Line(
        line, task, stands, stands.part(len(status)), sign["number"] or None if sign else None
    )


@cache
def _known() -> re.Pattern[str]:
    """A task and behind it one of the words for how actions stand."""
    known = options("verbs", "statuses", "open", "complete")
    return re.compile(
        r"(?P<task>\S[^\n]{3,300}?)(?:\s[-–—]{1,2}|:)\s"
        rf"(?P<stands>(?P<status>{known})(?=\W*$|\s*[.,;:(–—-]|\s(?:on|in|by|until|to|at|as|but|re|with|and)\b"
        r"|\s(?-i:[A-Z]{2,3})\b)[^\n]{0,300})$",
        re.IGNORECASE,
    )


def _begins_with_verb(task: str) -> bool:
    """Whether a task begins with what to do: "Write to the school"."""
    return task.lower().split()[0] in first_verbs()


def _entry(line: _Line, place: Place, actors: Actors) -> Action:
    task, stands, news = line.task, line.stands.text, line.news.text
    if line.is_known and words.says_to_do(news):
        task, who = replace(task, end=line.stands.end), words.who_in(news.strip(), "", actors)
    else:
        ahead = _AHEAD.match(task.text)
        given = ahead["who"] if ahead and actors.knows(ahead["who"]) else None
        task = task.part(ahead.end()) if ahead and given else task
        who, end = words.holder(task.text, actors)
        who = given or who or words.who_in(task.text, "", actors) or _told_by(news, actors)
        task = task.part(0, end)
    return replace(
        listed_action(
            task,
            place,
            who=who,
            due=states.due_in(stands),
            number=line.number,
            status=states.status_of(stands),
            update=stands,
            quotes=(line.piece,),
        ),
        arises_at=None,
    )


def _told_by(news: str, actors: Actors) -> str | None:
    """Who is to act, in what stands behind a task: "… (AL)", "… BT"."""
    bare = news.strip(" .")
    if actors.is_only(bare):
        return bare
    return words.holder(news, actors)[0] or words.said(news, "", actors).who
