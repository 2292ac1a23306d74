"""Which boards, organisations and programmes are one under several names.

An acronym alone is the thing it stands for: in a paper that says so, that thing; in
any other, the one thing that all papers give it to. An acronym given to two things
joins nothing between papers. A body said to have had another name is the body of
that name, and a board may go by the end of its name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg import terms as t
from kg.rdf.identity.board_names import join_short_names
from kg.rdf.identity.boards_apart import tell_apart
from kg.rdf.identity.boards_of_a_day import join_boards_of_a_day
from kg.rdf.identity.forms import Forms
from kg.rdf.identity.merges import Apart, Merge, Merges, Use
from kg.rdf.identity.renamings import Renamings
from kg.rdf.linking.stated import Stated
from kg.structure.names.body_names import initials
from kg.tables.load import table

CLASSES = (t.BOARD, t.ORGANISATION, t.PROGRAMME)


@dataclass(frozen=True, slots=True)
class Body:
    """A body or programme with the forms that each document writes."""

    iri: str
    kind: str
    forms: Mapping[str, frozenset[str]]

    @property
    def all_forms(self) -> set[str]:
        """The forms that any document writes."""
        return set().union(*self.forms.values())

    @property
    def is_acronym(self) -> bool:
        """Whether it is known by acronyms alone."""
        return all(map(is_acronym, self.all_forms))


def is_acronym(form: str) -> bool:
    """Whether a form is one word with two capitals or more ("CPC", "CPCs", "OfLoG")."""
    return " " not in form and sum(letter.isupper() for letter in form) > 1


def bodies(forms: Forms) -> dict[str, Body]:
    """The boards, organisations and programmes of all documents, by IRI."""
    kinds: dict[str, str] = {}
    written: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind in CLASSES:
        for document, thing, form in forms.get(kind, ()):
            kinds.setdefault(thing, kind)
            written[thing][document].add(form)
    return {iri: Body(iri, kinds[iri], _frozen(written[iri])) for iri in sorted(kinds)}


def _frozen(written: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {document: frozenset(forms) for document, forms in written.items()}


def merge(
    merges: Merges, stated: Stated, forms: Forms, renamings: Renamings, apart: Apart
) -> dict[str, str]:
    """Say what the names of bodies and programmes mean in each document.

    ``apart`` gives for an IRI those that people ruled to be something else. Returns for each
    IRI made to tell boards of one name apart that of the name.
    """
    known = bodies(forms)
    for body in known.values():
        merges.use(Use(document, body.iri) for document in body.forms)
    for use, found in _acronyms(known.values()):
        if found.whole not in apart.get(use.iri, ()):
            merges.add(use, found)
    for former, present in _renamed(renamings, known):
        if present not in apart.get(former, ()):
            merges.redirect(former, present, "renamed")
    join_short_names(stated, merges, known, apart)
    join_boards_of_a_day(stated, merges, known, apart)
    return tell_apart(stated, merges, known)


def _acronyms(known: Iterable[Body]) -> Iterator[tuple[Use, Merge]]:
    """What those known by an acronym alone mean, document by document."""
    owners = _Owners(known)
    for body in known:
        if body.is_acronym:
            for document in sorted(body.forms):
                found = owners.of(body, document)
                if found is not None:
                    yield Use(document, body.iri), found


class _Owners:
    """The bodies and programmes that have an acronym beside their name."""

    def __init__(self, known: Iterable[Body]) -> None:
        self._by_form: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._by_initials: dict[str, set[str]] = defaultdict(set)
        for body in known:
            if body.is_acronym:
                continue
            for document, forms in body.forms.items():
                for form in filter(is_acronym, forms):
                    self._by_form[form][body.iri].add(document)
            for form in body.all_forms if body.kind == t.BOARD else ():
                self._by_initials[initials(form)].add(body.iri)

    def of(self, body: Body, document: str) -> Merge | None:
        """What an acronym means in a document, None where that is not sure."""
        forms = body.forms[document]
        owned = {iri: where for form in forms for iri, where in self._by_form[form].items()}
        here = sorted(iri for iri, where in owned.items() if document in where)
        if len(here) == 1:
            return Merge(here[0], "acronym_in_paper", (Use(document, here[0]),))
        if len(owned) == 1:
            (whole,) = owned
            return Merge(whole, "acronym", (Use(min(owned[whole]), whole),))
        boards = {iri for form in forms for iri in self._by_initials[form]}
        if not owned and len(boards) == 1 and body.kind != t.PROGRAMME:
            return Merge(boards.pop(), "initials_of_name")
        return None


def _renamed(renamings: Renamings, known: Mapping[str, Body]) -> Iterator[tuple[str, str]]:
    """Bodies that a paper says had another name: the former and the present one."""
    by_text: dict[tuple[str, str], set[str]] = defaultdict(set)
    for body in known:
        for document, text in renamings.of(body):
            by_text[document, text].add(body)
    found = {
        pair
        for (document, text), things in sorted(by_text.items())
        for former in things
        for present in things - {former}
        if (pair := (former, present)) and _says_so(text, known, document, *pair)
    }
    once = [pair for pair in sorted(found) if sum(pair[0] == one for one, _ in found) == 1]
    return iter([pair for pair in once if pair[::-1] not in found])


def _says_so(
    text: str, known: Mapping[str, Body], document: str, former: str, present: str
) -> bool:
    return any(
        re.search(pattern.replace("{present}", now).replace("{former}", then), text)
        for pattern in table("identity")["renaming"]["patterns"]
        for now in map(re.escape, known[present].forms.get(document, ()))
        for then in map(re.escape, known[former].forms.get(document, ()))
    )
