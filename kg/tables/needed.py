"""Words that a text must have where a pattern of the tables is to find something in it.

They are quick to look for: most patterns need not be tried on most sentences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Words = tuple[frozenset[str], ...]
"""Sets of words, of each of which a text has one."""

_AROUND = re.compile(r"\(\?<?[=!]")
"""How a group begins that looks around and matches nothing."""
_SPELT = re.compile(
    r"(?:(?<=\\[bsW])|(?<![\\\w]))(?P<before>[a-z]+)"
    r"(?:\[(?P<letters>[a-z]+)\]|\(\?:(?P<endings>[a-z]+(?:\|[a-z]*)*)\))(?P<may>\??)"
    r"(?P<behind>[a-z]*)(?![\w?*+{(\[])",
    re.IGNORECASE,
)
"""A word of which a part may be another: "authori[sz]ed", "approv(?:al|ed)"."""
_SIGN = re.compile(r"(?<!\\)\[(?:’\\x27|(?!\^)(?:\\[sW]|[^\w\\\]])+)\]|\[\^\\S\\n\]|\\[().?*+/|]")
"""One of some signs that part words."""
_UNTOLD = re.compile(r"\\[^bsW]|\[[^]]*\]|\.| (?=[?*]|\{\d)")
"""Signs, letters that are not told, and a blank that need not be there."""
_KIND = re.compile(r"\((?:\?P<\w+>|\?(?:-?i)?:)")
_PARTS = r"(?:\\[sW]|[:;/–—’£-]|,(?!\d*\}))"
_EDGE = re.compile(rf"(?:\\b|[$^]|\(\\s\|\$\)|{_PARTS}\+?)(?![*?{{])")
"""Where a word begins or ends."""
_MAY_PART = rf"(?:{_PARTS}(?:[*?]|\{{0,\d*\}})\??)+"
_BLANKS = re.compile(rf"(?<= ){_MAY_PART}|{_MAY_PART}(?= )")
_GROUP = re.compile(r"\((?P<inside>[^()]*)\)(?P<may>(?:[?*]|\{0,\d*\})\??)?")
_NEEDED = re.compile(
    r"<(?P<either>[^<>]+)>|(?P<form>\{[a-z]+\})(?![?*{])"
    r"|(?<= )(?P<word>[a-z\d]+?)(?:(?P<letter>[a-z])\?(?P<rest>[a-z]*))?(?= )"
)
_COMMON = frozenset({"to"})


@dataclass(frozen=True, slots=True)
class Sieve(Generic[Thing]):
    """Things in their order, each with the words that it needs.

    Those of ``by_word`` need a word of a set that this is of, those at ``anywhere`` none.
    """

    things: tuple[tuple[Thing, Words], ...]
    anywhere: tuple[int, ...]
    by_word: Mapping[str, tuple[int, ...]]
    words: frozenset[str]

    @classmethod
    def of(cls, things: Iterable[tuple[Thing, Words]]) -> "Sieve[Thing]":
        """Things that may be passed, each with the words that it needs."""
        listed = tuple(things)
        by_word: dict[str, tuple[int, ...]] = {}
        for at, (_, sets) in enumerate(listed):
            for word in sets[0] if sets else ():
                by_word[word] = (*by_word.get(word, ()), at)
        anywhere = tuple(at for at, (_, sets) in enumerate(listed) if not sets)
        return cls(listed, anywhere, by_word, frozenset(by_word))

    def passing(self, said: frozenset[str]) -> Iterator[Thing]:
        """The things whose words are among those ``said``, in their order."""
        found = {at for word in self.words & said for at in self.by_word[word]}
        for at in sorted(found.union(self.anywhere)) if found else self.anywhere:
            thing, sets = self.things[at]
            if not any(map(said.isdisjoint, sets)):
                yield thing


def needed(pattern: str, forms: Mapping[str, frozenset[str]]) -> Words:
    """Sets of words; whatever a pattern matches has a word of each, in lower case.

    ``forms`` are the words of which what stands for a name in braces has one.
    """
    told = _UNTOLD.sub("#", _SIGN.sub(r"\\W", _SPELT.sub(_forms_of, pattern)))
    plain = _KIND.sub("(", "".join(_without_looks(told)))
    rest = _spread(_BLANKS.sub("", _EDGE.sub(" ", plain)).lower(), "(")
    rest = _spread(rest[::-1], ")")[::-1]
    while groups := list(_GROUP.finditer(rest)):
        group = max(groups, key=_rank)
        rest = rest[: group.start()] + _flat(group, forms) + rest[group.end() :]
    if "|" in rest:
        rest = _either(rest, forms)
    return tuple(sorted(set(_sets(rest, forms)), key=_dearth))


def _forms_of(word: re.Match[str]) -> str:
    """The forms that a word may have."""
    endings = [*(word["letters"] or word["endings"].split("|")), *word["may"].replace("?", " ")]
    forms = (word["before"] + ending.strip() + word["behind"] for ending in endings)
    return f"(?:{'|'.join(forms)})"


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


def _rank(group: re.Match[str]) -> tuple[bool, int, bool]:
    """How soon to put something for a group: those inside others before these, but first
    those that may be left out between blanks, and last those that may be left out elsewhere.
    """
    depth = group.string.count("(", 0, group.start()) - group.string.count(")", 0, group.start())
    return _is_idle(group), depth, group["may"] is None


def _is_idle(group: re.Match[str]) -> bool:
    """Whether a group may be left out, and words end where it begins or ends."""
    before, behind = _blanks_around(group)
    options = group["inside"].split("|")
    begins = before or all(one.startswith(" ") for one in options)
    ends = behind or all(one.endswith(" ") for one in options)
    return group["may"] is not None and ((begins and behind) or (before and ends))


def _blanks_around(group: re.Match[str]) -> tuple[bool, bool]:
    text = group.string
    return text.endswith(" ", 0, group.start()), text.startswith(" ", group.end())


def _flat(group: re.Match[str], forms: Mapping[str, frozenset[str]]) -> str:
    """What is put for a group without groups in it."""
    if group["may"]:
        return "" if _is_idle(group) else "#"
    if "|" not in group["inside"]:
        return group["inside"]
    before, behind = _blanks_around(group)
    options = [" " * before + one + " " * behind for one in group["inside"].split("|")]
    begins = all(one.startswith(" ") for one in options)
    ends = all(one.endswith(" ") for one in options)
    return " " * begins + _either("|".join(options), forms) + " " * ends


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
            word, letter, rest = match.group("word", "letter", "rest")
            yield frozenset({word + (rest or ""), word + (letter or "") + (rest or "")})
        elif match["form"] in forms:
            yield forms[match["form"]]


def _dearth(found: frozenset[str]) -> tuple[bool, int, list[str]]:
    """How seldom a text has a word of a set, the seldom ones first."""
    return not found.isdisjoint(_COMMON), len(found), sorted(found)
