"""The meeting of a report by its head: "Report to: X Board" and "Date: 9 May 2032", each behind a
label or on a line of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from kg.extraction import dates
from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day
from kg.extraction.meetings.own_body import is_organ, with_owner
from kg.facts import MeetingKey
from kg.model import Document, Kind
from kg.reading.fields import DAYS, Says
from kg.structure.names import body_names
from kg.structure.report_front import Said, body_alone, body_of
from kg.structure.report_heads import says_whose

_DATED = DAYS | {Says.MEETING, Says.ADDRESSEE}


def stated_in(said: Sequence[Said], document: Document) -> MeetingKey | None:
    """The body and the day that a head states; None where it lacks one."""
    name, day = next(_bodies(said), None), next(_days(said), None)
    return MeetingKey(with_owner(name, document), day) if name and day else None


def _bodies(said: Sequence[Said]) -> Iterator[str]:
    """The bodies that a head names: behind a label, with a day in one line, an organ or a body that
    any may have alone in a line, any alone in a line or in a cell.
    """
    yield from filter(None, (body_of(one) for one in said if one.says is not None))
    free = [one for one in said if one.says is None and not says_whose(one.words)]
    lines = [one.words for one in free if one.paragraph.kind is not Kind.TABLE]
    named = [(line, name) for line in lines if (name := body_alone(line))]
    yield from (name for line, name in named if dates.first_day(line))
    yield from (name for _, name in named if body_names.is_generic(name) or is_organ(name))
    yield from (name for _, name in named)
    yield from filter(None, (body_alone(one.words) for one in free))


def _days(said: Sequence[Said]) -> Iterator[date]:
    """The days that a head gives: behind a label, beside a body, alone in a line."""
    labelled = (dates.first_day(one.words) for one in said if one.says in _DATED)
    yield from filter(None, labelled)
    free = [one.words for one in said if one.says is None]
    beside = (dates.first_day(line) for line in free if body_alone(line))
    yield from filter(None, beside)
    alone = (dates.first_day(line) for line in free if is_day(line, BESIDE_DAY))
    yield from filter(None, alone)
