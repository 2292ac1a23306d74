"""Bodies that a question calls by their kind alone: "the parish council", "our board"."""

from dataclasses import replace

from queries.answering.asking import Asking, without
from queries.answering.scope import Scope, with_parts
from queries.texts.wording import found, small_words, stems


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
    return without(asking, said)


def _of(asking: Asking, phrase: str) -> set[str]:
    """The bodies with papers of whose name the words of a phrase are a part."""
    said = small_words(phrase)
    labels, boards = asking.searcher.names.labels, asking.searcher.papers.boards
    return {board for board in boards if any(said <= small_words(one) for one in labels(board))}
