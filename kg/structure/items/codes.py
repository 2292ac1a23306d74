"""Numbers of items in brackets behind their titles: "Closed Session (B)", "Gifts (G-4)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.structure.items.item import Item

_CODE = re.compile(
    r"\s*\((?P<number>(?P<letter>[A-Z])(?:[-.]\w{1,3})?(?:/(?P=letter)[-.]\w{1,3})?)\)$"
)
_FEWEST = 4
_MOSTLY = 0.7


def with_codes(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, with the numbers behind their titles where most have one, in order of letters."""
    coded = [match for item in items if (match := _CODE.search(item.title))]
    letters = [match["letter"] for match in coded]
    few = len(coded) < max(_FEWEST, _MOSTLY * len(items)) or any(item.number for item in items)
    if few or letters != sorted(letters) or len(set(letters)) < _FEWEST:
        return tuple(items)
    return tuple(map(_numbered, items))


def _numbered(item: Item) -> Item:
    match = _CODE.search(item.title)
    if match is None:
        return item
    title = item.title[: match.start()]
    return replace(item, number=match["number"], title=title, end=item.start + len(title))
