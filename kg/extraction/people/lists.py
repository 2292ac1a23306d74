"""Lists of people taken apart: "Cllr A Lowe (Chair), B Tarn – Clerk and 3 members of the public".

A list is told from a sentence by its own words: it begins with a person or with what
somebody is, and no verb follows a name.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from kg.extraction.people import name_forms, names
from kg.extraction.people.list_blanks import (
    one_to_a_line,
    parted,
    parted_at_initials,
    parted_at_titles,
    without_handles,
)
from kg.extraction.people.list_names import (
    apart,
    by_first_names,
    in_handles,
    with_first_names,
    with_partners,
)
from kg.extraction.people.list_parts import (
    BEFORE_NAME,
    BRACKETS,
    CAPACITY,
    OF_COUNCIL,
    OFFICE,
    PLACE_BEFORE,
    Entry,
    Part,
    after_brackets,
    counts_heads,
    is_office,
    lead,
    notes_of,
    parts_of,
)
from kg.facts import PersonName
from kg.tables.load import alternation, table

_UPPER = names.UPPER
_CALLED = re.compile(
    rf"(?:{CAPACITY}|(?:{CAPACITY}|{OFFICE})s)\s+(?:[-–—]\s+)?(?=[{_UPPER}])"
    rf"|(?:[A-Z][a-z]+[ ])?{CAPACITY}[-–—](?!General|Elect|{OFFICE}|{CAPACITY})"
    rf"(?=[{_UPPER}]\w+[ ][{_UPPER}])"
    rf"|{names.TITLE}\s+[-–—]\s+(?=[{_UPPER}][\w.]*[ ][{_UPPER}])"
)
_TITLE_ALONE = re.compile(rf"(?:[A-Z][\w&’'-]*[ ]+){{0,2}}{names.TITLE}")
"""A title as an office beside another: "Library Trustee" of "Library Trustee and Clerk A Lowe"."""
_IS_CAPACITY = re.compile(rf"{CAPACITY}\W*")
_ROLE_BEFORE = re.compile(
    rf"(?:(?:[A-Z][a-z]+|[A-Z]{{2,5}}) (?=[a-z]))?"
    rf"(?P<role>(?i:{alternation('people', 'lists', 'called')}))(?P<several>s?)\s+(?=[{_UPPER}])"
)
_OFFICE = rf"(?:{OFFICE}|{alternation('people', 'lists', 'called_before')})"
_OFFICE_BEFORE = re.compile(
    rf"(?:[A-Z][\w&’'-]+[ ]+(?:(?:of|for)[ ]+)?){{0,3}}"
    rf"(?:[A-Z][a-z]+/)?{_OFFICE}[ ]+(?=[{_UPPER}][^\W\d_])"
)
_OFFICE_OF = re.compile(
    rf"{_OFFICE}[ ]+(?:of|for)[ ]+"
    rf"(?:[A-Z][\w&’'-]+[ ]+){{1,4}}(?=[{_UPPER}][\w’'-]+[ ][{_UPPER}][\w’'-]+\W*$)"
)
"""An office and what it is of before two words that end: "Chief of Works Ann Lowe"."""

_OFFICE_JOINED = re.compile(
    rf"(?<=[a-z])(?<!Vice)(?<!Deputy)(?<!Non)(?<!Co)(?<!Ex)(?<!Past)-(?={CAPACITY}\b|{OFFICE}\b|Chief\b)(?-i:(?=[A-Z]))"
)
"""A hyphen that joins an office to the name before it: "Ann Lowe-Chairman"."""
_INITIAL = re.compile(r"[A-Z]\.? ")
_LETTERS = re.compile(r"[A-Z]{2,3}")
"""Somebody of whom a list gives initials alone."""
_OFFICE_DASHED = re.compile(
    rf"(?=[^,;()\n–—]{{0,70}}{OFFICE})[A-Z][\w&’'/]*"
    rf"(?:[ ]+(?:and|of|for|to|the|&|[A-Z][\w&’'/]*)){{0,8}}"
    rf"[ ]+[–—-][ ]+(?=[{_UPPER}]\.?[ ][{_UPPER}])"
)
_SERVING = re.compile(r"\b(?:to|for)\s*$")
"""The end of what serves the one named: "Assistant to Dr Lowe" is the one before."""
_JOINING = re.compile(r"^(?:and|agus|&)\s+|[\s,;]+(?:and|agus|&)$")
_COUNT_BEHIND = re.compile(rf"(?:^|\s+)\d+\s+{alternation('people', 'lists', 'audience')}\b.*$")
_AFTER_NAME = re.compile(
    rf"\s*(?:$|[^\w\s]|[{_UPPER}\d]|{alternation('people', 'lists', 'after_name')}\b)"
)
_ENDS = re.compile(r"[.*\s]*(?:$|[,;(–—-])")
_ALIKE = 3
_FEWEST = 3
_TWO = 2
_SEVERAL = re.compile(
    rf"\b{alternation('people', 'singular')}\b|{alternation('people', 'lists', 'called')}s\b"
)
_AND = re.compile(r"(?<!;)\s(?:and|&)\s")
_WORDS = re.compile(r"\w")
_CAPITAL = re.compile(f"[{_UPPER}]")
"""A capital, without which words name nobody."""
_MARKED = re.compile(r"[^:()]{3,40}:\s+")
_TITLED_SMALL = re.compile(rf"{names.TITLE}\.?\s+(?:[{_UPPER}]\.?\s+)?[^\W\d_]+(?=$|\s*\()")
"""A title and a name that is written too badly to be read: "Mr M lowe (Chairman)"."""


@lru_cache(maxsize=1024)
def entries(text: str, title: str | None = None, *, labelled: bool = False) -> tuple[Entry, ...]:
    """The people of a list, or none where the text is no list of people.

    ``title`` is one that all share by the label over the list. A list that is
    ``labelled`` may hold first names alone.
    """
    text = _OFFICE_JOINED.sub(",", text) if "-" in text else text
    text = without_handles(parted_at_titles(parted(text)) if labelled else text)
    text = parted_at_initials(text)
    parts = [part for part in parts_of(text) if _WORDS.search(part.text)]
    while labelled and len(parts) > 1 and _LETTERS.fullmatch(parts[0].text.strip()):
        parts = parts[1:]
    if found := _in_brackets(parts) or (in_handles(parts) if labelled else []):
        return tuple(found)
    people = _people(_first_of_each(text, parts), title, labelled=labelled)
    if people is None:
        return ()
    people = by_first_names(apart(text, people))
    people = with_partners(text, parts, people, sure=labelled or len(people) > 1)
    if labelled:
        people = with_first_names(parts, people)
    if not people or _leads_astray(parts[0], people[0]):
        return ()
    return tuple(_with_words_beside(text, parts, people))


def _first_of_each(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts of a list that opens one person between semicolons: "A, Acme Ltd; B, Bay Trust".

    So does one of lines that name one person each. Where a title in the plural or a joining
    word stands between two, several are named there; of lines, where a name stands behind it.
    """
    lines = one_to_a_line(text)
    sign = "\n" if lines else ";"
    ends = [at for at, letter in enumerate(text) if letter == sign]
    joined = any(not lines or names.leading(text[one.end() :]) for one in _AND.finditer(text))
    if (len(ends) < _FEWEST and not lines) or joined or _SEVERAL.search(text):
        return list(parts)
    edges = [0, *(end + 1 for end in ends), len(text)]
    between = [[part for part in parts if a <= part.start < b] for a, b in pairwise(edges)]
    return [
        part
        for each in between
        for count, part in enumerate(each)
        if not count or names.TITLED.match(part.text, lead(part.text))
    ]


def _people(parts: Sequence[Part], title: str | None, *, labelled: bool) -> list[Entry] | None:
    """Who is named, part by part; None where a verb shows that this is a sentence."""
    found: list[Entry] = []
    over: str | None = None
    for part in parts:
        entry = _entry(part, title, labelled=labelled)
        entry = entry or next(_bracketed(part, titled=True), None)
        if entry is None:
            continue
        end = entry.end - part.start
        handle = labelled and _is_handle(part.masked[end:], entry.name)
        if not handle and not _AFTER_NAME.match(part.masked, end):
            return None
        found.append(_with_shared_role(_with_title_over(entry, over), found))
        over = _title_over(part.text[lead(part.text) :]) or over
        own = (part.text[at:] for at in (lead(part.text), entry.start - part.start))
        title = None if _serves(part, lead(part.text), entry.start - part.start) else title
        title = next(filter(None, map(_plural_title, own)), title)
        title = title or (_title_of_two(entry, parts) if labelled else None)
    return found


def _title_of_two(entry: Entry, parts: Sequence[Part]) -> str | None:
    """The title that two surnames share though only the first bears it: "Cllr Lowe and Tarn"."""
    two = len(parts) == _TWO and " " not in entry.name.name
    shared = table("people")["singular"].values()
    return next((one for one in entry.name.honorifics if two and one in shared), None)


def _is_handle(text: str, name: PersonName) -> bool:
    """Whether the one word behind a name is made of it: "Ann Lowe alowe"."""
    word = text.strip().lower()
    return word.isalnum() and any(part[:_ALIKE].lower() in word for part in name.name.split()[-1:])


def _with_shared_role(entry: Entry, before: Sequence[Entry]) -> Entry:
    """A person with what several are called together: B is a guest in "guests A and B"."""
    shares = bool(before) and not entry.before
    if shares and before[-1].before in table("people")["lists"]["tiers"]:
        own = names.TITLES.match(entry.name.written) or not entry.name.honorifics
        return entry if own else replace(entry, before=before[-1].before)
    role = _ROLE_BEFORE.match(f"{before[-1].before} A") if shares else None
    return replace(entry, before=before[-1].before) if role and role["several"] else entry


def _title_over(text: str) -> str | None:
    """The title that all share beside their own: "Cllr" of "Cllrs Mrs Lowe, Mr Tarn"."""
    match = names.TITLES.match(text)
    first, _, more = match.group().strip().partition(" ") if match else ("", "", "")
    return _plural_title(first) if more else None


def _with_title_over(entry: Entry, over: str | None) -> Entry:
    """A person of such a list, who bears a title of their own as well."""
    own = entry.name.honorifics
    if over is None or not own or over in own or entry.before:
        return entry
    return replace(entry, name=replace(entry.name, honorifics=(over, *own)))


def _entry(part: Part, title: str | None, *, labelled: bool = False) -> Entry | None:
    """The person that a part begins with, after what the person is called."""
    start = lead(part.masked)
    if not _CAPITAL.search(part.text, start):
        return None
    role = _role_marked(part.masked, start) if labelled else 0
    called = role or _called(part.masked, start)
    if called is None or _IS_CAPACITY.fullmatch(part.masked, start):
        return None
    at = start + called
    title = _plural_title(part.text[start:at]) or (None if _serves(part, start, at) else title)
    found = (
        name_forms.surname_first(part.text[at:])
        or name_forms.nicknamed(part.text[at:])
        or name_forms.dotted(part.text[at:])
        or name_forms.month_named(part.text[at:])
        or name_forms.initialled(part.text[at:])
        or name_forms.shouted(part.text[at:])
        or names.leading(part.masked[at:], title)
    )
    before = part.text[start:at].strip(" :–—-")
    if found is None and before:
        found = name_forms.surname(part.masked[at:])
    if found is None or names.is_plural_office(found[0].name):
        return None
    name, length = found
    end = after_brackets(part.masked, at + length)
    notes = tuple(notes_of(part.text[at + length : end]))
    return Entry(name, part.start + at, part.start + end, notes, before=before)


def _serves(part: Part, start: int, at: int) -> bool:
    """Whether words before a name are the office of one who serves, and shares no title."""
    office = part.text[start:at].strip(" :–—-")
    return _names_office(office) and re.search(CAPACITY, office) is None


def _called(masked: str, start: int) -> int | None:
    """The length of what a person is called in front of the name; None for other words."""
    titled = names.TITLED.search(masked, start)
    if titled and (before := masked[start : titled.start()]).strip():
        if _SERVING.search(before):
            return None
        told = BEFORE_NAME.fullmatch(before) or PLACE_BEFORE.fullmatch(before)
        told = told or OF_COUNCIL.match(masked, start)
        return len(before) if told or is_office(before, titled.group()) else None
    marked = _MARKED.match(masked, start)
    if marked and (BEFORE_NAME.fullmatch(marked.group()) or _is_title(marked.group())):
        return marked.end() - start
    plain = _CALLED.match(masked, start) or _ROLE_BEFORE.match(masked, start)
    if names.leading(masked[plain.end() if plain else start :]) is None:
        plain = _OFFICE_BEFORE.match(masked, start) or _OFFICE_OF.match(masked, start) or plain
    plain = _OFFICE_DASHED.match(masked, start) or plain
    return plain.end() - start if plain and not titled else 0


def _role_marked(masked: str, start: int) -> int:
    """The length of any words with a colon that say of the name behind them what the person is.

    "Boat keeper: Ann Lowe" is so, and "Ann Lowe: boat keeper" and "Ann Lowe: Treasurer" are not.
    """
    marked = _MARKED.match(masked, start)
    named = names.leading(masked[marked.end() :]) if marked else None
    if marked is None or named is None or not _ENDS.match(masked, marked.end() + named[1]):
        return 0
    behind = _IS_CAPACITY.fullmatch(masked, marked.end()) or _names_office(masked[marked.end() :])
    return 0 if behind or names.TITLED.match(masked, start) else marked.end() - start


def _is_title(marked: str) -> bool:
    return names.TITLES.fullmatch(marked.rstrip(": ")) is not None


def _plural_title(text: str) -> str | None:
    """The title that those who follow share: "Cllr" of "Councillors A Lowe"."""
    match = names.TITLES.match(text)
    return _singular().get(match.group().split()[-1].rstrip(".").lower()) if match else None


@cache
def _singular() -> dict[str, str]:
    """The title of one by that of several, in lower case."""
    return {several.lower(): one for several, one in table("people")["singular"].items()}


def _in_brackets(parts: Sequence[Part]) -> list[Entry]:
    """People in brackets behind their offices: "Chief Executive (Mr. C. Quill), Director (…)"."""
    if not any(BRACKETS.search(part.text) for part in parts):
        return []
    heads = [part.masked[lead(part.masked) :] for part in parts]
    if any(names.TITLED.match(head) for head in heads):
        return []
    found = [entry for part in parts for entry in _bracketed(part)]
    titled = any(entry.name.honorifics for entry in found)
    if not titled and any(names.leading(head) for head in heads):
        return []
    return [
        entry
        for entry in found
        if entry.name.honorifics
        or (titled and _INITIAL.match(entry.name.name))
        or _names_office(entry.beside)
    ]


def _bracketed(part: Part, *, titled: bool = False) -> Iterator[Entry]:
    """The names that are all there is in brackets, with the words before them."""
    for match in BRACKETS.finditer(part.text):
        words = match[1].strip()
        inner = names.leading(words)
        said = words[inner[1] :].strip() if inner else ""
        if inner is None or (said and not (titled and said.startswith(","))):
            continue
        before = part.text[: match.start()].strip()
        if inner[0].honorifics or not titled or (_names_office(before) and inner[0].sure):
            yield Entry(inner[0], part.start, part.start + match.end(), beside=before)


def _names_office(outer: str) -> bool:
    """Whether words are an office: one of its words, and none of a sentence."""
    small = set(table("bodies")["small"])
    written = all(word in small or not word.islower() for word in outer.split())
    return written and re.search(OFFICE, outer) is not None


def _leads_astray(first: Part, person: Entry) -> bool:
    """Whether a list begins with words that are neither a person nor what somebody is."""
    if person.start < first.end:
        return False
    text = first.text[lead(first.text) :].strip(" .:")
    if _TITLED_SMALL.match(text):
        return False
    office = BEFORE_NAME.fullmatch(text) or _TITLE_ALONE.fullmatch(text)
    return not (office or counts_heads(text))


def _with_words_beside(text: str, parts: Sequence[Part], people: list[Entry]) -> list[Entry]:
    """Each person with the words up to the next one, heads that are only counted left out."""
    starts = [part.start for part in parts]
    ends = [*(_opening(text, parts, starts, one) for one in people), len(text)][1:]
    counts = [part.start for part in parts if counts_heads(part.text)]
    found = []
    for one, limit in zip(people, ends, strict=True):
        limit = min([limit, *counts[(at := bisect_left(counts, one.end)) : at + 1]])
        notes = tuple(notes_of(text[one.end : limit]))
        beside = BRACKETS.sub(" ", text[one.end : limit])
        beside = _COUNT_BEHIND.sub("", " ".join(beside.split()))
        beside = _JOINING.sub("", beside.strip(" ,;:.•/–—-"))
        beside = beside.strip(" ,;:.•/–—-")
        found.append(replace(one, beside=beside, notes=(*one.notes, *notes)))
    return found


def _opening(text: str, parts: Sequence[Part], starts: Sequence[int], one: Entry) -> int:
    """Where the part of a person begins, what they are called before the name included.

    So is the first of two offices: "Trustee and Secretary Ann Lowe".
    """
    at = bisect_right(starts, one.start) - 1
    first = parts[at - 1] if at and one.before else None
    if first and _TITLE_ALONE.fullmatch(first.text.strip()):
        joined = text[first.end : starts[at]].split() in (["and"], ["&"])
        return first.start if joined else starts[at]
    return starts[at]


@lru_cache(maxsize=512)
def within(text: str) -> tuple[Entry, ...]:
    """Everyone named in words that hold a list among others: "Cllr A and B, and accepted"."""
    found: list[Entry] = []
    title: str | None = None
    over: str | None = None
    parts = list(parts_of(text))
    for part in parts:
        entry = _entry(part, title)
        if entry is not None:
            found.append(_with_title_over(entry, over))
            over = _title_over(part.text[lead(part.text) :]) or over
            title = _plural_title(part.text[lead(part.text) :]) or title
    return tuple(_with_words_beside(text, parts, found))
