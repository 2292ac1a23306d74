"""Who holds an office in a body of which no facts on people are held.

The chair of the board whose minutes are held does not chair every panel that they name: only a
sentence that has the office, the body and a name together says who does.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg import terms as t
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table, words
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.people_named import NAMED
from queries.answering.choosing.speaking import without_speakers
from queries.answering.meetings.held import HeldOf
from queries.answering.people.incumbent import EVERYBODY
from queries.answering.refusing.naming import holding
from queries.graphs.place import Place, places
from queries.texts.wording import LONGEST, content_stems, small_words, stems
from queries.understanding.question import labelled


def by_other_body(asking: Asking) -> Found | Missing | None:
    """Who holds the office asked for in a body of which no facts on people are held, or that no
    passage says so; None where none is named.
    """
    question = asking.question
    asked = question.way == "role" and question.capacities and not question.whether
    name = _other(asking) if asked else None
    offices = _offices(question.text, name or "")
    if name is None or not offices:
        return None
    told = {
        part: place.paragraph
        for place in reversed(_near(asking, name))
        for part in sentences(place.text[:LONGEST])
        if any(_says(part, form, offices) for form in _forms(asking, name))
    }
    if not told:
        return Missing(f"No paper held says who holds that office in the {name}.")
    said = list(reversed(told.items()))
    quotes = [Quote(paragraph, part) for part, paragraph in said]
    return Found(answer="\n".join(part for part, _ in said), quotes=quotes)


def _forms(asking: Asking, name: str) -> Iterator[str]:
    """A name of a body, with its short forms."""
    yield name
    for one in asking.question.mentions:
        if asking.question.text[one.start : one.end] == name:
            yield from one.labels


def _says(sentence: str, name: str, offices: set[str]) -> bool:
    """Whether a sentence has a body, an office and the name of somebody."""
    held = set(content_stems(name)) <= set(stems(sentence)) and offices & _offices(
        without_speakers(sentence), name
    )
    return bool(held) and any(_of_somebody(run[0], name) for run in NAMED.finditer(sentence))


def _of_somebody(run: str, name: str) -> bool:
    """Whether words with capitals may be the name of a person, and are none of a body."""
    words = set(run.split())
    return words.isdisjoint(table("people")["not_names"]) and set(stems(run)).isdisjoint(
        stems(name)
    )


def _offices(text: str, name: str) -> set[str]:
    """The offices that a text has beside the name of a body."""
    return set(labelled(text.replace(name, "") if name else text, "capacities")[0]) - {EVERYBODY}


def _near(asking: Asking, name: str) -> list[Place]:
    """The nearest passages, and those that have most words of a name."""
    hits = (hit.place.paragraph for hit in asking.result.hits)
    wanted = dict.fromkeys((*hits, *holding(asking, name)))
    return list(places(asking.graph, wanted).values())


def _other(asking: Asking) -> str | None:
    """The body whose office is asked for, where it is none that has facts on people."""
    found = _body().search(asking.question.text[:LONGEST])
    if found is None or found[1].casefold() in table("bodies")["generic"]:
        return None
    covering = [
        one
        for one in asking.question.mentions
        if one.kind == "Board" and one.start <= found.start(1) and found.end(1) <= one.end
    ]
    if covering:
        return None if any(_staffed(asking.graph, one) for one in covering[0].iris) else found[1]
    return None if _own(asking, small_words(found[1])) else found[1]


def _staffed(graph: KnowledgeGraph, board: str) -> bool:
    """Whether facts on people are held of a board (IRI): who came to a meeting, or is a member."""
    memberships = graph.subjects(t.ORGANIZATION, board)
    if any(graph.is_a(one, t.MEMBERSHIP) for one in memberships):
        return True
    return any(HeldOf(graph, one).attended for one in graph.subjects(t.HELD_BY, board))


def _own(asking: Asking, words: set[str]) -> bool:
    """Whether words that name a body are those of one that has facts on people, or of which papers
    open with its own words.
    """
    own = small_words(" ".join(asking.own_names))
    if words <= own or asking.searcher.papers.open_with(words):
        return True
    labels = asking.searcher.names.labels_of(asking.graph.subjects(t.TYPE, t.BOARD))
    named = (one for one, some in labels.items() if any(words <= small_words(x) for x in some))
    return any(_staffed(asking.graph, one) for one in named)


@cache
def _body() -> re.Pattern[str]:
    """A name with capitals that ends in a noun for bodies."""
    nouns = "|".join(map(re.escape, words("bodies", "nouns")))
    small = "|".join(table("bodies")["small"])
    return re.compile(
        rf"(?<![\w-])((?:[A-Z][\w’'&-]*(?: (?:{small}|&))? ){{1,8}}(?:{nouns}))(?!\w)"
    )
