"""Papers that say at their head neither what they are nor of what day: their files may."""

from datetime import date
from pathlib import Path

import pytest

from embeddings.gather import all_passages
from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from tests.support.own_library import own_library

SECTIONS = """# Audience

The strategy is for two groups of readers.

# Document

A command paper of some twenty pages is proposed.

# Timescales

It may come out by the end of April.
"""


@pytest.mark.parametrize(
    ("file", "text", "title"),
    [
        ("2031-01-11-vision-and-strategy.md", SECTIONS, "2031-01-11 vision and strategy"),
        ("vision_and_strategy.md", SECTIONS, "vision and strategy"),
        ("28ff8d2bfa942549.md", SECTIONS, "Audience"),
        ("strategy.md", SECTIONS, "Audience"),
        ("old-vision.md", SECTIONS.replace("Audience", "Tide strategy"), "Tide strategy"),
        ("old-vision.md", SECTIONS.replace("# Document", "Document"), "Audience"),
    ],
)
def test_a_paper_that_opens_with_a_section_is_called_by_its_file(
    file: str, text: str, title: str
) -> None:
    assert extract(read_document(text.encode(), file), Councils.load()).title == title


def test_a_paper_without_a_day_is_of_that_in_its_files_name(tmp_path: Path) -> None:
    other = SECTIONS.replace("two groups", "three groups")
    papers = {"2031-01-11-vision-and-strategy.md": SECTIONS, "vision-of-tides.md": other}
    with own_library(tmp_path, papers) as library:
        days = {passage.place[-1]: passage.dated for passage in all_passages(library.graph)}
    assert days == {
        "2031-01-11 vision and strategy": date(2031, 1, 11),
        "vision of tides": None,
    }
