"""The items of minutes: number, title, what was said, decided and asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.build_sample import Block, Grid, Heading, Items, Words
from tests.clerks.house import RUN_IN, Absence, Acting, House, Number, Text, Title
from tests.clerks.meeting import Item, Meeting, Task
from tests.clerks.roll import apology
from tests.clerks.wording import day_in, decided, owner_of, runs, tasked

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
FIRST_OF_SERIES = 31


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as written: what was said, and the sentences that decide and give a task."""

    number: str
    title: str
    said: tuple[str, ...]
    decision: str
    action: str
    column: str
    of: Item


def entries(meeting: Meeting, house: House) -> list[Entry]:
    """The items of a meeting in the words of a house."""
    items = list(meeting.items)
    if house.absence is Absence.ITEM:
        said = (apology(meeting, house),)
        items.insert(0, Item("Apologies for absence", "To receive apologies for absence", said))
    return [_entry(n, item, meeting, house) for n, item in enumerate(items, 1)]


def _entry(n: int, item: Item, meeting: Meeting, house: House) -> Entry:
    written = house.acting in (Acting.LIST, Acting.LIST_TABLE)
    action = ""
    if item.task and not written:
        action = tasked(house.acting, item.task, house.names, house.day)
    column = house.acting is Acting.COLUMN
    return Entry(
        number=number(n, meeting, house.number),
        title=item.title,
        said=item.said,
        decision=decided(house.deciding, item.decision, house.names, meeting.noun)
        if item.decision
        else "",
        action="" if column else action,
        column=f"{owner_of(item.task, house.names)} to {item.task.to}"
        if column and item.task
        else "",
        of=item,
    )


def number(n: int, meeting: Meeting, form: Number) -> str:
    """The number of the ``n``-th item (from 1)."""
    return form.value.format(
        n=n,
        m=FIRST_OF_SERIES + n,
        yy=f"{meeting.day:%y}",
        year=meeting.day.year,
        roman=ROMAN[n - 1],
        letter="abcdefghijklmnop"[n - 1],
    )


def business(meeting: Meeting, house: House) -> Iterator[Block]:
    """The blocks of all items, and of the list of tasks at the end."""
    written = entries(meeting, house)
    if house.title is Title.TABLE:
        yield _table(written, house)
    else:
        for entry in written:
            yield from _item(entry, house)
    tasks = [item.task for item in meeting.items if item.task]
    if tasks:
        yield from _task_list(tasks, house)


def _item(entry: Entry, house: House) -> Iterator[Block]:
    title = f"{entry.number} {entry.title}".strip()
    paragraphs = _paragraphs(entry, house)
    if house.title in RUN_IN:
        yield Words(runs(_run_in(house.title, title, paragraphs[0])))
        yield from (Words(runs(line)) for line in paragraphs[1:])
        return
    match house.title:
        case Title.HEADING:
            yield Heading(2, runs(title))
        case Title.BOLD:
            yield Words(runs(f"**{title}**"))
        case Title.CAPITALS:
            yield Words(runs(f"{entry.number} {entry.title.upper()}".strip()))
        case Title.PLAIN:
            yield Words(runs(title))
        case Title.OWN_LINE:
            yield Words(runs(entry.number))
            yield Words(runs(entry.title))
    yield from _below(entry, paragraphs, house)


def _run_in(form: Title, title: str, text: str) -> str:
    match form:
        case Title.COLON:
            return f"{title}: {text}"
        case Title.DASH:
            return f"{title} – {text}"
        case Title.PERIOD:
            return f"{title}. {text}"
    return f"**{title}** {text}"


def _paragraphs(entry: Entry, house: House) -> list[str]:
    parts = [" ".join(entry.said), entry.decision, entry.action]
    told = [part for part in parts if part]
    return [" ".join(told)] if house.text is Text.JOINED else told


def _below(entry: Entry, paragraphs: Sequence[str], house: House) -> Iterator[Block]:
    match house.text:
        case Text.BULLETS:
            yield Items(None, tuple(map(runs, paragraphs)))
        case Text.DOTTED:
            stem = entry.number.rstrip(".)")
            for k, line in enumerate(paragraphs, 1):
                yield Words(runs(f"{stem}.{k} {line}"))
        case Text.LETTERS:
            for letter, line in zip("abcdef", paragraphs, strict=False):
                yield Words(runs(f"{letter}) {line}"))
        case _:
            yield from (Words(runs(line)) for line in paragraphs)


def _table(written: Sequence[Entry], house: House) -> Grid:
    """The whole business as a table, with the tasks in a last column if the house has one."""
    names = ["No.", "Item", "Discussion", "Action"]
    rows = [
        [entry.number, entry.title, _paragraphs(entry, house)[0], entry.column] for entry in written
    ]
    kept = [
        n
        for n in range(4)
        if (n or house.number is not Number.NONE) and (n < 3 or house.acting is Acting.COLUMN)
    ]
    head = tuple(runs(f"**{names[n]}**") for n in kept)
    return Grid((head, *(tuple(runs(row[n]) for n in kept) for row in rows)))


def _task_list(tasks: Sequence[Task], house: House) -> Iterator[Block]:
    if house.acting is Acting.LIST:
        yield Words(runs("**Actions**"))
        lines = (tasked(house.acting, task, house.names, house.day) for task in tasks)
        yield Items(None, tuple(map(runs, lines)))
    if house.acting is Acting.LIST_TABLE:
        yield Words(runs("**Actions**"))
        head = tuple(runs(f"**{name}**") for name in ("Action", "Owner", "Due"))
        rows = (
            (
                runs(task.to[0].upper() + task.to[1:]),
                runs(owner_of(task, house.names)),
                runs(day_in(house.day, task.due)),
            )
            for task in tasks
        )
        yield Grid((head, *rows))
