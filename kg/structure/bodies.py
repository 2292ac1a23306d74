"""The name of the body whose paper it is, as title lines and formulas write it."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.tables.load import alternation, table

_NOUN = alternation("bodies", "nouns")
_SMALL = alternation("bodies", "small")
_WORD = r"(?:[A-Z][\w’'./-]*|&|\((?:[A-Z]{2,8})\))"
_NAME = (
    rf"(?:{_WORD},?\s+(?:(?:{_SMALL})\s+)*){{0,8}}{_NOUN}"
    rf"(?:\s+(?:for|of|on)\s+(?:the\s+)?[A-Z][\w&’' -]*?)?"
)
LINE = re.compile(rf"^(?:the\s+)?(?P<body>{_NAME})$")
_DASH = re.compile(r"\s+[-–—]\s+")
_ANYWHERE = re.compile(
    rf"(?<![\w’'-])(?:The\s+)?(?P<body>{_WORD}(?:[ ]{_WORD}){{0,4}}?[ ]{_NOUN})(?![\w-])"
)
_FORMULAS = [
    re.compile(pattern.replace("{body}", rf"(?:the\s+)?(?P<body>{_NAME})(?![\w-])"))
    for pattern in table("bodies")["formulas"]
]


def in_line(text: str) -> str | None:
    """The body that a title line names and nothing else, in mixed case."""
    text = " ".join(text.split()).strip(" :–—-")
    if text.isupper():
        text = mixed_case(text)
    for part in (text, *_DASH.split(text)[1:]):
        match = LINE.match(part)
        if match is not None and _is_name(part):
            return match["body"]
    return None


def in_sentence(text: str) -> str | None:
    """The body that a formula names: "a meeting of the X", "Minutes of last X meeting"."""
    text = " ".join(text.split())
    for variant in (text, mixed_case(text)) if text.isupper() else (text,):
        for formula in _FORMULAS:
            if (match := formula.search(variant)) and _is_name(match["body"]):
                return re.sub(r"^(?:Draft|Confirmed)\s+", "", match["body"])
    return None


def _is_name(body: str) -> bool:
    return body.lower() not in table("bodies")["not_names"]


def mentioned(text: str) -> list[str]:
    """Every body named anywhere in running text, by the way its name ends."""
    return [match["body"] for match in _ANYWHERE.finditer(text) if _is_name(match["body"])]


def key(name: str) -> str:
    """What two ways of writing one body have in common."""
    name = name.lower().replace("&", " and ").removeprefix("the ")
    return " ".join(re.findall(r"\w+", name))


def best_written(names: Iterable[str]) -> str | None:
    """The most frequent way of writing the most frequent body; ties go to the first."""
    counts = Counter(names)
    if not counts:
        return None
    bodies = Counter[str]()
    for name, count in counts.items():
        bodies[key(name)] += count
    best = max(bodies, key=lambda body: bodies[body])
    return max((name for name in counts if key(name) == best), key=lambda name: counts[name])


def mixed_case(text: str) -> str:
    """Capitals written out as a title: small words small, acronyms of up to three letters kept."""
    small = set(table("bodies")["small"])
    words = [
        word.lower() if word.lower() in small and at else _title(word)
        for at, word in enumerate(text.split())
    ]
    return " ".join(words)


def _title(word: str) -> str:
    if word in table("bodies")["acronyms"] or not any(letter.isalpha() for letter in word):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match.group().capitalize(), word)
