"""Titles and names in capitals, written out in small letters."""

import re

from kg.tables.load import alternation, table

_CAPITALS = 0.8
_LOUD = re.compile(r"[A-Z][A-Z’'.-]")
"""How a word in capitals begins that is written out amid others."""
_BRACKETED = re.compile(r"\([A-Z]{2,6}\)")
_VOWELS = "AEIOUYÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜĀĒĪŌŪ"
_SPOKEN = re.compile(
    rf"(?:{'|'.join(table('bodies')['onsets'])})?[{_VOWELS}]|[{_VOWELS}]|[^{_VOWELS}\W][{_VOWELS}]"
)
_BETWEEN = r"(?:AND|OF|THE|WITH|&) "
_WORD = rf"[A-Z][A-Z’'.-]+,? (?:{_BETWEEN}){{0,2}}"
_SHOUTED = re.compile(
    rf"(?<![\w-]){_WORD}(?:(?!{_BETWEEN}){_WORD}){{0,7}}"
    rf"{alternation('bodies', 'loud_nouns')}(?!\w)"
)
"""The name of a body in capitals amid other words."""
_RUN = re.compile(r"(?<![\w’'])[A-Z][A-Z’'-]+(?: (?:[A-Z][A-Z’'-]*|&)){3,}(?![\w’'])")
"""Several words in capitals amid others."""


def written_out(text: str) -> str:
    """A title in capitals in small letters, or the name of a body in them amid other words."""
    if " " in text and _in_capitals(text):
        return title_case(text)
    if _LOUD.search(text) is None:
        return text
    text = _SHOUTED.sub(lambda name: title_case(name[0]), text)
    return _RUN.sub(lambda run: title_case(run[0]), text)


def _in_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals: "HELD ON MONDAY 13th MAY" is a title in capitals."""
    letters = sum(map(str.isalpha, text))
    return letters > 3 and sum(map(str.isupper, text)) >= _CAPITALS * letters


def title_case(text: str) -> str:
    """Capitals written out as a title: small words small, acronyms of up to three letters kept."""
    small = {*table("bodies")["small"], *table("bodies")["lowered"]}
    words = [
        word.lower() if word.lower() in small and at else _title(word)
        for at, word in enumerate(text.split())
    ]
    return " ".join(words)


def _title(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    known = word.strip(".,") in table("bodies")["short_forms"]
    spoken = known or len(letters) < 2 or _SPOKEN.match("".join(letters))
    bracketed = _BRACKETED.fullmatch(word) is not None
    acronym = word in table("bodies")["acronyms"] or bracketed or not spoken
    if acronym or not letters or not word.isupper():
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match.group().capitalize(), word)
