"""Which IRI stands for what in which document, and why: the outcome of identity.

A document names a thing by an IRI of its own making. A merge says that this IRI
means another one in some of the documents that use it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kg import terms as t
from kg.rdf.conversion.statements import Statements
from kg.rdf.iris import Iris
from kg.tables.load import table

FOLLOWS = "follows"
"""The rule of what is merged because of another merge, and has no evidence of its own."""


Apart = Mapping[str, Collection[str]]
"""For an IRI those that people ruled to be something else."""


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """An IRI as a document uses it."""

    document: str
    iri: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What an IRI means where a document uses it, and by which rule.

    ``witnesses`` are further uses that the rule rests on.
    """

    whole: str
    rule: str
    witnesses: tuple[Use, ...] = ()


def _itself(use: Use) -> str:
    return use.iri


class Merges:
    """All merges, by the use of an IRI in a document.

    ``elsewhere`` says what uses mean of IRIs that no note was taken of.
    """

    def __init__(self, elsewhere: Callable[[Use], str] = _itself) -> None:
        self._elsewhere = elsewhere
        self._merges: dict[Use, Merge] = {}
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[str, set[Use]] = defaultdict(set)

    def use(self, uses: Iterable[Use]) -> None:
        """Take note of uses, merged or not."""
        for use in uses:
            self._documents[use.iri].add(use.document)
            self._forms[self.means(use)].add(use)

    def add(self, use: Use, merge: Merge) -> None:
        """Say what a use means, instead of what was said before."""
        self._forms[self.means(use)].discard(use)
        self._merges.pop(use, None)
        if merge.whole != use.iri:
            self._merges[use] = merge
        self.use([use])

    def means(self, use: Use) -> str:
        """The IRI that a use means: its own where nothing is said."""
        merge = self._merges.get(use)
        if merge:
            return merge.whole
        return use.iri if use.iri in self._documents else self._elsewhere(use)

    def now(self, iri: str) -> str:
        """What an IRI means after the joins so far, in the first document that uses it."""
        return next(map(self.means, self.uses(iri)), iri)

    def elsewhere(self, use: Use) -> str:
        """What a use means as long as no note is taken of its IRI."""
        return self._elsewhere(use)

    def reason(self, use: Use) -> Merge | None:
        """Why a use means another IRI, None where it does not."""
        return self._merges.get(use)

    def uses(self, iri: str) -> list[Use]:
        """The uses of an IRI that were taken note of, by document."""
        return [Use(document, iri) for document in sorted(self._documents.get(iri, ()))]

    def forms(self, whole: str) -> list[Use]:
        """The uses that mean an IRI, its own among them."""
        return sorted(self._forms.get(whole, ()))

    def redirect(self, gone: str, kept: str, rule: str) -> None:
        """Let what means one IRI mean another instead."""
        for use in self.forms(gone):
            held = self._merges.get(use, Merge(kept, rule))
            self.add(use, Merge(kept, held.rule, held.witnesses))

    def everywhere(self) -> Iterator[tuple[str, str, list[Use]]]:
        """IRIs that mean one other in all documents that use them, with the uses."""
        for iri, uses in self._by_iri():
            wholes = {self.means(use) for use in uses}
            if len(wholes) == 1 and len(uses) == len(self._documents[iri]):
                yield iri, wholes.pop(), uses

    def somewhere(self) -> Iterator[tuple[Use, str]]:
        """Uses of IRIs that mean one thing here and another there."""
        whole = {iri for iri, _, _ in self.everywhere()}
        for iri, uses in self._by_iri():
            if iri not in whole:
                yield from ((use, self.means(use)) for use in uses)

    def _by_iri(self) -> list[tuple[str, list[Use]]]:
        found: dict[str, list[Use]] = defaultdict(list)
        for use in sorted(self._merges):
            found[use.iri].append(use)
        return sorted(found.items())


Place = Callable[[Use], tuple[str, str] | None]
"""Gives for a use the first paragraph that names the thing, with the words there."""


def state(out: Statements, iris: Iris, merges: Merges, place: Place) -> None:
    """State every merge, and beside it the rule, how sure it is, and where one can see it."""
    for iri, whole, uses in merges.everywhere():
        out.link(iri, t.MERGED_INTO, whole)
        reason = merges.reason(uses[0])
        if reason is not None:
            link = iris.link(iri, t.MERGED_INTO, whole)
            _link(out, link, (iri, whole), reason, [uses[0], *reason.witnesses, *uses], place)
    for use, whole in merges.somewhere():
        reason = merges.reason(use)
        if reason is not None:
            link = iris.link(f"{use.document} {use.iri}", t.MERGED_INTO, whole)
            _link(out, link, (use.iri, whole), reason, [use, *reason.witnesses], place)
            out.link(link, t.WITHIN, use.document)


def _link(
    out: Statements,
    link: str,
    pair: tuple[str, str],
    reason: Merge,
    uses: Iterable[Use],
    place: Place,
) -> None:
    form, whole = pair
    out.a(link, t.LINK)
    out.link(link, t.SUBJECT, form)
    out.link(link, t.PREDICATE, t.MERGED_INTO)
    out.link(link, t.OBJECT, whole)
    out.add(link, t.RULE, f"{reason.rule.replace('_', '-')}/1")
    out.add(link, t.CONFIDENCE, table("identity")["confidence"][reason.rule])
    out.add(link, t.BASIS, "quoted" if reason.rule in table("identity")["quoted"] else "inferred")
    most = table("identity")["evidence"]["paragraphs"]
    seen = () if reason.rule == FOLLOWS else dict.fromkeys(uses)
    places = list(islice(filter(None, map(place, seen)), most))
    out.add(link, t.TEXT, *(words for _, words in places[:1]))
    for paragraph, words in places:
        out.link(link, t.STATED_IN, paragraph)
        out.add(link, t.QUOTE, words)
