"""The shape of the code: which way dependencies point, and how large things may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import ROOT

PACKAGES = ("kg", "embeddings", "queries", "cli")
LONGEST_FUNCTION = 40
LONGEST_MODULE = 400


def modules() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_dependencies_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_each_package_has_modules() -> None:
    assert {module.relative_to(ROOT).parts[0] for module in modules()} == set(PACKAGES)


@pytest.mark.parametrize("module", modules(), ids=name)
def test_modules_and_functions_stay_small(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE
    long = {f.name: length(f) for f in functions(module) if length(f) > LONGEST_FUNCTION}
    assert long == {}


def test_length_does_not_count_the_docstring() -> None:
    source = 'def f():\n    """One.\n\n    Two."""\n    return 1\n'
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert length(function) == 2


def test_package_files_hold_a_docstring_only() -> None:
    for path in (module for module in modules() if module.name == "__init__.py"):
        body = ast.parse(path.read_text("utf-8")).body
        assert len(body) == 1, f"{name(path)} holds more than a docstring"
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{name(path)} holds none"


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {module.parent for module in modules()}
    assert [name(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == []


@pytest.mark.parametrize("module", modules(), ids=name)
def test_no_assert_for_validation_and_no_bare_except(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        assert not isinstance(node, ast.Assert), f"assert at line {node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"bare except at line {node.lineno}"
            caught = ast.unparse(node.type)
            assert caught not in {"Exception", "BaseException"}, f"broad except at {node.lineno}"
