"""Words as search compares them: lower case, ASCII folded, stemmed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from embeddings.stems import bare as bare
from embeddings.stems import small_words as small_words
from embeddings.stems import stems as stems
from embeddings.stems import tokens as tokens
from kg.tables.load import matches, patterns, table, words
from kg.vocabulary import folded

LONGEST = 1_000
"""As many characters of a text are looked at to tell how it is put."""


@cache
def stopwords() -> frozenset[str]:
    """The words that carry no subject, lower case."""
    return frozenset(table("questions")["stopwords"])


@cache
def stopstems() -> frozenset[str]:
    """The stems of the stopwords."""
    return frozenset(stems(" ".join(stopwords())))


@cache
def small_stems() -> frozenset[str]:
    """The stems of words that any title, request or decision of a body may have."""
    held = table("histories")
    return frozenset(stems(" ".join((*held["of_bodies"], *held["generic"], *held["small"]))))


@cache
def stems_of(name: str, *path: str) -> frozenset[str]:
    """The stems of the words of a list in a table."""
    return frozenset(stems(" ".join(words(name, *path))))


def telling_stems(text: str) -> set[str]:
    """The stems of a text that name something: none of "The Board noted the report"."""
    return set(content_stems(text)) - small_stems() - stems_of("trace", "pointing")


def light() -> frozenset[str]:
    """The stems of words that say little of what is asked beside others ("came", "anyone")."""
    return stems_of("questions", "light")


@cache
def _verb_forms() -> Mapping[str, frozenset[str]]:
    """The stems of all forms of a verb that changes within, by the stem of each."""
    groups = (frozenset(stems(" ".join(forms))) for forms in table("questions")["irregular"])
    return {stem: group for group in groups for stem in group}


def in_any_form(some: Iterable[str]) -> set[str]:
    """Stems with those of the other forms of the verbs among them."""
    forms = _verb_forms()
    return {form for stem in some for form in forms.get(stem, (stem,))}


def participle(word: str) -> bool:
    """Whether a word may say that a thing was done ("painted", "built")."""
    return word.endswith("ed") or any(
        word.lower() in forms[1:] for forms in table("questions")["irregular"]
    )


def content_stems(text: str) -> list[str]:
    """The stems of a text without those of stopwords, each once, in order."""
    return list(dict.fromkeys(stem for stem in stems(text) if stem not in stopstems()))


def as_word(form: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a form that is no part of a longer word."""
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", flags)


def says(text: str, *path: str) -> bool:
    """Whether a text has one of the forms in a list of the table of questions.

    Only its first ``LONGEST`` characters are looked at: forms may look far ahead.
    """
    head = text[:LONGEST]
    return matches(head, "questions", *path)


def first_said(text: str, section: str) -> str | None:
    """The first entry of a section of the table of questions one of whose forms a text has."""
    names = table("questions")[section]
    return next((str(name) for name in names if says(text, section, name)), None)


def stripped(text: str, *path: str) -> str:
    """A text with a blank for each of the forms of a list of the table of questions."""
    for form in patterns("questions", *path):
        text = form.sub(" ", text)
    return text


def blanked(text: str, *path: str) -> str:
    """A text with blanks in place of the forms of a list of the table of questions, so that all
    else keeps its place.
    """
    for form in patterns("questions", *path):
        text = form.sub(lambda match: " " * len(match[0]), text)
    return text


def found(text: str, *path: str) -> list[str]:
    """What the groups of a list of forms of the table of questions hold in a text, in order."""
    head = text[:LONGEST]
    return [match[1] for form in patterns("questions", *path) for match in form.finditer(head)]


def found_stems(text: str, *path: str) -> set[str]:
    """The stems of what `found` finds."""
    return set(stems(" ".join(found(text, *path))))


def first_match(text: str, *path: str) -> re.Match[str] | None:
    """Where the first form that a text has in a list of the table of questions stands."""
    head = text[:LONGEST]
    return next(filter(None, (one.search(head) for one in patterns("questions", *path))), None)


def spans(text: str, *path: str) -> list[tuple[int, int]]:
    """The half-open places of the forms in a list of the table of questions in a text."""
    head = text[:LONGEST]
    return [match.span() for form in patterns("questions", *path) for match in form.finditer(head)]


def overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a half-open place in a text has a letter in common with one of others."""
    return any(a < end and start < b for a, b in spans)


def letters_of(name: str) -> str:
    """The first letters of the words of a name that bear a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def plain_name(name: str) -> str:
    """A name without regard to case, accents, apostrophes and "&" for "and"."""
    return folded(name) or name.casefold()


def bears(name: str | None, words: str | None) -> bool:
    """Whether a name has some words in it, both as `plain_name` has them; any has where none are
    asked for.
    """
    return not words or plain_name(words) in plain_name(name or "")


def stand_on_end(wanted: Sequence[str], among: Sequence[str]) -> bool:
    """Whether stems stand one behind another among others, in their order."""
    size, sought = len(wanted), tuple(wanted)
    return any(tuple(among[at : at + size]) == sought for at in range(len(among) - size + 1))
