"""The page on the command line says what the program's help says."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_is_what_the_help_gives() -> None:
    page = runpy.run_path(str(DOCS / "command_line.py"))["page"]()
    assert (DOCS / "command-line.md").read_text("utf-8") == page, "run `make docs`"
