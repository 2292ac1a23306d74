"""Two lists side by side whose lines a converter set by turns, below both of their labels."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise, takewhile

from kg.facts import Attendance
from kg.model import Paragraph
from kg.structure.people_labels import people_label

_FEWEST = 3


def members_by_turns(
    found: Sequence[Attendance], paragraphs: Sequence[Paragraph]
) -> Iterator[Attendance]:
    """The rows, with the members present where a label of members stands over one of officers.

    Below both labels members and officers then stand by turns, and in brackets behind each
    officer, and no member but the chair, whence the officer comes.
    """
    members = _members(found, paragraphs)
    for row in found:
        sits = row.evidence[0].paragraph in members and row.status == "in attendance"
        yield replace(row, status="present", capacity="member") if sits else row


def _members(found: Sequence[Attendance], paragraphs: Sequence[Paragraph]) -> set[int]:
    """The ordinals of the lines of members below two such labels."""
    rows = {row.evidence[0].paragraph: row for row in found}
    members: set[int] = set()
    for over, under in pairwise(paragraphs):
        if _labels(over, ("member",)) and _labels(under, ("officer", "guest")):
            run = [*takewhile(rows.__contains__, count(under.ordinal + 1))]
            base = paragraphs[0].ordinal
            members |= _by_turns(run, {at for at in run if _comes(rows[at], paragraphs[at - base])})
    return members


def _labels(paragraph: Paragraph, capacities: Container[str | None]) -> bool:
    """Whether a line is no more than the label of people of some capacity."""
    said = people_label(paragraph.text)
    return said is not None and said.rest is None and said.capacity in capacities


def _comes(row: Attendance, paragraph: Paragraph) -> bool:
    """Whether brackets behind a name say whence somebody comes who is not in the chair."""
    return row.capacity != "chair" and paragraph.text.rstrip().endswith(")")


def _by_turns(run: Sequence[int], officers: Container[int]) -> set[int]:
    """The lines of members, if every other line is one up to the last of them."""
    members = [at for at in run if at not in officers]
    turns = members == [*run[: 2 * len(members) : 2]]
    return set(members) if turns and _FEWEST <= len(members) < len(run) else set()
