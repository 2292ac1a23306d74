"""Other names of what a question asks about: initials, and names of before and after."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.structure.names.body_names import initials as capitals
from kg.structure.sentences import sentences
from kg.tables.load import matches, table
from queries.texts.wording import as_word, letters_of, stopwords, tokens
from queries.understanding.names import Gazetteer, Mention
from queries.understanding.periods import periods_in

_WORD = r"[A-Z][a-z]+(?:['’]s)?"
_NAME = re.compile(rf"\b{_WORD}(?:\s+(?:(?:and|for|of|the|in)\s+)*{_WORD}){{2,}}\b")
_SMALL = re.compile(r"\b[a-z]+\b")
_SMALL_ONLY = re.compile(r"[a-z ]+")
_JOINING = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
LETTERS = (4, 5)
"""How many words on end in small letters may be meant by as many letters."""
_SHORT = re.compile(r"\b[A-Z]{3,}(?:\d{0,2}\b|(?=s\b))")
_NUMBER = re.compile(r" (\d{1,2})\b")
_SECTION = re.compile(r"\b(?:section ?|s\.? ?)(\d{1,3})\b(?!\.\d)", re.IGNORECASE)


def renamed(texts: Iterable[str], names: Gazetteer) -> dict[str, set[str]]:
    """The programmes that texts say have changed their names: IRIs by IRI, both ways.

    Two programmes are one when a sentence names both and speaks of a change of name.
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for span in sentences(text):
            said = text[span.start : span.end]
            if not matches(said, "questions", "renaming"):
                continue
            kinds = {m.iris[0] for m in names.mentions(said) if m.kind == "Programme"}
            for one in kinds:
                found.setdefault(one, set()).update(kinds - {one})
    return found


def shorts(text: str) -> list[str]:
    """The short forms in capitals that a text has, as it has them, without the "s" of several."""
    return _SHORT.findall(text)


def spelled_out(question: str, texts: Iterable[str]) -> dict[str, str]:
    """The names in texts for which a short form in a question stands by its initials, with the
    number behind both ("BLF2": "Barge Lane Fund 2"); none for one that may stand for several.
    """
    wanted = set(shorts(question))
    found: dict[str, set[str]] = {}
    for text in texts if wanted else ():
        for match in _NAME.finditer(text):
            for short, name in _forms(match[0], _NUMBER.match(text, match.end())):
                if short in wanted:
                    found.setdefault(short, set()).add(name)
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def _forms(name: str, number: re.Match[str] | None) -> Iterator[tuple[str, str]]:
    """The short form of a name with the name, and both with the number behind it."""
    name = name.removeprefix("The ")
    yield capitals(name), name
    if number:
        yield f"{capitals(name)}{number[1]}", f"{name} {number[1]}"


def sections(text: str) -> dict[str, str]:
    """The sections of acts that a text names, in full by short form ("s114": "section 114")."""
    return {f"s{match[1]}": f"section {match[1]}" for match in _SECTION.finditer(text)}


def quarters(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The quarters of a year that a text names, as it writes each, with all its forms ("Q3":
    "third quarter").
    """
    return [(match[0], forms) for form, forms in _quarters() for match in form.finditer(text)]


@cache
def _quarters() -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    """Each form of a quarter of a year, with all forms of it."""
    return [
        (as_word(form, re.IGNORECASE), tuple(forms))
        for forms in table("questions")["quarters"]
        for form in forms
    ]


def initials(text: str) -> dict[str, str]:
    """Names of three and more words in a text by their initials, small words and days left out."""
    for one in periods_in(text):
        text = f"{text[: one.begin]}{'.' * (one.end - one.begin)}{text[one.end :]}"
    names = (match[0] for match in _NAME.finditer(text))
    return {capitals(name): name for name in names}


def initials_of(mention: Mention) -> list[str]:
    """The initials by which minutes call a person, where they are no small word ("NO")."""
    short = letters_of(mention.labels[0]) if mention.kind == "Person" else ""
    return [short] if len(short) > 1 and short.lower() not in stopwords() else []


def counted_as(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The nouns of a text for things that are counted under other nouns too, with those."""
    groups = [tuple(nouns.split()) for nouns in table("questions")["counted_as"]]
    words = [word for word, _, _ in tokens(text)]
    return [(word, nouns) for word in words for nouns in groups if word in nouns]


def letters_on_end(text: str, sizes: Sequence[int] = LETTERS) -> dict[str, str]:
    """So many words on end in small letters by their initials, joining words left out."""
    said = [match for match in _SMALL.finditer(text) if match[0] not in _JOINING]
    runs = (said[at : at + size] for size in sizes for at in range(len(said) + 1 - size))
    whole = ((run, text[run[0].start() : run[-1].end()]) for run in runs)
    return {
        "".join(word[0][0] for word in run).upper(): phrase
        for run, phrase in whole
        if _SMALL_ONLY.fullmatch(phrase)
    }
