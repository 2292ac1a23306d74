"""The documents say what the program says: its help, and the output of the tour."""

import re
import runpy
from pathlib import Path

from cli.main import COMMANDS
from tests.places import ROOT

DOCS = ROOT / "docs"


def test_the_page_is_what_the_help_gives() -> None:
    page = runpy.run_path(str(DOCS / "command_line.py"))["page"]()
    assert (DOCS / "command-line.md").read_text("utf-8") == page, "run `make docs`"


def test_every_command_and_sub_command_has_its_options_on_the_page() -> None:
    page = (DOCS / "command-line.md").read_text("utf-8")
    headings = re.findall(r"^## minutebook(?: (.*))?$", page, re.MULTILINE)
    assert set(COMMANDS) < set(headings)
    assert {f"curate {name}" for name in ("same", "correct", "undo", "import")} < set(headings)
    assert "env var: MINUTEBOOK_CURATOR" in page


def test_the_tour_says_what_the_program_says(tmp_path: Path) -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    tour = runpy.run_path(str(DOCS / "tour.py"))
    assert tour["played"](readme, tmp_path / "tour.library") == readme, "run `make docs`"
    assert {"add", "search", "ask", "sparql", "trace"} <= set(
        re.findall(r"^\$ minutebook (\w+)", readme, re.MULTILINE)
    )


def test_every_link_of_the_documents_leads_somewhere() -> None:
    root = DOCS.parent
    pages = [root / "README.md", *root.glob("docs/**/*.md"), *root.glob("benchmarks/*.md")]
    assert len(pages) > 5
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_module_and_folder_that_the_documents_name_is_there() -> None:
    root = DOCS.parent
    for page in (root / "README.md", *DOCS.glob("*.md"), *DOCS.glob("decisions/*.md")):
        named = re.findall(r"`((?:kg|embeddings|queries|cli)/[\w/.]*)`", page.read_text("utf-8"))
        for path in named:
            assert (root / path).exists(), f"{page.name} names {path}"


def test_every_module_that_the_documents_name_by_the_end_of_its_path_is_there() -> None:
    root = DOCS.parent
    places = ("kg", "embeddings", "queries", "cli", "tests", "benchmarks", "docs")
    known = {f"/{path.relative_to(root)}" for top in places for path in (root / top).rglob("*.py")}
    for page in (root / "README.md", *DOCS.glob("*.md"), *DOCS.glob("decisions/*.md")):
        for named in re.findall(r"`([\w/]+\.py)`", page.read_text("utf-8")):
            assert any(path.endswith(f"/{named}") for path in known), f"{page.name} names {named}"
