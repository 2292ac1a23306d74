"""Facts of single papers as rows to compare with gold: those that a library gives of its graph."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.facts import Action, AgendaItem, Decision, Facts, MeetingKey, PersonName
from queries.evaluation.facts import NOTHING, FactRow
from queries.evaluation.found import FactRows
from queries.evaluation.gold_rows import meeting_value
from queries.evaluation.normalise import person, text

Named = tuple[str, str | None]
"""Who or what is meant, and a name of it."""


def rows_from_facts(facts: Mapping[str, Facts]) -> FactRows:
    """Rows by type from the facts of papers, keyed by the base name of their file."""
    rows: FactRows = {
        name: [row for file, one in facts.items() for row in reader(file, one)]
        for name, reader in _READERS.items()
    }
    for name, names in _NAMES.items():
        named = ((who, what, file) for file, one in facts.items() for who, what in names(one))
        rows[name] = list(_entities(named))
    return rows


def _entities(named: Iterable[tuple[str, str | None, str]]) -> Iterator[FactRow]:
    """One row for each identity from (identity, a name of it, a file that names it)."""
    names: dict[str, set[str]] = {}
    papers: dict[str, set[str]] = {}
    for identity, name, file in named:
        if name:
            names.setdefault(identity, set()).add(name)
            papers.setdefault(identity, set()).add(file)
    for identity in sorted(names):
        fields = {"name": names[identity], "file": papers[identity]}
        yield FactRow({field: tuple(sorted(values)) for field, values in fields.items()})


def _row(file: str, **values: str | None) -> FactRow:
    return FactRow(
        {"file": (file,), **{name: (value or NOTHING,) for name, value in values.items()}}
    )


def _meeting(key: MeetingKey | None) -> str | None:
    return meeting_value(key.date.isoformat(), key.board) if key else None


def _meetings(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.meetings:
        yield _row(file, body=one.key.board, date=one.key.date.isoformat())


def _attendance(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.attendance:
        meeting = _meeting(one.meeting)
        yield _row(file, meeting=meeting, person=one.person.name, status=one.status)


def _memberships(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.memberships:
        name, authority = one.person.name, one.representing
        yield _row(file, body=one.body, person=name, role=one.role, authority=authority)


def _items(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.items:
        yield _row(file, meeting=_meeting(one.meeting), number=one.number, title=one.title)


def _recommendations(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.recommendations:
        yield _row(file, number=one.number, text=one.text)


def _decisions(file: str, facts: Facts) -> Iterator[FactRow]:
    items = {(item.meeting, item.label): item for item in facts.items}
    for one in facts.decisions:
        row = _row(file, meeting=_meeting(one.meeting), item=one.item, text=one.text)
        item = items.get((one.meeting, one.item or "")) if one.meeting else None
        told = {"item": (item.number or NOTHING, item.title, *_part(one, item))} if item else {}
        yield FactRow({**row.values, **told})


def _part(decision: Decision, item: AgendaItem) -> tuple[str, ...]:
    """The number of the part of an item that a decision stands in, as a paper may call it."""
    number = decision.number or ""
    return (number,) if item.number and number.startswith(f"{item.number}.") else ()


def _actions(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.actions:
        yield _action(file, one)


def _figures(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.figures:
        about = (one.unit, one.text, one.about)
        values = {
            "file": (file,),
            "value": (str(one.value),),
            "unit": (one.unit or NOTHING,),
            "about": tuple(sorted({words for words in about if words})),
        }
        yield FactRow(values)


def _referred(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in sorted({(one.board, one.when) for one in facts.references if one.when}):
        yield _row(file, body=one[0], date=one[1])


def _citations(file: str, facts: Facts) -> Iterator[FactRow]:
    for one in facts.citations:
        yield _row(file, title=one.title)


def _action(file: str, action: Action) -> FactRow:
    meetings = {_meeting(key) for key in (action.meeting, action.arises_at)}
    statuses = {action.status, action.status_as_written}
    return FactRow(
        {
            "file": (file,),
            "meeting": tuple(sorted(meeting for meeting in meetings if meeting)),
            "text": (action.text,),
            "status": tuple(sorted(status for status in statuses if status)),
            "due": (action.due.isoformat(),) if action.due else (),
        }
    )


def _persons(facts: Facts) -> Iterator[Named]:
    """Everyone a paper names, with the initials it gives them."""
    for mention in facts.people:
        yield person(mention.person.name), mention.initials
    for name in _person_names(facts):
        yield person(name.name), name.name
        yield person(name.name), name.written


def _person_names(facts: Facts) -> Iterator[PersonName]:
    yield from (mention.person for mention in facts.people)
    yield from (attendance.person for attendance in facts.attendance)
    yield from (membership.person for membership in facts.memberships)
    yield from (name for item in facts.items for name in item.presenters)
    yield from (contact.person for report in facts.reports for contact in report.contacts)
    yield from (name for action in facts.actions for name in action.assignees)


def _councils(facts: Facts) -> Iterator[Named]:
    for one in facts.organisations:
        if one.code is not None:
            yield one.code, one.name
            yield one.code, one.written


def _programmes(facts: Facts) -> Iterator[Named]:
    for one in facts.programmes:
        for name in (one.name, one.written, one.acronym):
            yield text(one.name), name


_READERS: dict[str, Callable[[str, Facts], Iterator[FactRow]]] = {
    "meetings": _meetings,
    "attendance": _attendance,
    "memberships": _memberships,
    "agenda_items": _items,
    "recommendations": _recommendations,
    "decisions": _decisions,
    "actions": _actions,
    "figures": _figures,
    "referred": _referred,
    "citations": _citations,
}
_NAMES: dict[str, Callable[[Facts], Iterator[Named]]] = {
    "persons": _persons,
    "councils": _councils,
    "programmes": _programmes,
}
