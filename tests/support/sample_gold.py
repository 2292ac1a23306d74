"""Reading the sample's papers and gold, for the tests of both."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from docx import Document
from lxml import etree

from data.build_sample import SAMPLE, SOURCES
from tests.places import SAMPLE_GOLD

PAPERS = sorted(SAMPLE.iterdir())
BINARY = (".pdf", ".docx")

Record = dict[str, Any]


@cache
def facts(name: str) -> list[Record]:
    """The rows of one file of the gold's extraction."""
    rows: list[Record] = json.loads(
        (SAMPLE_GOLD / "extraction" / f"{name}.json").read_text("utf-8")
    )
    return rows


@cache
def lines(name: str) -> list[Record]:
    """The records of a JSONL file of the gold."""
    return [json.loads(line) for line in (SAMPLE_GOLD / name).read_text("utf-8").splitlines()]


@cache
def ledger() -> dict[str, Record]:
    """The ledger by the id of the recommendation."""
    rows = json.loads((SAMPLE_GOLD / "ledger.json").read_text("utf-8"))
    return {row["recommendation"]: row for row in rows}


def one(name: str, **wanted: object) -> Record:
    """The only row of ``name`` whose fields have the values ``wanted``."""
    found = [row for row in facts(name) if all(row[key] == wanted[key] for key in wanted)]
    assert len(found) == 1, f"{len(found)} rows of {name} have {wanted}"
    return found[0]


@cache
def texts() -> dict[str, str]:
    """The words of every paper by its base name without suffix; of binary ones, the source."""
    plain = [path for path in PAPERS if path.suffix not in BINARY]
    return {path.stem: _words(path) for path in [*plain, *SOURCES.glob("*.md")]}


def _words(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".xml":
        text = " ".join(_parts_of_xml(etree.fromstring(path.read_bytes())))
    elif path.suffix == ".html":
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = _without_tags(text)
    elif path.suffix == ".md":
        text = re.sub(r"^\|[-|]+\|$", " ", text, flags=re.MULTILINE)
        text = re.sub(r"[*|#\\]", " ", text)
    return " ".join(text.split())


def _parts_of_xml(root: etree._Element) -> Iterator[str]:
    """Text, which may be escaped HTML, and the name and role of those who attended."""
    for element in root.iter():
        yield _without_tags(element.text or "")
        if element.tag == "attendee":
            yield f"{element.get('name')} {element.get('roledescription')}"


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def in_pdf(path: Path) -> list[str]:
    """The text of each page, white space made single."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def in_docx(path: Path) -> str:
    """The text of paragraphs and cells of the body, white space made single."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([p.text for p in document.paragraphs] + cells).split())
