"""When a question asks about a word to which nothing near it comes near.

Where the papers speak of the rest of a question, the one word that they lack is what is asked: why
a thing was "cancelled" is not told by what it is, nor how many "resigned" by how many there are.
"""

from collections.abc import Iterable
from functools import cache

from kg.tables.load import table, words
from queries.answering.asking import HITS, Asking
from queries.answering.choosing.distance import EXACT
from queries.answering.choosing.doing import deed
from queries.answering.choosing.likeness import LIKE, MEANT, likeness
from queries.texts.wording import (
    first_match,
    in_any_form,
    light,
    overlaps,
    says,
    spans,
    stems,
    stems_of,
    tokens,
)
from queries.understanding.reworded import everyday, reworded

SPOKEN = 0.4
"""The least share of the subject (`Asking.covered`) that passages have where a word is missed."""
SPOKEN_OF = 0.5
"""The same where it is asked for yes or no, or in words without a question."""
SURE = 0.8
"""From this closeness (`Asking.closeness_to_facts`) a passage may say in other words what is asked,
and in a word that is less like it what no paper has."""
STRANGE = 0.4
"""Under this one no passage has anything like it, however little it has of the rest, where the
question names somebody or something, which it then does not put freely."""
_ASKED_WITH = {"clock": "bounding", "date": "bounding", "money": "costing", "phone": "phoning"}
"""The words that ask for a time of what begins or ends, for a sum or for a number to ring."""


def undone(asking: Asking) -> str | None:
    """What is asked to have been done, by whom or when, of which no near passage has any like."""
    return _unlike(asking, _verbs(asking), MEANT)


def unheard(asking: Asking) -> str | None:
    """The first word of a question of which the nearest passages have nothing like it; None where
    they speak of too little of the rest to tell, or the question is put in everyday words.

    A question of yes or no may use a word that papers have elsewhere.
    """
    if everyday(asking.question.text):
        return None
    whether = not says(asking.question.text, "asks_what")
    if asking.covered < (SPOKEN_OF if whether else SPOKEN):
        named = asking.question.mentions and asking.question.expects not in EXACT
        return _unlike(asking, _unknown(asking), STRANGE) if named and not whether else None
    sure = asking.closeness_to_facts >= SURE
    known, unknown = (None if whether or sure else MEANT), MEANT if sure else LIKE
    for word in _asked_words(asking):
        least = known if _heard(asking, word) else unknown
        if least is not None and _likeness(asking, word) < least:
            return word
    return None


def is_asked(asking: Asking, word: str) -> bool:
    """Whether a word is the noun for what a question asks, and not for things of any kind."""
    match = first_match(asking.question.text, "asked_noun")
    of_any_kind = word.lower() in table("questions")["of_any_kind"]
    return match is not None and match["noun"] == word and not of_any_kind


def _unlike(asking: Asking, asked: Iterable[str], least: float) -> str | None:
    """The first of some words that is less like any of the nearest passages than ``least``."""
    return next((word for word in asked if _likeness(asking, word) < least), None)


def _verbs(asking: Asking) -> list[str]:
    """What was done where it is asked who did it, which firm or when, unless in everyday words: of
    that a passage must tell, however near it is else.
    """
    asked = deed(asking)
    if not asked or asking.covered < SPOKEN:
        return []
    put_otherwise = {one for one, _ in everyday(asking.question.text)}
    return [
        word
        for word in _asked_words(asking)
        if word.lower() not in put_otherwise and asked & set(stems(word))
    ]


def _unknown(asking: Asking) -> list[str]:
    """The words asked about that no paper has."""
    return [word for word in _asked_words(asking) if not _heard(asking, word)]


def _asked_words(asking: Asking) -> list[str]:
    """The words of the subject of a question that are in no name, no everyday words, no number, no
    part of a compound ("hands-on"), are not shortened by papers ("Street"), and say more than how a
    thing was put, when it is so ("when it was advertised") or that it is the most (`compared` sees
    to that).
    """
    question = asking.question
    text = question.text
    kept = set(question.subject) & set(stems(reworded(text)))
    kept -= light() | stems_of("questions", "manner") | stems_of("questions", "extreme", "words")
    if question.expects in _ASKED_WITH:
        kept -= stems_of("questions", _ASKED_WITH[question.expects])
    besides = [(one.start, one.end) for one in question.mentions]
    besides += [*spans(text, "circumstance"), *spans(text, "organisation")]
    return [
        word
        for word, start, end in tokens(text)
        if word.isalpha()
        and not word.isupper()
        and word.lower() not in _numbers()
        and "-" not in text[max(0, start - 1) : start] + text[end : end + 1]
        and word.lower() not in table("questions")["shortened"].values()
        and set(stems(word)) <= kept
        and not overlaps(start, end, besides)
    ]


@cache
def _numbers() -> frozenset[str]:
    """The words for numbers."""
    return frozenset(words("numbers", "words"))


def _heard(asking: Asking, word: str) -> bool:
    """Whether a paper has a word, or another form of it as a verb."""
    score = asking.searcher.library.keywords.best_score
    return any(map(score, in_any_form(stems(word))))


def _likeness(asking: Asking, word: str) -> float:
    """How like a word of the question is to the nearest of the nearest passages."""
    return likeness(asking, word, [hit.place.paragraph for hit in asking.result.hits[:HITS]])
