"""Who came, who did not, and who sat beside the members, as a house lists them."""

from collections.abc import Iterator, Sequence

from data.build_sample import Block, Grid, Items, Words
from tests.clerks.house import Absence, House, Look, Names, Roll
from tests.clerks.meeting import Meeting, Person
from tests.clerks.wording import listed, name_in, runs, set_in

Group = tuple[str, tuple[Person, ...]]


def roll(meeting: Meeting, house: House) -> Iterator[Block]:
    """The blocks of the list."""
    groups = _groups(meeting, house)
    match house.roll:
        case Roll.COMMAS | Roll.ATTENDEES:
            yield from (_on_line(label, _commas(people, house), house) for label, people in groups)
        case Roll.SENTENCE:
            yield from _sentences(groups, house)
        case Roll.LINES | Roll.ROLES | Roll.BULLETS:
            for label, people in groups:
                yield from _under(label, people, house)
        case Roll.LABEL_TABLE:
            rows = ((runs(label), runs(_commas(people, house))) for label, people in groups)
            yield Grid(tuple(rows))
        case Roll.ROLE_TABLE:
            yield _table(groups, house)


def apology(meeting: Meeting, house: House) -> str:
    """The sentence under an item for apologies."""
    return f"Apologies were received from {_names(meeting.apologies, house.names)}."


def _groups(meeting: Meeting, house: House) -> list[Group]:
    label = "Attendees" if house.roll is Roll.ATTENDEES else "Present"
    groups = [
        (label, meeting.present),
        ("Apologies", meeting.apologies),
        ("In attendance", meeting.attending),
    ]
    return [group for group in groups if group[0] != "Apologies" or house.absence is Absence.HEAD]


def _on_line(label: str, text: str, house: House) -> Words:
    match house.label:
        case Look.CAPITALS:
            return Words(runs(f"{label.upper()}: {text}"))
        case Look.PLAIN:
            return Words(runs(f"{label}: {text}"))
        case Look.BOLD | Look.HEADING:
            return Words(runs(f"**{label}:** {text}"))


def _sentences(groups: Sequence[Group], house: House) -> Iterator[Block]:
    for label, people in groups:
        names = _names(people, house.names, roles=True)
        if label == "Apologies":
            yield Words(runs(f"Apologies for absence were received from {names}."))
        elif label == "Present":
            yield _on_line(label, f"{names}.", house)
        else:
            yield Words(runs(f"Also in attendance: {names}."))


def _names(people: Sequence[Person], form: Names, roles: bool = False) -> str:
    """Names with "and" before the last; one "Councillors" for all who bear the title."""
    title = "Councillors " if all(one.title for one in people) and form is Names.TITLED else ""
    names = [
        f"{one.name if title else name_in(form, one)}{_bracketed(one) if roles else ''}"
        for one in people
    ]
    return f"{title}{', '.join(names[:-1])} and {names[-1]}"


def _bracketed(person: Person) -> str:
    return f" ({person.role})" if person.role else ""


def _commas(people: Sequence[Person], house: House) -> str:
    return ", ".join(f"{listed(house.names, one)}{_bracketed(one)}" for one in people)


def _under(label: str, people: Sequence[Person], house: House) -> Iterator[Block]:
    """A label of its own with a line for each person."""
    colon = "" if house.label is Look.HEADING else ":"
    yield set_in(house.label, f"{label}{colon}", level=3)
    dash = house.roll is Roll.ROLES
    lines = [
        listed(house.names, one)
        + (f" – {one.role}" if dash and one.role else "" if dash else _bracketed(one))
        for one in people
    ]
    if house.roll is Roll.BULLETS:
        yield Items(None, tuple(map(runs, lines)))
    else:
        yield from (Words(runs(line)) for line in lines)


def _table(groups: Sequence[Group], house: House) -> Grid:
    head = tuple(runs(f"**{name}**") for name in ("Name", "Role", "Attendance"))
    rows = (
        (runs(listed(house.names, one)), runs(one.role or "Member"), runs(label))
        for label, people in groups
        for one in people
    )
    return Grid((head, *rows))
