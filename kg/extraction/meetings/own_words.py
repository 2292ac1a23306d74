"""The name of the body of a paper in the paper's own words: whole, and with whose it is."""

import re
from collections.abc import Iterator

from kg.extraction.meetings.days_beside import stated_beside
from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day
from kg.extraction.meetings.own_body import LETTERHEAD, is_organ, letterhead
from kg.model import Document, Kind
from kg.structure.names import bodies, body_names
from kg.tables.load import alternation, matches, pattern
from kg.vocabulary import name_key

_ACRONYM = 6
_OF_KIND = re.compile(rf"(?:{alternation('bodies', 'kinds')}\s*)+", re.IGNORECASE)


def in_own_words(name: str, document: Document) -> str:
    """The name of a body with its organisation and without initials that the letterhead spells out.

    Its acronyms are as running text writes them.
    """
    whole = _as_stated(of_whom(name, document), document)
    words = [_as_acronym(word, document) for word in whole.split()]
    return _spelt_out(" ".join(words), document)


def _as_stated(name: str, document: Document) -> str:
    """The whole name that a field beside the text gives a body of which the text has the end.

    So "Building Authority" is below "body: X County Building Authority".
    """
    stated = filter(None, map(bodies.in_sentence, stated_beside(document)))
    return next((one for one in stated if one.lower().endswith(f" {name.lower()}")), name)


def _spelt_out(name: str, document: Document) -> str:
    """The name in the letterhead of which a name, or its last word, is but the first letters.

    "Marl PC" is the "Marl Parish Council".
    """
    *own, last = name.split()
    full = letterhead(document) if last.isupper() else ()
    for one in full:
        rest = one.removeprefix(f"{' '.join(own)} ") if own else one
        short = last if rest != one else name
        if not body_names.is_generic(one) and body_names.are_initials(short, rest):
            return one
    return name


def _as_acronym(word: str, document: Document) -> str:
    """A word of a title in capitals, in capitals again where running text writes it so."""
    if not word.istitle() or not 2 < len(word) <= _ACRONYM or word in document.text:
        return word
    written = re.compile(rf"(?<!\w)(?<![A-Z]{{2}} ){word.upper()}(?!\w)(?! [A-Z]{{2}})")
    lines = (line for line in document.text.split("\n") if written.search(line))
    told = any(2 * sum(map(str.isupper, line)) < sum(map(str.isalpha, line)) for line in lines)
    return word.upper() if told else word


def of_whom(name: str, document: Document) -> str:
    """The name of a body with its organisation, where many have a body of that name.

    "Planning Committee" takes the one organisation that the letterhead, the title or
    the running heads name; where they name none or several it stays as it is. "Council" takes
    the one name of a council whose minutes the paper speaks of.
    """
    if body_names.is_generic(name):
        return _of_minutes(name, document)
    if not body_names.is_common(name):
        return name
    running = [p.text for p in document.paragraphs if p.kind is Kind.FURNITURE]
    heads = (bodies.in_line(line) or bodies.organisation(line) for line in running)
    named = {
        name_key(one): one
        for one in (*filter(None, heads), *_letterhead(document, name))
        if not body_names.is_common(one) and not is_organ(one)
    }
    return _behind(min(named.values()), name) if len(named) == 1 else name


def _letterhead(document: Document, name: str) -> Iterator[str]:
    """Those whom a letterhead names above the day, and below it whose name the body's goes on.

    Below the day stands where they met: the "Central Library", but also "X Village Hall". A day
    in the title that names the body is above its letterhead.
    """
    first = (p for p in document.paragraphs[:LETTERHEAD] if p.kind is not Kind.TABLE)
    lines = (line for p in first for line in p.text.split("\n"))
    days = (line for line in lines if is_day(line, BESIDE_DAY))
    day = next((line for line in days if bodies.in_sentence(line) is None), None)
    yield from letterhead(document, day)
    yield from (one for one in letterhead(document) if _shared(one, name) > 1)


def _behind(whose: str, name: str) -> str:
    """A name behind that of its organisation, words that both have said once.

    The "Village Hall Committee" of "X Village Hall" is the "X Village Hall Committee".
    """
    return " ".join((whose, *name.split()[_shared(whose, name) :]))


def _shared(whose: str, name: str) -> int:
    """How many first words of a name are the last of another."""
    words = name.split()
    counts = range(len(words), 0, -1)
    return next((n for n in counts if whose.endswith(f" {' '.join(words[:n])}")), 0)


def _of_minutes(generic: str, document: Document) -> str:
    """The one body with a generic name of which a paper says so: "X Borough Council".

    Its head says where it meets, or the text speaks of its minutes, and not of its decisions.
    Failing that it is what the text calls it: "the Parish Council".
    """
    texts = [p for p in document.paragraphs if p.kind is not Kind.TABLE]
    of_meetings = [p for p in texts if matches(p.text, "meetings", "spoken_of")]
    for said in (texts[:LETTERHEAD], of_meetings):
        told = [
            one
            for p in said
            for one in bodies.mentioned(pattern("meetings", "of_others").split(p.text)[0])
            if one.endswith(f" {generic}") and not is_organ(one) and not _of_kind(one, generic)
        ]
        if len(set(map(name_key, told))) == 1:
            return told[0]
    called = {one for one in bodies.called(document.text) if one.endswith(f" {generic}")}
    return called.pop() if len(called) == 1 else generic


def _of_kind(name: str, generic: str) -> bool:
    """Whether all that stands before a generic name is a kind of meeting: "Special Council"."""
    return _OF_KIND.fullmatch(name.removesuffix(generic).strip()) is not None
