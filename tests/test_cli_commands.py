"""Each command on the library of the sample papers: what it writes, and in which form."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import program

RANKED = ["search", "street coordinators", "--limit", "3"]


@pytest.fixture
def run(sample_library: Path) -> "Run":
    return Run(sample_library)


class Run:
    """Runs a command on a library in this process."""

    def __init__(self, library: Path) -> None:
        self.environment = {"MINUTEBOOK_LIBRARY": str(library), "COLUMNS": "100"}

    def __call__(self, *arguments: str, text: str | None = None, code: int = 0) -> Result:
        result = CliRunner().invoke(program, arguments, input=text, env=self.environment)
        assert result.exit_code == code, result.output
        return result

    def json(self, *arguments: str) -> dict[str, object]:
        read = json.loads(self(*arguments, "--format", "json").stdout)
        assert isinstance(read, dict)
        return read


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_search_as_json_has_the_fields_of_the_contract(run: Run) -> None:
    found = run.json(*RANKED)
    assert found["query"] == "street coordinators"
    hits = found["hits"]
    assert isinstance(hits, list)
    assert [hit["rank"] for hit in hits] == [1, 2, 3]
    for hit in hits:
        assert {
            "score", "paragraph", "text", "file", "document", "page", "number", "heading",
            "meeting", "item", "facts", "matched", "why",
        } <= hit.keys()  # fmt: skip
        assert set(hit["why"]) == {"keyword", "vector", "fact", "graph"}
        matched = {hit["text"][start:end].lower() for start, end in hit["matched"]}
        assert any(word.startswith(("street", "coordinat")) for word in matched)
        assert None not in hit["facts"]
        assert "" not in hit.values()


def test_search_as_lines_and_tables_gives_the_same_hits(run: Run) -> None:
    hits = run.json(*RANKED)["hits"]
    assert isinstance(hits, list)
    lines = [json.loads(line) for line in run(*RANKED, "--format", "jsonl").stdout.splitlines()]
    assert lines == hits
    table = rows(run(*RANKED, "--format", "csv").stdout)
    assert [row["paragraph"] for row in table] == [hit["paragraph"] for hit in hits]
    assert [row["text"] for row in table] == [hit["text"] for hit in hits]
    markdown = run(*RANKED, "--format", "md").stdout.splitlines()
    assert markdown[0].startswith("| rank | score | file |")
    assert len(markdown) == 2 + len(hits)


def test_search_for_people_says_where_each_hit_stands(run: Run) -> None:
    shown = run(*RANKED, "--explain").stdout
    hits = run.json(*RANKED)["hits"]
    assert isinstance(hits, list)
    for hit in hits:
        assert f"{hit['rank']:>3}  {hit['file']}" in shown
    assert shown.count("rank by") == len(hits)
    assert "\x1b" not in shown


def test_search_narrowed_by_day_and_kind_keeps_to_them(run: Run) -> None:
    found = run.json("search", "grants", "--after", "2022-02-10", "--before", "2022-12-31")
    hits = found["hits"]
    assert isinstance(hits, list)
    assert hits
    assert all("2022-02-10" <= hit["meeting"]["date"] <= "2022-12-31" for hit in hits)
    decided = run.json("search", "grants", "--kind", "decision")["hits"]
    assert isinstance(decided, list)
    assert decided
    for hit in decided:
        assert "Decision" in {fact["type"] for fact in hit["facts"]}


def test_search_reads_its_query_from_standard_input(run: Run) -> None:
    assert run("search", "-", "-n", "1", text="street coordinators").stdout.startswith("  1  ")


def test_search_that_finds_nothing_is_done(run: Run) -> None:
    nothing = ["search", "grants", "--after", "2099-01-01"]
    assert run.json(*nothing)["hits"] == []
    assert run(*nothing).stdout == "Nothing found.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", ""],
        ["search", "x", "--after", "yesterday"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--kind", "gossip"],
        ["search", "x", "--format", "ttl"],
        ["ask"],
        ["sparql"],
        ["sparql", "ASK {}", "--list"],
        ["sparql", "ASK {}", "--param", "a", "b"],
        ["sparql", "ASK {}", "--timeout", "0"],
        ["sparql", "SELECT * {} LIMIT 1", "--format", "nq"],
        ["sparql", "DESCRIBE <x:y>", "--format", "csv"],
        ["add"],
        ["remove"],
        ["ledger", "--as-of", "12/12/2023"],
        ["actions", "--status", "lost"],
        ["evaluate", "no-such-folder"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, code=2)
    assert result.stdout == ""
    assert result.stderr.startswith("Usage: minutebook")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["show", "Nobody Whatsoever"], "nothing in the library is called"),
        (["show", "https://example.org/none"], "holds nothing with the IRI"),
        (["remove", "no-such-paper.pdf"], "holds no document"),
        (["search", "x", "--board", "Nobody Whatsoever"], "nothing in the library is called"),
        (["sparql", "--name", "no-such-query"], "no saved query is called"),
        (["sparql", "--name", "meetings-held", "-p", "nothing", "1"], "no parameter 'nothing'"),
        (["sparql", "SELECT"], ""),
        (["sparql", "DROP ALL"], ""),
        (["sparql", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_failure_is_one_line_and_exits_with_1(
    run: Run, arguments: list[str], reason: str
) -> None:
    result = run(*arguments, code=1)
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert reason in line


def test_sparql_writes_the_results_json_of_the_w3c(run: Run) -> None:
    read = run.json("sparql", "SELECT ?file { ?d a mb:Document ; mb:fileName ?file }")
    assert read["head"] == {"vars": ["file"]}
    bindings = read["results"]
    assert isinstance(bindings, dict)
    files = {row["file"]["value"] for row in bindings["bindings"]}
    assert files == {path.name for path in (Path(__file__).parents[1] / "data/sample").iterdir()}


def test_sparql_asks_and_constructs(run: Run) -> None:
    assert run("sparql", "ASK { ?m a mb:Meeting }").stdout == "yes\n"
    assert run.json("sparql", "ASK { ?m a mb:Nothing }")["boolean"] is False
    built = "CONSTRUCT { ?m a mb:Meeting } { ?m a mb:Meeting }"
    lines = run("sparql", built, "--format", "nq").stdout.splitlines()
    assert lines == sorted(lines)
    assert len(lines) >= 5
    assert " a " in run("sparql", built).stdout


@pytest.mark.parametrize("source", ["-", "file"])
def test_sparql_reads_its_query_from_a_file(run: Run, source: str, tmp_path: Path) -> None:
    text = "SELECT (COUNT(?m) AS ?n) { ?m a mb:Meeting }"
    query = tmp_path / "count.rq"
    query.write_text(text, "utf-8")
    arguments = ["sparql", "-f", "-" if source == "-" else str(query), "--format", "csv"]
    (row,) = rows(run(*arguments, text=text).stdout)
    assert int(row["n"]) >= 5


def test_a_saved_query_gives_its_columns_without_its_parameters(run: Run) -> None:
    arguments = ["sparql", "--name", "meetings-held", "--param", "from", "2023-01-01"]
    table = rows(run(*arguments, "--format", "csv").stdout)
    assert table
    assert "from" not in table[0]
    assert all(row["date"] >= "2023-01-01" for row in table)
    head = run.json(*arguments)["head"]
    assert head == {"vars": list(table[0])}


def test_every_saved_query_is_listed(run: Run) -> None:
    folder = Path(__file__).parents[1] / "queries" / "sparql"
    listed = rows(run("sparql", "--list", "--format", "csv").stdout)
    assert {row["name"] for row in listed} == {path.stem for path in folder.glob("*.rq")}


def test_show_gives_a_card(run: Run) -> None:
    card = run.json("show", "10 February 2022")
    assert card["type"] == "Meeting"
    assert str(card["iri"]).endswith("-2022-02-10")
    assert "2022-02-10-minutes.docx" in run("show", "10 February 2022").stdout


def test_ledger_and_actions_go_up_to_the_day_asked(run: Run) -> None:
    early = rows(run("ledger", "--as-of", "2022-01-01", "--format", "csv").stdout)
    later = rows(run("ledger", "--as-of", "2023-12-31", "--format", "csv").stdout)
    assert early
    assert all(row["day"] <= "2022-01-01" for row in early)
    assert {row["iri"] for row in early} < {row["iri"] for row in later}
    late = ["actions", "--status", "overdue", "--as-of", "2023-06-14", "--format", "json"]
    overdue = json.loads(run(*late).stdout)
    assert overdue
    for action in overdue:
        assert action["overdue"] is True
        assert action["due"] < "2023-06-14"


def test_reading_never_makes_a_library(tmp_path: Path) -> None:
    missing = tmp_path / "missing.library"
    for arguments in (["search", "x"], ["show", "x"], ["ledger"], ["remove", "x"], ["check"]):
        result = Run(missing)(*arguments, code=1)
        assert result.stderr.startswith("Error: there is no library at ")
        assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []
