"""The body of a paper that gives it no name: what the paper calls it, or that it has none.

Facts of a paper must not be lost because its body stands nowhere: a club knows its name.
"""

import re
from collections import Counter
from functools import cache
from pathlib import PurePath

from kg.model import Document, Kind
from kg.structure.names import bodies, body_names, title_days
from kg.structure.names.file_names import file_name
from kg.tables.load import alternation, matches, pattern, words

UNNAMED = "Unnamed body"
_LEAST = 2
_FEW_LETTERS = range(3, 8)
"""How many letters a body has that goes by them."""
_LETTERS = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,8}(?:\.[a-z]{2,3})?"
_ITS_OWN = re.compile(
    rf"(?<![\w/.@-])({_LETTERS})(?:['’]s?)? "
    rf"(?![A-Z]{{2}})(?i:{alternation('bodies', 'belongings')})\b"
)
_SITE = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:[a-z]{1,20}\.){0,2}(?P<name>[a-z]{2,9})"
    rf"\.{alternation('bodies', 'sites')}\b"
)
_WORD = re.compile(r"[A-Za-z]+")
_NOUN = alternation("bodies", "called")
_CALLED = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur) (?P<noun>(?i:{_NOUN}))(?![\w-])"
    rf"|(?<![A-Z]\w )(?<!\w[’'-])\b(?=[A-Z])(?P<name>(?i:{_NOUN}))(?= [a-z]+ed\b)"
)
_CLIPPED = re.compile(rf"(?<![\w/.@-])[A-Z]\w{{1,15}}{alternation('bodies', 'clipped')}(?!\w)")
"""The clipped name of a society: "TideSoc"."""
_HAD_BY = re.compile(
    rf"\b(?i:{alternation('bodies', 'had_by')}) of (?:the )?"
    rf"(?P<name>(?:[A-Z][\w&’'-]* ){{1,4}}"
    rf"(?i:{alternation('bodies', 'nouns')}|{alternation('bodies', 'teams')}))(?![\w-])"
)
_BAND = re.compile(
    rf"(?<!\w)(?P<name>{alternation('bodies', 'bands')} of "
    r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})"
)

_MET = re.compile(r"\b[Mm]eeting of the (?P<noun>[A-Z]\w+)(?= [a-z])")
_SHAPED = re.compile(r"[A-Z][\w’'-]+(?: [\w’'&-]+){1,6}")
_ENDS_SO = re.compile(rf" (?i:{_NOUN})$")
_TEAM = re.compile(rf" {alternation('bodies', 'teams')}$")
_HEAD = 8


def unnamed_body(document: Document) -> str:
    """What a paper calls its body without naming it, else that the body of this file has no name.

    First the name that its head gives with a day, then the letters of which it says that a meeting,
    members or a website are theirs ("the HSC website"), the clipped name of a society, the name of
    one whose letters it says have funds, the letters of its file that end with that of the noun it
    uses, that noun ("the club") or the one name that ends so; then the one body of whose membership
    it speaks, the one "Friends of …", and a name that any may have ("the Parish Council"). A file
    goes by its name without the ending, so that a paper in two formats is of one body.
    """
    file = PurePath(document.source.name).stem
    return (
        _beside_day(document)
        or letters(document)
        or _clipped(document)
        or _shortened(document)
        or _filed(document)
        or _noun(document)
        or _of_members(document)
        or _band(document)
        or _generic(document)
        or f"{UNNAMED} ({file})"
    )


def _beside_day(document: Document) -> str | None:
    """The name that a line of the head gives with a day alone, of which a word is the one by which
    the paper says who meets ("Duma of Marle - 3 May 2020", "a meeting of the Duma"), or the last is
    one for a team ("Harbour Scrutiny Group - 3 May 2020 6.00 pm").
    """
    nouns = {match["noun"] for match in _MET.finditer(document.text)}
    for paragraph in document.paragraphs[:_HEAD]:
        name, *day = title_days.parted(paragraph.text)
        name = name.strip(" :–—-|,")
        told = nouns.intersection(name.split()) or _TEAM.search(name)
        if day and told and _SHAPED.fullmatch(name) and body_names.may_name(name):
            return name
    return None


def _of_members(document: Document) -> str | None:
    """The one body of which a paper says who is on it: "Composition of the Tide working group"."""
    named = {match["name"] for match in _HAD_BY.finditer(document.text)}
    own = {name for name in named if body_names.may_name(name)}
    return own.pop() if len(own) == 1 else None


def _clipped(document: Document) -> str | None:
    """The clipped name of a society that is written most, and more than once: "TideSoc"."""
    written = _CLIPPED.findall(document.text)
    best = _most(Counter(map(str.lower, written)))
    return next((name for name in written if name.lower() == best), None)


def _shortened(document: Document) -> str | None:
    """The one name of a club or such that a paper writes out and whose letters it says have funds
    or members: "Tide Watch Association", "TWA has reserves of £500".
    """
    said = Counter(one for one in _WORD.findall(document.text) if one.isupper())
    often = [one for one, count in said.items() if len(one) > _LEAST and count >= _LEAST]
    keeping = [
        one for one in often if pattern("bodies", "keeps", letters=one).search(document.text)
    ]
    names = {one for one in bodies.mentioned(document.text) if _ENDS_SO.search(one)}
    own = {one for one in names if any(body_names.are_initials(short, one) for short in keeping)}
    return own.pop() if len(own) == 1 else None


def _band(document: Document) -> str | None:
    """The one name like "Friends of Marle Wood" that is written more than once."""
    said = Counter(match["name"] for match in _BAND.finditer(document.text))
    return _most(said) if len(said) == 1 else None


def _generic(document: Document) -> str | None:
    """The one name in two words or more by which the text calls a body: "the Parish Council".

    It is no council if nobody sits on one.
    """
    called = {name for name in bodies.called(document.text) if " " in name}
    name = called.pop() if len(called) == 1 else None
    council = name is not None and name.endswith("Council")
    return None if council and not matches(document.text, "bodies", "councillors") else name


def letters(document: Document) -> str | None:
    """The letters that own something of a body, or a site that the paper names: "xyz.org".

    They are written most, and more than once.
    """
    of_others = (one for one in words("bodies", "acronyms") if not body_names.is_generic(one))
    others = {*words("verbs", "actors", "not_initials"), *of_others}
    owners = set(_ITS_OWN.findall(document.text))
    said = {one: _times(one, document.text) for one in owners} | _of_sites(document.text)
    return _most(Counter({one: count for one, count in said.items() if one not in others}))


def _of_sites(text: str) -> dict[str, int]:
    """The letters that name a site and stand in capitals too, with how often they are written."""
    written = _WORD.findall(text)
    capitals, times = {one for one in written if one.isupper()}, Counter(map(str.upper, written))
    sites = {match["name"].upper() for match in _SITE.finditer(text)}
    return {one: times[one] for one in sites & capitals}


def _filed(document: Document) -> str | None:
    """The letters in the name of a file that the paper writes in capitals alone, and that end with
    that of the noun by which it calls its body ("WXARC", "the Club").
    """
    times = Counter(_WORD.findall(document.text))
    told = (one.lower() for one in _WORD.findall(file_name(document)) if len(one) in _FEW_LETTERS)
    named = [one for one in told if not times[one] and not times[one.capitalize()]]
    often = [one.upper() for one in named if times[one.upper()] >= _LEAST]
    noun = _noun(document) if often else None
    return next((one for one in often if noun and one[-1] == noun[0].upper()), None)


def _times(letters: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(letters)}(?!\w)", text))


def _noun(document: Document) -> str | None:
    """The noun by which the text speaks of the body most: "the club" is the Club.

    It is the one name of a club that stands anywhere, the "Kite Flying Club", if that is written
    often, or somebody is of it.
    """
    told = [p.text for p in document.paragraphs if p.kind is not Kind.FURNITURE]
    found = (match for text in told for match in _CALLED.finditer(text))
    said = Counter((match["noun"] or match["name"]).lower() for match in found)
    noun = _most(said)
    if noun is None:
        return None
    names = [name for text in told for name in _whole(noun).findall(text)]
    own = len(names) > _LEAST or any(f" of the {name}" in text for text in told for name in names)
    return names[0] if own and len(set(names)) == 1 else noun.capitalize()


@cache
def _whole(noun: str) -> re.Pattern[str]:
    """A name of a body that ends in a noun: the "Kite Flying Club"."""
    return re.compile(rf"(?:(?!The\b)[A-Z][\w’'&-]* ){{1,4}}{noun.capitalize()}(?![\w’'-])")


def _most(said: Counter[str]) -> str | None:
    best = min(said, key=lambda one: (-said[one], one), default=None)
    return best if best is not None and said[best] >= _LEAST else None
