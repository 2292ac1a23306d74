"""Attendance in sentences: apologies that came, who was there, who took the chair, roll calls."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from kg.extraction.attendance.rows import AWAY, Standing, capacity_of, fact, rows
from kg.extraction.context import evidence
from kg.extraction.people import cells as people_cells
from kg.extraction.people import names
from kg.extraction.people.cells import capacity_in
from kg.extraction.people.list_parts import Entry
from kg.extraction.people.lists import entries
from kg.facts import Attendance, MeetingKey
from kg.structure.people_labels import PeopleLabel, label_of, people_label
from kg.structure.sections import Piece
from kg.tables.load import either, matches, pattern, patterns, table
from kg.vocabulary import vocabulary

_NAME = rf"(?:{names.TITLE}[ ]+){{0,4}}{names.NAME_WORDS}"
_HOW = ("called_by", "in_chair")
"""The kinds that say how somebody led the meeting."""
_SHORT = re.compile(r"[^.;:]{2,80}\.?\s*$")

_LISTS = ("inverted", "within", "following")
"""The ways to list people inside a sentence."""

_Found: TypeAlias = Iterator[Attendance] | None
"""What a sentence tells of one kind; None where it tells nothing of it."""


def told(piece: Piece, meeting: MeetingKey, said: PeopleLabel | None) -> Iterator[Attendance]:
    """What a sentence tells of apologies, of who was there and of who came later."""
    if said is None and not _may_tell(piece.text):
        return iter(())
    found = (read(piece, meeting, said) for read in _READERS)
    return next((one for one in found if one is not None), iter(()))


def _may_tell(text: str) -> bool:
    """Whether a sentence has a word, or part of one, that what tells of attendance has."""
    told, small = table("attendance")["tells"], text.lower()
    part = any(map(small.__contains__, told["parts"]))
    return part or not vocabulary(text).isdisjoint(told["words"])


def _form(kind: str) -> re.Pattern[str]:
    """How a sentence tells something of one kind."""
    how = either("attendance", kind).pattern if kind in _HOW else ""
    return pattern("attendance", "told", kind, named=_NAME, upper=names.UPPER, how=how)


def _status(said: str, otherwise: str) -> str:
    """What one who is said to be so was: "excused" is to have sent apologies."""
    return str(table("attendance")["told"]["said"].get(said.lower(), otherwise))


def _apologies_from(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Apologies were received from A and B"."""
    match = either("attendance", "told", "apologies").search(piece.text)
    if match is None or _is_late(piece.text, match) or _is_of_next(piece.text, match):
        return None
    return _apologies(piece.part(match.end()), piece, meeting)


def _sent_apologies(piece: Piece, meeting: MeetingKey, said: PeopleLabel | None) -> _Found:
    """Of "A and B sent apologies"; under a label of apologies anybody did."""
    sent = (form.match(piece.text) for form in patterns("attendance", "told", "sent"))
    if match := next(filter(None, sent), None):
        return _apologies(piece.part(0, match.end("who")), piece, meeting)
    labelled = said is not None and said.status == "apologies"
    return _apologies(piece, piece, meeting) if labelled else None


def _included(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Forty people attended, including A and B"."""
    match = _form("including").search(piece.text)
    return _present(piece.part(match.end()), meeting) if match else None


def _opens_list(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Also present were A and B"."""
    text = piece.text
    chaired = _form("called_by").search(text) or _form("in_chair").match(text)
    match = None if chaired else _form("inverted").search(text) or _form("within").match(text)
    return _listed(piece, match, meeting) if match else None


def _called(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Members answering the roll call were A and B"."""
    match = _form("roll_call").match(piece.text) or _form("roll").search(piece.text, 1)
    return _present(piece.part(match.end()), meeting) if match else None


def _chaired(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "The meeting was called to order by A", "was led by A" or "A took the chair", with who was
    there besides.
    """
    if match := _form("called_by").search(piece.text):
        behind = (_form(kind).search(piece.text, match.end()) for kind in ("beside", "with"))
        beside = next(filter(None, behind), None)
        named = piece.part(match.end(), beside.start() if beside else None)
        first = people_cells.behind_label(named)[:1]
        chair = rows(meeting, first, Standing("present", "chair"))
    elif match := _form("in_chair").match(piece.text):
        chair = _came(match["who"], piece, meeting, "present", "chair")
    else:
        return None
    return chain(chair, _listed_within(piece, match.end(), meeting))


def _following(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "The Board met with the following present: A, B"."""
    match = _form("following").search(piece.text)
    return _listed(piece, match, meeting) if match else None


def _all_present(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "A, B and C present" and "A presiding, B and C present"."""
    match = _form("all_present").fullmatch(piece.text)
    if match is None:
        return None
    presiding = _form("presiding").search(match["who"])
    chair = match["who"][: presiding.start()] if presiding else ""
    people = people_cells.behind_label(
        piece.part(presiding.end() if presiding else 0, match.end("who"))
    )
    return chain(
        _came(chair, piece, meeting, "present", "chair"),
        rows(meeting, people, Standing(_status(match["said"], "present"))),
    )


def _roll(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "A present, B absent, C present"."""
    answering = _form("answer").search(piece.text) is not None
    answers = list(_form("answers").finditer(piece.text)) if answering else []
    return _answered(answers, piece, meeting) if len(answers) > 1 else None


def _was_or_came(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "A was absent", "B was in attendance by invitation", "C joined the meeting"."""
    if match := _form("was_absent").match(piece.text):
        return _came(match["who"], piece, meeting, _status(match["said"] or "", "absent"), None)
    if match := _form("was_there").match(piece.text):
        return _was_there(match, piece, meeting)
    match = _form("came").match(piece.text) or _form("attended_by").search(piece.text)
    return _came(match["who"], piece, meeting, "present", None) if match else None


_READERS = (
    _apologies_from,
    _sent_apologies,
    _included,
    _opens_list,
    _called,
    _chaired,
    _following,
    _all_present,
    _roll,
    _was_or_came,
)
"""The kinds of what a sentence may tell, in the order in which they are tried."""


def _present(piece: Piece, meeting: MeetingKey) -> Iterator[Attendance]:
    """Those whom words name, as present."""
    return rows(meeting, people_cells.behind_label(piece), Standing("present"))


def _was_there(match: re.Match[str], piece: Piece, meeting: MeetingKey) -> Iterator[Attendance]:
    """Who was there as what: "Ann Lowe was in attendance by invitation"."""
    status = "present" if match["present"] or match["came"] else "in attendance"
    behind = match.string[match.end() : match.end() + 20]
    invited = "guest" if "by invitation" in behind else None
    return _came(match["who"], piece, meeting, status, match["as"] or invited)


def _is_late(text: str, apologies: re.Match[str]) -> bool:
    """Whether apologies are for coming late and not for absence."""
    late = matches(apologies.group(), "attendance", "told", "late")
    late = late or matches(text[apologies.end() :], "attendance", "told", "for_lateness")
    return late and "absence" not in text


def _is_of_next(text: str, apologies: re.Match[str]) -> bool:
    """Whether apologies are given in advance, for a meeting to come."""
    return matches(text[: apologies.end()], "attendance", "told", "in_advance")


def _answered(
    answers: Sequence[re.Match[str]], piece: Piece, meeting: MeetingKey
) -> Iterator[Attendance]:
    """Who answered a roll call: "Commissioner Lowe present, Commissioner Tarn absent"."""
    for match in answers:
        found = names.leading(match["who"])
        if found is not None and found[0].sure:
            said = people_label(match["said"])
            status = said.status if said is not None else "present"
            yield fact(meeting, found[0], status, evidence(piece))


def _listed_within(piece: Piece, start: int, meeting: MeetingKey) -> Iterator[Attendance]:
    """Those whom a sentence lists behind a label: "… with the following members present: A"."""
    lists = (_form(kind).search(piece.text, start) for kind in _LISTS)
    if match := next(filter(None, lists), None):
        yield from _listed(piece, match, meeting)
    elif match := _form("with").search(piece.text, start):
        yield from _present(piece.part(*match.span("who")), meeting)


def _listed(piece: Piece, match: re.Match[str], meeting: MeetingKey) -> Iterator[Attendance]:
    """Those whom a sentence lists behind the words that are its label."""
    words = match["label"].replace(",", "")
    said = label_of(words)
    if said is not None and (said.told or said.capacity):
        invited = matches(words, "attendance", "told", "invited") and said.status == "present"
        said = replace(said, status="in attendance", capacity="guest") if invited else said
        listed = people_cells.behind_label(piece.part(match.end()), said.title)
        yield from rows(meeting, listed, Standing.of(said))


def _came(
    who: str, piece: Piece, meeting: MeetingKey, member: str, capacity: str | None
) -> Iterator[Attendance]:
    """Those a sentence says came; ``member`` is the status of a councillor among them."""
    councillor = set(table("people")["councillor_titles"])
    found = entries(who.strip(" (")) or (_last_named(who) if capacity == "chair" else [])
    whole = all(" " in one.name.name for one in found) and (
        len(found) > 1 or capacity in ("chair", "guest") or member in AWAY
    )
    for one in found:
        if one.name.honorifics or one.notes or one.beside or one.before or whole:
            other = one.before in table("people")["lists"]["tiers"]
            titled = councillor.intersection(one.name.honorifics)
            member_there = (titled or capacity_in(one.before) == "member") and not other
            sits = member_there or capacity == "chair"
            status = member if sits or member in AWAY else "in attendance"
            yield fact(meeting, one.name, status, evidence(piece), capacity_of(capacity or ""))


def _last_named(words: str) -> list[Entry]:
    """The titled person with whose name some words end: "with the President, Mr A Lowe,"."""
    spans = [
        (one, start, end) for one, start, end in names.titled(words) if not words[end:].strip(" ,")
    ]
    return [Entry(one, start, end) for one, start, end in spans]


def _apologies(piece: Piece, sentence: Piece, meeting: MeetingKey) -> Iterator[Attendance]:
    """Who sent apologies: "from A (sub B) and C, who was substituted by D".

    Those who did something with them are not meant: "from A; proposed by B".
    """
    business = either("attendance", "business").search(piece.text)
    if business is not None:
        piece = piece.part(0, business.start())
    listed = people_cells.listed(piece, labelled=True) if _SHORT.match(piece.text) else []
    for one in listed or people_cells.within(piece):
        quoted = Standing("apologies")
        for found in rows(meeting, [one], quoted):
            yield fact(
                meeting,
                found.person,
                found.status,
                evidence(sentence),
                found.capacity,
                found.substitute_for,
            )
