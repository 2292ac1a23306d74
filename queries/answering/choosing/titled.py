"""Titles that a question has in full, and asks for nothing besides: what stands under one is told
alone, and what says little is cited with it.
"""

from collections.abc import Sequence

from queries.answering.answer import Quote
from queries.answering.asking import Asking
from queries.answering.choosing.told import Told
from queries.graphs.place import Place
from queries.graphs.window import ahead
from queries.texts.wording import bare, light, stand_on_end, stems, stems_of, tokens

SEVERAL = 2
"""The fewest words of such a title."""
LITTLE = 20
"""Up to so many words say little without the title above them."""
ABOVE = 5
"""Among so many paragraphs before one stands its title."""


def under_title(asking: Asking, told: list[Told]) -> list[Told]:
    """Those under a title that is all the question asks for; all, where none stands under one."""
    return [one for one in told if _is_asked(asking, one.hit.place)] or told


def title_cited(asking: Asking, told: Sequence[Told]) -> list[Quote]:
    """The title of what is told first and says little, where it is all the question asks for."""
    place = told[0].hit.place
    if len(place.text.split()) > LITTLE or not _is_asked(asking, place):
        return []
    titles = [one for one in ahead(asking.graph, place, ABOVE) if one.form == "heading"]
    return [Quote(*one.quoted) for one in titles[-1:] if place.last_heading in one.text]


def _is_asked(asking: Asking, place: Place) -> bool:
    """Whether a question has all words of the title above a passage on end, and no others that are
    of its subject.
    """
    title = _words(place.last_heading)
    besides = set(asking.question.subject) - set(stems(" ".join(title))) - light()
    if len(title) < SEVERAL or besides - stems_of("questions", "of_titles"):
        return False
    return stand_on_end(title, _words(asking.question.text))


def _words(text: str) -> list[str]:
    """The words of a text in small letters, without numbers."""
    return [bare(word) for word, _, _ in tokens(text) if not word.isdigit()]
