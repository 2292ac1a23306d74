"""What the name of a body is like: whether any may have it, how it ends, which ways are one."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.lazy import lazily
from kg.tables.load import alternation, matches, table, words
from kg.vocabulary import name_key

_HAS_NOUN = lazily(alternation("bodies", "nouns"))
_CAPITAL = re.compile(r"\b[A-Z]")
_SITTING = lazily(
    rf"(?:(?:{alternation('bodies', 'kinds')}\s+){{1,3}}(?:sessions?|meetings?)\s+(?:of\s+)?"
    rf"|{alternation('bodies', 'accounts')}\s+of\s+)(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
"""What a name is given before it that says how it sat, or what the paper is of it."""
_ASIDE = lazily(
    rf"(?:^|\s)(?:to|in|on|with|from)\s+(?:the\s+)?(?i:{_HAS_NOUN.pattern})(?: of \w+)?$"
)
_COUNTED = lazily(rf"^{alternation('bodies', 'counts')} ")
_NO_NAME = lazily(
    rf"\b(?i:{alternation('bodies', 'ways')})\b"
    r"|[a-z]{4}\. [A-Z]|[A-Z]{3}\. [A-Z]|\d{4}-\d\d|_|\d{6}"
)
"""A way to go on a site, a stop behind a sentence, a day or a file, in what would be a name."""
_OF_FILE = re.compile(r"[\w.]+-\S*(?<!\d)(?:19|20)\d\d(?!\d)\S*")
"""The name of a file: one word with a year in it, "AB-2014-June-12-Minutes"."""
_DIVISION = lazily(rf"{alternation('bodies', 'divisions')} (?:\d+|[ivx]+|[a-z]|one|two|three)")
"""A part of the minutes or of the meeting, which is no body: "Part I"."""
_JOINED = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?|\s?/\s?")

_WHICH = r" (?:[Nn]o\.? ?\d{1,2}|\d{1,2}[A-Z])"
"""Which of several of the kind a body is, behind its name."""
_SITTING_FOR = (
    rf" \((?!(?i:{alternation('bodies', 'kinds')}|{'|'.join(words('bodies', 'versions'))}"
    rf"|{alternation('bodies', 'never')}|{alternation('bodies', 'asides')}"
    rf"|{alternation('dates', 'months')})\b)"
    r"(?:[A-Z]|\d|[A-Z][a-z’'-]+(?:,? (?:and |& )?[A-Z]?[a-z’'-]+){0,5})\)"
)
"""Which part of a committee sits, or for what, in brackets: "Planning Committee (East)"."""
PART = rf"(?:{_WHICH}|(?i:(?<=committee)){_SITTING_FOR})"
"""What stands behind the noun of a name and is part of it."""


def has_noun(name: str) -> bool:
    """Whether a name has a word for a body, such as "Council"."""
    return _HAS_NOUN.search(name) is not None


def is_generic(name: str) -> bool:
    """Whether a name is one that any organisation's body may have: "Board"."""
    return name.lower() in table("bodies")["generic"]


def without_sitting(name: str) -> str:
    """A name without what opens it that is none of it: "Regular Session X Council" is X Council."""
    name = name.removeprefix("The ")
    match = _SITTING.match(name)
    rest = name[match.end() :] if match else name
    return rest if has_noun(rest) and not is_common(rest) else name


def without_which(name: str) -> str:
    """A name without which of several of the kind it is: "Commission 6A"."""
    return re.sub(rf"{_WHICH}$", "", name)


def initials(name: str) -> str:
    """The first letters of the words of a name that are written with a capital."""
    return "".join(_CAPITAL.findall(name))


def are_initials(short: str, name: str) -> bool:
    """Whether letters are the first of the words of a name, its small words with or without.

    A word of capitals may stand whole: "UKTA" is the UK Tide Association.
    """
    short = short.replace(" ", "") if short.isupper() else short
    whole = "".join(word[0] for word in name.split())
    kept = "".join(word if word.isupper() else word[0] for word in name.split())
    forms = (initials(name), whole.upper(), kept.upper())
    return short != name and " " not in short and short.upper() in forms


def may_name(body: str) -> bool:
    """Whether a body may have such a name, and it is none of a way on a site, a file or a day."""
    plain = body.lower().removeprefix("the ")
    lists = table("bodies")
    bare = _COUNTED.sub("", plain)
    if not plain or bare in lists["not_names"] or plain.startswith(("to ", "by ")):
        return False
    opened = plain.startswith(tuple(lists["no_openings"]))
    if opened or plain.removeprefix("for ") in lists["generic"]:
        return False
    if plain.endswith(" &") or _NO_NAME.search(body):
        return False
    if _ASIDE.search(plain) or plain.removeprefix("annual ") in lists["alone"]:
        return False
    if _OF_FILE.fullmatch(plain) or _DIVISION.fullmatch(plain):
        return False
    return not all(part in lists["generic"] for part in _JOINED.split(plain))


@lru_cache(maxsize=8192)
def is_common(name: str) -> bool:
    """Whether a committee, or its people, have a name that many have: "Planning and Highways
    Committee", "Library Trustees".
    """
    organ = next((noun for noun in _organs() if name.lower().endswith(f" {noun}")), None)
    if organ is None:
        return False
    telling = re.findall(r"[\w&]+", name.lower().removesuffix(organ).removeprefix("the "))
    return set(telling) <= set(table("bodies")["common"])


@cache
def _organs() -> tuple[str, ...]:
    """The nouns that the names of committees and of those on them end with, the longest first."""
    organs = table("organs")
    nouns = (*organs["nouns"], *organs["either"], *organs["people"])
    return tuple(sorted(map(str.lower, nouns), key=lambda n: (-len(n), n)))


def best_written(names: Iterable[str]) -> str | None:
    """The most frequent way of writing the most frequent body; ties go to the first."""
    counts = Counter(names)
    if not counts:
        return None
    bodies = Counter[str]()
    for name, count in counts.items():
        bodies[name_key(name)] += count
    best = max(bodies, key=lambda body: bodies[body])
    return max((name for name in counts if name_key(name) == best), key=lambda name: counts[name])


def is_hall(name: str) -> bool:
    """Whether what would be a name is that of a building and of a room in it: "X Center, Forum"."""
    building, _, room = name.rpartition(", ")
    return room in table("bodies")["rooms"] and matches(building, "sections", "items", "places")
