"""The files that are added: which they are, and their bytes."""

import os
from pathlib import Path

import pytest

from embeddings.papers import digest, find_papers, read_bytes
from kg.errors import NotFound, ReadError
from kg.reading import read


def test_a_folder_gives_what_can_be_read_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "picture.jpg", ".hidden.txt"):
        (tmp_path / name).write_text("said")
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_papers([tmp_path, tmp_path / "b.txt"]) == [tmp_path / "a.md", tmp_path / "b.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.txt", "there is no file"),
        ("pipe", "is neither a file nor a folder"),
        ("/dev/zero", "is neither a file nor a folder"),
        ("x" * 300, r"cannot be looked at \(File name too long\)"),
    ],
    ids=["nothing", "pipe", "device", "long name"],
)
def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotFound, match=reason):
        find_papers([tmp_path / name])


@pytest.mark.parametrize("use", [digest, read_bytes])
def test_no_more_is_read_than_a_paper_may_have(
    use: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "LARGEST_FILE", 3)
    (tmp_path / "large.txt").write_text("said")
    assert callable(use)
    for endless in (tmp_path / "large.txt", Path("/dev/zero")):
        with pytest.raises(ReadError, match="is larger than"):
            use(endless)
