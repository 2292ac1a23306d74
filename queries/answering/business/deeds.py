"""What somebody who is named did, where the facts and the nearest passages do not tell it: by a
sentence that has the name, the verb, and one more word of the question.
"""

from collections.abc import Iterator

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.numbering import sentences
from queries.graphs.place import Place, places
from queries.texts.wording import as_word, first_match, in_any_form, stems
from queries.understanding.names import Mention

LOOKED_AT = 30
"""How many passages that have most words of the question are looked at."""
LEAST = 0.2
"""The least share of the subject that such a sentence must have, with the titles above it."""


def by_deed_of(asking: Asking) -> Found | None:
    """The sentence in which somebody whom a question names does what it asks about, with the most
    of the subject; None where it asks for no deed of somebody named, or no sentence tells one.
    """
    question = asking.question
    match = first_match(question.text, "deed_of")
    who = _named(asking, match.span("who")) if match else None
    if match is None or who is None:
        return None
    verbs = in_any_form(stems(match["verb"]))
    besides = set(question.terms) - verbs - set(stems(match["who"]))
    near = asking.searcher.library.keywords.nearest(question.keywords, LOOKED_AT, asking.where)
    told = [
        (asking.share(f"{part}\n{with_titles(place)}"), place.paragraph, part.strip())
        for place in places(asking.graph, near).values()
        for part in _doing(place, who, verbs)
        if besides & set(stems(part))
    ]
    share, paragraph, part = max(told, default=(0.0, "", ""))
    return Found(answer=part, quotes=[Quote(paragraph, part)]) if share >= LEAST else None


def _named(asking: Asking, span: tuple[int, int]) -> Mention | None:
    """Who is named within a span of the question."""
    inside = (
        one for one in asking.question.mentions if span[0] <= one.start and one.end <= span[1]
    )
    return next(inside, None)


def _doing(place: Place, who: Mention, verbs: set[str]) -> Iterator[str]:
    """The sentences of a passage that have a name and, behind it, a verb."""
    for part in sentences(place.text):
        ends = [one.end() for label in who.labels for one in as_word(label).finditer(part)]
        if any(verbs & set(stems(part[end:])) for end in ends):
            yield part
