"""Boards that some papers call by the end of their name: "Transparency Board".

Many bodies have a "Planning Committee", so that the end of a name joins only where
the same people sit on both, and where no second board with such people has a name
that ends so. A name that is made of words which many committees have may mean one
board in one paper and another in the next, so there each paper is asked for itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from kg import terms as t
from kg.rdf.identity.merges import Apart, Merge, Merges, Use
from kg.rdf.iris import tail_of
from kg.rdf.linking.stated import Stated
from kg.store.values import to_value
from kg.structure.names.body_names import is_common
from kg.tables.load import table


def join_short_names(stated: Stated, merges: Merges, known: Iterable[str], apart: Apart) -> None:
    """Join boards by the end of a name; the name that more papers use is kept."""
    members = _Members(stated, merges, known)
    people, papers = members.people, members.papers
    least = table("identity")["evidence"]["members_in_common"]
    for short, longer in _longer(people).items():
        allowed = {one: people[one] for one in longer if one not in apart.get(short, ())}
        if is_common(tail_of(short).replace("-", " ")):
            for use in sorted(use for use in members.listed if merges.means(use) == short):
                for kept in _alike(members.listed[use], allowed, least):
                    merges.add(use, Merge(merges.now(kept), "end_of_name"))
            continue
        for long in _alike(people[short], allowed, least):
            pair = sorted((short, long), key=lambda one: (-len(papers[one]), -len(one)))
            kept, gone = (merges.now(board) for board in pair)
            merges.redirect(gone, kept, "end_of_name")


class _Members:
    """Who sits on the boards whose names end alike: ``people`` and ``papers`` by what a board
    means, ``listed`` by its use in a paper.
    """

    def __init__(self, stated: Stated, merges: Merges, known: Iterable[str]) -> None:
        self.people: dict[str, set[str]] = defaultdict(set)
        self.papers: dict[str, set[str]] = defaultdict(set)
        self.listed: dict[Use, set[str]] = defaultdict(set)
        boards = [one for one in known if stated.names(one, t.BOARD)]
        meant = {merges.means(use) for board in boards for use in merges.uses(board)}
        alike = {one for short, longer in _longer(meant).items() for one in (short, *longer)}
        for board in boards:
            if any(merges.means(use) in alike for use in merges.uses(board)):
                for document, _, person in seated(stated, board):
                    use = Use(document, board)
                    self.people[merges.means(use)].add(person)
                    self.papers[merges.means(use)].add(document)
                    self.listed[use].add(person)


def seated(stated: Stated, board: str) -> Iterator[tuple[str, str | None, str]]:
    """The documents that list members of a board, or who was at a meeting of it, with that meeting
    and each of them.
    """
    for document, meeting in stated.about(t.HELD_BY, board):
        for quad in stated.graph.quads_in(document, None, t.AT_MEETING, meeting):
            row = str(to_value(quad.subject))
            people = stated.within(document, row, t.PERSON)
            yield from ((document, meeting, who) for who in people)
    for document, row in stated.about(t.ORGANIZATION, board):
        yield from ((document, None, who) for who in stated.within(document, row, t.MEMBER))


def _alike(people: set[str], boards: Mapping[str, set[str]], least: int) -> list[str]:
    """The one board on which so many of some people sit; none where there are two."""
    found = [board for board, members in boards.items() if len(people & members) >= least]
    return found if len(found) == 1 else []


def _longer(boards: Collection[str]) -> dict[str, list[str]]:
    """For each board those whose names end as its name does, the shortest names first."""
    ending: dict[str, list[str]] = defaultdict(list)
    for board in sorted(boards, key=lambda one: (len(one), one)):
        for end in endings(board):
            ending[end].append(board)
    tails = {board: tail_of(board) for board in sorted(boards)}
    return {board: ending[tail] for board, tail in tails.items() if tail in ending}


def endings(board: str) -> list[str]:
    """The ends of a board's name, in the words of its IRI, that it may go by."""
    words = tail_of(board).split("-")
    return ["-".join(words[start:]) for start in range(1, len(words) - 1)]
