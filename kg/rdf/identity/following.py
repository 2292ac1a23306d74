"""What follows when people or bodies are one: their meetings, attendances and business are.

IRIs of these are made of the names of what they belong to, so that the one that
follows is found by putting one name in the place of another.
"""

from collections.abc import Collection, Iterable, Iterator

from kg import terms as t
from kg.rdf.identity.merges import FOLLOWS, Merge, Merges, Use
from kg.rdf.iris import tail_of
from kg.rdf.linking.stated import Stated
from kg.store.values import Iri, to_value


def follow(
    stated: Stated, merges: Merges, documents: Collection[str], gone: Iterable[str] = ()
) -> set[str]:
    """Add what follows in some documents from the merges of people and bodies.

    Of what means something else there, or did, note is taken in all documents that state it;
    in the others it means what it meant. ``gone`` is what is no more stated in some documents.
    Returns the IRIs of which note was taken.
    """
    graph = stated.graph
    told = {document: _in_paper(stated, merges, document) for document in sorted(documents)}
    things = {iri for meant in told.values() for iri, whole in meant.items() if iri != whole}
    things |= {iri for meant in (*told.values(), gone) for iri in meant if graph.wholes_of(iri)}
    for thing in sorted(things):
        for document in stated.documents_of(thing):
            use = Use(document, thing)
            whole = told[document].get(thing, thing) if document in told else merges.elsewhere(use)
            merges.add(use, Merge(whole, FOLLOWS))
    return things


def _in_paper(stated: Stated, merges: Merges, document: str) -> dict[str, str]:
    """What the meetings of a document, their business and the rows of its lists mean there."""
    meant: dict[str, str] = {}
    for meeting, board in _pairs(stated, document, t.HELD_BY):
        now = tail_of(merges.means(Use(document, board)))
        moved = _replaced(tail_of(meeting), f"{tail_of(board)}-", f"{now}-")
        meant[meeting] = _named(meeting, moved)
        if {meant[meeting], stated.graph.shown_in(document, meeting)} != {meeting}:
            meant |= _business(stated, document, meeting, meant[meeting])
    for place, member in ((t.AT_MEETING, t.PERSON), (t.ORGANIZATION, t.MEMBER)):
        for row, person in _pairs(stated, document, member):
            for where in stated.within(document, row, place):
                means = meant.get(where) or merges.means(Use(document, where))
                moved = _row(row, (where, means), (person, merges.means(Use(document, person))))
                meant[row] = _named(row, moved)
    return meant


def _pairs(stated: Stated, document: str, predicate: str) -> list[tuple[str, str]]:
    """The resources and values that a property of a document's statements joins, sorted."""
    held = stated.graph.quads_in(document, None, predicate)
    return sorted((str(to_value(quad.subject)), str(to_value(quad.object))) for quad in held)


def _business(stated: Stated, document: str, meeting: str, means: str) -> dict[str, str]:
    """The items, decisions and so on whose IRIs begin as that of the meeting does."""
    old, new = f"{tail_of(meeting)}-", f"{tail_of(means)}-"
    found = {}
    for thing in _beside(stated, document, meeting):
        tail = tail_of(thing)
        if tail.startswith(old):
            found[thing] = _named(thing, _replaced(tail, old, new))
    return found


def _beside(stated: Stated, document: str, meeting: str) -> Iterator[str]:
    """What a document says is at a meeting, and what it says of that."""
    for quad in stated.graph.quads_in(document, None, None, meeting):
        yield str(to_value(quad.subject))
        for said in stated.graph.quads_in(document, str(to_value(quad.subject))):
            if isinstance(value := to_value(said.object), Iri):
                yield value


def _row(row: str, place: tuple[str, str], person: tuple[str, str]) -> str:
    """The tail of the IRI of an attendance or membership, which begins with its place and holds
    the person: both come as a document names them, with what is meant.
    """
    old, new = map(tail_of, place)
    tail = tail_of(row)
    head, rest = (new, tail.removeprefix(old)) if tail.startswith(f"{old}-") else ("", f"-{tail}")
    mine, theirs = map(tail_of, person)
    rest = f"{rest}-".replace(f"-{mine}-", f"-{theirs}-", 1)
    return f"{head}{rest}".strip("-")


def _replaced(text: str, old: str, new: str) -> str:
    return new + text.removeprefix(old) if text.startswith(old) else text


def _named(iri: str, tail: str) -> str:
    return f"{iri.rsplit('/', 1)[0]}/{tail}"
