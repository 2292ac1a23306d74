"""Bodies that a question names and of which no papers, or no facts on people, are held."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import terms as t
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table, words
from queries.answering.asking import Asking
from queries.answering.meetings.held import HeldOf
from queries.answering.refusing.naming import holding
from queries.graphs.place import Place, places
from queries.texts.wording import LONGEST, as_word, content_stems, small_words, stopwords, tokens
from queries.understanding.names import Mention

_MOST_NAMING = 200
"""The most passages that name a body which are all looked at."""


@dataclass(frozen=True, slots=True)
class NamedBody:
    """The name of such a body, and where it begins in the question."""

    name: str
    start: int

    @property
    def end(self) -> int:
        """Where the name ends in the question."""
        return self.start + len(self.name)


def body_unheld(asking: Asking) -> NamedBody | None:
    """The first body that a question names, where it has no papers either."""
    found = body_without_people(asking)
    return None if found and papers_of_body(asking, found) else found


def papers_of_body(asking: Asking, body: NamedBody) -> frozenset[str]:
    """The papers (IRIs) of a body that the question names."""
    boards = {iri for one in _covering(asking, body) for iri in one.iris}
    papers = asking.searcher.papers
    return frozenset(papers.of(boards & papers.boards))


def body_without_people(asking: Asking) -> NamedBody | None:
    """The first body that a question names, where it is none that has facts on people."""
    found = _first_body(asking.question.text[:LONGEST])
    if found is None or found.name.casefold() in table("bodies")["generic"]:
        return None
    covering = _covering(asking, found)
    if covering:
        return None if any(_staffed(asking.graph, one) for one in covering[0].iris) else found
    return None if _own(asking, found.name) else found


def _covering(asking: Asking, body: NamedBody) -> list[Mention]:
    """The boards that the question names by that name, or by one that it is part of."""
    return [
        one
        for one in asking.question.mentions
        if one.kind == "Board" and one.start <= body.start and body.end <= one.end
    ]


def _first_body(text: str) -> NamedBody | None:
    """The first name that ends in a noun for bodies, without the words of asking before it."""
    match = _body().search(text)
    named = (one for one in tokens(match[1]) if one[0].lower() not in stopwords()) if match else ()
    start = next((start for _, start, _ in named), None)
    if match is None or start is None:
        return None
    return NamedBody(match[1][start:], match.start(1) + start)


def passages_on(asking: Asking, name: str) -> list[Place]:
    """The nearest passages, those that have most words of the name of a body, and those that the
    graph says name it.
    """
    hits = (hit.place.paragraph for hit in asking.result.hits)
    wanted = dict.fromkeys((*hits, *holding(asking, name), *_naming(asking, name)))
    return list(places(asking.graph, wanted).values())


def _naming(asking: Asking, name: str) -> list[str]:
    """The passages (IRIs) that the graph says name a body of the question; none of one that is
    named everywhere.
    """
    boards = {iri for one in _mentions_of(asking, name) if one.kind == "Board" for iri in one.iris}
    named = {one for iri in boards for one in asking.graph.subjects(t.MENTIONS, iri)}
    return sorted(named) if len(named) <= _MOST_NAMING else []


def names_body(asking: Asking, name: str, text: str) -> bool:
    """Whether a text has the name of a body of the question, in one of its forms."""
    return any(as_word(form).search(text) for form in forms_of_body(asking, name))


def forms_of_body(asking: Asking, name: str) -> Iterator[str]:
    """A name of a body, with its short forms."""
    yield name
    for one in _mentions_of(asking, name):
        yield from (label for label in one.labels if " " in label or label.isupper())


def _mentions_of(asking: Asking, name: str) -> Iterator[Mention]:
    """What a question mentions under a name."""
    question = asking.question
    yield from (one for one in question.mentions if question.text[one.start : one.end] == name)


def _staffed(graph: KnowledgeGraph, board: str) -> bool:
    """Whether facts on people are held of a board (IRI): who came to a meeting, or is a member."""
    memberships = graph.subjects(t.ORGANIZATION, board)
    if any(graph.is_a(one, t.MEMBERSHIP) for one in memberships):
        return True
    return any(HeldOf(graph, one).attended for one in graph.subjects(t.HELD_BY, board))


def _own(asking: Asking, name: str) -> bool:
    """Whether the words of a name, small ones aside, are those of a body that has facts on people,
    or of which papers open with its own words.
    """
    words = set(content_stems(name))
    own = set(content_stems(" ".join(asking.own_names)))
    if words <= own or asking.searcher.papers.open_with(small_words(name)):
        return True
    labels = asking.searcher.names.labels_of(asking.graph.subjects(t.TYPE, t.BOARD))
    named = (
        one for one, some in labels.items() if any(words <= set(content_stems(x)) for x in some)
    )
    return any(_staffed(asking.graph, one) for one in named)


@cache
def _body() -> re.Pattern[str]:
    """A name with capitals that ends in a noun for bodies."""
    nouns = "|".join(map(re.escape, words("bodies", "nouns")))
    small = "|".join(table("bodies")["small"])
    return re.compile(
        rf"(?<![\w-])((?:[A-Z][\w’'&-]*(?: (?:{small}|&))? ){{1,8}}(?:{nouns}))(?!\w)"
    )
