"""Who is meant by initials in what is told, where it is asked who: papers write the whole name
elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kg.rdf.iris import paper_of
from kg.store.graph import Iri
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.texts.wording import letters_of, says

TOLD = 2
"""Of so many of the first quotes it is said whom they mean."""
_DEFINED = """SELECT DISTINCT ?name ?place ?ordinal
WHERE {
  ?place mb:inDocument ?document ; mb:mentions ?person ; mb:ordinal ?ordinal ; mb:text ?text .
  ?person foaf:name ?name .
  FILTER(CONTAINS(?text, ?short) && CONTAINS(?text, ?name))
}
ORDER BY ?ordinal ?name ?place"""
_SHORT = re.compile(r"\b[A-Z]{2,3}\b")
"""What may be the initials of somebody."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """Initials, the name they stand for, and where (a paragraph's IRI) the paper writes it."""

    short: str
    name: str
    place: str


def with_whole_names(asking: Asking, found: Found) -> Found:
    """What was found, with the whole names of those whom it writes by their initials alone, where
    it is asked who.
    """
    if not (asking.question.expects == "person" or says(asking.question.text, "whose")):
        return found
    meant = {one.short: one for one in _meant(asking, found.quotes[:TOLD])}
    untold = [one for one in meant.values() if one.name not in found.answer]
    return replace(
        found,
        answer="\n".join((found.answer, *(f"{one.short} is {one.name}." for one in untold))),
        values=tuple(dict.fromkeys((*found.values, *(one.name for one in untold)))),
        quotes=[*found.quotes, *(Quote(one.place, one.name) for one in untold)],
    )


def _meant(asking: Asking, quotes: Sequence[Quote]) -> Iterator[_Whole]:
    """The people whom some quotes write by initials that their paper puts behind their names."""
    for quote in quotes:
        for short in dict.fromkeys(_SHORT.findall(quote.words or "")):
            paper = Iri(paper_of(quote.paragraph))
            rows = asking.graph.select(_DEFINED, document=paper, short=f"({short})").rows
            named = ((str(name), str(place)) for name, place, _ in rows)
            ours = (_Whole(short, *one) for one in named if letters_of(one[0]) == short)
            yield from islice(ours, 1)
