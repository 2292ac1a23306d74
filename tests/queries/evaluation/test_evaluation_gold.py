"""Reading gold and scoring found facts against the papers it covers."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ReadError
from kg.facts import (
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Evidence,
    Facts,
    Figure,
    Meeting,
    MeetingKey,
    Membership,
    OrganisationMention,
    PersonMention,
    PersonName,
    ProgrammeMention,
    Recommendation,
)
from queries.evaluation.extraction import score_facts
from queries.evaluation.facts import FactRow
from queries.evaluation.gold import Gold, load_gold
from queries.evaluation.naming import file_of
from tests.places import NEEDS_SHARED, SHARED
from tests.support.rows_of_facts import rows_from_facts

KEY = MeetingKey("Harbour Board", date(2031, 5, 4))
SAID: dict[str, Any] = {"evidence": (Evidence(0, 0, 1),), "rule": "test/1"}
FENN = PersonName("Cllr Ada Fenn MBE", "Ada Fenn", ("Cllr", "MBE"))

EXTRACTION: dict[str, object] = {
    "meetings": {
        "meetings": [{"id": "hb-2031-05-04", "body": "Harbour Board", "date": "2031-05-04"}],
        "referred": [{"id": "hb-next", "body": "Harbour Board", "date": None}],
    },
    "attendance": [
        {"meeting": "hb-2031-05-04", "person": "Ada Fenn", "status": "present", "file": "minutes"},
        {"meeting": "hb-2031-05-04", "person": "Bo Reed", "status": "substitute"},
        {"meeting": "hb-2031-05-04", "person": "Cy Marsh", "status": "present", "listed": False},
        {"meeting": "hb-2031-05-04", "person": "Di Holt", "status": None},
    ],
    "memberships": [
        {
            "person": "Ada Fenn",
            "role": "Chairman",
            "body": "Harbour Board",
            "authority": "Saltmouth Council",
            "source_kind": "membership table",
        }
    ],
    "agenda_items": [
        {"meeting": "hb-2031-05-04", "number": "3", "sub": "a", "title": "Ferry timetable"}
    ],
    "recommendations": [
        {"file": "minutes", "number": "1", "numbering": "unnumbered", "text": "Buy a tug."},
        {"file": "minutes", "number": "9", "text": "Consider a second tug.", "tier": 2},
    ],
    "decisions": [
        {"meeting": "hb-2031-05-04", "item": "3a", "text": "Agreed to buy a tug."},
        {"meeting": None, "item": None, "text": "Asked for tea.", "kind": "informal request"},
    ],
    "actions": [
        {
            "meeting": "hb-2031-05-04",
            "text": "Order the tug.",
            "status": None,
            "due_iso": "2031-06-30",
            "file": "minutes",
        }
    ],
    "persons": [{"canonical": "Ada Fenn", "aliases": ["Cllr Ada Fenn MBE", "AF"]}],
    "organisations": [
        {"canonical": "Saltmouth Council", "aliases": ["Saltmouth"], "type": "council"},
        {"canonical": "Tug Makers Ltd", "aliases": [], "type": "company"},
    ],
    "programmes": [{"canonical": "Safer Quays Programme", "aliases": ["SQP"]}],
    "figures": [
        {"subject": "price of a tug", "value": "around £1.2m", "unit": "GBP", "file": "minutes"},
        {
            "subject": "last year with accounts",
            "value": "2029/30",
            "unit": "year",
            "file": "minutes",
        },
    ],
}

FACTS = Facts(
    kind="minutes",
    title="Minutes",
    meetings=(Meeting(key=KEY, **SAID),),
    attendance=(
        Attendance(meeting=KEY, person=FENN, status="present", **SAID),
        Attendance(
            meeting=KEY, person=PersonName("Bo Reed", "Bo Reed"), status="present",
            capacity="substitute", **SAID,
        ),
    ),
    memberships=(
        Membership(
            person=FENN, body="Harbour Board", role="chair", representing="Saltmouth Council",
            **SAID,
        ),
        Membership(person=FENN, body="Saltmouth Council", role="leader", **SAID),
    ),
    items=(AgendaItem(meeting=KEY, number="3a", title="Ferry timetable", **SAID),),
    recommendations=(Recommendation(text="Buy a tug", kind="board", **SAID),),
    decisions=(
        Decision(
            meeting=KEY, text="Agreed to buy a tug.", verb="agreed", outcome="agreed", position=1,
            item="3a", **SAID,
        ),
    ),
    actions=(
        Action(text="Order the tug", kind="listed", meeting=KEY, due=date(2031, 6, 30), **SAID),
    ),
    people=(PersonMention(person=FENN, initials="AF", **SAID),),
    organisations=(
        OrganisationMention(name="Saltmouth Council", written="Saltmouth", code="SMO", **SAID),
    ),
    programmes=(
        ProgrammeMention(
            name="Safer Quays Programme", written="Safer Quays Programme", acronym="SQP", **SAID
        ),
    ),
    figures=(Figure(value=Decimal("1200000"), unit="GBP", text="£1.2m", **SAID),),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "extraction").mkdir()
    for name, records in EXTRACTION.items():
        (tmp_path / "extraction" / f"{name}.json").write_text(json.dumps(records), "utf-8")
    return tmp_path


@pytest.fixture
def gold(folder: Path) -> Gold:
    return load_gold(folder)


def found(**files: Facts) -> dict[str, list[FactRow]]:
    return rows_from_facts({f"{name}.docx": facts for name, facts in files.items()})


def test_the_gold_covers_the_papers_it_names(gold: Gold) -> None:
    assert gold.files == ("minutes",)


@pytest.mark.parametrize("kind", EXTRACTION)
def test_facts_that_say_what_the_gold_says_score_one(gold: Gold, kind: str) -> None:
    name = "councils" if kind == "organisations" else kind
    score = score_facts(gold, found(minutes=FACTS))[name]
    assert (score.precision, score.recall, score.missed, score.extra) == (1.0, 1.0, (), ())
    assert score.matched > 0


def test_status_and_due_date_of_an_action_are_compared(gold: Gold) -> None:
    score = score_facts(gold, found(minutes=FACTS))["actions"]
    assert score.apart == {"status": (1, 1), "due": (1, 1)}


def test_facts_of_other_papers_are_left_out(gold: Gold) -> None:
    other = Facts(kind="report", title="R", decisions=(
        Decision(meeting=KEY, text="Sold the crane.", verb="sold", outcome="agreed", position=1,
                 **SAID),
    ))  # fmt: skip
    alone = score_facts(gold, found(minutes=FACTS))
    assert score_facts(gold, found(minutes=FACTS, elsewhere=other)) == alone
    assert score_facts(gold, found(elsewhere=FACTS))["decisions"].matched == 0


def test_entities_that_other_papers_name_too_are_no_errors(gold: Gold) -> None:
    stranger = PersonMention(person=PersonName("Ed Pike", "Ed Pike"), **SAID)
    one = Facts(kind="minutes", title="M", people=(stranger,))
    assert len(score_facts(gold, found(minutes=one))["persons"].extra) == 1
    assert score_facts(gold, found(minutes=one, elsewhere=one))["persons"].extra == ()


def test_people_whom_other_gold_names_are_no_errors(gold: Gold) -> None:
    marsh = PersonMention(person=PersonName("Cy Marsh", "Cy Marsh"), **SAID)
    facts = Facts(kind="minutes", title="M", people=(marsh,))
    assert score_facts(gold, found(minutes=facts))["persons"].extra == ()


def test_a_meeting_known_by_its_id_alone_is_read_from_it(folder: Path) -> None:
    records = [{"meeting": "hb-2030-01-02", "number": "1", "title": "Tugs", "file": "minutes"}]
    (folder / "extraction" / "agenda_items.json").write_text(json.dumps(records), "utf-8")
    (row,) = load_gold(folder).rows["agenda_items"]
    assert row.get("meeting") == ("2030-01-02 Harbour Board",)


def test_an_item_whose_title_gold_leaves_out_is_optional(folder: Path) -> None:
    records = [{"meeting": "hb-2030-01-02", "number": "1", "title": None, "file": "minutes"}]
    (folder / "extraction" / "agenda_items.json").write_text(json.dumps(records), "utf-8")
    gold = load_gold(folder)
    key = MeetingKey("Harbour Board", date(2030, 1, 2))
    item = AgendaItem(meeting=key, number="1", title="Tugs", **SAID)
    for items in ((), (item,)):
        facts = Facts(kind="minutes", title="M", items=items)
        score = score_facts(gold, found(minutes=facts))["agenda_items"]
        assert (score.missed, score.extra) == ((), ())


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("attendance", "person"),
        ("agenda_items", "title"),
        ("recommendations", "text"),
        ("decisions", "text"),
        ("actions", "text"),
        ("persons", "canonical"),
        ("memberships", "role"),
        ("memberships", "body"),
    ],
)
def test_a_record_that_leaves_a_field_empty_asks_for_nothing(
    folder: Path, kind: str, field: str
) -> None:
    record = {**EXTRACTION[kind][0], field: None}
    (folder / "extraction" / f"{kind}.json").write_text(json.dumps([record]), "utf-8")
    score = score_facts(load_gold(folder), found(minutes=FACTS))[kind]
    assert score.missed == ()


def test_a_number_of_gold_may_be_written_as_one(folder: Path) -> None:
    record = {"meeting": "hb-2031-05-04", "number": 3, "sub": 1, "title": "Ferry timetable"}
    (folder / "extraction" / "agenda_items.json").write_text(json.dumps([record]), "utf-8")
    (row,) = load_gold(folder).rows["agenda_items"]
    assert row.get("number") == ("3.1",)


def test_types_without_a_gold_file_are_not_scored(folder: Path) -> None:
    (folder / "extraction" / "actions.json").unlink()
    assert "actions" not in load_gold(folder).rows


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("004_38233832.txt", "004"),
        ("2031-05-04-minutes.docx", "2031-05-04-minutes"),
        ("2031-05-04-minutes-2.docx", None),
        ("2031-05-04 (revised).pdf", "2031-05-04"),
        ("0041_38233832.txt", None),
        ("other.pdf", None),
    ],
)
def test_gold_names_a_paper_by_stem_or_prefix(name: str, paper: str | None) -> None:
    assert file_of(name, ("004", "2031-05-04", "2031-05-04-minutes")) == paper


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("extraction/persons.json", "[{", "not readable as JSON"),
        ("questions.jsonl", '{"id": "q1"}', "lacks or mistypes a field"),
        ("other.txt", "", "holds no gold"),
    ],
)
def test_bad_gold_is_one_clear_line(tmp_path: Path, path: str, content: str, message: str) -> None:
    (tmp_path / "extraction").mkdir()
    (tmp_path / path).write_text(content, "utf-8")
    with pytest.raises(ReadError, match=message) as raised:
        load_gold(tmp_path)
    assert "\n" not in str(raised.value)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such folder"):
        load_gold(tmp_path / "none")


@NEEDS_SHARED
def test_the_shared_gold_is_read_as_its_page_says() -> None:
    gold = load_gold(SHARED / "gold" / "lga")
    asked = {name: sum(not row.optional for row in rows) for name, rows in gold.rows.items()}
    assert gold.files == ("001", "004")
    # memberships of the table, tier 1, minuted: counted in the files by hand
    assert (asked["memberships"], asked["recommendations"], asked["decisions"]) == (32, 42, 26)
    assert (len(gold.questions), len(gold.histories)) == (48, 6)
