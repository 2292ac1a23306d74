"""Several meetings that one paper tells of, one after another."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from kg.model import Kind, Paragraph
from kg.structure.names.bodies import says_paper
from kg.structure.openings import says_who_came, tells
from kg.structure.people_labels import people_label
from kg.tables.load import either

_LINE = 120
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b|\b\d{1,2}:\d{2}\b", re.IGNORECASE)
_NEAR = 4


def sittings(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The lines that open the meetings of a paper that tells of several; none where of one.

    Each is short and gives a day that no other gives, or an hour of it, and right below it
    stands who came.
    """
    found: dict[int, tuple[str, Paragraph]] = {}
    for paragraph in paragraphs:
        day = _day(paragraph)
        came = _who_came_below(paragraph, paragraphs) if day else None
        if day and came is not None:
            found.setdefault(came, (day, paragraph))
    return _of_several_days([*found.values()])


def announced(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The titles that open the agendas of a paper that gives several; none where of one.

    It is one title, written anew over each, and right below it stands a day that no other gives.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    over: dict[str, list[tuple[str, Paragraph]]] = {}
    for title, below in pairwise(shown):
        day = _day(below) if title.kind is Kind.HEADING and title.number is None else None
        if day and says_paper(title.text):
            over.setdefault(title.text, []).append((day, title))
    return next(filter(None, map(_of_several_days, over.values())), ())


def _of_several_days(opened: Sequence[tuple[str, Paragraph]]) -> Sequence[Paragraph]:
    """The paragraphs that open meetings, if they are several, each on a day or hour of its own."""
    hours = [_HOUR.search(paragraph.text) for _, paragraph in opened]
    at = [hour.group() if hour and all(hours) else "" for hour in hours]
    several = len({(day, hour) for (day, _), hour in zip(opened, at, strict=True)})
    return tuple(paragraph for _, paragraph in opened) if several == len(opened) > 1 else ()


def _day(paragraph: Paragraph) -> str | None:
    """The day, as written, that a short line gives a meeting of its own."""
    short = paragraph.kind in (Kind.HEADING, Kind.TEXT) and len(paragraph.text) <= _LINE
    dated = short and _DIGIT.search(paragraph.text) is not None
    if not dated or paragraph.number is not None or says_who_came(paragraph):
        return None
    if paragraph.kind is Kind.TEXT and paragraph.text.endswith(".") and tells(paragraph):
        return None
    match = either("sections", "openings", "day").search(paragraph.text)
    if match is None:
        return None
    no_title = (either("sections", "openings", word) for word in ("another", "told"))
    told = any(pattern.search(paragraph.text) for pattern in no_title)
    return None if told else match.group()


def _who_came_below(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> int | None:
    """The ordinal of the line near below that says who came."""
    rest = (paragraphs[at] for at in range(paragraph.ordinal + 1, len(paragraphs)))
    near = islice((p for p in rest if p.kind is not Kind.FURNITURE), _NEAR)
    return next((p.ordinal for p in near if says_who_came(p) or _labels_present(p)), None)


def _labels_present(paragraph: Paragraph) -> bool:
    found = people_label(paragraph.text)
    return found is not None and found.status == "present"
