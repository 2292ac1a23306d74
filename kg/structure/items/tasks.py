"""Numbered lists of tasks and of what was decided, which number no items."""

from collections.abc import Iterator, Sequence

from kg.model import Kind, Paragraph
from kg.structure.items.titles import LONG_TITLE
from kg.structure.labels import label, plain
from kg.tables.load import either, matches


def task_ordinals(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The ordinals of the paragraphs that count from 1 right under the heading of actions, or
    under the words that lead in to what was decided: "The board agreed that:".
    """
    head: Paragraph | None = None
    last = 0
    for paragraph in paragraphs:
        if paragraph.kind is Kind.FURNITURE:
            continue
        if head is not None and _is_task(paragraph, last + 1, head):
            last += 1
            yield paragraph.ordinal
        elif last == 0 or paragraph.kind is Kind.HEADING:
            over = _heads_actions(paragraph) or _leads_to_decisions(paragraph)
            head, last = paragraph if over else None, 0


def _is_task(paragraph: Paragraph, count: int, head: Paragraph) -> bool:
    """Whether a paragraph has the next number of a list; a heading below that of the list."""
    deeper = (paragraph.level or 0) > (head.level or 0) > 0
    return paragraph.number == str(count) and (paragraph.kind is not Kind.HEADING or deeper)


def _heads_actions(paragraph: Paragraph) -> bool:
    """Whether a short line without a number is the heading of a list of actions."""
    if paragraph.number is not None:
        return False
    found = label(paragraph)
    if found is not None:
        return found.name == "action" and found.rest is None
    words = plain(paragraph.text) if len(paragraph.text) < LONG_TITLE else ""
    return either("sections", "lists", "own").search(words) is not None


def _leads_to_decisions(paragraph: Paragraph) -> bool:
    """Whether a line without a number leads in to a list of what was decided."""
    line = paragraph.kind is Kind.TEXT and paragraph.number is None
    return line and matches(paragraph.text, "sections", "items", "leads_to_decisions")
