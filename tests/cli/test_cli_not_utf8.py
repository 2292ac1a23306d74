"""Bytes that are no UTF-8, as arguments and in files: a line that says so, and no traceback."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import program
from tests.cli.test_cli_bad_input import PROGRAM, environment

CAFE = b"caf\xe9"
SIGNED = (b"--because", b"a test", b"--by", b"Ann")


@pytest.mark.parametrize(
    "arguments",
    [
        *((b"ask", CAFE), (b"search", CAFE), (b"trace", CAFE), (b"show", CAFE), (b"sparql", CAFE)),
        *((b"path", CAFE, b"Ann"), (b"curate", b"same", CAFE, b"Ann", *SIGNED)),
        (b"curate", b"same", b"Amara Whitlock", b"Ann", b"--because", CAFE, b"--by", b"Ann"),
        (b"curate", b"same", b"Amara Whitlock", b"Ann", b"--because", b"so", b"--by", CAFE),
        (b"add", b"x.txt", b"--base", b"https://" + CAFE + b"/"),
    ],
    ids=lambda words: os.fsdecode(b" ".join(words)).encode("ascii", "replace").decode(),
)
def test_an_argument_that_is_no_utf8_is_wrong_usage(
    sample_library: Path, arguments: tuple[bytes, ...]
) -> None:
    done = subprocess.run(
        [*map(os.fsencode, PROGRAM), *arguments],
        env=environment(sample_library),
        capture_output=True,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    last = done.stderr.splitlines()[-1]
    assert last.startswith(b"Error: Invalid value for ")
    assert b"is not written in UTF-8" in last or b"is not an IRI" in last


@pytest.mark.parametrize("arguments", [("sparql", "--file"), ("curate", "import")], ids=" ".join)
@pytest.mark.parametrize("source", ["file", "-"])
def test_a_file_that_is_no_utf8_is_one_line(
    sample_library: Path, tmp_path: Path, arguments: tuple[str, ...], source: str
) -> None:
    (tmp_path / "file").write_bytes(CAFE)
    place = str(tmp_path / "file") if source == "file" else "-"
    done = CliRunner().invoke(
        program, [*arguments, place], CAFE, {"MINUTEBOOK_LIBRARY": str(sample_library)}
    )
    assert done.exit_code == 1
    (line,) = done.output.splitlines()
    assert line.startswith("Error: ")
    assert line.endswith(" is not written in UTF-8; save it so")
