"""What an action may bring about, and what a paragraph tells is there: published, launched, put up.

Each paper notes both by the heads of two words; which action is meant is found among all papers
(``kg.rdf.linking.deliveries``).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kg.rdf.linking.wording import heads_in_order
from kg.structure.sentences import sentences
from kg.tables.load import likely, matches, pattern

_FEWEST = 2
"""A thing of fewer telling words says too little to be known again."""


class DoneThing(NamedTuple):
    """A thing that is there: the heads of its telling words, and the words that tell it."""

    heads: tuple[str, ...]
    quote: str

    @property
    def key(self) -> str:
        """Its last two heads as one text: "mentor handbo"."""
        return " ".join(self.heads[-_FEWEST:])


def brought_about(text: str) -> dict[str, None]:
    """The pairs of heads that stand together behind the verb by which an action brings something
    about, in order; none where it has no such verb.
    """
    verb = pattern("deliveries", "brings").search(text)
    heads = heads_in_order(text[verb.end() :]) if verb else ()
    return dict.fromkeys(map(" ".join, pairwise(heads)))


def things_done(text: str) -> Iterator[DoneThing]:
    """The things that a text tells are there, in order."""
    found = likely(text, "deliveries", "told")
    for span in sentences(text) if found else ():
        sentence = text[span.start : span.end]
        match = next(filter(None, (form.search(sentence) for form in found)), None)
        if match is None or matches(match[0], "deliveries", "unsaid"):
            continue
        heads = tuple(heads_in_order(match["thing"]))
        if len(heads) >= _FEWEST:
            yield DoneThing(heads, match[0].strip())
