"""Papers read by another version are read again from the originals in the library."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import program
from embeddings import ingest
from embeddings.library import held_now
from embeddings.papers import _PROGRAM, program_digest
from kg.errors import LibraryMissing
from kg.extraction import extract as extraction
from kg.facts import Facts
from kg.model import Document
from kg.reference import Councils
from kg.store.generations import Generations
from tests.places import ROOT
from tests.support.harbour_papers import KILLED, PAPERS, add, state
from tests.support.letters import Letters

_extract = extraction.extract


@contextmanager
def earlier_version() -> Iterator[None]:
    """A version of the program that reads no decisions."""

    def extract(document: Document, councils: Councils) -> Facts:
        return replace(_extract(document, councils), decisions=())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extraction, "extract", extract)
        for module in ("embeddings.ingest", "embeddings.writer"):
            patch.setattr(f"{module}.program_digest", lambda: "earlier")
        yield


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in PAPERS]


@pytest.fixture
def outdated(tmp_path: Path, files: list[Path]) -> Path:
    """A library whose three papers an earlier version read."""
    with earlier_version():
        add(tmp_path / "lib", *files)
    return tmp_path / "lib"


@pytest.fixture
def afresh(tmp_path: Path, files: list[Path]) -> Path:
    """The same papers read by this version alone."""
    add(tmp_path / "fresh", *files)
    return tmp_path / "fresh"


def programs(library: Path) -> set[str]:
    return {one.program for one in held_now(Generations(library)).values()}


def test_without_files_everything_outdated_is_read_again(outdated: Path, afresh: Path) -> None:
    assert state(outdated) != state(afresh)
    embedder = Letters()
    outcome = ingest.add(outdated, [], embedder=embedder)
    assert sorted(outcome.reread) == sorted(PAPERS)
    assert (outcome.added, outcome.skipped, outcome.failed) == ((), (), ())
    assert (outcome.embedded, embedder.asked) == (0, [])
    assert programs(outdated) == {program_digest()}
    assert state(outdated) == state(afresh)


def test_a_new_paper_brings_the_others_up_to_date(tmp_path: Path, files: list[Path]) -> None:
    march, june, autumn = files
    with earlier_version():
        add(tmp_path / "lib", march, june)
    outcome = add(tmp_path / "lib", june, autumn)
    assert outcome.added == ("june.md", "autumn.md")
    assert outcome.reread == ("march.md",)
    add(tmp_path / "fresh", *files)
    assert state(tmp_path / "lib") == state(tmp_path / "fresh")


def test_once_read_again_they_rest(outdated: Path, files: list[Path]) -> None:
    add(outdated)
    before = Generations(outdated).current()
    assert add(outdated).reread == ()
    assert add(outdated, *files).skipped == tuple(PAPERS)
    assert Generations(outdated).current() == before


@pytest.mark.parametrize("harm", ["lost", "changed"])
def test_what_cannot_be_read_again_stays_as_it_was(
    outdated: Path, files: list[Path], afresh: Path, harm: str
) -> None:
    june = next(one for one in held_now(Generations(outdated)).values() if one.file == "june.md")
    original = outdated / "originals" / june.sha256
    original.unlink() if harm == "lost" else original.write_bytes(b"# Another paper")
    with earlier_version():
        add(outdated.parent / "before", files[1])
    outcome = add(outdated)
    assert sorted(outcome.reread) == ["autumn.md", "march.md"]
    assert [failed.file for failed in outcome.failed] == ["june.md"]
    assert "add the paper again" in outcome.failed[0].reason
    assert outcome.documents == 3
    assert programs(outdated) == {program_digest(), "earlier"}
    assert graph_of(outdated, june.sha256) == graph_of(outdated.parent / "before", june.sha256)
    assert add(outdated, files[1]).added == ("june.md",)
    assert state(outdated) == state(afresh)


def graph_of(library: Path, sha256: str) -> list[str]:
    """The quads of one document's own graph."""
    lines = state(library)[0].decode().splitlines()
    return [line for line in lines if line.endswith(f"document/{sha256[:12]}> .")]


@pytest.mark.parametrize(
    ("when", "place"),
    [
        ("before", "kg.store.originals.Originals.read"),
        ("after", "kg.store.graph.KnowledgeGraph.replace_document"),
        ("after, interrupted", "kg.rdf.linking.histories.update"),
        ("before", "embeddings.library.Generation.write"),
        ("after", "kg.store.generations.write_durably"),
    ],
)
def test_killed_while_reading_again_it_goes_on_next_time(
    outdated: Path, afresh: Path, when: str, place: str
) -> None:
    before = state(outdated)
    command = [sys.executable, "-c", KILLED, str(outdated), when, place]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in {-signal.SIGKILL, -signal.SIGINT, 1}, done.stderr
    assert state(outdated) in (before, state(afresh))
    add(outdated)
    assert state(outdated) == state(afresh)


def test_a_damaged_original_is_mended_by_its_paper(tmp_path: Path, files: list[Path]) -> None:
    add(tmp_path / "lib", files[0])
    (original,) = (tmp_path / "lib" / "originals").iterdir()
    original.write_bytes(b"damaged")
    assert add(tmp_path / "lib", files[0]).added == ("march.md",)
    assert original.read_bytes() == files[0].read_bytes()


def test_without_a_library_there_is_nothing_to_read_again(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        add(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_the_command_says_what_was_read_again(sample_library: Path, tmp_path: Path) -> None:
    library = shutil.copytree(sample_library, tmp_path / "lib")
    manifest = next((library / "generations").glob("*/manifest.json"))
    manifest.write_text(manifest.read_text("utf-8").replace(program_digest(), "0" * 12), "utf-8")
    done = CliRunner().invoke(program, ["add", "--library", str(library)])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("0 added, 14 read again; the library holds 14 documents")


def test_all_code_that_reads_papers_makes_the_program() -> None:
    """What only holds the graph, or says what went wrong, is left out."""
    parts = {path.name for path in (ROOT / "kg").iterdir() if not path.name.startswith("_")}
    assert parts - {"store", "errors.py", "ontology"} == set(_PROGRAM["kg"])


@pytest.mark.parametrize("module", ["gather.py", "statements.py", "facts.py", "stems.py"])
def test_other_code_for_passages_or_facts_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    copy = shutil.copytree(ROOT / "embeddings", tmp_path / "embeddings")
    monkeypatch.setattr("embeddings.papers.files", {"embeddings": copy}.get)
    monkeypatch.setattr("embeddings.papers._PROGRAM", {"embeddings": _PROGRAM["embeddings"]})
    before = program_digest.__wrapped__()
    (copy / module).write_text("# other code\n", "utf-8")
    assert program_digest.__wrapped__() != before
