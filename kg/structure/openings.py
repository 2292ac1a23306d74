"""What a paper is whose title line does not say so: minutes or an agenda, by how it reads."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from kg.model import Document, Kind, Paragraph
from kg.reading.headings.customary import is_customary
from kg.structure.labels import label, plain
from kg.structure.people_labels import labels_in, people_label, says_elected
from kg.structure.sections import is_deeper
from kg.tables.load import likely, matches, table

_HEAD = 25
_COVER = 14
_TOLD = 2
_LISTED = 3
_USUAL = 4
_VOTED = 2
_LINE = 120
_LINES = 8
_MANY = 5
_MOST = 0.6
_NEAR = 3
_PROPOSED = 2


def says_who_came(paragraph: Paragraph) -> bool:
    """Whether a line of a paragraph begins by saying who was present or attended."""
    return paragraph.kind is not Kind.FURNITURE and _says_who_came(paragraph.text)


@lru_cache(maxsize=2048)
def _says_who_came(text: str) -> bool:
    lines = text.split("\n")
    came = (one.match for one in likely(text, "sections", "openings", "came"))
    return any(any(map(begins, lines)) for begins in came) and not says_elected(text)


def tells_who_came(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether one of some paragraphs says who came, or that a meeting was called to order."""
    return any(says_who_came(p) or _matches("opened", p.text) for p in paragraphs)


def tells(paragraph: Paragraph) -> bool:
    """Whether a paragraph tells what was said or done."""
    return _matches("told", paragraph.text)


def reads_as_minutes(document: Document) -> bool:
    """Whether a paper says who came or names its meeting, then tells what was said and done.

    One that names its meeting and those present need tell nothing more. Who came may be listed
    behind all that was said.
    """
    shown = _shown(document)
    of_meeting = _is_of_meeting(document)
    came = tells_who_came(shown[:_HEAD]) or _ends_in_who_came(shown)
    if not came and (not of_meeting or any(_matches("summons", p.text) for p in shown[:_COVER])):
        return False
    if of_meeting and any(map(names_those_present, shown[:_HEAD])):
        return True
    headed = any(map(_lists_who_came, shown)) and any(map(_heads_minutes, shown))
    headed = headed or any(map(_names_who_came, shown[:_HEAD]))
    told = sum(tells(p) or _heads_decision(p) or p.ticked is not None for p in shown)
    return told >= (1 if headed else _TOLD)


def _ends_in_who_came(shown: Sequence[Paragraph]) -> bool:
    """Whether a list of those who came stands below much that was said."""
    heads = (at for at, p in enumerate(shown) if p.kind is Kind.HEADING and _lists_who_came(p))
    at = next(heads, 0)
    return sum(map(tells, shown[:at])) >= _MANY


def _heads_decision(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of what was decided."""
    found = label(paragraph)
    return found is not None and found.name == "decision"


def _names_who_came(paragraph: Paragraph) -> bool:
    """Whether a line names people who came behind a label: "Present: A Lowe, B Tarn"."""
    said = labels_in(paragraph.text)
    return any(one.told and one.rest is not None and one.status == "present" for one in said)


def names_those_present(paragraph: Paragraph) -> bool:
    """Whether a line names people behind "Present:", as no paper does before a meeting."""
    lines = paragraph.text.split("\n")
    present = any(_matches("present", line) for line in lines)
    return present and _names_who_came(paragraph)


def mostly_tells(document: Document) -> bool:
    """Whether most of the longer paragraphs of a paper tell what was said and done."""
    longer = list({p.text: p for p in _shown(document) if len(p.text) > _LINE}.values())
    return len(longer) >= _MANY and sum(map(tells, longer)) > _MOST * len(longer)


def tells_of_those_named(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs name people who came behind a label, and tell much of what was done."""
    named = any(map(_names_who_came, paragraphs[:_HEAD]))
    return named and sum(map(tells, paragraphs)) >= _MANY


def tells_under_notes(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether headings with text below them stand under one that is "Notes" or "Minutes"."""
    words = table("sections")["starts"]["told_below"]
    heads = [p for p in paragraphs if p.kind is Kind.HEADING]
    over = next((p for p in heads if plain(p.text) in words), None)
    if over is None:
        return False
    below = (p for p in paragraphs if p.ordinal > over.ordinal)
    under = takewhile(lambda p: p.kind is not Kind.HEADING or is_deeper(p, over), below)
    told = (one.kind is Kind.HEADING is not after.kind for one, after in pairwise(under))
    return sum(told) >= _TOLD


def tells_votes(document: Document) -> bool:
    """Whether a paper tells more than once what became of a motion."""
    return sum(_matches("voted", p.text) for p in _shown(document)) >= _VOTED


def _lists_who_came(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads a list of people who came: "Attendees:"."""
    said = people_label(paragraph.text)
    return said is not None and said.told and said.rest is None and said.status == "present"


def _heads_minutes(paragraph: Paragraph) -> bool:
    """Whether a heading without a number is the word for minutes alone, as a title is."""
    heading = paragraph.kind is Kind.HEADING and paragraph.number is None
    return heading and paragraph.text.strip(" :") in ("MINUTES", "Minutes")


def reads_as_agenda(document: Document) -> bool:
    """Whether a paper calls to a meeting or names it, and lists what will be dealt with, or is the
    page of a meeting on a site that proposes what to do on its items.
    """
    shown = _shown(document)
    called = any(_matches("calls", p.text) for p in shown[:_COVER])
    numbered = [p for p in shown if p.number is not None or p.cells]
    short = [p for p in shown if len(p.text) <= _LINE]
    usual = sum(is_customary(p.text) for p in shown)
    listed = len(numbered) >= _LISTED or (len(short) >= _LINES and len(short) == len(shown))
    listed = listed or usual >= _USUAL
    sat = any(_matches("sitting", p.text) for p in shown[:_NEAR])
    proposed = sum(_matches("proposes", p.text) for p in shown) >= _PROPOSED
    return (listed and (called or _is_of_meeting(document))) or (sat and proposed)


def _is_of_meeting(document: Document) -> bool:
    """Whether short lines of a paper's head name a meeting and a day, and it makes no report."""
    cover = document.paragraphs[:_COVER]
    head = [p for p in cover if len(p.text) <= _LINE or _is_titled(p.text.split("\n")[0])]
    named = any(_matches("meeting", p.text) for p in head)
    dated = named and any(_matches("day", p.text) for p in head)
    of_reports = table("sections")["openings"]["reports"]
    return dated and not any(
        (found := label(p)) is not None and found.name in of_reports for p in document.paragraphs
    )


def _is_titled(line: str) -> bool:
    return matches(line, "sections", "starts", "minutes")


def _shown(document: Document) -> Sequence[Paragraph]:
    return [p for p in document.paragraphs if p.kind is not Kind.FURNITURE]


def _matches(name: str, text: str) -> bool:
    return matches(text, "sections", "openings", name)
