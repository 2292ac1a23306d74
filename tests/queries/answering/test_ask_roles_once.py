"""A role that papers write with other signs is told once."""

from pathlib import Path

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

Present: Cllr Ada Quill (Chair), Cllr Cy Moor

## 1. Hull Support Review update

The Chair invited Bo Thrale (BT), Keel Adviser – Ferry Programme, to introduce the update.

The Board noted the report.
""",
    "report-june.md": """# Saltwick Ferry Board, 4 June 2030

# Hull Support Review update

## Purpose of report

For information.

Contact officer: Bo Thrale

Position: Keel Adviser - Ferry Programme
""",
}


def test_a_role_written_with_two_kinds_of_dash_is_told_once(tmp_path: Path) -> None:
    with own_library(tmp_path, PAPERS) as library:
        told = answer(Searcher(library), "Who presented the Hull Support Review update?")
    assert told.answer.startswith("Bo Thrale")
    assert told.answer.count("Keel Adviser") == 1
