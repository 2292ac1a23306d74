"""Precision, recall and F1 of found facts against gold facts, one to one.

The rules are those of the gold standard's own page: two texts match at a
token-set similarity of 90 or more, names without titles and honours, dates,
numbers and statuses exactly. Nothing here knows where rows come from.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rapidfuzz import fuzz

from queries.evaluation import normalise

TEXT_THRESHOLD = 90.0
NOTHING = ""

Rule = Callable[[str, str], float]


@dataclass(frozen=True)
class FactRow:
    """A fact as fields, each with one or more alternative values.

    ``NOTHING`` among the alternatives means that the field may be unstated.
    An ``optional`` row neither helps nor hurts: as gold it is not asked for,
    as found it is not held against the finder.
    """

    values: Mapping[str, tuple[str, ...]]
    optional: bool = False

    def get(self, name: str) -> tuple[str, ...]:
        """The alternatives of a field; an absent field is unstated."""
        return self.values.get(name, (NOTHING,)) or (NOTHING,)


@dataclass(frozen=True)
class Key:
    """A field that must match, and the rule that gives a similarity from 0 (none) to 1."""

    field: str
    rule: Rule


@dataclass(frozen=True)
class Spec:
    """How rows of one type are compared.

    A pair matches when each of ``keys`` does. ``apart`` are scored on the
    matched pairs. ``relaxed`` are keys not asked of an optional gold row.
    Found rows with the same ``identity`` fields are one thing said in several
    ways (by default every key counts).
    """

    type: str
    keys: tuple[Key, ...]
    apart: tuple[Key, ...] = ()
    relaxed: frozenset[str] = frozenset()
    identity: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """The rows of one type, paired and left over.

    ``differing`` maps each field that is scored apart to the pairs that do not
    agree in it. Each pair is (gold, found).
    """

    type: str
    pairs: tuple[tuple[FactRow, FactRow], ...]
    missed: tuple[FactRow, ...]
    extra: tuple[FactRow, ...]
    differing: Mapping[str, tuple[tuple[FactRow, FactRow], ...]] = field(default_factory=dict)

    @property
    def matched(self) -> int:
        """The number of pairs."""
        return len(self.pairs)

    @property
    def apart(self) -> dict[str, tuple[int, int]]:
        """For each field that is scored apart, how many pairs agree in it, of how many."""
        return {
            name: (self.matched - len(pairs), self.matched)
            for name, pairs in self.differing.items()
        }

    @property
    def precision(self) -> float:
        """The share of counted found rows that match; 1 when nothing was asked or found."""
        return self._share(self.matched + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of gold rows that were found; 1 when nothing was asked or found."""
        return self._share(self.matched + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def _share(self, of: int) -> float:
        if of:
            return self.matched / of
        return 0.0 if self.missed or self.extra else 1.0


def same_text(gold: str, found: str) -> float:
    """Token-set similarity of two texts, 0 below the threshold."""
    one, other = normalise.text(gold), normalise.text(found)
    if one == other:
        return 1.0
    score = fuzz.token_set_ratio(one, other)
    if score < TEXT_THRESHOLD:
        return 0.0
    return (score + fuzz.ratio(one, other)) / 201


def same_person(gold: str, found: str) -> float:
    """1 when two names are equal without titles and honours."""
    return float(normalise.person(gold) == normalise.person(found))


def same_name(gold: str, found: str) -> float:
    """1 when two names of bodies or programmes are equal as normalised text."""
    return float(normalise.text(gold) == normalise.text(found))


def same_number(gold: str, found: str) -> float:
    """1 when two numbers of items or recommendations are equal."""
    return float(normalise.number(gold) == normalise.number(found))


def same_item(gold: str, found: str) -> float:
    """1 when two numbers of items are equal; items without a number are told by their titles."""
    return same_number(gold, found) or same_text(gold, found) * _has_words(found)


def _has_words(item: str) -> bool:
    return " " in normalise.text(item) or item.isalpha()


def same_role(gold: str, found: str) -> float:
    """1 when two roles are one in the ontology's words."""
    return float(normalise.role(gold) == normalise.role(found))


def same_value(gold: str, found: str) -> float:
    """1 when two numbers are equal, however they are written ("7.20" and "7.2")."""
    return float(Decimal(gold) == Decimal(found))


def shares_words(gold: str, found: str) -> float:
    """How much of the found words is among the gold's, plural or not; 0 when none is."""
    wanted, said = _content(gold), _content(found)
    return len(wanted & said) / len(said) if said else 0.0


def _content(value: str) -> frozenset[str]:
    """The words of a text without function words and without an "s" at their end."""
    words = set(normalise.tokens(value)) - normalise.function_words()
    return frozenset(word.removesuffix("s") for word in words if not word.isdigit())


def same_day(gold: str, found: str) -> float:
    """1 when two ISO dates are equal; a gold month or year matches any day in it."""
    return float(gold == found or (bool(gold) and found.startswith(f"{gold}-")))


def same_meeting(gold: str, found: str) -> float:
    """Two meetings written "2023-07-21 Board name": the same day and a matching body."""
    (day, _, body), (other_day, _, other_body) = gold.partition(" "), found.partition(" ")
    if not gold or not found:
        return float(gold == found)
    return same_text(body, other_body) if day == other_day else 0.0


def same_place(gold: str, found: str) -> float:
    """Two places written "file NAME" or "meeting DAY BODY", of the same sort and equal.

    A file says more than a meeting, which counts half.
    """
    (sort, _, place), (other_sort, _, other) = gold.partition(" "), found.partition(" ")
    if sort != other_sort:
        return 0.0
    return float(place == other) if sort == "file" else same_meeting(place, other) / 2


def pair_rows(gold_rows: Sequence[FactRow], found_rows: Sequence[FactRow], spec: Spec) -> Score:
    """Pair gold and found rows one to one, as many as can be, the most alike first.

    Gold rows that say the same count once. A found row left over is no error
    when it says again what a matched row says, fits an optional gold row, or
    is itself optional. The result does not depend on the order of the rows.
    """
    wanted = _unique((row for row in gold_rows if not row.optional), spec)
    found = _unique(found_rows, spec)
    pairs = _assign(wanted, found, spec)
    taken = set(pairs.values())
    said = {_identity(found[i], spec) for i in taken}
    excused = [row for row in gold_rows if row.optional]
    extra: dict[tuple[tuple[str, ...], ...], FactRow] = {}
    for i, row in enumerate(found):
        identity = _identity(row, spec)
        if i in taken or identity in said or _is_optional(row, excused, spec):
            continue
        extra.setdefault(identity, row)
    missed = tuple(row for i, row in enumerate(wanted) if i not in pairs)
    matched = tuple((wanted[i], found[j]) for i, j in pairs.items())
    return Score(spec.type, matched, missed, tuple(extra.values()), _differing(matched, spec))


def similarity(gold: FactRow, found: FactRow, keys: Iterable[Key]) -> float:
    """The mean similarity over ``keys``, each by its best pair of alternatives; 0 if one fails."""
    total, count = 0.0, 0
    for key in keys:
        best = max(
            _compare(key.rule, one, other)
            for one in gold.get(key.field)
            for other in found.get(key.field)
        )
        if not best:
            return 0.0
        total, count = total + best, count + 1
    return total / count


def _compare(rule: Rule, gold: str, found: str) -> float:
    if NOTHING in (gold, found):
        return float(gold == found)
    return rule(gold, found)


def _assign(gold: Sequence[FactRow], found: Sequence[FactRow], spec: Spec) -> dict[int, int]:
    """Indices of gold rows to indices of found rows: most pairs, then greatest similarity."""
    import networkx

    graph = networkx.Graph()
    for i, wanted in enumerate(gold):
        for j, row in enumerate(found):
            alike = similarity(wanted, row, spec.keys)
            if alike:
                graph.add_edge(("gold", i), ("found", j), weight=round(alike * 1_000_000))
    pairs = networkx.max_weight_matching(graph, maxcardinality=True)
    ordered = (sorted(pair, reverse=True) for pair in pairs)
    return {one[1]: other[1] for one, other in sorted(ordered)}


def _unique(rows: Iterable[FactRow], spec: Spec) -> list[FactRow]:
    """Rows in order of what they say, without those that say the same in every key."""
    distinct: dict[tuple[tuple[str, ...], ...], FactRow] = {}
    for row in sorted(rows, key=_sort_key):
        said = _normal(row, tuple(key.field for key in spec.keys))
        if said not in distinct or (distinct[said].optional and not row.optional):
            distinct[said] = row
    return list(distinct.values())


def _sort_key(row: FactRow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((name, tuple(values)) for name, values in row.values.items()))


def _identity(row: FactRow, spec: Spec) -> tuple[tuple[str, ...], ...]:
    """What tells a thing from others; where a field of that is unstated, every key tells it."""
    told = all(row.get(field) != (NOTHING,) for field in spec.identity)
    keys = tuple(key.field for key in spec.keys)
    return _normal(row, spec.identity if spec.identity and told else keys)


def _normal(row: FactRow, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted({normalise.text(v) for v in row.get(name)})) for name in names)


def _is_optional(row: FactRow, excused: Sequence[FactRow], spec: Spec) -> bool:
    keys = [key for key in spec.keys if key.field not in spec.relaxed]
    return row.optional or any(similarity(gold, row, keys) for gold in excused)


def _differing(
    pairs: Sequence[tuple[FactRow, FactRow]], spec: Spec
) -> dict[str, tuple[tuple[FactRow, FactRow], ...]]:
    return {
        key.field: tuple((g, f) for g, f in pairs if not similarity(g, f, (key,)))
        for key in spec.apart
    }
