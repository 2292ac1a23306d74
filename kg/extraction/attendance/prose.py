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
from kg.tables.load import alternation, either, table
from kg.vocabulary import vocabulary

_APOLOGIES = re.compile(
    r"\bapolog(?:ies|y)\b(?P<between>[^.:]{0,90}?)(?:\b(?:from|by|on\s+behalf\s+of)\b:?|:)"
    r"|\bapolog(?:ies|y)\s+(?:(?:of|for) absence\s+)?(?:were\s+|was\s+)?"
    r"(?:\w+\s+(?:and\s+\w+\s+)?)?for\s+"
    r"(?-i:(?=[A-Z](?!bsence\b)))",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\b(?:[Pp]resent|[Hh]ere|[Aa]bsent|[Ee]xcused)\b")
_ANSWERS = re.compile(
    rf"(?P<who>(?:{names.TITLE}[ ]+){{0,4}}{names.NAME_WORDS})\s*(?:[-–—:,]\s*)?\(?"
    r"(?P<said>[Pp]resent|[Hh]ere|[Aa]bsent|[Ee]xcused)\b\)?(?=\s*(?:[,;.]|$|and\b|&))"
)
_ALL_PRESENT = re.compile(
    rf"(?P<who>(?>(?:[{names.UPPER}][\w.’'-]*|\([^()]*\)|[,&]|and\b)\s*){{2,60}})"
    r"(?P<said>present|attended|absent|excused)(?:\s+(?:at|in|on|via)\s[^.;:]{1,60})?\.?"
)
_ALL_SAID = {"absent": "absent", "excused": "apologies"}
_SENT = re.compile(
    r"(?P<who>.{0,300}?)\s+(?:(?:had|has|have|having)\s+)?"
    rf"{alternation('attendance', 'sent')}\s+"
    r"(?:(?:his|her|their|his/her)\s+)?apolog(?:ies|y)\b(?!\s+for\s+late)"
    r"|(?!(?:as|since|because)\b)(?P<unable>.{2,200}?)\s+(?:(?:had|has|have|also)\s+){0,2}(?:"
    rf"{alternation('attendance', 'advised')}\b"
    r"[^.;]{0,40}?\b(?:would|could|was|were)|(?:was|were|is|are|could))\s+(?:also\s+)?"
    r"(?:unable|not\s+(?:be\s+)?(?:able\s+)?)\s*(?:to\s+)?attend\b(?!\s+(?:the\s+)?(?:last|next))",
    re.IGNORECASE,
)
_FOR_LATENESS = re.compile(r"\bfor\s+(?:\w+\s+)?late", re.IGNORECASE)
_LATENESS = re.compile(r"\blate(?:ness)?\b", re.IGNORECASE)
_NEXT = re.compile(r"\badvance\s+apolog|\bapologies\b[^.:]{0,60}\bnext\s+meeting\b", re.IGNORECASE)
_WAS_THERE = re.compile(
    r"(?P<who>.{0,300}?)\b(?:(?:was|were) (?:also )?(?:the (?:[a-z]+ )?members )?"
    r"(?:in attendance|(?P<present>present))"
    r"|also attended"
    r"|(?P<came>attended)(?= as | by | via | remotely| virtually| online| for part))\b"
    r"(?: as (?:an? )?(?P<as>observers?|guests?))?"
    r"(?! (?:at|on|when|as)\b(?! (?:the|this) meeting))",
    re.IGNORECASE,
)
_WAS_ABSENT = re.compile(
    r"(?P<who>.{0,300}?)\s(?:(?:was|were)\s+(?:also\s+)?(?P<said>absent|excused|not\s+(?:present|in\s+attendance))"
    r"|did\s+not\s+attend)\b(?!\s+(?:from|at|when|for|as|because)\b(?!\s+the\s+meeting))(?!\s+(?:the|a|any)\s+(?!meeting))",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:with\s+)?(?:the\s+following\s+)?(?P<label>(?:[\w-]+\s+)?"
    rf"{alternation('attendance', 'people')}\s+"
    r"(?:(?:was|were)\s+)?(?:present|in\s+attendance|absent))\s*(?::|\b(?:were|included?)\b)\s*",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:(?P<with>with)\s+)?the\s+following\s+"
    rf"(?:(?:[\w-]+\s+)?(?:{alternation('attendance', 'people')}|persons)\s+)?"
    r"(?:(?:being|were|was|are)\s+)?(?:(?:found|noted|recorded)\s+(?:to\s+be|as)\s+|answered\s+)?"
    r"(?P<label>present|in\s+attendance|absent)\s*(?:(?(with):?|:)|,\s+(?-i:(?=[A-Z])))\s*",
    re.IGNORECASE,
)
_ROLL_CALL = re.compile(
    rf"\W*(?:(?:the\s+)?{alternation('attendance', 'called')}\s+)?"
    r"(?:answering|responding\s+to)\s+(?:the\s+)?(?:roll(?:\s+call)?|present)\b"
    r"(?-i:[^A-Z:]{0,20}?)\b(?:were|was|included?)\s*:?\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?:^\W*|[,;:–—.]\s*|\s--?\s+|\b(?:with|and)\s+)"
    r"(?i:(?P<label>(?:[a-z][\w’-]*,?\s+){0,5}?(?:present|in\s+attendance|attending|absent|excused)"
    r"\b[^.:;]{0,50}?|(?:registered\s+)?guests|visitors)\s+(?:was|were|is|are|include[sd]?))"
    r"(?:,[^,A-Z]{0,40},)?\s+(?=(?:the\s+)?(?:[a-z]+s\s+)?[A-Z])"
)
"""What stands in front of a list: "Also present were", "… - those in attendance are"."""
_INVITED = re.compile(r"\binvit", re.IGNORECASE)
_ROLL = re.compile(r"\b(?i:rol[el]\s+call)\s*:\s+(?=[A-Z])")
_CALLED_BY = re.compile(
    rf"\b(?:{either('attendance', 'called_by').pattern})\b[^,;]{{0,40}}?\bby\s+(?=[A-Z])"
)
_BESIDE = re.compile(r"\s+with\s+the\s+following\b")
_WITH = re.compile(
    r"\bwith\s+(?P<who>[A-Z].*?)\s+(?:also\s+)?(?:present|attending|in\s+attendance)\b"
)
_INCLUDING = re.compile(
    r"\b(?:present|attended|in attendance)\b[^.:]{0,40}?\b(?:including|consisting\s+of)\b"
    rf"(?:\s+(?:[a-z]+\s+){{0,3}}{alternation('attendance', 'included')})?\s+(?=[A-Z])"
)
_IN_CHAIR = re.compile(
    rf"(?P<who>.{{0,300}}?)\s+(?:{either('attendance', 'in_chair').pattern})\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[^.;:]{2,80}\.?\s*$")
_CAME = re.compile(
    rf"(?P<who>.{{0,300}}?)\s+(?:(?:had|has)\s+)?{alternation('attendance', 'came')}\b"
    r"(?:\s+(?:at|in|during)?\s*(?:the\s+)?meeting|\s+at\s+\d)",
    re.IGNORECASE,
)


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


def _apologies_from(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Apologies were received from A and B"."""
    match = _APOLOGIES.search(piece.text)
    if match is None or _is_late(piece.text, match) or _is_of_next(piece.text, match):
        return None
    return _apologies(piece.part(match.end()), piece, meeting)


def _sent_apologies(piece: Piece, meeting: MeetingKey, said: PeopleLabel | None) -> _Found:
    """Of "A and B sent apologies"; under a label of apologies anybody did."""
    if match := _SENT.match(piece.text):
        end = match.end("who" if match["who"] else "unable")
        return _apologies(piece.part(0, end), piece, meeting)
    labelled = said is not None and said.status == "apologies"
    return _apologies(piece, piece, meeting) if labelled else None


def _included(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Forty people attended, including A and B"."""
    match = _INCLUDING.search(piece.text)
    return _present(piece.part(match.end()), meeting) if match else None


def _opens_list(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Also present were A and B"."""
    text = piece.text
    chaired = _CALLED_BY.search(text) or _IN_CHAIR.match(text)
    match = None if chaired else _INVERTED.search(text) or _WITHIN.match(text)
    return _listed(piece, match, meeting) if match else None


def _called(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "Members answering the roll call were A and B"."""
    match = _ROLL_CALL.match(piece.text) or _ROLL.search(piece.text)
    called = match is not None and (match.re is _ROLL_CALL or match.start() > 0)
    return _present(piece.part(match.end()), meeting) if match and called else None


def _chaired(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "The meeting was called to order by A", "was led by A" or "A took the chair", with who was
    there besides.
    """
    if match := _CALLED_BY.search(piece.text):
        beside = _BESIDE.search(piece.text, match.end()) or _WITH.search(piece.text, match.end())
        named = piece.part(match.end(), beside.start() if beside else None)
        first = people_cells.behind_label(named)[:1]
        chair = rows(meeting, first, Standing("present", "chair"))
    elif match := _IN_CHAIR.match(piece.text):
        chair = _came(match["who"], piece, meeting, "present", "chair")
    else:
        return None
    return chain(chair, _listed_within(piece, match.end(), meeting))


def _following(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "The Board met with the following present: A, B"."""
    match = _FOLLOWING.search(piece.text)
    return _listed(piece, match, meeting) if match else None


def _all_present(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "A, B and C present"."""
    match = _ALL_PRESENT.fullmatch(piece.text)
    if match is None:
        return None
    people = people_cells.behind_label(piece.part(0, match.end("who")))
    return rows(meeting, people, Standing(_ALL_SAID.get(match["said"], "present")))


def _roll(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "A present, B absent, C present"."""
    answers = list(_ANSWERS.finditer(piece.text)) if _ANSWER.search(piece.text) else []
    return _answered(answers, piece, meeting) if len(answers) > 1 else None


def _was_or_came(piece: Piece, meeting: MeetingKey, _: PeopleLabel | None) -> _Found:
    """Of "A was absent", "B was in attendance by invitation", "C joined the meeting"."""
    if match := _WAS_ABSENT.match(piece.text):
        away = "apologies" if (match["said"] or "").lower() == "excused" else "absent"
        return _came(match["who"], piece, meeting, away, None)
    if match := _WAS_THERE.match(piece.text):
        return _was_there(match, piece, meeting)
    match = _CAME.match(piece.text)
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
    late = _LATENESS.search(apologies.group()) or _FOR_LATENESS.search(text, apologies.end())
    return late is not None and "absence" not in text


def _is_of_next(text: str, apologies: re.Match[str]) -> bool:
    """Whether apologies are given in advance, for a meeting to come."""
    return _NEXT.search(text, 0, apologies.end()) is not None


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
    lists = (form.search(piece.text, start) for form in (_INVERTED, _WITHIN, _FOLLOWING))
    if match := next(filter(None, lists), None):
        yield from _listed(piece, match, meeting)
    elif match := _WITH.search(piece.text, start):
        yield from _present(piece.part(*match.span("who")), meeting)


def _listed(piece: Piece, match: re.Match[str], meeting: MeetingKey) -> Iterator[Attendance]:
    """Those whom a sentence lists behind the words that are its label."""
    words = match["label"].replace(",", "")
    said = label_of(words)
    if said is not None and (said.told or said.capacity):
        invited = _INVITED.search(words) is not None and said.status == "present"
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
