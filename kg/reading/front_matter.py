"""What is said of a paper before its text: "title: Minutes", "date: 2019-05-13"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.fields import DAYS, Says, field
from kg.reading.headings.headings import is_people_label, known
from kg.tables.load import alternation

_OF_THE_PAPER = DAYS | {Says.TITLE, Says.ABOUT, Says.KIND, Says.BODY, Says.GROUP}
"""What front matter says of a paper that is worth reading."""
_KEY = re.compile(r"[A-Za-z][\w -]{0,39}")
_OPENED = re.compile(r"^\+\+\+ *")
"""The rule of front matter that goes on with its first field on one line."""
_LIST = re.compile(r"\[?(?P<names>[^\[\]]*)\]?")
_OFFICE = re.compile(alternation("people", "offices"), re.IGNORECASE)
_QUOTE = re.compile(r"(?<!\w)[\"']|[\"'](?!\w)")
_ITEM = re.compile(r"-\s+[\"']?(?P<name>[^\"'\s][^\"']*)[\"']?")
_FIELD = re.compile(r"(?P<key>[a-z][a-z_-]*)\s?[:=](?:\s*\S.*)?")


def stated(front_matter: str) -> list[str]:
    """The lines of front matter between rules that say what a paper is or when its meeting is."""
    lines = (_OPENED.sub("", line).rstrip() for line in front_matter.split("\n"))
    return [line for line in lines if _says_of_the_paper(line)]


def people(front_matter: str) -> list[str]:
    """What front matter between rules says of who came, a line for each of its lists, officers
    before all others, among whom they are not.

    "present: [Ann Lowe, Ben Tarn]", and names in lines of their own below "present:", are both
    "present: Ann Lowe, Ben Tarn".
    """
    said: list[list[str]] = []
    for line in front_matter.split("\n"):
        key, colon, behind = line.partition(":")
        written = _LIST.fullmatch(behind.strip()) if colon and _KEY.fullmatch(key) else None
        item = _ITEM.fullmatch(line.strip())
        if written is not None:
            named = _names_people(key) or _is_office(key)
            names = _QUOTE.sub("", written["names"].strip())
            said.append([key.strip(), *filter(None, [names])] if named else [])
        elif item is not None and said and said[-1]:
            said[-1].append(item["name"].strip())
    lists = [one for one in said if len(one) > 1]
    lists.sort(key=lambda one: not _is_office(one[0]))
    return [f"{key}: {', '.join(names)}" for key, *names in lists]


def _names_people(key: str) -> bool:
    """Whether a key of front matter is a label of a list of those who came."""
    return is_people_label(key.strip().replace("_", " "))


def _is_office(key: str) -> bool:
    """Whether a key is an office alone, and no such label."""
    called = key.strip().replace("_", " ")
    return _OFFICE.fullmatch(called) is not None and not _names_people(key)


def set_beside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with front matter that lost its rules made furniture, a block for each line.

    Its keys are in small letters ("date: 2019-05-13"), as nobody writes a line of a paper.
    It ends at a key that names people ("present:") or heads what was minuted ("actions:").
    """
    opening = list(takewhile(_is_stated, blocks))
    rest = list(blocks[len(opening) :])
    if rest and not rest[0].rows and (stated := _stated_above(rest[0].text)):
        opening.append(rest[0].with_text(stated))
        rest[0] = rest[0].with_text(rest[0].text[len(stated) :].lstrip())
    lines = [(block, line) for block in opening for line in block.text.split("\n")]
    if not any(map(_is_written_small, (line for _, line in lines))):
        return list(blocks)
    return [*(_beside(block, line) for block, line in lines), *rest]


def _beside(block: Block, line: str) -> Block:
    return replace(block, kind=Kind.FURNITURE, text=line, strong=False, lead="", level=None)


def _says_of_the_paper(line: str) -> bool:
    said = field(line)
    return said is not None and said.says in _OF_THE_PAPER


def _is_written_small(line: str) -> bool:
    """Whether a line is a field of the paper with its label in small letters, and a value."""
    said = field(line) if _says_of_the_paper(line) else None
    return said is not None and said.label.islower() and said.value != ""


def _is_stated(block: Block) -> bool:
    """Whether all lines of a block are fields with their values, or it stands beside already."""
    if block.rows:
        return False
    return block.kind is Kind.FURNITURE or _stated_above(block.text) == block.text


def _stated_above(text: str) -> str:
    """The first lines of a block that are fields with their values."""
    return "\n".join(takewhile(_states, text.split("\n")))


def _states(line: str) -> bool:
    """Whether a line is a field with its value that says something of the paper itself."""
    field = _FIELD.fullmatch(line)
    return field is not None and not _is_minuted(field["key"])


def _is_minuted(key: str) -> bool:
    return is_people_label(key) or known(key) == "minute"
