"""The head of a paper: whose meeting it is about, and when and where that was."""

from collections.abc import Iterator

from data.build_sample import Block, Grid, Words
from tests.clerks.house import AgendaHouse, Head, House
from tests.clerks.meeting import Meeting
from tests.clerks.wording import day_in, runs, set_in


def head(meeting: Meeting, house: House | AgendaHouse, kind: str) -> Iterator[Block]:
    """The blocks above the list of those present; ``kind`` is "Minutes" or "Agenda"."""
    day = day_in(house.day, meeting.day)
    title, *lines = _lines(meeting, house.head, kind, day)
    yield set_in(house.head_look, title, level=1)
    yield from (Words(runs(line)) for line in lines)
    rows = (("Date", day), ("Time", meeting.time), ("Venue", meeting.venue))
    if house.head is Head.TABLE:
        yield Grid(tuple((runs(name), runs(value)) for name, value in rows))
    if house.head is Head.LABELS:
        yield from (Words(runs(f"{name}: {value}")) for name, value in rows)


def _lines(meeting: Meeting, form: Head, kind: str, day: str) -> tuple[str, ...]:
    body, time, venue = meeting.body, meeting.time, meeting.venue
    verb = "held" if kind == "Minutes" else "to be held"
    match form:
        case Head.TITLE_LINE:
            return (f"{body} – {kind} – {day}",)
        case Head.TWO_LINES:
            return (body, f"{kind}: {day}")
        case Head.LETTERHEAD:
            return (body, f"{kind} of the meeting {verb} on {day} at {time} in {venue}")
        case Head.SENTENCE:
            return (f"{kind} of a meeting of {body} {verb} on {day} at {venue} at {time}",)
        case Head.TABLE:
            return (f"{body} {kind}",)
        case Head.LABELS:
            return (body, kind)
        case Head.KIND_FIRST:
            return (kind.upper(), body, f"{day}, {time}", venue)
        case Head.KIND_OF_BODY:
            return (f"{kind} of {body}", f"{day} – {time}", venue)
