"""Writers: results on standard output as JSON, JSON lines, CSV or Markdown.

Text for people is made in `cli.render`.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from cli.options import one_line
from kg.errors import writing

_FORMULA = re.compile(r"\s*[=+@-]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
Record = Mapping[str, object]
"""One row of a result by the names of its columns; values are plain Python values."""


def tell(sentence: str) -> None:
    """Say something on standard error, on one line."""
    click.echo(one_line(sentence), err=True)


def tell_error(message: str) -> None:
    """Report a failure that does not end the work."""
    tell(f"Error: {message}")


def write_json(value: object) -> None:
    """Write a value as one indented JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=plain))


def write_json_file(path: Path, value: object) -> None:
    """Write a value to a file as one indented JSON document.

    :raises StoreError: the file cannot be written.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    with writing(path):
        path.write_text(text + "\n", "utf-8")


def write_jsonl(records: Iterable[Record]) -> None:
    """Write records as JSON, one on each line."""
    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False, default=plain))


def write_csv(records: Iterable[Record], columns: Sequence[str]) -> None:
    """Write records as CSV for spreadsheets, with a head row; several values of one cell part
    at "; ".
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([inert(cell(record.get(column))) for column in columns] for record in records)
    click.echo(buffer.getvalue(), nl=False)


def inert(text: str) -> str:
    """The text of a cell with an apostrophe before it where a spreadsheet would work it out."""
    formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if formula else text


def write_md(records: Iterable[Record], columns: Sequence[str]) -> None:
    """Write records as a Markdown table."""
    click.echo("| " + " | ".join(columns) + " |")
    click.echo("|" + " --- |" * len(columns))
    for record in records:
        cells = (cell(record.get(column)) for column in columns)
        click.echo("| " + " | ".join(" ".join(c.replace("|", "\\|").split()) for c in cells) + " |")


def write_records(
    form: str, records: Sequence[Record], columns: Sequence[str], whole: object = None
) -> None:
    """Write records in ``form`` (json, jsonl, csv or md).

    JSON writes ``whole`` where it is given, else the records as a list.
    """
    writers: dict[str, Callable[[], None]] = {
        "json": lambda: write_json(records if whole is None else whole),
        "jsonl": lambda: write_jsonl(records),
        "csv": lambda: write_csv(records, columns),
        "md": lambda: write_md(records, columns),
    }
    writers[form]()


def write_table(form: str, records: Sequence[Record], columns: Sequence[str]) -> None:
    """Write records as a table for people (text), or in one of the forms for programs."""
    if form == "text":
        from cli.render import show_table

        show_table(records, columns)
    else:
        write_records(form, records, columns)


def plain(value: object) -> object:
    """A value in the terms of JSON: dates in ISO 8601, decimals as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def cell(value: object) -> str:
    """A value as the text of one cell; nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "; ".join(cell(part) for part in value)
    return str(value)
