"""The name of the body whose paper it is, as title lines and formulas write it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.reading.fields import Says, field
from kg.structure.names import title_days
from kg.structure.names.body_names import (
    PART,
    has_noun,
    is_generic,
    is_hall,
    may_name,
    without_sitting,
    without_which,
)
from kg.structure.names.capitals import title_case, written_out
from kg.structure.names.title_days import TIMES
from kg.structure.names.title_marks import plainly, without_asides
from kg.tables.load import alternation, matches, table, words
from kg.tables.needed import Sieve, needed
from kg.vocabulary import vocabulary

_UPPER = "A-ZÀ-ÖØ-Þ"
_NEVER = alternation("bodies", "never")
_NOUN = alternation("bodies", "nouns")
_SMALL = alternation("bodies", "small")
_WORD = (
    rf"(?:(?=[{_UPPER}])(?!(?i:{_NEVER})\b)[{_UPPER}](?:[\w’'./-]|[:&](?=\w)){{0,60}}|&"
    r"|\([A-Z][A-Za-z]{1,14}(?: [A-Z][A-Za-z]{1,14}){0,2}\))"
)
_TAIL = (
    rf"(?:for|of|on) (?:the )?(?!{TIMES}\b){_WORD}"
    rf"(?: (?:(?:and|of|the|&|de|y) )*(?!{TIMES}\b){_WORD}){{0,6}}"
)
_COUNTED_OFF = rf"(?i:{alternation('bodies', 'counted_off')}),? (?:[Nn]o\.? ?)?\d{{1,4}}[A-Z]? "
"""A part of a place, or one of several of a kind, in the name of its body: "Area 3"."""
_NAME = (
    rf"(?!&)(?:(?:{_COUNTED_OFF}|{_WORD},? )(?:{_SMALL} )*){{0,10}}{_NOUN}(?![\w-])"
    rf"(?: {_TAIL})?(?: \([A-Z]{{2,8}}\))?"
)
_FREE = rf"(?!(?:{TIMES}|The|A)\b|&){_WORD}(?: (?:(?:{_SMALL}) )*{_WORD}){{0,7}}"
_SHAPED = re.compile(_FREE)
_KIND = rf"(?:{alternation('bodies', 'kinds')}|\d{{1,3}}(?:st|nd|rd|th))"
_GATHERING = alternation("bodies", "gatherings")
_KINDS = rf"(?:(?:{_KIND}|{alternation('dates', 'months')})\s+){{0,3}}"
_PLACE_WORDS = rf"{_WORD}(?: (?:(?:{_SMALL}) )*{_WORD}){{0,4}}"
_PLACE = re.compile(
    rf"^(?:[Tt]he\s+)?(?:Corporation of (?:the )?)?"
    rf"(?P<body>{alternation('bodies', 'places')} of (?:the )?{_PLACE_WORDS}"
    rf"|{_WORD}(?: {_WORD}){{0,3}} {alternation('bodies', 'places_behind')})(?: \([A-Z]{{2,8}}\))?$"
)
_PAPER = rf"(?:{'|'.join(words('bodies', 'papers'))})"
_SAYS_PAPER = re.compile(rf"\b{_PAPER}\b", re.IGNORECASE)
_NOTICE = re.compile(r"^\W*(?:formal |public )?notice of (?:the |an? )?", re.IGNORECASE)
_PAPER_WORDS = re.compile(
    rf"(?<![\w-])(?:(?:{_KIND}|{'|'.join(words('bodies', 'versions'))})\s+){{0,4}}{_PAPER}"
    rf"(?:\s+(?:{_PAPER}|of|for|from|on|at|the))*(?![\w-])|\s+held\b.*$",
    re.IGNORECASE,
)
_OTHER_WORD = rf"(?:{_KIND}|{'|'.join(words('bodies', 'versions'))}|{TIMES})"
_VERSION = re.compile(rf"{_OTHER_WORD}(?:\s+(?:and|&)\s+{_OTHER_WORD})?", re.IGNORECASE)
_MEMBERS = re.compile(r"^(?:all\s+)?(?P<body>[A-Z]{3,8})\s+(?:(?:board|committee)\s+)?members$")
LINE = re.compile(rf"^(?:[Tt]he\s+)?(?P<body>{_NAME}{PART}?)(?: \d{{1,2}})?$")
"""A name alone; a bare number behind it may be a page's."""
_TEAM = re.compile(rf" {alternation('bodies', 'teams')}\b")
_DASH = re.compile(r"\s+[-–—]\s+")
_SITE = re.compile(r"\s+[|·»]\s+")
_NO_SAID = rf"(?:The|An?|{alternation('bodies', 'whose')}|{TIMES})\b|[\w.’'-]*\d\d"
_SAID = rf"(?!{_NO_SAID}){_WORD}(?<!\w\w\w\.)"
_ANYWHERE = re.compile(
    r"(?<![\w’'|-])(?:(?:The|A|An|To|From|For|At|In|By|On|With)\s+)*"
    rf"(?P<body>{_SAID}(?:[ ]{_SAID}){{0,4}}?[ ]{_NOUN})(?![\w-])"
)
_CALLED = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Tt]his)\s+(?=[{_UPPER}])"
    rf"(?P<body>(?i:{alternation('bodies', 'generic')}))"
    rf"(?![\w-]|\s+(?:of\b|[{_UPPER}]))"
)
_KIND_IN_NAME = re.compile(
    rf"^(?:{_KIND}(?:\s+|$)){{1,3}}|^(?:parish|town|community) council[’']s\s+(?=\w)|\b{_KIND}\s+"
    rf"(?={alternation('bodies', 'councils')}?\s*council\b|(?:parish|town|village)$)",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(rf"^{alternation('bodies', 'kinds_in_names')}\s+\S", re.IGNORECASE)
_MEETING_WORDS = re.compile(
    rf"\s+(?:{alternation('bodies', 'sittings')}|{_GATHERING})$", re.IGNORECASE
)
_OWNS = re.compile(r"(?<=[A-Z]{2})['’]s$|['’]+$")
_TITLE = 120
_CALLS_PAPER = re.compile(
    rf"(?<![\w-])(?:{_KIND}\s+){{0,3}}{_PAPER}(?:\s+(?:{_PAPER}|of|for|from|on|at|the))*(?![\w-])",
    re.IGNORECASE,
)
_KIND_ASIDE = re.compile(
    rf"\s*\((?:{_KIND}|[^()\d]{{0,40}}\b(?:charity|company)\b[^()]{{0,40}}\d[^()]{{0,12}})\)",
    re.IGNORECASE,
)
"""A kind of meeting, or the number of a charity, in brackets inside a title."""
_PARTED = re.compile(r"\s*[|:·»]\s+|\s+[–—-]\s+|,\s+")
_SERIES = re.compile(rf"(?:\s+(?:{alternation('bodies', 'series')}|(?:to|will) be|was))+$", re.I)
_FREE_WORD = re.compile(rf"(?<![\w.]){_WORD}")
_NUMBERED = re.compile(r"(?:\b(?:no\.?|number|nr\.?)|#)\s*\d+", re.IGNORECASE)
_COUNT = re.compile(r"\s+\d{1,2}$")
_SMALL_LETTERS = re.compile(
    rf"(?P<body>(?!(?i:{_NEVER})\b)[{_UPPER}][a-z]+(?: (?!(?:{_SMALL}|{_NEVER})\b)[a-z]+){{0,4}} "
    rf"(?:{'|'.join(words('bodies', 'lower_nouns'))}))"
)
_ASSEMBLY = re.compile(
    rf"(?:(?:draft\s+)?(?:minutes|notes|agenda)\s+(?:of|for)\s+(?:the\s+|an\s+)?)?"
    rf"(?P<body>{alternation('bodies', 'assemblies')})(?![\w-])",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\bmeetings?\s+for\b", re.IGNORECASE)
_OF_BODY = (Says.BODY, Says.BODY_NAME)
_MARKS = " :–—-.,*/|"
_PLACED = re.compile(rf",\s+[{_UPPER}]")
_LEGAL_FORM = re.compile(
    r",\s+(?=(?:Inc|Incorporated|Ltd|Limited|LLC|LLP|plc|CIC|CIO)\.?$)", re.IGNORECASE
)


@cache
def _formulas(kind: str) -> Sieve[re.Pattern[str]]:
    """The sentences of a kind in the table, their places filled."""
    generic = rf"(?i:{alternation('bodies', 'generic')})"
    parts = {
        "{body}": rf"(?:(?:the|An?)\s+)?(?P<body>{_NAME})(?![\w-])",
        "{kinds}": rf"(?i:{_KINDS})",
        "{name}": _FREE,
        "{generic}": generic,
        "{meeting}": rf"(?:(?:{_GATHERING}\s+)?meeting|{alternation('bodies', 'sittings')})",
    }
    compiled = []
    for pattern in table("bodies")[kind]:
        sets = needed(pattern, {})
        for written, stands in parts.items():
            pattern = pattern.replace(written, stands)
        compiled.append((re.compile(pattern), sets))
    return Sieve.of(compiled)


@lru_cache(maxsize=8192)
def in_line(text: str) -> str | None:
    """The body that a title line names and nothing else, in mixed case."""
    text = shown(text)
    if not has_noun(text) and _SMALL_LETTERS.fullmatch(text) is None:
        return None
    text = title_days.not_at_ends(title_days.without(text, "").strip(_MARKS)).strip(_MARKS)
    for part in (text, *_DASH.split(text)[1:], *_before_owner(text)):
        match = LINE.match(part) or _SMALL_LETTERS.fullmatch(part)
        body = match["body"] if match else ""
        if may_name(without_which(body)) and not is_hall(body):
            return _named(body)
    return None


def _before_owner(text: str) -> Sequence[str]:
    """What a line names before a comma and whose it is: "Faculty Senate, University of Marle"."""
    head, _, owner = text.partition(", ")
    whole = " " in owner and _SHAPED.fullmatch(owner) is not None
    whose = whole and matches(owner, "bodies", "organisation")
    return (head,) if whose else ()


def between_bars(text: str) -> Sequence[str]:
    """The parts of a title line between bars: the name of a body and that of its site."""
    parts = _SITE.split(text)
    return parts if len(parts) > 1 else ()


@lru_cache(maxsize=8192)
def in_sentence(text: str) -> str | None:
    """The body that a formula names: "a meeting of the X", "Minutes of last X meeting"."""
    line = title_days.behind_first(shown(text))
    return (
        _in_formula("formulas", line)
        or _in_field(text)
        or _in_formula("announcements", line)
        or _named_in_title(text)
        or (_in_formula("formulas", without_asides(line)) if "(" in line else None)
    )


def _named_in_title(text: str) -> str | None:
    """The body that is all that a title says beside what the paper is, and when the meeting was."""
    apart = _apart_in_title(text)
    name = in_line(apart) or organisation(apart)
    return name if name and not is_generic(name) else None


def _in_formula(kind: str, text: str) -> str | None:
    for formula in _formulas(kind).passing(vocabulary(text)):
        if (match := formula.search(text)) and may_name(name := _named(match["body"])):
            return name
    return None


def _in_field(text: str) -> str | None:
    """The name that a field gives a body, whatever it ends in: "Working group: Tide Watch"."""
    said = field(text)
    name = _LEGAL_FORM.sub(" ", shown(said.value)) if said and said.says in _OF_BODY else ""
    name = _named(name)
    return name if _SHAPED.fullmatch(name) and may_name(name) else None


@lru_cache(maxsize=8192)
def generic_in(text: str) -> str | None:
    """The body that a formula, or a day behind it, names by a name that any may use: "Board".

    A line of one word ("Board") names none.
    """
    apart = _apart_in_title(text)
    alone_there = _as_title(apart) if " " in apart and is_generic(apart) else None
    return _generic("generics", text) or _generic_with_day(text) or alone_there


@lru_cache(maxsize=8192)
def generic_of_title(text: str) -> str | None:
    """The generic name of a body anywhere in a title: "Week 5 Exec Meeting"."""
    return _generic("titles", text)


@lru_cache(maxsize=8192)
def _apart_in_title(text: str) -> str:
    """The only words of a title that say neither what the paper is nor when the meeting was.

    "Minutes: X", "X | Minutes | 12 May 2021" and "12 May 2021 X minutes" all leave X; a title
    that leaves words in two places, or that says of no paper, leaves none.
    """
    line = shown(text)
    if len(line) > _TITLE or not says_paper(line):
        return ""
    parts = (_CALLS_PAPER.sub(" ", title_days.without_times(part)) for part in _PARTED.split(line))
    left = [words for part in parts if (words := " ".join(part.split()).strip(_MARKS))]
    whole = len(left) == 1 and left[0] in line
    return left[0].removeprefix("The ") if whole else ""


def _generic(kind: str, text: str) -> str | None:
    text = title_days.behind_opening(shown(text))
    found = (formula.search(text) for formula in _formulas(kind).passing(vocabulary(text)))
    return next((_as_title(match["body"]) for match in found if match), None)


def _generic_with_day(text: str) -> str | None:
    """The generic name that stands alone with a day: "Executive Committee – 13 February 2019"."""
    before, *behind = title_days.parted(shown(text))
    names = [_COUNT.sub("", part.strip(_MARKS)) for part in (before, f"{before}{''.join(behind)}")]
    known = [name for name in names if behind and name.lower() in table("bodies")["generic"]]
    return _as_title(known[0]) if known else None


def _as_title(name: str) -> str:
    return " ".join(map(_as_title_word, name.lower().split()))


def _as_title_word(word: str) -> str:
    known = word.upper() in table("bodies")["acronyms"]
    return word.upper() if known else word if word == "of" else word.capitalize()


@lru_cache(maxsize=8192)
def bare(text: str) -> str | None:
    """The generic name that is all a title line says, a single word too: "Cabinet"."""
    name = shown(text).strip(_MARKS)
    people = name.lower().endswith("s") and " of " not in name.lower()
    return _as_title(name) if is_generic(name) and not people else None


@lru_cache(maxsize=8192)
def assembly(text: str) -> str | None:
    """The meeting of all members that a title line announces: "Annual General Meeting"."""
    match = _ASSEMBLY.match(shown(text))
    return _as_title(match["body"]) if match else None


@lru_cache(maxsize=8192)
def organisation(text: str) -> str | None:
    """The organisation that a line of a letterhead names, alone or before a body without a name."""
    text = re.sub(r"\s*\([^()]*\)$", "", shown(text)).strip(" :–—-.")
    head, *behind = _DASH.split(_LEGAL_FORM.sub(" ", text))
    name = (
        text if any(may_name(part) and not generic_in(part) for part in behind) else head
    ).removeprefix("The ")
    shaped = _SHAPED.fullmatch(name)
    known = matches(name, "bodies", "organisation")
    return name if shaped and known and may_name(name) else None


@lru_cache(maxsize=8192)
def place(text: str) -> str | None:
    """The place with a government of its own that a title line names: "Town of X"."""
    for part in _DASH.split(title_days.without(shown(text))):
        match = _PLACE.match(part.partition(",")[0].strip(_MARKS))
        if match is not None:
            return match["body"]
    return None


@lru_cache(maxsize=8192)
def titled(text: str) -> str | None:
    """The body before or behind the words for a paper, whatever its name ends in: "XYZ Minutes".

    What a meeting is for ("Meeting for Review") is no body.
    """
    part = next((part for part in _SITE.split(shown(text)) if says_paper(part)), None)
    if part is None or _PURPOSE.search(part):
        return None
    part = title_days.without_years(part)
    if _is_generic_alone(part):
        return None
    part = _NUMBERED.sub(" ", _NOTICE.sub("", part))
    opened = [(one, _PAPER_WORDS.match(one)) for one in _DASH.split(part.strip())]
    named = (alone(one[words.end() :]) for one, words in opened if words is not None)
    name = alone(_PAPER_WORDS.sub(" ", part))
    whole = name if name and name in " ".join(part.split()) else None
    name = whole or next(filter(None, named), None) or alone(_apart_in_title(text)) or _dashed(part)
    if name is None:
        return _before_day_and_place(text)
    behind = _TEAM.match(part, part.index(name) + len(name)) if name in part else None
    return f"{name}{behind.group()}" if behind else name


def _before_day_and_place(text: str) -> str | None:
    """The body of a title that ends with a day and a place: "X Meeting, 8 June 2000, Marle"."""
    before, *behind = title_days.parted(shown(text))
    placed = behind and _PLACED.match(behind[0]) and not says_paper(behind[0])
    return titled(before) if placed and says_paper(before) else None


def _dashed(title: str) -> str | None:
    """An organisation with a dash in its name, before the word for a paper."""
    name, paper, _ = " ".join(title.split()).partition(" Minutes")
    first, *behind = _DASH.split(name)
    whole = paper and len(behind) == 1 and alone(first) and organisation(behind[0])
    return name if whole and not has_noun(first) else None


def _is_generic_alone(text: str) -> bool:
    """Whether a title names a body by a generic name and nothing else: "Board Meeting No. 6"."""
    rest = (one.sub(" ", text) for one, _ in _formulas("titles").things if one.search(text))
    said = (_NUMBERED.sub(" ", _PAPER_WORDS.sub(" ", one)) for one in rest)
    return not all(map(_FREE_WORD.search, said))


@lru_cache(maxsize=8192)
def says_paper(text: str) -> bool:
    """Whether a title line says that a paper is of a meeting."""
    return _SAYS_PAPER.search(text.replace("_", " ")) is not None


def alone(text: str) -> str | None:
    """The name that a title line is, and nothing else."""
    name = " ".join(title_days.without(shown(text)).split()).strip(_MARKS).removeprefix("The ")
    name = _named(name)
    other = _VERSION.fullmatch(name) or _SAYS_PAPER.fullmatch(name) or not may_name(name)
    return name if _SHAPED.fullmatch(name) and not other else None


@lru_cache(maxsize=8192)
def owner(text: str) -> str | None:
    """The name that a margin or a web site has: several words, or a word of capitals."""
    name = alone(text)
    if name is None or 2 * sum(map(str.isdigit, name)) > len(name):
        return None
    return name if " " in name or sum(map(str.isupper, name)) > 1 else None


@lru_cache(maxsize=8192)
def of_members(text: str) -> str | None:
    """The acronym of the body whose members a line calls: "XYZ members"."""
    match = _MEMBERS.match(" ".join(text.split()))
    return match["body"] if match else None


@lru_cache(maxsize=8192)
def shown(text: str) -> str:
    """A line with single blanks, a title in capitals written out, notes in brackets left out."""
    return written_out(_KIND_ASIDE.sub("", plainly(text)))


def _named(body: str) -> str:
    """A name without the kind of meeting before it and in it ("Annual Parish Council")."""
    body = without_sitting(_OWNS.sub("", _MEETING_WORDS.sub("", _SERIES.sub("", body))))
    if body.split()[-1:] and body.split()[-1].isupper() and has_noun(body.title()):
        body = title_case(body)
    plain = _KIND_IN_NAME.sub("", body)
    return body if _MAY_NAME.match(body) and not is_generic(plain) else plain


def mentioned(text: str) -> list[str]:
    """Every body named anywhere in running text, by the way its name ends."""
    return [match["body"] for match in _ANYWHERE.finditer(text) if may_name(match["body"])]


def called(text: str) -> list[str]:
    """The generic names by which running text calls a body: "the Committee", "our PTA"."""
    return [_as_title(match["body"]) for match in _CALLED.finditer(text)]
