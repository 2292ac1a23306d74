"""The parts of a list of people: cut at commas and joining words, at titles, behind brackets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.people import names
from kg.facts import PersonName
from kg.tables.load import alternation

_UPPER = names.UPPER
_SEPARATOR = re.compile(
    r"\s*[•;|\n]\s*(?:and\s+)?|\s*,?\s+and\s+(?:also\s+)?from\s+(?=[A-Z])"
    r"|(?<=[a-z])(?<!\bSir)(?<!Clerk)(?<!Secretary)(?<!Treasurer)/(?=[A-Z][a-z]+ [A-Z])"
    r"|\s[/·]\s(?=[A-Z])"
    rf"|(?<=\))\s[–—-]\s(?=[{_UPPER}][^,;:()\n]{{2,40}}:\s[{_UPPER}])"
    rf"|\s*,(?!\s*{names.HONOUR}\b)\s*(?:(?:and|&|agus)\s+)?"
    rf"|\s+{alternation('people', 'lists', 'and')}\s+|(?<=\b[A-Z])\s?&\s?(?=[A-Z]\.?\s[A-Z])"
)
_DESCRIBED = re.compile(
    r"\W*[^\W\d_]\S* [^,]{2,40}(?P<what>, (?=[^,]*\b(?!(?:and|agus)\b)[a-z]{2,}\b)"
    r"(?:[^,]|, (?:Inc|Ltd|LLC)\b)+)"
)
"""Somebody's whole name, and behind a comma in one phrase of small words what he or she is."""
_BETWEEN_STOPS = re.compile(r"[^;]+")
_SEVERAL = 2
_SINGLE_WORDS = re.compile(r"\s*(?:\w+,\s+){4,60}\w+\W*")
"""Five or more words alone: what people are called, and none a surname before a name."""
_CAPITALS_FIRST = re.compile(rf"[\W\d]*(?!(?!NG)[B-DF-HJ-NP-TV-XZ]{{2}}$)[{_UPPER}][{_UPPER}'’-]+")
"""A surname in capitals; two letters without a vowel are initials."""
_GIVEN_AFTER = re.compile(rf"\s*[{_UPPER}](?:\.|\w+)(?:\s+[{_UPPER}]\.?)?\s*(?=$|[;\n•(–-])")
BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_BEHIND_BRACKETS = re.compile(r"\)\s+(?=[^\W\d_])")
_OWN_INITIALS = re.compile(
    rf"(?<=[ ])(?P<a>[{_UPPER}])[\w’'-]*[ ](?P<b>[{_UPPER}])[\w’'-]*[ ]?\((?P=a)(?P=b)[A-Z]?\)"
)
"""A name with its own initials in brackets, wherever it stands: "– Chair Ben Tarn (BT)"."""
_NOTED = re.compile(rf"[{_UPPER}][a-z][\w’'-]+\s+\(")
"""A surname alone with a note: "Councillor Lowe (Chair) Tarn (Deputy Chair)"."""
_ACRONYM_BEFORE = rf"(?-i:[A-Z]{{2,5}}\s+(?={names.TITLE}))"
_LEAD = re.compile(
    r"[\s•*·▪–—\u2600-\u27bf\ufe0f\U0001f300-\U0001faff-]*(?:(?:\d{1,4}(?:[.)]|/\d{1,4}|(?:\.\d{1,2}){1,3}[.)]?)|[a-z]\))\s+)?"
    r"(?:[(\[](?-i:[A-Z]{1,4}|_{1,12}|[A-Z][a-z]{3,11})[)\]]\s+)?"
    rf"(?:(?-i:[A-Z]{{2,4}}\s?[–—=:-]\s+(?=[A-Z])))?"
    rf"(?:were\s+)?(?:the\s+|an\s+(?=[A-Z])|police\s+(?={names.TITLE})|{_ACRONYM_BEFORE})?",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?:[A-Z]{2,5}|Police)\s+")
_TIER = alternation("people", "lists", "tiers")
OFFICE = alternation("people", "offices")
CAPACITY = alternation("people", "lists", "before")
BEFORE_NAME = re.compile(
    rf"(?P<role>(?:(?:{_TIER}|{CAPACITY})\b[ ]*(?:[-–—:]\s*)?){{1,3}}"
    rf"|(?:[A-Z][\w&’'-]+\.?\s+|of\s+|for\s+|and\s+){{0,6}}{OFFICE}\b[^,;()]{{0,40}}?)"
    r"\s*[:–—-]?\s*$",
)
OF_COUNCIL = re.compile(r"[A-Z][\w’'&-]+ (?=(?:Councillor|Councilor|Cllr)\b)")
"""The word for a council before the title of its member: "Moorland Councillor"."""
PLACE_BEFORE = re.compile(rf"(?!{names.TITLE})[A-Z][\w’' ]{{2,30}}(?:\s[–—-]|\s?:)\s+")
_WORDS_BEFORE = re.compile(r"(?:(?:[A-Z][\w&’'/-]*|of|for|to|the)[ ]+){1,4}")
_OFFICE_TITLED = re.compile(alternation("people", "lists", "office_titles"))
_NAMES = re.compile(r"(?:[A-Z][\w.&’'-]*\s+){1,4}")
_INSTEAD = re.compile(alternation("people", "lists", "instead") + r"\s*:?\s*$", re.IGNORECASE)
_NOTES = re.compile(r"(?:\s*,?\s*\([^()]*\))*")
_WRAPS = re.compile(
    rf"(?:,|\band|&)[ ]+(?:{names.TITLE}[ ]+)?(?!{OFFICE}|{CAPACITY})[{_UPPER}][\w’'-]+[ ]*\n"
    rf"[ ]*(?!{OFFICE}|{CAPACITY})[{_UPPER}][\w’'-]+(?=[ ]*[,;.(\[]|[ ]+(?:and|&)[ ])"
    r"|\([^()\n]{1,60}\n[^()\n]{1,60}\)|,[ ]*\n"
)
_COUNT = re.compile(
    rf"\W*(?:\d\)\s*)?(?:\d+|{alternation('people', 'lists', 'numbers')})\s[^,;]*?"
    rf"\b{alternation('people', 'lists', 'audience')}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list between two separators; ``masked`` has blanked brackets."""

    start: int
    end: int
    text: str
    masked: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A person of a list: name and brackets stand at ``start`` to ``end`` (half-open).

    ``notes`` are the words in brackets, ``beside`` the other words up to the next
    person, and ``before`` what the person is called in front of the name.
    """

    name: PersonName
    start: int
    end: int
    notes: tuple[str, ...] = ()
    beside: str = ""
    before: str = ""


def wrapped(text: str) -> str:
    """A text with a blank for each line break inside a name or a bracket of a list."""
    if "\n" not in text:
        return text
    return _WRAPS.sub(lambda match: match.group().replace("\n", " "), text)


def _masked(text: str) -> str:
    """A text with a sign for each letter in brackets, so that offsets stay."""
    return BRACKETS.sub(lambda match: f"({'_' * len(match[1])})", text)


def parts_of(text: str) -> Iterator[Part]:
    """The parts of a list, in order."""
    masked = _masked(text)
    own = [match.start() for match in _OWN_INITIALS.finditer(text)] if "(" in text else []
    alone = _SINGLE_WORDS.fullmatch(text) is not None
    described = _described(masked)
    start = 0
    for match in [*_SEPARATOR.finditer(masked), None]:
        end = match.start() if match else len(text)
        comma = match is not None and "," in match.group() and not alone
        if match and comma and _surname_first(masked, start, match):
            continue
        if match and any(end in one for one in described):
            continue
        for a, b in _at_titles(masked, start, end, own):
            if text[a:b].strip():
                yield Part(a, b, text[a:b], masked[a:b])
        start = match.end() if match else end


def _described(masked: str) -> list[range]:
    """Where it is said what each of several people is, behind a comma: "Ann Lowe, Litter & Waste
    Manager of Marle; Ben Tarn, clerk of works"; nowhere where not all are named so, in one phrase.
    """
    each = _BETWEEN_STOPS.finditer(masked) if ";" in masked else ()
    told = [_DESCRIBED.fullmatch(masked, *one.span()) for one in each]
    places = [range(*one.span("what")) for one in told if one]
    return places if _SEVERAL <= len(told) == len(places) else []


def _surname_first(masked: str, start: int, comma: re.Match[str]) -> bool:
    """Whether a comma stands inside "LOWE, Ann"."""
    return bool(
        _CAPITALS_FIRST.fullmatch(masked, start, comma.start())
        and _GIVEN_AFTER.match(masked, comma.end())
    )


def _at_titles(masked: str, start: int, end: int, own: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A part cut before every title but the first and one whose bearer somebody stands in for.

    It is cut behind brackets too, where a name follows: "Ann Lowe (Chair) Ben Tarn".
    """
    at = start
    cuts = [match.start() for match in names.TITLED.finditer(masked, start, end)]
    behind = [match.end() for match in _BEHIND_BRACKETS.finditer(masked, start, end)]
    behind = [
        cut
        for cut in (*behind, *_behind_another(own, masked, start, end))
        if (names.leading(masked[cut:end]) or _NOTED.match(masked, cut, end))
        and re.search(r"[^\W_]", masked[start + lead(masked[start:cut]) : cut])
    ]
    for cut in sorted({*cuts, *behind}):
        if cut in behind or _ends_person(masked, at, cut, end):
            yield at, cut
            at = cut
    yield at, end


def _ends_person(masked: str, at: int, cut: int, end: int) -> bool:
    """Whether a person ends before a title, and no words that only say what its bearer is."""
    before = masked[at:cut]
    own = before[lead(before) :]
    called = not names.TITLED.match(own) and BEFORE_NAME.fullmatch(own)
    if called or not re.search(r"\w", before):
        return False
    council = OF_COUNCIL.match(masked, cut - len(own), end)
    if (
        _ACRONYM.fullmatch(own)
        or (council and council.end() == cut)
        or PLACE_BEFORE.fullmatch(before)
        or is_office(own, masked[cut:end])
        or _INSTEAD.search(before)
    ):
        return False
    return bool(_NAMES.fullmatch(own)) or names.leading(own) is not None


def is_office(before: str, title: str) -> bool:
    """Whether words and the title behind them are an office: "Road Commissioner A Lowe"."""
    office = _OFFICE_TITLED.match(title) and _WORDS_BEFORE.fullmatch(before)
    return bool(office) and names.leading(before) is None


def _behind_another(own: Sequence[int], masked: str, start: int, end: int) -> Iterator[int]:
    """Where names with their own initials begin, behind the brackets of another in a part."""
    first = masked.find(")", start, end)
    return (cut for cut in own if 0 <= first < cut < end)


def lead(text: str) -> int:
    """The length of the bullet, number or article that a part begins with."""
    match = _LEAD.match(text)
    return match.end() if match else 0


def notes_of(text: str) -> Iterator[str]:
    """The words in brackets."""
    return (note for match in BRACKETS.finditer(text) if (note := match[1].strip()))


def after_brackets(masked: str, at: int) -> int:
    """Where the brackets end that stand at an offset, or the offset where none do."""
    match = _NOTES.match(masked, at)
    return match.end() if match else at


def counts_heads(text: str) -> bool:
    """Whether a line begins with people who are counted and not named."""
    return _COUNT.match(text) is not None
