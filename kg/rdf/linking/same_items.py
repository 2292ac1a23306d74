"""Which minuted item is which item of the agenda, where minutes count on from meeting to meeting.

What an agenda calls item 4 may be minute 42: then only the titles tell. Two items of one meeting
are one where no paper tells of both, one title has all telling words of the other or half of all,
and neither is as like another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg import terms as t
from kg.rdf.iris import paper_of
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach, Said
from kg.rdf.linking.wording import word_heads

ALIKE = 0.5
"""The least share of the telling words of two titles that both have."""


@dataclass(frozen=True, slots=True)
class _Titled:
    """An item: the heads of the telling words of its titles, the papers that tell of it, and
    whether minutes do.
    """

    iri: str
    heads: frozenset[str]
    papers: frozenset[str]
    minuted: bool


def link_items(draft: Draft, reach: Reach) -> None:
    """Bring up to date which items of the meetings within reach are one."""
    changed = reach.of_kind("item")
    gone = draft.from_(changed, t.SAME_ITEM_AS) | draft.to(t.SAME_ITEM_AS, changed)
    wanted: list[Linked] = []
    for meeting in sorted(reach.meetings):
        items = list(_titled(reach, reach.items([meeting])))
        gone |= draft.from_([one.iri for one in items], t.SAME_ITEM_AS)
        wanted += _linked(items)
    draft.relink(gone, wanted)


def agenda_item(reach: Reach, item: str) -> str:
    """The item of the agenda that a minuted one is, else itself."""
    return next(iter(reach.graph.objects(item, t.SAME_ITEM_AS)), item) if item else item


def _titled(reach: Reach, items: Sequence[str]) -> Iterator[_Titled]:
    """The items that have a title with telling words."""
    told = reach.graph.described(items, frozenset({t.TITLE, t.STATED_IN}))
    for iri in items:
        said = told.get(iri, {})
        heads = title_heads(said)
        papers = {paper_of(str(one)) for one in said.get(t.STATED_IN, ())}
        if heads and papers:
            kinds = set(reach.graph.values_of(sorted(papers), t.KIND).values())
            minuted = "minutes" in kinds or bool(reach.there(iri, t.ON_ITEM, "decision"))
            yield _Titled(iri, heads, frozenset(papers), minuted)


def _linked(items: Sequence[_Titled]) -> Iterator[Linked]:
    """Each minuted item with the one item of the agenda that it is most like, and that is most like
    it.
    """
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for one in (item for item in items if item.minuted):
        for other in (item for item in items if not item.minuted):
            alike = likeness(one.heads, other.heads)
            if alike and one.papers.isdisjoint(other.papers):
                near[one.iri][other.iri] = near[other.iri][one.iri] = alike
    for one in (item for item in items if item.minuted):
        best = only_best(near[one.iri])
        if best is not None and only_best(near[best]) == one.iri:
            yield Linked((one.iri, t.SAME_ITEM_AS, best), Reason.of("same_item_title", "inferred"))


def title_heads(said: Said) -> frozenset[str]:
    """The heads of the telling words of the titles of a resource."""
    return frozenset(head for one in said.get(t.TITLE, ()) for head in word_heads(str(one)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike the heads of the words of two titles are, 0 to 1; 0 where they are not enough."""
    jaccard = len(one & other) / len(one | other)
    within = one <= other or other <= one
    return jaccard if within or jaccard >= ALIKE else 0.0


def only_best(likeness: Mapping[str, float]) -> str | None:
    """What is most alike, None where nothing is or two are."""
    ordered: Iterable[tuple[float, str]] = ((value, iri) for iri, value in likeness.items())
    best = sorted(ordered, reverse=True)[:2]
    return best[0][1] if best and (len(best) == 1 or best[0][0] > best[1][0]) else None
