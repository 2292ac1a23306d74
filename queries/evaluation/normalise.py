"""The forms in which texts, names, numbers and roles are compared."""

import html
import re
import unicodedata
from functools import cache
from importlib.resources import files

from kg.tables.load import table, words

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_APOSTROPHE = re.compile(r"['’‘ʼ`]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")
_INITIAL_BEHIND = re.compile(r"(\S+)\s+\(([A-Z])\.?\)$")
_BRACKETED = re.compile(r"\([^()]*\)")


def tokens(text: str) -> list[str]:
    """The words and numbers of ``text`` in order, lower-cased, without markup or punctuation.

    "&" reads as "and"; apostrophes join what they stand in ("LGA's" is "lgas");
    a comma between thousands is dropped and a decimal point kept.
    """
    plain = _TAG.sub(" ", html.unescape(unicodedata.normalize("NFKC", text)))
    plain = _APOSTROPHE.sub("", plain.replace("&", " and ").casefold())
    return _WORD.findall(_THOUSANDS.sub("", plain))


@cache
def text(value: str) -> str:
    """``value`` as its tokens joined by single blanks."""
    return " ".join(tokens(value))


@cache
def function_words() -> frozenset[str]:
    """Words that say nothing by themselves ("the", "of")."""
    return frozenset(
        tokens(files("queries.evaluation").joinpath("function_words.txt").read_text("utf-8"))
    )


@cache
def person(value: str) -> str:
    """A person's name without titles before it, honours after it, and brackets.

    An initial in brackets behind a surname goes before it: "Lowe (A)" is "A Lowe".
    """
    parts = tokens(_BRACKETED.sub(" ", _INITIAL_BEHIND.sub(r"\2 \1", value)))
    while len(parts) > 1 and parts[0] in _title_words():
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in _honours():
        parts = parts[:-1]
    return " ".join(parts)


@cache
def number(value: str) -> str:
    """The number of an item or recommendation: "7.1." is "7.1", "(3) a" is "3a"."""
    return "".join(tokens(value))


def role(value: str) -> str:
    """A role in the ontology's word where the table of capacities has it, else as text."""
    plain = text(value)
    return _roles().get(plain, plain)


@cache
def grams(value: str, size: int = 4) -> frozenset[tuple[str, ...]]:
    """The word n-grams of ``value``; a shorter text is one gram of all its words."""
    parts = tokens(value)
    width = min(size, len(parts))
    if not width:
        return frozenset()
    return frozenset(tuple(parts[i : i + width]) for i in range(len(parts) - width + 1))


@cache
def _title_words() -> frozenset[str]:
    return frozenset(part for title in words("people", "titles") for part in tokens(title))


@cache
def _honours() -> frozenset[str]:
    return frozenset(part for one in words("people", "after", "honours") for part in tokens(one))


@cache
def _roles() -> dict[str, str]:
    capacities = table("people")["capacities"]
    return {text(form): text(word) for word, forms in capacities.items() for form in forms}
