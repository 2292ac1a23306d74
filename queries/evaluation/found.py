"""The facts that were found, as rows to compare with the gold.

Facts come from the extraction of single papers or from the graph of a
library; both give the same rows. ``file`` of a row is the base name of the
paper that states it.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.facts import Action, Facts, MeetingKey, PersonName
from queries.evaluation.facts import NOTHING, Row
from queries.evaluation.gold import meeting_value
from queries.evaluation.normalise import person, text

Rows = dict[str, list[Row]]


def rows_from_facts(facts: Mapping[str, Facts]) -> Rows:
    """Rows by type from the facts of papers, keyed by the base name of their file."""
    rows: Rows = {
        "meetings": [],
        "attendance": [],
        "memberships": [],
        "agenda_items": [],
        "recommendations": [],
        "decisions": [],
        "actions": [],
    }
    people: list[tuple[str, str, str]] = []
    councils: list[tuple[str, str, str]] = []
    programmes: list[tuple[str, str, str]] = []
    for file, one in facts.items():
        rows["meetings"] += [
            _row(file, body=m.key.board, date=m.key.date.isoformat()) for m in one.meetings
        ]
        rows["attendance"] += [
            _row(file, meeting=_meeting(a.meeting), person=a.person.name, status=a.status)
            for a in one.attendance
        ]
        rows["memberships"] += [
            _row(file, body=m.body, person=m.person.name, role=m.role, authority=m.representing)
            for m in one.memberships
        ]
        rows["agenda_items"] += [
            _row(file, meeting=_meeting(i.meeting), number=i.number, title=i.title)
            for i in one.items
        ]
        rows["recommendations"] += [
            _row(file, number=r.number, text=r.text) for r in one.recommendations
        ]
        rows["decisions"] += [
            _row(file, meeting=_meeting(d.meeting), item=d.item, text=d.text) for d in one.decisions
        ]
        rows["actions"] += [_action(file, action) for action in one.actions]
        people += [
            (person(p.name), name, file)
            for p, *also in _people(one)
            for name in (p.name, p.written, *also)
            if name
        ]
        councils += [
            (o.code, name, file)
            for o in one.organisations
            if o.code is not None
            for name in (o.name, o.written)
        ]
        programmes += [
            (text(p.name), name, file)
            for p in one.programmes
            for name in (p.name, p.written, p.acronym)
            if name
        ]
    for kind, named in (("persons", people), ("councils", councils), ("programmes", programmes)):
        rows[kind] = list(entity_rows(named))
    return rows


def entity_rows(named: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
    """One row for each identity from (identity, a name of it, a file that names it)."""
    names: dict[str, set[str]] = {}
    files: dict[str, set[str]] = {}
    for identity, name, file in named:
        names.setdefault(identity, set()).add(name)
        files.setdefault(identity, set()).add(file)
    for identity in sorted(names):
        yield Row({"name": tuple(sorted(names[identity])), "file": tuple(sorted(files[identity]))})


def _row(file: str, **values: str | None) -> Row:
    return Row({"file": (file,), **{name: (value or NOTHING,) for name, value in values.items()}})


def _meeting(key: MeetingKey | None) -> str | None:
    return meeting_value(key.date.isoformat(), key.board) if key else None


def _action(file: str, action: Action) -> Row:
    meetings = [_meeting(key) for key in (action.meeting, action.arises_at)]
    statuses = [status for status in (action.status, action.status_as_written) if status]
    return Row(
        {
            "file": (file,),
            "meeting": tuple(dict.fromkeys(m for m in meetings if m)),
            "text": (action.text,),
            "status": tuple(dict.fromkeys(statuses)) or (NOTHING,),
            "due": (action.due.isoformat() if action.due else NOTHING,),
        }
    )


def _people(facts: Facts) -> Iterator[tuple[PersonName, *tuple[str | None, ...]]]:
    """Everyone a paper names, with the initials it gives them."""
    yield from ((mention.person, mention.initials) for mention in facts.people)
    yield from ((attendance.person,) for attendance in facts.attendance)
    yield from ((membership.person,) for membership in facts.memberships)
    yield from ((name,) for item in facts.items for name in item.presenters)
    yield from ((c.person,) for report in facts.reports for c in report.contacts)
    yield from ((name,) for action in facts.actions for name in action.assignees)
