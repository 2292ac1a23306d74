"""How much of what is asked the sentences of a passage have, where each of them stands."""

from collections.abc import Callable, Iterator

from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences


def shares(
    asking: Asking, text: str, heads: str, telling: Callable[[str], bool]
) -> Iterator[float]:
    """The share of the subject of each sentence of a text that is ``telling``, with the one before
    it and the titles above them (``heads``).
    """
    parts = sentences(text)
    for at, part in enumerate(parts):
        if telling(part):
            yield asking.share("\n".join((heads, *parts[max(0, at - 1) : at + 1])))
