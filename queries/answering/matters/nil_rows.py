"""Which rows of a table have none of a thing: "Which harbours sent no returns?"."""

from collections.abc import Iterator
from dataclasses import replace

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.listing import in_order, rows_of
from queries.answering.choosing.section import section_before
from queries.answering.choosing.told import Stretch
from queries.graphs.place import Place
from queries.texts.wording import found, says, stems

HALF = 0.5
"""What a table must have of the subject, with what stands before it, by what any hit has."""


def by_nil_rows(asking: Asking) -> Found | None:
    """The rows of the nearest table that have none of what its heads count; None where that is not
    asked, or no table near the question counts the thing.
    """
    thing = set(stems(" ".join(found(asking.question.text, "none_of"))))
    if not thing:
        return None
    tables = (hit.place for hit in asking.result.hits if hit.place.form == "table")
    told = (_nil(asking, place, thing) for place in tables if _speaks(asking, place))
    rows = next((some for some in told if some), [])
    if not rows:
        return None
    names = tuple(dict.fromkeys(row.partition("\t")[0].strip() for _, row in rows))
    return Found(
        answer="\n".join(names),
        values=names,
        quotes=[Quote(paragraph, row) for paragraph, row in rows],
    )


def _speaks(asking: Asking, place: Place) -> bool:
    """Whether a table has, with its titles and what stands before it, enough of the subject."""
    heads = replace(place, text=place.text.partition("\n")[0])
    words = f"{with_titles(heads)}\n{section_before(asking, place)}"
    return asking.share(words) >= HALF * asking.covered


def _nil(asking: Asking, place: Place, thing: set[str]) -> list[Stretch]:
    """The rows of a table, with their paragraphs, whose cell under a head that names a thing says
    that there is none.
    """
    whole = in_order([(place.paragraph, place.text), *rows_of(asking.graph, place, thing)])
    heads = whole[0][1].partition("\n")[0].split("\t")
    columns = [at for at, head in enumerate(heads) if at and thing & set(stems(head))]
    return [row for at in columns[:1] for row in _with_none(whole, at, len(heads))]


def _with_none(whole: list[Stretch], column: int, width: int) -> Iterator[Stretch]:
    for paragraph, text in whole:
        for row in text.splitlines():
            cells = row.split("\t")
            if len(cells) == width and says(cells[column].strip(), "none_in_cell"):
                yield paragraph, row
