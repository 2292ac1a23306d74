"""Receipts of answers: what they keep, and what is said when the library is another."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from embeddings.ingest import remove
from embeddings.library import Library
from kg.errors import ReadError
from queries.ask import inquire
from queries.receipts import digest, receipt_of
from queries.search import Searcher
from queries.verify import BROKEN, CHANGED, Finding, read_receipt, verify
from tests.places import SAMPLE

QUESTION = "What did the Board decide about equipment grants in October 2021?"
STATING = "2022-02-10-agenda-pack.pdf"
"""The paper that holds the minutes in which the answer stands."""
OTHER = "2023-04-20-chairs-update.md"


def receipt(library: Path, question: str = QUESTION) -> dict[str, Any]:
    with Library.open(library) as held:
        return dict(receipt_of(*inquire(Searcher(held), question)))


def verified(library: Path, kept: dict[str, Any]) -> list[Finding]:
    with Library.open(library) as held:
        return verify(Searcher(held), kept)


def without(library: Path, file: str, folder: Path) -> Path:
    """A copy of a library that does not hold one of its papers."""
    copy = folder / "copy.library"
    shutil.copytree(library, copy)
    with Library.open(copy) as held:
        documents = held.generation.documents
    remove(copy, [iri for iri, one in documents.items() if one.file == file])
    return copy


def test_a_receipt_keeps_question_query_ranks_and_hashes(sample_library: Path) -> None:
    kept = receipt(sample_library)
    assert kept["question"] == QUESTION
    assert kept["understood"]["way"] == "decision"
    assert kept["answer"]["sparql"].startswith("SELECT")
    assert [one["rank"] for one in kept["ranks"]] == list(range(1, len(kept["ranks"]) + 1))
    (citation,), (quote,) = kept["answer"]["citations"], kept["quotes"]
    assert quote["quote"] == hashlib.sha256(citation["quote"].encode()).hexdigest()
    paper = SAMPLE / STATING
    assert quote["paper"] == hashlib.sha256(paper.read_bytes()).hexdigest()
    with Library.open(sample_library) as held:
        assert kept["library"]["graph"] == held.graph.digest()


@pytest.mark.parametrize("question", [QUESTION, "Which river flows through Budapest?"])
def test_nothing_has_changed_in_the_same_library(sample_library: Path, question: str) -> None:
    assert verified(sample_library, receipt(sample_library, question)) == []


def test_a_receipt_survives_its_file(sample_library: Path, tmp_path: Path) -> None:
    kept = receipt(sample_library)
    (tmp_path / "kept.json").write_text(json.dumps(kept, indent=2), "utf-8")
    assert read_receipt(tmp_path / "kept.json") == kept


def test_an_altered_receipt_is_refused(sample_library: Path) -> None:
    kept = receipt(sample_library)
    kept["answer"]["answer"] = kept["answer"]["answer"].replace("£150,000", "£15,000")
    assert [(one.kind, one.part) for one in verified(sample_library, kept)] == [(BROKEN, "receipt")]


def test_a_paper_taken_out_breaks_the_answer_that_quotes_it(
    sample_library: Path, tmp_path: Path
) -> None:
    found = verified(without(sample_library, STATING, tmp_path), receipt(sample_library))
    assert {one.part for one in found if one.kind == BROKEN} == {"quote", "rows"}


def test_a_paper_that_is_not_quoted_may_go(sample_library: Path, tmp_path: Path) -> None:
    kept = receipt(sample_library)
    found = verified(without(sample_library, OTHER, tmp_path), kept)
    assert {one.kind for one in found} == {CHANGED}
    assert {"graph", "keyword index", "vector index"} <= {one.part for one in found}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', "\x00", "[" * 100_000])
def test_what_is_no_receipt_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kept.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError):
        read_receipt(path)


def forged(kept: dict[str, Any], *path: str | int, value: object) -> dict[str, Any]:
    """A receipt with another value in one place, and the digest of that."""
    false: dict[str, Any] = json.loads(json.dumps(kept))
    place: Any = false
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    bare = {name: one for name, one in false.items() if name != "sha256"}
    return {**false, "sha256": digest(bare)}


FORGERIES: dict[str, tuple[tuple[str | int, ...], object]] = {
    "answer": (("answer", "answer"), "The Board agreed nothing."),
    "quote": (("answer", "citations", 0, "quote"), "The Board agreed nothing."),
    "paper": (("quotes", 0, "file"), "another.pdf"),
    "rows": (("rows",), "0" * 64),
}


@pytest.mark.parametrize("part", FORGERIES)
def test_a_forged_receipt_with_a_right_digest_is_found_out(sample_library: Path, part: str) -> None:
    path, value = FORGERIES[part]
    found = verified(sample_library, forged(receipt(sample_library), *path, value=value))
    assert (BROKEN, part) in {(one.kind, one.part) for one in found}


@pytest.mark.parametrize(
    "query",
    ["SELECT ?s { ?s ?p ?o", "CLEAR ALL", "ASK { ?s ?p ?o }", "SELECT ?s " + "{" * 50_000],
)
def test_a_forged_query_breaks_the_answer_and_nothing_else(
    sample_library: Path, query: str
) -> None:
    kept = forged(receipt(sample_library), "answer", "sparql", value=query)
    assert (BROKEN, "rows") in {(one.kind, one.part) for one in verified(sample_library, kept)}


@pytest.mark.parametrize("iri", ["", "no IRI", "> } DROP", "https://minutebook.example/id/none"])
def test_a_quote_of_no_paragraph_is_found_out(sample_library: Path, iri: str) -> None:
    kept = receipt(sample_library)
    false = forged(kept, "answer", "citations", 0, "paragraph", value=iri)
    false = forged(false, "quotes", 0, "paragraph", value=iri)
    assert (BROKEN, "quote") in {(one.kind, one.part) for one in verified(sample_library, false)}


BROKEN_FILES: dict[str, tuple[tuple[str | int, ...], object, str]] = {
    "no object": (("answer",), [], "answer is no object"),
    "no number": (("quotes", 0, "start"), "x", "quotes[0].start is not what it should be"),
    "a truth for a number": (("quotes", 0, "end"), True, "quotes[0].end is not"),
    "an empty list of quotes": (("quotes",), [], "its quotes are not those of its answer"),
    "no query": (("answer", "sparql"), None, "its rows are not those of a query"),
    "no question": (("question",), " ?", "it has no question"),
    "half a letter": (("question",), "Who \ud800?", "cannot be read as a receipt"),
}


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_receipt_that_is_not_whole_is_said(
    sample_library: Path, tmp_path: Path, name: str
) -> None:
    path, value, said = BROKEN_FILES[name]
    kept = json.loads(json.dumps(receipt(sample_library)))
    place: Any = kept
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    (tmp_path / "kept.json").write_text(json.dumps(kept), "utf-8")
    with pytest.raises(ReadError) as raised:
        read_receipt(tmp_path / "kept.json")
    assert said in str(raised.value)
