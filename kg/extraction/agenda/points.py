"""Lists below the items of an agenda that say who speaks to what, or who is there, and are no
parts of items.
"""

import re
from collections import Counter
from collections.abc import Sequence

from kg.facts import AgendaItem
from kg.tables.load import alternation

_INITIALS = re.compile(r"[A-Z]{2,4}(?P<behind>\W*$|\s+[–—-]\s)")
_ROLL = re.compile(
    rf"[^:\n]{{2,40}}:\s*(?:not\s+)?{alternation('attendance', 'said_of_each')}\W*", re.IGNORECASE
)
_FEWEST = 3


def without_points(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items without lists of points that speakers make: "AL", "BT - the lease".

    Several points of an agenda are initials alone. One point makes its list one of points, and
    all that is below these is of them. So it is with a roll: "Treasurer: not here".
    """
    spoken = [(_over(item), match) for item in items if (match := _of_speaker(item))]
    alone = sum(not match["behind"].strip(" .:") for _, match in spoken)
    lists = {over for over, _ in spoken} if alone >= _FEWEST else set()
    called = Counter(_over(item) for item in items if _ROLL.fullmatch(item.title))
    lists |= {over for over, count in called.items() if over and count >= _FEWEST}
    return [item for item in items if not item.number.startswith(tuple(f"{n}." for n in lists))]


def _of_speaker(item: AgendaItem) -> re.Match[str] | None:
    """The initials that a part of an item opens with, alone or before a dash."""
    return _INITIALS.match(item.title) if _over(item) else None


def _over(item: AgendaItem) -> str:
    """The number of the item that one is a part of; none of a whole item."""
    return item.number.rpartition(".")[0]
