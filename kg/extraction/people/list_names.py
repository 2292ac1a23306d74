"""Names of a list that are not written in full or not parted: "Anna, Ben T", "Ann and Ben Lowe"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.extraction.people import names
from kg.extraction.people.list_parts import (
    Entry,
    Part,
    after_brackets,
    counts_heads,
    lead,
    notes_of,
)
from kg.facts import PersonName
from kg.tables.load import kinds, table

_UPPER = names.UPPER
_CUT = re.compile(r"\s*\(|\s+[-–—]|-\s|[–—]|\s*:|,|\.(?=\s|$)(?<![A-Z]\.)")
_FAMILIAR = re.compile(rf"[^\W\d_]{{2,}} [{_UPPER}]\.?")
_INITIAL = re.compile(rf"[{_UPPER}]\.?")
_SIMPLE = rf"[{_UPPER}][a-zß-öø-ÿ]{{2,}}"
_DOUBLE = re.compile(rf"({_SIMPLE} {_SIMPLE}) ({_SIMPLE} {_SIMPLE})(?![\w-])")
_INITIALS = rf"(?:[{_UPPER}]\. ?){{1,2}}[{_UPPER}][\w’'-]+"
_INITIALLED = re.compile(rf"(?P<first>{_INITIALS}) (?P<second>{_INITIALS})")
_JOINED = re.compile(r"\s*(?:and|&)\s*")
_MANY = 5
_OVER_INITIALS = re.compile(r"\s*[A-Z][a-z ]+:\s+[a-z]{2}\s*")
"""A role and the small initials of who had it: "Timekeeper: bt"."""
_BY_LETTERS = re.compile(rf"\s*(?P<name>(?!{names.HONOUR}\b)[{_UPPER}]{{2}})\s*")
"""Somebody called by two letters among first names."""
_PAIR = 2
"""The letters of initials that a list gives in place of all names: "al, bt, cv"."""
_MOST_WHOLE = 3
"""Of how many people named in full one by a first name may stand among them."""
_HANDLE = re.compile(r"\s*(?P<name>[^\W_][\w-]{1,19})(?:\\?[*^~!?])*\s*(?:\([^()]*\))?[\s.]*")
_SINGLE = re.compile(
    rf"(?:Ma?c|[DL][aeou]|Van|Von|[OD][’'])?[{_UPPER}][a-zß-öø-ÿ’']{{1,14}}"
    rf"(?:-?[{_UPPER}][a-zß-öø-ÿ’']{{1,14}}|-[a-zß-öø-ÿ’']{{1,14}})?"
)


def in_handles(parts: Sequence[Part]) -> list[Entry]:
    """The people of a list of single words of which some are no names: "ben, Zed0, AnnaT".

    So people are called on the site of a club.
    """
    counted = [part for part in parts if not counts_heads(part.text)]
    words = [_HANDLE.fullmatch(part.masked) for part in counted]
    if len(counted) < _MANY or not all(words) or all(map(_first_name, counted)):
        return []
    called = [match["name"] for match in filter(None, words)]
    initials = all(len(name) == _PAIR and name.islower() for name in called)
    found = []
    for part, match in zip(counted, filter(None, words), strict=True):
        name = match["name"]
        if name.lower() in _never_names() and not initials:
            return []
        at = part.start + match.start("name")
        found.append(Entry(PersonName(name, name), at, part.end, tuple(notes_of(part.text))))
    return found


def with_first_names(parts: Sequence[Part], people: list[Entry]) -> list[Entry]:
    """First names as people, where most of the list is of such: "Anna, Ben (chair), Priya T"."""
    starts = [one.start for one in people]
    taken = {part.start for part in parts if _first_in(part, starts) is not None}
    counted = [part for part in parts if not counts_heads(part.text)]
    single = [part for part in counted if part.start not in taken and _first_name(part)]
    familiar = [one for one in people if _is_familiar(one.name)]
    few = 2 * (len(single) + len(familiar)) <= len(counted)
    whole = len(taken) + len(single) == len(counted) and len(taken) >= _MANY
    few = few and not (whole and 0 < _MOST_WHOLE * len(single) <= len(taken))
    titled = [one for one in people if one.name.honorifics]
    if few or 2 * len(titled) > len(single):
        return people
    found = [*people]
    letters = [p for p in counted if _BY_LETTERS.fullmatch(p.text) and p.start not in taken]
    for part in (*single, *(letters if len(single) >= _MANY else ())):
        name = _first_name(part) or _letters_of(part)
        if name is not None:
            at = part.start + lead(part.text)
            end = part.start + after_brackets(part.masked, at - part.start + len(name))
            found.append(Entry(PersonName(name, name), at, end, tuple(notes_of(part.text))))
    return sorted(found, key=lambda entry: entry.start)


def _letters_of(part: Part) -> str | None:
    """The two letters that somebody goes by, if they are no title or office."""
    name = part.text.strip()
    return None if name.lower() in _never_names() else name


def _is_familiar(name: PersonName) -> bool:
    """Whether a name is one word but for an initial: "Anna T", "Lowe (A)"."""
    return bool(_FAMILIAR.fullmatch(name.name)) or name.written.endswith(")")


def apart(text: str, people: Sequence[Entry]) -> list[Entry]:
    """People two of whom no comma parts: "Ann Lowe, Ben Tarn Cara Voss, Dan Moss, ...".

    Four words are two names where the others of the list are many and have two each, or where
    the letters of the last two stand behind them; so are initials with a surname before others.
    """
    people = [part for one in people for part in _at_initials(text, one)]
    double = sum(len(one.name.name.split()) == 2 for one in people)
    found: list[Entry] = []
    for one in people:
        at = text.find(one.name.name, one.start, one.end)
        match = _DOUBLE.match(text, at) if at >= 0 else None
        many = double >= max(_MANY, len(people) - 1)
        if match is None or match.group() != one.name.name or not (many or _tells_second(match)):
            found.append(one)
            continue
        second = PersonName(match[2], match[2])
        first = PersonName(text[one.start : match.end(1)], match[1], one.name.honorifics)
        found.append(Entry(first, one.start, match.end(1), before=one.before))
        found.append(replace(one, name=second, start=match.start(2), before=""))
    return found


def by_first_names(people: Sequence[Entry]) -> list[Entry]:
    """People whose surname two share, by the first names that brackets tell them apart by.

    "Ryan (Eddie), Ryan (Martin)" are Eddie Ryan and Martin Ryan.
    """
    shared = Counter(one.name.name for one in people)
    return [
        replace(one, name=replace(one.name, name=f"{one.notes[0]} {one.name.name}"))
        if shared[one.name.name] > 1 and " " not in one.name.name and _is_named(one)
        else one
        for one in people
    ]


def _is_named(one: Entry) -> bool:
    """Whether all that stands in brackets behind somebody is one word that may be a first name."""
    if len(one.notes) != 1 or one.notes[0].lower() in _never_names():
        return False
    return _SINGLE.fullmatch(one.notes[0]) is not None


def _tells_second(names_: re.Match[str]) -> bool:
    """Whether the letters in brackets behind four words are those of the last two."""
    letters = "".join(word[0] for word in names_[2].split())
    return names_.string.startswith(f" ({letters})", names_.end())


def _at_initials(text: str, one: Entry) -> list[Entry]:
    """A person, or two where initials follow a surname behind initials: "A. Lowe B. Tarn"."""
    match = _INITIALLED.fullmatch(one.name.name)
    at = text.find(match["second"], one.start, one.end) if match else -1
    if match is None or at < 0 or one.name.honorifics:
        return [one]
    first, second = (PersonName(match[n], match[n]) for n in ("first", "second"))
    return [
        Entry(first, one.start, one.start + len(match["first"]), before=one.before),
        replace(one, name=second, start=at, before=""),
    ]


def with_partners(
    text: str, parts: Sequence[Part], people: list[Entry], *, sure: bool
) -> list[Entry]:
    """Those who share the surname of the person they are joined to: "Ann and Ben Lowe".

    Words joined by "&" are names where it is ``sure`` that people are listed: "Profit & Loss
    Account" is nobody.
    """
    starts = [one.start for one in people]
    partners: list[Entry] = []
    halves: list[Entry] = []
    for part, after in pairwise(parts):
        own, at = _first_in(part, starts), _first_in(after, starts)
        joined = _JOINED.fullmatch(text, part.end, after.start)
        half = None if own is None else people[own]
        if at is None or not joined or (half is not None and not _is_half(half)):
            continue
        certain = sure or "&" not in joined.group()
        partner = _partner(text, part, half, people[at], sure=certain)
        if partner is not None:
            partners.append(partner)
            halves += [half] if half else []
    found = [*(one for one in people if one not in halves), *partners]
    return sorted(found, key=lambda entry: entry.start)


def _partner(text: str, part: Part, half: Entry | None, one: Entry, *, sure: bool) -> Entry | None:
    """Whom a part joins to somebody, with their surname; ``half`` is the entry of the first name.

    Where nothing makes it ``sure`` that it is a name, both have initials alone.
    """
    last = one.name.name.split()
    short = len(last[0].strip(".")) == 1
    first = half.name.name if half else _initial(part) if short else _first_name(part)
    titled = names.TITLES.match(one.name.written) if half else one.name.honorifics
    if not first or len(last) != 2 or titled or not (sure or short):
        return None
    start = half.start if half else part.start + lead(part.text)
    name = PersonName(text[start : one.end], f"{first} {last[1]}")
    return Entry(name, start, one.end, before=half.before if half else "")


def _is_half(one: Entry) -> bool:
    """Whether an entry is a first name behind what several are: "guests Ann and Ben Lowe"."""
    several = one.before.endswith("s") and not names.TITLES.match(one.before)
    return several and " " not in one.name.name and not names.TITLES.match(one.name.written)


def _first_in(part: Part, starts: Sequence[int]) -> int | None:
    """The place of the first person that begins in a part, by where each begins."""
    at = bisect_left(starts, part.start)
    return at if at < len(starts) and starts[at] < part.end else None


def _initial(part: Part) -> str | None:
    text = part.text.strip()
    return text if _INITIAL.fullmatch(text) else None


def _first_name(part: Part) -> str | None:
    bare = _CUT.split(part.masked[lead(part.masked) :])[0].strip()
    name = PersonName(bare, bare)
    over = part.text.rstrip().endswith(":") or _OVER_INITIALS.fullmatch(part.text)
    if over or names.is_plural_office(bare):
        return None
    if not _SINGLE.fullmatch(bare) or not names.likely(name) or bare.lower() in _never_names():
        return None
    return bare


@cache
def _never_names() -> frozenset[str]:
    """Titles, capacities and offices, in lower case."""
    people = table("people")
    others = (*people["offices"], *people["titles"], *people["singular"])
    return frozenset((*kinds("people", "capacities"), *map(str.lower, others)))
