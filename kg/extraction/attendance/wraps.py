"""Lists of people that go on in the next paragraph, as where a page or a scan breaks lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction.people import lists as people_lists
from kg.extraction.people import names
from kg.facts import Attendance, Evidence
from kg.model import Kind, Paragraph
from kg.structure.people_labels import people_label

_HEAD = 60
_OPEN = re.compile(
    rf"(?:,|;|\band|&|(?<![\w.])(?<!of ){names.TITLE}(?:[ ]?[{names.UPPER}]\.?){{0,3}}"
    rf"(?:[ ]O[’'])?|\([^()]*)$"
)
"""How a list ends that breaks off: after a comma, a title or its initials ("Cllr. W. O’")."""
_FIRST_NAME = re.compile(
    rf"(?:,|\band|&)(?<![A-Z],)[ ]+(?:{names.TITLE}[ ]+)?[{names.UPPER}](?:[\w’'-]+|\.)$"
)
_SURNAME = re.compile(
    rf"(?!{names.TITLE})[{names.UPPER}][\w’'-]+(?=[ ]*[,;.(]|[ ]+(?:and|&|[-–—])[ ]|$)"
)
_GOES_ON = re.compile(rf"[{names.UPPER}(&]|and\b")


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs read as one: ``homes`` are they, each with where its text starts in the whole."""

    paragraph: Paragraph
    homes: tuple[tuple[int, Paragraph], ...]

    def settle(self, row: Attendance) -> Attendance:
        """A row with its evidence in the paragraphs that hold it."""
        if len(self.homes) == 1:
            return row
        return replace(row, evidence=tuple(own for e in row.evidence for own in self._own(e)))

    def _own(self, quote: Evidence) -> Iterator[Evidence]:
        for start, home in self.homes:
            first, last = max(quote.start - start, 0), min(quote.end - start, len(home.text))
            if first < last:
                yield Evidence(home.ordinal, first, last)


def joined(paragraphs: Sequence[Paragraph]) -> Iterator[Joined]:
    """The paragraphs, those of a list that breaks off near the head with what goes on with it."""
    held: list[Joined] = []
    for count, paragraph in enumerate(paragraphs):
        if held and paragraph.kind is Kind.FURNITURE:
            continue
        if held and count < _HEAD and _goes_on(held[0].paragraph, paragraph):
            held = [_with(held[0], paragraph)]
            continue
        yield from held
        held = [Joined(paragraph, ((0, paragraph),))]
    yield from held


def _with(before: Joined, paragraph: Paragraph) -> Joined:
    text = f"{before.paragraph.text} "
    whole = replace(before.paragraph, text=text + paragraph.text)
    return Joined(whole, (*before.homes, (len(text), paragraph)))


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a list of people breaks off in the middle, and the next words go on with it."""
    lines = {before.kind, after.kind} <= {Kind.TEXT, Kind.HEADING} and after.number is None
    if not lines or people_label(after.text) is not None:
        return False
    broken = _FIRST_NAME.search(before.text) and _SURNAME.match(after.text)
    office = before.text.rpartition(" ")[2] in names.office_words()  # "Ann Lowe, Treasurer"
    within = broken is not None and not office and not _gives_one_word_each(before.text)
    joins = after.text.startswith("and ") and people_lists.entries(after.text[4:])
    between = joins or (_OPEN.search(before.text) and _GOES_ON.match(after.text))
    if not within and not between and not after.text.startswith("("):
        return False
    if after.kind is Kind.HEADING and not within and not people_lists.entries(after.text):
        return False
    return people_label(before.text) is not None or bool(people_lists.entries(before.text))


def _gives_one_word_each(text: str) -> bool:
    """Whether a list names people before its last by one word: "Ann, Ben and Cara" is whole."""
    said = people_label(text)
    listed = people_lists.entries(text[said.rest :] if said and said.rest else text, labelled=True)
    return any(not one.name.sure for one in listed[:-1])
