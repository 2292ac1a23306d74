"""Boards that some papers call by the end of their name: "Transparency Board".

Many bodies have a "Planning Committee", so that the end of a name joins only where
the same people sit on both, and where no second board with such people has a name
that ends so. A name that is made of words which many committees have may mean one
board in one paper and another in the next, so there each paper is asked for itself.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from kg.rdf.merges import Merge, Merges, Use
from kg.structure.bodies import is_common
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_MEMBERS = """
SELECT DISTINCT ?document ?board ?person WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?board a mb:Board .
    { ?row mb:person ?person ; mb:atMeeting/mb:heldBy ?board }
    UNION { ?row org:member ?person ; org:organization ?board }
  }
}
"""


def join_short_names(
    graph: "KnowledgeGraph", merges: Merges, apart: Mapping[str, set[str]]
) -> None:
    """Join boards by the end of a name; the name that more papers use is kept.

    ``apart`` gives for an IRI those that people ruled to be something else.
    """
    people: dict[str, set[str]] = defaultdict(set)
    papers: dict[str, set[str]] = defaultdict(set)
    listed: dict[Use, set[str]] = defaultdict(set)
    for document, board, person in graph.select(_MEMBERS).rows:
        meant = merges.means(Use(str(document), str(board)))
        people[meant].add(str(person))
        papers[meant].add(str(document))
        listed[Use(str(document), str(board))].add(str(person))
    least = table("identity")["evidence"]["members_in_common"]
    for short, longer in _longer(people).items():
        allowed = {one: people[one] for one in longer if one not in apart.get(short, ())}
        if is_common(_tail(short).replace("-", " ")):
            for use in sorted(use for use in listed if merges.means(use) == short):
                for kept in _alike(listed[use], allowed, least):
                    merges.add(use, Merge(_now(merges, kept), "end_of_name"))
            continue
        for long in _alike(people[short], allowed, least):
            pair = sorted((short, long), key=lambda one: (-len(papers[one]), -len(one)))
            kept, gone = (_now(merges, board) for board in pair)
            merges.redirect(gone, kept, "end_of_name")


def _alike(people: set[str], boards: Mapping[str, set[str]], least: int) -> list[str]:
    """The one board on which so many of some people sit; none where there are two."""
    found = [board for board, members in boards.items() if len(people & members) >= least]
    return found if len(found) == 1 else []


def _tail(board: str) -> str:
    return board.rsplit("/", 1)[-1]


def _now(merges: Merges, board: str) -> str:
    """What a board's IRI means after the joins so far."""
    uses = merges.uses(board)
    return merges.means(uses[0]) if uses else board


def _longer(boards: Collection[str]) -> dict[str, list[str]]:
    """For each board those whose names end as its name does, the shortest names first."""
    ending: dict[str, list[str]] = defaultdict(list)
    for board in sorted(boards, key=lambda one: (len(one), one)):
        words = _tail(board).split("-")
        for start in range(1, len(words) - 1):
            ending["-".join(words[start:])].append(board)
    tails = {board: _tail(board) for board in sorted(boards)}
    return {board: ending[tail] for board, tail in tails.items() if tail in ending}
