"""Runs of lines that list people: numbered, bulleted, or under the title without a label."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise, takewhile

from kg.extraction.people import cells as people_cells
from kg.extraction.people import lists as people_lists
from kg.extraction.people.list_blanks import one_to_a_line, parted
from kg.extraction.people.list_parts import Entry
from kg.model import Kind, Paragraph
from kg.structure.labels import plain
from kg.structure.people_labels import labels_in, people_label
from kg.structure.sections import Piece, number_of
from kg.tables.load import alternation, one_of, table, words

_AFFILIATED = {Kind.LIST_ITEM: re.compile(","), Kind.TEXT: re.compile(r"^[^,;()]+, [A-Z]")}
_FIRST_NAME = re.compile(r"\W*([A-Z])[a-z]+ \(\1[A-Z]{1,2}\)")
_IN_CHAIR = re.compile(rf"\W{alternation('people', 'capacities', 'chair')}\W*$", re.IGNORECASE)
_SHORT = 120
_FEW_WORDS = 6
_HEAD = 30
_NEAR = 3
_LINES = (Kind.TEXT, Kind.HEADING)


def numbered_names(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
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


def affiliated(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of lists whose items or lines name one person each and then other words.

    A line with a label is no item of one: "Apologies: Director, Roads (Mr A Lowe)".
    """
    found: set[int] = set()
    for kind, run in groupby(paragraphs, key=lambda p: p.kind):
        form = _AFFILIATED.get(kind)
        items = [p for p in run if form and form.search(p.text) and len(p.text) <= _SHORT]
        items = [p for p in items if not any(said.rest for said in labels_in(p.text))]
        alone = [p for p in items if len(people_cells.listed(Piece.whole(p))) == 1]
        if alone and len(items) > 1 and 2 * len(alone) >= len(items):
            found.update(p.ordinal for p in items)
    lines = (p for p in paragraphs if "\n" in p.text and p.kind is not Kind.TABLE)
    return frozenset(found.union(p.ordinal for p in lines if one_to_a_line(p.text)))


def unticked(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of items with an empty box, in lists of which other boxes are ticked."""
    found: set[int] = set()
    for boxed, run in groupby(paragraphs, key=lambda p: p.ticked is not None):
        items = list(run) if boxed else []
        if any(p.ticked for p in items):
            found.update(p.ordinal for p in items if not p.ticked)
    return frozenset(found)


def _names_people(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _SHORT and bool(people_cells.listed(Piece.whole(paragraph)))


def first_unlabelled(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where people are listed near the title of minutes under no label, one to a line.

    Most have a role or a title, or one has and all are named in full, or a label of others
    follows: "In attendance". Above a label of those present they only sit on the body.
    """
    run: list[Paragraph] = []
    labelled = present = False
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    for paragraph in shown[:_HEAD]:
        labelled = any(said.told or said.rest is None for said in labels_in(paragraph.text))
        present = labelled and _lists_those_present(paragraph)
        if paragraph.number is not None or labelled:
            break
        if _names_one_to_a_line(paragraph):
            run.append(paragraph)
        elif len(run) > 1:
            break
        else:
            run = []
    told = [line for p in run for line in p.text.split("\n") if _tells_role(line)]
    lines = sum(p.text.count("\n") + 1 for p in run)
    sure = bool(told) and all(one.name.sure for p in run for one in _named_in(p))
    listed = lines > 2 and not present and (labelled or sure or 2 * len(told) > lines)
    return run[0].ordinal if listed else None


def _lists_those_present(paragraph: Paragraph) -> bool:
    """Whether a label of the members who came stands in a paragraph."""
    said = labels_in(paragraph.text)
    return any(one.told and one.status == "present" and not one.capacity for one in said)


def _named_in(paragraph: Paragraph) -> list[Entry]:
    return [one for line in paragraph.text.split("\n") for one in _people_of(line)]


def _people_of(line: str) -> tuple[Entry, ...]:
    """The people of a line, of whom initials in brackets tell a first name: "Ann (AL)"."""
    found = people_lists.entries(line)
    alone = not found and _FIRST_NAME.match(line) is not None
    return people_lists.entries(line, labelled=True) if alone else found


def lines_unlabelled(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Where a line near the title of minutes, and others below it, list people under no label.

    Nothing but three or more people stands on each, named in full or with a title, which may
    be one for all, and nothing close below says who was present.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE][:_HEAD]
    for at, paragraph in enumerate(takewhile(lambda p: p.number is None, shown)):
        if any(labels_in(paragraph.text)):
            break
        if _lists_people(paragraph):
            run = [p.ordinal for p in takewhile(_lists_people, shown[at:])]
            end = at + len(run)
            present = any(map(_lists_those_present, shown[end : end + _NEAR]))
            return frozenset(() if present else run)
    return frozenset()


def _lists_people(paragraph: Paragraph) -> bool:
    if paragraph.kind is Kind.TABLE or paragraph.number is not None:
        return False
    people = people_lists.entries(parted(paragraph.text))
    if len(people) > 2 and all(map(_is_briefly_named, people)):
        return True
    titled = _of_title().match(paragraph.text) is not None
    several = people_lists.entries(paragraph.text, labelled=True) if titled else ()
    return len(several) > 2 and all(_says_no_more(one) for one in several)


@cache
def _of_title() -> re.Pattern[str]:
    """How a line opens with a title of all who are named in it: "Councillors Lowe, Tarn"."""
    return re.compile(rf"{one_of(words('people', 'singular'))}\s+(?=[A-Z])")


def _says_no_more(one: Entry) -> bool:
    """Whether no more is said of a person than what they are."""
    return len(one.beside.split()) <= _FEW_WORDS and not one.beside.endswith(".")


def _is_briefly_named(one: Entry) -> bool:
    """Whether a person is named in full or by a title, and no more is said than what they are."""
    return one.name.sure and _says_no_more(one)


def in_runs(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of three or more paragraphs in a row near the head that name one person each.

    Short lines of plain text look like headings; in a run of names they are none.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE][: 2 * _HEAD]
    found: set[int] = set()
    for named, run in groupby(shown, key=lambda p: p.kind in _LINES and _names_one_to_a_line(p)):
        items = list(run) if named else []
        if len(items) > 2 and any(p.kind is Kind.TEXT for p in items):
            found.update(p.ordinal for p in items)
    return frozenset(found)


def roles_below(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of lines near the head that say below each name what the person is.

    A table whose cells stand in lines of their own is so: a name, its role, a name, its role.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE][: 2 * _HEAD]
    below = {
        after.ordinal
        for one, after in pairwise(shown)
        if _is_line(one)
        and len(one.text) <= _SHORT
        and _is_line(after)
        and len(after.text) <= _SHORT
        and _names_one_to_a_line(one)
        and _tells_role_alone(after)
    }
    alternate = {at for at in below if {at - 2, at + 2} & below}
    columns = table("people")["lists"]["columns"]
    heads = {p.ordinal for p in shown if alternate and plain(p.text) in columns}
    return frozenset(alternate | heads)


def heads_nobody(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of items of lists that name nobody, though they read like labels or names."""
    return _agenda_points(paragraphs) | _group_heads(paragraphs) | _column_heads(paragraphs)


def _column_heads(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The heads of columns of a table whose cells are lines of their own: "Category", "Names"."""
    columns = table("people")["lists"]["columns"]
    return frozenset(
        p.ordinal
        for pair in pairwise(paragraphs)
        if all(plain(p.text) in columns for p in pair)
        for p in pair
    )


def _group_heads(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Items of one word over deeper ones that name people in full: a body over its people."""
    return frozenset(
        one.ordinal
        for one, after in pairwise(paragraphs)
        if one.kind is after.kind is Kind.LIST_ITEM
        and (after.level or 0) > (one.level or 0)
        and one.text.strip().isalpha()
        and people_label(one.text) is None
        and any(named.name.sure for named in _people_of(after.text))
    )


def _agenda_points(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of points of an agenda that are labels over nobody: "- Roll call"."""
    points = table("attendance")["points"]
    return frozenset(
        one.ordinal
        for one, after in pairwise(paragraphs)
        if one.kind is after.kind is Kind.LIST_ITEM
        and (after.level or 0) <= (one.level or 0)
        and plain(one.text) in points
        and ":" not in one.text
    )


def heads_beside(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The ordinals of labels over those who are away that stand over those who came.

    So where the columns of a table stand below one another: both labels are right above its
    first column, whose first person is in the chair.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE][: 2 * _HEAD]
    labels = [people_label(p.text) for p in shown]
    return frozenset(
        below.ordinal
        for (came, away), below, first in zip(pairwise(labels), shown[1:], shown[2:], strict=False)
        if came is not None
        and away is not None
        and came.told
        and came.rest is away.rest is None
        and (came.status, away.status) == ("present", "apologies")
        and _IN_CHAIR.search(first.text)
        and len(_people_of(first.text)) == 1
    )


def _is_line(paragraph: Paragraph) -> bool:
    return paragraph.kind in _LINES and "\n" not in paragraph.text


def _tells_role_alone(paragraph: Paragraph) -> bool:
    """Whether a short line is neither a name nor a label, and no sentence."""
    text = paragraph.text
    line = _is_line(paragraph) and len(text) <= _SHORT and text[-1:] not in ".:;,"
    return line and people_label(text) is None and not _people_of(text)


def _names_one_to_a_line(paragraph: Paragraph) -> bool:
    said = people_label(paragraph.text)
    start = said.rest if said is not None and said.rest else 0
    lines = paragraph.text[start:].split("\n")
    short = paragraph.kind is not Kind.TABLE and all(len(line) <= _SHORT for line in lines)
    return short and all(len(_people_of(line)) == 1 for line in lines)


def _tells_role(line: str) -> bool:
    """Whether a line with one name says in brackets or by a title what the person is."""
    return any(
        one.notes or one.name.honorifics or people_cells.names_office(one.beside)
        for one in _people_of(line)
    )
