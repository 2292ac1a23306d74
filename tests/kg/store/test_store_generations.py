"""Generations under crashes and crowds, with real processes."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import FormatMismatch, LibraryBusy, LibraryMissing, StoreError
from kg.store.generations import CURRENT, GENERATIONS, SETTINGS, WRITE_LOCK, Generations, Settings
from kg.store.graph import KnowledgeGraph
from tests.places import ROOT

WAIT = 30.0


@pytest.fixture
def library(tmp_path: Path) -> Generations:
    made = Generations(tmp_path / "lib")
    made.create(Settings())
    return made


def write(library: Generations, text: str) -> None:
    with library.drafting() as draft:
        (draft / "text").write_text(text)


def read(library: Generations) -> str:
    with library.reading() as generation:
        return (generation / "text").read_text()


def names(library: Generations) -> list[str]:
    return sorted(path.name for path in (library.path / GENERATIONS).iterdir())


def process(code: str, library: Generations) -> subprocess.Popen[str]:
    """A process that runs code with ``library`` and says "ready" when it is where it should be."""
    head = (
        "import sys, time; from pathlib import Path; from kg.store.generations import Generations;"
        f"library = Generations(Path({str(library.path)!r}))\n"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", head + code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


HALF_A_DRAFT = """
with library.drafting() as draft:
    (draft / "text").write_text("half")
    print("ready", flush=True); time.sleep(60)
"""
READER = """
with library.reading() as generation:
    print("ready", flush=True)
    time.sleep(60)
"""


def kill(running: subprocess.Popen[str]) -> None:
    running.send_signal(signal.SIGKILL)
    running.wait(WAIT)
    if running.stdout is not None:
        running.stdout.close()


def test_a_library_is_made_once(tmp_path: Path) -> None:
    library = Generations(tmp_path / "lib")
    library.create(Settings(base="https://x.example/id/", model="m"))
    library.create(Settings(base="https://other.example/"))
    assert library.settings() == Settings(base="https://x.example/id/", model="m")
    assert json.loads((library.path / SETTINGS).read_text())["format"] == 1


def test_reading_makes_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(LibraryMissing, match="no library at"),
        Generations(tmp_path / "x").reading(),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_empty_library_holds_nothing_to_read(library: Generations) -> None:
    with pytest.raises(LibraryMissing), library.reading():
        pass


def test_a_directory_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="name another directory"):
        Generations(tmp_path).create(Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ('{"format": 2, "layout": "new"}', FormatMismatch),
        ('{"format": 1}', StoreError),
        ("{", StoreError),
        ("[]", StoreError),
    ],
)
def test_settings_of_another_version(
    library: Generations, content: str, error: type[StoreError]
) -> None:
    (library.path / SETTINGS).write_text(content)
    for use in (library.reading, library.drafting):
        with pytest.raises(error), use():
            pass


def test_the_newest_generation_is_read_and_the_old_one_cleared(library: Generations) -> None:
    write(library, "one")
    write(library, "two")
    assert read(library) == "two"
    assert names(library) == ["000002"]


def test_a_reader_keeps_its_generation_until_it_is_done(library: Generations) -> None:
    write(library, "one")
    with library.reading() as generation:
        write(library, "two")
        assert (generation / "text").read_text() == "one"
        assert read(library) == "two"
        assert names(library) == ["000001", "000002"]
    assert names(library) == ["000002"]


def test_two_readers_of_one_generation(library: Generations) -> None:
    write(library, "one")
    with library.reading() as first:
        with library.reading() as second:
            assert first == second
            write(library, "two")
        assert (first / "text").read_text() == "one"


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_a_draft_that_fails_leaves_no_trace(
    library: Generations, error: type[BaseException]
) -> None:
    def fail() -> None:
        with library.drafting() as draft:
            (draft / "text").write_text("two")
            raise error

    write(library, "one")
    with pytest.raises(error):
        fail()
    assert read(library) == "one"
    assert names(library) == ["000001"]


def test_a_full_disk_is_said_and_changes_nothing(library: Generations) -> None:
    write(library, "one")
    with pytest.raises(StoreError, match=r"disk .* is full"), library.drafting():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert read(library) == "one"


def test_other_failures_of_the_system_are_not_called_a_full_disk(library: Generations) -> None:
    with (
        pytest.raises(StoreError, match=r"000001 cannot be used \(Is a directory\)"),
        library.drafting() as draft,
    ):
        draft.read_text()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("file/sub", "Not a directory"),
        ("x" * 300, "File name too long"),
        ("/proc/x", "No such file or directory"),
    ],
    ids=["below a file", "long name", "no place for directories"],
)
def test_where_no_directory_can_be_is_said(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_text("dear")
    library = Generations(tmp_path / name)
    with pytest.raises(StoreError, match=rf"cannot be used \({reason}\); .* another directory"):
        library.create(Settings())
    with pytest.raises(StoreError), library.reading():
        pass


def test_settings_that_cannot_be_opened_are_said(library: Generations) -> None:
    (library.path / SETTINGS).unlink()
    (library.path / SETTINGS).mkdir()
    with pytest.raises(StoreError, match=r"json cannot be read \(Is a directory\); check it"):
        library.settings()


def test_a_library_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("dear")
    with (
        pytest.raises(LibraryMissing, match="no library at"),
        Generations(tmp_path / "file/sub").reading(),
    ):
        pass


@pytest.mark.parametrize("name", [SETTINGS, CURRENT])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_library_whose_making_was_killed_is_made_the_next_time(
    tmp_path: Path, moment: str, name: str
) -> None:
    library = Generations(tmp_path / "lib")
    killed = f"""
import os, signal
from kg.store.generations import Settings
replace = Path.replace
def deadly(self, target):
    last = target.name == {name!r}
    if not (last and {moment == "before"}):
        replace(self, target)
    if last:
        print("ready", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
Path.replace = deadly
library.create(Settings())
"""
    kill(process(killed, library))
    with pytest.raises(LibraryMissing), library.reading():
        pass
    library.create(Settings())
    write(library, "one")
    assert read(library) == "one"


def test_of_two_that_make_a_library_the_second_leaves_what_the_first_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, soon = Generations(tmp_path / "lib"), Generations(tmp_path / "lib")
    mkdir = Path.mkdir

    def overtaken(path: Path, parents: bool, exist_ok: bool) -> None:
        mkdir(path, parents=parents, exist_ok=exist_ok)
        monkeypatch.undo()
        soon.create(Settings(base="https://x.example/id/"))
        write(soon, "one")

    monkeypatch.setattr(Path, "mkdir", overtaken)
    late.create(Settings())
    assert late.settings().base == "https://x.example/id/"
    assert read(late) == "one"


def test_one_writer_at_a_time(library: Generations) -> None:
    write(library, "one")
    busy = process(HALF_A_DRAFT, library)
    try:
        with pytest.raises(LibraryBusy, match="another process"), library.drafting():
            pass
        assert read(library) == "one"
    finally:
        kill(busy)
    write(library, "two")
    assert read(library) == "two"


def test_a_killed_writer_leaves_what_was_there(library: Generations) -> None:
    write(library, "one")
    kill(process(HALF_A_DRAFT, library))
    assert read(library) == "one"
    assert names(library) == ["000001", "000002"]
    write(library, "two")
    assert read(library) == "two"
    assert len(names(library)) == 1


def test_a_killed_first_writer_leaves_an_empty_library(library: Generations) -> None:
    kill(process(HALF_A_DRAFT, library))
    with pytest.raises(LibraryMissing), library.reading():
        pass
    write(library, "one")
    assert read(library) == "one"


def test_a_killed_reader_lets_go(library: Generations) -> None:
    write(library, "one")
    reader = process(READER, library)
    write(library, "two")
    assert names(library) == ["000001", "000002"]
    kill(reader)
    write(library, "three")
    assert names(library) == ["000003"]


def test_readers_always_see_one_whole_generation(library: Generations) -> None:
    write(library, "0 0")
    writer = process(
        """
print("ready", flush=True)
for n in range(1, 40):
    with library.drafting() as draft:
        (draft / "text").write_text(f"{n} {n}")
        (draft / "other").write_text(str(n))
""",
        library,
    )
    seen = []
    until = time.monotonic() + WAIT
    while writer.poll() is None and time.monotonic() < until:
        with library.reading() as generation:
            first, second = (generation / "text").read_text().split()
            assert first == second
            assert first == "0" or (generation / "other").read_text() == first
            seen.append(int(first))
    assert writer.wait(WAIT) == 0
    kill(writer)
    assert seen == sorted(seen)
    assert read(library) == "39 39"


GRAPHS = """
from rdflib import Literal, URIRef
from kg.store.graph import KnowledgeGraph
name, s, p = URIRef("g:g"), URIRef("s:s"), URIRef("p:p")
print("ready", flush=True)
for n in range(1, 10_000):
    with library.drafting() as draft:
        if library.current() is not None:
            with KnowledgeGraph.open(library.current() / "graph") as before:
                before.copy_to(draft / "graph")
        with KnowledgeGraph.open(draft / "graph", write=True) as graph:
            graph.replace_graph("g:g", [(s, p, Literal(f"{n} {i}"), name) for i in range(50)])
"""


@pytest.mark.parametrize("delay", [0.01, 0.04, 0.1, 0.17, 0.3, 0.45])
def test_a_graph_survives_the_death_of_its_writer(library: Generations, delay: float) -> None:
    for _ in range(2):
        writer = process(GRAPHS, library)
        time.sleep(delay)
        kill(writer)
        if library.current() is None:
            continue
        with library.reading() as path, KnowledgeGraph.open(path / "graph") as graph:
            said = [str(text).split() for (text,) in graph.select("SELECT ?t { ?s ?p ?t }").rows]
            assert len({n for n, _ in said}) == 1
            assert sorted(int(i) for _, i in said) == list(range(50))
    with library.drafting():
        pass


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_on_either_side_of_the_pointer(
    library: Generations, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(library, "one")
    replace: Callable[..., Path] = Path.replace

    def crash(self: Path, target: Path) -> Path:
        done = replace(self, target) if moment == "after" else self
        if target.name == CURRENT:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        write(library, "two")
    monkeypatch.undo()
    assert read(library) == ("one" if moment == "before" else "two")
    assert len(names(library)) == 1
    assert sorted(path.name for path in library.path.iterdir()) == sorted(
        [CURRENT, GENERATIONS, SETTINGS, WRITE_LOCK]
    )


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\0\0\0\0", b"\xff\xfe", b"../other", b"000077\n"],
    ids=["lost", "empty", "zeros", "no text", "no name", "of nothing"],
)
def test_a_lost_or_damaged_pointer_is_said_and_nothing_is_cleared(
    library: Generations, content: bytes | None
) -> None:
    write(library, "one")
    pointer = library.path / CURRENT
    pointer.unlink() if content is None else pointer.write_bytes(content)
    for use in (library.reading, library.drafting):
        with pytest.raises(StoreError, match=r"(lost|damaged); .*make a new library"), use():
            pass
    assert names(library) == ["000001"]


def test_the_name_of_a_generation_put_back_mends_a_lost_pointer(library: Generations) -> None:
    write(library, "one")
    (library.path / CURRENT).unlink()
    with pytest.raises(StoreError, match="write 000001 into it again"), library.reading():
        pass
    (library.path / CURRENT).write_text("000001\n")
    assert read(library) == "one"


def test_a_pointer_that_cannot_be_read_is_said(library: Generations) -> None:
    (library.path / CURRENT).unlink()
    (library.path / CURRENT).mkdir()
    with pytest.raises(StoreError, match="damaged"), library.reading():
        pass
