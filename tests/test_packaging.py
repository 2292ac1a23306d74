"""The wheel: what it holds, and that it runs with nothing but its own dependencies.

The clean environment is a new venv into which the wheel is installed. Of the packages
installed here, only those that the wheel asks for, and what they ask for in turn, are
linked into it; a package that only development needs is not there.
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cli.version import __version__
from tests.places import ROOT, SAMPLE

TOP_LEVEL = {"kg", "embeddings", "queries", "cli", "data"}
DATA_FILES = {
    "kg/ontology/minutebook.ttl",
    "kg/ontology/shapes.ttl",
    "queries/sparql/attendance-rates.rq",
    "data/reference/councils.csv",
}
DEVELOPMENT_ONLY = ("pytest", "hypothesis", "mypy", "ruff", "build", "hatchling", "fpdf")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def required(of: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in of.requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or any(
            requirement.marker.evaluate({"extra": extra}) for extra in extras or {""}
        ):
            yield requirement


def closure(requirements: list[Requirement]) -> dict[str, Distribution]:
    """The distributions that meet requirements and, in turn, their own."""
    found: dict[str, Distribution] = {}
    done: set[str] = set()
    while requirements:
        requirement = requirements.pop()
        if str(requirement) in done:
            continue
        done.add(str(requirement))
        one = distribution(requirement.name)
        found[canonicalize_name(requirement.name)] = one
        requirements += required(one, requirement.extras)
    return found


def link(one: Distribution, site: Path) -> None:
    """Make what a distribution installed importable from ``site``."""
    for top in {file.parts[0] for file in one.files or [] if file.parts[0] != ".."}:
        origin, here = Path(str(one.locate_file(top))), site / top
        if origin.exists() and not here.exists():
            here.symlink_to(origin)


@pytest.fixture(scope="session")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a venv that holds the wheel and what it asks for."""
    venv = tmp_path_factory.mktemp("clean") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    python = venv / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    subprocess.run([*install, "--no-deps", "--no-index", wheel], check=True)
    (installed,) = (venv / "lib").glob("python*/site-packages/minutebook-*.dist-info")
    ours = Distribution.at(installed)
    for one in closure(list(required(ours, {""}))).values():
        link(one, installed.parent)
    return python.parent


def run(clean: Path, program: str, *arguments: object, **variables: str) -> str:
    command = [clean / program, *map(str, arguments)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=clean, env=environment | variables, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_our_packages_only(names: set[str]) -> None:
    information = f"minutebook-{__version__}.dist-info"
    assert {name.split("/")[0] for name in names} == TOP_LEVEL | {information}
    assert f"{information}/licenses/LICENSE" in names


def test_the_wheel_holds_every_module_and_data_file(names: set[str]) -> None:
    folders = [ROOT / "kg", ROOT / "embeddings", ROOT / "queries", ROOT / "cli"]
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder in [*folders, ROOT / "data" / "reference"]
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted >= DATA_FILES
    assert wanted - names == set()


def test_the_wheel_holds_no_sample_gold_or_tests(names: set[str]) -> None:
    parts = {"/".join(name.split("/")[:2]) for name in names if name.startswith("data/")}
    assert parts <= {"data/reference", "data/__init__.py"}
    assert [name for name in names if name.endswith(".pyc")] == []


def test_no_other_distribution_installs_our_top_level_names() -> None:
    owners = packages_distributions()
    for name in sorted(TOP_LEVEL):
        assert set(owners.get(name, [])) <= {"minutebook"}


def test_the_clean_environment_lacks_what_only_development_needs(clean: Path) -> None:
    code = (
        "import sys\n"
        "from importlib.util import find_spec\n"
        "print([name for name in sys.argv[1:] if find_spec(name)])"
    )
    assert run(clean, "python", "-c", code, *DEVELOPMENT_ONLY) == "[]\n"


@pytest.mark.parametrize("package", ["kg", "embeddings", "queries", "cli"])
def test_every_module_loads_from_the_wheel(clean: Path, package: str) -> None:
    code = (
        "import importlib, pkgutil, sys\n"
        "top = importlib.import_module(sys.argv[1])\n"
        "for found in pkgutil.walk_packages(top.__path__, top.__name__ + '.'):\n"
        "    module = importlib.import_module(found.name)\n"
        "    assert module.__file__.startswith(sys.prefix), module.__file__\n"
    )
    run(clean, "python", "-c", code, package)


def test_the_program_runs_from_the_wheel(clean: Path, tmp_path: Path) -> None:
    assert run(clean, "minutebook", "--help").startswith("Usage: minutebook")
    paper = SAMPLE / "2023-02-09-minutes.txt"
    places = {
        "MINUTEBOOK_LIBRARY": str(tmp_path / "wheel.library"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    assert run(clean, "minutebook", "add", paper, **places).startswith("1 added;")
    search = ("search", "apologies", "--limit", "1", "--format", "json")
    (hit,) = json.loads(run(clean, "minutebook", *search, **places))["hits"]
    assert hit["file"] == paper.name
    listed = run(clean, "minutebook", "sparql", "--list", **places)
    assert "attendance-rates" in listed
