"""What post a person holds, as the papers give it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.tables.load import alternation, table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.structured import Row
from queries.graphs.place import places
from queries.graphs.terms import iri_list
from queries.texts.wording import as_word, says
from queries.understanding.periods import Period, in_time

_POSITIONS = """SELECT DISTINCT ?person ?name ?value ?paragraph ?text ?membership
WHERE {
  VALUES ?person { %s }
  ?person foaf:name ?name .
  { ?person mb:position ?value . ?paragraph mb:mentions ?person ; mb:text ?text }
  UNION
  {
    ?membership org:member ?person ; org:role/skos:prefLabel ?value ; mb:statedIn ?paragraph .
    ?paragraph mb:text ?text
  }
  FILTER(CONTAINS(LCASE(?text), LCASE(?value)))
}
ORDER BY ?person ?value ?paragraph"""
_CAPACITIES = """SELECT DISTINCT ?person ?name ?value ?paragraph ?text ?membership
WHERE {
  VALUES ?person { %s }
  ?membership mb:person ?person ; mb:capacity ?value ; mb:statedIn ?paragraph .
  ?person foaf:name ?name . ?paragraph mb:text ?text
  FILTER(CONTAINS(LCASE(?text), LCASE(?value)))
}
ORDER BY ?person ?value ?paragraph"""
BOTH = 2
"""At how many times posts are told beside each other."""


def by_position(asking: Asking) -> Found | Missing | None:
    """The posts of the person named, in papers of the time asked of, or for want of these in what
    capacity the person came; None where nobody is named, two times are compared, or a near passage
    has words of a post after the name.
    """
    people = asking.question.named("Person")
    if not people or len(asking.question.periods) > 1:
        return None
    spans = asking.question.periods
    sparql = _POSITIONS % iri_list(people)
    rows = _of_time(asking, _told(asking, sparql), spans)
    if not rows:
        sparql = _CAPACITIES % iri_list(people)
        rows = _of_time(asking, list(asking.graph.select(sparql).dicts()), spans)
    if not rows:
        name = next(one.labels[0] for one in asking.question.mentions if one.kind == "Person")
        if found := _right_behind(asking, name):
            return found
        if asking.question.periods or _followed(asking, name):
            return None
        return Missing(f"No paper held says what post {name} holds.", sparql)
    told = f"{rows[0]['name']}: {', '.join(_posts(rows))}"
    return _found(told, rows, sparql, people)


def by_two_positions(asking: Asking) -> Found | None:
    """The posts of the person named at each of two times; None where something else is asked, or
    the papers of a time give none.
    """
    question, people = asking.question, asking.question.named("Person")
    if not people or len(question.periods) != BOTH or not says(question.text, "post"):
        return None
    sparql = _POSITIONS % iri_list(people)
    rows = _told(asking, sparql)
    told = [(one, _of_time(asking, rows, (one,))) for one in question.periods]
    if not all(some for _, some in told):
        return None
    lines = [
        f"{question.text[one.begin : one.end]}: {', '.join(_posts(some))}" for one, some in told
    ]
    return _found("\n".join(lines), [row for _, some in told for row in some], sparql, people)


def _told(asking: Asking, sparql: str) -> list[Row]:
    """The posts with the paragraphs that tell them: those that state a membership, or have
    the post beside the person's last name in a line, or under a line with it behind the label
    of a contact card.
    """
    return [row for row in asking.graph.select(sparql).dicts() if row["membership"] or _beside(row)]


def _beside(row: Row) -> bool:
    words = str(row["name"]).split()
    last = next(
        word for word in reversed(words) if word not in table("people")["after"]["generations"]
    )
    name, post = as_word(last), as_word(str(row["value"]), re.IGNORECASE)
    lines = str(row["text"]).splitlines()
    return any(
        name.search(line) and (post.search(line) or (_labelled(under) and post.search(under)))
        for line, under in pairwise([*lines, ""])
    )


def _labelled(line: str) -> bool:
    """Whether a line of a contact card gives a post."""
    label = line.partition(":")[0].strip().lower()
    return ":" in line and label in table("contacts")["fields"]["position"]


def _found(answer: str, rows: Sequence[Row], sparql: str, people: Sequence[str]) -> Found:
    return Found(
        answer=answer,
        values=_posts(rows),
        quotes=[Quote(str(row["paragraph"]), str(row["value"])) for row in rows],
        sparql=sparql,
        facts=tuple(people),
    )


def _posts(rows: Sequence[Row]) -> tuple[str, ...]:
    """The posts of rows, each once in whatever letters."""
    told: dict[str, str] = {}
    for row in rows:
        told.setdefault(str(row["value"]).casefold(), str(row["value"]))
    return tuple(told.values())


def _of_time(asking: Asking, rows: list[Row], periods: Sequence[Period]) -> list[Row]:
    """The rows whose paragraphs are of one of some times; all where there is none."""
    if not periods:
        return rows
    held = places(asking.graph, {str(row["paragraph"]) for row in rows})
    of = {one: asking.days.of(place) for one, place in held.items()}
    return [row for row in rows if in_time(of[str(row["paragraph"])], periods)]


def _right_behind(asking: Asking, name: str) -> Found | None:
    """The post that a cell or line of a near passage has right behind a name ("Ada Quill Head of
    Quays").
    """
    posts = alternation("people", "posts")
    form = re.compile(rf"\b{re.escape(name)} (?P<post>(?:[A-Z][\w-]+ )?{posts}\b[^\t\n.;]*)")
    for hit in asking.result.hits:
        if match := form.search(hit.place.text):
            post = match["post"].strip()
            quotes = [Quote(hit.place.paragraph, match[0])]
            return Found(answer=f"{name}: {post}", values=(post,), quotes=quotes)
    return None


def _followed(asking: Asking, name: str) -> bool:
    """Whether a near passage has words with a capital behind a name ("Ada Quill, Clerk")."""
    post = re.compile(rf"\b{re.escape(name)}\s?[,(–-]\s?[A-Z][a-z]")
    return any(post.search(hit.place.text) for hit in asking.result.hits)
