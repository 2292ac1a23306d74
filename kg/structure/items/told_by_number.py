"""Items of which a list gives the titles, and the minutes below it no more than the numbers.

American minutes often repeat their agenda and then tell what was done under each number:
"III. Public Comments" in the list, "III. There were none." below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.counting import FEWEST
from kg.model import Kind, Paragraph
from kg.numbering import of_item
from kg.structure.items.item import Item
from kg.structure.items.titles import LONG_TITLE, is_sentence, is_title, title_span

_LETTERED = re.compile(r"(?P<letter>[A-Z])[.)]\s+(?=\S)")
_LONGEST_TITLE = 3 * LONG_TITLE


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the list: the paragraph, the item's number, and where its title stands."""

    paragraph: Paragraph
    number: str
    start: int
    end: int


def told_by_number(paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The items of minutes that a list above them gives, each with what its number tells of."""
    numbered = [p for p in paragraphs if p.number and p.kind is not Kind.TABLE]
    numbers = [p.number for p in numbered]
    again = next((at for at, one in enumerate(numbers) if one in numbers[:at]), len(numbers))
    titled, below = numbered[:again], numbered[again:]
    told = {p.number: p for p in reversed(below)}
    if not _is_list(titled) or not _tell(titled, below):
        return ()
    base = paragraphs[0].ordinal
    listed = list(_listed(paragraphs[titled[0].ordinal - base : below[0].ordinal - base]))
    heads = [told.get(one.number) or _lettered(one.number, paragraphs) for one in listed]
    return tuple(_items(listed, heads, paragraphs[-1].ordinal + 1))


def _is_list(titled: Sequence[Paragraph]) -> bool:
    """Whether numbered paragraphs are titles that count on from one another."""
    counted = [p.counted.path for p in titled if p.counted]
    on = all(
        after[:-1] == before[:-1] and after[-1] == before[-1] + 1
        for before, after in pairwise(counted)
    )
    return (
        len(titled) >= FEWEST
        and len(counted) == len(titled)
        and on
        and not any(map(is_sentence, titled))
    )


def _tell(titled: Sequence[Paragraph], below: Sequence[Paragraph]) -> bool:
    """Whether paragraphs take up the numbers of a list in order, and are no titles."""
    numbers = [p.number for p in below]
    order = [p.number for p in titled if p.number in numbers]
    untitled = sum(not is_title(p) for p in below)
    return numbers == order and len(below) >= FEWEST and 2 * untitled > len(below)


def _listed(paragraphs: Sequence[Paragraph]) -> Iterator[_Listed]:
    """The titles of a list, with the lettered ones below its numbers."""
    whole = ""
    for paragraph in paragraphs:
        if paragraph.number:
            whole = paragraph.number
            yield _Listed(paragraph, whole, *title_span(paragraph, series=True))
        elif (part := _LETTERED.match(paragraph.text)) and len(paragraph.text) < _LONGEST_TITLE:
            number = of_item(whole, part["letter"])
            yield _Listed(paragraph, number, part.end(), len(paragraph.text.rstrip(" .")))


def _lettered(number: str, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph that opens with the number of a lettered part: "VI.A. The chair ..."."""
    return next((p for p in paragraphs if p.text.startswith((f"{number}.", f"{number} "))), None)


def _items(
    listed: Sequence[_Listed], heads: Sequence[Paragraph | None], end: int
) -> Iterator[Item]:
    """The items, each up to where the next is told of; one not told of has its line alone."""
    starts = sorted(head.ordinal for head in heads if head is not None)
    for one, head in zip(listed, heads, strict=True):
        first = (head or one.paragraph).ordinal
        later = (start for start in starts if start > first)
        last = next(later, end) if head is not None else first + 1
        title = one.paragraph.text[one.start : one.end]
        yield Item(one.number, title, one.start, one.end, first, last, one.paragraph.ordinal)
