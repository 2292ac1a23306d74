"""What somebody presented: the items of meetings that papers give to the person."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.people_named import written_forms
from queries.answering.structured import Row, quote_of, rows_asked_of
from queries.graphs.terms import iri_list
from queries.texts.wording import as_word, light, says, stems, stems_of
from queries.understanding.periods import in_time, long_date

_PRESENTED = """SELECT DISTINCT ?fact ?value ?day ?board ?paragraph ?quote
WHERE {
  VALUES ?person { %s }
  ?fact a mb:AgendaItem ; mb:presentedBy ?person ; dct:title ?value ; mb:atMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy ?board .
  { ?fact mb:statedIn ?paragraph . OPTIONAL { ?fact mb:quote ?quote } }
  UNION
  { ?paragraph mb:onItem ?fact ; mb:mentions ?person ; mb:text ?quote }
}
ORDER BY ?day ?fact ?value ?paragraph ?quote"""
_UNTOLD = "No passage near the question says what {} presented."


def by_presented(asking: Asking) -> Found | Missing | None:
    """The items that the person named presented, with their days, or the near passages that say so;
    None where that is not asked, or what was said of a matter is.
    """
    question = asking.question
    people = question.named("Person")
    if not people or not says(question.text, "presented_what") or _of_a_matter(asking):
        return None
    sparql = _PRESENTED % iri_list(people)
    rows = rows_asked_of(asking, sparql)
    told = {str(row["fact"]): row for row in reversed(rows)}
    items = [told[fact] for fact in reversed(told)]
    return _found(rows, items, sparql) if items else _said(asking)


def _found(rows: Sequence[Row], items: Sequence[Row], sparql: str) -> Found:
    return Found(
        answer="\n".join(map(_dated, items)),
        values=tuple(dict.fromkeys(str(row["value"]) for row in items)),
        quotes=[quote_of(row) for row in rows],
        sparql=sparql,
        facts=tuple(str(row["fact"]) for row in items),
    )


def _dated(row: Row) -> str:
    """The title of an item with the day of its meeting."""
    day = row["day"]
    return f"{row['value']} ({long_date(day)})" if isinstance(day, date) else str(row["value"])


def _said(asking: Asking) -> Found | Missing:
    """The near passages that say so of the person, as the titles of items do."""
    people = [one for one in asking.question.mentions if one.kind == "Person"]
    forms = {form for one in people for form in written_forms(asking, one)}
    times, near = asking.question.periods, (hit.place for hit in asking.result.hits)
    then = (one for one in near if in_time(asking.days.of(one), times))
    said = [one for one in then if _says_so(one.text, forms)]
    if not said:
        return Missing(_UNTOLD.format(people[0].labels[0]))
    return Found("\n".join(one.text for one in said), [Quote(one.paragraph) for one in said])


def _says_so(text: str, forms: Collection[str]) -> bool:
    """Whether a sentence says before or behind the name of somebody, in one of its forms, that she
    or he presented something.
    """
    places = ((part, match) for part in sentences(text) for match in _named(part, forms))
    return any(
        says(part[: match.start()], "presented_before")
        or says(part[match.end() :], "presented_behind")
        for part, match in places
    )


def _named(text: str, forms: Collection[str]) -> Iterator[re.Match[str]]:
    for form in forms:
        yield from as_word(form).finditer(text)


def _of_a_matter(asking: Asking) -> bool:
    """Whether a question has words beside the name and those of asking what was presented."""
    question = asking.question
    names = (label for one in question.mentions if one.kind == "Person" for label in one.labels)
    asks = stems_of("questions", "asking", "presented") | light() | asking.body_stems
    return bool(set(question.subject) - set(stems(" ".join(names))) - asks)
