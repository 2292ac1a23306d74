"""Paragraphs whose lines are paragraphs of their own, taken apart.

A page may set a list, or a whole record of a meeting, as lines of one paragraph.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.fields import LABELLED
from kg.reading.headings.headings import is_people_label, is_titled_sentence, known
from kg.reading.headings.series import counted_lines
from kg.reading.markers import parse_marker

_SENTENCE_ENDS = re.compile(r"[.;!?][\"'\u201d\u2019)]*$")
_OPENS = re.compile(r"[\"'\u201c\u2018(\[]*[A-Z0-9]")


def apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a block for each line that stands for itself."""
    able = [block for block in blocks if block.kind in (Kind.TEXT, Kind.HEADING)]
    lines = [line for block in able for line in block.text.split("\n")]
    counted = {lines[at] for at in counted_lines(lines)} if any(map(_is_broken, able)) else set()
    return [part for block in blocks for part in _parts(block, counted)]


def _is_broken(block: Block) -> bool:
    able = block.kind in (Kind.TEXT, Kind.LIST_ITEM) and not block.boxed
    return able and "\n" in block.text


def _parts(block: Block, counted: Collection[str]) -> Iterator[Block]:
    """A text parted where a line is marked, is a well-known heading, or ends a sentence.

    So does a line of which others tell that a number opens it (``counted``).
    A field behind a sentence ("Due: May 2011") goes on with it unless it labels a section or
    runs into a sentence; one of these stands apart from another field too.
    """
    if not _is_broken(block):
        yield block
        return
    group: list[str] = []
    first = True
    for line in block.text.split("\n"):
        if group and (line in counted or _is_apart(group[-1], line)):
            yield _block(block, group, first=first)
            group, first = [], False
        group.append(line)
    yield _block(block, group, first=first)


def _is_apart(above: str, line: str) -> bool:
    if parse_marker(line) or known(line) or known(above):
        return True
    field = LABELLED.match(line)
    if field and known(field["label"]) == "minute":
        return True
    told = is_titled_sentence(line)
    if told and LABELLED.match(above) and not (field and is_people_label(field["label"])):
        return True
    if _SENTENCE_ENDS.search(above) is None or _OPENS.match(line) is None:
        return False
    labels = field is not None and (known(field["label"]) or is_people_label(field["label"]))
    return field is None or told or bool(labels)


def _block(block: Block, lines: Sequence[str], *, first: bool) -> Block:
    """Some lines of a block; after the first they are of the kind that their marker gives."""
    text = "\n".join(lines)
    if first:
        return block.with_text(text)
    marker = parse_marker(text)
    kind = Kind.LIST_ITEM if marker.listed else Kind.TEXT
    return replace(block, kind=kind, text=marker.text, level=None, lead="")
