"""How the numbers of a paper count on from one another.

A line may open with a number in any form (``kg.numbering``): "31 Finance" may open a sentence
too, and so may "V. Smith". What makes it the number of an item is that others run on from it.
The rule, for numbers of whatever form:

- Each part of a number that may count gives it a form, in which all else stands still: of
  "12/24" the 12 where 13/24 comes next, the 24 where 12/25 does.
- Of the numbers of one form, the longest sequence that goes up by one is a run, where it is
  long and most lines of that form are in it. What comes between - a year, a sum, another
  list - does not break it.
- A number that may be of several runs is of the longest.
- A number that a list has by itself ("1.", "2.4") counts by its parts: "2.4" is the fourth
  part of 2. Where what stands before the point stands still throughout the paper and numbers
  nothing itself, as a year or a meeting does ("24.12", "24.13"), it is of a run too.
- A form that lists inside items have ("(a)", "iv.", "B)") numbers the items where it counts
  outermost: nothing else counts before it, and it goes on to near the end of the paper.
- A number with another behind a point is of the level below it: "24/31.2" below "24/31".
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Counted
from kg.numbering import DIGITS, ROMAN, Form, Number

FEWEST = 3
"""The fewest numbers that make a run."""
FEWEST_PLAIN = 2
"""The same of numbers that are plainly those of items."""
RUNNING = 100
"""From this number on a bare one is no small number, as a list has."""
_FEWEST_OUTERMOST = 4
_ROMAN_PAIR = ("I", "II")
_MOSTLY = 0.6
_HALF = 0.5
_LONG_NAME = 4
_SLASHED = re.compile(r"(?:[A-Z]{1,5}[/. ]?)?(\d{1,4})([a-z])?/(\d{2,4})")
_DOTTED = re.compile(r"\d{1,4}(?:\.\d{1,3})*")

Path = tuple[int, ...]
"""A number as what counts in it, level by level."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A number that the line ``at`` may open with.

    ``listed`` where a list has such by itself, ``shouted`` where a title in capitals follows it.
    """

    at: int
    number: Number
    listed: bool = False
    shouted: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Lines whose numbers are of one form and count on from one another.

    ``steps`` are the lines, each with its count, and ``again`` those that have the number of
    the step before them once more; ``anew`` are those below that count from the first number
    again, as minutes do below their agenda. ``share`` is how many of the lines of the form all
    these are, and ``once`` says that the first number stands at no other line.
    """

    form: Form
    steps: tuple[tuple[Opening, int], ...]
    again: tuple[tuple[Opening, int], ...]
    share: float
    once: bool
    anew: tuple[tuple[Opening, int], ...] = ()

    @property
    def places(self) -> list[int]:
        """Its lines."""
        return [opening.at for opening, _ in self.steps]

    @property
    def first(self) -> int:
        """Where it begins to count."""
        return self.steps[0][1]

    def __len__(self) -> int:
        return len(self.steps)


def running(openings: Sequence[Opening], whole: Collection[str] = ()) -> dict[int, Counted]:
    """Which lines open with a number that runs on, and where each stands in its count.

    ``whole`` are the numbers that a list has by itself, wherever the paper has them.
    """
    runs = [run for run in _runs(openings) if is_long(run) and run.share >= _MOSTLY]
    shapes = Counter(
        shape for opening in openings for shape in {form.shape for form, _ in opening.number.counts}
    )
    counting = {*whole, *(one.number.written for run in runs for one, _ in run.steps)}
    return {
        at: one
        for run in sorted(runs, key=len)
        if not (_is_listed(run) and _counts_parts(run, shapes[run.form.shape], counting))
        for at, one in counted(run).items()
    }


def _runs(openings: Sequence[Opening]) -> Iterator[Run]:
    """The longest run of each form; of Roman numerals, which few lists have, one may be left out
    in a step.
    """
    for run, leaving_out in zip(longest_runs(openings), longest_runs(openings, 1), strict=True):
        yield leaving_out if run.form.style == ROMAN else run


def is_long(run: Run) -> bool:
    """Whether a run is long enough to be one.

    Two do where a word calls them ("Item 4/21"), where they stand before titles in capitals
    and are no small numbers, or where they are the one "I" and "II" of a paper.
    """
    large = run.first >= RUNNING or bool(run.form.before or run.form.after)
    titled = large and all(opening.shouted for opening, _ in run.steps)
    roman = run.once and is_roman_pair([opening.number.written for opening, _ in run.steps])
    return len(run) >= (FEWEST_PLAIN if run.form.called or titled or roman else FEWEST)


def is_roman_pair(numbers: Sequence[str | None]) -> bool:
    """Whether numbers are "I" and "II", which are a count though they are two."""
    return tuple(numbers) == _ROMAN_PAIR


def counted(run: Run) -> dict[int, Counted]:
    """The numbers of a run, by their lines; one in a series of its own may be given twice."""
    again = run.again if run.form.before or run.form.after else ()
    return {
        one.at: Counted(one.number.written, (count,), one.number.head, str(run.form))
        for one, count in (*run.steps, *again, *run.anew)
    }


def longest_runs(
    openings: Sequence[Opening], skips: int = 0, *, from_first: bool = False
) -> Iterator[Run]:
    """The longest run of each form.

    At most ``skips`` numbers may be left out in a step. ``from_first`` says that letters and
    Roman numerals begin at the first.
    """
    by_form: dict[Form, list[tuple[Opening, int]]] = {}
    for opening in openings:
        for form, count in opening.number.counts:
            by_form.setdefault(form, []).append((opening, count))
    for form, members in by_form.items():
        counts = [count for _, count in members]
        places = longest_run(counts, skips, 1 if from_first and form.style != DIGITS else None)
        if places:
            steps = tuple(members[at] for at in places)
            once = counts.count(steps[0][1]) == 1
            anew = _anew(members[places[-1] + 1 :], steps[0][1])
            again = tuple(_again(members, set(places)))
            share = (len(steps) + len(anew)) / len(members)
            yield Run(form, steps, again, share, once, anew)


def _anew(below: Sequence[tuple[Opening, int]], first: int) -> tuple[tuple[Opening, int], ...]:
    """The members below a run that count from its first number again, if they are many."""
    places = longest_run([count for _, count in below])
    counted = tuple(below[at] for at in places)
    return counted if len(counted) >= FEWEST and counted[0][1] == first else ()


def _again(
    members: Sequence[tuple[Opening, int]], places: Collection[int]
) -> Iterator[tuple[Opening, int]]:
    """The members that repeat the number of the step before them."""
    last: int | None = None
    for at, member in enumerate(members):
        if at in places:
            last = member[1]
        elif member[1] == last:
            yield member


def is_outermost(run: Run, numbered: Collection[int], lines: int) -> bool:
    """Whether a run in a form of lists is the count of the paper itself.

    What is outermost counts first: no other number stands before it (``numbered`` are the
    places of all), and it does not begin again. It goes on to near the end of the ``lines``,
    so that no list inside something else has its place.
    """
    first, last = run.places[0], run.places[-1]
    alone = run.once and not any(at < first for at in numbered)
    return alone and len(run) >= _FEWEST_OUTERMOST and last - first >= _MOSTLY * (lines - first)


def _is_listed(run: Run) -> bool:
    return any(opening.listed for opening, _ in run.steps)


def _counts_parts(run: Run, alike: int, whole: Collection[str]) -> bool:
    """Whether dotted numbers count parts of what stands still in them, or of what counts.

    ``alike`` is how many numbers of the paper have their shape. A long name, or one of
    letters, such as a year, is no item's number.
    """
    before, after = run.form.before.rstrip(".-"), run.form.after
    if not before and after.startswith(".") and all(str(at) in whole for _, at in run.steps):
        return True
    named = before[:1].isalpha() or len(before) >= _LONG_NAME or len(after) > 2
    return len(run) <= _HALF * alike if named else len(run) < alike or before in whole


def longest_run(counts: Sequence[int], skips: int = 0, first: int | None = None) -> list[int]:
    """The places of the longest run of counts that go up by one.

    At most ``skips`` counts may be left out in a step; a run begins at ``first``, if given.
    """
    length: dict[int, int] = {}
    before: dict[int, int] = {}
    ending: dict[int, int] = {}  # the place where the longest run so far to a count ends
    for at, count in enumerate(counts):
        steps = (ending.get(count - 1 - skip) for skip in range(skips + 1))
        last = next((place for place in steps if place is not None), None)
        if last is None and first is not None and count > first:
            continue
        far = length[last] + 1 if last is not None else 1
        if count in ending and far <= length[ending[count]]:
            continue
        length[at], ending[count] = far, at
        if last is not None:
            before[at] = last
    return _back(before, max(length, key=lambda at: length[at])) if length else []


def _back(before: Mapping[int, int], end: int) -> list[int]:
    """The places that lead to the last one, first to last."""
    places = [end]
    while (last := before.get(places[-1])) is not None:
        places.append(last)
    return places[::-1]


def path_of(number: str) -> Path | None:
    """A number as what counts in it: "7.1" is (7, 1), "70/17" is (70,), "70b/17" (70, 2)."""
    if slashed := _SLASHED.fullmatch(number):
        whole = int(slashed[3] if len(slashed[3]) == 3 else slashed[1])
        return (whole, ord(slashed[2]) - ord("a") + 1) if slashed[2] else (whole,)
    if _DOTTED.fullmatch(number):
        return tuple(int(part) for part in number.removesuffix(".0").split("."))
    return None


def follows(path: Path, last: Path | None) -> bool:
    """Whether a number carries on the count: 7 or 6.1 after 6, 6.2 or 7 after 6.1."""
    if last is None:
        return path[1:] in ((), (1,))
    if path == (*last, 1):
        return True
    return len(path) <= len(last) and path == (*last[: len(path) - 1], last[len(path) - 1] + 1)


def is_lost(numbers: Sequence[str | None]) -> bool:
    """Whether a list lost its count: most of its numbers are 1, as where it prints "1." over each
    item, or it begins again and again, and more than once over one item alone.
    """
    given = [number for number in numbers if number is not None]
    firsts = given.count("1")
    alone = sum(one == after == "1" for one, after in pairwise(given))
    begins_again = alone > 1 and all(
        after == "1" or (one.isdecimal() and after == str(int(one) + 1))
        for one, after in pairwise(given)
    )
    return firsts >= FEWEST and (2 * firsts > len(given) or begins_again)
