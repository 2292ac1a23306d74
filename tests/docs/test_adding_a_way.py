"""The examples of `docs/adding-a-way.md` do what the page says, and only with what it adds."""

import subprocess
import sys
from pathlib import Path

from tests.docs.tried import blocks, file_of
from tests.places import ROOT

PAGE = ROOT / "docs" / "adding-a-way.md"


def tried(folder: Path, *how: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.docs.tried", PAGE, folder, *how]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_the_examples_do_what_the_page_says(tmp_path: Path) -> None:
    done = tried(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "16 tried" in done.stdout


def test_without_what_the_page_adds_the_way_and_the_habit_fail(tmp_path: Path) -> None:
    done = tried(tmp_path, "bare")
    assert done.returncode == 2, done.stdout + done.stderr


def test_what_the_page_adds_is_not_there_yet_and_has_a_place() -> None:
    page = PAGE.read_text("utf-8")
    questions, people = (ROOT / file_of(block) for block in blocks(page, "toml"))
    assert questions.is_file() and people.is_file()
    (module,) = (ROOT / file_of(block) for block in blocks(page, "python"))
    assert module.parent.is_dir() and not module.exists()
