"""Who wrote a paper: the names under its title."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.people.names import leading, likely
from kg.tables.load import matches
from queries.answering.answer import Found, Quote
from queries.answering.asking import HEADS, Asking
from queries.answering.structured import by_facts
from queries.graphs.terms import iri_list
from queries.graphs.window import window
from queries.texts.wording import stems, stems_of

SURE = 0.6
"""The least share of the subject that a title must have."""
BELOW = 3
"""How many paragraphs below a title may name its authors."""
LONGEST = 40
"""The most words of a paragraph that names authors."""
NEAREST = 100
"""How many of the paragraphs that have most words of the question may be its titles."""
_TITLES = """SELECT DISTINCT ?document ?ordinal ?text
WHERE {
  VALUES ?title { %s }
  ?title mb:kind "heading" ; mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text
}
ORDER BY ?document ?ordinal"""


def by_authorship(asking: Asking) -> Found | None:
    """The names under the title of the paper asked about, or the contacts of the report.

    None where a near passage says who wrote it.
    """
    for document, ordinal in _titles(asking):
        for one in window(asking.graph, document, ordinal + 1, ordinal + BELOW):
            if names := _names(one.text):
                return Found(one.text, [Quote(one.paragraph)], tuple(names))
    if any(_says_who(asking, hit.place.text) for hit in asking.result.hits[:HEADS]):
        return None
    if not asking.question.subject:
        return None
    return by_facts(replace(asking, question=replace(asking.question, way="contact")))


def _says_who(asking: Asking, text: str) -> bool:
    """Whether a passage speaks of the paper and of its writing."""
    written = matches(text, "questions", "shows", "author")
    return written and set(asking.question.subject) <= set(stems(text))


def _titles(asking: Asking) -> Iterator[tuple[str, int]]:
    """The titles that name the paper, with their documents, the best first.

    Where the title's words are taken for a body's, since the paper opens with it, they count.
    """
    asked = stems_of("questions", "asking", "author")
    subject = set(asking.question.subject) or set(asking.question.terms) - asked
    near = asking.searcher.library.keywords.search(
        asking.question.keywords, NEAREST, asking.of_papers, context_weight=0
    )
    titles = asking.graph.select(_TITLES % iri_list(hit.id for hit in near)).rows
    shares = [
        (len(subject & set(stems(str(text)))) / len(subject), str(document), int(str(ordinal)))
        for document, ordinal, text in titles
        if subject
    ]
    for share, document, ordinal in sorted(shares, key=lambda one: (-one[0], one[1:])):
        if share >= SURE:
            yield document, ordinal


def _names(text: str) -> list[str]:
    """The people whom the lines of a paragraph begin with; none where the first does not, or
    where it is a sentence.
    """
    if len(text.split()) > LONGEST or text.rstrip().endswith("."):
        return []
    lines = [leading(line.strip().removeprefix("By ")) for line in text.splitlines()]
    people = [found and found[0] for found in lines]
    if not people or people[0] is None or not likely(people[0]):
        return []
    return [person.name for person in people if person is not None and likely(person)]
