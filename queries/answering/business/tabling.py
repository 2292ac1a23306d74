"""Motions, questions and petitions that items of an agenda give by whom they were put in: "Notice
of Motion submitted by Councillor Quill".
"""

import re

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.structured import rows_asked_of
from queries.graphs.terms import iri_list
from queries.texts.wording import first_match, says, stems

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
    if not says(asking.question.text, "tabled"):
        return None
    for hit in asking.result.hits[:NEAREST]:
        item = hit.place.item
        put = item and item.title and first_match(item.title, "put_in_by")
        if item and put and asking.share(with_titles(hit.place)) >= HALF:
            sparql = _OF_ITEMS % iri_list([item.iri])
            rows = asking.graph.select(sparql).dicts()
            quotes = [Quote(str(row["paragraph"]), str(row["title"])) for row in rows]
            quotes.append(Quote(hit.place.paragraph))
            answer = f"{item.title}: {hit.place.text}"
            return Found(answer, quotes, (put["who"],), sparql=sparql, facts=(item.iri,))
    return None


def by_number_put_in(asking: Asking) -> Found | None:
    """How many motions or questions were put in, of the person named where one is, by the titles
    of items; None where that is not asked, or none says so.
    """
    asked = first_match(asking.question.text, "how_many_put_in")
    if asked is None:
        return None
    kind = re.compile(rf"\b{asked['kind'].rstrip('s')}s?\b", re.IGNORECASE)
    names = [one for one in asking.question.mentions if one.kind == "Person"]
    surnames = {stem for one in names for label in one.labels for stem in stems(label.split()[-1])}
    told = {
        str(row["item"]): row
        for row in rows_asked_of(asking, _PUT_IN)
        if kind.search(str(row["title"])) and _is_of(str(row["title"]), surnames)
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


def _is_of(title: str, surnames: set[str]) -> bool:
    """Whether a title says who put a thing in, one with some surname where any are given."""
    put = first_match(title, "put_in_by")
    return put is not None and (not surnames or bool(surnames & set(stems(put["who"]))))
