"""The paragraph beside a near one that has the word which the near ones lack: the lines of an
address, a table or a form often stand apart from what they are of.
"""

from collections.abc import Iterator, Sequence

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.graphs.window import Neighbour, around
from queries.search import Hit
from queries.texts.wording import in_any_form, stems

_BESIDE = 2
"""How many paragraphs may lie between the two, and one more."""
_ON_IT = 0.6
"""The least share of the subject, the word apart, that the near paragraph has."""


def said_beside(asking: Asking, near: Sequence[Hit], word: str | None) -> Found | None:
    """The first paragraph with a word of the question that stands beside one of the ``near`` ones
    that is on the rest of it, with that one; None where there is none.
    """
    for hit, beside in _beside(asking, near, word) if word else ():
        on_it = Quote(hit.place.paragraph, hit.place.text)
        return Found(answer=beside.text, quotes=[Quote(*beside.quoted), on_it])
    return None


def _beside(asking: Asking, near: Sequence[Hit], word: str) -> Iterator[tuple[Hit, Neighbour]]:
    forms = set(in_any_form(stems(word)))
    least = _ON_IT * (1 - 1 / max(1, len(asking.question.subject)))
    for hit in near:
        if asking.share(with_titles(hit.place)) < least:
            continue
        for one in around(asking.graph, hit.place, _BESIDE, _BESIDE):
            if forms & set(stems(one.text)):
                yield hit, one
