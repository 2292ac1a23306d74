"""Boards by the end of their name in papers that list nobody: a report to "Cabinet".

A report says for which meeting it was written and not who sat there. Where just one board whose
name ends so met on that day, it is that board.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from kg import terms as t
from kg.rdf.identity.board_names import seated
from kg.rdf.identity.boards_apart import has_common_name
from kg.rdf.identity.merges import Apart, Merge, Merges, Use
from kg.rdf.iris import tail_of
from kg.rdf.linking.stated import Stated
from kg.structure.names.body_names import has_noun

_ALL = "full-"
"""What a council is called when all of it meets: "Full Council"."""


def join_boards_of_a_day(
    stated: Stated, merges: Merges, known: Iterable[str], apart: Apart
) -> None:
    """Join the boards of papers that list nobody with those that met on the same day."""
    boards = sorted(one for one in known if stated.names(one, t.BOARD))
    longer = _by_ends(boards)
    for short in boards:
        wholes = [
            one
            for one in longer.get(short_tail(short), ())
            if one not in apart.get(short, ()) and _may_be(short, one)
        ]
        uses = [use for use in merges.uses(short) if merges.means(use) == short] if wholes else []
        listing = {document for document, *_ in seated(stated, short)} if uses else set()
        for use in uses:
            if use.document not in listing:
                met = {merges.now(one) for one in wholes if _met_with(stated, use, one)}
                if len(met) == 1:
                    merges.add(use, Merge(met.pop(), "met_that_day"))


def share_a_day(stated: Stated, short: str, whole: str, gone: Collection[str]) -> bool:
    """Whether two boards met on one day, or did by papers that may be ``gone`` (their meetings)."""
    meetings = {_renamed(one, short, whole) for _, one in stated.about(t.HELD_BY, short)}
    return any(one in gone or _is_held(stated, one) for one in meetings)


def ends_of(board: str) -> list[str]:
    """All ends of a board's name, in the words of its IRI."""
    words = tail_of(board).split("-")
    return ["-".join(words[start:]) for start in range(1, len(words))]


def short_tail(board: str) -> str:
    """The words of a board's IRI by which the end of a longer name is looked for."""
    return tail_of(board).removeprefix(_ALL)


def _may_be(short: str, whole: str) -> bool:
    """Whether the end of a name may stand for all of it: many boards have that name, or what stands
    before it is the body that the board is of.
    """
    before = tail_of(whole).removesuffix(short_tail(short)).replace("-", " ").title()
    return has_common_name(short) or has_noun(before.strip())


def _by_ends(boards: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for board in boards:
        for end in ends_of(board):
            found[end].append(board)
    return found


def _met_with(stated: Stated, use: Use, whole: str) -> bool:
    """Whether a board met on a day for which a paper speaks of a meeting of the other."""
    return any(_is_held(stated, _renamed(one, use.iri, whole)) for one in _meetings(stated, use))


def _meetings(stated: Stated, use: Use) -> Iterator[str]:
    held = stated.about(t.HELD_BY, use.iri)
    return (meeting for document, meeting in held if document == use.document)


def _renamed(meeting: str, board: str, whole: str) -> str:
    """The IRI that the meeting of one board would have as that of another on the same day."""
    head, tail = meeting.rsplit("/", 1)
    return f"{head}/{tail_of(whole)}{tail.removeprefix(tail_of(board))}"


def _is_held(stated: Stated, meeting: str) -> bool:
    return any(True for _ in stated.of(meeting, t.HELD_BY))
