"""The agenda of the next meeting that minutes end with: its list is no business of theirs."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Kind, Paragraph
from kg.tables.load import matches


def without_next_agenda(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, those of the agenda of the next meeting without their numbers.

    They stand below its heading, up to the next heading.
    """
    found: list[Paragraph] = []
    inside = False
    for paragraph in paragraphs:
        heading = paragraph.kind is Kind.HEADING
        if inside and not (heading and paragraph.number is None):
            paragraph = replace(paragraph, kind=Kind.TEXT, number=None, counted=None)
        elif heading:
            inside = paragraph.number is None and _names_next_agenda(paragraph)
            paragraph = replace(paragraph, kind=Kind.TEXT) if inside else paragraph
        found.append(paragraph)
    return found


def _names_next_agenda(heading: Paragraph) -> bool:
    return matches(heading.text, "sections", "items", "next_agenda")
