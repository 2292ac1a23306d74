"""The records of gold as rows, one or more for each fact that a careful reader found."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.extraction.dates import PERIOD
from kg.extraction.numbers import numbers
from kg.numbering import of_item
from queries.evaluation.facts import NOTHING, FactRow
from queries.evaluation.links import GoldRecord, rows_of_gold
from queries.evaluation.specs import SPECS

_CAME_AS = {"substitute": "present", "observer": "in attendance"}
_DAY_AT_END = re.compile(r"^(?P<prefix>.+)-(?P<day>\d{4}-\d{2}-\d{2})$")


def meeting_value(day: str, body: str) -> str:
    """A meeting as one value that ``same_meeting`` compares."""
    return f"{day} {body}"


def rows_by_type(extraction: Mapping[str, Any]) -> dict[str, tuple[FactRow, ...]]:
    """The rows of each type of fact for which gold has a file."""
    meetings = _Meetings(extraction.get("meetings") or {})
    readers: dict[str, tuple[str, Callable[[GoldRecord], Iterator[FactRow]]]] = {
        "attendance": ("attendance", meetings.attendance),
        "memberships": ("memberships", _membership),
        "agenda_items": ("agenda_items", meetings.item),
        "recommendations": ("recommendations", _recommendation),
        "decisions": ("decisions", meetings.decision),
        "actions": ("actions", meetings.action),
        "persons": ("persons", _entity),
        "councils": ("organisations", _organisation),
        "programmes": ("programmes", _entity),
        "citations": ("citations", _citation),
        "figures": ("figures", _figure),
    }
    rows: dict[str, list[FactRow]] = {
        name: [row for record in extraction[source] for row in reader(record)]
        for name, (source, reader) in readers.items()
        if source in extraction
    }
    if "meetings" in extraction:
        rows["meetings"] = meetings.rows(extraction)
    if (referred := _referred(extraction.get("meetings"))) is not None:
        rows["referred"] = referred
    for name, also in _vouched(extraction).items():
        if name in rows:
            rows[name].extend(also)
    return {name: tuple(map(_as_stated, rows[name])) for name in SPECS if name in rows}


def _as_stated(row: FactRow) -> FactRow:
    """The row with ``NOTHING`` for what a record leaves empty, which makes it optional."""
    empty = any(value is None for values in row.values.values() for value in values)
    values = {
        key: tuple(NOTHING if value is None else str(value) for value in values)
        for key, values in row.values.items()
    }
    return FactRow(values, row.optional or empty)


def links_of(extraction: Mapping[str, Any]) -> dict[str, tuple[FactRow, ...]]:
    """The rows of each type of link between facts that gold states."""
    meetings = _Meetings(extraction.get("meetings") or {})
    items = [
        FactRow({**row.values, "file": (*_stated(record), *(record.get("also_in") or ()))})
        for record in extraction.get("agenda_items") or []
        for row in meetings.item(record)
    ]
    asked = extraction.get("recommendations") or []
    return rows_of_gold(extraction.get("decisions") or [], asked, items)


def _stated(record: GoldRecord) -> tuple[str, ...]:
    """The paper of a record, none where it names none."""
    return (record["file"],) if record.get("file") else ()


class _Meetings:
    """The meetings of the gold by id, and the rows that hang on them.

    An id that no record defines is read as a known body's prefix and a day.
    """

    def __init__(self, extraction: Mapping[str, Any] | list[GoldRecord]) -> None:
        held = extraction if isinstance(extraction, list) else extraction.get("meetings") or []
        referred = [] if isinstance(extraction, list) else extraction.get("referred") or []
        self._held = [self._value(record) for record in held]
        self._referred = [self._value(record) for record in referred if record.get("date")]
        self._by_id = {r["id"]: self._value(r) for r in [*referred, *held] if r.get("date")}
        self._bodies: dict[str, str] = {
            found["prefix"]: record["body"]
            for record in [*referred, *held]
            if (found := _DAY_AT_END.match(record["id"]))
        }

    @staticmethod
    def _value(record: GoldRecord) -> str:
        return meeting_value(str(record["date"]), str(record["body"]))

    def value(self, meeting: str | None) -> tuple[str, ...]:
        """The meeting of an id; unstated where the id names no day."""
        if not meeting:
            return (NOTHING,)
        if meeting in self._by_id:
            return (self._by_id[meeting],)
        found = _DAY_AT_END.match(meeting)
        if not found:
            return (NOTHING,)
        body = self._bodies.get(found["prefix"], found["prefix"])
        return (meeting_value(found["day"], body),)

    def rows(self, extraction: Mapping[str, Any]) -> list[FactRow]:
        """Meetings held; those referred to or named elsewhere in the gold are optional."""
        named = {
            value
            for source in ("attendance", "agenda_items", "decisions", "actions", "reports")
            for record in extraction.get(source) or []
            for value in self.value(record.get("meeting"))
        }
        others = [*self._referred, *sorted(named - {NOTHING})]
        return [_meeting_row(value) for value in self._held] + [
            _meeting_row(value, optional=True) for value in others
        ]

    def attendance(self, record: GoldRecord) -> Iterator[FactRow]:
        """Blank statuses say nothing; a substitute was present, an observer in attendance."""
        status = record.get("status")
        if status:
            optional = record.get("listed") is False or record.get("duplicate") is True
            yield FactRow(
                {
                    "meeting": self.value(record["meeting"]),
                    "person": (record["person"],),
                    "status": (_CAME_AS.get(str(status), str(status)),),
                },
                optional,
            )

    def item(self, record: GoldRecord) -> Iterator[FactRow]:
        """A part of item 4 has the number "4b" or "4.1"."""
        whole, part = (str(record.get(name) or "") for name in ("number", "sub"))
        yield FactRow(
            {
                "meeting": self.value(record["meeting"]),
                "number": (of_item(whole, part),),
                "title": (record["title"],),
            }
        )

    def decision(self, record: GoldRecord) -> Iterator[FactRow]:
        """Only what is minuted is asked for."""
        yield FactRow(
            {
                "meeting": self.value(record["meeting"]),
                "item": _values(record.get("item")),
                "text": (record["text"],),
            },
            record.get("kind", "minuted") != "minuted",
        )

    def action(self, record: GoldRecord) -> Iterator[FactRow]:
        """Its place is the file or the meeting."""
        meetings = self.value(record.get("meeting")) + self.value(record.get("arises_at"))
        yield FactRow(
            {
                "place": comparable_places((record["file"],), meetings),
                "text": (record["text"],),
                "status": _values(record.get("status")),
                "due": _values(record.get("due_iso")),
            }
        )


def comparable_places(files: tuple[str, ...], meetings: tuple[str, ...]) -> tuple[str, ...]:
    """Files and meetings as values that ``same_place`` compares."""
    return (
        *(f"file {file}" for file in files),
        *(f"meeting {meeting}" for meeting in meetings if meeting),
    )


def _meeting_row(value: str, *, optional: bool = False) -> FactRow:
    day, _, body = value.partition(" ")
    return FactRow({"body": (body,), "date": (day,)}, optional)


def _values(value: str | None) -> tuple[str, ...]:
    return (value,) if value else (NOTHING,)


def _membership(record: GoldRecord) -> Iterator[FactRow]:
    yield FactRow(
        {
            "body": (record["body"],),
            "person": (record["person"],),
            "role": (record["role"],),
            "authority": _values(record.get("authority")),
        },
        record.get("source_kind", "membership table") != "membership table",
    )


def _recommendation(record: GoldRecord) -> Iterator[FactRow]:
    """A number that the paper does not print may be missing."""
    numbers = _values(record.get("number"))
    if record.get("numbering") == "unnumbered":
        numbers = (*numbers, NOTHING)
    yield FactRow(
        {"file": (record["file"],), "number": numbers, "text": (record["text"],)},
        record.get("tier", 1) != 1,
    )


def _entity(record: GoldRecord) -> Iterator[FactRow]:
    names = dict.fromkeys((record["canonical"], *(record.get("aliases") or ())))
    yield FactRow({"name": tuple(names)})
    for uncertain in record.get("uncertain_aliases") or ():
        yield FactRow({"name": (uncertain["alias"],)}, optional=True)


def _figure(record: GoldRecord) -> Iterator[FactRow]:
    """A range holds two numbers, either of which will do; a period ("2020/21") is none."""
    written = str(record["value"])
    values = () if PERIOD.fullmatch(written) else tuple(map(str, numbers(written)))
    yield FactRow(
        {
            "file": (record["file"],),
            "value": values or (NOTHING,),
            "about": tuple(filter(None, (record["subject"], record.get("unit")))),
        },
        not values,
    )


def _referred(meetings: Mapping[str, Any] | list[GoldRecord] | None) -> list[FactRow] | None:
    """The meetings that papers speak of by day or month; None where the gold lists none."""
    if not isinstance(meetings, dict) or not meetings.get("referred"):
        return None
    dated = [record for record in meetings["referred"] if record.get("date")]
    named = {(record["file"], record["body"], record["date"]) for record in dated}
    return [
        FactRow({"file": (file,), "body": (body,), "date": (day,)})
        for file, body, day in sorted(named)
    ]


def _citation(record: GoldRecord) -> Iterator[FactRow]:
    """A document that each of several papers cites, under any of its titles."""
    titles = tuple(dict.fromkeys((record["title"], *(record.get("aliases") or ()))))
    for file in record["files"]:
        yield FactRow({"file": (file,), "title": titles})


def _organisation(record: GoldRecord) -> Iterator[FactRow]:
    """A body that the gold does not call a council may be read as one."""
    for row in _entity(record):
        yield FactRow(row.values, row.optional or record.get("type") != "council")


def _vouched(extraction: Mapping[str, Any]) -> dict[str, list[FactRow]]:
    """People and councils that other parts of the gold name, as optional rows."""
    people, councils = set(), set()
    for source in ("attendance", "memberships"):
        for record in extraction.get(source) or []:
            people.add(record["person"])
            councils.update({record.get("authority"), record.get("authority_as_written")})
    for record in extraction.get("agenda_items") or []:
        people.update(presenter["name"] for presenter in record.get("presenters") or ())
    for record in extraction.get("reports") or []:
        people.update(record.get("contact_officers") or ())
    return {
        "persons": [FactRow({"name": (name,)}, optional=True) for name in sorted(people - {None})],
        "councils": [FactRow({"name": (one,)}, optional=True) for one in sorted(councils - {None})],
    }
