"""The papers of the sample and their gold: what form they have."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from data.build_sample import SAMPLE, SOURCES, build, read_source
from queries.evaluation.gold import load_gold
from tests.places import NEEDS_SHARED, SAMPLE_GOLD, SHARED
from tests.support.sample_gold import (
    BINARY,
    PAPERS,
    facts,
    in_docx,
    in_pdf,
    ledger,
    lines,
    texts,
)

SHARED_GOLD = SHARED / "gold" / "lga" / "extraction"
EXTRACTION = sorted(SAMPLE_GOLD.glob("extraction/*.json"))
TYPES = {
    "decision",
    "fact",
    "contact",
    "attendance",
    "paraphrase",
    "acronym",
    "temporal",
    "multihop",
    "recommendation",
    "action_status",
    "aggregation",
    "open",
    "unanswerable",
}
OUTCOMES = {
    "noted",
    "agreed",
    "agreed with changes",
    "deferred",
    "referred",
    "rejected",
    "withdrawn",
    "requested",
}


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.md")), ids=lambda path: path.stem)
def test_building_again_gives_the_committed_paper(source: Path) -> None:
    name, data = build(source)
    held = (SAMPLE / name).read_bytes()
    if name.endswith(".docx"):
        assert _unzipped(data) == _unzipped(held)
    else:
        assert data == held


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.md")), ids=lambda path: path.stem)
def test_a_built_paper_says_every_word_of_its_source(source: Path) -> None:
    path = SAMPLE / read_source(source).file
    said = " ".join(in_pdf(path)) if path.suffix == ".pdf" else in_docx(path)
    body = texts()[path.stem].split("---", 2)[2]
    words = {word for word in body.split() if not re.fullmatch(r"\d+\.|-", word)}
    assert words <= set(said.split())


def test_every_binary_paper_has_a_source_of_its_own_name() -> None:
    made = sorted(path.stem for path in PAPERS if path.suffix in BINARY)
    assert made == sorted(path.stem for path in SOURCES.glob("*.md"))


def test_papers_come_in_every_format_and_no_two_share_a_name() -> None:
    assert {path.suffix for path in PAPERS} == {".pdf", ".docx", ".html", ".md", ".txt", ".xml"}
    assert len({path.stem for path in PAPERS}) == len(PAPERS) == 14


def test_a_pack_carries_running_headers_and_page_numbers() -> None:
    pages = in_pdf(SAMPLE / "2021-10-14-agenda-pack.pdf")
    for number, page in enumerate(pages, 1):
        assert page.startswith("Association of River and Coast Councils | Communities")
        assert f"Page {number}" in page


def test_the_pages_of_the_agenda_are_the_pages_of_the_pack() -> None:
    paged = [row for row in facts("agenda_items") if row["page"] and not row["sub"]]
    assert len(paged) == 6
    for item in paged:
        first = int(item["page"].split(" - ")[0])
        heading = item["title"].replace(
            "Note of the meeting held on 14 October 2021", "Note of last"
        )
        assert heading in in_pdf(SAMPLE / f"{item['file']}.pdf")[first - 1]


def test_the_table_of_responses_goes_on_over_the_page_with_its_head() -> None:
    pages = in_pdf(SAMPLE / "2022-02-10-agenda-pack.pdf")
    head = "No. Recommendation Proposed response"
    carrying = [number for number, page in enumerate(pages, 1) if head in page]
    assert carrying == [6, 7]
    assert "Set a regular cycle" in pages[5]
    assert "Report to the Board each year" in pages[6]


def test_word_itself_numbers_the_paragraphs_of_the_word_pack() -> None:
    document = Document(str(SAMPLE / "2022-10-13-agenda-pack.docx"))
    numbered = [p.text for p in document.paragraphs if p.style and p.style.name == "List Number"]
    assert "Extend the programme by one year, to 31 March 2024." in numbered
    assert not any(re.match(r"\d+\.", text) for text in numbered)


# The gold


def test_the_evaluation_reads_the_gold() -> None:
    gold = load_gold(SAMPLE_GOLD)
    assert gold.files == tuple(path.stem for path in PAPERS)
    assert all(gold.rows.values())
    assert len(gold.questions) == len(lines("questions.jsonl"))
    assert len(gold.histories) == len(lines("traces.jsonl"))


@NEEDS_SHARED
def test_rows_have_the_fields_of_the_shared_gold() -> None:
    for path in EXTRACTION:
        if path.stem not in ("meetings", "citations"):  # theirs lists no documents cited
            theirs = json.loads((SHARED_GOLD / path.name).read_text("utf-8"))
            wanted = set.intersection(*(set(row) for row in theirs))
            assert all(wanted <= set(row) for row in facts(path.stem)), path.stem


def passages(value: object) -> Iterator[tuple[str, str]]:
    """Every (file, snippet) in a piece of gold."""
    if isinstance(value, dict):
        if "snippet" in value:
            yield value["file"], value["snippet"]
        for inner in value.values():
            yield from passages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from passages(inner)


@pytest.mark.parametrize(
    "path",
    [*EXTRACTION, *sorted(SAMPLE_GOLD.glob("*.jsonl")), SAMPLE_GOLD / "ledger.json"],
    ids=lambda path: path.stem,
)
def test_every_snippet_is_found_in_its_paper(path: Path) -> None:
    gold = lines(path.name) if path.suffix == ".jsonl" else json.loads(path.read_text("utf-8"))
    found = list(passages(gold))
    assert found
    assert [(file, words) for file, words in found if words not in texts()[file]] == []


@pytest.mark.parametrize("name", ["recommendations", "decisions", "actions", "agenda_items"])
def test_what_is_recommended_decided_or_to_be_done_is_in_the_words_of_the_paper(name: str) -> None:
    for row in facts(name):
        said = row["title"] if name == "agenda_items" else row["text"]
        assert _same_quotes(said) in _same_quotes(texts()[row["file"]])


def _same_quotes(text: str) -> str:
    return text.replace("’", "'").replace("“", '"').replace("”", '"')


def test_every_paper_has_facts_and_every_row_a_paper() -> None:
    stems = {path.stem for path in PAPERS}
    named = {
        row["file"] for path in EXTRACTION if path.stem != "meetings" for row in facts(path.stem)
    }
    assert named == stems


def test_ids_are_unique_and_lead_somewhere() -> None:
    ids = {
        name: [row["id"] for row in facts(name)]
        for name in ("recommendations", "decisions", "actions")
    }
    for values in ids.values():
        assert len(values) == len(set(values))
    for row in facts("decisions"):
        assert set(row["decides_on"]) <= set(ids["recommendations"])
    for row in ledger().values():
        assert {decision["id"] for decision in row["decisions"]} <= set(ids["decisions"])
        assert set(row["actions"]) <= set(ids["actions"])


def test_the_ledger_holds_every_listed_recommendation_and_no_other() -> None:
    listed = [row["id"] for row in facts("recommendations") if row["tier"] == 1]
    assert sorted(ledger()) == sorted(listed)


def test_the_ledger_and_the_decisions_name_each_other() -> None:
    said = {(on, row["id"]) for row in facts("decisions") for on in row["decides_on"]}
    board = [row for row in ledger().values() if row["kind"] == "board recommendation"]
    kept = {
        (row["recommendation"], decision["id"]) for row in board for decision in row["decisions"]
    }
    assert kept == said


def test_statuses_outcomes_and_dates_are_words_of_the_contract() -> None:
    statuses = {"present", "apologies", "in attendance", "absent", "substitute", None}
    assert {row["status"] for row in facts("attendance")} == statuses
    assert {row["status"] for row in facts("actions")} == {"open", "complete", None}
    assert {row["outcome"] for row in facts("decisions") if row["kind"] == "minuted"} <= OUTCOMES
    for row in facts("actions"):
        for day in [row["due_iso"], *(row["previous_due"] or [])]:
            assert day is None or re.fullmatch(r"20\d\d-\d\d-\d\d", day)


def test_questions_are_of_every_type_and_the_answerable_have_an_answering_passage() -> None:
    questions = lines("questions.jsonl")
    assert len(questions) >= 70
    assert len({question["id"] for question in questions}) == len(questions)
    assert {question["type"] for question in questions} == TYPES
    for question in questions:
        answers = any(passage["grade"] == 2 for passage in question["relevant"])
        assert question["answerable"] == answers == (question["type"] != "unanswerable")


def test_histories_have_stops_in_order_in_more_than_one_paper() -> None:
    histories = lines("traces.jsonl")
    assert len(histories) >= 6
    for history in histories:
        stops = history["stops"]
        assert [stop["order"] for stop in stops] == list(range(1, len(stops) + 1))
        assert len({stop["file"] for stop in stops}) > 1
