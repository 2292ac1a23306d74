"""Motions, questions and petitions that items of an agenda give by whom they were put in: "Notice
of Motion submitted by Councillor Quill".
"""

import re

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.structured import rows_asked_of
from queries.graphs.terms import iri_list
from queries.texts.wording import first_match, light, stems, stems_of

NEAREST = 6
"""How many hits are looked at for what was put in."""
HALF = 0.5
"""The least share of what is asked that what was put in must have."""
_PUT_IN = """SELECT DISTINCT ?item ?title ?day ?board ?paragraph
WHERE {
  ?item a mb:AgendaItem ; dct:title ?title ; mb:statedIn ?paragraph ; mb:atMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy ?board .
}
ORDER BY ?day ?item ?title ?paragraph"""
_OF_ITEMS = """SELECT DISTINCT ?title ?paragraph
WHERE { VALUES ?item { %s } ?item dct:title ?title ; mb:statedIn ?paragraph }
ORDER BY ?paragraph ?title"""


def by_tabling(asking: Asking) -> Found | None:
    """Who put in the motion or question asked about, by the title of its item; None where that is
    not asked, or no title near says so.
    """
    asked = first_match(asking.question.text, "tabled")
    if asked is None:
        return None
    for hit in asking.result.hits[:NEAREST]:
        item = hit.place.item
        put = item and item.title and first_match(item.title, "put_in_by")
        of_kind = item and item.title and _of_kind(item.title, asked["kind"])
        if item and put and of_kind and asking.share(with_titles(hit.place)) >= HALF:
            sparql = _OF_ITEMS % iri_list([item.iri])
            rows = asking.graph.select(sparql).dicts()
            quotes = [Quote(str(row["paragraph"]), str(row["title"])) for row in rows]
            quotes.append(Quote(hit.place.paragraph))
            answer = f"{item.title}: {hit.place.text}"
            return Found(answer, quotes, (put["who"],), sparql=sparql, facts=(item.iri,))
    return None


def by_number_put_in(asking: Asking) -> Found | None:
    """How many motions or questions were put in, of the person named where one is, by the titles
    of items; None where more or something else is asked, or none says so.
    """
    asked = first_match(asking.question.text, "how_many_put_in")
    if asked is None:
        return None
    names = [one for one in asking.question.mentions if one.kind == "Person"]
    surnames = {stem for one in names for label in one.labels for stem in stems(label.split()[-1])}
    more = set(asking.question.subject) - stems_of("questions", "asking", "put_in") - light()
    if more - {stem for one in names for label in one.labels for stem in stems(label)}:
        return None
    told = {
        str(row["item"]): row
        for row in rows_asked_of(asking, _PUT_IN)
        if _of_kind(str(row["title"]), asked["kind"]) and _is_of(str(row["title"]), surnames)
    }
    if not told:
        return None
    titles = [str(row["title"]) for row in told.values()]
    return Found(
        answer="\n".join([f"{len(titles)}:", *titles]),
        values=(str(len(titles)),),
        quotes=[Quote(str(row["paragraph"]), str(row["title"])) for row in told.values()],
        sparql=_PUT_IN,
        facts=tuple(told),
    )


def _of_kind(title: str, kind: str) -> bool:
    """Whether a title is of a motion, a question or whatever is asked for."""
    return re.search(rf"\b{kind.rstrip('s')}s?\b", title, re.IGNORECASE) is not None


def _is_of(title: str, surnames: set[str]) -> bool:
    """Whether a title says who put a thing in, one with some surname where any are given."""
    put = first_match(title, "put_in_by")
    return put is not None and (not surnames or bool(surnames & set(stems(put["who"]))))
