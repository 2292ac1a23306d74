"""Words that a text must have where a pattern of the tables is to find something in it.

They are quick to look for: most patterns need not be tried on most sentences. A group in a
pattern begins and ends where words do, unless a letter stands beside it.
"""

import re
from collections.abc import Iterator, Mapping

_UNTOLD = re.compile(r"\\[()]|\[(?!’\\x27\])[^]]*\]|\\w")
"""Signs, and letters that are not told."""
_GAP = re.compile(r"(?:\\[bsW]|\[’\\x27\])[+*?]*")
_AROUND = re.compile(r"\(\?<?[=!][^()]*\)")
_GROUP = re.compile(
    r"(?P<joined>(?<=\w)|(?<=\w\?))?\((?:\?P<\w+>|\?(?:-i)?:)?(?P<inside>[^()]*)\)(?P<may>[?*]|\{0,\d*\})?"
)
_NEEDED = re.compile(
    r"<(?P<either>[^<>]+)>|(?<![\w#?*+{}>-])(?P<one>\{[a-z]+\}|[a-z]+(?!\}))(?![\w#?*<(-]|\{\d)"
)
_COMMON = frozenset({"to"})


def needed(pattern: str, forms: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Sets of words; whatever a pattern matches has a word of each, in lower case.

    ``forms`` are the words of which what stands for a name in braces has one.
    """
    rest = _GAP.sub(" ", _UNTOLD.sub("#", pattern))
    while "(" in rest:
        rest = _GROUP.sub(lambda group: _flat(group, forms), _AROUND.sub("", rest))
    return tuple(sorted(set(_sets(rest, forms)), key=_dearth))


def _flat(group: re.Match[str], forms: Mapping[str, frozenset[str]]) -> str:
    """The words of which a group without groups in it has one, as what is put for it."""
    if group["joined"] is not None:
        return "#"
    told = [sorted(_sets(one, forms), key=_dearth)[:1] for one in group["inside"].split("|")]
    if group["may"] or [] in told:
        return " "
    return "<" + "/".join(sorted({word for sets in told for one in sets for word in one})) + ">"


def _sets(rest: str, forms: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    for match in _NEEDED.finditer(rest):
        if match["either"]:
            yield frozenset(match["either"].split("/"))
        elif match["one"][0] != "{":
            yield frozenset({match["one"]})
        elif match["one"] in forms:
            yield forms[match["one"]]


def _dearth(found: frozenset[str]) -> tuple[bool, int, list[str]]:
    """How seldom a text has a word of a set, the seldom ones first."""
    return not found.isdisjoint(_COMMON), len(found), sorted(found)
