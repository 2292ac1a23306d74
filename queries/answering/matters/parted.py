"""The parts of a thing that papers label by a noun and a number ("Theme 1: …", "Option B – …")."""

import re
from collections.abc import Iterator, Sequence

from kg.store.graph import Iri
from queries.answering.answer import Found, Quote
from queries.answering.asking import HEADS, Asking, with_titles
from queries.answering.choosing.whole_lists import many_asked, things_asked
from queries.graphs.place import places
from queries.texts.wording import stems

HALF = 0.5
"""The least share of the subject that a passage among them must have."""
NEARLY = 0.9
"""The least part of what any of the nearest has of it that one must have."""
_LABELLED = """SELECT DISTINCT ?paragraph ?text ?ordinal
WHERE { ?paragraph mb:inDocument ?document ; mb:text ?text ; mb:ordinal ?ordinal }
ORDER BY ?ordinal ?paragraph"""
_LABEL = re.compile(r"([A-Za-z]{3,20}) (\d{1,2}|[A-H])\s?[:.–—-]\s?(?=[A-Z])[^\t\n]{3,200}")


def by_label(asking: Asking) -> Found | None:
    """The parts that the paper nearest to a question labels by the noun it asks for several of, in
    their order; None where it has no two, or not as many as it is asked for.
    """
    things = things_asked(asking.question.text)
    if not things:
        return None
    near = [hit.place for hit in asking.result.hits[:HEADS]]
    shares = [asking.share(with_titles(place)) for place in near]
    least = max(HALF, NEARLY * max(shares, default=0.0))
    under = dict.fromkeys(
        (place.document, place.headings[:1])
        for place, share in zip(near, shares, strict=True)
        if share >= least
    )
    for document, head in under:
        told = _in_order(list(_labels(asking, document, head, things)))
        if len(told) > 1 and many_asked(asking.question.text) in {None, len(told)}:
            return Found(
                answer="\n".join(one.words or "" for one in told),
                values=tuple(one.words or "" for one in told),
                quotes=told,
            )
    return None


def _labels(
    asking: Asking, document: str, head: Sequence[str], things: set[str]
) -> Iterator[tuple[str, Quote]]:
    """The labels of a document under its first heading ``head``, with their numbers."""
    rows = asking.graph.select(_LABELLED, document=Iri(document)).rows
    matched = [(str(one), _LABEL.match(str(text))) for one, text, _ in rows]
    labels = [(one, label) for one, label in matched if label and set(stems(label[1])) <= things]
    held = places(asking.graph, [one for one, _ in labels])
    for one, label in labels:
        if held[one].headings[:1] == head:
            yield label[2], Quote(one, label[0].strip())


def _in_order(labels: Sequence[tuple[str, Quote]]) -> list[Quote]:
    """The quotes of labels that count up from the first number or letter, each once."""
    told: list[Quote] = []
    for number, quote in labels:
        if number in {str(len(told) + 1), chr(ord("A") + len(told))}:
            told.append(quote)
    return told
