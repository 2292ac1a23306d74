"""The agenda item on which a question's matter was dealt with: what is said of it says little of
what was done.
"""

from kg.store.graph import Iri
from queries.answering.asking import Asking, with_titles
from queries.graphs.place import Place

CLOSE = 0.75
"""The closeness (`Asking.closeness_to_facts`) from which the nearest passage is on the matter."""
ABOUT = 0.75
"""The part of what any has of the subject that it then has."""
HEADS = 5
"""Among so many of the best hits one stands on the item."""


def item_spoken_of(asking: Asking, least: float) -> Iri | None:
    """The item on which the nearest passage of minutes stands, if it is close and has about as much
    of the subject as any near it; else that of the one which has most, and more than ``least``.
    """
    near = [hit.place for hit in asking.result.hits[:HEADS] if in_minutes(hit.place)]
    shares = [asking.share(with_titles(one)) for one in near]
    most = max(shares, default=0.0)
    if near and asking.closeness_to_facts >= CLOSE and shares[0] >= ABOUT * most:
        item = near[0].item
    else:
        item = near[shares.index(most)].item if most > least else None
    return Iri(item.iri) if item else None


def in_minutes(place: Place) -> bool:
    """Whether a passage tells of a meeting that was held: it is in no report to one."""
    return place.report is None
