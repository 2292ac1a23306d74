"""The command ``search``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import (
    Words,
    example,
    filter_options,
    format_option,
    library_option,
    limit_option,
)
from kg import terms as t

if TYPE_CHECKING:
    from queries.search import SearchResult

CLASSES = {
    "board": t.BOARD,
    "person": t.PERSON_CLASS,
    "programme": t.PROGRAMME,
    "document": t.DOCUMENT,
}
"""What the filters name."""


@click.command(
    "search",
    epilog=example(
        "minutebook search 'peer challenge funding'",
        "minutebook search workforce --board 'Improvement Board' --after 2023-01-01 --format json",
    ),
)
@click.argument("query", type=Words())
@library_option
@filter_options
@limit_option(10, "hits")
@click.option(
    "--reranker",
    metavar="MODEL",
    help="Read the best hits again with this cross-encoder (of sentence-transformers): "
    "its name or path.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say what was understood of the query and how each hit was found.",
)
@format_option("text", "json", "jsonl", "csv", "md")
def command(
    query: str,
    library: Path,
    limit: int,
    reranker: str | None,
    explain: bool,
    form: str,
    after: date | None,
    before: date | None,
    kind: str | None,
    **named: str | None,
) -> None:
    """Find the paragraphs that bear on a query.

    QUERY is words or a question; - reads it from standard input.
    """
    from cli.output import tell
    from embeddings.embedder import find_model
    from embeddings.library import Library
    from embeddings.passages import Filter
    from embeddings.reranker import CrossEncoderReranker
    from queries.graphs.naming import forms_of, of_class
    from queries.search import search

    reader = CrossEncoderReranker(find_model(reranker)) if reranker else None
    with Library.open(library, notice=tell) as held:
        iris = {
            name: forms_of(held.graph, of_class(held.graph, what, CLASSES[name]))
            for name, what in named.items()
            if what is not None
        }
        where = Filter(kind=kind, after=after, before=before, telling=True, **iris)
        result = search(held, query, where, limit, reader)
    _tell(result, query, form, explain)


def _tell(result: "SearchResult", query: str, form: str, explain: bool) -> None:
    from cli.output import write_records
    from cli.records import HIT_COLUMNS, explained, hit_json, hit_record, search_json

    if form == "text":
        from cli.render import show_search

        show_search(result, explain=explain)
        return
    records = [hit_json(hit) if form == "jsonl" else hit_record(hit) for hit in result.hits]
    whole = search_json(result, query)
    write_records(form, records, HIT_COLUMNS, whole=explained(whole, result) if explain else whole)
