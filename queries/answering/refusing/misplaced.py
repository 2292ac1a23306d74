"""When a question names a place, or somebody by one name, of which what was found is not told.

What was decided about an office is no answer to what was decided about one in Marlow: where no
passage has that name with anything else that is asked, the papers do not speak of it there.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.tables.load import table
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.choosing.listing import leads
from queries.answering.choosing.section import section_before
from queries.answering.refusing.naming import holding
from queries.graphs.place import Place, places
from queries.retrieval.ranking import in_place
from queries.texts.wording import overlaps, stems, tokens
from queries.understanding.reworded import everyday

SPOKEN = 0.2
"""The least share of the subject (`Asking.covered`) that passages have where a name is missed."""
TOGETHER = 0.34
"""The least share of the rest of the subject that a passage must have beside the name."""
HEAD = 4
"""So many paragraphs at the beginning of a paper say of what meeting it is, and where that was."""
SHORTEST = 3
"""The least letters of such a name."""
_POINT = "list item"
_ROW = "table"
_NAMING = frozenset({"Council"})
"""What such a word may be known as; who bears another name is asked of by that."""


def misplaced(asking: Asking, found: Found) -> str | None:
    """The name of a question that neither what is told first nor any passage on the matter has."""
    names = list(_placed_before(asking))
    if not names or asking.covered < SPOKEN or everyday(asking.question.text):
        return None
    quoted = [quote.paragraph for quote in found.quotes]
    told = set(stems(_first(asking, quoted)))
    strange = (name for name, thing in names if _strange(asking, name, thing, told))
    return next((name for name in strange if not _heads(asking, name, quoted)), None)


def _heads(asking: Asking, name: str, quoted: Sequence[str]) -> bool:
    """Whether a paper that is quoted has a name in its head, as of the place of a meeting."""
    papers = {one.document for one in places(asking.graph, quoted).values()}
    held = places(asking.graph, holding(asking, name)).values()
    heads = (one for one in held if one.document in papers and one.ordinal < HEAD)
    return any(set(stems(name)) <= set(stems(one.text)) for one in heads)


def _first(asking: Asking, quoted: Sequence[str]) -> str:
    """The words of the first passage quoted with what says where it stands, of those quoted
    passages that it leads in to, or that are points or rows with it, and of the one before.
    """
    held = places(asking.graph, quoted)
    groups: list[list[Place]] = []
    for place in sorted(held.values(), key=lambda one: (one.document, one.ordinal)):
        if groups and _goes_on(groups[-1][-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    first = [some for some in groups if any(one.paragraph == quoted[0] for one in some)]
    before = (section_before(asking, some[0], 1) for some in first)
    return "\n".join((*before, *(in_place(place) for some in first for place in some)))


def _goes_on(last: Place, place: Place) -> bool:
    """Whether a passage is a point, the next row of a table or what another one that stands before
    it leads in to.
    """
    beside = last.document == place.document and place.ordinal == last.ordinal + 1
    rows = last.form == place.form == _ROW
    return beside and (rows or leads(last) or place.form == _POINT)


def lone_names(asking: Asking) -> Iterator[str]:
    """The single words written as names that are neither known as anything but a council, nor part
    of a time or of the name of the body asked.
    """
    return (name for name, _ in _placed_before(asking))


@cache
def _no_names() -> frozenset[str]:
    """Months, days of the week, offices and the like, which are written as names."""
    months, days = table("dates")["months"], table("dates")["weekdays"]
    return frozenset((*months, *days, *table("people")["not_names"]))


def _placed_before(asking: Asking) -> Iterator[tuple[str, str]]:
    """As `lone_names`, each with the word that follows it directly."""
    question = asking.question
    taken = [(one.start, one.end) for one in question.mentions if one.kind not in _NAMING]
    taken += [(one.begin, one.end) for one in question.periods]
    asked = set(question.subject) - asking.own_stems
    words = tokens(question.text)
    capitals = [not word[0].islower() for word, _, _ in words]
    for at, (word, start, end) in enumerate(words[1:], 1):
        alone = word[0].isupper() and not any(
            capitals[max(1, at - 1) : at] + capitals[at + 1 : at + 2]
        )
        named = alone and len(word) >= SHORTEST and not word.isupper() and word not in _no_names()
        within = overlaps(start, end, taken)
        if named and not within and set(stems(word)) <= asked:
            follows = words[at + 1 : at + 2]
            direct = follows and not question.text[end : follows[0][1]].strip()
            yield word, follows[0][0] if direct else ""


def _strange(asking: Asking, name: str, thing: str, told: set[str]) -> bool:
    """Whether a name is not in what is told, and no passage has it with any of the rest, nor with
    the thing that it is put before ("the Cardiff evaluation").
    """
    own, rest = set(stems(name)), asking.share(name)
    if rest >= 1 or any(one.startswith(tuple(own)) for one in told):
        return False
    near = [in_place(one) for one in places(asking.graph, holding(asking, name)).values()]
    both = own | set(stems(thing))
    if len(both) > len(own) and any(both <= set(stems(text)) for text in near):
        return False
    shares = (asking.share(text) for text in near if own & set(stems(text)))
    return max(shares, default=0.0) < rest + TOGETHER * (1 - rest)
