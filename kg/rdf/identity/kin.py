"""Which names may be of one thing, as far as the names alone tell.

Whether they are needs evidence, but names that are no kin of one another are never joined,
and nothing that papers say of the one bears on the other. So after a change of papers only the
kin of the names that changed have to be looked at again.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from rapidfuzz.distance import OSA

from kg import terms as t
from kg.rdf.identity.board_names import endings
from kg.rdf.identity.boards_of_a_day import ends_of, share_a_day, short_tail
from kg.rdf.identity.bodies import CLASSES, is_acronym
from kg.rdf.identity.renamings import Renamings
from kg.rdf.iris import tail_of
from kg.rdf.linking.stated import Stated
from kg.structure.names.body_names import initials
from kg.tables.load import table


class Kin:
    """The kin of names (IRIs) in a graph.

    ``forms`` gives forms of names that documents may have ceased to write, ``gone`` what they may
    have ceased to speak of (IRIs).
    """

    def __init__(
        self,
        stated: Stated,
        renamings: Renamings,
        forms: Mapping[str, Collection[str]],
        gone: Collection[str],
    ) -> None:
        self._gone = gone
        self._stated = stated
        self._renamings = renamings
        self._forms = forms

    def bodies(self, names: Iterable[str]) -> set[str]:
        """Some boards, organisations and programmes with their kin, and the kin of these."""
        return _closed(names, self._of_body)

    def people(self, names: Iterable[str]) -> set[str]:
        """Some people with their kin, and the kin of these."""
        return _closed(names, self._of_person)

    def _of_body(self, name: str) -> set[str]:
        found = self._renamings.beside(name)
        board = self._stated.names(name, t.BOARD)
        if board:
            found |= self._ending.get(tail_of(name), set())
            found |= {one for end in endings(name) for one in self._by_tail.get(end, ())}
            found |= self._of_a_day(name)
        for form in self._written(name):
            if is_acronym(form):
                found |= self._called(form) | self._by_initials.get(form, set())
            if board:
                found |= self._called(initials(form))
        return {one for one in found if self._stated.names(one, *CLASSES)}

    def _of_a_day(self, board: str) -> set[str]:
        """Boards that met on one day with a board, the name of one at the end of the other's, and
        those it has been joined with.
        """
        graph = self._stated.graph
        joined = {*graph.wholes_of(board), *graph.shown_as(board)}
        pairs = [(board, one) for one in self._by_end.get(short_tail(board), ())]
        shorter = (self._by_short_tail.get(end, ()) for end in ends_of(board))
        pairs += [(one, board) for names in shorter for one in names]
        met = (pair for pair in pairs if share_a_day(self._stated, *pair, self._gone))
        return joined.union(*met)

    def _written(self, name: str) -> set[str]:
        """The forms that documents write, or wrote, of a name or of what it is shown under."""
        graph = self._stated.graph
        shown = graph.described([name, *graph.wholes_of(name)], {t.ALT_LABEL})
        written = {str(form) for said in shown.values() for form in said[t.ALT_LABEL]}
        return written.union(self._forms.get(name, ()))

    def _called(self, form: str) -> set[str]:
        """The names of which documents write a form."""
        graph = self._stated.graph
        shown = graph.saying(t.ALT_LABEL, form)
        return {one for name in shown for one in (name, *graph.shown_as(name))}

    def _named(self, kind: str) -> set[str]:
        """All names of a class."""
        graph = self._stated.graph
        shown = graph.subjects(t.TYPE, kind)
        return {one for name in shown for one in (name, *graph.shown_as(name))}

    @cached_property
    def _by_tail(self) -> dict[str, set[str]]:
        return _grouped((tail_of(board), board) for board in self._named(t.BOARD))

    @cached_property
    def _by_short_tail(self) -> dict[str, set[str]]:
        return _grouped((short_tail(board), board) for board in self._named(t.BOARD))

    @cached_property
    def _by_end(self) -> dict[str, set[str]]:
        return _grouped((end, board) for board in self._named(t.BOARD) for end in ends_of(board))

    @cached_property
    def _ending(self) -> dict[str, set[str]]:
        """Boards by the ends of their names."""
        return _grouped((end, board) for board in self._named(t.BOARD) for end in endings(board))

    @cached_property
    def _by_initials(self) -> dict[str, set[str]]:
        """Boards by the initials of the forms written of them."""
        boards = self._named(t.BOARD)
        return _grouped((initials(form), one) for one in boards for form in self._written(one))

    def _of_person(self, name: str) -> set[str]:
        """Those of one surname, those a letter apart, and those told apart by longer names."""
        words = _words(name)
        found = set(self._by_surname.get(words[-1], ()))
        near = self._by_forename.get(words[0], {})
        whole = "-".join(words)
        found |= {
            one for one, other in near.items() if OSA.distance(whole, other, score_cutoff=1) < 2
        }
        head, tail = name.rsplit("/", 1)
        parts = tail.split("-")
        shorter = {f"{head}/{'-'.join(parts[:end])}" for end in range(1, len(parts))}
        return found | (shorter & self._people) | set(self._stated.graph.shown_as(name))

    @cached_property
    def _people(self) -> set[str]:
        return self._named(t.PERSON_CLASS)

    @cached_property
    def _by_surname(self) -> dict[str, set[str]]:
        return _grouped((_words(person)[-1], person) for person in self._people)

    @cached_property
    def _by_forename(self) -> dict[str, dict[str, str]]:
        """People by the first word of their names, each with all words."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for person in self._people:
            words = _words(person)
            found[words[0]][person] = "-".join(words)
        return found


def _closed(names: Iterable[str], kin: Callable[[str], Iterable[str]]) -> set[str]:
    found: set[str] = set()
    queue = list(names)
    while queue:
        if (name := queue.pop()) not in found:
            found.add(name)
            queue += kin(name)
    return found


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def _words(person: str) -> list[str]:
    """The words of a person's name as the IRI has them, without particles."""
    *first, last = tail_of(person).split("-")
    particles = table("people")["particles"]["words"]
    return [*(word for word in first if word not in particles), last]
