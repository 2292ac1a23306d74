"""Each command on the library of the sample papers: what it writes, and in which form."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from cli.main import program
from embeddings.embedder import DEFAULT_MODEL
from kg.terms import BASE
from tests.places import ROOT, SAMPLE, SAMPLE_GOLD
from tests.support.union import union_of

SAMPLE_FILES = {path.name for path in SAMPLE.iterdir()}
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

    def json(self, *arguments: str) -> dict[str, Any]:
        read = json.loads(self(*arguments, "--format", "json").stdout)
        assert isinstance(read, dict)
        return read


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_search_as_json_has_the_fields_of_the_contract(run: Run) -> None:
    found = run.json(*RANKED)
    assert found["query"] == "street coordinators"
    hits = found["hits"]
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
    for hit in hits:
        assert f"{hit['rank']:>3}  {hit['file']}" in shown
    assert shown.count("rank by") == len(hits)
    assert "\x1b" not in shown
    explained = run.json(*RANKED, "--explain")
    assert [hit["rank"] for hit in explained["hits"]] == [hit["rank"] for hit in hits]
    understood = explained["understood"]
    assert f"asks for: {understood['way']}" in shown
    assert set(understood["weights"]) == set(hits[0]["why"])


def test_search_shows_the_names_that_it_understood(run: Run) -> None:
    asked = ("search", "grants of the Ready Streets Programme", "--limit", "1", "--explain")
    (name,) = run.json(*asked)["understood"]["names"]
    assert f"name: {name['text']} = " in run(*asked).stdout


def test_search_narrowed_by_day_and_kind_keeps_to_them(run: Run) -> None:
    found = run.json("search", "grants", "--after", "2022-02-10", "--before", "2022-12-31")
    hits = found["hits"]
    assert hits
    assert all("2022-02-10" <= hit["meeting"]["date"] <= "2022-12-31" for hit in hits)
    decided = run.json("search", "grants", "--kind", "decision")["hits"]
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
        ["search", "x", "--limit", "99999999999999999999999"],
        ["search", "x", "--kind", "gossip"],
        ["search", "x", "--format", "ttl"],
        ["ask"],
        ["sparql"],
        ["sparql", "ASK {}", "--list"],
        ["sparql", "ASK {}", "--param", "a", "b"],
        *(["sparql", "ASK {}", "--timeout", given] for given in ("0", "nan", "inf", "1e20")),
        ["sparql", "SELECT * {} LIMIT 1", "--format", "nq"],
        ["sparql", "DESCRIBE <x:y>", "--format", "csv"],
        *(["sparql", "--list", "--format", form] for form in ("ttl", "trig", "nq", "jsonld")),
        ["add", "--library", "no-such-library"],
        ["add", ""],
        ["add", "x.txt", "--library", ""],
        ["add", "--base", "https://other.example/"],
        ["add", "x.txt", "--base", "https://other.example/"],
        ["add", "x.txt", "--model", "another-model"],
        ["export", "--format", "csv", "--output", ""],
        ["add", "x.txt", "--base", "not an iri"],
        ["add", "x.txt", "--base", "https://example.org/no-end"],
        ["add", "x.txt", "--base", "http://[example/"],
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
        (["trace", "https://example.org/none"], "holds nothing with the IRI"),
        (["show", "https://example.org/none"], "holds nothing with the IRI"),
        (["path", "https://example.org/none", "Amara Whitlock"], "holds nothing with the IRI"),
        (["show", "31 December 9999"], "nothing in the library is called"),
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


def test_what_a_library_was_made_with_may_be_said_again(run: Run) -> None:
    made = ("--base", BASE, "--model", DEFAULT_MODEL)
    assert run("add", *made).stdout.startswith("0 added; the library holds 14 documents")


def test_what_a_library_was_not_made_with_is_refused_with_what_it_was(run: Run) -> None:
    told = run("add", "x.txt", "--base", "https://other.example/", code=2).stderr
    assert f"--base {BASE}" in told
    assert "leave it out" in told


def test_a_model_that_is_not_there_makes_no_library(tmp_path: Path) -> None:
    paper = str(SAMPLE / "2023-02-09-minutes.txt")
    result = Run(tmp_path / "a.library")("add", paper, "--model", "no/such-model", code=1)
    assert result.stderr.startswith("Error: there is no model 'no/such-model'")
    assert list(tmp_path.iterdir()) == []


def test_sparql_writes_the_results_json_of_the_w3c(run: Run) -> None:
    read = run.json("sparql", "SELECT ?file { ?d a mb:Document ; mb:fileName ?file }")
    assert read["head"] == {"vars": ["file"]}
    bindings = read["results"]
    files = {row["file"]["value"] for row in bindings["bindings"]}
    assert files == SAMPLE_FILES


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
    folder = ROOT / "queries" / "sparql"
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


def test_export_as_quads_is_sorted_and_the_same_each_time(run: Run) -> None:
    lines = run("export").stdout.splitlines()
    assert lines == sorted(lines)
    assert run("export").stdout.splitlines() == lines


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_every_form_of_rdf_holds_the_same_quads(run: Run, form: str) -> None:
    kinds = {"trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
    quads = set(ox.parse(run("export").stdout, ox.RdfFormat.N_QUADS))
    assert set(ox.parse(run("export", "--format", form).stdout, kinds[form])) == quads


def test_turtle_holds_the_union_of_all_graphs(run: Run) -> None:
    union = union_of(ox.parse(run("export").stdout, ox.RdfFormat.N_QUADS))
    turtle = ox.parse(run("export", "--format", "ttl").stdout, ox.RdfFormat.TURTLE)
    assert {quad.triple for quad in turtle} == union


def test_graphml_is_read_by_networkx(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "network.graphml"
    assert run("export", "--format", "graphml", "-o", str(path)).stdout == ""
    network = nx.read_graphml(path)
    assert "Meeting" in {kind for _, kind in network.nodes(data="type")}
    assert network.number_of_edges() > 20


def test_csv_is_a_directory_of_tables(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "csv", "-o", str(tmp_path / "tables"))
    documents = rows((tmp_path / "tables" / "documents.csv").read_text("utf-8"))
    assert {row["fileName"] for row in documents} == SAMPLE_FILES
    assert run("export", "--format", "csv", code=2).stdout == ""


def test_export_to_a_place_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    failed = run("export", "-o", str(tmp_path / "nowhere" / "x.nq"), code=1)
    assert failed.stderr.startswith("Error: ")
    assert failed.stderr.count("\n") == 1


def test_check_finds_nothing_wrong_with_the_sample(run: Run) -> None:
    assert run("check").stdout == "All is well.\n"
    assert run("check", "--quick", "--format", "jsonl").stdout == ""


def test_evaluate_scores_the_sample_against_its_gold(run: Run) -> None:
    gold = str(SAMPLE_GOLD)
    scores = run.json("evaluate", gold)
    assert isinstance(scores["facts"], dict)
    assert {"meetings", "attendance", "decisions", "actions"} <= scores["facts"].keys()
    assert min(score["f1"] for score in scores["facts"].values()) >= 0.88
    shown = run("evaluate", gold, "--failures", "--format", "md").stdout
    assert "| type | precision | recall | F1 |" in shown


def test_ask_as_json_has_the_fields_that_are_documented(run: Run) -> None:
    question = "What did the Board decide about equipment grants in October 2021?"
    answer = run.json("ask", question)
    assert answer["question"] == question
    assert answer["answered"] is True
    assert {"answer", "kind", "values", "sparql", "note"} <= answer.keys()
    assert set(answer["context"]) == {
        "meetings", "items", "people", "organisations", "programmes", "matters", "presenters",
        "decisions", "actions",
    }  # fmt: skip
    assert "£150,000" in answer["answer"]
    for citation in answer["citations"]:
        assert {"paragraph", "file", "page", "number", "quote", "start", "end"} <= citation.keys()
        card = run.json("show", citation["paragraph"])
        (text,) = card["properties"]["text"]
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_of_many_around_an_answer_a_few_are_named_and_the_rest_counted(run: Run) -> None:
    question = "Who attended the meeting on 14 October 2021?"
    people = [one["label"] for one in run.json("ask", question)["context"]["people"]]
    shown = " ".join(run("ask", question).stdout.split())
    assert f"People: {'; '.join(people[:6])}; and {len(people) - 6} more" in shown
    assert people[6:]


def test_trace_as_json_has_the_fields_of_the_contract(run: Run) -> None:
    history = run.json("trace", "opening Tideline to parish and town councils")
    assert {"matter", "status", "steps", "gaps"} <= history.keys()
    assert set(history["matter"]) == {"iri", "title"}
    for step in history["steps"]:
        assert {
            "date", "kind", "label", "concerns", "file", "page", "paragraph", "quote", "basis",
            "rule", "confidence",
        } <= step.keys()  # fmt: skip
        assert step["basis"] in {"quoted", "inferred"}
    days = [step["date"] for step in history["steps"]]
    assert days == sorted(days)
    decided = [step for step in history["steps"] if step["kind"] == "decided"]
    assert {"2021-10-14", "2022-02-10"} <= {step["date"] for step in decided}


def test_trace_leaves_out_what_is_inferred_or_later_when_asked(run: Run) -> None:
    words = "opening Tideline to parish and town councils"
    quoted = run.json("trace", words, "--quoted-only")["steps"]
    assert quoted
    assert {step["basis"] for step in quoted} == {"quoted"}
    early = rows(run("trace", words, "--as-of", "2022-01-01", "--format", "csv").stdout)
    assert early
    assert all(row["date"] <= "2022-01-01" for row in early)


def test_trace_for_people_is_a_timeline(run: Run) -> None:
    words = "opening Tideline to parish and town councils"
    shown = run("trace", words).stdout
    history = run.json("trace", words)
    assert shown.startswith(history["matter"]["title"])
    assert shown.count("● ") == len(history["steps"])


def test_ask_says_when_the_papers_do_not_answer(run: Run) -> None:
    answer = run.json("ask", "Which river flows through Budapest?")
    assert answer["answered"] is False
    assert answer["citations"] == []
    assert answer["note"]
    assert run("ask", "Which river flows through Budapest?").stdout.strip() == answer["note"]


def test_reading_never_makes_a_library(tmp_path: Path) -> None:
    missing = tmp_path / "missing.library"
    for arguments in (["search", "x"], ["show", "x"], ["ledger"], ["remove", "x"], ["check"]):
        result = Run(missing)(*arguments, code=1)
        assert result.stderr.startswith("Error: there is no library at ")
        assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_figure_that_changed_is_told_as_it_was_before_and_after(run: Run) -> None:
    told = rows(
        run("changes", "--from", "2022-06-16", "--to", "2022-10-13", "--format", "csv").stdout
    )
    figures = {(one["before"], one["after"]) for one in told if one["kind"] == "figure"}
    assert ("41 street coordinators", "58 street coordinators") in figures
