"""Which rows of a table have none of a thing, the most or the fewest: "Which harbours sent no
returns?", "Which harbour sent the most returns?".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.listing import in_order, other_rows
from queries.answering.choosing.section import section_before
from queries.graphs.place import Place, texts
from queries.texts.wording import found_stems, says, stems
from queries.understanding.periods import Period, times_in

HALF = 0.5
"""What a table must have of the subject, with what stands before it, by what any hit has."""
FEWEST = 3
"""The fewest rows with a number of which one has the most or the least."""
Row: TypeAlias = tuple[str, str, str]
"""The paragraph of a row, the row, and its cell under the head that names what is counted."""
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def by_counted_rows(asking: Asking) -> Found | None:
    """The rows of the nearest table that have none of what its heads count, or the most or the
    fewest; None where that is not asked, or no table near the question counts the thing.
    """
    text = asking.question.text
    none = found_stems(text, "none_of")
    thing = none or found_stems(text, "extreme", "of_things")
    if not thing:
        return None
    tables = (hit.place for hit in asking.result.hits if hit.place.form == "table")
    counting = (_rows(asking, place, thing) for place in tables if _speaks(asking, place))
    if none:
        return next(filter(None, map(_with_none, counting)), None)
    choose = min if says(text, "extreme", "smallest") else max
    return next(filter(None, (_extreme(asking, rows, choose) for rows in counting)), None)


def _column(asking: Asking, heads: Sequence[str], thing: set[str]) -> int | None:
    """The one column whose head names a thing and, of several that do, has most of the subject; one
    that is of another time than is asked of is none.
    """
    asked = asking.question.periods
    named = [
        at
        for at, head in enumerate(heads)
        if at and thing & set(stems(head)) and _of_time(times_in(head), asked)
    ]
    shares = {at: asking.share(heads[at]) for at in named}
    best = [at for at in named if shares[at] == max(shares.values())]
    return best[0] if len(best) == 1 else None


def _of_time(written: Sequence[Period], asked: Sequence[Period]) -> bool:
    """Whether times that a head writes meet one that is asked of; where either has none, too."""
    return not (written and asked) or any(one.meets(time) for one in written for time in asked)


def _with_none(rows: Sequence[Row]) -> Found | None:
    """What the rows are of whose cell says that there is none."""
    chosen = [one for one in rows if says(one[2], "none_in_cell")]
    names = tuple(dict.fromkeys(map(_name, chosen)))
    quotes = [Quote(paragraph, row) for paragraph, row, _ in chosen]
    return Found(answer="\n".join(names), values=names, quotes=quotes) if names else None


def _extreme(
    asking: Asking, rows: Sequence[Row], choose: Callable[[Sequence[int]], int]
) -> Found | None:
    """What the rows are of that have the number which is chosen of all, with the table; None where
    too few have one, or a cell has what is no bare number. The row that adds them up counts
    nothing.
    """
    filled = [one for one in rows if one[2] and not says(_name(one), "adds_up")]
    numbers = {one: int(one[2].replace(",", "")) for one in filled if _NUMBER.fullmatch(one[2])}
    if len(numbers) < max(FEWEST, len(filled)):
        return None
    best = choose(list(numbers.values()))
    chosen = [one for one, number in numbers.items() if number == best]
    table = list(dict.fromkeys(paragraph for paragraph, _, _ in numbers))
    words = texts(asking.graph, table)
    return Found(
        answer="\n".join(f"{_name(one)}: {one[2]}" for one in chosen),
        values=tuple(dict.fromkeys(map(_name, chosen))),
        quotes=[Quote(paragraph, words[paragraph]) for paragraph in table],
        note=f"Of the {len(numbers)} rows of the table with a number.",
    )


def _speaks(asking: Asking, place: Place) -> bool:
    """Whether a table has, with its titles and what stands before it, enough of the subject."""
    heads = replace(place, text=place.text.partition("\n")[0])
    words = f"{with_titles(heads)}\n{section_before(asking, place)}"
    return asking.share(words) >= HALF * asking.covered


def _rows(asking: Asking, place: Place, thing: set[str]) -> list[Row]:
    """The rows of a table with a head that names a thing, if they are as wide as the heads."""
    whole = in_order([(place.paragraph, place.text), *other_rows(asking.graph, place, thing)])
    heads = whole[0][1].partition("\n")[0].split("\t")
    column = _column(asking, heads, thing)
    if column is None:
        return []
    rows = ((paragraph, row) for paragraph, text in whole for row in text.splitlines())
    parted = ((paragraph, row, row.split("\t")) for paragraph, row in rows)
    return [
        (paragraph, row, cells[column].strip())
        for paragraph, row, cells in parted
        if len(cells) == len(heads) and cells != heads
    ]


def _name(row: Row) -> str:
    """The first cell of a row."""
    return row[1].partition("\t")[0].strip()
