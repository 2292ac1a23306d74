"""How far the facts of one paper agree when it comes in different formats.

Run ``python -m tests.support.agreement`` to print the agreement of each pair of formats by type
of fact: twice the facts that both have over the facts that either has.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from data.build_sample import SOURCES, read_source
from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from tests.places import TESTS
from tests.support.formats import FORMATS, HABITS
from tests.support.rows_of_facts import rows_from_facts

PAPERS = (
    *sorted(SOURCES.glob("*.md")),
    *sorted((TESTS / "format_papers").iterdir()),
)
ALL = {**FORMATS, **HABITS}
Fact = tuple[tuple[str, str], ...]
Found = dict[str, Counter[Fact]]


@cache
def facts(source: Path, name: str) -> Found:
    """The facts of a paper in one format by type, with their key fields but the file."""
    data = ALL[name](read_source(source))
    read = extract(read_document(data, name), Councils.load())
    return {
        kind: Counter(
            tuple(
                (field, " ".join(" ".join(values).split()))
                for field, values in sorted(row.values.items())
                if field != "file"
            )
            for row in rows
        )
        for kind, rows in rows_from_facts({name: read}).items()
    }


def agreement(pairs: Iterable[tuple[Counter[Fact], Counter[Fact]]]) -> float | None:
    """The share of the facts that agree over some pairs; None where there are no facts."""
    same = both = 0
    for one, other in pairs:
        same += 2 * (one & other).total()
        both += one.total() + other.total()
    return same / both if both else None


def by_type(names: tuple[str, str]) -> Mapping[str, float | None]:
    """The agreement of two formats over all papers, by type of fact and of all together."""
    found = [(facts(source, names[0]), facts(source, names[1])) for source in PAPERS]
    kinds = list(found[0][0])
    each = {kind: agreement((one[kind], other[kind]) for one, other in found) for kind in kinds}
    whole = ((one[kind], other[kind]) for kind in kinds for one, other in found)
    return {**each, "all": agreement(whole)}


def table(pairs: Sequence[tuple[str, str]]) -> str:
    """A line for each pair of formats with the agreement by type."""
    rows = {pair: by_type(pair) for pair in pairs}
    kinds = list(rows[pairs[0]])
    lines = [" ".join([" " * 24, *(f"{kind[:11]:>11}" for kind in kinds)])]
    for pair, row in rows.items():
        shown = ("-" if row[kind] is None else f"{row[kind]:.3f}" for kind in kinds)
        lines.append(" ".join([f"{' '.join(pair):24}", *(f"{one:>11}" for one in shown)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    plain = list(combinations(FORMATS, 2))
    sys.stdout.write(table([*plain, *(("paper.docx", name) for name in HABITS)]))
