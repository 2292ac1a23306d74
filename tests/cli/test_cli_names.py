"""What commands make of names and IRIs: the right thing, or a line that says what was found."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import program

PERSON = "https://minutebook.example/id/person"


def run(library: Path, *arguments: str, code: int = 0) -> Result:
    environment = {"MINUTEBOOK_LIBRARY": str(library), "COLUMNS": "100"}
    result = CliRunner().invoke(program, arguments, env=environment)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize(
    ("option", "name", "found"),
    [
        ("--board", "Helena Strand", "no board in the library is called 'Helena Strand', but the"),
        ("--person", "Communities & Resilience Board", "but the board Communities & Resilience"),
        ("--programme", "Helena Strand", "but the person Helena Strand"),
        ("--document", "14 October 2021", "but the meeting Communities & Resilience Board, 14"),
        ("--board", f"{PERSON}/helena-strand", "is no board (its class: Person); name a board"),
    ],
)
def test_a_filter_that_names_another_kind_of_thing_says_what_it_found(
    sample_library: Path, option: str, name: str, found: str
) -> None:
    (line,) = run(sample_library, "search", "grants", option, name, code=1).output.splitlines()
    assert line.startswith("Error: ")
    assert found in line


@pytest.mark.parametrize("empty", ["", "   "])
@pytest.mark.parametrize("option", ["--board", "--person", "--programme", "--document"])
def test_a_filter_without_a_name_is_wrong_usage(
    sample_library: Path, option: str, empty: str
) -> None:
    failed = run(sample_library, "search", "grants", option, empty, code=2)
    assert "there is nothing in it" in failed.output


def test_a_filter_narrows_to_what_it_names(sample_library: Path) -> None:
    found = run(sample_library, "search", "grants", "--board", "resilience", "-n", "1")
    assert found.stdout.startswith("  1  ")


def test_what_was_merged_is_traced_and_shown_as_one(sample_library: Path) -> None:
    told = run(sample_library, "trace", f"{PERSON}/farrant").stdout
    assert told == run(sample_library, "trace", f"{PERSON}/imogen-farrant").stdout
    assert run(sample_library, "show", f"{PERSON}/farrant").stdout.startswith("Imogen Farrant")


def test_words_that_hold_an_address_are_traced_as_words(sample_library: Path) -> None:
    words = "the page http://www.weirside.example on street coordinators was closed"
    assert run(sample_library, "trace", words).stdout


def test_a_resource_without_words_is_not_traced(sample_library: Path) -> None:
    iri = "https://minutebook.example/id/meeting/communities-and-resilience-board-2021-10-14"
    assert "no words that could be followed" in run(sample_library, "trace", iri, code=1).output
