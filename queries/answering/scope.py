"""Whose papers a question is about: in a library of many bodies, those of the body it names.

A body may be named by a part of its name that is its own ("the Quillhaven councillors"): a
word with a capital that the papers never write in small letters. Where no body is known by such
a word, the papers that open with it are meant: their title may be all that names the body.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile

from embeddings.keywords import KeywordIndex
from embeddings.passages import Filter
from kg.rdf.iris import paper_of
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.graphs.place import texts
from queries.search import Searcher
from queries.texts.wording import bare, overlaps, small_words, stopwords, tokens
from queries.understanding.aliases import quarters
from queries.understanding.names import Mention
from queries.understanding.question import Question

_COMMON = ("nouns", "small", "never", "kinds", "generic", "common", "places", "papers", "versions")
"""The lists of words that many bodies are named by."""
_LOOKED_AT = 20
_WHOLE = 3
"""From so many words on a name says which body is meant, though each is in those of many."""
_CALLED = 4
"""Among how many words behind a part of its name the kind of a body stands."""
_PHRASE = 4
"""So many words on end of a name are no words of another matter."""
_ADDRESS = re.compile(r"\S*[@/]\S*|\S+\.\w\S*|\b[a-z]\w*(?:-\w+)+")
"""Addresses and words joined by hyphens, which write names in small letters ("perry-website")."""
_RUN = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
"""Words with capitals on end."""
_OTHERS = frozenset({"Person", "Programme"})
"""Names whose words name no body."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The boards asked about, and their papers with those of no known board.

    ``words`` are those that name them in the openings of their papers, or by which the question
    calls them besides ("the Quillhaven parents' group"), in small letters.
    """

    boards: frozenset[str]
    papers: frozenset[str]
    words: frozenset[str] = frozenset()


def scope_of(searcher: Searcher, question: Question) -> Scope | None:
    """The bodies that a question names, with their papers.

    None where it names none, or the library holds the papers of one body only.
    """
    found = _scope_of(searcher, question)
    return found and replace(found, words=found.words | _besides(searcher, question, found))


def _besides(searcher: Searcher, question: Question, scope: Scope) -> set[str]:
    """The words by which a question calls a body behind one with a capital that is part of its name
    or of the openings of its papers, up to another such or one for the kind of body ("the Perry
    makers' club").
    """
    labels = (label for board in scope.boards for label in searcher.names.labels(board))
    named = small_words(" ".join(labels))

    def is_own(word: str) -> bool:
        return word in named or searcher.papers.open_with([word], scope.papers)

    said = [(word, bare(word)) for word, _, _ in tokens(question.text)]
    found: set[str] = set()
    for at, (word, small) in enumerate(said):
        if word[0].isupper() and small not in _common() and is_own(small):
            behind = [plain for _, plain in takewhile(_is_small, said[at + 1 : at + 1 + _CALLED])]
            ends = [
                place
                for place, plain in enumerate(behind, 1)
                if plain in _kinds_of_body() or is_own(plain)
            ]
            found.update(behind[: ends[-1]] if ends else ())
    return found


def _is_small(said: tuple[str, str]) -> bool:
    """Whether a word, given with its small letters, may be one of those by which a body is called
    beside its name.
    """
    word, small = said
    return word[0].islower() and small not in stopwords()


def _scope_of(searcher: Searcher, question: Question) -> Scope | None:
    graph, keywords, papers = searcher.graph, searcher.library.keywords, searcher.papers
    boards = papers.boards
    if len(boards) < 2:
        return None
    named = {iri for mention in question.mentions for iri in mention.iris} & boards
    labels = searcher.names.labels_of(boards)
    whole = {
        iri for one in question.mentions if _in_full(question, one) for iri in one.iris
    } & boards
    own = {board for board in named if _own_words(labels[board])}
    asked = with_parts(own | whole, labels)
    if asked:
        return _of_boards(searcher, asked, labels)
    guess = _by_opening(searcher, question)
    if guess is None:
        parts = _by_part(keywords, graph, labels, question) or _by_phrase(labels, question)
        asked = parts or with_parts(named, labels)
        guess = _of_boards(searcher, asked, labels) if asked else _by_mention(searcher, question)
    return guess and _of_the_day(searcher, question, guess)


def _of_boards(searcher: Searcher, asked: set[str], labels: Mapping[str, tuple[str, ...]]) -> Scope:
    """Boards with their papers, those that open with their names, and those of no known body."""
    papers = searcher.papers
    alone = [small_words(label) - _common() for board in asked for label in labels[board]]
    opening = {one.iri for words in alone if words for one in papers.opening_with(words)}
    loose = {one.iri for one in papers.of_none if not (any(alone) and one.of_meeting)}
    return _scope(asked, papers.of(asked) | opening | loose)


def _of_the_day(searcher: Searcher, question: Question, guess: Scope) -> Scope:
    """A guess with the papers of the one day asked of which have a word of the question that they
    write with a capital alone, where none of its own is of that day.
    """
    days = [one for one in question.periods if one.days == 1]
    if len(days) != 1:
        return guess
    day, keywords = Filter(after=days[0].first, before=days[0].last), searcher.library.keywords
    if keywords.matching(replace(day, document=tuple(sorted(guess.papers)))):
        return guess
    said = {
        word: [hit.id for hit in keywords.search(word, _LOOKED_AT, day)]
        for word in sorted(_capitals(question))
    }
    found = {
        paper
        for word, near in said.items()
        if _only_capital_in(searcher.graph, near, word)
        for paper in map(paper_of, near)
    }
    boards = {board for one in searcher.papers.openings(found) for board in one.boards}
    return replace(guess, boards=guess.boards | boards, papers=guess.papers | found)


def _scope(boards: Collection[str], papers: Collection[str], words: Collection[str] = ()) -> Scope:
    return Scope(frozenset(boards), frozenset(papers), frozenset(words))


def _by_opening(searcher: Searcher, question: Question) -> Scope | None:
    """The papers that open with a word of the question that only they have, written with a
    capital alone, and the other papers of their bodies; not those that have but a part of such
    words of another ("Water District" is in the name of many).
    """
    said, papers = _capitals(question), searcher.papers
    opened = {
        word: {one.iri: said.intersection(one.words) for one in papers.opening_with([word])}
        for word in sorted(said)
        if _only_there(searcher, word) or _opens_with_both(searcher, question, word)
    }
    meant = {
        paper: words
        for word, some in opened.items()
        for paper, words in _with_most(some, _beside(question, word)).items()
    }
    if not meant or len(meant) == len(papers):
        return None
    boards = {board for one in papers.openings(meant) for board in one.boards}
    return _scope(boards, meant.keys() | papers.of(boards), set[str]().union(*meant.values()))


def _opens_with_both(searcher: Searcher, question: Question, word: str) -> bool:
    """Whether one paper alone opens with a word and the one beside it in the question, of which
    papers write neither in small letters.
    """
    runs = ([bare(one) for one in run.split()] for run in _RUN.findall(question.text))
    pairs = (pair for run in runs for pair in pairwise(run) if word in pair)
    return any(
        len(searcher.papers.opening_with(sorted(pair))) == 1
        and not any(_in_small(searcher, one) for one in pair)
        for pair in pairs
    )


def _in_small(searcher: Searcher, word: str) -> bool:
    """Whether papers write a word in small letters."""
    return word in _forms(searcher.graph, _nearest(searcher.library.keywords, word), word)


def _beside(question: Question, word: str) -> set[str]:
    """The words with a capital on end that a word is one of in a question, in small letters."""
    runs = _RUN.findall(question.text)
    return {word}.union(*(some for run in runs if word in (some := set(map(bare, run.split())))))


def _with_most(opened: Mapping[str, set[str]], name: set[str]) -> dict[str, set[str]]:
    """Of papers, with what they open with, those with no smaller part of a name than another."""
    parts = {frozenset(words & name) for words in opened.values()}
    smaller = {some for some in parts if any(some < more for more in parts)}
    return {paper: words for paper, words in opened.items() if words & name not in smaller}


def _by_mention(searcher: Searcher, question: Question) -> Scope | None:
    """The one paper that has a word of the question which papers write with a capital alone, and
    the other papers of its body; None where several have such words, or most papers are of that
    body.
    """
    graph, keywords = searcher.graph, searcher.library.keywords
    found: set[str] = set()
    for word in sorted(_capitals(question)) if question.text != question.text.lower() else ():
        near = _nearest(keywords, word)
        papers = set(map(paper_of, near))
        if len(papers) == 1 and _only_capital_in(graph, near, word):
            found |= papers
    if len(found) != 1:
        return None
    boards = {board for one in searcher.papers.openings(found) for board in one.boards}
    own = found | searcher.papers.of(boards)
    return _scope(boards, own) if 2 * len(own) < len(searcher.papers) else None


def _only_there(searcher: Searcher, word: str) -> bool:
    """Whether the papers that open with a word alone have it, and it only with a capital."""
    if not searcher.papers.open_with([word]):
        return False
    near = _nearest(searcher.library.keywords, word)
    places = set(map(paper_of, near))
    if not all(word in one.words for one in searcher.papers.openings(places)):
        return False
    return word not in _forms(searcher.graph, near, word)


def _in_full(question: Question, mention: Mention) -> bool:
    """Whether a name is written with so many words that it is no kind of body alone."""
    written = question.text[mention.start : mention.end]
    return mention.kind == "Board" and len(written.split()) >= _WHOLE


def _own_words(labels: Sequence[str]) -> bool:
    """Whether a name has a word that not many bodies are named by ("Committee" has none)."""
    return any(small_words(label) - _common() for label in labels)


def with_parts(named: set[str], labels: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Boards, and those whose names have all the words of a name of one of them, and more."""
    said = [small_words(label) for board in named for label in labels[board]]
    return {
        board
        for board, some in labels.items()
        if any(words <= small_words(label) for label in some for words in said)
    }


def _by_part(
    keywords: KeywordIndex,
    graph: KnowledgeGraph,
    labels: Mapping[str, tuple[str, ...]],
    question: Question,
) -> set[str]:
    """The bodies of whose own words the question has most."""
    said = _capitals(question) - _common()
    own = {
        board: said & set[str]().union(*map(small_words, some)) for board, some in labels.items()
    }
    proper = {
        word
        for word in set[str]().union(*own.values())
        if word not in _forms(graph, _nearest(keywords, word), word)
    }
    shared = {board: len(words & proper) for board, words in own.items()}
    most = max(shared.values(), default=0)
    return {board for board, number in shared.items() if number == most > 0}


def _by_phrase(labels: Mapping[str, tuple[str, ...]], question: Question) -> set[str]:
    """The one body of whose name so many words stand on end in the question, in small letters or
    not, that they name no other.
    """
    asked = [bare(word) for word, _, _ in tokens(question.text)]
    runs = {" ".join(asked[at : at + _PHRASE]) for at in range(len(asked) - _PHRASE + 1)}
    found = {
        board
        for board, some in labels.items()
        for label in some
        if any(run in " ".join(bare(word) for word, _, _ in tokens(label)) for run in runs)
    }
    return found if len(found) == 1 else set()


def _capitals(question: Question) -> set[str]:
    """The words of a question with a capital that name no person, programme, quarter or time; all
    words of one without capitals.
    """
    small = question.text == question.text.lower()
    taken = [(one.start, one.end) for one in question.mentions if one.kind in _OTHERS]
    taken += [(one.begin, one.end) for one in question.periods]
    of_times = small_words(" ".join(written for written, _ in quarters(question.text)))
    return {
        bare(word)
        for word, start, end in tokens(question.text)
        if (small or word[0].isupper())
        and word.lower() not in stopwords() | of_times
        and word.title() not in {*table("dates")["months"], *table("dates")["weekdays"]}
        and not overlaps(start, end, taken)
    }


def only_capital(searcher: Searcher, word: str) -> bool:
    """Whether papers have a word, and write it with a capital alone."""
    near = _nearest(searcher.library.keywords, word)
    return _only_capital_in(searcher.graph, near, bare(word))


def _only_capital_in(graph: KnowledgeGraph, near: Sequence[str], word: str) -> bool:
    """Whether some passages have a word, given in small letters, and write it with a capital
    alone.
    """
    written = _forms(graph, near, word)
    return bool(written) and word not in written


def _nearest(keywords: KeywordIndex, word: str) -> list[str]:
    """The passages nearest to a word, best first."""
    return [hit.id for hit in keywords.search(word, _LOOKED_AT)]


def _forms(graph: KnowledgeGraph, near: Sequence[str], word: str) -> set[str]:
    """A word as some passages write it; empty where only their context has it."""
    plain = (_ADDRESS.sub(" ", text) for text in texts(graph, near).values())
    return {form for text in plain for form, _, _ in tokens(text) if bare(form) == word}


@cache
def _kinds_of_body() -> frozenset[str]:
    """The nouns for bodies of one word, in small letters."""
    return frozenset(noun.casefold() for noun in table("bodies")["nouns"] if " " not in noun)


@cache
def _common() -> frozenset[str]:
    """The words that many bodies are named by, in small letters."""
    lists = (table("bodies")[name] for name in _COMMON)
    return frozenset(
        word.casefold() for some in lists for phrase in some for word, _, _ in tokens(phrase)
    )
