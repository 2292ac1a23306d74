"""Words that a text must have where a pattern of the tables is to find something in it.

They are quick to look for: most patterns need not be tried on most sentences.
"""

import re
from collections.abc import Iterator, Mapping

_AROUND = re.compile(r"\(\?<?[=!]")
"""How a group begins that looks around and matches nothing."""
_APOSTROPHE = re.compile(r"\[’\\x27\]")
_UNTOLD = re.compile(r"\\[^bsW]|\[[^]]*\]|\.| (?=[?*]|\{\d)")
"""Signs, letters that are not told, and a blank that need not be there."""
_KIND = re.compile(r"\((?:\?P<\w+>|\?(?:-?i)?:)")
_EDGE = re.compile(r"(?:\\b|\\[sW]\+?|[$^])(?![*?{])")
"""Where a word begins or ends."""
_BLANKS = re.compile(r"(?<= )\\[sW][*?]|\\[sW][*?](?= )")
_GROUP = re.compile(r"\((?P<inside>[^()]*)\)(?P<may>(?:[?*]|\{0,\d*\})\??)?")
_NEEDED = re.compile(
    r"<(?P<either>[^<>]+)>|(?P<form>\{[a-z]+\})(?![?*{])"
    r"|(?<= )(?P<word>[a-z]+)(?:(?P<ending>[a-z])\?)?(?= )"
)
_COMMON = frozenset({"to"})


def needed(pattern: str, forms: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Sets of words; whatever a pattern matches has a word of each, in lower case.

    ``forms`` are the words of which what stands for a name in braces has one.
    """
    told = _UNTOLD.sub("#", _APOSTROPHE.sub(r"\\W", pattern))
    plain = _KIND.sub("(", "".join(_without_looks(told)))
    rest = _spread(_BLANKS.sub("", _EDGE.sub(" ", plain)), "(")
    rest = _spread(rest[::-1], ")")[::-1]
    while group := _GROUP.search(rest):
        rest = rest[: group.start()] + _flat(group, forms) + rest[group.end() :]
    if "|" in rest:
        rest = _either(rest, forms)
    return tuple(sorted(set(_sets(rest, forms)), key=_dearth))


def _without_looks(told: str) -> Iterator[str]:
    """The signs of a pattern but those of groups that look around, whatever is inside these."""
    depth = 0
    for at, sign in enumerate(told):
        if depth or _AROUND.match(told, at):
            depth += (sign == "(") - (sign == ")")
        else:
            yield sign


def _spread(rest: str, opening: str) -> str:
    """A pattern with the edge of a word before a group before each of its options."""
    closing = {"(": ")", ")": "("}[opening]
    spread, edges = "", [False]
    for sign in rest:
        if sign == opening:
            edges.append(spread.endswith(" "))
        elif sign == closing:
            edges.pop()
        spread += sign
        if edges[-1] and sign in (opening, "|"):
            spread += " "
    return spread


def _flat(group: re.Match[str], forms: Mapping[str, frozenset[str]]) -> str:
    """What is put for a group without groups in it."""
    behind = group.string[: group.start()].endswith(" ")
    inside = re.sub(r"^|(?<=\|)", " ", group["inside"]) if behind else group["inside"]
    options = inside.split("|")
    begins = all(one.startswith(" ") for one in options)
    ends = all(one.endswith(" ") for one in options)
    if group["may"]:
        before = begins and group.string.startswith(" ", group.end())
        return "" if (ends and behind) or before else "#"
    return " " * begins + _either(inside, forms) + " " * ends


def _either(options: str, forms: Mapping[str, frozenset[str]]) -> str:
    """The words of which any of some options has one, as what is put for them."""
    told = [sorted(_sets(one, forms), key=_dearth)[:1] for one in options.split("|")]
    if [] in told:
        return "#"
    return "<" + "/".join(sorted({word for sets in told for one in sets for word in one})) + ">"


def _sets(rest: str, forms: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    for match in _NEEDED.finditer(rest):
        if match["either"]:
            yield frozenset(match["either"].split("/"))
        elif match["word"]:
            yield frozenset({match["word"], match["word"] + (match["ending"] or "")})
        elif match["form"] in forms:
            yield forms[match["form"]]


def _dearth(found: frozenset[str]) -> tuple[bool, int, list[str]]:
    """How seldom a text has a word of a set, the seldom ones first."""
    return not found.isdisjoint(_COMMON), len(found), sorted(found)
