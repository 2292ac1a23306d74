"""The one IRI of each person: that of the best of the names, told apart where two bear it.

A person has the IRI of the fullest name, of several that which most papers use. Of
two people of one name the one whom papers name first has it; the other's goes on
with the authority or body that the papers give.
"""

from collections import Counter
from collections.abc import Sequence

from kg.rdf.identity.bearers import Bearer
from kg.rdf.identity.joining import Clusters
from kg.rdf.identity.merges import Merge, Merges, Use
from kg.rdf.identity.traits import Traits
from kg.rdf.iris import digest, tail_of
from kg.rdf.linking.stated import Stated
from kg.tables.load import table


def add_people(
    merges: Merges, bearers: Sequence[Bearer], clusters: Clusters[Traits], stated: Stated
) -> dict[str, str]:
    """Say of every bearer which person is meant, and why.

    Returns for each IRI made to tell people of one name apart that of the name.
    """
    apart: dict[str, str] = {}
    groups = sorted(clusters.all(), key=lambda group: _first(bearers, group))
    given: set[str] = set()
    for group in groups:
        iri = best = _best_name(bearers, group)
        if best in given:
            iri, longer = _told_apart(best, bearers, group)
            if iri in given or stated.documents_of(iri):
                iri = longer
        given.add(iri)
        if iri != best:
            apart[iri] = best
        ends = {member for member in group if bearers[member].use.iri == best}
        for member in group:
            use = bearers[member].use
            rule, witness = _reason(clusters, member, ends)
            seen = () if witness == member else (bearers[witness].use,)
            merges.add(use, Merge(iri, "parted" if use.iri == best else rule, seen))
    return apart


def _best_name(bearers: Sequence[Bearer], group: Sequence[int]) -> str:
    counts = Counter(bearers[member].use.iri for member in group)
    words = {bearers[member].use.iri: bearers[member].words for member in group}
    return min(counts, key=lambda iri: (-words[iri].fullness, -counts[iri], iri))


def _first(bearers: Sequence[Bearer], group: Sequence[int]) -> tuple[str, Use]:
    """The first day and use of a group; papers without a day come last."""
    return min((str(bearers[one].day or "x"), bearers[one].use) for one in group)


def _told_apart(name: str, bearers: Sequence[Bearer], group: Sequence[int]) -> tuple[str, str]:
    """An IRI for another person of a name: with what the papers say of that person first.

    Beside it a longer one, for where the first is taken.
    """
    _, use = _first(bearers, group)
    said = sorted((str(bearers[one].day or "x"), bearers[one].use, one) for one in group)
    contexts = [
        sorted(context)
        for trait in ("authorities", "bodies")
        for *_, one in said
        if (context := getattr(bearers[one], trait))
    ]
    apart = tail_of(contexts[0][0]) if contexts else digest(use.document)
    iri = f"{name}-{apart}"
    return iri, f"{iri}-{digest(use.document)}"


def _reason(clusters: Clusters[Traits], member: int, ends: set[int]) -> tuple[str, int]:
    """The least sure rule on the way to the name that is kept, and where the way ends."""
    sure = table("identity")["confidence"]
    way = clusters.way(member, ends)
    told = [join for join in way if join.rule != "same_name"]
    if not told:
        return "same_name", member
    rule = min(told, key=lambda join: (sure[join.rule], join.rule)).rule
    touched = {one for join in way for one in (join.one, join.other)}
    return rule, min(ends & touched, default=member)
