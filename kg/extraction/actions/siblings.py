"""Items of a list of tasks that say what to do and leave out who: "Ask the hall about chairs"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.extraction.actions import status as states
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.actions.facts import entry
from kg.extraction.actions.promises import promised
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.sections import body

_FEWEST = 3
_WORDS = 3


def siblings(paragraphs: Sequence[Paragraph], place: Place, actors: Actors) -> Iterator[Action]:
    """The items that order something, in lists of which half begin with who is to do what."""
    for listed, run in groupby(paragraphs, key=lambda p: p.kind is Kind.LIST_ITEM):
        found = [body(paragraph) for paragraph in run] if listed else []
        tasks = [piece for piece in found if _orders(piece.text)]
        if tasks and len(found) >= _FEWEST:
            owned = sum(_says_who(piece.text, actors) for piece in found)
            if 2 * owned >= len(found):
                yield from (entry(piece, place, actors) for piece in tasks)


def _orders(text: str) -> bool:
    """Whether an item says only what to do."""
    return states.orders(text) and len(text.split()) >= _WORDS


def _says_who(text: str, actors: Actors) -> bool:
    """Whether an item begins with who is to do what it says."""
    who = promised(text, actors)
    return bool(who) and text.startswith(str(who))
