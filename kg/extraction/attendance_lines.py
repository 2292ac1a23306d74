"""Attendance in lines and sentences: labels over names, names behind a label, apologies told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction import people_cells
from kg.extraction.attendance_rows import Standing, capacity_of, fact, rows
from kg.extraction.context import evidence
from kg.extraction.people_lists import counts_heads, entries
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.labels import plain
from kg.structure.people_labels import PeopleLabel, people_label
from kg.structure.sections import Piece, lines, number_of, sentences
from kg.tables.load import table

_APOLOGIES = re.compile(
    r"\bapolog(?:ies|y)\b(?P<between>[^.:]{0,90}?)(?:\b(?:from|by|on\s+behalf\s+of)\b:?|:)"
    r"|\bapolog(?:ies|y)\s+(?:(?:of|for) absence\s+)?(?:were\s+|was\s+)?(?:\w+\s+)?for\s+"
    r"(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<who>[^.]*?)\s+(?:(?:had|has|have|having)\s+)?"
    r"(?:sen[dt]s?|g[ai]ven?|gives?|tendered|offered|submitted|conveyed)\s+"
    r"(?:(?:his|her|their|his/her)\s+)?apolog(?:ies|y)\b(?!\s+for\s+late)",
    re.IGNORECASE,
)
_LATENESS = re.compile(r"\blate(?:ness)?\b", re.IGNORECASE)
_WAS_THERE = re.compile(
    r"(?P<who>[^.]*?)\b(?:(?:was|were) (?:also )?(?:in attendance|(?P<present>present))"
    r"|also attended|attended(?= as ))\b"
    r"(?: as (?:an? )?(?P<as>observers?|guests?))?"
    r"(?! (?:at|on|when|as)\b(?! (?:the|this) meeting))",
    re.IGNORECASE,
)
_WAS_ABSENT = re.compile(
    r"(?P<who>[^.]*?)\s(?:was|were)\s+(?:also\s+)?absent\b(?!\s+(?:from|at|when|for)\b(?!\s+the\s+meeting))",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:with\s+)?(?:the\s+following\s+)?(?P<label>(?:[\w-]+\s+)?(?:members|directors|trustees"
    r"|councillors|officers|officials|staff|people)\s+(?:(?:was|were)\s+)?"
    r"(?:present|in\s+attendance|absent))\s*(?::|\bwere\b)\s*",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"\b(?:present|attended|in attendance)\b[^.:]{0,40}?\bincluding\b"
    r"(?:\s+(?:[a-z]+\s+){0,3}(?:members|trustees|councillors|directors|governors))?\s+(?=[A-Z])"
)
_IN_CHAIR = re.compile(
    r"(?P<who>[^.]*?)\s+"
    r"(?:(?:was )?in the chair|took the chair(?! for)|chaired the meeting|presided"
    r"|called (?:the )?(?:[\w-]+ ){0,3}to order)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"(?P<who>[^.]*?)\s+(?:(?:had|has)\s+)?(?:joined|arrived|entered)\b"
    r"(?:\s+(?:at|in|during)?\s*(?:the\s+)?meeting|\s+at\s+\d)",
    re.IGNORECASE,
)
_CAPITALS_FIRST = re.compile(r"[^\Wa-z\d_]{2,},")
_BARE_NUMBER = re.compile(r"\W*\d+(?:\.\d+)*[.)]?\s*")
_LABEL_WITHIN = re.compile(r"(?<=[\w.)])\s+(?=(?P<label>[A-Z][^:,;.()\n]{3,40}:)\s)")
_ROLE_BEHIND = re.compile(r"\([^()]{3,}\)|\s[–—-]\s+[^\W\d_]")
_ROLE_IN_BRACKETS = re.compile(r"[^\W\d_]\s?\([A-Z][^()]{2,}\)")
_HEAD = 40
_FEWEST = 4
_SHORT = 120


def of_lines(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[Attendance]:
    """The attendance that the paragraphs of minutes tell outside tables."""
    place = _Place(numbered=_numbered_names(paragraphs))
    unlabelled = _unlabelled(paragraphs)
    for paragraph in paragraphs:
        if paragraph.ordinal in unlabelled:
            for line in lines(paragraph):
                yield from rows(meeting, people_cells.listed(line), Standing("present"))
            place = place.listing(paragraph)
            continue
        if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
            place = replace(place, listed=place.listed or paragraph.kind is Kind.TABLE)
            continue
        said = (sentence for line in lines(paragraph) for sentence in sentences(line))
        for piece in (part for sentence in said for part in _at_labels(sentence)):
            if _BARE_NUMBER.fullmatch(piece.text) is None:
                place, found = _of_piece(piece, place, meeting)
                yield from found


def _at_labels(piece: Piece) -> Iterator[Piece]:
    """A piece cut before a label of those away behind other words: "A Lowe Apologies: B Tarn"."""
    start = piece.start
    for match in _LABEL_WITHIN.finditer(piece.paragraph.text, piece.start, piece.end):
        said = people_label(match["label"])
        if said is not None and said.status in ("apologies", "absent"):
            yield Piece(piece.paragraph, start, match.start())
            start = match.start("label")
    yield Piece(piece.paragraph, start, piece.end)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reading stands: under which label, and whether only headings followed it.

    ``listed`` says that people have been listed, and ``bulleted`` that the last were
    items of a list; ``begun`` that the business has begun, so that "Chairman" elects or
    signs. ``numbered`` are the ordinals of numbered lists
    that hold names alone.
    """

    standing: Standing | None = None
    headed: bool = False
    listed: bool = False
    bulleted: bool = False
    begun: bool = False
    numbered: frozenset[int] = frozenset()

    def takes(self, label: PeopleLabel, piece: Piece) -> bool:
        """Whether a label is of the attendance.

        Offices alone are not amid the business, nor behind other words of a line.
        """
        first = piece.start == 0 or piece.paragraph.text[piece.start - 1] == "\n"
        return label.told or self.standing is not None or (first and not self.begun)

    def after(self, paragraph: Paragraph) -> "_Place":
        """The place behind words that list nobody."""
        heads = paragraph.kind in (Kind.HEADING, Kind.LIST_ITEM)
        begun = self.begun or (self.listed and heads) or number_of(paragraph) is not None
        return replace(self, standing=None, headed=False, begun=begun)

    def listing(self, paragraph: Paragraph) -> "_Place":
        """The place behind words that list people."""
        return replace(self, listed=True, bulleted=paragraph.kind is Kind.LIST_ITEM)


def _of_piece(piece: Piece, place: _Place, meeting: MeetingKey) -> tuple[_Place, list[Attendance]]:
    """What a sentence or line says, and the place of what comes after it."""
    said, rest = _label(piece)
    if said is None or not place.takes(said, piece):
        return _of_line(piece, place, meeting)
    under = replace(place, standing=Standing.of(said), headed=rest is None)
    if rest is None:
        return under, []
    people = people_cells.behind_label(rest, said.title)
    if people:
        kept = under if said.several else place
        return kept.listing(piece.paragraph), list(rows(meeting, people, Standing.of(said)))
    if _names_nobody(rest):
        return under, []
    return place.after(piece.paragraph), list(_told(rest, meeting, said))


def _of_line(piece: Piece, place: _Place, meeting: MeetingKey) -> tuple[_Place, list[Attendance]]:
    """What words without a label say, and the place of what comes after them."""
    if place.standing is not None:
        people = _under_label(piece, place, place.standing.title)
        headed = place.headed and piece.paragraph.kind is Kind.HEADING
        if people:
            found = list(rows(meeting, people, place.standing))
            return replace(place, headed=headed).listing(piece.paragraph), found
        listed = (place.bulleted or place.headed) and _is_item_of_list(piece)
        if _names_nobody(piece) or listed:
            told = list(_told(piece, meeting, None)) if listed else []
            return replace(place, headed=headed, bulleted=listed), told
    return place.after(piece.paragraph), list(_told(piece, meeting, None))


def _names_nobody(piece: Piece) -> bool:
    """Whether a line says that nobody is listed, or only how many."""
    nobody = plain(piece.text) in table("people")["lists"]["nobody"]
    return nobody or counts_heads(piece.text)


def _is_item_of_list(piece: Piece) -> bool:
    """A short bulleted line, which may stand among people and name none."""
    paragraph = piece.paragraph
    listed = paragraph.kind is Kind.LIST_ITEM and number_of(paragraph) is None
    return listed and len(paragraph.text) <= _SHORT


def _label(piece: Piece) -> tuple[PeopleLabel | None, Piece | None]:
    """The innermost label that a piece begins with, and the words behind it."""
    said = people_label(piece.text.strip())
    if said is None:
        return None, piece
    if said.rest is None:
        return said, None
    lead = len(piece.text) - len(piece.text.lstrip())
    rest = Piece(piece.paragraph, piece.start + lead + said.rest, piece.end)
    inner, behind = _label(rest)
    return (inner, behind) if inner is not None else (said, rest)


def _under_label(piece: Piece, place: _Place, title: str | None) -> list[people_cells.Listed]:
    """The people of a line under a label.

    A numbered line, a heading or a line behind a list may be the next item, so more
    must tell that it names a person; so must one word behind names of one line.
    """
    paragraph = piece.paragraph
    heading = paragraph.kind is Kind.HEADING
    people = people_cells.listed(piece, title, labelled=not heading)
    numbered = number_of(paragraph) is not None and paragraph.ordinal not in place.numbered
    heading = heading and not _gives_role(piece, people)
    leaves = place.listed and paragraph.kind is not Kind.LIST_ITEM and place.bulleted
    enters = place.listed and paragraph.kind is Kind.LIST_ITEM and not place.bulleted
    if enters or leaves:
        people = [one for one in people if _is_whole(one)]
    if not numbered and (not heading or place.headed):
        return people
    return [one for one in people if _surely_named(one)]


def _gives_role(piece: Piece, people: Sequence[people_cells.Listed]) -> bool:
    """Whether a line is one name with a dash and a role behind it."""
    behind = piece.paragraph.text[people[0].evidence.end : piece.end] if len(people) == 1 else ""
    return re.match(r"\s+[–—-]\s+[^\W\d_]", behind) is not None or (
        len(people) == 1 and _ROLE_IN_BRACKETS.search(piece.text) is not None
    )


def _numbered_names(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of numbered lines that run from 1 and, but for a few, name somebody."""
    runs: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        number = number_of(paragraph)
        if number == 1:
            runs.append([])
        if number is not None and runs and number in (1, len(runs[-1]) + 1):
            runs[-1].append(paragraph)
    named = (run for run in runs if 3 * sum(_names_people(p) for p in run) >= 2 * len(run) > 2)
    return frozenset(paragraph.ordinal for run in named for paragraph in run)


def _unlabelled(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of a list of people, one with a role to a line, that no label stands over."""
    found: list[int] = []
    for paragraph in paragraphs[:_HEAD]:
        said = people_label(paragraph.text)
        if said is not None and said.told:
            break
        if all(map(_is_person_with_role, lines(paragraph))):
            found += [paragraph.ordinal] * len(list(lines(paragraph)))
        elif found and paragraph.kind is not Kind.FURNITURE:
            break
    return frozenset(found if len(found) >= _FEWEST else ())


def _is_person_with_role(line: Piece) -> bool:
    """Whether a short line is one whole name with its role in brackets or behind a dash."""
    people = people_cells.listed(line) if len(line.text) <= _SHORT else []
    if len(people) != 1 or not _is_whole(people[0]) or number_of(line.paragraph) is not None:
        return False
    return _ROLE_BEHIND.search(line.text, len(people[0].name.written)) is not None


def _names_people(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _SHORT and bool(
        people_cells.listed(Piece(paragraph, 0, len(paragraph.text)))
    )


def _is_whole(one: people_cells.Listed) -> bool:
    return bool(one.name.honorifics) or " " in one.name.name


def _surely_named(one: people_cells.Listed) -> bool:
    return bool(one.name.honorifics) or _CAPITALS_FIRST.match(one.name.written) is not None


def _told(piece: Piece, meeting: MeetingKey, said: PeopleLabel | None) -> Iterator[Attendance]:
    """What a sentence tells of apologies, of who was there and of who came later."""
    text = piece.text
    if (match := _APOLOGIES.search(text)) and not _LATENESS.search(match.group()):
        behind = Piece(piece.paragraph, piece.start + match.end(), piece.end)
        yield from _apologies(behind, piece, meeting)
    elif match := _SENT.match(text):
        before = Piece(piece.paragraph, piece.start, piece.start + match.end("who"))
        yield from _apologies(before, piece, meeting)
    elif said is not None and said.status == "apologies":
        yield from _apologies(piece, piece, meeting)
    elif match := _INCLUDING.search(text):
        behind = Piece(piece.paragraph, piece.start + match.end(), piece.end)
        yield from rows(meeting, people_cells.behind_label(behind), Standing("present"))
    elif match := _IN_CHAIR.match(text):
        yield from _came(match["who"], piece, meeting, "present", "chair")
        yield from _listed_within(piece, match.end(), meeting)
    elif match := _WAS_ABSENT.match(text):
        yield from _came(match["who"], piece, meeting, "absent", None)
    elif match := _WAS_THERE.match(text):
        member = "present" if match["present"] else "in attendance"
        yield from _came(match["who"], piece, meeting, member, match["as"])
    elif match := _CAME.match(text):
        yield from _came(match["who"], piece, meeting, "present", None)


def _listed_within(piece: Piece, start: int, meeting: MeetingKey) -> Iterator[Attendance]:
    """Those whom a sentence lists behind a label: "… with the following members present: A"."""
    match = _WITHIN.search(piece.text, start)
    said = people_label(match["label"]) if match else None
    if match is not None and said is not None:
        rest = Piece(piece.paragraph, piece.start + match.end(), piece.end)
        yield from rows(meeting, people_cells.behind_label(rest, said.title), Standing.of(said))


def _came(
    who: str, piece: Piece, meeting: MeetingKey, member: str, capacity: str | None
) -> Iterator[Attendance]:
    """Those a sentence says came; ``member`` is the status of a councillor among them."""
    councillor = set(table("people")["councillor_titles"])
    found = entries(who.strip())
    whole = all(" " in one.name.name for one in found) and (
        len(found) > 1 or capacity == "chair" or member == "absent"
    )
    for one in found:
        if one.name.honorifics or one.notes or one.beside or whole:
            sits = councillor.intersection(one.name.honorifics) or capacity == "chair"
            status = member if sits or member == "absent" else "in attendance"
            yield fact(meeting, one.name, status, evidence(piece), capacity_of(capacity or ""))


def _apologies(piece: Piece, sentence: Piece, meeting: MeetingKey) -> Iterator[Attendance]:
    """Who sent apologies: "from A (sub B) and C, who was substituted by D"."""
    for one in people_cells.within(piece):
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
