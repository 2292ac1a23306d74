"""The body whose meeting the head of a paper names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day, title_lines
from kg.extraction.meetings.own_body import generic_of_title, is_organ, letterhead
from kg.extraction.meetings.owners import behind_owner, owner_before, owner_behind, qualified
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import NAMES, Says, says_in_rows, titled
from kg.structure.labels import is_bare_minutes
from kg.structure.names import bodies, body_names
from kg.structure.names.electors import meeting_of_electors
from kg.vocabulary import name_key

_FIRST = 3
_ANY_ORGAN = "committee"
_NEAR = 3
_WHOLE = re.compile(r"\b(?:Board|Council|Cabinet|Assembly)$")
_OF_A_BODY = NAMES | {Says.MEETING, Says.BODY, Says.GROUP}
_CALLED = {Says.BODY, Says.BODY_NAME}
_LETTERS = re.compile(r"(?<= )([A-Z]{3,6})(?!\w)")
_MEETING = re.compile(r"(?<!\blast )(?<!\bprevious )\bmeeting$", re.IGNORECASE)


def board_in(head: Sequence[Paragraph], document: Document) -> str | None:
    """The body whose meeting a head announces or records, its letters written out if it is."""
    name = _named(head, document)
    return name and _written_out(name, letterhead(document))


def _written_out(name: str, names: Iterable[str]) -> str:
    """A name with the words of one of ``names`` for letters in it: "Lark Fen CLT Board" is that of
    the Lark Fen Community Land Trust.
    """
    before, *letters = _LETTERS.split(name, maxsplit=1)
    whose = before.split()
    for full in names if letters and whose else ():
        words = full.split()
        if words[: len(whose)] == whose and len(words) > len(whose):
            own = " ".join(words[len(whose) : len(whose) + len(letters[0])])
            if body_names.are_initials(letters[0], own):
                return f"{before}{own}{letters[1]}"
    return name


def _named(head: Sequence[Paragraph], document: Document) -> str | None:
    """The body that a head names.

    A name that any organisation may use ("Board") takes that of the organisation
    in the letterhead. Where nothing is announced, the body that a line of the head
    names; a committee before the council it is of.
    """
    lines = list(title_lines(head))
    if (meeting := meeting_of_electors(lines, letterhead(document))) is not None:
        return meeting
    announced = [name for line in lines if (name := bodies.in_sentence(line))]
    plain = [line for line in lines if "\t" not in line]
    named = [name for line in plain for name in _named_in(line)]
    if announced:
        name = body_names.best_written(_of_the_organ(announced[:3]))
        full = name and _in_full(name, (*announced, *letterhead(document)))
        return full and _with_all_words(full, (*announced, *named))
    if titled := _below_title(head) or _below_people(head, lines, document):
        return titled
    if (generic := _generic_in(lines, document)) is not None:
        return generic
    organs = _below_another([name for name in named if is_organ(name)], lines)
    if not named and (beside := generic_of_title(document)) and not body_names.is_generic(beside):
        return beside
    listed = {p.text for p in head if p.kind is Kind.LIST_ITEM}
    first = [line for line in plain[:_FIRST] if line not in listed]
    told = organs or named or [name for line in first if (name := bodies.organisation(line))]
    told = told or [name for line in plain if (name := bodies.place(line))]
    bare = next(filter(None, map(bodies.bare, lines[:_FIRST])), None)
    if bare is not None and not organs:
        return qualified(bare, [*told, *letterhead(document)])
    return body_names.best_written(told[:3])


def _generic_in(lines: Sequence[str], document: Document) -> str | None:
    """The body that a line names as any organisation might, with the name of whose it is."""
    for at, line in enumerate(lines):
        if (generic := bodies.generic_in(line)) is not None:
            bare = next(filter(None, map(bodies.bare, lines[:at])), None)
            generic = bare if bare is not None and generic.lower() == _ANY_ORGAN else generic
            above = [*map(bodies.in_line, lines[:at]), *map(bodies.owner, lines[at - 1 : at])]
            owner = owner_before(line) or owner_behind(line)
            above = [owner, *above] if owner and generic.lower() not in owner.lower() else above
            whose = [*filter(None, above), *letterhead(document, line)]
            return qualified(generic, whose or ([] if at else _just_below(lines)))
    return None


def _below_title(head: Sequence[Paragraph]) -> str | None:
    """The committee right below a line that only says "Minutes", under a letterhead or not."""
    below = (after for line, after in _pairs(head) if is_bare_minutes(line))
    named = (name for line in below if (name := bodies.in_line(line)) and is_organ(name))
    return next(named, None)


def _below_people(
    head: Sequence[Paragraph], lines: Sequence[str], document: Document
) -> str | None:
    """The committee whose meeting a line below the people of a letterhead announces over its day.

    The letterhead may name a board and who is on it: "Executive Committee meeting", "17 January".
    """
    called = ((line, day) for line, day in _pairs(head) if _MEETING.search(line))
    over = (line for line, day in called if line not in lines and is_day(day, BESIDE_DAY))
    named = (name for line in over if (name := bodies.generic_in(line)) and is_organ(name))
    generic = next(named, None)
    return generic and qualified(generic, list(letterhead(document)))


def _pairs(head: Sequence[Paragraph]) -> Iterable[tuple[str, str]]:
    return pairwise(line for p in head for line in p.text.split("\n"))


def _named_in(line: str) -> Sequence[str]:
    """The bodies that a line names alone, or that stand in it between bars."""
    name = bodies.in_line(line) or behind_owner(line)
    parts = (bodies.in_line(part) for part in bodies.between_bars(line))
    return [name] if name else [part for part in parts if part]


def _below_another(organs: Sequence[str], lines: Sequence[str]) -> Sequence[str]:
    """The bodies that lines name, without a first that the next line names an organ of.

    "X Health Board" over "Area Forum" is the organisation, and the forum meets.
    """
    alone = [bodies.in_line(line) for line in lines[:_NEAR]]
    below = len(organs) > 1 and organs[:2] in (alone[:2], alone[1:3])
    return organs[1:] if below and not _WHOLE.search(organs[1]) else organs


def _just_below(lines: Sequence[str]) -> list[str]:
    """The organisation that the second line of a head is, below a title that names none."""
    below = [line.partition(",")[0] for line in lines[1:2] if not any(map(str.isdigit, line))]
    named = (bodies.organisation(line) or bodies.place(line) for line in below)
    return [name for name in named if name is not None]


def _in_full(name: str, names: Iterable[str]) -> str:
    """The full name where a paper also gives it: for initials, and for a joint sitting.

    "XYC" is the X Y Council; "Planning Committee and Parish Council" sits for the "X Parish
    Council" at whose head it stands.
    """
    *joined, last = re.split(r" and (?=[A-Z])", name)
    generic = body_names.is_generic(last.lower().removeprefix("full "))
    generic = generic and bool(joined) and body_names.has_noun(joined[-1])
    for full in names:
        whole = generic and full.endswith(f" {last}") and full != name
        short = body_names.are_initials(name, full) or full.lower() == f"{name} council".lower()
        if whole or short:
            return full
    return name


def _with_all_words(name: str, names: Iterable[str]) -> str:
    """The longer of two names that end alike, where it has all words of the other."""
    words = _stems(name)
    whole = bodies.in_line(name) is not None
    longer = (
        one
        for one in names
        if _stems(one) > words and (not whole or _stems(one[-4:]) == _stems(name[-4:]))
    )
    return next(longer, name)


def _stems(name: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in name_key(name).split())


def _of_the_organ(names: Sequence[str]) -> Sequence[str]:
    """Of names some of which go on from others ("X Council", "X Council, Y Panel"), the longer."""
    keys = [f"{name_key(name)} " for name in names]
    longer = [
        name
        for name, own in zip(names, keys, strict=True)
        if is_organ(name) and any(own != other and f" {other}" in f" {own}" for other in keys)
    ]
    return longer or names


def body_in_cells(head: Sequence[Paragraph], document: Document) -> str | None:
    """The body that a table of the head names beside a label: "Committee | Harbour Board"."""
    for label, said in _beside_label(head):
        free = bodies.alone if label in _CALLED else bodies.place
        name = bodies.in_line(said) or free(said)
        if name is not None and not body_names.is_generic(name):
            return name
        if (generic := bodies.bare(said)) is not None:
            return qualified(generic, list(letterhead(document)))
    return None


def _beside_label(head: Sequence[Paragraph]) -> Iterator[tuple[Says, str]]:
    """What stands beside the label of a body in the tables among the first lines."""
    rows = (row for paragraph in head[:_FIRST] for row in says_in_rows(paragraph))
    return (row for row in rows if row[0] in _OF_A_BODY)


def titled_as_meeting(document: Document) -> bool:
    """Whether the title of a paper, in or above its text or beside it, ends by saying "meeting"."""
    first = [
        p.text for p in document.paragraphs[:_NEAR] if p.kind in (Kind.FURNITURE, Kind.HEADING)
    ]
    titles = map(titled, (*first, document.title))
    return any(_MEETING.search(title) for title in titles)
