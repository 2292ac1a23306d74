"""Attendance in lines: labels over names, and names behind a label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.attendance.by_body import by_body
from kg.extraction.attendance.officers_above import officers_above
from kg.extraction.attendance.one_by_one import each_named
from kg.extraction.attendance.places import Place
from kg.extraction.attendance.prose import told
from kg.extraction.attendance.rows import AWAY, Standing, rows
from kg.extraction.attendance.runs import (
    affiliated,
    first_unlabelled,
    heads_nobody,
    in_runs,
    lines_unlabelled,
    numbered_names,
    roles_below,
    unticked,
)
from kg.extraction.attendance.wraps import joined
from kg.extraction.people import cells as people_cells
from kg.extraction.people import lists as people_lists
from kg.extraction.people import names
from kg.extraction.people.list_parts import counts_heads, wrapped
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.labels import plain
from kg.structure.people_labels import PeopleLabel, group_label, inner_label, people_label
from kg.structure.sections import Piece, lines, number_of, sentences
from kg.tables.load import pattern, table

_CAPITALS_FIRST = re.compile(r"[^\Wa-z\d_]{2,},")
_BARE_NUMBER = re.compile(r"\W*\d+(?:\.\d+)*[.)]?\s*")
_POINT = re.compile(r"\s\(?[a-z]\)\s")
_BARE_TITLE = re.compile(rf":\s*{names.TITLE}\.?\s*$")
"""A label behind which only a title stands, as where another language repeats it."""
_CELL = re.compile(r"[^\t\n]+")
_ASIDE = ("observer", "guest")
_ASIDE_BEHIND = re.compile(r"\W*|\s*(?:\[|[–—-]).{0,40}")
_RUNS_ON = re.compile(r"\s+(?!and\b)[^\W\d_]")
"""How a heading goes on that is no name: "Current MFBC finances"."""
_SAID_OF = re.compile(r"(?P<who>[^:]{2,40}):\s")
"""Somebody in a list of whom more is said: "Laura: had told us before"."""
_BRACKETED = re.compile(r"\W*\([^()]*\)\W*")
_SEVERAL = 2
_NAME_WORDS = 4
_SHORT = 120
_BRIEF = 40
_LABELS = 8
"""How many labels may stand before one another: "Present: Board: Chair: A Lowe"."""


def of_lines(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[Attendance]:
    """The attendance that the paragraphs of minutes tell outside tables."""
    place = Place(
        numbered=numbered_names(paragraphs),
        affiliated=affiliated(paragraphs),
        runs=in_runs(paragraphs),
    )
    yield from officers_above(paragraphs, meeting)
    unlabelled, listed = first_unlabelled(paragraphs), lines_unlabelled(paragraphs)
    of_bodies = by_body(paragraphs, meeting)
    empty, nobody = unticked(paragraphs), roles_below(paragraphs) | heads_nobody(paragraphs)
    for whole in joined(paragraphs):
        paragraph = whole.paragraph
        if paragraph.ordinal in nobody:
            continue
        if paragraph.ordinal in of_bodies:
            yield from of_bodies[paragraph.ordinal]
            place = place.listing(paragraph)
            continue
        if paragraph.ordinal == unlabelled:
            place = replace(place, standing=Standing("present"), headed=True)
        if paragraph.ordinal in listed:
            people = people_cells.listed(Piece.whole(paragraph), labelled=True)
            yield from map(whole.settle, rows(meeting, people, Standing("present")))
            place = place.listing(paragraph)
            continue
        if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
            place = replace(place, listed=place.listed or paragraph.kind is Kind.TABLE)
            yield from _of_cells(paragraph, meeting)
            continue
        text = wrapped(paragraph.text)
        unwrapped = replace(paragraph, text=text) if text != paragraph.text else paragraph
        said = (one for line in lines(unwrapped) for one in _with_brackets(sentences(line)))
        for piece in (part for sentence in said for part in _at_labels(sentence)):
            if _BARE_NUMBER.fullmatch(piece.text) is None:
                place, found = _of_piece(piece, place, meeting)
                yield from map(
                    whole.settle, map(_away, found) if paragraph.ordinal in empty else found
                )


def _with_brackets(said: Iterator[Piece]) -> Iterator[Piece]:
    """Sentences of which none ends inside brackets: "Ann Lowe (arr. 6:45), Ben Tarn"."""
    held: Piece | None = None
    for piece in said:
        held = piece if held is None else replace(held, end=piece.end)
        if held.text.count("(") <= held.text.count(")"):
            yield held
            held = None
    if held is not None:
        yield held


def _away(row: Attendance) -> Attendance:
    """A row of a list of those who came, for one whose box is empty."""
    return replace(row, status="absent") if row.status == "present" else row


def _form(kind: str) -> re.Pattern[str]:
    """How a line tells something of one kind."""
    return pattern("attendance", "lines", kind)


def _of_cells(paragraph: Paragraph, meeting: MeetingKey) -> Iterator[Attendance]:
    """The attendance that sentences in the cells of a table tell, and lists in an item on it."""
    if paragraph.kind is not Kind.TABLE:
        return
    headed = False
    for cell in _CELL.finditer(paragraph.text):
        for sentence in sentences(Piece(paragraph, cell.start(), cell.end())):
            listed = _listed_in(sentence, meeting) if headed else []
            yield from listed or told(sentence, meeting, None)
        headed = _form("on_who_came").match(cell.group()) is not None


def _listed_in(sentence: Piece, meeting: MeetingKey) -> list[Attendance]:
    """Those whom a sentence of an item on attendance lists: "Board: A Lowe (AL). Staff: B Tarn"."""
    point = _POINT.search(sentence.paragraph.text, sentence.start, sentence.end)
    piece = replace(sentence, end=point.start()) if point else sentence
    said, rest = _label(piece)
    if said is None or rest is None:
        return []
    return list(rows(meeting, people_cells.listed(rest, said.title), Standing.of(said)))


def _at_labels(piece: Piece) -> Iterator[Piece]:
    """A piece cut before a label behind other words: "A Lowe Apologies: B Tarn"."""
    start = piece.start
    listed = people_label(piece.text.strip())
    also = _form("also").search(piece.text) if listed is not None else None
    if also is not None:
        yield from _at_labels(piece.part(0, also.start()))
        yield piece.part(also.end())
        return
    within = inner_label().finditer(piece.paragraph.text, piece.start, piece.end)
    for match in within:
        said = people_label(match["label"])
        words = piece.paragraph.text[start : match.end()].strip()
        group = group_label(words) if names.leading(words) is None else None
        whole = people_label(words) or group
        shouted = (
            match["label"].isupper() and not piece.paragraph.text[start : match.start()].isupper()
        )
        if whole is not None and whole.rest is None and not shouted:
            continue
        if _BARE_TITLE.search(piece.paragraph.text, start, match.start()):
            continue
        officers = said is not None and said.several and said.capacity == "officer"
        after = listed is not None and listed.told
        if said is not None and (said.told or after or officers or said.capacity in _ASIDE):
            yield Piece(piece.paragraph, start, match.start())
            start = match.start("label")
    yield Piece(piece.paragraph, start, piece.end) if start > piece.start else piece


def _of_piece(piece: Piece, place: Place, meeting: MeetingKey) -> tuple[Place, list[Attendance]]:
    """What a sentence or line says, and the place of what comes after it."""
    said, rest = _label(piece)
    if said is None and not place.begun:
        said, rest = _group(piece, place)
    if said is None or not place.takes(said, piece):
        return _of_line(piece, place, meeting)
    standing = place.standing_under(said)
    inline = place.inline and number_of(piece.paragraph) is None
    headed = rest is None or (place.headed and not said.told)
    members = place.members or (said.status == "present" and said.told and not said.mixed)
    under = replace(place, standing=standing, headed=headed, inline=inline, members=members)
    under = replace(under, bulleted=False, grouped=False, astray=False)
    if rest is None:
        return under, []
    people = people_cells.behind_label(rest, said.title)
    if not people and said.told and said.several:
        people = each_named(rest)
    if people:
        kept = under if said.several else replace(place, standing=_outer(piece) or place.standing)
        kept = replace(kept, inline=place.inline or said.told)
        return kept.listing(piece.paragraph), list(rows(meeting, people, standing))
    if _names_nobody(rest):
        return under, []
    return place.after(piece.paragraph), list(told(rest, meeting, said))


def _outer(piece: Piece) -> Standing | None:
    """What a label says that stands before an office: "Present: Chairman: A Lowe"."""
    said = people_label(piece.text.strip())
    return Standing.of(said) if said is not None and said.told else None


def _of_line(piece: Piece, place: Place, meeting: MeetingKey) -> tuple[Place, list[Attendance]]:
    """What words without a label say, and the place of what comes after them."""
    if place.standing is not None:
        received = _form("received").match(piece.text) if place.standing.status in AWAY else None
        piece = piece.part(received.end()) if received else piece
        if place.standing.status in AWAY and (behind := _form("told_behind").search(piece.text)):
            piece = piece.part(0, behind.start())
        below = place.is_below(piece.paragraph) or _form("in_the_chair").search(piece.text)
        people = [] if below else _under_label(piece, place, place.standing.title)
        people = [one for one in people if one.name.sure or not place.astray]
        headed = place.headed and piece.paragraph.kind is Kind.HEADING
        if people:
            standing = place.standing if place.headed else _beside(piece, place.standing)
            found = list(rows(meeting, people, standing))
            return replace(place, headed=headed, grouped=False).listing(piece.paragraph), found
        listed = (place.bulleted or place.headed) and _is_item_of_list(piece)
        if _comes_and_goes(piece) and place.listed:
            return place, []
        if _names_nobody(piece) or listed or _is_titled(piece) or _amid_names(piece):
            after = replace(place, headed=headed, bulleted=listed)
            leads_off = listed and place.listed and len(piece.text.split()) > _NAME_WORDS
            after = replace(after, astray=place.astray or leads_off)
            return after, list(told(piece, meeting, None))
    elif place.listed and not place.begun and (beside := _officers(piece)):
        return place, list(rows(meeting, beside, Standing("in attendance", "officer")))
    found = list(told(piece, meeting, None))
    after = place.after(piece.paragraph)
    return replace(after, listed=True) if found and not after.listed else after, found


def _beside(piece: Piece, standing: Standing) -> Standing:
    """What a line of its own behind a list says of a councillor of another council, or of those
    who were "in attendance".
    """
    beside = any(_form(kind).search(piece.text) for kind in ("aside", "outside"))
    beside = beside and standing.status == "present"
    return replace(standing, status="in attendance") if beside else standing


def _officers(piece: Piece) -> list[people_cells.Listed]:
    """The people of a line behind lists of people that gives the office of each."""
    listed = people_lists.entries(piece.text) if piece.paragraph.kind is Kind.TEXT else []
    offices = [any(map(people_cells.names_office, (*e.notes, e.beside))) for e in listed]
    return people_cells.listed(piece) if listed and all(offices) else []


def _names_nobody(piece: Piece) -> bool:
    """Whether a line says that nobody is listed, or only how many."""
    nobody = plain(piece.text) in table("people")["lists"]["nobody"]
    nobody = nobody or _BRACKETED.fullmatch(piece.text) is not None
    return nobody or counts_heads(piece.text)


def _comes_and_goes(piece: Piece) -> bool:
    """Whether a line of a list says when or how the one above came: "left the meeting at 4pm"."""
    return _form("came_and_went").match(piece.text) is not None


def _amid_names(piece: Piece) -> bool:
    """A line of a paragraph of lines of which others name one person each."""
    text = [line for line in piece.paragraph.text.split("\n") if len(line) <= _SHORT]
    alone = sum(len(people_lists.entries(line)) == 1 for line in text)
    return len(text) > 2 and 3 * alone > len(text)


def _is_titled(piece: Piece) -> bool:
    """A short line that begins with a title, and is written too badly to be read as a name."""
    return len(piece.text) <= _BRIEF and names.TITLES.match(piece.text) is not None


def _is_item_of_list(piece: Piece) -> bool:
    """A short bulleted line, which may stand among people and name none."""
    paragraph = piece.paragraph
    listed = paragraph.kind is Kind.LIST_ITEM and number_of(paragraph) is None
    return listed and len(paragraph.text) <= _SHORT


def _label(piece: Piece, most: int = _LABELS) -> tuple[PeopleLabel | None, Piece | None]:
    """The innermost of at most ``most`` labels that a piece begins with, and the words behind."""
    said = people_label(piece.text.strip()) if most else None
    if said is None:
        return None, piece
    if said.rest is None:
        return (None, piece) if _form("title").search(piece.text) else (said, None)
    lead = len(piece.text) - len(piece.text.lstrip())
    start = piece.start + lead + said.rest
    received = _form("received").match(piece.paragraph.text, start, piece.end)
    came = _form("were_present").search(piece.text) if said.status == "present" else None
    end = piece.start + came.start() if came else piece.end
    rest = Piece(piece.paragraph, received.end() if received else start, end)
    inner, behind = _label(rest, most - 1)
    if inner is None and said.told:
        inner, behind = _members_behind(rest, said)
    apart = inner is not None and behind is None and inner.told and inner.status != said.status
    if apart:
        return replace(said, rest=None), None
    if inner is not None and said.told and not inner.told and said.status in AWAY:
        inner = replace(inner, status=said.status, told=True)
    return (inner, behind) if inner is not None else (said, rest)


def _members_behind(rest: Piece, said: PeopleLabel) -> tuple[PeopleLabel | None, Piece]:
    """A label in words of its own behind one of who came, and the words behind it.

    "Present: PCC Members: Ann Lowe" says whose members they are.
    """
    inner = group_label(rest.text)
    if inner is None or inner.rest is None or inner.told or names.leading(rest.text.strip()):
        return None, rest
    label = replace(inner, status=said.status, told=True)
    return label, rest.part(inner.rest)


def _group(piece: Piece, place: Place) -> tuple[PeopleLabel | None, Piece | None]:
    """A label in words of its own over a part of the people, and the words behind it."""
    over = place.standing
    amid = over is not None or place.listed
    said = group_label(piece.text)
    if said is not None and not amid and not _lists_told(piece, said):
        return None, piece
    attends = "attend" in piece.text.lower()
    if said is not None and said.status == "present" and place.listed and attends:
        said = replace(said, status="in attendance")
    if said is None or (not said.status and (over is None or over.status in AWAY)):
        return None, piece
    if not said.status and over is not None:
        said = replace(said, status=over.status)
    if said.rest is None:
        heads = over is not None and not place.begun and piece.text.rstrip().endswith(":")
        return (said, None) if said.told or said.capacity or heads else (None, piece)
    rest = piece.part(said.rest)
    people = people_cells.listed(rest, labelled=said.told)
    return (
        (said, rest)
        if people and (said.told or all(one.name.sure for one in people))
        else (None, piece)
    )


def _lists_told(piece: Piece, said: PeopleLabel) -> bool:
    """Whether a label in words of its own says who came and several people stand behind it."""
    if not said.told or said.rest is None or said.status in AWAY:
        return False
    return len(people_cells.listed(piece.part(said.rest), said.title, labelled=True)) > 1


def _under_label(piece: Piece, place: Place, title: str | None) -> list[people_cells.Listed]:
    """The people of a line under a label.

    A numbered line, a heading or a line behind a list may be the next item, so more
    must tell that it names a person; so must one word behind names of one line.
    """
    paragraph = piece.paragraph
    heading = paragraph.kind is Kind.HEADING and piece.start == 0
    heading = heading and paragraph.ordinal not in place.runs
    people = people_cells.listed(piece, title, labelled=not heading)
    if not people and paragraph.kind is Kind.LIST_ITEM and (colon := _SAID_OF.match(piece.text)):
        people = people_cells.listed(piece.part(0, colon.end("who")), title, labelled=True)
    if paragraph.ordinal in place.affiliated:
        people = people[:1]
    pointed = not place.headed and "." in (paragraph.number or "")
    numbered = number_of(paragraph) is not None and paragraph.ordinal not in place.numbered
    numbered = numbered or pointed
    if heading and any(_RUNS_ON.match(paragraph.text, one.evidence.end) for one in people):
        return []
    heading = heading and not _gives_role(piece, people)
    leaves = place.listed and paragraph.kind is not Kind.LIST_ITEM and place.bulleted
    enters = place.listed and paragraph.kind is Kind.LIST_ITEM and not place.bulleted
    enters = enters and not place.headed
    if enters or leaves:
        people = [one for one in people if one.name.sure]
    several = len(people) > _SEVERAL and all(one.name.sure for one in people)
    if not numbered and (not place.grouped or several) and (not heading or place.headed):
        return people
    people = [one for one in people if _surely_named(one)]
    titled = [one for one in people if names.TITLES.match(one.name.written)]
    return titled if numbered and paragraph.text.isupper() else people


def _gives_role(piece: Piece, people: Sequence[people_cells.Listed]) -> bool:
    """Whether a line is one name with a role behind it, after a dash or in brackets."""
    if len(people) != 1:
        return False
    text, end = piece.paragraph.text, people[0].evidence.end
    behind = text[end : piece.end]
    bracketed = text[:end].endswith(")") and _ASIDE_BEHIND.fullmatch(behind)
    return bool(bracketed) or re.match(r"\s+[–—-]\s+[^\W\d_]", behind) is not None


def _surely_named(one: people_cells.Listed) -> bool:
    """Whether a person has a title of their own, or a surname in capitals, and no word alone."""
    titled = one.name.honorifics and (" " in one.name.name or names.TITLES.match(one.name.written))
    return bool(titled) or _CAPITALS_FIRST.match(one.name.written) is not None
