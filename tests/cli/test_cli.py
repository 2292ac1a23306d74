"""The command line as a whole: start-up, help, usage, and what a failure looks like."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from cli.main import COMMANDS, program
from cli.options import one_line
from cli.version import __version__
from tests.places import ROOT

HEAVY = {
    "bs4", "dateparser", "faiss", "lxml", "networkx", "numpy", "onnxruntime", "oxrdflib",
    "pdfplumber", "pyoxigraph", "pyshacl", "rapidfuzz", "rdflib", "rich", "sentence_transformers",
    "tantivy", "tokenizers", "torch", "transformers", "importlib.metadata",
}  # fmt: skip


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True
    )


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import json, sys\n"
        "from cli.main import main\n"
        "try:\n    main()\nfinally:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = python(code, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: minutebook")
    assert HEAVY & set(json.loads(done.stderr)) == set()


def test_a_question_loads_nothing_that_reads_papers() -> None:
    code = "import sys, queries.ask, queries.trace; print(*sys.modules)"
    loaded = python(code).stdout.split()
    assert "queries.ask" in loaded
    assert {"kg.extraction.context", "kg.reading.read", "kg.structure.parts"} & {*loaded} == set()


def test_help_takes_little_processor_time() -> None:
    def spent() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert python("from cli.main import main; main()", "--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(spent() for _ in range(3)) < 0.3


def test_version_is_the_one_of_the_package() -> None:
    result = CliRunner().invoke(program, ["--version"])
    assert result.output == f"minutebook, version {__version__}\n"


def commands() -> Iterator[click.Command]:
    context = click.Context(program)
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        yield command


def test_the_table_of_help_says_what_each_command_says() -> None:
    helps = {command.name: command.get_short_help_str(limit=200) for command in commands()}
    assert helps == COMMANDS


@pytest.mark.parametrize("name", [*COMMANDS, None], ids=str)
def test_help_ends_with_an_example(name: str | None) -> None:
    result = CliRunner().invoke(program, [name, "--help"] if name else ["--help"])
    assert result.exit_code == 0
    last = result.output.rstrip().splitlines()
    example = last[last.index("  Example:") + 1 :]
    assert example
    assert all(line.startswith(f"    minutebook {name or ''}".rstrip()) for line in example)


def test_unknown_command_is_wrong_usage() -> None:
    result = CliRunner().invoke(program, ["serach"])
    assert result.exit_code == 2
    assert "No such command 'serach'" in result.stderr
    assert result.stdout == ""


def test_no_command_shows_help_as_wrong_usage() -> None:
    result = CliRunner().invoke(program, [])
    assert result.exit_code == 2
    assert "Usage: minutebook" in result.output


def test_of_what_was_interrupted_no_more_is_said_than_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.commands.remove.command.callback", interrupted)
    result = CliRunner().invoke(program, ["remove", "x"])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Error: interrupted\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", "a b"), ("  a \t b ", "a b"), ("", ""), ("a\x1b[2J", "a\\x1b[2J")],
    ids=repr,
)
def test_a_message_is_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected
