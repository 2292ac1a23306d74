"""What belongs together: a lead-in with the points under it ("The members are:" says nothing
without them), and the rows of a table that lists what is asked for.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.graphs.place import Place, places
from queries.graphs.window import Neighbour, ahead, around, behind
from queries.texts.wording import says, stems, tokens

MOST = 14
"""The most points of a list that an answer tells."""
POINT = 25
"""The most words of a point that nothing marks."""
TITLE = 10
"""The most words of a numbered line that a text of its own follows."""
SEVERAL = 3
"""The least number of such points."""
ASKS = 60
"""The most words of a paragraph to which the next one replies."""
ROWS = 30
"""How many paragraphs of a table are looked at before and after one of them."""
_OPENED = re.compile(r"[:–—-]\s*$")
"""How a point ends that the next paragraph goes on with."""
_BROKEN = re.compile(
    r"(?:,|\b(?:the|an?|of|by|to|was|were|is|are|and|or|for|with|in|on|at|that|from|be|been))\s*$"
)
_ENDED = tuple(".!?;:")
_OPENS_LIST = {"text": (";",), "list item": ("?",)}
"""What ends a paragraph, by its form, that leads in to the points after it: a point that asks is
answered by those.
"""
_QUOTES = ("“", "‘", '"', "'")
_LETTERED = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})[).]?")


def rest_of_sentence(graph: KnowledgeGraph, place: Place) -> list[tuple[str, str]]:
    """The paragraph after one that breaks off within a sentence, where it is under its heading."""
    if place.form == "table" or not _BROKEN.search(place.text):
        return []
    return [one.quoted for one in behind(graph, place, 1) if one.heading == place.heading][:1]


def outcome_of(graph: KnowledgeGraph, place: Place) -> list[tuple[str, str]]:
    """The short line after an item that only says what came of it ("No objection"), or after an
    action how it stands ("In progress").
    """
    if place.form == "table":
        return []
    ended = place.text.rstrip()[-1:] in _ENDED
    return [
        one.quoted
        for one in behind(graph, place, 1)
        if one.heading == place.heading and one.number is None and _is_outcome(one.text, ended)
    ][:1]


def reply_to(graph: KnowledgeGraph, place: Place) -> list[tuple[str, str]]:
    """The paragraph after one that ends in asking something, where it is under its heading and asks
    nothing itself.
    """
    if place.form == "table" or not _inquires(place.text):
        return []
    return [
        one.quoted
        for one in behind(graph, place, 1)
        if one.heading == place.heading and one.form != "heading" and not _inquires(one.text)
    ][:1]


def _inquires(text: str) -> bool:
    """Whether a paragraph asks something, and says little besides."""
    return len(text.split()) <= ASKS and says(text, "inquiring")


def _is_outcome(line: str, ended: bool) -> bool:
    """Whether a line says what came of what stands before it, and nothing else; behind what has
    ended as a sentence, only how it stands.
    """
    return says(line, "status_line") or (not ended and says(line, "outcome_line"))


def under_label(graph: KnowledgeGraph, label: Place) -> list[str]:
    """The unnumbered paragraphs under a line that stands in place of a heading, up to the next such
    line.
    """
    found: list[str] = []
    for one in behind(graph, label, MOST):
        ends = says(one.text, "outcome_line") or says(one.text, "other_label")
        if one.heading != label.heading or one.form == "heading" or one.number or ends:
            break
        found.append(one.paragraph)
    return found


def leads(place: Place) -> bool:
    """Whether a paragraph ends by leading in to what follows it."""
    text = place.text.rstrip()
    if text.endswith(_OPENS_LIST.get(str(place.form), ())):
        return True
    return place.form != "table" and says(place.text, "leads_in")


def inner(place: Place) -> bool:
    """Whether a paragraph is numbered below another one ("20.11")."""
    return place.form == "text" and "." in (place.number or "").strip(" .()")


def is_point(place: Place) -> bool:
    """Whether a paragraph is a point of a list."""
    return place.form == "list item" or inner(place)


def in_order(stretches: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words of the paragraphs of one paper as they stand in it: their numbers are of growing
    length.
    """
    return sorted(stretches, key=lambda one: (len(one[0]), one[0]))


def lead_of(graph: KnowledgeGraph, point: Place) -> Place | None:
    """The paragraph that leads in to the list a point is in."""
    if not is_point(point):
        return None
    above = [one.paragraph for one in ahead(graph, point, MOST) if one.form != "list item"]
    if inner(point):
        held = places(graph, above).values()
        return next(
            (one for one in held if leads(one) and _is_point(one, point.form, point.number)), None
        )
    return next((one for one in places(graph, above[-1:]).values() if leads(one)), None)


def before(graph: KnowledgeGraph, place: Place) -> Place | None:
    """The paragraph before one, where it stands under the same heading."""
    held = places(graph, [one.paragraph for one in ahead(graph, place, 1)]).values()
    return next((one for one in held if one.heading == place.heading), None)


def points(graph: KnowledgeGraph, lead: Place) -> list[tuple[str, str]]:
    """The paragraphs under a lead-in with their texts, in order; none where no list follows.

    A point that ends openly goes on in the paragraph after it.
    """
    near = behind(graph, lead, MOST)
    found: list[tuple[str, str]] = []
    opened = False
    for one in near:
        continues = opened and one.form == "text" and one.number is None
        if not (continues or _is_point(lead, one.form, one.number)):
            break
        opened = bool(_OPENED.search(one.text))
        found.append(one.quoted)
    return found or _unmarked(lead, near) or _opening_quote(lead, near) or _titles(graph, lead)


def all_points(graph: KnowledgeGraph, lead: Place) -> list[tuple[str, str]]:
    """The points under a lead-in, and where right behind them another one, of its heading or of the
    next number, says that there are more ("four other trials have been paid for:"), that one with
    its points.
    """
    found = points(graph, lead)
    more = behind_points(graph, lead, found)
    if more is None or not _says_more(lead, more):
        return found
    return [*found, (more.paragraph, more.text), *points(graph, more)]


def behind_points(
    graph: KnowledgeGraph, lead: Place, found: Sequence[tuple[str, str]]
) -> Place | None:
    """The paragraph right behind the points found under a lead-in; None where there are none."""
    known = {lead.paragraph, *(paragraph for paragraph, _ in found)}
    near = behind(graph, lead, MOST) if found else []
    after = next((one.paragraph for one in near if one.paragraph not in known), None)
    return next(iter(places(graph, [after] if after else []).values()), None)


def _says_more(lead: Place, more: Place) -> bool:
    """Whether a lead-in goes on with the list of another one."""
    first, second = ((one.number or "").strip(" .()") for one in (lead, more))
    follows = first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1
    together = follows or more.heading == lead.heading
    return together and leads(more) and says(more.text, "more_of_them")


def _titles(graph: KnowledgeGraph, lead: Place) -> list[tuple[str, str]]:
    """The short lines under a numbered lead-in that bear the numbers after its own, each with a
    text of its own behind it.
    """
    number = (lead.number or "").strip(" .()")
    if not number.isdecimal():
        return []
    found: list[tuple[str, str]] = []
    for one in behind(graph, lead, MOST * SEVERAL):
        wanted = str(int(number) + len(found) + 1)
        if one.number is None or one.number.strip(" .()") != wanted:
            continue
        if len(one.text.split()) > TITLE or one.text.rstrip().endswith("."):
            break
        found.append(one.quoted)
    return found[: _said(lead.text)] if len(found) >= SEVERAL else []


def _said(text: str) -> int:
    """How many points a lead-in speaks of ("the following eight offers"), as many as may be where
    it does not say.
    """
    small = table("numbers")["small"]
    return max((small[word] for word, _, _ in tokens(text.lower()) if word in small), default=MOST)


def _opening_quote(lead: Place, near: Sequence[Neighbour]) -> list[tuple[str, str]]:
    """The paragraph under a lead-in that opens with a quotation mark."""
    return [
        one.quoted
        for one in near[:1]
        if one.heading == lead.heading and one.form == "text" and one.text.startswith(_QUOTES)
    ]


def _unmarked(lead: Place, near: Sequence[Neighbour]) -> list[tuple[str, str]]:
    """The short paragraphs under a lead-in and its heading, where bullets are lost and several
    follow: up to the first that is longer, or bears a number.
    """
    found: list[tuple[str, str]] = []
    for one in near:
        long = len(one.text.split()) > POINT
        if one.heading != lead.heading or one.form != "text" or one.number is not None or long:
            break
        found.append(one.quoted)
    return found if len(found) >= SEVERAL else []


def _is_point(lead: Place, form: str | None, number: str | None) -> bool:
    written = number or ""
    under = lead.number is not None and written.startswith(f"{lead.number.rstrip('.')}.")
    return form == "list item" or under or _LETTERED.fullmatch(written) is not None


def other_points(graph: KnowledgeGraph, point: Place) -> list[tuple[str, str]]:
    """The other points of the list that a point belongs to, with their texts, in order."""
    return [one for one in _stretch(graph, point, MOST) if one[0] != point.paragraph]


def other_rows(graph: KnowledgeGraph, row: Place, asked: Collection[str]) -> list[tuple[str, str]]:
    """The other paragraphs of the table that a row belongs to, with their texts, in order.

    Empty where the row is of no table, or where no head of a column has one of the stems asked.
    """
    if row.form != "table" or not asked:
        return []
    found = _stretch(graph, row, ROWS)
    head = next((text.partition("\n")[0] for _, text in found), "")
    if not set(asked) & set(stems(head)):
        return []
    return [one for one in found if one[0] != row.paragraph]


def _stretch(graph: KnowledgeGraph, place: Place, most: int) -> list[tuple[str, str]]:
    """The paragraphs of one form on end that a place is among, ``most`` before and after it."""
    found: list[tuple[str, str]] = []
    for one in around(graph, place, most, most):
        if one.form == place.form:
            found.append(one.quoted)
        elif one.ordinal < place.ordinal:
            found = []
        else:
            break
    return found
