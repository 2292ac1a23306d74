"""What became of things in the sample papers, held to what a careful reader wrote down."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import program
from embeddings.library import Library
from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from queries.changes import Change, changes
from queries.evaluation.gold import load_gold
from queries.evaluation.passages import FoundPassage, covers
from queries.following.ledger_rows import LedgerRow
from queries.ledger import ledger
from queries.loose_ends import counts, loose_ends
from queries.path import resource, way
from queries.trace import trace
from tests.places import SAMPLE_GOLD

LAST = date(2023, 6, 30)


@pytest.fixture(scope="module")
def graph(sample_library: Path) -> Iterator[KnowledgeGraph]:
    with Library.open(sample_library) as held:
        yield held.graph


@pytest.fixture(scope="module")
def rows(graph: KnowledgeGraph) -> tuple[LedgerRow, ...]:
    return ledger(graph, LAST)


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'").casefold()).strip()


def gold(name: str) -> list[dict[str, object]]:
    read: list[dict[str, object]] = json.loads((SAMPLE_GOLD / name).read_text("utf-8"))
    return read


def row_of(rows: tuple[LedgerRow, ...], entry: dict[str, object]) -> LedgerRow:
    day = date.fromisoformat(str(entry["meeting"])[-10:])
    (found,) = [
        row for row in rows if plain(row.text) == plain(str(entry["text"])) and row.day == day
    ]
    return found


def outcome(row: LedgerRow) -> str:
    if row.decision is None:
        return {"not decided": "no decision recorded"}.get(row.status, row.status)
    return row.decision.outcome or ""


STATUS = {
    "agreed": "decided",
    "agreed with changes": "decided",
    "noted": "decided",
    "rejected": "closed",
    "in progress": "open",
    "not decided": "forgotten",
    "minutes not held": "unknown",
}
"""The gold's words for the states of the ledger that it calls otherwise."""


def status(row: LedgerRow) -> str:
    if row.status == "rejected" and row.kind == "external":
        return "decided"
    return STATUS.get(row.status, row.status)


def test_the_status_of_every_recommendation(rows: tuple[LedgerRow, ...]) -> None:
    wrong = {
        str(one["recommendation"]): status(row_of(rows, one))
        for one in gold("ledger.json")
        if status(row_of(rows, one)) != one["status"]
    }
    assert wrong == {}


def test_the_decisions_on_every_recommendation(rows: tuple[LedgerRow, ...]) -> None:
    said = {one["id"]: plain(str(one["text"])) for one in gold("extraction/decisions.json")}
    for one in gold("ledger.json"):
        taken = one["decisions"]
        assert isinstance(taken, list)
        found = {plain(decision.text) for decision in row_of(rows, one).decisions}
        assert found == {said[decision["id"]] for decision in taken}, one["recommendation"]


def test_the_actions_that_arose_from_every_recommendation(rows: tuple[LedgerRow, ...]) -> None:
    said = {
        one["id"]: (one["file"], plain(str(one["text"]))) for one in gold("extraction/actions.json")
    }
    for one in gold("ledger.json"):
        arisen = one["actions"]
        assert isinstance(arisen, list)
        found = {
            (entry.file.rsplit(".", 1)[0], plain(entry.text))
            for action in row_of(rows, one).actions
            for entry in action.life
        }
        assert found == {said[action] for action in arisen}, one["recommendation"]


def test_what_completes_a_recommendation_is_told_as_completed(rows: tuple[LedgerRow, ...]) -> None:
    told = {row.latest.kind for row in rows if row.status == "complete" and row.latest}
    assert told == {"completed"}


def test_quoted_only_leaves_out_what_is_inferred(graph: KnowledgeGraph) -> None:
    quoted = ledger(graph, LAST, quoted_only=True)
    assert all(row.decision is None or row.decision.basis == "quoted" for row in quoted)
    assert len(quoted) == len(ledger(graph, LAST))


def between(graph: KnowledgeGraph, since: date, until: date) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for one in changes(graph, since, until):
        found.setdefault(one.kind, []).append(one)
    return found


def test_what_changed_between_two_meetings(graph: KnowledgeGraph) -> None:
    found = between(graph, date(2022, 10, 13), date(2023, 2, 9))
    handbook = [one for one in found["moved"] if "handbook" in one.text]
    assert [(one.before, one.after) for one in handbook] == [("2022-09-30", "2023-01-31")]
    assert any("data-sharing agreement" in one.text for one in found["done"])
    assert {one.day for kind in ("decided", "recommended") for one in found[kind]} == {
        date(2023, 2, 9)
    }


def test_what_a_later_paper_records_of_the_time_is_told(graph: KnowledgeGraph) -> None:
    found = between(graph, date(2021, 10, 1), date(2021, 10, 31))
    recorded = {one.text: one.recorded for one in found["assigned"]}
    handbook = "Marcus Tilley to publish the street coordinators' handbook by 31 March 2022."
    assert recorded[handbook] == date(2022, 2, 10)


def test_figures_that_changed_are_of_one_thing(graph: KnowledgeGraph) -> None:
    found = [one for one in changes(graph, date(2021, 1, 1), LAST) if one.kind == "figure"]
    told = [(one.before, one.after) for one in found]
    assert told == [
        ("41 street coordinators", "58 street coordinators"),
        ("58 street coordinators", "76 street coordinators"),
        ("76 street coordinators", "97 street coordinators"),
    ]


def test_what_another_action_of_the_item_came_to_is_not_heard_of_a_recommendation(
    rows: tuple[LedgerRow, ...],
) -> None:
    (bulletin,) = (row for row in rows if "State of the Shoreline" in row.text)
    assert (bulletin.latest, bulletin.never_reported_back) == (None, True)


def test_windows_that_follow_each_other_share_no_change(graph: KnowledgeGraph) -> None:
    first = changes(graph, date(2021, 1, 1), date(2022, 10, 13))
    second = changes(graph, date(2022, 10, 13), LAST)
    assert {one.day for one in first}.isdisjoint({one.day for one in second})
    assert first
    assert second


def test_what_is_recorded_later_is_not_known_before(graph: KnowledgeGraph) -> None:
    october, november = date(2021, 10, 14), date(2021, 11, 1)
    known = changes(graph, date(2021, 1, 1), october, as_of=november)
    assert {one.kind for one in known} & {"decided", "recommended"} == {"recommended"}
    later = changes(graph, date(2021, 1, 1), october)
    assert "decided" in {one.kind for one in later}


def test_what_the_papers_leave_open(graph: KnowledgeGraph) -> None:
    found = loose_ends(graph, LAST)
    told = {(one.kind, one.text) for one in found}
    assert ("minutes not held", "Communities & Resilience Board, 15 June 2022") in told
    (unanswered,) = (one.text for one in found if one.kind == "recommendation never answered")
    assert unanswered.startswith("endorse a yearly State of the Shoreline bulletin")
    kept = [one.text for one in found if one.kind == "promise not kept"]
    assert "Officers agreed to provide members with a list of the 23 councils." in kept
    assert sum(one.count for one in counts(found)) == len(found)
    assert all(one.sources for one in found if one.kind != "minutes not held")


def test_before_a_paper_is_written_nothing_in_it_is_open(graph: KnowledgeGraph) -> None:
    early = loose_ends(graph, date(2022, 3, 1))
    assert {one.day for one in early if one.day and one.day > date(2022, 3, 1)} == set()


def test_how_two_people_hang_together(graph: KnowledgeGraph) -> None:
    hops = way(graph, "Amara Whitlock", "Plymouth City Council")
    assert hops[0].start.label == "Amara Whitlock"
    assert hops[-1].end.label == "Plymouth City Council"
    assert all(one.end == other.start for one, other in pairwise(hops))
    assert all(hop.source for hop in hops)
    assert hops[-1].words.endswith("represents Plymouth City Council")


def test_a_programme_is_meant_before_the_matter_of_its_name(graph: KnowledgeGraph) -> None:
    assert resource(graph, "Estuary Compact").endswith("/programme/estuary-compact")


def test_a_matter_is_called_as_it_was_asked_for_and_stands_as_the_last_paper_says(
    sample_library: Path,
) -> None:
    with Library.open(sample_library) as held:
        history = trace(held, "Estuary Compact")
    assert history.matter.title == "The Estuary Compact"
    assert history.status == "in hand (14 June 2023)"


KINDS = {"assigned": "action assigned", "progressed": "progress"}
"""The gold's words for the kinds of step that it calls otherwise."""


def histories() -> list[dict[str, object]]:
    lines = (SAMPLE_GOLD / "traces.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def stops_of(record: dict[str, object]) -> list[dict[str, str]]:
    found = record["stops"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("number", range(7))
def test_each_history_is_what_a_careful_reader_wrote_down(
    sample_library: Path, number: int
) -> None:
    record = histories()[number]
    with Library.open(sample_library) as held:
        steps = trace(held, str(record["start"])).steps
    told = [
        (
            step.file.rsplit(".", 1)[0],
            f"{step.date.day} {step.date:%B %Y}",
            KINDS.get(step.kind, step.kind),
        )
        for step in steps
        if step.date
    ]
    stops = stops_of(record)
    assert told == [(stop["file"], stop["date"], stop["kind"]) for stop in stops]
    wanted = load_gold(SAMPLE_GOLD).histories[number].stops
    apart = [
        stop.snippet
        for step, stop in zip(steps, wanted, strict=True)
        if not covers(FoundPassage(step.file, step.quote), stop)
    ]
    assert apart == []


def test_the_gold_of_histories_is_in_order_of_date() -> None:
    for history in histories():
        days = [datetime.strptime(stop["date"], "%d %B %Y") for stop in stops_of(history)]
        assert days == sorted(days), history["id"]
        assert [stop["order"] for stop in stops_of(history)] == list(range(1, len(days) + 1))


def test_a_name_that_nothing_bears(graph: KnowledgeGraph) -> None:
    with pytest.raises(NotFound, match="nothing in the library is called 'Zebulon Quark'"):
        resource(graph, "Zebulon Quark")


def test_three_dates_of_a_step_stay_apart(sample_library: Path) -> None:
    with Library.open(sample_library) as held:
        steps = trace(held, "opening Tideline to parish and town councils").steps
    signed = next(step for step in steps if "Signed on 26 August 2022" in step.quote)
    assert signed.recorded == date(2023, 2, 9)
    assert {step.added for step in steps} == {date.today()}
    opened = next(step for step in steps if "140 parish and town councils" in step.quote)
    assert opened.recorded == date(2023, 2, 9)


def run(library: Path, *arguments: str) -> bytes:
    result = CliRunner().invoke(program, [*arguments, "--library", str(library)])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def test_the_ledger_as_a_workbook(sample_library: Path) -> None:
    made = run(sample_library, "ledger", "--as-of", "2023-06-30", "--format", "xlsx")
    assert made == run(sample_library, "ledger", "--as-of", "2023-06-30", "--format", "xlsx")
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        words = book.read("xl/sharedStrings.xml").decode("utf-8")
        assert b'name="Recommendations, 2023-06-30"' in book.read("xl/workbook.xml")
    assert re.findall(r"<t[^>]*>([^<]*)</t>", words)[:8] == [
        "Reference", "Origin", "Date", "Area", "Recommendation", "Lead", "Action taken", "Status",
    ]  # fmt: skip
    assert "State of the Shoreline" in words


def test_the_ledger_as_a_page_escapes_what_papers_say(sample_library: Path) -> None:
    made = run(sample_library, "ledger", "--format", "html").decode("utf-8")
    assert "<th>Action taken</th>" in made
    assert "Communities &amp; Resilience Board" in made


@pytest.mark.parametrize(
    "arguments",
    [
        ("changes", "--from", "2022-10-13", "--to", "2023-02-09"),
        ("loose-ends", "--as-of", "2023-06-30"),
        ("loose-ends", "--count"),
        ("path", "Amara Whitlock", "Marcus Tilley"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "md"])
def test_every_form_of_every_command(
    sample_library: Path, arguments: tuple[str, ...], form: str
) -> None:
    out = run(sample_library, *arguments, "--format", form).decode("utf-8")
    assert out.strip()
    if form == "json":
        read = json.loads(out)
        assert read
        assert "" not in {
            value
            for record in read
            for value in record.values()
            if value is not None and not isinstance(value, list | dict)
        }


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("svg", b"<?xml"),
        ("png", b"\x89PNG"),
        ("html", b"<!DOCTYPE html>"),
        ("mermaid", b"timeline"),
    ],
)
def test_a_history_as_a_picture_is_the_same_each_time(
    sample_library: Path, form: str, begins: bytes
) -> None:
    arguments = ("trace", "The Estuary Compact", "--brief", "--format", form)
    made = run(sample_library, *arguments)
    assert made.startswith(begins)
    assert made == run(sample_library, *arguments)
    if form != "png":
        assert "Estuary Compact" in made.decode("utf-8")


def test_a_way_by_what_papers_said_before_a_meeting_does_not_lead_through_it(
    graph: KnowledgeGraph,
) -> None:
    early = way(graph, "Amara Whitlock", "Marcus Tilley", as_of=date(2022, 2, 9))
    through = {stop.iri for hop in early for stop in (hop.start, hop.end)}
    assert any("2021-10-14" in iri for iri in through)
    assert not any("2022" in iri or "2023" in iri for iri in through)


def test_a_quoted_way_rests_on_no_inferred_link(graph: KnowledgeGraph) -> None:
    hops = way(graph, "Callum Brightwell", "National Parish Forum", quoted_only=True)
    assert {hop.basis for hop in hops} == {"quoted"}


def test_what_only_an_inferred_link_ties_up_is_open_to_the_quoted_only(
    graph: KnowledgeGraph,
) -> None:
    kind = "recommendation never answered"
    every, quoted = (
        {one.iri for one in loose_ends(graph, LAST, kind=kind, quoted_only=only)}
        for only in (False, True)
    )
    assert every < quoted


def test_the_matter_of_a_programme_is_called_by_its_name(graph: KnowledgeGraph) -> None:
    titles = graph.select(
        "SELECT DISTINCT ?title { ?matter a mb:Matter ; dct:title ?title ; mb:about ?programme ."
        " FILTER NOT EXISTS { ?matter dct:isPartOf ?whole } }"
    )
    assert "Ready Streets Programme" in {str(title) for (title,) in titles.rows}
