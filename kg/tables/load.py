"""Loading the tables beside this module."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

from kg.tables.needed import Sieve, needed
from kg.vocabulary import vocabulary

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_LIST = re.compile(r"\{(?P<path>[a-z_]+(?:\.[a-z_]+)+)\}")
"""How a table names a list of words, of itself or of another: "{dates.month}"."""


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table called ``name`` (without its suffix), read once.

    Where it names a list, the words of that list stand: each of them in a list of words, any of
    them inside a regular expression.
    """
    return cast("dict[str, Any]", _filled(_read(name)))


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("kg.tables").joinpath(f"{name}.toml").read_text("utf-8"))


def _filled(value: object) -> object:
    """What a table holds, with words for the lists that it names."""
    match value:
        case dict():
            return {key: _filled(one) for key, one in value.items()}
        case list():
            return [word for one in value for word in _each(one)]
        case str():
            return _LIST.sub(lambda found: _any_of(found["path"]), value)
    return value


def _each(thing: object) -> Iterable[object]:
    """What stands in a list for a thing in it: itself, or the words of the list that it names."""
    named = _LIST.fullmatch(thing) if isinstance(thing, str) else None
    return _words_at(named["path"]) if named else [_filled(thing)]


def _words_at(path: str) -> Iterable[str]:
    """The words of the list that a table names."""
    name, *keys = path.split(".")
    return cast("Iterable[str]", _filled(_at(_read(name), keys)))


def _any_of(path: str) -> str:
    """Any word of a list as a regular expression, the longest first; its blanks are any blanks."""
    each = sorted(_words_at(path), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_escaped, each))})"


def _escaped(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def _at(held: dict[str, Any], path: Iterable[str]) -> object:
    """What a table has under some names, one inside another."""
    value: Any = held
    for key in path:
        value = value[key]
    return value


def _listed(name: str, *path: str) -> list[str]:
    """The list that a table has under some names, one inside another."""
    return cast("list[str]", _at(table(name), path))


@cache
def words(name: str, *path: str) -> tuple[str, ...]:
    """A list of words in a table, longest first so that an alternation finds the longest."""
    return tuple(sorted(_listed(name, *path), key=lambda word: (-len(word), word)))


@cache
def kinds(name: str, part: str) -> Mapping[str, str]:
    """The words of the lists in a part of a table, each with the name of its list.

    A word of several lists is of the first.
    """
    found: dict[str, str] = {}
    for kind, listed in table(name)[part].items():
        for word in listed:
            found.setdefault(word, kind)
    return found


@cache
def alternation(name: str, *path: str) -> str:
    """The words of a list in a table as a regular expression group, escaped.

    A blank in a word stands for any run of blanks.
    """
    return one_of(words(name, *path))


def one_of(found: Collection[str]) -> str:
    """Words as a regular expression group that finds the longest, parted letter by letter.

    A blank in a word stands for any run of blanks. Words that begin alike are tried at once.
    """
    return f"(?:{_tails(found)})"


def _tails(found: Collection[str]) -> str:
    by_first: dict[str, list[str]] = {}
    for word in filter(None, found):
        by_first.setdefault(word[0], []).append(word[1:])
    parts = [
        (r"\s+" if first == " " else re.escape(first)) + _tails(rest)
        for first, rest in by_first.items()
    ]
    if "" in found and parts:
        return f"(?:{'|'.join(parts)})?"
    return f"(?:{'|'.join(parts)})" if len(parts) > 1 else "".join(parts)


def options(name: str, part: str, *lists: str) -> str:
    """The words of several lists in a part of a table as regular expressions to choose from."""
    return "|".join(alternation(name, part, one) for one in lists)


@cache
def pattern(name: str, /, *path: str, **parts: str) -> re.Pattern[str]:
    """A regular expression in a table, compiled without regard to case.

    ``parts`` are what code puts for names in braces in it.
    """
    value = cast("str", _at(table(name), path))
    for part, form in parts.items():
        value = value.replace(f"{{{part}}}", form)
    return re.compile(value, re.IGNORECASE)


@cache
def patterns(name: str, *path: str) -> tuple[re.Pattern[str], ...]:
    """A list of regular expressions in a table, compiled without regard to case."""
    return tuple(map(_compiled, _listed(name, *path)))


@cache
def either(name: str, *path: str) -> re.Pattern[str]:
    """A list of regular expressions in a table as one that finds what any of them finds.

    Their groups have no names in it.
    """
    each = (_NAMED_GROUP.sub("(?:", one.pattern) for one in patterns(name, *path))
    return re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE)


@lru_cache(maxsize=8192)
def matches(text: str, name: str, *path: str) -> bool:
    """Whether a text holds what any regular expression of a list in a table finds."""
    found = likely(text, name, *path)
    return bool(found) and any(one.search(text) for one in found)


def likely(text: str, name: str, *path: str) -> Sequence[re.Pattern[str]]:
    """The regular expressions of a list in a table whose needed words a text has.

    The others find nothing in it.
    """
    return [_compiled(one) for one in _sieve(name, *path).passing(vocabulary(text))]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A regular expression without regard to case, compiled when it is first asked for."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def _sieve(name: str, *path: str) -> Sieve[str]:
    return Sieve.of((one, needed(one, {})) for one in _listed(name, *path))
