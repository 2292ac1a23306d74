"""The agenda item on which a question's matter was dealt with: what is said of it says little of
what was done.
"""

from operator import itemgetter

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
    of the subject as any near it, of reports too; else that of the one of minutes which has most,
    and more than ``least``.
    """
    heads = [hit.place for hit in asking.result.hits[:HEADS]]
    shares = [(asking.share(with_titles(one)), one) for one in heads]
    minuted = [(share, one) for share, one in shares if in_minutes(one)]
    if not minuted:
        return None
    first, nearest = minuted[0]
    most, best = max(minuted, key=itemgetter(0))
    if asking.closeness_to_facts >= CLOSE and first >= ABOUT * max(share for share, _ in shares):
        item = nearest.item
    else:
        item = best.item if most > least else None
    return Iri(item.iri) if item else None


def in_minutes(place: Place) -> bool:
    """Whether a passage tells of a meeting that was held: it is in no report to one."""
    return place.report is None
