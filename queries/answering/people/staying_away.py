"""Why somebody did not come to a meeting: told only by the words beside the name."""

from collections.abc import Iterator

from kg.tables.load import matches, patterns
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.doing import NO_REASON, initials_in
from queries.answering.choosing.numbering import sentences
from queries.graphs.place import Place
from queries.texts.wording import first_match, overlaps, says, stems


def by_absence(asking: Asking) -> Found | Missing | None:
    """The sentence that says why somebody stayed away, or that none does; None where that is not
    asked.
    """
    match = first_match(asking.question.text, "away")
    people = [(one.start, one.end) for one in asking.question.mentions if one.kind == "Person"]
    if match is None or not (asking.question.meeting or overlaps(*match.span("who"), people)):
        return None
    who = stems(match["who"])
    forms = {who[-1], *initials_in(asking, who)} if who else set()
    for hit in asking.result.hits:
        for words in _excused(hit.place, forms):
            return Found(answer=words, quotes=[Quote(hit.place.paragraph, words)])
    return Missing(NO_REASON)


def _excused(place: Place, forms: set[str]) -> Iterator[str]:
    """The sentences of a passage that excuse somebody with a reason beside the name."""
    for part in sentences(place.text):
        away = says(f"{place.last_heading}\n{part}", "marks", "absence")
        if away and any(_reasoned(one) and forms & set(stems(one)) for one in _parts(part)):
            yield part


def _parts(sentence: str) -> list[str]:
    """The parts of a sentence that lists people, one for each."""
    (apart,) = patterns("questions", "apart")
    return apart.split(sentence)


def _reasoned(text: str) -> bool:
    """Whether some words give a reason to stay away."""
    return says(text, "away_for") or matches(text, "questions", "reasons")
