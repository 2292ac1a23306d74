"""Tables to hand on: as a page of HTML and as a workbook."""

import html
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from cli.html_page import page
from cli.output import Record, cell, write_md

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDE = 60
_NARROW = 12
_A4 = 9
"""The size of paper as workbooks number it."""
_LONGEST_NAME = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\]")
"""The signs that the name of a sheet may not have."""
_STYLE = (
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{border:1px solid #999;padding:.4em;text-align:left;vertical-align:top}"
    "th{background:#eee;position:sticky;top:0}"
)


def write_sheet(
    form: str, title: str, records: Sequence[Record], columns: Sequence[str], day: date
) -> None:
    """Write records as a table (md), a page (html) or a workbook (xlsx) of the day, with the
    names of columns for people; equal input, equal bytes.
    """
    if form == "md":
        named = [{heading(one): shown(record.get(one)) for one in columns} for record in records]
        write_md(named, [heading(one) for one in columns])
    elif form == "html":
        click.echo(page(title, _table(records, columns), _STYLE), nl=False)
    else:
        _write_workbook(title, records, columns, day)


def heading(column: str) -> str:
    """The name of a column for people: "action_taken" is "Action taken"."""
    return column.replace("_", " ").capitalize()


def shown(value: object) -> str:
    """A value as the text of a cell for people: what is true or not is yes or no."""
    return ("yes" if value else "no") if isinstance(value, bool) else cell(value)


def _table(records: Sequence[Record], columns: Sequence[str]) -> str:
    head = "".join(f"<th>{heading(column)}</th>" for column in columns)
    rows = (
        "<tr>" + "".join(f"<td>{_lines(record.get(column))}</td>" for column in columns) + "</tr>"
        for record in records
    )
    return "\n".join(
        [f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>", *rows, "</tbody></table>"]
    )


def _lines(value: object) -> str:
    parts = value if isinstance(value, list | tuple) else [value]
    return "<br>".join(html.escape(shown(part)) for part in parts)


def _in_lines(value: object) -> str:
    """A value as the text of a cell, of several values each on a line of its own."""
    return "\n".join(map(shown, value)) if isinstance(value, list | tuple) else shown(value)


def _write_workbook(
    title: str, records: Sequence[Record], columns: Sequence[str], day: date
) -> None:
    """A workbook on standard output, with a frozen head row that filters, which prints on pages
    as wide as the table.
    """
    from xlsxwriter import Workbook

    if sys.stdout.isatty():
        raise click.UsageError("a workbook is no text; write it to a file: … > ledger.xlsx")
    with Workbook(
        sys.stdout.buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    ) as book:
        book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
        sheet = book.add_worksheet(_sheet_name(title))
        _write_head(book, sheet, records, columns)
        _write_rows(book, sheet, records, columns)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        if records:
            sheet.autofilter(0, 0, len(records), len(columns) - 1)


def _sheet_name(title: str) -> str:
    """A title as workbooks let a sheet be called."""
    return _NO_NAME.sub(" ", title)[:_LONGEST_NAME].strip(" '")


def _write_head(
    book: "Workbook", sheet: "Worksheet", records: Sequence[Record], columns: Sequence[str]
) -> None:
    """The names of the columns, each as wide as its widest value within bounds."""
    bold = book.add_format({"bold": True, "bg_color": "#eeeeee", "valign": "top"})
    for at, column in enumerate(columns):
        widest = max((len(cell(record.get(column))) for record in records), default=0)
        sheet.set_column(at, at, min(max(widest, _NARROW), _WIDE))
        sheet.write_string(0, at, heading(column), bold)


def _write_rows(
    book: "Workbook", sheet: "Worksheet", records: Sequence[Record], columns: Sequence[str]
) -> None:
    """A row for each record, in which days are days and numbers are numbers."""
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    dated = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
    for row, record in enumerate(records, start=1):
        for at, column in enumerate(columns):
            value = record.get(column)
            if isinstance(value, date):
                sheet.write_datetime(row, at, value, dated)
            elif isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(row, at, value, wrapped)
            else:
                sheet.write_string(row, at, _in_lines(value), wrapped)
