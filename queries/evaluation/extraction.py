"""Scoring found rows against the part of the papers that the gold covers."""

from collections.abc import Mapping, Sequence

from queries.evaluation.facts import FactRow, Score, pair_rows, same_text
from queries.evaluation.gold import Gold
from queries.evaluation.gold_rows import comparable_places
from queries.evaluation.naming import file_of
from queries.evaluation.specs import SPECS

_ENTITIES = frozenset({"persons", "councils", "programmes"})


def score_facts(gold: Gold, found: Mapping[str, Sequence[FactRow]]) -> dict[str, Score]:
    """Scores by type; facts of papers that the gold does not cover are left out.

    A person, council or programme that an uncovered paper names too is not
    held against the finder, nor is a membership of a body without gold.
    """
    return {
        name: pair_rows(rows, _covered(name, found.get(name, ()), gold), SPECS[name])
        for name, rows in gold.rows.items()
    }


def _covered(name: str, found: Sequence[FactRow], gold: Gold) -> list[FactRow]:
    bodies = {body for row in gold.rows.get("memberships", ()) for body in row.get("body")}
    covered = []
    for row in found:
        files = [file_of(file, gold.files) for file in row.get("file")]
        inside = tuple(sorted({file for file in files if file is not None}))
        if not inside:
            continue
        optional = row.optional or (name in _ENTITIES and None in files)
        if name == "memberships":
            optional |= not any(same_text(b, own) for b in bodies for own in row.get("body"))
        values = {**row.values, "file": inside}
        if name == "actions":
            values["place"] = comparable_places(inside, row.get("meeting"))
        covered.append(FactRow(values, optional))
    return covered
