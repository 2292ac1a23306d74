"""How much of what is asked the sentences of a passage have, where each of them stands."""

from collections.abc import Callable, Iterable, Iterator

from queries.answering.asking import Asking, titles
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.told import Told


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


def told_shares(asking: Asking, told: Iterable[Told]) -> Iterator[tuple[float, str, Told]]:
    """Each sentence of what is told, with its own share and that of the titles above it."""
    for one in told:
        for part in sentences(one.text):
            yield asking.share(f"{titles(one.hit.place)}\n{part}"), part, one
