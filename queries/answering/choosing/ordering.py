"""In which order hits on the subject are told."""

from collections.abc import Callable

from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.told import Told


def first_where(
    asking: Asking, told: list[Told], part: float, tells: Callable[[Told], bool]
) -> list[Told]:
    """Hits with those first of which something holds (``tells``) and that have a part (0 to 1) of
    what any of them has of the subject, with the titles above; else in their order.
    """
    shares = {one.hit.rank: asking.share(with_titles(one.hit.place)) for one in told}
    least = part * max(shares.values(), default=0.0)
    return sorted(told, key=lambda one: shares[one.hit.rank] < least or not tells(one))
