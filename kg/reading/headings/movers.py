"""Lines that name who moved and who seconded what stands below them. They head nothing."""

import re
from collections.abc import Sequence
from functools import cache

from kg.reading.blocks import Block
from kg.tables.load import matches, one_of, words

_NAME = r"([A-Z][\w’']+)"
_PAIR = re.compile(rf"{_NAME}(?:\s[-–—]\s|\s?/\s?){_NAME}")


def names_movers(text: str, below: str, blocks: Sequence[Block]) -> bool:
    """Whether a line of a paper names two people right above the motion that they made: "LOWE -
    TARN". Another line has them the other way round, or each is named in full somewhere.
    """
    pair = _PAIR.fullmatch(text)
    if pair is None or not matches(below, "verbs", "motions", "makes"):
        return False
    turned = pair.groups()[::-1]
    if not all(map(_may_be_surname, turned)):
        return False
    pairs = filter(None, (_PAIR.fullmatch(block.text) for block in blocks))
    return any(one.groups() == turned for one in pairs) or all(
        _is_person(name, blocks) for name in turned
    )


def _is_person(surname: str, blocks: Sequence[Block]) -> bool:
    """Whether a line has a surname behind a title ("Cllr Lowe"), or behind another name where the
    paper never writes it small ("Ann Lowe").
    """
    behind = rf"\s(?=[A-Z])(?i:{re.escape(surname)})\b"
    titled = re.compile(rf"\b{_title()}\.?{behind}")
    if any(titled.search(block.text) for block in blocks):
        return True
    named = re.compile(rf"\b([A-Z][\w.’'-]*){behind}")
    before = {word.rstrip(".") for block in blocks for word in named.findall(block.text)}
    small = re.compile(rf"\b{re.escape(surname.lower())}\b")
    first = any(word.capitalize() not in _strange() for word in before)
    return first and not any(small.search(block.text) for block in blocks)


def _may_be_surname(name: str) -> bool:
    """Whether a word is none that names bodies, offices, matters or times, or a surname too."""
    word = name.capitalize()
    return word not in _strange() or word in words("people", "surnames_too")


@cache
def _title() -> str:
    """What stands before a name: titles, and what somebody in the chair or beside it is called."""
    return one_of((*words("people", "titles"), *words("people", "lists", "before")))


@cache
def _strange() -> frozenset[str]:
    """Capitalised words that no name of a person has, and those that open sentences."""
    openers = words("reading_headings", "run_in", "openers")
    return frozenset((*words("people", "not_names"), *openers))
