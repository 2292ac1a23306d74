"""A library whose writer is killed or interrupted half way."""

import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.support.harbour_papers import KILLED, PAPERS, State, add, state

PLACES = (
    "kg.store.graph.KnowledgeGraph.copy_to",
    "kg.store.graph.KnowledgeGraph.replace_document",
    "kg.store.originals.Originals.store",
    "kg.rdf.linking.histories.update",
    "embeddings.keywords.clone",
    "embeddings.keywords.write",
    "embeddings.vectors.build",
    "kg.store.graph.KnowledgeGraph.close",
    "embeddings.library.Generation.write",
    "kg.store.generations._sync_tree",
    "kg.store.generations.write_durably",
    "kg.store.generations._clear",
    "kg.store.originals.Originals.keep_only",
)


@dataclass(frozen=True)
class Grown:
    """A library of one paper, and what it is before and after two more are added."""

    path: Path
    files: tuple[Path, ...]
    old: State
    new: State


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    folder = tmp_path_factory.mktemp("grown")
    march, june, autumn = (folder / name for name in PAPERS)
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    add(folder / "lib", march)
    shutil.copytree(folder / "lib", folder / "whole")
    add(folder / "whole", june, autumn)
    return Grown(folder / "lib", (june, autumn), state(folder / "lib"), state(folder / "whole"))


MOMENTS = [
    *((when, place) for place in PLACES for when in ("before", "after")),
    *(("after, interrupted", place) for place in PLACES[1:10:4]),
]


@pytest.mark.parametrize(
    ("when", "place"), MOMENTS, ids=[f"{w} {p.rpartition('.')[2]}" for w, p in MOMENTS]
)
def test_killed_at_any_instant_the_library_is_the_old_or_the_new(
    tmp_path: Path, grown: Grown, when: str, place: str
) -> None:
    library = tmp_path / "lib"
    shutil.copytree(grown.path, library)
    command = [sys.executable, "-c", KILLED, str(library), when, place, *map(str, grown.files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in {-signal.SIGKILL, -signal.SIGINT, 1}, done.stderr
    assert done.returncode != 1 or "KeyboardInterrupt" in done.stderr, done.stderr
    assert state(library) in (grown.old, grown.new)
    add(library, *grown.files)
    assert state(library) == grown.new


def test_what_a_kill_left_is_cleared_by_the_next_to_write(tmp_path: Path, grown: Grown) -> None:
    library = tmp_path / "lib"
    shutil.copytree(grown.path, library)
    place = "embeddings.library.Generation.write"
    command = [sys.executable, "-c", KILLED, str(library), "after", place, *map(str, grown.files)]
    subprocess.run(command, cwd=ROOT, capture_output=True)
    assert len(list((library / "generations").iterdir())) == 2
    assert len(list((library / "originals").iterdir())) == 3
    add(library, grown.files[0])
    assert len(list((library / "generations").iterdir())) == 1
    assert len(list((library / "originals").iterdir())) == 2
