"""Words that a text must have where a pattern of the tables is to find something in it.

They are quick to look for: most patterns need not be tried on most sentences.
"""

import re
from collections.abc import Iterator, Mapping

from kg.extraction.vocabulary import first_words

_SIGN = re.compile(r"\\[()]|\[[^]]*\]|\\w")
"""What stands for letters that are not told."""
_GAP = re.compile(r"\\[bsW][+*?]*")
_CHOICE = re.compile(r"(?<= )\(\?:([a-z]+(?: [a-z]+)*(?:\|[a-z]+(?: [a-z]+)*)*)\)(?= |$)")
_NAMED = re.compile(r"\(\?P<\w+>(\{\w+\})\)(?= |$)")
_GROUP = re.compile(r"\([^()]*\)")
_NEEDED = re.compile(
    r"<(?P<choice>[a-z |]+)>|(?P<form>\{[a-z]+\})(?![?*])"
    r"|(?<![\w#?*+}<|])(?P<word>[a-z]+)(?![\w#?*{(])"
)


def needed(pattern: str, forms: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Sets of words; whatever a pattern matches has a word of each, in lower case.

    ``forms`` are the words of which what stands for a name in braces has one.
    """
    rest = _CHOICE.sub(r"<\1>", _NAMED.sub(r"\1", _GAP.sub(" ", _SIGN.sub("#", pattern))))
    while _GROUP.search(rest):
        rest = _GROUP.sub("#", rest)
    return tuple(sorted(set(_sets(rest, forms)), key=len))


def _sets(rest: str, forms: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    for match in _NEEDED.finditer(rest):
        if match["form"] is None:
            yield first_words((match["choice"] or match["word"]).split("|"))
        elif found := forms.get(match["form"]):
            yield found
