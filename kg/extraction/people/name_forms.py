"""Names as lists write them: the surname first or alone, a nickname in between."""

import re
from dataclasses import replace

from kg.extraction.people.names import (
    CAPITALS,
    LOWER,
    NAME_WORDS,
    SURNAME,
    TITLE,
    UPPER,
    WORD,
    likely,
    name_case,
    office_words,
    parse,
)
from kg.facts import PersonName
from kg.tables.load import alternation, table

_SURNAME_ALONE = re.compile(rf"{SURNAME}(?=\s*(?:$|[(,.;–-]))")
_INITIAL_BEHIND = re.compile(
    rf"(?P<titles>(?:{TITLE}[ ]+)*)(?P<surname>{SURNAME})\s*\((?P<given>[{UPPER}])\.?\)"
)
_CAPITALS_FIRST = re.compile(
    rf"(?P<titles>)(?P<surname>{CAPITALS}(?:\s+{CAPITALS})?)\s*,\s*"
    rf"(?P<given>{WORD}(?:\s+(?:{WORD}|[{UPPER}]\.?))?)(?=\s*(?:$|[;(–-]))"
)
_MONTH_NAMED = re.compile(
    rf"{alternation('people', 'names_too')}[ ]+(?P<last>{WORD})"
    r"(?=\s*(?:\.?\s*$|[,;(–]|-\s|and\b|&))"
)
_NICKNAMED = re.compile(
    rf"(?P<first>(?:{TITLE}[ ]+)*{WORD})[ ]+[(\"“‘'][^()]*?[)\"”’'][ ]+(?P<last>{WORD})"
    r"(?=\s*(?:$|[,;(–]))"
)

_INITIAL = rf"[{UPPER}](?!\w)"
_WHOLE = rf"[{UPPER}][{LOWER}’'-]+(?:[{UPPER}][{LOWER}’'-]*)?(?!\w)"
_DOTTED = re.compile(
    rf"(?P<titles>(?:\(?{TITLE}\)?[. ]*)*)"
    rf"(?P<name>(?:{_INITIAL}[. ][ ]?){{1,4}}{_WHOLE}(?:[ ]{_WHOLE})?"
    rf"|{_WHOLE}(?:[. ][ ]?{_INITIAL}){{1,4}}|{NAME_WORDS})\.?"
    r"(?=\s*(?:$|[,;(–]|-\s|and\b|&))"
)
_INITIALLED = re.compile(
    rf"(?P<initials>[A-Z]{{2}})[ ]+(?P<last>{_WHOLE})(?=\s*(?:$|[,;(–.]|-\s|and\b|&))"
)
_SHOUTED = re.compile(
    rf"(?:{CAPITALS}|[{UPPER}]\.?)(?:[ ]{CAPITALS}){{1,2}}(?=\s*(?:$|[(\n–]|-\s))"
)
_GLUED = re.compile(r"\.(?=[^\W\d_])|\)\.")


def shouted(text: str) -> tuple[PersonName, int] | None:
    """The name of "ANN LOWE" at the start of some words, and its length."""
    match = _SHOUTED.match(text)
    name = parse(name_case(match.group())) if match else None
    if match is None or name is None or not likely(name):
        return None
    return replace(name, written=match.group()), match.end()


def initialled(text: str) -> tuple[PersonName, int] | None:
    """The name of "AB Lowe" at the start of some words, and its length."""
    match = _INITIALLED.match(text)
    if match is None or match["initials"] in table("verbs")["actors"]["not_initials"]:
        return None
    last = match["last"]
    if not likely(PersonName(last, last)) or last in office_words():
        return None
    return PersonName(match.group(), match.group()), match.end()


def dotted(text: str) -> tuple[PersonName, int] | None:
    """The name of "A.B.Lowe" or "Lowe.A.B." at the start of some words, and its length."""
    match = _DOTTED.match(text)
    if match is None or _GLUED.search(match.group()) is None:
        return None
    parts = re.findall(r"[^\W\d_][^\s.]*", match["name"])
    spaced = " ".join(part if len(part) > 1 else f"{part}." for part in parts)
    titles = re.sub(r"[().]+", " ", match["titles"])
    name = parse(f"{titles} {spaced}") if any(len(part) > 2 for part in parts) else None
    return (replace(name, written=match.group()), match.end()) if name and likely(name) else None


def surname_first(text: str) -> tuple[PersonName, int] | None:
    """The name of "LOWE, Ann" or "Lowe (A)" at the start of some words, and its length."""
    match = _CAPITALS_FIRST.match(text) or _INITIAL_BEHIND.match(text)
    if match is None:
        return None
    name = parse(f"{match['titles']}{match['given']} {name_case(match['surname'])}")
    return (replace(name, written=match.group()), match.end()) if name and likely(name) else None


def surname(text: str) -> tuple[PersonName, int] | None:
    """The lone surname that some words begin with, and its length."""
    match = _SURNAME_ALONE.match(text)
    if match is None:
        return None
    name = PersonName(match.group(), match.group())
    called = match.group() in table("people")["titles"] or match.group() in office_words()
    return (name, match.end()) if likely(name) and not called else None


def month_named(text: str) -> tuple[PersonName, int] | None:
    """The name of "June Lowe" at the start of some words, and its length."""
    match = _MONTH_NAMED.match(text)
    if match is None or not likely(PersonName(match["last"], match["last"])):
        return None
    return PersonName(match.group(), match.group()), match.end()


def nicknamed(text: str) -> tuple[PersonName, int] | None:
    """The name of "William (Bill) Voss" at the start of some words, and its length."""
    match = _NICKNAMED.match(text)
    name = parse(f"{match['first']} {match['last']}") if match else None
    if match is None or name is None or not likely(name) or match["last"] in office_words():
        return None
    return replace(name, written=match.group()), match.end()
