"""Bad input, end to end: one clear line, the right exit code, a library that is whole."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import ROOT, SAMPLE

PROGRAM = [sys.executable, "-c", "from cli.main import main; main()"]
PAPER = "# Minutes of the Quay Board\n\n3 March 2021\n\n1. Apologies\n\nNone were received.\n"


def environment(library: Path) -> dict[str, str]:
    return os.environ | {"MINUTEBOOK_LIBRARY": str(library), "PYTHONPATH": str(ROOT)}


def run(library: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        env=environment(library),
        capture_output=True,
        text=True,
        timeout=300,
    )


def bomb() -> bytes:
    """A DOCX whose text is three hundred megabytes of blanks."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1024 * 1024)
    return packed.getvalue()


def large(path: Path) -> None:
    """A file of 200 MB that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


BAD = {
    "empty.pdf": b"",
    "empty.txt": b"",
    "truncated.pdf": (SAMPLE / "2021-10-14-agenda-pack.pdf").read_bytes()[:3000],
    "not-a-zip.docx": b"This is no zip.",
    "not-an-odt.odt": b"PK\x03\x04 nor is this",
    "broken.xml": b"<minutes><item></minutes>",
    "paper.exe": b"MZ",
    "two\nlines.pdf": b"%PDF-1.4 but no more",
}


@pytest.mark.parametrize("name", BAD, ids=repr)
def test_a_bad_file_is_one_line(name: str, tmp_path: Path) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    assert_refused(bad, tmp_path / "a.library")


def test_a_file_that_expands_a_thousandfold_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "bomb.docx"
    bad.write_bytes(bomb())
    assert_refused(bad, tmp_path / "a.library")


def test_a_file_of_200_megabytes_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "large.pdf"
    large(bad)
    assert_refused(bad, tmp_path / "a.library")


@pytest.mark.parametrize("kind", ["pipe", "device", "long name"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    bad = {"pipe": tmp_path / "pipe", "device": Path("/dev/zero"), "long name": Path("x" * 300)}
    if kind == "pipe":
        os.mkfifo(bad[kind])
    assert_refused(bad[kind], tmp_path / "a.library")
    assert not (tmp_path / "a.library").exists()


def assert_refused(bad: Path, library: Path) -> None:
    done = run(library, "add", bad)
    assert done.returncode == 1, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: ")
    assert repr(bad.name)[1:-1].replace("\\n", " ") in line or repr(bad.name)[1:-1] in line
    told = run(library, "search", "anything")
    assert told.returncode == 1
    assert told.stderr.startswith("Error: there is no library at ")


def test_a_bad_file_does_not_stop_the_rest(sample_library: Path, tmp_path: Path) -> None:
    library, papers = tmp_path / "a.library", tmp_path / "papers"
    shutil.copytree(sample_library, library)
    papers.mkdir()
    (papers / "a-bad.pdf").write_bytes(b"%PDF-1.4")
    (papers / "quay.md").write_text(PAPER, "utf-8")
    done = run(library, "add", papers, tmp_path / "nowhere.txt", "--format", "json")
    outcome = json.loads(done.stdout)
    assert done.returncode == 1
    assert outcome["added"] == ["quay.md"]
    assert [Path(one["file"]).name for one in outcome["failed"]] == ["nowhere.txt", "a-bad.pdf"]
    assert len(done.stderr.splitlines()) == 2
    nothing = run(library, "add", tmp_path / "nowhere.txt", "--format", "json")
    held = json.loads(nothing.stdout)
    assert (held["documents"], held["passages"]) == (outcome["documents"], outcome["passages"])
    assert (held["documents"], held["added"]) == (15, [])
    found = run(library, "search", "Quay Board", "-n", "5", "--format", "json")
    assert "quay.md" in {hit["file"] for hit in json.loads(found.stdout)["hits"]}


def test_a_folder_without_papers_makes_no_library(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    done = run(tmp_path / "a.library", "add", folder)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "holds no papers" in done.stderr
    assert not (tmp_path / "a.library").exists()


def test_a_library_of_a_newer_format_is_left_alone(sample_library: Path, tmp_path: Path) -> None:
    library = tmp_path / "a.library"
    shutil.copytree(sample_library, library)
    settings = json.loads((library / "minutebook.json").read_text("utf-8"))
    (library / "minutebook.json").write_text(json.dumps(settings | {"format": 99}), "utf-8")
    paper = tmp_path / "quay.md"
    paper.write_text(PAPER, "utf-8")
    before = sorted(path.relative_to(library) for path in library.rglob("*"))
    for arguments in (["search", "x"], ["add", paper], ["remove", "x"], ["export"]):
        done = run(library, *arguments)
        assert done.returncode == 1
        assert "has format 99 and this program reads" in done.stderr
        assert done.stderr.count("\n") == 1
    assert sorted(path.relative_to(library) for path in library.rglob("*")) == before


def test_a_folder_with_other_files_is_no_library(tmp_path: Path) -> None:
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "photo.txt").write_text("sea", "utf-8")
    paper = tmp_path / "quay.md"
    paper.write_text(PAPER, "utf-8")
    done = run(folder, "add", paper)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert [path.name for path in folder.iterdir()] == ["photo.txt"]


def test_of_two_that_add_at_once_one_is_told_to_wait(sample_library: Path, tmp_path: Path) -> None:
    library = tmp_path / "a.library"
    shutil.copytree(sample_library, library)
    papers = [tmp_path / "first.md", tmp_path / "second.md"]
    for number, paper in enumerate(papers):
        paper.write_text(PAPER.replace("Quay", f"Quay {number}"), "utf-8")
    adding = [
        subprocess.Popen(
            [*PROGRAM, "add", str(paper)],
            env=environment(library),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for paper in papers
    ]
    ended = [(process.communicate(), process.returncode) for process in adding]
    refused = [errors for (_, errors), code in ended if code != 0]
    assert all(code in (0, 1) for _, code in ended)
    assert len(refused) < 2
    for errors in refused:
        assert errors.startswith("Error: another process is writing")
    held = run(library, "check", "--quick")
    assert held.returncode == 0, held.stdout + held.stderr


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=str)
def test_stopping_add_leaves_the_library_as_it_was(
    sent: signal.Signals, sample_library: Path, tmp_path: Path
) -> None:
    library = tmp_path / "a.library"
    shutil.copytree(sample_library, library)
    paper = tmp_path / "quay.md"
    paper.write_text(PAPER, "utf-8")
    before = run(library, "export", "--format", "nq").stdout
    adding = subprocess.Popen(
        [*PROGRAM, "add", str(paper)],
        env=environment(library),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for_a_draft(library)
    adding.send_signal(sent)
    _, errors = adding.communicate()
    assert adding.returncode != 0
    assert "Traceback" not in errors
    assert run(library, "export", "--format", "nq").stdout == before
    assert run(library, "add", paper).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_one_line_and_leaves_no_half_library(small_disk: Path) -> None:
    library = small_disk / "a.library"
    done = run(library, "add", SAMPLE)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: the disk that holds ")
    assert done.stderr.count("\n") == 1
    assert run(library, "search", "x").stderr.startswith("Error: there is no library at ")
    assert sum(path.stat().st_size for path in library.rglob("*") if path.is_file()) < 10_000


def wait_for_a_draft(library: Path) -> None:
    """Until a second generation is being made."""
    for _ in range(2000):
        if len(list((library / "generations").iterdir())) > 1:
            return
        time.sleep(0.01)
    raise TimeoutError("no draft was begun")


def test_a_reader_that_goes_away_ends_it_quietly(sample_library: Path) -> None:
    command = (
        " ".join(f"'{part}'" for part in PROGRAM) + " sparql 'SELECT * { ?s ?p ?o }' | head -1"
    )
    done = subprocess.run(
        ["bash", "-c", command], env=environment(sample_library), capture_output=True, text=True
    )
    assert done.stdout.strip()
    assert done.stderr == ""
