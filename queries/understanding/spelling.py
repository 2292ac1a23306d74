"""Names as the papers spell them: a letter that a question doubles and papers do not, or the other
way round ("Flemming", "Fleming"), and things that papers name by their initials alone.
"""

import re
from collections.abc import Iterator, Mapping

from embeddings.keywords import KeywordIndex
from kg.store.graph import KnowledgeGraph
from queries.graphs.place import texts
from queries.texts.wording import as_word, content_stems, light, stems, stopwords
from queries.understanding.aliases import letters_on_end
from queries.understanding.names import Gazetteer

NEAR = 10
"""In how many passages a name is sought as papers may spell it."""
_SEVERAL = 2
"""Of how many words of such a phrase papers have none."""
_LETTERS = (5, 4, 3)
"""How many words on end may be meant by as many letters."""
_NAME = re.compile(r"(?<=[\w,’'] )[A-Z][a-z]{3,}\b")
"""A word that a question writes as a name, and does not begin with."""


def respelled(text: str, keywords: KeywordIndex, graph: KnowledgeGraph) -> Mapping[str, str]:
    """The names of a question that no paper has, each with the first form that papers have and
    that differs from it in one letter being double.
    """
    unheard = dict.fromkeys(name for name in _NAME.findall(text) if not keywords.search(name, 1))
    held = {
        name: next((one for one in _forms(name) if is_written(one, keywords, graph)), None)
        for name in unheard
    }
    return {name: form for name, form in held.items() if form is not None}


def in_short(
    text: str, keywords: KeywordIndex, graph: KnowledgeGraph, names: Gazetteer
) -> Mapping[str, str]:
    """The phrases of a question of which papers lack several words, each with its initials where a
    paper writes these in capitals with another word of the question, and spells them out nowhere
    ("sexually transmitted infection": "STI").
    """
    phrases = {
        long: short
        for short, long in letters_on_end(text, _LETTERS).items()
        if stopwords().isdisjoint(long.split())
    }
    words = {word for phrase in phrases for word in phrase.split()}
    unheard = {word for word in words if not keywords.search(word, 1)}
    found = {
        long: short
        for long, short in phrases.items()
        if sum(word in unheard for word in long.split()) >= _SEVERAL and not names.mentions(short)
    }
    said = {phrase: set(content_stems(text.replace(phrase, ""))) - light() for phrase in found}
    return {
        phrase: short
        for phrase, short in found.items()
        if any(said[phrase] & set(stems(told)) for told in _writing(short, keywords, graph))
    }


def _writing(
    word: str, keywords: KeywordIndex, graph: KnowledgeGraph, among: int = NEAR
) -> list[str]:
    """Those of the first ``among`` passages with a word that write it just so."""
    near = [hit.id for hit in keywords.search(word, among)]
    return [told for told in texts(graph, near).values() if as_word(word).search(told)]


def with_forms(text: str, forms: Mapping[str, str]) -> str:
    """A question with each of some names in the form that stands beside it."""
    for name, form in forms.items():
        text = as_word(name).sub(form, text)
    return text


def is_written(word: str, keywords: KeywordIndex, graph: KnowledgeGraph, among: int = NEAR) -> bool:
    """Whether one of the first ``among`` passages with a word writes it just so."""
    return bool(_writing(word, keywords, graph, among))


def _forms(name: str) -> Iterator[str]:
    """A name with one letter doubled or no longer double, in order of their places."""
    for at, letter in enumerate(name[1:], 1):
        if letter != name[at - 1].lower():
            double = name[at + 1 : at + 2] == letter
            yield name[:at] + name[at + 1 :] if double else name[:at] + letter + name[at:]
