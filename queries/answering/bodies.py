"""Bodies that a question names, or calls by their kind alone: "the parish council", "our board"."""

from dataclasses import replace

from kg.tables.load import table
from queries.answering.asking import Asking, without_stems
from queries.answering.scope import Scope, with_parts
from queries.texts.wording import found, small_words, stems, stopwords, tokens
from queries.understanding.subjects import OF_PEOPLE

_MEETING = "SELECT DISTINCT ?board { ?meeting mb:heldBy ?board }"
"""The bodies that hold meetings."""


def of_body(asking: Asking) -> Asking:
    """A question whose subject is free of the words by which it names a body; where it asks of the
    people of one, also of other words with a capital, which no fact on people has.
    """
    asking = _with_other_bodies(asking)
    question = asking.question
    own = asking.own_stems
    if question.way in OF_PEOPLE and asking.scope is not None:
        inner = tokens(question.text)[1:]
        own |= frozenset(stems(" ".join(word for word, _, _ in inner if word[0].isupper())))
    return without_stems(asking, own)


def _with_other_bodies(asking: Asking) -> Asking:
    """A question asked of one body, in which the name of another one, which holds no meetings, is
    part of the subject ("What did the Council agree about the Quay Committee?").
    """
    question = asking.question
    named = [one for one in question.mentions if one.kind == "Board"]
    meeting = {str(board) for (board,) in asking.graph.select(_MEETING).rows} if named else set()
    others = [one for one in named if meeting and not meeting & set(one.iris)]
    text = " ".join(question.text[one.start : one.end].lower() for one in others)
    besides = {*table("questions")["frame"], *stopwords()}
    said = stems(" ".join(word for word, _, _ in tokens(text) if word not in besides))
    if not said:
        return asking
    mentions = question.mentions
    if question.way in OF_PEOPLE:  # which such a body may have sent
        mentions = tuple(
            replace(one, kind="Organisation") if one in others else one for one in mentions
        )
    subject = tuple(dict.fromkeys((*question.subject, *said)))
    return replace(asking, question=replace(question, subject=subject, mentions=mentions))


def of_kind(asking: Asking) -> Asking:
    """A question whose subject is free of the kind of body that it calls one by whose papers are
    held; where there is one body of that kind alone, it is asked of that one.
    """
    phrases = found(asking.question.text, "called")
    called = [(phrase, boards) for phrase in phrases if (boards := _of(asking, phrase))]
    if not called:
        return asking
    said = {stem for phrase, _ in called for stem in stems(phrase)}
    boards = set.intersection(*(boards for _, boards in called))
    papers = asking.searcher.papers
    several = len(papers.boards) > 1 or bool(papers.of_none)
    if len(boards) == 1 and several and asking.within is None:
        own = with_parts(boards, dict(asking.searcher.names.labels_of(papers.boards)))
        held = papers.of(own) | {one.iri for one in papers.of_none}
        asking = replace(asking, within=Scope(frozenset(own), frozenset(held)))
    return without_stems(asking, said)


def _of(asking: Asking, phrase: str) -> set[str]:
    """The bodies with papers of whose name the words of a phrase are a part."""
    said = small_words(phrase)
    labels, boards = asking.searcher.names.labels, asking.searcher.papers.boards
    return {board for board in boards if any(said <= small_words(one) for one in labels(board))}
