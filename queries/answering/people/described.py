"""The seat of somebody whom a question does not name but tells of: "Which council does the member
who opened the fair come from?".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.tables.load import alternation
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, titles, with_titles, without_stems
from queries.answering.choosing.numbering import sentences
from queries.answering.people.representing import by_seat
from queries.texts.wording import says, stems_of
from queries.understanding.names import Mention

NEAREST = 5
"""How many hits are looked at for who is meant."""
HALF = 0.5
"""The least share of what is told of somebody that a sentence which names the person must have."""


def by_described_seat(asking: Asking) -> Found | None:
    """The council or party of the one person whom the sentence nearest to what a question tells of
    somebody names, behind that sentence; None where that is not asked, or no sentence does.
    """
    question = asking.question
    if question.named("Person") or not says(question.text, "described"):
        return None
    for told, person in told_so(
        without_stems(asking, stems_of("questions", "asking", "described"))
    ):
        named = replace(question, mentions=(*question.mentions, person))
        seat = by_seat(replace(asking, question=named))
        if seat is not None:
            answer = f"{seat.answer}\n{told.words}"
            return replace(seat, answer=answer, quotes=[told, *seat.quotes])
    return None


def told_so(asking: Asking, *, elected: bool | None = None) -> Iterator[tuple[Quote, Mention]]:
    """The sentences that tell of somebody what the question does, with the one person whom each
    names and the question does not, those that have most of it first, up to one of several people;
    of several the one who is ``elected``, or is not, where it says which.
    """
    near = [hit.place for hit in asking.result.hits[:NEAREST]]
    parts = [
        (place, part)
        for place in near
        if asking.share(with_titles(place)) >= HALF
        for part in sentences(place.text)
    ]
    shares = [asking.share(f"{titles(place)}\n{part}") for place, part in parts]
    order = sorted(range(len(parts)), key=lambda at: -shares[at])
    known = set(asking.question.named("Person"))
    for place, part in (parts[at] for at in order if shares[at] >= HALF):
        named = asking.searcher.names.mentions(part)
        people = [one for one in named if one.kind == "Person" and known.isdisjoint(one.iris)]
        quote = Quote(place.paragraph, part.strip())
        if elected is not None and len(people) > 1:
            people = [one for one in people if is_councillor(quote, one) == elected]
        if len({one.iris for one in people}) > 1:
            return
        if people:
            yield quote, people[0]


def is_councillor(quote: Quote, person: Mention) -> bool:
    """Whether a sentence gives a person whom it names the title of a councillor."""
    last = re.escape(person.labels[0].split()[-1])
    titles = alternation("people", "councillor_titles")
    named = re.compile(rf"\b{titles}\.?\s+(?:[A-Z][\w’'.-]*\s+){{0,2}}{last}\b")
    return named.search(quote.words or "") is not None
