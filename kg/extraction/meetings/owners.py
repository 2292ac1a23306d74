"""Whose a body is that has a name which any organisation may use: "Rowing Society – Board"."""

import re
from collections.abc import Sequence

from kg.reading.fields import field
from kg.structure.names import bodies, body_names
from kg.tables.load import alternation, table

_DASH = re.compile(r"\s+[-–—|]\s+")
_OF_ITS_OWN = re.compile(
    rf"(?:{alternation('bodies', 'kinds')}\s+){{0,3}}"
    rf"{alternation('bodies', 'meeting_of_all')}[’'] meeting",
    re.IGNORECASE,
)


def behind_owner(line: str) -> str | None:
    """The name of a body that any may have, behind that of its organisation and a dash or bar.

    "Rowing Society – Board" is the "Rowing Society Board", as is "Rowing Society: Board meeting".
    """
    head, *behind = _owned(line)
    whose = bodies.alone(head) if len(behind) == 1 else None
    generic = (bodies.bare(behind[0]) or bodies.generic_in(behind[0])) if whose else None
    return f"{whose} {generic}" if generic else None


def owner_before(line: str) -> str | None:
    """The organisation that a line names before a dash or bar, or a colon: "Rowing Society: Board".

    Before a colon may stand what a paper is as well ("Minutes of meeting: Board").
    """
    head, *behind = _owned(line)
    return bodies.owner(head) if behind else None


def owner_behind(line: str) -> str | None:
    """The organisation that a line names behind a meeting of a body that any may have:
    "Directors' Meeting – Rowing Society".
    """
    head, *behind = _owned(line)
    body = bodies.generic_of_title(head) if len(behind) == 1 else None
    return bodies.alone(behind[0]) if body and head.lower().startswith(body.lower()) else None


def _owned(line: str) -> list[str]:
    """What stands before and behind a dash or bar, or else a colon that ends no label."""
    parts = _DASH.split(line)
    if len(parts) > 1 or field(line) is not None:
        return parts
    head, colon, rest = line.partition(": ")
    return [head, rest] if colon and not bodies.says_paper(head) else parts


def beside_owner(line: str) -> str | None:
    """The same, or a name before that of its organisation: "Residents' Council – Lodge Home"."""
    head, *behind = _DASH.split(line)
    name = bodies.bare(head) or bodies.in_line(head)
    last = bodies.alone(behind[0]) if name and len(behind) == 1 else None
    return behind_owner(line) or (f"{last} {name}" if last else None)


def behind_meeting(line: str) -> str | None:
    """The organisation behind the meeting of those who own or run it.

    "Annual Members' Meeting – Lark Trust" is of the Lark Trust.
    """
    head, *behind = _DASH.split(line)
    owned = len(behind) == 1 and _OF_ITS_OWN.fullmatch(head) is not None
    return bodies.alone(behind[0]) if owned else None


def qualified(generic: str, names: Sequence[str]) -> str:
    """The name that says of which organisation a body is: "Rowing Society Committee"."""
    last = generic.split()[-1].lower()
    names = [name for name in names if not body_names.is_generic(name)]
    telling = [name for name in names if last in name.lower().split()]
    long = table("bodies")["written_out"].get(last)
    telling = telling or [name for name in names if name.lower().endswith(f" {long}")]
    if telling or not names:
        return telling[0] if telling else generic
    kind, _, rest = names[0].partition(" of ")
    if rest and generic.lower().startswith(f"{kind.lower()} "):
        return f"{rest} {generic}"
    repeated = names[0].split()[-1].lower() == generic.split()[0].lower()
    return f"{names[0]} {generic.partition(' ')[2] if repeated else generic}".strip()
