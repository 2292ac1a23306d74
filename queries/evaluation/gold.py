"""Reading a folder of gold: facts, questions and histories a careful reader found.

The folder may hold ``extraction/*.json``, ``questions.jsonl`` and
``traces.jsonl``; each may be missing. Rows that the gold marks as inferred,
restated or informal are read as optional.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from queries.evaluation.facts import FactRow
from queries.evaluation.gold_rows import links_of, rows_by_type
from queries.evaluation.links import GoldRecord


@dataclass(frozen=True)
class GoldPassage:
    """A place in a paper: words copied from ``file``; ``grade`` 2 answers, 1 supports."""

    file: str
    snippet: str
    grade: int = 2


@dataclass(frozen=True)
class GoldQuestion:
    """A question, its answer in the reader's words, and the passages that bear on it."""

    id: str
    type: str
    question: str
    answer: str
    answerable: bool
    relevant: tuple[GoldPassage, ...]


@dataclass(frozen=True)
class GoldHistory:
    """A matter: ``start`` is what a user would type, ``stops`` its passages in order."""

    id: str
    start: str
    stops: tuple[GoldPassage, ...]


@dataclass(frozen=True)
class Gold:
    """A folder of gold; ``files`` are the names of the papers whose facts it covers.

    ``rows`` holds a type only when the folder has a file for it.
    """

    files: tuple[str, ...]
    rows: Mapping[str, tuple[FactRow, ...]]
    questions: tuple[GoldQuestion, ...]
    histories: tuple[GoldHistory, ...]
    links: Mapping[str, tuple[FactRow, ...]] = field(default_factory=dict)


def load_gold(folder: Path) -> Gold:
    """Read ``folder``.

    Raises ``ReadError`` when it is no folder, holds no gold, or a file of it
    is not what it should be.
    """
    if not folder.is_dir():
        raise ReadError(f"{folder}: no such folder of gold; name one that has extraction/*.json")
    extraction = {
        path.stem: _read(path, json.loads) for path in sorted(folder.glob("extraction/*.json"))
    }
    questions = _lines(folder / "questions.jsonl")
    traces = _lines(folder / "traces.jsonl")
    if not extraction and not questions and not traces:
        raise ReadError(
            f"{folder}: holds no gold; expected extraction/*.json, questions.jsonl or traces.jsonl"
        )
    try:
        return Gold(
            tuple(sorted(set(_files(extraction)))),
            rows_by_type(extraction),
            tuple(_question(record) for record in questions),
            tuple(_history(record) for record in traces),
            links_of(extraction),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ReadError(f"{folder}: a gold record lacks or mistypes a field: {error}") from error


def _read(path: Path, parse: Callable[[str], Any]) -> Any:  # noqa: ANN401 - JSON
    try:
        return parse(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ReadError(f"{path}: not readable as JSON ({error}); mend or remove it") from error


def _lines(path: Path) -> list[GoldRecord]:
    if not path.exists():
        return []

    def parse(text: str) -> list[GoldRecord]:
        return [json.loads(line) for line in text.splitlines() if line.strip()]

    records: list[GoldRecord] = _read(path, parse)
    return records


def _question(record: GoldRecord) -> GoldQuestion:
    return GoldQuestion(
        record["id"],
        record["type"],
        record["question"],
        record.get("answer") or "",
        bool(record.get("answerable", True)),
        tuple(_passage(one) for one in record.get("relevant") or ()),
    )


def _history(record: GoldRecord) -> GoldHistory:
    stops = sorted(record["stops"], key=lambda stop: stop.get("order", 0))
    return GoldHistory(record["id"], record["start"], tuple(_passage(stop) for stop in stops))


def _passage(record: GoldRecord) -> GoldPassage:
    return GoldPassage(record["file"], record["snippet"], int(record.get("grade", 2)))


def _files(value: object) -> Iterator[str]:
    """Every value of a field ``file`` at the head of a record."""
    if isinstance(value, dict):
        if isinstance(value.get("file"), str):
            yield value["file"]
        else:
            for one in value.values():
                yield from _files(one)
    elif isinstance(value, list):
        for one in value:
            yield from _files(one)
