"""The meeting that the head of a paper names: its body and its day."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TypeAlias

from kg.extraction import dates
from kg.extraction.meetings.days_beside import (
    BESIDE,
    calling_paper,
    in_digits,
    only_day,
    running,
    stated_beside,
    year_of,
    years_in,
)
from kg.extraction.meetings.head_lines import (
    first_sentence,
    is_day,
    lists_people,
    names_officer,
    sentences_of,
    title_lines,
    with_whole_days,
)
from kg.extraction.meetings.own_body import is_organ, letterhead
from kg.extraction.meetings.owners import behind_owner, owner_before, qualified
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import DAYS, NAMES, Field, Says, field, says, titled
from kg.structure.labels import is_bare_minutes
from kg.structure.names import bodies, body_names
from kg.structure.names.electors import meeting_of_electors
from kg.tables.load import either, matches

SpeaksOfOther: TypeAlias = Callable[[str], bool]
"""Whether a line speaks of another meeting than that of its part."""

_FIRST = 3
_SENTENCE = 400
_SHORT = 60
_BRIEF = 90
_ANY_ORGAN = "committee"
_BESIDE_DAY = 24
_NEAR = 3
_WHOLE = re.compile(r"\b(?:Board|Council|Cabinet|Assembly)$")
_OF_A_BODY = NAMES | {Says.MEETING, Says.BODY, Says.GROUP}
_CALLED = {Says.BODY, Says.BODY_NAME}
_ASIDE = re.compile(r"\([^()]*\)")
_HELD = re.compile(r"\b(?:was |be )?held (?:\w+ ){0,3}?(?:on|at|in|via|by)\b", re.IGNORECASE)
_MEETING = re.compile(r"\bmeeting$", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_BYLINE = re.compile(r"\d\s+(?i:by)\s+[A-Z]|^\W*(?i:updated|posted|published)\b")


def board_in(head: Sequence[Paragraph], document: Document) -> str | None:
    """The body whose meeting a head announces or records.

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
    for at, line in enumerate(lines):
        if (generic := bodies.generic_in(line)) is not None:
            bare = next(filter(None, map(bodies.bare, lines[:at])), None)
            generic = bare if bare is not None and generic.lower() == _ANY_ORGAN else generic
            above = [*map(bodies.in_line, lines[:at]), *map(bodies.owner, lines[at - 1 : at])]
            owner = owner_before(line)
            above = [owner, *above] if owner and generic.lower() not in owner.lower() else above
            whose = [*filter(None, above), *letterhead(document, line)]
            return qualified(generic, whose or ([] if at else _just_below(lines)))
    organs = _below_another([name for name in named if is_organ(name)], lines)
    told = organs or named or [name for line in plain[:3] if (name := bodies.organisation(line))]
    told = told or [name for line in plain if (name := bodies.place(line))]
    bare = next(filter(None, map(bodies.bare, lines[:_FIRST])), None)
    if bare is not None and not organs:
        return qualified(bare, [*told, *letterhead(document)])
    return body_names.best_written(told[:3])


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
    over = (line for line, after in _pairs(head) if is_day(after, _BESIDE_DAY))
    over = (line for line in over if _MEETING.search(line) and line not in lines)
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
    return [name for line in below if (name := bodies.organisation(line)) is not None]


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
    return frozenset(word.rstrip("s") for word in body_names.key(name).split())


def _of_the_organ(names: Sequence[str]) -> Sequence[str]:
    """Of names some of which go on from others ("X Council", "X Council, Y Panel"), the longer."""
    keys = [f"{body_names.key(name)} " for name in names]
    longer = [
        name
        for name, own in zip(names, keys, strict=True)
        if is_organ(name) and any(own != other and own.startswith(other) for other in keys)
    ]
    return longer or names


def day_in(head: Sequence[Paragraph], others: SpeaksOfOther, document: Document) -> date | None:
    """The day that a head gives its meeting, in lines that do not speak of another.

    The lines before the list of people come first, among them a first one that is a day
    without a year, then one that speaks of a meeting; then the day stated above the text,
    before what sentences speak of. A day without a year takes that of the document's first
    lines, or the one year among those the document speaks of in which its day of the week fits.
    A title beside the text comes before the lines below the list of people, and the address
    of a page gives a day only where nothing else does.
    """
    written = list(_without_days_of_others(_told_lines(head, document), others))
    lines = [_ADDRESS.sub(" ", line) for line in written]
    above = list(takewhile(lambda line: names_officer(line) or not lists_people(line), lines))
    above = [line for line in above if not names_officer(line)]
    year = year_of(document)
    titles = [line for line in above if not others(line)]
    opening = [] if any(map(dates.first_day, titles[:_FIRST])) else titles[:_FIRST]
    brief = [line for line in above if len(line) <= _BRIEF or _is_telling(line)]
    unnumbered = _told_lines([*takewhile(lambda p: p.number is None, head)], document)
    first = [line for line in unnumbered if line in above and not line.endswith(".")]
    first = [] if any(map(_calls, above)) else first
    return (
        _day_by_week(opening, document)
        or _day_of_title(opening, year)
        or _day_of(first, others, None)
        or _day_of(brief, others, None)
        or _day_by_week(titles, document)
        or _day_of_title(titles, year)
        or _stated_day(head, document)
        or _day_of(above, others, year)
        or _titled_day(head, others, document)
        or _one_running_day(document)
        or _day_of(lines, others, year)
        or _day_in_digits(titles, document)
        or _day_of(written, others, year)
    )


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


def _beside_label(head: Sequence[Paragraph]) -> Iterator[tuple[Says | None, str]]:
    """What stands beside the label of a body in the tables among the first lines."""
    for paragraph in head[:_FIRST]:
        for label, *beside in paragraph.rows():
            said = says(paragraph.cell_text(label))
            if beside and said in _OF_A_BODY:
                yield said, paragraph.cell_text(beside[0])


def _told_lines(head: Sequence[Paragraph], document: Document) -> list[str]:
    """The lines of paragraphs that may give the day of a meeting."""
    written = with_whole_days([line for p in head for line in p.text.split("\n")])
    return _as_meant([told for line in written for told in _told(line)], document)


def _as_meant(lines: list[str], document: Document) -> list[str]:
    """Lines with their days in numbers turned round where the paper writes the month first."""
    turned = [dates.month_first(line) for line in lines]
    return turned if turned != lines and dates.says_month_first(document.text) else lines


def _without_days_of_others(lines: Sequence[str], others: SpeaksOfOther) -> Iterator[str]:
    """The lines, without days below a heading for another meeting: "Date of next meeting"."""
    for before, line in pairwise(("", *lines)):
        headed = len(before) <= _SHORT and others(before) and not dates.days(before)
        headed = headed and not matches(before, "sections", "dated", "pending")
        if not (headed and is_day(line, _BESIDE_DAY)):
            yield line


def _stated_day(head: Sequence[Paragraph], document: Document) -> date | None:
    """The day stated above the text of a head: a meeting's by its title, else by "date: ..."."""
    said = _said_beside(head, document)
    titles = [one.value for one in said if one.says is Says.TITLE and _gives_day(one.value)]
    given = [one.value for kind in (Says.MEETING_DAY, Says.DAY) for one in said if one.says is kind]
    stated = map(dates.first_day, (*titles, *given))
    return next((day for day in stated if day is not None), None)


def _gives_day(title: str) -> bool:
    """Whether a title speaks of a meeting, or is a day and nothing else."""
    return _is_telling(title) or is_day(title)


def _titled_day(
    head: Sequence[Paragraph], others: SpeaksOfOther, document: Document
) -> date | None:
    """The day in a title stated above the text of a head, whatever else the title says."""
    titles = [one.value for one in _said_beside(head, document) if one.says is Says.TITLE]
    own = [title for title in _as_meant(titles, document) if not others(title)]
    whole = (dates.first_day(title, near) for near in (None, year_of(document)) for title in own)
    return next((day for day in whole if day is not None), None)


def _said_beside(head: Sequence[Paragraph], document: Document) -> list[Field]:
    """The fields stated above the text of a head that begins a document."""
    if not head or head[0].ordinal >= BESIDE:
        return []
    return [one for one in map(field, stated_beside(document)) if one is not None]


def _one_running_day(document: Document) -> date | None:
    """The one day of which the margins say that a paper of it is a meeting's."""
    told = (p.text for p in running(document) if field(p.text) is None)
    return only_day(_as_meant(calling_paper(told), document))


def notice_in(head: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs above the items that call to a meeting, be it "the next meeting"."""
    above = takewhile(lambda p: p.number is None and p.kind is not Kind.LIST_ITEM, head)
    return [p for p in above if _calls(p.text)]


def _day_of_title(lines: Sequence[str], year: date | None) -> date | None:
    """The day without a year that a line of the title begins with, or that is all it says."""
    for line in lines if year else ():
        for found in dates.days(line, year):
            if found.start == 0 and len(line) <= _SHORT:
                return found.day
    return None


def _day_by_week(lines: Sequence[str], document: Document) -> date | None:
    years = _years_near(document.text) if lines else ()
    found = (dates.day_of_week(line, years) for line in lines)
    return next((day for day in found if day is not None), None)


def _years_near(text: str) -> tuple[int, ...]:
    """The years that a text speaks of, with those beside them."""
    return tuple(sorted({near for year in years_in(text) for near in (year - 1, year, year + 1)}))


def _day_in_digits(lines: Sequence[str], document: Document) -> date | None:
    """The day in digits alone that a title of a paper gives: "Minutes 25 01 14"."""
    titles = (line for line in lines if len(line) <= _BRIEF and bodies.says_paper(line))
    found = (in_digits(line, document) for line in titles)
    return next((day for day in found if day is not None), None)


def _day_of(lines: Sequence[str], others: SpeaksOfOther, near: date | None) -> date | None:
    if not any(dates.days(line, near) for line in lines):
        return None
    own = [line for line in lines if not (others(_bare(line)) or _is_byline(line))]
    calling = [line for line in own if _calls(line)]
    telling = [
        line for line in own if _is_telling(line) or (not calling and is_day(line, _BESIDE_DAY))
    ]
    titles = [line for line in own if len(line) <= _BRIEF and bodies.says_paper(line)]
    above = list(takewhile(lambda line: not lists_people(line), own))
    held = [line for line in above if line in telling and _HELD.search(line)]
    first = [*(line for line in calling if line in above), *held, *titles]
    undated = [*first, *telling] if near else []
    ordered = ((first, None), (telling, None), (own, None), (undated, near))
    for candidates, year in ordered:
        for line in candidates:
            if (day := dates.first_day(line, year)) is not None:
                return day
    return None


def _bare(line: str) -> str:
    """A line without brackets, and without what is still to be done with the paper."""
    return either("sections", "dated", "yet").sub(" ", _ASIDE.sub(" ", line))


@lru_cache(maxsize=1024)
def _calls(line: str) -> bool:
    """Whether a line calls to a meeting, as a notice does."""
    return matches(line, "sections", "openings", "calls")


@lru_cache(maxsize=1024)
def _is_telling(line: str) -> bool:
    """Whether a line speaks of a meeting, or says that what it gives is a day."""
    said = field(line)
    return matches(line, "sections", "dated", "lines") or (said is not None and said.says in DAYS)


def _is_byline(line: str) -> bool:
    """Whether a line says who put the paper out, and when: "Friday, 14 July 2017 by Ann Lowe"."""
    return _BYLINE.search(line) is not None and not bodies.says_paper(line)


def titled_as_meeting(document: Document) -> bool:
    """Whether the title of a paper, above its text or beside it, ends by saying "meeting"."""
    first = [p.text for p in document.paragraphs[:_NEAR] if p.kind is Kind.FURNITURE]
    titles = map(titled, (*first, document.title))
    return any(_MEETING.search(title) for title in titles)


def _told(line: str) -> Sequence[str]:
    """What of a line may give the day of a meeting: its sentences, of a long one the first."""
    if len(line) < _SENTENCE:
        return sentences_of(line)
    first = first_sentence(line)
    return (first,) if first is not None else ()
