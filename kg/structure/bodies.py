"""The name of the body whose paper it is, as title lines and formulas write it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.tables.load import alternation, patterns, table

_UPPER = "A-ZÀ-ÖØ-Þ"
_NEVER = alternation("bodies", "never")
_NOUN = alternation("bodies", "nouns")
_SMALL = alternation("bodies", "small")
_TIMES = rf"(?:{alternation('dates', 'weekdays')}|{alternation('dates', 'months')})"
_WORD = rf"(?:(?=[{_UPPER}])(?!(?i:{_NEVER})\b)[{_UPPER}][\w’'./-]*|&|\([A-Z]{{2,8}}\))"
_TAIL = (
    rf"(?:for|of|on) (?:the )?(?!{_TIMES}\b){_WORD}"
    rf"(?: (?:(?:and|of|the|&|de|y) )*(?!{_TIMES}\b){_WORD}){{0,6}}"
)
_NAME = rf"(?:{_WORD},? (?:{_SMALL} )*){{0,8}}{_NOUN}(?![\w-])(?: {_TAIL})?"
_FREE = rf"(?!(?:{_TIMES}|The|A)\b){_WORD}(?: (?:(?:{_SMALL}) )*{_WORD}){{0,7}}"
_KIND = alternation("bodies", "kinds")
_KINDS = rf"(?:(?:{_KIND}|{alternation('dates', 'months')})\s+){{0,3}}"
LINE = re.compile(rf"^(?:[Tt]he\s+)?(?P<body>{_NAME})$")
_HAS_NOUN = re.compile(_NOUN)
_DASH = re.compile(r"\s+[-–—]\s+")
_ANYWHERE = re.compile(
    rf"(?<![\w’'-])(?:The\s+)?(?P<body>{_WORD}(?:[ ]{_WORD}){{0,4}}?[ ]{_NOUN})(?![\w-])"
)
_KIND_IN_NAME = re.compile(
    rf"^(?:{_KIND}(?:\s+|$)){{1,3}}|\b{_KIND}\s+"
    r"(?=(?:parish|town|county|city|district|borough|community|general)?\s*council\b)",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(r"^(?:special|general|public|open|regular)\s+\S", re.IGNORECASE)
_MEETING_WORDS = re.compile(r"\s+(?:AGM|EGM)$")
_NOTE = re.compile(r"\[[^\[\]]{0,40}\]")
_DATED = re.compile(
    rf"^\d{{4}}-\d{{2}}-\d{{2}}\s+|\s*[,–—-]?\s*(?:{_TIMES}\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_TIMES}"
    rf"(?:,?\s+\d{{4}})?$|\s+\d{{4}}-\d{{2}}-\d{{2}}$",
    re.IGNORECASE,
)
_CAPITALS = 0.8


@cache
def _compiled(kind: str) -> tuple[re.Pattern[str], ...]:
    """The sentences of a kind in the table, their places filled."""
    generic = rf"(?i:{alternation('bodies', 'generic')})"
    parts = {
        "{body}": rf"(?:the\s+)?(?P<body>{_NAME})(?![\w-])",
        "{kinds}": rf"(?i:{_KINDS})",
        "{name}": _FREE,
        "{generic}": generic,
    }
    compiled = []
    for pattern in table("bodies")[kind]:
        for place, words in parts.items():
            pattern = pattern.replace(place, words)
        compiled.append(re.compile(pattern))
    return tuple(compiled)


@lru_cache(maxsize=8192)
def in_line(text: str) -> str | None:
    """The body that a title line names and nothing else, in mixed case."""
    text = _shown(text)
    if _HAS_NOUN.search(text) is None:
        return None
    text = _DATED.sub("", text).strip(" :–—-.,")
    for part in (text, *_DASH.split(text)[1:]):
        match = LINE.match(part)
        if match is not None and _is_name(match["body"]):
            return _named(match["body"])
    return None


@lru_cache(maxsize=8192)
def in_sentence(text: str) -> str | None:
    """The body that a formula names: "a meeting of the X", "Minutes of last X meeting"."""
    text = _shown(text)
    for kind in ("formulas", "announcements"):
        for formula in _compiled(kind):
            if (match := formula.search(text)) and _is_name(name := _named(match["body"])):
                return name
    return None


@lru_cache(maxsize=8192)
def generic_in(text: str) -> str | None:
    """The body that a formula names by a name that any organisation may use: "Board"."""
    text = _shown(text)
    for formula in _compiled("generics"):
        if match := formula.search(text):
            return " ".join(
                word if word == "of" else word.capitalize()
                for word in match["body"].lower().split()
            )
    return None


@lru_cache(maxsize=8192)
def organisation(text: str) -> str | None:
    """The organisation that a line of a letterhead names and nothing else."""
    text = re.sub(r"\s*\([^()]*\)$", "", _shown(text)).strip(" :–—-.")
    shaped = re.fullmatch(_FREE, text.removeprefix("The "))
    if shaped is None:
        return None
    known = any(pattern.search(text) for pattern in patterns("bodies", "organisation"))
    return text.removeprefix("The ") if known else None


@lru_cache(maxsize=8192)
def _shown(text: str) -> str:
    """A line with single blanks, a title in capitals written out, notes in brackets left out."""
    text = " ".join(_NOTE.sub(" ", text).split())
    return mixed_case(text) if _in_capitals(text) else text


def _in_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals: "HELD ON MONDAY 13th MAY" is a title in capitals."""
    letters = sum(map(str.isalpha, text))
    return letters > 3 and sum(map(str.isupper, text)) >= _CAPITALS * letters


def _named(body: str) -> str:
    """A name without the kind of meeting before it and in it ("Annual Parish Council")."""
    body = _MEETING_WORDS.sub("", body).rstrip("'’")
    return body if _MAY_NAME.match(body) else _KIND_IN_NAME.sub("", body)


def _is_name(body: str) -> bool:
    plain = body.lower().removeprefix("the ")
    words = table("bodies")
    return bool(plain) and plain not in words["not_names"] and plain not in words["generic"]


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
    small = {*table("bodies")["small"], *table("bodies")["lowered"]}
    words = [
        word.lower() if word.lower() in small and at else _title(word)
        for at, word in enumerate(text.split())
    ]
    return " ".join(words)


def _title(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    spoken = any(letter in "AEIOUYÁÉÍÓÚ" for letter in letters)
    if word in table("bodies")["acronyms"] or not letters or (not spoken and len(letters) > 1):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match.group().capitalize(), word)
