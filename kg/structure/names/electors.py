"""Meetings of the electors of a place, which are none of its council: "Annual Parish Meeting"."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from kg.structure.names import bodies
from kg.structure.names.capitals import title_case
from kg.tables.load import alternation

_MEETING = re.compile(
    r"^(?:(?:draft\s+)?(?:minutes|notes|agenda)\s+(?:of|for|from)\s+(?:the\s+|an\s+)?)?"
    rf"(?P<whose>[^.;]{{0,60}}?)(?<!\w)(?P<name>{alternation('bodies', 'electors')})"
    r"(?!\s+(?:council|(?:will|shall|to)\s+be)|[^.;]{0,40}\bcouncil\b|\w)"
    rf"(?:\s+of\s+(?:the\s+)?(?!{alternation('bodies', 'who_elect')}\b)"
    r"(?P<of>(?-i:[A-Z])[\w’' -]{1,60}))?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s+(?:(?:parish|town|community|village)\s+)?(?:council|parish)$|^(?:parish|town)\s+of\s+"
    r"|\s+held\b.*$",
    re.IGNORECASE,
)
_PARISH = re.compile(r"(?!the\b)[^\W\d_][\w’' -]{2,40}\s(?:parish|community)", re.IGNORECASE)
_MARKS = " :–—-,|"


def meeting_of_electors(lines: Sequence[str], beside: Iterable[str]) -> str | None:
    """The name of the meeting that a title line says a paper is of, with its place.

    The place stands with it, or is that of the first council or place of ``beside``, else of a
    line that names a parish alone. A line
    below one that names the body of the paper is about another meeting, unless it is a title of
    the paper itself and has the place of the council above.
    """
    above = list(takewhile(lambda line: not _names_body_of_paper(line), lines))
    two = lines[len(above) : len(above) + 2]
    below = two[1:] if len(two) > 1 and _is_title_below(two[1], two[0]) else ()
    for line in (*above, *below):
        said = _MEETING.match(bodies.shown(line))
        whose = said["whose"].strip(_MARKS) if said else ""
        if said and (not whose or bodies.alone(whose)):
            parishes = filter(_PARISH.fullmatch, lines)
            places = (one for one in (whose, said["of"], *beside, *parishes) if one)
            place = title_case(_ENDS.sub("", next(places, "")))
            return f"{place} {title_case(said['name'].upper())}".strip()
    return None


def _is_title_below(line: str, over: str) -> bool:
    """Whether a line calls a paper one of the electors' meeting of the place of that ``over`` it:
    "Minutes of Larkby Parish Annual Meeting" below "Annual Meeting of Larkby Parish Council".
    """
    said = _MEETING.match(bodies.shown(line)) if bodies.says_paper(line) else None
    whose = title_case(_ENDS.sub("", said["whose"].strip(_MARKS))) if said else ""
    return bool(whose) and whose.lower() in over.lower()


def _names_body_of_paper(line: str) -> bool:
    return bodies.says_paper(line) and not _MEETING.match(line) and bool(bodies.in_sentence(line))
