"""A library that is damaged: what the message advises is done, word by word, and mends it."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import program
from kg.store.generations import Generations
from kg.store.originals import FOLDER, Originals
from tests.support.harbour_papers import PAPERS, state


def run(library: Path, *arguments: str, code: int = 0) -> Result:
    environment = {"MINUTEBOOK_LIBRARY": str(library), "COLUMNS": "1000"}
    result = CliRunner().invoke(program, arguments, env=environment)
    assert result.exit_code == code, result.output
    return result


def advised(message: str) -> list[str]:
    """The arguments of the command that a message names in backticks."""
    found = re.search(r"`minutebook (.*?)`", message)
    assert found, message
    return shlex.split(found[1])


def generation(library: Path) -> Path:
    current = Generations(library).current()
    assert current is not None
    return current


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("libraries") / "whole"
    run(library, "add", str(papers))
    return library


@pytest.fixture
def library(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "library"))


@pytest.mark.parametrize(
    "file",
    [
        *("keywords/meta.json", "keywords/count.json", "facts/meta.json", "facts/.managed.json"),
        *("vectors/vectors.faiss", "vectors/manifest.json", "tokens/starts.npy", "tokens/ids.npy"),
    ],
)
def test_a_damaged_index_is_mended_as_is_advised(library: Path, whole: Path, file: str) -> None:
    (generation(library) / file).write_bytes(b"{}")
    told = run(library, "check", code=1).stdout
    index = file.partition("/")[0]
    assert f"{index}: " in told
    mended = run(library, *advised(told)).stdout
    assert "0 added, damaged indexes built again (" in mended
    assert index in mended
    assert run(library, "check").stdout == "All is well.\n"
    assert state(library) == state(whole)


@pytest.mark.parametrize("index", ["keywords", "facts", "vectors", "tokens"])
def test_an_index_that_is_gone_is_built_again_with_papers_that_are_held(
    library: Path, whole: Path, papers: Path, index: str
) -> None:
    shutil.rmtree(generation(library) / index)
    outcome = json.loads(run(library, "add", str(papers), "--format", "json").stdout)
    assert index in outcome["rebuilt"]
    assert sorted(outcome["skipped"]) == sorted(PAPERS)
    assert state(library) == state(whole)
    again = json.loads(run(library, "add", str(papers), "--format", "json").stdout)
    assert again["rebuilt"] == []


def test_a_search_that_fails_is_right_after_what_it_advises(library: Path, whole: Path) -> None:
    (generation(library) / "keywords" / "count.json").write_text("[]", "utf-8")
    told = run(library, "search", "tide gauges", code=1).stderr
    assert len(told.splitlines()) == 1
    run(library, *advised(told))
    expected = run(whole, "search", "tide gauges", "--format", "json").stdout
    assert run(library, "search", "tide gauges", "--format", "json").stdout == expected


def test_facts_of_another_library_are_built_again_once_they_are_deleted(
    library: Path, whole: Path, papers: Path, tmp_path: Path
) -> None:
    run(tmp_path / "other", "add", str(papers / "june.md"))
    facts = generation(library) / "facts"
    shutil.rmtree(facts)
    shutil.copytree(generation(tmp_path / "other") / "facts", facts)
    told = run(library, "check", "--quick", code=1).stdout
    assert f"delete {facts} and run minutebook add" in told
    shutil.rmtree(facts)
    run(library, "add")
    assert state(library) == state(whole)


def test_a_correction_and_a_removal_mend_what_is_damaged(library: Path) -> None:
    for change in (
        ("curate", "same", "Ada Quill", "Sam Reed", "--because", "a test", "--by", "Ann"),
        ("remove", "june.md"),
    ):
        shutil.rmtree(generation(library) / "keywords")
        run(library, *change)
        assert run(library, "check").stdout == "All is well.\n"


@pytest.mark.parametrize(
    "part", ["manifest.json", "graph/oxigraph/CURRENT", "lock", "../../CURRENT"]
)
def test_what_cannot_be_mended_is_made_anew_where_it_is_advised(
    library: Path, whole: Path, papers: Path, tmp_path: Path, part: str
) -> None:
    (generation(library) / part).unlink()
    told = run(library, "search", "tide gauges", code=1).stderr
    assert "make a new library from the papers in another directory" in told
    run(library, *advised(told), str(papers), code=1)
    run(library, "remove", "june.md", code=1)
    assert Originals(library / FOLDER).names() == Originals(whole / FOLDER).names()
    assert len([*(library / "generations").iterdir()]) == 1
    run(tmp_path / "another", *advised(told), str(papers))
    assert state(tmp_path / "another") == state(whole)


def test_a_graph_of_another_library_is_not_taken_for_its_own(
    library: Path, papers: Path, tmp_path: Path
) -> None:
    run(tmp_path / "other", "add", str(papers / "june.md"))
    shutil.rmtree(generation(library) / "graph")
    shutil.copytree(generation(tmp_path / "other") / "graph", generation(library) / "graph")
    for command in (("search", "tide gauges"), ("add",), ("add", str(papers))):
        told = run(library, *command, code=1).stderr
        assert told.startswith("Error: the graph is not the one the indexes were made from; make a")
        assert "in another directory" in told
