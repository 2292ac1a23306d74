"""Agendas: the notice of a meeting and the business that it will take up."""

from collections.abc import Iterator, Sequence

from data.build_sample import Block, Grid, Words
from tests.clerks.business import number
from tests.clerks.house import AgendaHouse, Asking, Beside, Notice
from tests.clerks.meeting import Item, Meeting, Person
from tests.clerks.wording import day_in, runs, set_in

HALF_HOURS = ("7.30", "7.35", "7.50", "8.05", "8.15", "8.30", "8.40", "8.50", "9.05", "9.15")


def agenda(meeting: Meeting, house: AgendaHouse) -> Iterator[Block]:
    """The blocks below the head of an agenda."""
    yield from _notice(meeting, house)
    titles = agenda_items(meeting, house)
    if house.beside in (Beside.TABLE, Beside.TIMED_TABLE):
        yield _table(titles, meeting, house)
    else:
        for n, (count, title) in enumerate(titles):
            yield from _item(n, count, title, meeting, house)
    if house.notice is not Notice.NONE:
        yield Words(runs(meeting.attending[0].name))
        yield Words(runs(meeting.attending[0].role))


def agenda_items(meeting: Meeting, house: AgendaHouse) -> list[tuple[str, str]]:
    """The number and title of each item."""
    first = Item("Apologies for absence", "To receive apologies for absence", ())
    return [
        (
            number(n, meeting, house.number),
            item.ask if house.asking is Asking.ORDERS else item.title,
        )
        for n, item in enumerate((first, *meeting.items), 1)
    ]


def _notice(meeting: Meeting, house: AgendaHouse) -> Iterator[Block]:
    day, body = day_in(house.day, meeting.day), meeting.body
    match house.notice:
        case Notice.SUMMONS:
            yield Words(runs("Dear Member,"))
            yield Words(
                runs(
                    f"You are hereby summoned to attend a meeting of {body} to be held on {day} "
                    f"at {meeting.time} in {meeting.venue} for the purpose of transacting the "
                    "following business."
                )
            )
        case Notice.NOTICE:
            yield Words(
                runs(
                    f"NOTICE IS HEREBY GIVEN that a meeting of {body} will be held in "
                    f"{meeting.venue} on {day} at {meeting.time}."
                )
            )
        case Notice.INVITATION:
            yield Words(runs(f"Members of the public and press are invited to attend on {day}."))
        case Notice.ALL_MEMBERS:
            yield Words(runs(f"To: All members of the {meeting.noun}"))
        case Notice.NONE:
            return


def _item(n: int, count: str, title: str, meeting: Meeting, house: AgendaHouse) -> Iterator[Block]:
    who, time = _lead(n, meeting), HALF_HOURS[n % len(HALF_HOURS)]
    numbered = f"{count} {title}".strip()
    match house.beside:
        case Beside.TIME_BEFORE:
            yield set_in(house.title, f"{time} pm {numbered}")
        case Beside.TIME_BEHIND:
            yield set_in(house.title, f"{numbered} ({time} pm)")
        case Beside.BRACKETED:
            yield set_in(house.title, f"{numbered} ({who.name})")
        case Beside.DASHED:
            yield set_in(house.title, f"{numbered} – {who.name}")
        case _:
            yield set_in(house.title, numbered)
    if house.beside is Beside.NOTES and n < len(meeting.items):
        yield from (Words(runs(line)) for line in meeting.items[n].said[:1])


def _table(titles: Sequence[tuple[str, str]], meeting: Meeting, house: AgendaHouse) -> Grid:
    timed = house.beside is Beside.TIMED_TABLE
    names = ["Time"] * timed + ["No."] * bool(titles[0][0]) + ["Item", "Lead"]
    rows = [
        [HALF_HOURS[n % len(HALF_HOURS)]] * timed
        + [count] * bool(count)
        + [title, _lead(n, meeting).name]
        for n, (count, title) in enumerate(titles)
    ]
    head = tuple(runs(f"**{name}**") for name in names)
    return Grid((head, *(tuple(map(runs, row)) for row in rows)))


def _lead(n: int, meeting: Meeting) -> Person:
    """Who presents the ``n``-th item."""
    return meeting.present[n % len(meeting.present)]
