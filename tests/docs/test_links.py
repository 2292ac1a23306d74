"""Links inside and between the documents lead to headings that are there."""

import re
from pathlib import Path

import pytest

from tests.places import ROOT

PAGES = [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")]


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in links: in small letters, without signs."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def links(page: Path) -> list[tuple[Path, str]]:
    """The pages and headings that a page links to."""
    found = re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", page.read_text("utf-8"))
    return [(page.parent / target if target else page, heading) for target, heading in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_heading_that_a_page_links_to_is_there(page: Path) -> None:
    assert [(to.name, name) for to, name in links(page) if name not in anchors(to)] == []


def test_there_are_such_links() -> None:
    assert sum(len(links(page)) for page in PAGES) > 20
