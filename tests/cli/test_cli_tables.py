"""Tables for spreadsheets: what papers say stands in them as text, and is never worked out."""

import csv
import io
import zipfile
from datetime import date

import pytest

from cli.output import write_records
from cli.sheets import write_sheet

LINK = '=HYPERLINK("https://weirside.example/","Weirside")'
COLUMNS = ("text", "names", "day", "late", "part")


def rows(*values: object) -> list[dict[str, object]]:
    return [{"text": value, "names": ["@Ada", "=1+1"], "day": date(2031, 3, 1)} for value in values]


@pytest.mark.parametrize(
    "text", [LINK, "+44 20 0100", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", " =1", "- a quay"]
)
def test_a_text_that_would_be_a_formula_is_marked_as_text(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_records("csv", rows(text), COLUMNS)
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["text"] == f"'{text}"
    assert row["names"] == "'@Ada; =1+1"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((number, str(number)) for number in (-3, 0, 12, -1.5, True)),
        *((text, text) for text in ("-3", "+4.5", "-1,200", "-12%", "2031-03-01", "a = b", "")),
        (date(2031, 3, 1), "2031-03-01"),
        (None, ""),
    ],
)
def test_numbers_days_and_other_texts_stay_as_they_are(
    value: object, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_records("csv", rows(value), COLUMNS)
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["text"] == expected.replace("True", "true")
    assert row["day"] == "2031-03-01"


def test_a_workbook_holds_no_formula_and_no_link(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    texts = [LINK, "+44 20 0100", "-2+3", "@SUM(A1)", "{=1+1}", "https://weirside.example/"]
    write_sheet("xlsx", "Ledger", rows(*texts), COLUMNS, date(2031, 3, 1))
    with zipfile.ZipFile(io.BytesIO(capsysbinary.readouterr().out)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert [sheet.count(f'<c r="A{row}" s="2" t="s">') for row in range(2, 8)] == [1] * 6
    assert ">=HYPERLINK(" in words
    assert '<c r="C2" s="3"><v>' in sheet
