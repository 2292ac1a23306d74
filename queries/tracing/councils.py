"""The places that councils are named by: their own papers speak of them without saying so."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kg.tables.load import table
from queries.graphs.place import Place
from queries.texts.wording import content_stems, stems

_KINDS = "|".join(table("bodies")["councils"])
_OF_PLACE = re.compile(
    rf"([A-Z].{{1,60}}?)\s(?:annual\s)?(?:{_KINDS})\s(?:council|meeting)\b", re.IGNORECASE
)


@cache
def place_of(body: str | None) -> frozenset[str]:
    """The stems of the place that a council is named by ("Quayham Parish Council"), or a meeting
    of its electors; none of another body.
    """
    named = _OF_PLACE.match(body or "")
    return frozenset(content_stems(named[1])) if named else frozenset()


def own_place(place: Place) -> frozenset[str]:
    """The stems of the place whose council a passage is of."""
    return place_of(place.meeting.board if place.meeting else None)


def without_elsewhere(held: Mapping[str, Place], words: Iterable[str]) -> dict[str, Place]:
    """Passages, where words of a matter name the place of a council, without those of the councils
    of other places that do not.
    """
    places = {own for one in held.values() if (own := own_place(one))}
    named = [own for own in places if own <= set(words)]
    return {
        iri: one
        for iri, one in held.items()
        if not named
        or not (own := own_place(one))
        or own in named
        or any(place <= set(stems(one.text)) for place in named)
    }
