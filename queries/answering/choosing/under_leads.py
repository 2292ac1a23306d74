"""What stands under the lead-in of a list, or behind its points where names are asked for."""

from queries.answering.asking import Asking
from queries.answering.choosing.listing import all_points, behind_points, leads, points
from queries.answering.choosing.told import Stretch
from queries.answering.choosing.whole_lists import things_asked
from queries.graphs.place import Place
from queries.texts.wording import says, stems_of

BARE = 6
"""The most words of a point that only names something."""


def names_only(text: str) -> bool:
    """Whether a point is short and states nothing."""
    return len(text.split()) <= BARE and not says(text, "stating")


def under_lead(asking: Asking, lead: Place, bare: bool) -> list[Stretch]:
    """What is told under the lead-in of a point in place of that point: the names behind its list,
    and where it is ``bare`` else all points.
    """
    return names_behind(asking, lead) or (all_points(asking.graph, lead) if bare else [])


def names_behind(asking: Asking, place: Place) -> list[Stretch]:
    """The lead-in right behind the points of another one under its heading, with its points, where
    things are asked for that bear names, and only the points of the second one name something.
    """
    named = things_asked(asking.question.text) & stems_of("questions", "things_with_names")
    found = points(asking.graph, place) if named and leads(place) else []
    more = behind_points(asking.graph, place, found)
    if more is None or more.heading != place.heading or not leads(more):
        return []
    theirs = points(asking.graph, more)
    own = any(names_only(text) for _, text in found)
    names = not own and all(names_only(text) for _, text in theirs)
    return [(more.paragraph, more.text), *theirs] if theirs and names else []
