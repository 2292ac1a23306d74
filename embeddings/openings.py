"""How papers open: the bodies that they are of, and the words of their first lines.

The first lines of a paper are its title and running heads, which may alone name its body, or the
name of its file does. The index of facts holds one document for each paper, found by a body or by a
word of its opening.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from embeddings.statements import narrowings
from embeddings.stems import small_words
from kg.store.graph import KnowledgeGraph

_FILES = """SELECT DISTINCT ?document ?name WHERE {
  %s
  ?document a mb:Document ; mb:fileName ?name .
}
ORDER BY ?document ?name"""
_PAPERS = """SELECT DISTINCT ?document ?board ?kind WHERE {
  %s
  ?document a mb:Document .
  OPTIONAL { ?document mb:ofMeeting/mb:heldBy ?board }
  OPTIONAL { ?document mb:kind ?kind }
}
ORDER BY ?document ?board ?kind"""
_LINES = """SELECT DISTINCT ?document ?ordinal ?text ?form WHERE {
  %s
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text .
  FILTER(?ordinal < 6)
  OPTIONAL { ?paragraph mb:kind ?form }
}
ORDER BY ?document ?ordinal ?text ?form"""
_PARTS = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")
"""The words in the name of a file that are no codes."""
_FIRST = 3
"""So many lines of a paper are its first ones."""
_SHORT = 200
"""Characters of a line that are looked at."""
_OF_MEETINGS = ("minutes", "agenda pack")
"""The kinds of paper that are of one meeting."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the paper ``iri`` opens.

    ``boards`` are the bodies (IRIs) whose meeting it is of, in order; ``of_meeting`` says that it
    is an agenda or minutes; ``words`` are those of its first lines and of the name of its file, in
    small letters and in order.
    """

    iri: str
    boards: tuple[str, ...]
    of_meeting: bool
    words: tuple[str, ...]


def openings(graph: KnowledgeGraph, papers: Iterable[str] | None = None) -> Iterator[Opening]:
    """How all papers open, or some (IRIs), in order of IRI."""
    for narrowed in narrowings("document", papers):
        words = _words(graph, narrowed)
        rows = graph.select(_PAPERS % narrowed).rows
        for iri, some in groupby(rows, key=lambda row: str(row[0])):
            held = [(board, kind) for _, board, kind in some]
            boards = dict.fromkeys(str(board) for board, _ in held if board)
            of_meeting = any(kind in _OF_MEETINGS for _, kind in held)
            yield Opening(iri, tuple(boards), of_meeting, tuple(sorted(words.get(iri, ()))))


def _words(graph: KnowledgeGraph, narrowed: str) -> dict[str, set[str]]:
    """The words in the first lines of papers and in the names of their files; where the first lines
    are but about the file, also those of the first line after them that is not.
    """
    named = graph.select(_FILES % narrowed).rows
    found = {str(document): _in_name(str(name)) for document, name in named}
    opened = set[str]()
    for document, ordinal, text, form in graph.select(_LINES % narrowed).rows:
        iri, tells = str(document), form != "furniture"
        if int(str(ordinal)) < _FIRST or (tells and iri not in opened):
            found.setdefault(iri, set()).update(small_words(str(text)[:_SHORT]))
            opened |= {iri} if tells else set()
    return found


def _in_name(file: str) -> set[str]:
    """The words in the name of a file, without its ending and what has figures in it."""
    return small_words(" ".join(_PARTS.findall(PurePath(file).stem)))


def written(opening: Opening) -> str:
    """An opening as text, for `read`."""
    held = [opening.iri, opening.boards, opening.of_meeting, opening.words]
    return json.dumps(held, ensure_ascii=False)


def read(told: str) -> Opening:
    """An opening from what `written` made of it."""
    iri, boards, of_meeting, words = json.loads(told)
    return Opening(iri, tuple(boards), of_meeting, tuple(words))
