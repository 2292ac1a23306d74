"""The command ``curate`` on a copy of the library of the sample papers."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import program

SIGNED = ("--because", "she says so", "--by", "Ann Quill", "--on", "2024-02-01")


@pytest.fixture
def library(sample_library: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_library, tmp_path / "library"))


def run(library: Path, *arguments: str, text: str | None = None, code: int = 0) -> Result:
    environment = {"MINUTEBOOK_LIBRARY": str(library), "COLUMNS": "100"}
    result = CliRunner().invoke(program, arguments, input=text, env=environment)
    assert result.exit_code == code, result.output
    return result


def table(library: Path, *arguments: str) -> list[dict[str, str]]:
    written = run(library, *arguments, "--format", "csv").stdout
    return list(csv.DictReader(io.StringIO(written)))


def rulings(library: Path) -> list[dict[str, str]]:
    return table(library, "curate", "list")


def test_a_correction_is_kept_listed_shown_and_undone(library: Path) -> None:
    before = run(library, "export").stdout
    told = run(library, "curate", "different", "Rosalind Thackeray", "Rosalind Thackray", *SIGNED)
    (ruling,) = rulings(library)
    assert ruling["key"] in told.stdout
    assert "subject: person/rosalind-thackeray" in run(library, "curate", "list").stdout
    assert ruling["verdict"] == "different"
    assert ruling["subject"].endswith("/person/rosalind-thackeray")
    assert (ruling["because"], ruling["by"], ruling["on"]) == (
        "she says so", "Ann Quill", "2024-02-01",
    )  # fmt: skip
    assert ruling["in_force"] == "true"
    card = run(library, "show", ruling["subject"]).stdout
    assert card.startswith("Rosalind Thackeray  Person")
    assert "Ann Quill: she says so" in " ".join(card.split())
    run(library, "curate", "undo", ruling["key"])
    assert rulings(library) == []
    assert run(library, "export").stdout == before


def test_a_wrong_fact_is_in_no_answer(library: Path) -> None:
    query = "SELECT ?d ?t { ?d a mb:Decision ; mb:text ?t } ORDER BY ?d LIMIT 1"
    (row,) = table(library, "sparql", query)
    run(library, "curate", "wrong", row["d"], *SIGNED)
    assert row["t"] not in run(library, "sparql", query.replace(" LIMIT 1", "")).stdout
    failed = run(library, "show", row["d"], code=1)
    assert failed.output.startswith("Error: ")
    assert "was ruled wrong by Ann Quill on 2024-02-01" in failed.output
    assert "All is well" in run(library, "check").stdout


def test_a_corrected_due_date_counts_for_actions(library: Path) -> None:
    query = "SELECT ?a { ?a a mb:Action ; mb:dueDate ?d } ORDER BY ?a LIMIT 1"
    iri = table(library, "sparql", query)[0]["a"]
    run(library, "curate", "correct", iri, "due date", "2031-05-06", *SIGNED)
    due = {row["iri"]: row["due"] for row in table(library, "actions", "--as-of", "2023-06-14")}
    assert due[iri] == "2031-05-06"


def test_corrections_go_to_another_library_by_file(library: Path, tmp_path: Path) -> None:
    clean = Path(shutil.copytree(library, tmp_path / "clean"))
    run(library, "curate", "different", "Rosalind Thackeray", "Rosalind Thackray", *SIGNED)
    text = run(library, "curate", "export").stdout
    assert run(clean, "curate", "import", "-", text=text).stdout == "1 corrections read.\n"
    assert run(clean, "export").stdout == run(library, "export").stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("same", "Rosalind Thackray", "Nobody At All"), "nothing is called 'Nobody At All'"),
        (("undo", "0000"), "there is no correction '0000'"),
        (("correct", "Rosalind Thackray", "shoe size", "9"), "no property 'shoe size'"),
    ],
)
def test_what_cannot_be_is_one_line(library: Path, arguments: tuple[str, ...], reason: str) -> None:
    signed = () if arguments[0] == "undo" else SIGNED
    failed = run(library, "curate", *arguments, *signed, code=1)
    (line,) = failed.output.splitlines()
    assert line.startswith("Error: ")
    assert reason in line


def test_a_file_that_is_no_turtle_is_one_line(library: Path) -> None:
    failed = run(library, "curate", "import", "-", text="@prefix oops", code=1)
    assert failed.output.startswith("Error: the file is no Turtle")
    assert len(failed.output.splitlines()) == 1


TURTLE = """@prefix mb: <https://w3id.org/minutebook/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
[] a mb:Curation ; mb:verdict "correct" ; rdf:subject <https://minutebook.example/id/action/none> ;
  rdf:predicate mb:dueDate ; rdf:object "%s" ; mb:because "a slip" ; mb:curatedBy "Ann Quill" ;
  dct:date "2024-02-01"^^<http://www.w3.org/2001/XMLSchema#date> ."""


def test_a_file_with_a_value_that_cannot_be_is_one_line_that_names_the_ruling(
    library: Path,
) -> None:
    failed = run(library, "curate", "import", "-", text=TURTLE % "banana", code=1)
    (line,) = failed.output.splitlines()
    assert line == (
        "Error: correct https://minutebook.example/id/action/none dueDate cannot be kept: "
        "dueDate cannot be 'banana'; give a date"
    )
    assert rulings(library) == []


def test_corrections_that_wait_for_papers_are_told(library: Path) -> None:
    done = run(library, "curate", "import", "-", text=TURTLE % "2031-05-06")
    assert done.stdout == "1 corrections read.\n"
    assert done.stderr == "1 of them wait for papers that speak of what they are about.\n"
    (ruling,) = rulings(library)
    assert (ruling["value"], ruling["in_force"]) == ("2031-05-06", "false")


def test_a_correction_without_a_reason_is_wrong_usage(library: Path) -> None:
    failed = run(library, "curate", "same", "A", "B", "--by", "Ann", code=2)
    assert "--because" in failed.output


def test_a_search_for_a_person_finds_every_form_of_the_name(library: Path) -> None:
    query = """SELECT ?p ?text ?whole {
      GRAPH ?paper { ?paper a mb:Document . ?p mb:mentions ?form ; mb:text ?text ; mb:kind ?kind }
      ?form mb:mergedInto ?whole . ?whole a foaf:Person FILTER(?kind != "furniture")
    }"""
    by_another_name = table(library, "sparql", query)
    assert by_another_name
    for row in by_another_name:
        words, person = row["text"][:200], row["whole"]
        found = table(library, "search", words, "--person", person, "--limit", "50")
        assert row["p"] in [hit["paragraph"] for hit in found]
