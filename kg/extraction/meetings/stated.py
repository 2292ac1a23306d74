"""The meeting of a report by its head: "Report to: X Board" and "Date: 9 May 2032", each behind a
label or on a line of its own.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from kg.extraction import dates
from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day
from kg.extraction.meetings.own_body import is_organ, letterhead
from kg.extraction.meetings.owners import qualified
from kg.facts import MeetingKey
from kg.model import Document, Kind
from kg.reading.fields import DAYS, NAMES, Says
from kg.structure.names import bodies, body_names, title_days
from kg.structure.report_front import Said
from kg.structure.report_heads import says_whose
from kg.tables.load import alternation

_WHOSE = NAMES | {Says.MEETING, Says.BODY, Says.ADDRESSEE}
_DATED = DAYS | {Says.MEETING, Says.ADDRESSEE}
_TO = rf"(?:[\w’-]+\s+){{0,3}}report\s+(?:to|for)\s+(?:{alternation('bodies', 'small')}\s+)?"
_OF_MEETING = re.compile(
    rf"^{_TO}|^(?:the\s+)?(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?(?:\w+\s+)?meeting\s+of\s+(?:the\s+)?"
    r"|\s+meeting$",
    re.IGNORECASE,
)
"""What says in front of a body or behind it that its meeting is meant, or a report to it."""
_MARKS = " ,;:.–—-|"


def stated_in(said: Sequence[Said], document: Document) -> MeetingKey | None:
    """The body and the day that a head states; None where it lacks one."""
    name, day = next(_bodies(said), None), next(_days(said), None)
    if name is None or day is None:
        return None
    generic = body_names.is_generic(name)
    return MeetingKey(qualified(name, list(letterhead(document))) if generic else name, day)


def names_meeting(line: str) -> bool:
    """Whether a line is a body, with or without its day, and no more."""
    return _alone(line) is not None


def _bodies(said: Sequence[Said]) -> Iterator[str]:
    """The bodies that a head names: behind a label, with a day in one line, an organ or a body that
    any may have alone in a line, any alone in a line or in a cell.
    """
    labelled = (_labelled(one.words) for one in said if one.says in _WHOSE)
    yield from filter(None, labelled)
    free = [one for one in said if one.says is None and not says_whose(one.words)]
    lines = [one.words for one in free if one.paragraph.kind is not Kind.TABLE]
    named = [(line, name) for line in lines if (name := _alone(line))]
    yield from (name for line, name in named if dates.first_day(line))
    yield from (name for _, name in named if body_names.is_generic(name) or is_organ(name))
    yield from (name for _, name in named)
    yield from filter(None, (_alone(one.words) for one in free))


def _days(said: Sequence[Said]) -> Iterator[date]:
    """The days that a head gives: behind a label, beside a body, alone in a line."""
    labelled = (dates.first_day(one.words) for one in said if one.says in _DATED)
    yield from filter(None, labelled)
    free = [one.words for one in said if one.says is None]
    beside = (dates.first_day(line) for line in free if _alone(line))
    yield from filter(None, beside)
    alone = (dates.first_day(line) for line in free if is_day(line, BESIDE_DAY))
    yield from filter(None, alone)


def _labelled(value: str) -> str | None:
    """The body that the words behind a label are, with the day and the place behind it left out."""
    return _alone(value) or _alone(value.split(",")[0]) or bodies.in_line(value)


@lru_cache(maxsize=1024)
def _alone(words: str) -> str | None:
    """The body that is all that words say, but for its day and that it is reported to."""
    left = title_days.without(words).strip(_MARKS)
    left = _OF_MEETING.sub("", _OF_MEETING.sub("", left)).strip(_MARKS)
    return bodies.bare(left) or bodies.in_line(left)
