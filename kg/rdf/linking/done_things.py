"""What an action may bring about, and what a paragraph tells is there: published, launched, put up.

Each paper notes both by the heads of two words; which action is meant is found among all papers
(``kg.rdf.linking.deliveries``).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kg.rdf.linking.wording import heads_in_order
from kg.structure.sentences import sentences
from kg.tables.load import likely, matches, pattern, table


class DoneThing(NamedTuple):
    """A thing that is there: the heads of its telling words and of the verb that brought it about,
    empty where none is told, and the words that tell it.
    """

    heads: tuple[str, ...]
    verb: str
    quote: str

    def names(self, *, by_verb: bool = True) -> Iterator[tuple[str, frozenset[str]]]:
        """By which two heads it may be known, its last two ("mentor handbo") or the verb with its
        first ("repair notice"), each with all heads that then tell of it.
        """
        if len(self.heads) > 1:
            yield " ".join(self.heads[-2:]), frozenset(self.heads)
        if by_verb and self.verb:
            yield f"{self.verb} {self.heads[0]}", frozenset((self.verb, *self.heads))


def brought_about(text: str) -> dict[str, None]:
    """The pairs of heads that stand together from the verb on by which an action brings something
    about, or before one that says what is to be done with it, in order; none where it has no such
    verb.
    """
    verb = pattern("deliveries", "brings").search(text)
    behind = matches(text, "deliveries", "to_be_brought")
    start = 0 if behind else verb.start() if verb else len(text)
    return dict.fromkeys(map(" ".join, pairwise(heads_in_order(text[start:]))))


def things_done(text: str) -> Iterator[DoneThing]:
    """The things that a text tells are there, in order."""
    found = likely(text, "deliveries", "told")
    for span in sentences(text) if found else ():
        sentence = text[span.start : span.end]
        match = next(filter(None, (form.search(sentence) for form in found)), None)
        if match is None or matches(match[0], "deliveries", "unsaid"):
            continue
        heads = tuple(heads_in_order(match["thing"]))
        if heads:
            yield DoneThing(heads, _head_of(match.groupdict().get("verb")), match[0].strip())


def _head_of(verb: str | None) -> str:
    """The head of a verb as actions have it, of one in the past; empty for none."""
    past = " ".join((verb or "").casefold().split())
    return "".join(heads_in_order(table("deliveries")["past"].get(past, ""))[:1])
