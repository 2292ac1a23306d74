"""What stands before a passage of the same section: "The work was given to Ivo" is said of the
quotes for the roof that the paragraph before it tells of.
"""

from queries.answering.asking import Asking
from queries.answering.choosing.told import Told
from queries.graphs.place import Place
from queries.retrieval.ranking import in_place

BACK = 3
"""How many paragraphs before one may say what it is of."""


def section_before(asking: Asking, place: Place, back: int = BACK) -> str:
    """The words of the hits that stand up to so many paragraphs before a passage, under its heading
    and item.
    """
    places = (hit.place for hit in asking.result.hits)
    return "\n".join(one.text for one in places if _goes_before(one, place, back))


def held_in_section(asking: Asking, told: Told) -> set[str]:
    """The words of the subject (stems) that are told, stand with what is told, or before it in its
    section.
    """
    place = told.hit.place
    return asking.held(f"{section_before(asking, place)}\n{in_place(place)}\n{told.text}")


def _goes_before(one: Place, place: Place, back: int) -> bool:
    """Whether a passage stands shortly before another one of its section."""
    section = (one.document, one.heading, one.item)
    return section == (place.document, place.heading, place.item) and (
        0 < place.ordinal - one.ordinal <= back
    )
