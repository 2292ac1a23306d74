"""Who was elected or appointed: what the papers say of elections before who holds an office."""

import re

from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, with_titles, without_stems
from queries.answering.choosing.distance import CLOSE_TO_NAMED
from queries.answering.choosing.listing import outcome_of
from queries.answering.choosing.people_named import NAMED
from queries.answering.choosing.speaking import without_speakers
from queries.graphs.place import Place, naming_people
from queries.texts.wording import (
    LONGEST,
    as_word,
    content_stems,
    found,
    says,
    stems,
    stems_of,
)
from queries.understanding.question import labelled

HALF = 0.5
"""The least share of the subject that a passage must have where no office is named."""
_THINGS = frozenset({"Programme", "Term"})
NEAREST = 3
"""Among how many of the nearest passages one may say that somebody is to be elected."""
MOST = 6
"""The most passages that are told."""


def by_election(asking: Asking) -> Found | None:
    """The passages that say who was elected; None where none does, or that is not asked."""
    question = asking.question
    if not says(question.text, "electing") or asking.closeness_to_facts < CLOSE_TO_NAMED:
        return None
    near = [hit.place for hit in asking.result.hits if _chooses(asking, hit.place)]
    named = naming_people(asking.graph, [place.paragraph for place in near])
    verbs = _electoral() & set(stems(question.text))
    fits = [one for one in near if one.paragraph in named and _fits(asking, one)]
    told = sorted(fits, key=lambda one: not verbs & set(stems(one.text)))[:MOST]
    if not told:
        return None
    lines = dict.fromkeys(line for place in told for line in _with_outcome(asking, place))
    return Found(
        answer="\n".join(text for _, text in lines),
        quotes=[Quote(paragraph) for paragraph, _ in lines],
    )


def _with_outcome(asking: Asking, place: Place) -> list[tuple[str, str]]:
    """A paragraph, and the line after it where that only says what came of it."""
    return [(place.paragraph, place.text), *outcome_of(asking.graph, place)]


def without_elected(asking: Asking) -> Missing | None:
    """That no passage near a question of who was elected or appointed says so of anybody."""
    if not says(asking.question.text, "electing"):
        return None
    near = [
        hit.place
        for hit in asking.result.hits
        if _on_choice(hit.place.text) and _fits(asking, hit.place)
    ]
    named = naming_people(asking.graph, [place.paragraph for place in near])
    if any(one.paragraph in named or _names_somebody(one.text) for one in near):
        return None
    return Missing("No passage that speaks of this names who was chosen.")


def to_elect(asking: Asking) -> bool:
    """Whether one of the nearest passages says that somebody is to be elected or appointed."""
    return any(says(hit.place.text, "to_elect") for hit in asking.result.hits[:NEAREST])


def _on_choice(text: str) -> bool:
    """Whether a passage says that somebody was elected or appointed, and not that this is to be."""
    return not says(text, "to_elect") and (says(text, "elected") or says(text, "chosen"))


def _chooses(asking: Asking, place: Place) -> bool:
    """Whether a passage says that somebody was elected, or is a line on the office asked for under
    a heading for it.
    """
    asked = set(asking.question.capacities)
    held = asked & set(labelled(place.text[:LONGEST], "capacities")[0])
    headed = place.form == "list item" and says(place.last_heading, "elected")
    return bool(held and headed) or _on_choice(place.text)


def _names_somebody(text: str) -> bool:
    """Whether a passage on a choice has the name of a person, or one name behind the verb."""
    return NAMED.search(text) is not None or says(text, "chosen")


def _fits(asking: Asking, place: Place) -> bool:
    """Whether a passage names an office asked for, or half of the subject where that is more."""
    if _to_another(asking, place.text[:LONGEST]) or not _on_things(asking, place):
        return False
    asked = set(asking.question.capacities)
    held = asked & set(labelled(without_speakers(place.text[:LONGEST]), "capacities")[0])
    return bool(held) or (
        bool(asking.question.subject) and asking.share(with_titles(place)) >= HALF
    )


def _on_things(asking: Asking, place: Place) -> bool:
    """Whether a passage has a name of each programme or short form of the question on end."""
    text = with_titles(place)
    things = (one for one in asking.question.mentions if one.kind in _THINGS)
    return all(any(_named_in(text, label) for label in one.labels) for one in things)


def _named_in(text: str, label: str) -> bool:
    """Whether a text has a label as words of its own, a short form in its own letters."""
    return as_word(label, 0 if label.isupper() else re.IGNORECASE).search(text) is not None


def _to_another(asking: Asking, text: str) -> bool:
    """Whether every choice that a passage tells names the office, and none the one asked for."""
    asked = " ".join(found(asking.question.text, "chosen_as"))
    told = found(text, "chosen_as")
    wanted = set(content_stems(asked))
    return bool(wanted and told) and not any(wanted & set(stems(one)) for one in told)


def elected(asking: Asking) -> Asking:
    """A question who was elected to an office as one who holds it."""
    return without_stems(asking, _electoral())


def _electoral() -> frozenset[str]:
    """The stems of the words for electing."""
    return stems_of("questions", "electoral")
