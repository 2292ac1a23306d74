"""The agenda of the next meeting that minutes end with: its list is no business of theirs."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Kind, Paragraph
from kg.structure.openings import tells
from kg.tables.load import matches


def without_next_agenda(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, those of the agenda of the next meeting without their numbers.

    They stand below its heading, up to the next heading; to the end, if it gives the number of
    that meeting behind what is told, and no sentence below tells more.
    """
    found: list[Paragraph] = []
    inside = last = False
    for at, paragraph in enumerate(paragraphs):
        heading = paragraph.kind is Kind.HEADING
        if inside and (last or not (heading and paragraph.number is None)):
            paragraph = replace(paragraph, kind=Kind.TEXT, number=None, counted=None)
        elif heading:
            last = _names(paragraph, "numbered_agenda") and _is_last(at, paragraphs)
            inside = last or _names(paragraph, "next_agenda")
            paragraph = replace(paragraph, kind=Kind.TEXT) if inside else paragraph
        found.append(paragraph)
    return found


def _names(heading: Paragraph, agenda: str) -> bool:
    return heading.number is None and matches(heading.text, "sections", "items", agenda)


def _is_last(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether all that is told stands before a heading."""
    below = (p for p in paragraphs[at + 1 :] if p.text.endswith("."))
    return any(map(tells, paragraphs[:at])) and not any(map(tells, below))
