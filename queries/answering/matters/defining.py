"""What a short form stands for, where a paper says so."""

import re

from kg.structure.definitions import definitions
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.graphs.place import places

_LOOKED_AT = 30
_CALLED = """SELECT DISTINCT ?long
WHERE { ?thing skos:altLabel ?short ; skos:prefLabel ?long }
ORDER BY ?long"""
"""What else a thing is called whose name is a short form."""
_SHORT = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z]|\w*[A-Z]{2})[A-Za-z]{2,10}\b")
_WHAT_IS = re.compile(r"\W*what (?:is|are|was|were) \S+(?: and\b|\W*$)", re.IGNORECASE)
"""What asks for more than a long form: passages may tell it where no paper spells it out."""
_SPELT_OUT = r"\b{short}\s?\((?P<long>[A-Z][\w&'’,-]*(?:\s[\w&'’,-]+){{1,11}})\)"
"""A short form with what it stands for in brackets behind it."""


def by_definition(asking: Asking) -> Found | Missing | None:
    """The long form of the short form asked for; None where the question has none."""
    asked = _SHORT.search(asking.question.text)
    if asked is None:
        return None
    keywords = asking.searcher.library.keywords
    longer = [str(long) for (long,) in asking.graph.select(_CALLED, short=asked[0]).rows]
    near = [
        hit.id
        for words in (asked[0], *longer)
        for hit in keywords.search(f"{asked[0]} {words}", _LOOKED_AT, asking.where)
    ]
    for place in places(asking.graph, dict.fromkeys(near)).values():
        long = definitions([place.text]).get(asked[0]) or _spelt_out(asked[0], place.text)
        if long is not None:
            return Found(answer=long, values=(long,), quotes=[Quote(place.paragraph, long)])
    if _WHAT_IS.match(asking.question.text):
        return None
    return Missing(f"No paper held says what {asked[0]} stands for.")


def _spelt_out(short: str, text: str) -> str | None:
    """The words in brackets behind a short form that begin with its first letter."""
    found = re.search(_SPELT_OUT.format(short=re.escape(short)), text)
    long = found["long"] if found else ""
    return long if long[:1] == short[0].upper() else None
