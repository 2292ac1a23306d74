"""Names that a question writes and no paper has: several words with capitals, one after another."""

import re
from collections.abc import Iterator

from kg.tables.load import alternation, table
from queries.answering.asking import Asking
from queries.answering.scope import only_capital
from queries.graphs.place import places
from queries.retrieval.ranking import in_place
from queries.texts.wording import (
    LONGEST,
    bare,
    overlaps,
    small_words,
    stand_on_end,
    stems,
    stopstems,
    tokens,
)

_NEAREST = 20
"""In how many of the passages that have most words of a name it is looked for."""
_NAMESAKES = """SELECT ?person
WHERE {
  ?person a foaf:Person ; foaf:name|skos:altLabel ?name
  FILTER(STRENDS(CONCAT(" ", LCASE(STR(?name))), CONCAT(" ", ?last)))
}
LIMIT 1"""
_MANNER = rf"-{alternation('questions', 'manner_behind')}\b"
_CAPITAL = rf"[A-Z][a-z](?:[\w’]|(?!{_MANNER})-)*"
_RUN = re.compile(rf"(?<!^)(?<![.?!] )\b{_CAPITAL}(?: {_CAPITAL})+")
"""Words with capitals on end that do not open a sentence."""


def unknown_name(asking: Asking) -> str | None:
    """A name of several words that the graph does not know and no paper has as it is written.

    One of them must be a word that papers write with a capital alone: "Annual General Meeting" is
    no name.
    """
    return next((name for name in written_names(asking) if _strange(asking, name)), None)


def written_names(asking: Asking) -> Iterator[str]:
    """The names of several words that a question writes and the graph does not know; none where
    most words bear capitals, which then show no names.
    """
    text = asking.question.text[:LONGEST]
    words = tokens(text)
    if 2 * sum(word[0].isupper() for word, _, _ in words) > len(words):
        return
    taken = [(one.start, one.end) for one in asking.question.mentions]
    taken += [(one.begin, one.end) for one in asking.question.periods]
    found = (
        _without_body(asking, _without_title(match[0]))
        for match in _RUN.finditer(text)
        if not overlaps(*match.span(), taken)
    )
    yield from (name for name in found if " " in name)


def unheard_of(asking: Asking, name: str) -> bool:
    """Whether no paper names a person: none has the surname, or no person bears it and it stands
    nowhere behind the first name or its initial ("Ada Square" of one who lives in Square Lane).
    """
    first, last = name.split()[0], name.split()[-1]
    if not asking.searcher.library.keywords.search(last, 1):
        return True
    if first == last or asking.graph.select(_NAMESAKES, last=last.casefold()).rows:
        return False
    short = re.compile(rf"\b{first[0]}\b\.? ?(?:[A-Z]\b\.? ?)*{re.escape(last)}\b")
    near = places(asking.graph, holding(asking, last)).values()
    return not had(asking, f"{first} {last}") and not any(short.search(one.text) for one in near)


def _strange(asking: Asking, name: str) -> bool:
    """Whether a name has a word that only names have, and no paper has it whole."""
    return is_proper(asking, name) and not had(asking, name)


def is_proper(asking: Asking, name: str) -> bool:
    """Whether a name has a word that papers write with a capital alone."""
    return any(only_capital(asking.searcher, word) for word in name.split())


def _without_body(asking: Asking, name: str) -> str:
    """A name without the words before it that name the body asked ("Saltwick Ferry Office"), where
    several are left; nothing where one is and only openings of papers name that body, which may be
    called so in full.
    """
    words = name.split()
    while words and set(stems(words[0])) <= asking.own_stems:
        words = words[1:]
    if len(words) > 1:
        return " ".join(words)
    return "" if _by_opening_alone(asking, name.split()[0]) else name


def _by_opening_alone(asking: Asking, word: str) -> bool:
    """Whether a word names the body asked in the openings of its papers, and is not in its name."""
    opening = asking.scope.words if asking.scope else frozenset[str]()
    labels = (one for board in asking.boards for one in asking.searcher.names.labels(board))
    return bare(word) in opening and not any(bare(word) in small_words(one) for one in labels)


def _without_title(name: str) -> str:
    """A name without the titles before it."""
    titles = {bare(title) for title in table("people")["titles"]}
    words = name.split()
    while words and bare(words[0]) in titles:
        words = words[1:]
    return " ".join(words)


def holding(asking: Asking, name: str) -> list[str]:
    """The passages (IRIs) that have most words of a name, the best first."""
    return [hit.id for hit in asking.searcher.library.keywords.search(name, _NEAREST)]


def had(asking: Asking, name: str) -> bool:
    """Whether a paper has the words of a name on end, in any form, small words aside, or opens with
    all of them; the street of a name may be shortened.
    """
    wanted = contents(name)
    near = places(asking.graph, holding(asking, name)).values()
    held = (contents(in_place(place)) for place in near)
    if any(stand_on_end(wanted, some) for some in held):
        return True
    said = {bare(word) for word, _, _ in tokens(name)}
    return asking.searcher.papers.open_with(said)


def contents(text: str) -> list[str]:
    """The stems of a text without those of small words, in order, shortened words ("St.") whole."""
    whole = table("questions")["shortened"]
    words = " ".join(whole.get(word.lower(), word) for word, _, _ in tokens(text))
    return [stem for stem in stems(words) if stem not in stopstems()]
