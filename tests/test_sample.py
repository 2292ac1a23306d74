"""The papers of the sample, their gold, and the story that the two tell together."""

import html
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from lxml import etree

from data.build_sample import SAMPLE, SOURCES, build, read_source
from queries.evaluation.gold import load_gold

GOLD = Path(__file__).parents[1] / "data" / "gold"
SHARED_GOLD = Path(__file__).parents[2] / "shared" / "gold" / "lga" / "extraction"
PAPERS = sorted(SAMPLE.iterdir())
BINARY = (".pdf", ".docx")
EXTRACTION = sorted(GOLD.glob("extraction/*.json"))
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

Record = dict[str, Any]


@cache
def facts(name: str) -> list[Record]:
    """The rows of one file of the gold's extraction."""
    rows: list[Record] = json.loads((GOLD / "extraction" / f"{name}.json").read_text("utf-8"))
    return rows


@cache
def lines(name: str) -> list[Record]:
    """The records of a JSONL file of the gold."""
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


@cache
def ledger() -> dict[str, Record]:
    """The ledger by the id of the recommendation."""
    rows = json.loads((GOLD / "ledger.json").read_text("utf-8"))
    return {row["recommendation"]: row for row in rows}


def one(name: str, **wanted: object) -> Record:
    """The only row of ``name`` whose fields have the values ``wanted``."""
    found = [row for row in facts(name) if all(row[key] == wanted[key] for key in wanted)]
    assert len(found) == 1, f"{len(found)} rows of {name} have {wanted}"
    return found[0]


@cache
def texts() -> dict[str, str]:
    """The words of every paper by its base name without suffix; of binary ones, the source."""
    plain = [path for path in PAPERS if path.suffix not in BINARY]
    return {path.stem: _words(path) for path in [*plain, *SOURCES.glob("*.md")]}


def _words(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".xml":
        text = " ".join(_parts_of_xml(etree.fromstring(path.read_bytes())))
    elif path.suffix == ".html":
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = _without_tags(text)
    elif path.suffix == ".md":
        text = re.sub(r"^\|[-|]+\|$", " ", text, flags=re.MULTILINE)
        text = re.sub(r"[*|#\\]", " ", text)
    return " ".join(text.split())


def _parts_of_xml(root: etree._Element) -> Iterator[str]:
    """Text, which may be escaped HTML, and the name and role of those who attended."""
    for element in root.iter():
        yield _without_tags(element.text or "")
        if element.tag == "attendee":
            yield f"{element.get('name')} {element.get('roledescription')}"


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def in_pdf(path: Path) -> list[str]:
    """The text of each page, white space made single."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def in_docx(path: Path) -> str:
    """The text of paragraphs and cells of the body, white space made single."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([p.text for p in document.paragraphs] + cells).split())


# The papers


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
    gold = load_gold(GOLD)
    assert gold.files == tuple(path.stem for path in PAPERS)
    assert all(gold.rows.values())
    assert len(gold.questions) == len(lines("questions.jsonl"))
    assert len(gold.histories) == len(lines("traces.jsonl"))


def test_rows_have_the_fields_of_the_shared_gold() -> None:
    if not SHARED_GOLD.is_dir():
        pytest.skip("the shared gold standard is not at hand")
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
    [*EXTRACTION, *sorted(GOLD.glob("*.jsonl")), GOLD / "ledger.json"],
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


# The story


def test_six_meetings_over_two_years() -> None:
    meetings = json.loads((GOLD / "extraction" / "meetings.json").read_text("utf-8"))["meetings"]
    assert [meeting["date"] for meeting in meetings] == [
        "2021-10-14",
        "2022-02-10",
        "2022-06-15",
        "2022-10-13",
        "2023-02-09",
        "2023-06-14",
    ]
    without = [m["id"] for m in meetings if not any("minutes" in k for k in _kinds(m))]
    assert without == ["crb-2022-06-15"]
    assert "agenda" in _kinds(meetings[2])


def _kinds(meeting: Record) -> list[str]:
    return list(meeting["document_kinds"].values())


@pytest.mark.parametrize(
    ("recommendation", "outcome", "steps"),
    [
        ("rec-2021-10-14-2-1", "agreed", ["agreed"]),
        ("rec-2021-10-14-2-2", "agreed with changes", ["agreed with changes"]),
        ("rec-2021-10-14-3-a", "agreed", ["deferred", "agreed"]),
        ("rec-2021-10-14-3-b", "no decision recorded", []),
        ("rec-2022-02-10-3-3", "agreed with changes", ["deferred", "agreed with changes"]),
        ("rec-2022-06-15-3-2", "minutes not held", []),
        ("rec-2022-10-13-4-3", "rejected", ["rejected"]),
        ("rec-2022-10-13-6-1", "agreed", ["noted", "requested", "agreed"]),
    ],
    ids=["asked", "changed", "deferred", "forgotten", "cycle", "unknown", "rejected", "noted"],
)
def test_what_became_of_a_recommendation(
    recommendation: str, outcome: str, steps: list[str]
) -> None:
    row = ledger()[recommendation]
    assert row["outcome"] == outcome
    assert [decision["outcome"] for decision in row["decisions"]] == steps


def test_the_forgotten_bulletin_is_named_in_one_paper_only() -> None:
    naming = [stem for stem, text in texts().items() if "State of the Shoreline" in text]
    assert naming == ["2021-10-14-agenda-pack"]


def test_the_handbook_slips_twice_and_is_then_complete() -> None:
    moves = [
        (row["file"], row["due_iso"], row["previous_due"], row["status"])
        for row in facts("actions")
        if row["text"] == "Publish the street coordinators' handbook"
    ]
    assert moves == [
        ("2022-02-10-minutes", "2022-09-30", ["2022-03-31"], None),
        ("2022-06-15-action-log", "2022-09-30", ["2022-03-31"], "open"),
        ("2023-02-09-action-log", "2023-01-31", ["2022-09-30"], "complete"),
    ]


def test_action_logs_follow_an_action_until_it_is_overdue() -> None:
    rows = [row for row in facts("actions") if row["number"] == "22/01"]
    assert [row["due_iso"] for row in rows] == ["2022-10-13", "2023-06-14", "2023-06-14"]
    assert [row["status_as_written"] for row in rows] == ["In progress", "In progress", "Overdue"]
    assert {row["text"] for row in rows} == {
        "Rework the response to recommendation 7 with the Penhallow Institute"
    }


def test_a_promise_in_discussion_enters_a_log_and_goes_silent() -> None:
    promise = one(
        "actions", text="Officers agreed to provide members with a list of the 23 councils."
    )
    assert promise["kind"] == "promised in discussion"
    logged = one("actions", number="21/02")
    assert (logged["file"], logged["status"]) == ("2022-06-15-action-log", "open")
    later = [stem for stem in texts() if stem > "2022-06-15-z"]
    assert len(later) == 8
    assert not any("21/02" in texts()[stem] for stem in later)
    assert not any(
        "without flood wardens" in row["text"] for row in facts("actions") if row["file"] in later
    )


def test_the_programme_is_renamed_and_the_paper_says_so() -> None:
    programme = one("programmes", canonical="Neighbourhood Readiness Programme")
    assert programme["former_names"] == ["Ready Streets Programme"]
    assert programme["acronyms"] == ["NRP", "RSP"]
    assert (
        "from 1 November 2022 the Ready Streets Programme (RSP) be known as the "
        "Neighbourhood Readiness Programme (NRP)"
    ) in texts()["2022-10-13-agenda-pack"]


def test_an_acronym_is_spelt_out_in_one_paper_and_used_in_others() -> None:
    rows = [row for row in facts("acronyms") if row["acronym"] == "FWAS"]
    assert [row["file"] for row in rows if row["stated_together"]] == ["2021-10-14-agenda-pack"]
    users = {row["file"] for row in rows if not row["stated_together"]}
    assert users == {stem for stem, text in texts().items() if "FWAS" in text} - {rows[0]["file"]}
    assert all("Flood Warden Accreditation Scheme" not in texts()[stem] for stem in users)


def test_two_members_share_a_surname_and_one_name_is_misspelt() -> None:
    names = [row["canonical"] for row in facts("persons")]
    assert [name for name in names if name.endswith("Oakes")] == ["Margaret Oakes", "Daniel Oakes"]
    assert "Cllr Rosalind Thackeray" in one("persons", canonical="Rosalind Thackray")["aliases"]
    assert [stem for stem, text in texts().items() if "Thackeray" in text] == ["2023-02-09-minutes"]


def test_substitutes_stand_for_named_members() -> None:
    pairs = {
        (row["meeting"], row["person"], row["substitute_for"])
        for row in facts("attendance")
        if row["status"] == "substitute"
    }
    assert pairs == {
        ("crb-2021-10-14", "Owen Hartrey", "Priya Castellane"),
        ("crb-2022-02-10", "Nadia Ferris", "Peter Lindqvist"),
        ("crb-2023-02-09", "Edwin Crossfield", "Nadia Ferris"),
        ("crb-2023-06-14", "Leila Sandford", "Daniel Oakes"),
    }


def test_the_chair_changes_by_election() -> None:
    chairs = {
        row["period_or_date"]: row["person"]
        for row in facts("memberships")
        if row["role"] == "Chair"
    }
    assert chairs["2021/2022"] == "Rosalind Thackray"
    assert chairs["2022/23"] == "Amara Whitlock"
    assert one("decisions", verb="elected")["meeting"] == "crb-2022-10-13"


def test_members_change_their_authority() -> None:
    def represented(person: str) -> set[str]:
        rows = (row for row in facts("memberships") if row["person"] == person)
        return {row["authority"] for row in rows if row["authority"]}

    assert represented("Bethan Prosser") == {"Plymouth City Council", "Devon County Council"}
    assert represented("Hugh Venables") == {"South Somerset District Council", "Somerset Council"}


def test_a_yes_no_table_gives_the_attendance_of_the_meeting_without_minutes() -> None:
    rows = [row for row in facts("attendance") if row["meeting"] == "crb-2022-06-15"]
    assert {row["file"] for row in rows} == {"2022-10-13-agenda-pack"}
    assert (
        one("attendance", meeting="crb-2022-06-15", person="Margaret Oakes")["status"] == "absent"
    )
    assert one("attendance", meeting="crb-2022-06-15", person="Owen Hartrey")["status"] is None


def test_confidential_items_observers_and_declarations() -> None:
    confidential = [row["title"] for row in facts("agenda_items") if row["confidential"]]
    assert confidential == [
        "Insurance for street coordinators",
        "Confidential: Tideline supplier contract",
        "Confidential: staffing of the resilience team",
    ]
    observers = {row["person"] for row in facts("memberships") if row["role"] == "Observer"}
    assert observers == {"Gerald Pomfret", "Desmond Achebe"}
    assert [row["person"] for row in facts("declarations") if not row["nil"]] == [
        "Daniel Oakes",
        "Margaret Oakes",
    ]


def test_the_review_makes_twelve_recommendations_each_with_a_response() -> None:
    rows = [row for row in facts("recommendations") if row["kind"] == "external recommendation"]
    listed = [row for row in rows if row["tier"] == 1]
    assert [row["number"] for row in listed] == [str(number) for number in range(1, 13)]
    assert all(row["response"] for row in listed)
    assert len(rows) - len(listed) == 2


def test_the_number_of_coordinators_grows_from_paper_to_paper() -> None:
    said = [
        (row["file"][:10], row["value"])
        for row in facts("figures")
        if row["subject"] == "street coordinators trained"
    ]
    assert list(dict.fromkeys(said)) == [
        ("2022-06-15", "41"),
        ("2022-10-13", "58"),
        ("2022-10-13", "41"),
        ("2023-02-09", "76"),
        ("2023-02-09", "58"),
        ("2023-04-20", "88"),
        ("2023-06-14", "97"),
    ]


def test_a_report_refers_to_the_report_to_an_earlier_meeting() -> None:
    assert "The report to the meeting of 14 October 2021" in texts()["2022-02-10-agenda-pack"]
