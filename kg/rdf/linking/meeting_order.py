"""Which meeting follows which: as a paper states it, else by their days."""

from collections.abc import Iterator
from itertools import pairwise

from kg import terms as t
from kg.rdf.linking.drafting import Draft, Linked, Triple
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach
from kg.tables.load import table

_NEAR = 2
"""How many meetings to either side of one may change how it stands in the order."""


def order_meetings(draft: Draft, reach: Reach) -> None:
    """Bring the order of the meetings within reach up to date."""
    changed = reach.meetings
    both = (t.NEXT_MEETING, t.PREVIOUS_MEETING)
    held = {one for way in both for one in (*draft.from_(changed, way), *draft.to(way, changed))}
    owners = changed | {end for start, _, other in held for end in (start, other)}
    boards = {board for board in reach.boards(owners).values() if board}
    pairs = [pair for board in sorted(boards) for pair in _near(reach, board, owners)]
    owners |= {end for pair in pairs for end in pair if set(pair) & changed}
    pairs = [pair for board in sorted(boards) for pair in _near(reach, board, owners)]
    gone = {one for way in both for one in draft.from_(owners, way)}
    found = _followed(reach, pairs, owners)
    draft.relink(gone, [one for one in found if one.triple[0] in owners])


def _near(reach: Reach, board: str, owners: set[str]) -> list[tuple[str, str]]:
    """The pairs of meetings of a board with no other between that lie near the owners."""
    meetings = [meeting for _, meeting in reach.calendar(board)]
    at = [place for place, meeting in enumerate(meetings) if meeting in owners]
    near = {place + step for place in at for step in range(-_NEAR, _NEAR + 1)}
    return [
        pair for place, pair in enumerate(pairwise(meetings)) if place in near or place + 1 in near
    ]


def _followed(reach: Reach, pairs: list[tuple[str, str]], owners: set[str]) -> Iterator[Linked]:
    in_order, stated = Reason.of("next_in_order", "inferred"), Reason.of("stated_once", "quoted")
    gap = table("histories")["order"]["longest_gap_in_days"]
    near = owners | {end for pair in pairs for end in pair}
    after = _stated(reach, near, t.NEXT_MEETING)
    after |= {(earlier, later) for later, earlier in _stated(reach, near, t.PREVIOUS_MEETING)}
    for earlier, later in sorted(after):
        yield from _both(earlier, later, stated)
    has_next, has_previous = {earlier for earlier, _ in after}, {later for _, later in after}
    for first, second in pairs:
        days = reach.day(first), reach.day(second)
        close = days[0] and days[1] and (days[1] - days[0]).days <= gap
        if close and first not in has_next and second not in has_previous:
            yield from _both(first, second, in_order)


def _both(earlier: str, later: str, reason: Reason) -> Iterator[Linked]:
    forth: Triple = (earlier, t.NEXT_MEETING, later)
    yield Linked(forth, reason)
    yield Linked((later, t.PREVIOUS_MEETING, earlier), reason)


def _stated(reach: Reach, near: set[str], relation: str) -> set[tuple[str, str]]:
    """What papers say of the meetings near by: which one a relation leads to."""
    found = set()
    for meeting in sorted(near):
        for _, said in reach.told(meeting, {relation}):
            found |= {(meeting, reach.shown(str(end))) for end in said[relation]}
        for form in reach.forms([meeting]):
            for graph, start in reach.graph.telling(relation, form):
                if reach.iris.kind(graph) == "document":
                    found.add((reach.shown(start), meeting))
    return found
