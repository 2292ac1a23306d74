"""Blocks that belong together are joined: split sentences, contact details."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.fields import LABELLED
from kg.reading.furniture import goes_on
from kg.reading.headings.headings import is_titular, known
from kg.reading.headings.run_in_titles import title_end
from kg.reading.hyphens import Mender
from kg.reading.markers import parse_marker
from kg.tables.load import alternation

_ITEM_LABEL = re.compile(
    r"(?:agenda\s+)?item\s+(?:no\.?\s*)?\d{1,3}[a-z]?\s*[:.–—-]?", re.IGNORECASE
)
_TITLES_MINUTES = re.compile(r"(?:\w+\s+)?minutes?\s+of\b", re.IGNORECASE)
_FEWEST_COUNTED = 3
_NUMBER_ALONE = re.compile(r"\d{1,4}[a-z]?[.)]|\((?:\d{1,4}|[a-z]|[ivx]+)\)|\d{1,3}\.\d{1,2}\.?")
_OF_EARLIER = re.compile(r"\(\d{1,2}\.\d{1,2}\) [A-Z]")
"""How a matter arising opens: with its number in the minutes before."""
_QUESTION = re.compile(r"[A-Z][^.:;?\n]{2,110}\?(?=\s+[A-Z])")
_SENTENCE_BEHIND = re.compile(r"\s+[A-Z][^.!?]*[.!?]")
_MOSTLY = 0.6
_LONG = 100
_LONGEST_TITLE = 200
_OPEN_END = re.compile(r"[\w,\u2019'\u2013-]$")
_NAME = r"[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+){0,3}"
_BROKEN_OFF = re.compile(
    rf"[.!?]\s+(?![^a-z]*$)(?!{_NAME}(?:(?:,| and|,? &) {_NAME}){{1,9}}$)[A-Z]"
    r"(?:[^.!?:\u2013\u2014-]|(?<!\s)-)*$"
)
"""How a text ends that breaks off amid a sentence: not in capitals, as a task may stand behind
what was said, nor in names on end, as of those who are to act.
"""
_LABELS = rf"{alternation('contacts', 'details')}\.?\s*:"
_LABEL = re.compile(_LABELS, re.IGNORECASE)
_NEXT_LABEL = re.compile(rf" (?=(?i:{_LABELS}))")


def join_sentences(blocks: Sequence[Block], *, pages: bool) -> list[Block]:
    """Paragraphs broken inside a sentence made whole; furniture between goes after them.

    :param pages: the format breaks paragraphs over pages, so that one may go on in any words.
    """
    mender = Mender([line for block in blocks for line in block.text.split("\n")])
    joined: list[Block] = []
    for block in blocks:
        last = _last_body(joined)
        if last is not None and _continues(joined[last], block, pages):
            joined[last] = replace(joined[last], text=mender.join(joined[last].text, block.text))
        else:
            joined.append(block)
    return joined


def _last_body(blocks: Sequence[Block]) -> int | None:
    """The index of the last block that is no furniture."""
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind is not Kind.FURNITURE:
            return index
    return None


def _continues(before: Block, after: Block, pages: bool) -> bool:
    """Whether two paragraphs are one: the first is unfinished and long, the second no heading."""
    if goes_on(before, after):
        return True
    if not pages or (before.page is not None and before.page == after.page):
        return False
    return (
        before.kind in (Kind.TEXT, Kind.LIST_ITEM)
        and after.kind is Kind.TEXT
        and len(before.text) >= _LONG
        and len(after.text) >= _LONG
        and _OPEN_END.search(before.text) is not None
        and (before.page is not None or _is_midway(before.text, after.text))
        and not (parse_marker(after.text) or after.counted or _TITLES_MINUTES.match(after.text))
        and not LABELLED.match(after.text)
        and known(before.text) is None
        and "\n" not in before.text + after.text
    )


def _is_midway(before: str, after: str) -> bool:
    """Whether a text without pages breaks off amid a sentence, where the next opens with a capital.

    A line that is no sentence, or ends with what became of it behind a dash, is whole.
    """
    return not after[:1].isupper() or _BROKEN_OFF.search(before) is not None


def join_boxes(blocks: Sequence[Block]) -> list[Block]:
    """Boxes broken over a page made whole: the second goes on with a label new to the first."""
    joined: list[Block] = []
    for block in blocks:
        last = _last_body(joined)
        if last is not None and _is_rest_of_box(joined[last], block):
            joined[last] = replace(joined[last], text=f"{joined[last].text}\n{block.text}")
        else:
            joined.append(block)
    return joined


def _is_rest_of_box(above: Block, below: Block) -> bool:
    if not (above.boxed and below.boxed) or above.page == below.page:
        return False
    label = LABELLED.match(below.text)
    return label is not None and label["label"] not in LABELLED.findall(above.text)


def join_item_labels(blocks: Sequence[Block]) -> list[Block]:
    """The label of an item joined to the title below it: "Item 3:" or "3.", then "Fees".

    A number without a stop may be that of a page: where most such stand over a title, all do.
    """
    bare = [pair for pair in pairwise(blocks) if _is_counted_alone(pair[0])]
    over = sum(_is_title_below(below) and not below.text.endswith(".") for _, below in bare)
    heads = len(bare) > 0 and over >= _MOSTLY * len(bare)
    joined: list[Block] = []
    for block in blocks:
        block = _on_one_line(block)
        last = joined[-1] if joined else None
        if last is not None and len(joined) == 1 and _labels_paper(last, block):
            joined = [replace(last, kind=Kind.FURNITURE), block]
        elif last is not None and _calls_item(last) and (end := _title_that_opens(block)):
            titled = f"{last.text} {block.text[:end].strip()}"
            rest = block.with_text(block.text[end:].lstrip())
            joined[-1:] = [replace(last, kind=Kind.HEADING, text=titled), rest]
        elif last is not None and _is_item_label(last) and _is_title_below(block):
            title = " ".join(block.text.split())
            joined[-1] = replace(last, kind=Kind.HEADING, text=f"{last.text} {title}")
        elif last is not None and _is_title_below(block) and _is_number_alone(last, heads):
            text = f"{last.text} {block.text}"
            joined[-1] = replace(block, text=text, counted=last.counted)
        else:
            joined.append(block)
    return joined


def join_counted(blocks: Sequence[Block]) -> list[Block]:
    """Numbers alone on their lines that count from 1, each joined to the title below it."""
    over = [at for at, block in enumerate(blocks[:-1]) if _is_whole_number(block)]
    numbers = [blocks[at].text.strip() for at in over]
    titles = [blocks[at + 1] for at in over]
    whole = numbers == [str(count) for count in range(1, len(over) + 1)]
    named = all(map(_is_plain_title, titles)) and len({b.text for b in titles}) == len(titles)
    if len(over) < _FEWEST_COUNTED or not whole or not named:
        return list(blocks)
    joined = list(blocks)
    for at in over:
        text = f"{blocks[at].text.strip()} {blocks[at + 1].text}"
        joined[at] = replace(blocks[at], kind=Kind.HEADING, text=text)
    below = {at + 1 for at in over}
    return [block for at, block in enumerate(joined) if at not in below]


def _is_whole_number(block: Block) -> bool:
    """Whether all of a block is a number that runs on."""
    return block.counted is not None and block.text.strip() == block.counted.number


def _is_plain_title(block: Block) -> bool:
    return _is_title_below(block) and is_titular(block.text) and block.text[-1:] not in ".;,"


def _on_one_line(block: Block) -> Block:
    """The block with the number that is all of its first line before the title below it."""
    number, _, rest = block.text.partition("\n")
    if not rest[:1].isupper():
        return block
    alone = _is_counted(number, block) or _NUMBER_ALONE.fullmatch(number) is not None
    return block.with_text(f"{number} {rest}") if alone else block


def _is_item_label(block: Block) -> bool:
    shown = block.kind in (Kind.TEXT, Kind.HEADING) and not block.rows
    return shown and _ITEM_LABEL.fullmatch(block.text) is not None


def _calls_item(block: Block) -> bool:
    """Whether all of a block is a number that a word calls that of an item: "1st item:"."""
    if _is_item_label(block):
        return True
    if block.counted is None:
        return False
    calls = block.counted.head.replace(block.counted.number, "", 1)
    return _is_counted_alone(block) and any(map(str.isalpha, calls))


def _title_that_opens(block: Block) -> int | None:
    """Where a title ends that a text opens with, a question too, before more sentences."""
    if block.kind is not Kind.TEXT or block.rows or parse_marker(block.text) or block.counted:
        return None
    asked = _QUESTION.match(block.text)
    end = asked.end() if asked else title_end(block.text)
    return end if end and _SENTENCE_BEHIND.match(block.text, end) else None


def _labels_paper(first: Block, below: Block) -> bool:
    """Whether the first line of minutes says under which item another meeting takes them."""
    return _is_item_label(first) and _TITLES_MINUTES.match(below.text) is not None


def _is_number_alone(block: Block, counted_heads: bool) -> bool:
    """Whether a number is all of a line: one with a stop, or of a series that heads titles."""
    stopped = block.kind in (Kind.TEXT, Kind.LIST_ITEM) and _NUMBER_ALONE.fullmatch(block.text)
    return bool(stopped) or (_is_counted_alone(block) and (counted_heads or not _is_bare(block)))


def _is_counted_alone(block: Block) -> bool:
    return _is_counted(block.text, block)


def _is_counted(line: str, block: Block) -> bool:
    """Whether a line is no more than the number of a block that runs on."""
    return block.counted is not None and line.rstrip(" :–-") == block.counted.head.rstrip(":")


def _is_bare(block: Block) -> bool:
    """Whether a number has no mark, name or part, so that it may be that of a page."""
    return block.text.strip().isdigit()


def _is_title_below(block: Block) -> bool:
    """Whether a block without number opens with a line that may be a title."""
    first, _, rest = block.text.partition("\n")
    short = len(block.text) <= _LONGEST_TITLE if "\n" not in rest else len(first) <= _LONG
    if _OF_EARLIER.match(block.text):
        return short
    marked = parse_marker(block.text) or block.text[:1].isdigit()
    return block.kind in (Kind.TEXT, Kind.HEADING) and short and not marked


def join_contacts(blocks: Sequence[Block]) -> list[Block]:
    """Contact details made one paragraph with a line for each label.

    Labels in lines or paragraphs of their own and those that share a line
    come out alike.
    """
    joined: list[Block] = []
    for block in blocks:
        if _is_contact(block):
            label, colon, rest = block.text.partition(":")
            block = block.with_text(label + colon + _NEXT_LABEL.sub("\n", rest))
            if joined and _is_contact(joined[-1]):
                block = block.with_text(f"{joined.pop().text}\n{block.text}")
        joined.append(block)
    return joined


def is_contact_line(text: str) -> bool:
    """Whether a line gives contact details: a label and what it names."""
    return _LABEL.match(text) is not None and not known(text)


def opens_contact(current: str, line: str) -> bool:
    """Whether contact details begin with ``line``, below other words."""
    return is_contact_line(line) and not is_contact_line(current)


def _is_contact(block: Block) -> bool:
    return block.kind is Kind.TEXT and is_contact_line(block.text)
