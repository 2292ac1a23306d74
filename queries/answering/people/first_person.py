"""Who says "I" in a paper: the one person whom its title names as its writer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extraction.people.names import leading
from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences
from queries.graphs.place import Place, kinds, places
from queries.graphs.window import window
from queries.texts.wording import first_match, says, stripped

TITLES = 6
"""Among so many of a paper's first paragraphs stand its titles."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a paper, by the title (a paragraph's IRI and its text) that names her or him."""

    name: str
    paragraph: str
    title: str


def in_first_person(text: str) -> bool:
    """Whether a text is told by one who says "I", beside what it quotes."""
    return says(stripped(text, "in_quotes"), "first_person")


def writer(graph: KnowledgeGraph, document: str) -> Writer | None:
    """Who wrote a paper, given by its IRI; None where no title names one person for it."""
    if "minutes" in kinds(graph, [document]).values():
        return None
    opening = window(graph, document, 0, TITLES - 1)
    titles = (one for one in opening if one.form == "heading" and one.number is None)
    found = (_named(*one.quoted) for one in titles)
    return next((one for one in found if one), None)


def told_by_writer(asking: Asking, place: Place, tells: Callable[[str], bool]) -> bool:
    """Whether a sentence of a passage that tells what is asked is told by one who says "I" and is
    named.
    """
    own = any(in_first_person(part) and tells(part) for part in sentences(place.text))
    return own and writer(asking.graph, place.document) is not None


def with_writers(asking: Asking, found: Found) -> Found:
    """What was found, with who says "I" in it, where somebody is named in the question, or in what
    is told first, where it is asked who or for an author.
    """
    question = asking.question
    asked = says(question.text, "whose") or question.expects == "author"
    heard = found.quotes if question.named("Person") else found.quotes[:1] if asked else ()
    spoken = [quote.paragraph for quote in heard if in_first_person(quote.words or "")]
    if not spoken:
        return found
    told = dict.fromkeys(_writers(asking.graph, spoken))
    lines = [found.answer, *(f"“I” is {one.name}: {one.title}" for one in told)]
    quotes = [*found.quotes, *(Quote(one.paragraph, one.title) for one in told)]
    values = dict.fromkeys((*found.values, *(one.name for one in told)))
    return replace(found, answer="\n".join(lines), quotes=quotes, values=tuple(values))


def _writers(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> Iterator[Writer]:
    """Who wrote the papers of some paragraphs, where that is told."""
    papers = dict.fromkeys(place.document for place in places(graph, paragraphs).values())
    yield from (one for paper in papers if (one := writer(graph, paper)))


def _named(paragraph: str, title: str) -> Writer | None:
    """The writer whom a title names; None where it names nobody for it."""
    match = first_match(title, "written_by")
    name = match and leading(match["who"])
    return Writer(name[0].written, paragraph, title) if name else None
