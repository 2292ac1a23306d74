"""Meetings that the text refers to: the previous, the next, and others by day or month.

A day or month is that of a meeting where the words before it say so ("at its meeting on",
"minutes of the meeting of"), or behind it ("the 3 May meeting"), where something was brought
to a board on it, or where a board acts on it. In a table it is one under "Meeting".
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from kg.extraction import dates
from kg.extraction.context import Context
from kg.extraction.mentions.acronyms import fitting
from kg.facts import Attendance, Evidence, Meeting, MeetingKey, MeetingReference
from kg.model import Kind, Paragraph
from kg.tables.load import alternation, words
from kg.vocabulary import folded

RULE = "referred/2"

_CAPITAL = r"[A-Z][\w’'&-]*"
_ORGAN = alternation("organs", "nouns")
_LOUD = "|".join(word.upper().replace(" ", r"\s+") for word in words("organs", "nouns"))
_BODY = (
    rf"(?<!\w)"
    rf"(?:(?:{_CAPITAL}[ ](?:(?:and|of|for|&)[ ])?){{0,7}}(?-i:{_ORGAN}|Council|{_LOUD}|COUNCIL)"
    r"|[A-Z]{2,6})"
    r"(?![\w’'-])"
)
_BEFORE = 110
"""How many letters before a day may say that it is a meeting's."""
_SAYS = re.compile(
    rf"(?P<which>(?i:\b(?:next|last|previous|date[ ]of)[ ]+(?:the[ ])?(?:[a-z]+[ ])?)?)"
    rf"(?:(?P<body>{_BODY})(?:[’']s?)?[ ]+)?"
    r"(?i:\b(?P<noun>meetings?|minutes|notes?|log(?=[ ](?:of|dated)[ ])))\b"
    r"(?P<between>[^.;!?()\n]{0,100})$"
)
_IN_BETWEEN = re.compile(r"[^\W\d_][\w’'&-]*")
_BEHIND = re.compile(rf"[’']?s?[ ]+(?:(?P<body>{_BODY})[ ]+)?(?i:meeting)\b")
_BROUGHT = re.compile(
    rf"\b{alternation('referred', 'business')}\b[^.;!?\n]{{0,60}}?\b(?:to|by|at|with)[ ]"
    rf"(?:the[ ]|our[ ]|its[ ])?(?P<body>{_BODY})(?:[ ]and[ ](?:the[ ])?(?P<other>{_BODY}))?"
    rf"(?:[ ]meeting)?[ ](?:on|in|of)[ ](?:the[ ])?(?:{alternation('dates', 'weekdays')},?[ ])?$"
)
_MET = re.compile(
    rf"(?P<body>{_BODY}),?[ ](?:last[ ]|next[ ])?(?:met|meets|will meet)[ ](?:again[ ])?"
    rf"(?:on|in)[ ](?:{alternation('dates', 'weekdays')},?[ ])?$"
)
_ON = re.compile(rf"\b(?:[Oo]n|[Ii]n)[ ](?:{alternation('dates', 'weekdays')},?[ ])?$")
_ACTS = re.compile(
    rf",?[ ](?:the[ ])?(?P<body>{_BODY})[ ](?:also[ ]|had[ ])?{alternation('referred', 'acts')}\b"
)
_UNDATED = re.compile(
    r"(?:\b(?:the|its|our|dates?[ ](?:and[ ](?:time|place|venue)[ ])?of(?:[ ]the)?)[ ]|^(?=next))"
    r"(?P<which>previous|last|next)[ ]"
    r"(?P<kind>(?:(?!the\b|of\b)[A-Za-z]+[ ]){0,3}?)meeting\b(?![’'])",
    re.IGNORECASE,
)
_QUICK = re.compile(rf"eeting|inutes|notes? of|Council|{_ORGAN}")
_ACRONYM = re.compile(r"[A-Z](?<!\w.)[A-Z]{1,5}\b")
_TWO = re.compile(rf"(.*{_ORGAN})[ ]and[ ](?:the[ ])?(.*)$")
_AMERICAN = re.compile(r"(?P<month>[A-Z][a-z]+)[ ](?P<day>[12]?\d|3[01])")
_NAMES_BODY = re.compile(rf"(?P<body>{_BODY})")
_MEETING_OF = re.compile(r"^.*\b(?:meetings?|minutes|notes) (?:of|from) (?:the )?", re.IGNORECASE)
_SORT = re.compile(rf"^(?:{alternation('referred', 'before_body')}[ ])+")
_DATED_BEHIND = 60


@dataclass(frozen=True, slots=True)
class _Named:
    """A meeting by the words of a text: the body as written, and which one it is said to be."""

    body: str | None
    role: str


def references(
    context: Context, meetings: Sequence[Meeting], attendance: Sequence[Attendance]
) -> tuple[MeetingReference, ...]:
    """Every meeting that the text refers to, in order, without the one it stands under.

    ``meetings`` are those of the document: where one of them says when the next is, "the
    next meeting" is on that day. Those of ``attendance`` may head the columns of a table.
    """
    attended = {one.meeting.date for one in attendance}
    known = {one.key: one for one in meetings}
    found: list[MeetingReference] = []
    columns: dict[int, set[int]] = {}
    for part, meeting in zip(context.parts, context.meetings, strict=True):
        key = meeting or context.main
        own = known.get(key) if key else None
        for paragraph in context.paragraphs(part):
            if paragraph.kind is Kind.FURNITURE or key is None:
                continue
            if paragraph.kind is Kind.TABLE:
                found.extend(_of_column(paragraph, key, columns))
                found.extend(_of_grid(paragraph, key, attended))
            found.extend(_referred(paragraph, key, own))
    return tuple(found)


def _referred(
    paragraph: Paragraph, own: MeetingKey, meeting: Meeting | None
) -> Iterator[MeetingReference]:
    text = paragraph.text
    moments, undated = list(_moments(text, own.date)), "eeting" in text.lower()
    if not (moments or undated) or not (_QUICK.search(text) or _ACRONYM.search(text)):
        return
    taken: list[int] = []
    for one, when in moments:
        for named in _each(_named(text, one.start, one.end, own.board)):
            board = _board(named.body, own.board)
            if when != own.date.isoformat()[: len(when)] or board != own.board:
                taken.append(one.start)
                if named.role == "next" and not one.complete and when < own.date.isoformat():
                    when = f"{int(when[:4]) + 1}{when[4:]}"
                quote = Evidence(paragraph.ordinal, *_quote(text, one.start, one.end, own.board))
                yield _reference(board, named.role, when, quote)
    for match in _UNDATED.finditer(text) if undated else ():
        dated = any(0 <= at - match.end() < _DATED_BEHIND for at in taken)
        if not dated and "annual" not in match["kind"].lower():
            yield _undated(match, own, meeting, paragraph)


def is_of_another(text: str, day: dates.Found, own: str) -> bool:
    """Whether the words around a day name it as that of a meeting of a body other than ``own``."""
    boards = [_board(one.body, own) for one in _each(_named(text, day.start, day.end, own))]
    return bool(boards) and own not in boards


def _moments(text: str, near: date) -> Iterator[tuple[dates.Found, str]]:
    """The days and months of a text, each with its ISO form."""
    for one in dates.days(text, near):
        yield one, one.day.isoformat()
    for one in dates.months(text, near):
        american = _AMERICAN.fullmatch(text, one.start, one.end)
        day = dates.first_day(f"{american['day']} {american['month']}", near) if american else None
        if day is None or text[: one.start].endswith(" in "):
            yield one, f"{one.day:%Y-%m}"
        else:
            yield replace(one, complete=False), day.isoformat()


def _named(text: str, start: int, end: int, own: str) -> Iterator[_Named]:
    """The meetings whose day or month stands from ``start`` to ``end``."""
    before = text[max(start - _BEFORE, 0) : start]
    if said := _saying(before, own):
        yield said[1]
    elif behind := _BEHIND.match(text, end):
        yield _Named(behind["body"], "mentioned")
    elif brought := _BROUGHT.search(before) or _MET.search(before):
        yield _Named(brought["body"], "mentioned")
        if other := brought.groupdict().get("other"):
            yield _Named(other, "mentioned")
    elif _ON.search(before) and (acts := _ACTS.match(text, end)):
        yield _Named(acts["body"], "mentioned")


def _each(named: Iterable[_Named]) -> Iterator[_Named]:
    """Each meeting by itself where words name those of two bodies: "Tide Board and Rope Board"."""
    for one in named:
        two = _TWO.match(one.body) if one.body else None
        for body in two.groups() if two else (one.body,):
            yield _Named(body, one.role)


def _saying(before: str, own: str) -> tuple[int, _Named] | None:
    """What the words before a day name, with where they begin: the first that lead up to it.

    The name of the board itself (``own``) says nothing more.
    """
    before, at = before.replace(own, " " * len(own)), 0
    while match := _SAYS.search(before, at):
        named = _said(match)
        if named is not None:
            return match.start(), named
        at = match.end("noun")
    return None


def _said(match: re.Match[str]) -> _Named | None:
    """What the words from "meeting" to a day name; None where they say something else."""
    between = _IN_BETWEEN.findall(match["between"])
    fillers, weekdays = words("referred", "fillers"), words("dates", "weekdays")
    plain = {*fillers, *(day.lower() for day in weekdays)}
    strange = [word for word in between if word.lower() not in plain]
    body = _NAMES_BODY.search(match["between"]) if strange else None
    if any(word[0].islower() for word in strange) or (strange and body is None):
        return None
    which = f"{match['which'] or ''} {match['between'].split(' meeting')[0]}".lower()
    role = "next" if "next" in which or "date of" in which else "mentioned"
    minutes = match["noun"][:4].lower() in ("minu", "note") and role != "next"
    if minutes or "last" in which or "previous" in which:
        role = "previous"
    return _Named(body["body"] if body else match["body"], role)


def _board(written: str | None, own: str) -> str:
    """The board's own name where the words only point to it ("the Board", its acronym)."""
    if written is None or written.lower() in words("referred", "fillers"):
        return own
    written = _MEETING_OF.sub("", written)
    name, whole = folded(_SORT.sub("", written)), folded(own)
    points = name == whole or whole.endswith(f" {name}")
    short = written.isupper() and fitting(own, written) == own
    return own if points or short else written.removeprefix("The ")


def _undated(
    match: re.Match[str], own: MeetingKey, meeting: Meeting | None, paragraph: Paragraph
) -> MeetingReference:
    role = "next" if match["which"].lower() == "next" else "previous"
    key = (meeting.next if role == "next" else meeting.previous) if meeting else None
    body = _NAMES_BODY.search(match["kind"])
    board = _board(body["body"] if body else None, own.board)
    quote = Evidence(paragraph.ordinal, *match.span())
    when = key.date.isoformat() if key and board == own.board else None
    return _reference(board, role, when, quote)


def _of_column(
    paragraph: Paragraph, own: MeetingKey, columns: dict[int, set[int]]
) -> Iterator[MeetingReference]:
    """The days of a column that is headed "Meeting"; ``columns`` remembers it by table."""
    held = columns.setdefault(paragraph.table or 0, set())
    for cell in paragraph.cells:
        text = paragraph.cell_text(cell)
        if text.strip().lower() in words("referred", "columns"):
            held.add(cell.column)
        elif cell.column in held:
            for day in dates.days(text, own.date)[:1]:
                if day.day != own.date:
                    start, end = cell.start + day.start, cell.start + day.end
                    quote = Evidence(paragraph.ordinal, start, end)
                    yield _reference(own.board, "mentioned", day.day.isoformat(), quote)


def _of_grid(
    paragraph: Paragraph, own: MeetingKey, attended: Set[date]
) -> Iterator[MeetingReference]:
    """The days in the first row of a table that says who came on them."""
    for cell in (one for one in paragraph.cells if one.row == 0):
        for day in dates.days(paragraph.cell_text(cell))[:1]:
            if day.day in attended and day.day != own.date:
                start, end = cell.start + day.start, cell.start + day.end
                quote = Evidence(paragraph.ordinal, start, end)
                yield _reference(own.board, "mentioned", day.day.isoformat(), quote)


def _quote(text: str, start: int, end: int, own: str) -> tuple[int, int]:
    """The words that name a meeting with its day: from the start of their clause."""
    before = text[max(start - _BEFORE, 0) : start]
    said = _saying(before, own)
    told = None if said else _BROUGHT.search(before) or _MET.search(before)
    begun = said[0] if said else told.start() if told else len(before)
    first = start - len(before) + begun
    behind = _BEHIND.match(text, end) or _ACTS.match(text, end)
    last = behind.end() if behind and begun == len(before) else end
    return first + len(text[first:start]) - len(text[first:start].lstrip()), last


def _reference(board: str, role: str, when: str | None, quote: Evidence) -> MeetingReference:
    return MeetingReference(board=board, role=role, when=when, evidence=(quote,), rule=RULE)
