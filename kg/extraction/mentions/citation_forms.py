"""The forms in which papers cite documents, each told by the words around it.

A law by its kind and year, a policy or plan by how its name ends, a white paper or a
consultation by what it is on, a response by what it answers, a letter by its day, and
whatever is said to have been published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.extraction import dates
from kg.tables.load import alternation, words
from kg.vocabulary import first_words, last_words, vocabulary

CAPITAL = r"[A-Z][\w&-]*(?:[’'][\w-]+)*(?:(?<=s)[’'](?=[ ]\w))?"
NAME = rf"{CAPITAL}(?:[ ](?:(?:and|of|for|&)[ ])?{CAPITAL}){{0,5}}"
_SMALL = r"(?:and|of|the|for|in|to|on|with|&)"
_PHRASE = rf"{CAPITAL}(?:[ ](?:{_SMALL}[ ]){{0,2}}{CAPITAL}){{1,9}}"
_OPEN = r"(?<![\w’'/@#.-])"
_END = r"(?![\w’'-])(?![ ]+[A-Z])"
_YEARS = r"(?:18|19|20)\d\d(?:[-–/](?:\d{4}|\d\d))?(?!\d)"
_LAWS = alternation("documents", "laws")
_LAW = re.compile(
    rf"{_OPEN}(?P<title>{CAPITAL}(?:(?:,[ ]|,?[ ](?:and|&)[ ]|[ ](?:of|for|in|to|on|with)[ ]|[ ])"
    rf"{CAPITAL}){{0,9}}?"
    rf"(?:[ ]\((?:[A-Z]|No)[^()\n]{{1,120}}\)(?:[ ](?:and[ ])?{CAPITAL}){{0,4}}?)?"
    rf"[ ](?P<kind>{_LAWS}))(?:,?[ ](?P<year>{_YEARS})|(?![\w’'-]))(?![ ]+(?:Of[ ]|[A-Z][a-z]))"
)
_PAPER = re.compile(
    rf"\b(?P<title>(?P<kind>(?:[Gg]reen|[Ww]hite)[ ][Pp]aper)[ ]on[ ](?:the[ ])?"
    rf"{CAPITAL}(?:[ ](?:{_SMALL}[ ]){{0,2}}{CAPITAL}){{0,5}})"
)
_NAMED = re.compile(
    rf"{_OPEN}(?P<title>{CAPITAL}(?:[ ](?:{_SMALL}[ ]){{0,2}}{CAPITAL}){{0,6}}?[ ]"
    rf"(?P<kind>{alternation('documents', 'nouns')})(?:[ ]{_YEARS})?){_END}"
)
_TITLED = re.compile(
    rf"{_OPEN}(?P<title>{alternation('documents', 'titles')}"
    rf"|{alternation('documents', 'of_something')}[ ]of[ ]{NAME}(?:[ ]{_YEARS})?){_END}"
)
_OWNER = rf"(?P<by>{NAME})[’']s?[ ](?:[a-z]+[ ]){{0,2}}?"
_ON = rf"(?P<kind>{alternation('documents', 'consultations')})[ ](?:paper[ ])?(?:on|into)[ ]"
_CONSULTATION = re.compile(rf"(?:{_OWNER}|\b)(?P<title>{_ON})")
_RESPONSE = re.compile(
    rf"(?:{_OWNER}|\b(?:the|its|our|a)[ ](?:[a-z]+[ ])?)"
    rf"(?P<title>response[ ]to[ ](?:the[ ])?(?:{NAME}[’']s?[ ](?:[a-z]+[ ]){{0,2}}?)?"
    rf"(?:{_ON}|(?:{NAME}[ ])?(?:White|Green)[ ]Paper))"
)
_LETTER = re.compile(
    rf"(?:{_OWNER}|\b)(?P<title>[Ll]etter(?P<whom>[ ](?:from|to)[ ](?:the[ ])?{NAME})?"
    r"(?:[ ](?:on|about|regarding)[ ][a-z ]{3,50}?)?),?[ ](?:of|dated)[ ](?:the[ ])?(?=\S{0,12}?\d)"
)
_NUMBERED = re.compile(
    rf"{_OPEN}(?P<title>(?P<kind>{alternation('documents', 'numbered')})[ ]"
    r"(?:No\.?[ ]?|Number[ ]|#)?\d{1,4}(?:[-/.]\d{1,4}){0,2})(?![\w-])"
)
_PUBLISHED = re.compile(
    rf"{_OPEN}(?P<title>{_PHRASE})(?:,[ ](?:which[ ]was[ ])?|[ ]was[ ])(?:first[ ]|jointly[ ])?"
    r"published[ ](?=by[ ]|in[ ]|on[ ])"
)
_IN_LAWS = first_words(words("documents", "laws"))
_IN_CONSULTATIONS = first_words(words("documents", "consultations"))
_IN_TITLES = first_words((*words("documents", "titles"), *words("documents", "of_something")))
_IN_NUMBERED = first_words(words("documents", "numbered"))
_NOUNS = last_words(words("documents", "nouns"))
_OF_A_NAME = re.compile(rf"[ ]{alternation('documents', 'nouns')}(?!\w)")
_CLAUSE = re.compile(r"[^.;:,()\n•]{3,160}")
_VERB = re.compile(rf"[ ]{alternation('documents', 'verbs')}[ ]")
_TURN = re.compile(rf"[ ]{alternation('documents', 'turns')}[ ]")
_NEXT_CLAUSE = re.compile(rf"[ ](?:and|or|{alternation('documents', 'ends')})[ ]")
_AFTER_THE = re.compile(r"[ ](?:the|This|this)[ ]")
_LETTERS_DAY = 4
"""How many letters may stand between "letter of" and its day: "letter of Mon 3 May"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as a text cites it, from ``start`` to ``end`` (half-open).

    ``by`` is its maker, ``issued`` its day where the title itself tells it.
    """

    title: str
    kind: str
    start: int
    end: int
    by: str | None = None
    issued: str | None = None


def seen(text: str, near: date | None, *, heading: bool) -> Iterator[Seen]:
    """Every document that ``text`` cites by its form; a heading cites laws only.

    ``near`` lends its year to the day of a letter.
    """
    known = vocabulary(text)
    if not _IN_LAWS.isdisjoint(known):
        yield from _laws(text)
    if heading:
        return
    for match in _PAPER.finditer(text) if "aper on " in text else ():
        yield Seen(match["title"], match["kind"].lower(), *match.span("title"))
    if "esponse to " in text:
        yield from _clauses(text, _RESPONSE, "response")
    if not _IN_CONSULTATIONS.isdisjoint(known):
        yield from _clauses(text, _CONSULTATION)
    for match in _LETTER.finditer(text) if "etter" in text else ():
        yield from _letter(text, match, near)
    for match in () if _IN_TITLES.isdisjoint(known) else _TITLED.finditer(text):
        yield Seen(match["title"], _kind(match["title"]), *match.span("title"))
    for match in () if _IN_NUMBERED.isdisjoint(known) else _NUMBERED.finditer(text):
        yield Seen(match["title"], match["kind"].lower(), *match.span("title"))
    named = not _NOUNS.isdisjoint(known) and _OF_A_NAME.search(text)
    for match in _NAMED.finditer(text) if named else ():
        yield from _named(match)
    for match in _PUBLISHED.finditer(text) if "published" in text else ():
        yield from _published(match)


def _laws(text: str) -> Iterator[Seen]:
    for match in _LAW.finditer(text):
        written, kind = _trimmed(_last_listed(match["title"])), match["kind"]
        own = written.split()[: -len(kind.split())]
        if (
            not own
            or own[-1] in _set("no_law")
            or (kind in _set("laws_of_a_year") and not match["year"])
        ):
            continue
        start = match.end("title") - len(written)
        end = match.end("year") if match["year"] else match.end("title")
        title = f"{written} {match['year']}" if match["year"] else written
        yield Seen(title, "act" if kind == "Acts" else kind.lower(), start, end)


def _last_listed(title: str) -> str:
    """A title without what a comma only lists before it: commas of its own precede an "and"."""
    before = title.partition(" (")[0]
    head, _, tail = before.rpartition(", ")
    tail += title[len(before) :]
    return title if not head or " and " in tail or " & " in tail else tail


def _trimmed(title: str) -> str:
    """A title without the words that only lead to it: "Note the", "Under"."""
    parts = title.split(" ")
    while parts and (parts[0] in _set("not_first", "programmes") or not parts[0][0].isupper()):
        parts = parts[1:]
    return " ".join(parts)


def _clauses(text: str, pattern: re.Pattern[str], kind: str | None = None) -> Iterator[Seen]:
    """Titles that go on to the end of their clause: "consultation on tolls in harbours"."""
    for match in pattern.finditer(text):
        begun = match["title"].endswith(" ")
        end = _clause_end(text, match.end()) if begun else match.end()
        title = text[match.start("title") : end]
        if end > match.end() or not begun:
            said = kind or match["kind"].lower()
            yield Seen(title, said, match.start("title"), end, _maker(match))


def _maker(match: re.Match[str]) -> str | None:
    """Whose a document is said to be, without an article."""
    return (_trimmed(match["by"]) if match["by"] else None) or None


def _clause_end(text: str, start: int) -> int:
    """Where the words that begin at ``start`` end: before a stop, or a verb's own clause."""
    match = _CLAUSE.match(text, start)
    if match is None:
        return start
    clause = match.group()
    turn = _TURN.search(clause)
    clause = clause[: turn.start()] if turn else clause
    verb = _VERB.search(clause)
    if verb is None:
        return start + len(clause.rstrip())
    cut = [one.start() for one in _NEXT_CLAUSE.finditer(clause, 0, verb.start() + 1)]
    return start + (cut[-1] if cut else verb.start())


def _letter(text: str, match: re.Match[str], near: date | None) -> Iterator[Seen]:
    """A letter of a day, named with who wrote it or to whom."""
    if not match["by"] and not match["whom"]:
        return
    for day in dates.days(text, near):
        if 0 <= day.start - match.end() <= _LETTERS_DAY:
            by, issued = _maker(match), day.day.isoformat()
            start = match.end("by") - len(by) if by else match.start("title")
            yield Seen(text[start : day.end], "letter", start, day.end, by, issued)


def _named(match: re.Match[str]) -> Iterator[Seen]:
    by, title = _owned(_trimmed(_AFTER_THE.split(match["title"])[-1]))
    kind = match["kind"]
    own = title.split(f" {kind}")[0].split()
    telling = [part for part in own if part[0].isupper() and part not in _set("no_title")]
    people = _set("people", "programmes").intersection(own)
    common = _set("no_name", "programmes").issuperset(telling)
    if own and own != title.split() and telling and not common and not people:
        end = match.end("title")
        yield Seen(title, _kind(kind), end - len(title), end, by)


def _owned(title: str) -> tuple[str | None, str]:
    """Whose a document is and its title: "Harbour Board's Tree Policy"."""
    owner, _, own = title.replace("’s ", "'s ").partition("'s ")
    last = owner.split()[-1:]
    if own and last and (last[0] in _set("bodies", "programmes") or last[0].isupper()):
        return owner, own
    return None, title


def _published(match: re.Match[str]) -> Iterator[Seen]:
    title = _trimmed(_AFTER_THE.split(match["title"])[-1])
    parts = title.split()
    bodies = _set("bodies", "programmes")
    if len(parts) > 1 and parts[-1] not in bodies and not _set("people", "programmes") & set(parts):
        end = match.end("title")
        yield Seen(title, "publication", end - len(title), end)


def _kind(title: str) -> str:
    """What a title says that it is, in lower case: "policy", "statement", "standing orders"."""
    return title.lower() if title in _set("titles") else title.split(" of ")[0].split()[-1].lower()


def _set(key: str, table: str = "documents") -> frozenset[str]:
    return frozenset(words(table, key))
