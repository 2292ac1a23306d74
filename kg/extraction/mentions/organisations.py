"""Councils and other bodies named in the text."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from kg.extraction.context import Context
from kg.extraction.mentions.acronyms import fitting
from kg.extraction.people.names import TITLES, leading
from kg.facts import Evidence, OrganisationMention, PersonMention
from kg.model import Kind, Paragraph
from kg.reference import Councils
from kg.tables.load import alternation, table, words
from kg.tables.needed import Sieve
from kg.vocabulary import last_words, vocabulary

RULE = "organisations/4"

_WORD = r"[A-Z][\w’'-]*"
_FIRST = r"[A-Z](?<![\w’'-].)[\w’'-]*"
"""The first word of a name; its capital stands first, as the search is quicker so."""
_JOIN = (
    r"(?:[ ]+(?:and|of|the|upon|on|in|with|for|le|&)[ ]+"
    r"|[ ]*,[ ]+(?=[A-Z][\w’' -]{2,30}(?:[ ]+(?:and|&)[ ]+|[ ]*,))|[ ]+)"
)
_SMALL_BEFORE = "|".join(rf"(?<=[ ]{word}[ ])" for word in ("on", "of", "in", "and", "for", "with"))
_NEXT = rf"(?!(?:{_SMALL_BEFORE})The\b){_WORD}"
_MORE = rf"(?:{_JOIN}{_NEXT}){{0,7}}?"
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:LB[ ]+)?{_WORD}{_MORE}[ ]+"
    rf"{alternation('organisations', 'councils')})(?!\w)"
)
_BODY = re.compile(
    rf"(?P<name>{_FIRST}{_MORE}[ ]+{alternation('organisations', 'nouns')}"
    rf"(?:[ ]+(?:for|of)[ ]+(?:the[ ]+)?{_WORD}(?:{_JOIN}{_WORD}){{0,4}})?)(?![\w’'])"
)
_COUNCILS = last_words(words("organisations", "councils"))
_COUNCIL_END = re.compile(rf"[ ]{alternation('organisations', 'councils')}(?!\w)")
_NOUNS = last_words(words("organisations", "nouns"))
_BODY_END = re.compile(rf"[ ]{alternation('organisations', 'nouns')}(?![\w’'])")
_BEFORE_A_BODY = re.compile(
    rf"^\w+[ ]+the[ ]+"
    rf"|\b{alternation('people', 'offices')},?[ ]+(?:and[ ]+|of[ ]+the[ ]+)?(?=[A-Z])"
    rf"|\b(?:{alternation('organisations', 'nouns')}|{alternation('organisations', 'dealings')})"
    r",?[ ]+(?:with|between)[ ]+(?=[A-Z])"
)
_NO_BODY = re.compile(r"\bChief Executive\b|\bCouncil\b.+\bCouncil\b")
"""An office, and cells of a table that run together."""
_WITH_ACRONYM = re.compile(
    rf"(?P<name>{_FIRST}(?:{_JOIN}{_WORD}){{1,9}})[ ]+"
    r"\((?:the[ ]+)?(?P<acronym>[A-Z][A-Za-z]{1,9})\)"
)
_ACRONYM = re.compile(r"\((?:the[ ]+)?[A-Z][A-Za-z]{1,9}\)")
_SHORT = (
    rf"{_WORD}(?:(?:[ ]+(?:and|of|the|upon|on|in|le|with|&)){{1,2}}[ ]+{_WORD}|[ -]{_WORD}){{0,4}}"
)
_BARE = re.compile(rf"(?<![\w’'-])(?P<name>{_SHORT})")
_COUNCIL_LIST = re.compile(
    rf"\b{alternation('organisations', 'several')}\b[^.()]{{0,50}}[:(]"
    r"|\bcouncils\s+(?:of|in|from|including)\b",
    re.IGNORECASE,
)
_LISTING = frozenset(words("organisations", "several"))
_AND = re.compile(r"[ ]+(?:and|&)[ ]+")
_LIST_END = re.compile(r"[).;]|\.\s|\bhas\b|\bhave\b")
_TYPES = rf"(?:{alternation('organisations', 'types')}[ ]+){{0,2}}"
_SERIES = re.compile(
    rf"(?<![\w’'-])(?P<names>{_SHORT}(?:,[ ]+{_SHORT}){{0,12}})[ ]+{_TYPES}[Cc]ouncils\b"
)
_NEAR = re.compile(rf"{alternation('organisations', 'near')}[ ]")
_NEIGHBOURS = re.compile(
    rf"(?<![\w’'-])(?P<names>{_SHORT})[ ]+(?:and|with)[ ]+(?:\w+[ ]+){{0,3}}?"
    rf"{_NEAR.pattern}+{_TYPES}councils\b"
)
_BEHIND_FIRST = re.compile(r"(?:[’']s|,)$")
_PREFIXES = frozenset({"lb", "lbc", "rb", "borough", "boroughs"})
_PREFIXED = re.compile(
    rf"(?<![\w’'-])(?P<prefix>LBC?|RB|(?:London|Royal)[ ]+Borough(?:s)?[ ]+of)[ ]+"
    rf"(?P<names>{_SHORT}(?:,[ ]+{_SHORT}){{0,12}})"
)


def organisations(
    context: Context, people: Sequence[PersonMention] = ()
) -> tuple[OrganisationMention, ...]:
    """Every place where a council or another body is named; ``people`` are no part of a name."""
    found: dict[tuple[int, int], OrganisationMention] = {}
    on = context.main.date if context.main else None
    shown = [p for p in context.document.paragraphs if p.kind is not Kind.FURNITURE]
    names = {**_known(), **_defined(shown, context.councils)}
    names = {form: name for form, name in names.items() if form in context.document.text}
    known = Sieve.of([(_pattern_of(names), (last_words(names),))] if names else [])
    persons = {(q.paragraph, q.start): one.person.written for one in people for q in one.evidence}
    for paragraph in shown:
        for mention in (
            *_councils(paragraph, context.councils, on, persons),
            *_listed(paragraph, context.councils, on),
            *_before_their_kind(paragraph, context.councils, on),
            *_behind_their_kind(paragraph, context.councils, on),
            *_others(paragraph, persons, names),
            *_known_in(paragraph, known, names),
        ):
            quote = mention.evidence[0]
            found.setdefault((quote.paragraph, quote.start), mention)
    return tuple(found[at] for at in sorted(found))


def _councils(
    paragraph: Paragraph,
    councils: Councils,
    on: date | None,
    persons: Mapping[tuple[int, int], str],
) -> Iterator[OrganisationMention]:
    """Councils by their full names, the longest name that the register knows.

    What the register does not know (a parish council, a funding council) is
    another organisation, if it has a name of its own.
    """
    if _COUNCILS.isdisjoint(vocabulary(paragraph.text)) or not _COUNCIL_END.search(paragraph.text):
        return
    for match in _NAMED.finditer(paragraph.text):
        person = persons.get((paragraph.ordinal, match.start("name")), "")
        end = match.end("name")
        start = end - len(_behind(match["name"], len(person)))
        found = _longest(paragraph, start, end, councils, on)
        if found is not None:
            yield found
        elif (own := _own_name(paragraph.text[start:end])) is not None:
            yield _mention(paragraph, end - len(own), end, own, None)


def _longest(
    paragraph: Paragraph, start: int, end: int, councils: Councils, on: date | None
) -> OrganisationMention | None:
    """The council named by the most words up to ``end`` that the register knows."""
    for cut in _cuts(paragraph.text[start:end]):
        council = councils.find(paragraph.text[start + cut : end], on)
        if council is not None:
            return _mention(paragraph, start + cut, end, council.name, council.code)
    return None


def _cuts(name: str) -> list[int]:
    """Where the name may begin: at each of its words."""
    return [0, *(m.end() for m in re.finditer(r"\s+", name))]


def _own_name(name: str) -> str | None:
    """The name without offices and verbs before it; None if only the kind of council is left."""
    known = table("organisations")
    parts = name.split()
    while parts and (parts[0] in known["not_first"] or not parts[0][0].isupper()):
        person = parts[0] in table("people")["titles"] and "of" in parts
        parts = parts[parts.index("of") if person else 1 :]
    telling = [part for part in parts if part not in known["kinds_of_council"]]
    if not any(part[0].isupper() and not _is_initials(part, parts) for part in telling):
        return None
    own = name[name.index(parts[0]) :]
    return own if len(own.split()) == len(parts) else None


def _is_initials(word: str, name: Sequence[str]) -> bool:
    """Whether a word only gives the initials of the person before "Borough Council"."""
    return word.isupper() and len(word) < 4 and word == name[0] and len(name) > 2


def _listed(
    paragraph: Paragraph, councils: Councils, on: date | None
) -> Iterator[OrganisationMention]:
    """Councils by their short names, only where the sentence says that it lists councils."""
    if _LISTING.isdisjoint(vocabulary(paragraph.text)):
        return
    for head in _COUNCIL_LIST.finditer(paragraph.text):
        end = _LIST_END.search(paragraph.text, head.end())
        stop = end.start() if end else len(paragraph.text)
        yield from _each(paragraph, head.end(), stop, councils, on)


def _before_their_kind(
    paragraph: Paragraph, councils: Councils, on: date | None
) -> Iterator[OrganisationMention]:
    """Short names that share a "councils" behind them: "Ashby, Corby and Dale councils"."""
    if "ouncils" not in paragraph.text:
        return
    for match in _SERIES.finditer(paragraph.text):
        found = list(_each(paragraph, *match.span("names"), councils, on))
        yield from found if len(found) > 1 else ()
    near = _NEAR.search(paragraph.text)
    for match in _NEIGHBOURS.finditer(paragraph.text) if near else ():
        found = list(_each(paragraph, *match.span("names"), councils, on))
        yield from found[-1:]


def _behind_their_kind(
    paragraph: Paragraph, councils: Councils, on: date | None
) -> Iterator[OrganisationMention]:
    """Councils behind the word for their kind: "LB Ashby and Dale", "London Borough of Ashby"."""
    if _PREFIXES.isdisjoint(vocabulary(paragraph.text)):
        return
    for match in _PREFIXED.finditer(paragraph.text):
        kind = match["prefix"].replace("Boroughs", "Borough")
        first, last = match.span("names")
        for found in _each(paragraph, first, last, councils, on, kind):
            quote = found.evidence[0]
            start = match.start() if quote.start == first else quote.start
            yield _mention(paragraph, start, quote.end, found.name, found.code)


def _each(
    paragraph: Paragraph,
    start: int,
    stop: int,
    councils: Councils,
    on: date | None,
    kind: str = "",
) -> Iterator[OrganisationMention]:
    """The councils among short names from ``start`` to ``stop``, each with ``kind`` before it."""
    for match in _BARE.finditer(paragraph.text, start, stop):
        for first, last in _alternatives(paragraph.text, *match.span("name")):
            council = councils.find(f"{kind} {paragraph.text[first:last]}".strip(), on)
            if council is not None:
                yield _mention(paragraph, first, last, council.name, council.code)


def _alternatives(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name whole, then its sides where "and" may join two names."""
    yield start, end
    for match in _AND.finditer(text, start, end):
        yield start, match.start()
        yield match.end(), end


def _others(
    paragraph: Paragraph, persons: Mapping[tuple[int, int], str], names: Mapping[str, str]
) -> Iterator[OrganisationMention]:
    """Bodies by the last word of their names."""
    text = paragraph.text
    has_noun = not _NOUNS.isdisjoint(vocabulary(text)) and _BODY_END.search(text)
    for match in _BODY.finditer(text) if has_noun else ():
        written = persons.get((paragraph.ordinal, match.start("name")), "")
        person = written if match["name"].startswith(written) else ""
        name = _bare_body(_behind(match["name"], len(person)))
        if name is not None:
            start = match.end("name") - len(name)
            yield _mention(paragraph, start, match.end("name"), names.get(name, name), None)


def _known_in(
    paragraph: Paragraph, known: Sieve[re.Pattern[str]], names: Mapping[str, str]
) -> Iterator[OrganisationMention]:
    """Bodies with a form that is known."""
    for pattern in known.passing(vocabulary(paragraph.text)):
        for match in pattern.finditer(paragraph.text):
            yield _mention(paragraph, *match.span(), names[match.group()], None)


@lru_cache(maxsize=1024)
def _bare_body(name: str) -> str | None:
    """A body's name without what stands before it; None where nothing of its own is left.

    A name that ends with a known one is that one, which is read by itself.
    """
    known = table("organisations")
    rest = name[max((m.end() for m in _BEFORE_A_BODY.finditer(name)), default=0) :]
    if TITLES.match(rest) and (person := leading(rest)) is not None:
        rest = _behind(rest, person[1])
    while rest and (_first(rest) in known["articles"] or not rest[0].isupper()):
        rest = rest.partition(" ")[2].lstrip()
    if " " not in rest or _first(rest) in known["not_first"] or _NO_BODY.search(rest):
        return None
    if set(rest.split()).issubset(known["common"]):
        return None
    return None if any(rest.endswith(f" {form}") for form in _known()) else rest


def _behind(name: str, person: int) -> str:
    """A name without the person before it; "Ann Lowe Trust" is named for her and stays whole."""
    behind = name[person:].lstrip(" ,")
    return behind if " " in behind else name


def _first(name: str) -> str:
    """The first word of a name without a comma or an "'s" behind it."""
    return _BEHIND_FIRST.sub("", name.split()[0])


def _defined(paragraphs: Sequence[Paragraph], councils: Councils) -> dict[str, str]:
    """Bodies that a document names beside their acronyms: the name to each of the two forms.

    An acronym of two names stands for neither.
    """
    meant: dict[str, set[str]] = {}
    for paragraph in paragraphs:
        text = paragraph.text
        for match in _WITH_ACRONYM.finditer(text) if _ACRONYM.search(text) else ():
            name = fitting(match["name"], match["acronym"])
            if name and _is_body(name) and councils.find(name) is None:
                meant.setdefault(match["acronym"], set()).add(name)
    single = {acronym: min(names) for acronym, names in meant.items() if len(names) == 1}
    return {**{name: name for names in meant.values() for name in names}, **single}


def _is_body(name: str) -> bool:
    """Whether a name of two words or more ends or begins as those of bodies do."""
    parts = name.split()
    known = table("organisations")
    return len(parts) > 1 and (parts[-1] in known["nouns"] or parts[0] in known["heads"])


def _pattern_of(forms: Collection[str]) -> re.Pattern[str]:
    """A pattern of forms, the longest first."""
    either = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    return re.compile(rf"(?<![\w’'-])(?:{either})(?![\w’'-])")


@cache
def _known() -> dict[str, str]:
    return {
        form: name
        for name, forms in table("organisations")["known"].items()
        for form in (name, *forms)
    }


def _mention(
    paragraph: Paragraph, start: int, end: int, name: str, code: str | None
) -> OrganisationMention:
    return OrganisationMention(
        name=name,
        written=paragraph.text[start:end],
        code=code,
        evidence=(Evidence(paragraph.ordinal, start, end),),
        rule=RULE,
    )
