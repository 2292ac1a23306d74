"""Councils by name and day."""

import csv
import subprocess
import sys
from datetime import date

import pytest

from kg.reference import Councils
from tests.places import NEEDS_SHARED, ROOT, SHARED

REGISTER = SHARED / "reference" / "local-authorities"
COUNCILS = Councils.load()
BY_CODE = {council.code: council for council in COUNCILS.all()}


def code(name: str, on: date | None = None) -> str | None:
    found = COUNCILS.find(name, on)
    return found.code if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hart District Council", "HAT"), ("Hart", "HAT"), ("hart", None),
        ("LB Lambeth", "LBH"), ("Lambeth", "LBH"), ("London Borough of Lambeth", "LBH"),
        ("Kingston upon Thames Royal Borough Council", "KTT"), ("RB Kingston upon Thames", "KTT"),
        ("Hillingdon London Borough Council", "HIL"), ("Northumberland Council", "NBL"),
        ("Bournemouth, Christchurch & Poole Council", "BPC"),
        ("The Highland Council", "HLD"), ("Highland Council", "HLD"),
        ("Brighton & Hove", "BNH"), ("Stoke on Trent City Council", "STE"),
        ("Wolverhampton City Council", "WLV"), ("City of York Council", "YOR"),
        ("King's Lynn and West Norfolk Borough Council", "KIN"),
        ("Ynys Môn", None), ("Anglesey", "AGY"), ("County Durham", "DUR"),
        ("City of London", "LND"), ("London", None), ("London Council", None),
        ("Greater Manchester Combined Authority", "GMCA"), ("Greater Manchester", None),
        ("WREXHAM", "WRX"), ("Reading", "RDG"), ("Reading Borough Council", "RDG"),
    ],
)  # fmt: skip
def test_names(name: str, expected: str | None) -> None:
    assert code(name) == expected


@pytest.mark.parametrize(
    "name",
    ["reading", "rugby", "bury", "reading the report", "hart district council", "", " ", "Council",
     "The", "Of", "City Council", "Borough", "LB", "Kent Police", "Cardiff University",
     "Lancashire Combined Fire Authority", "Peak District", "LB Reading", "Oxford County Council",
     "Essex Metropolitan Borough Council", "Local Government Association"],
)  # fmt: skip
def test_no_councils(name: str) -> None:
    assert code(name) is None


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Somerset", date(2020, 1, 1), "SOM"), ("Somerset", date(2024, 1, 1), "SMT"),
        ("Somerset Council", date(2024, 1, 1), "SMT"), ("Somerset", None, "SMT"),
        ("North Yorkshire", date(2023, 3, 31), "NYK"), ("North Yorkshire", date(2023, 4, 1), "NYE"),
        ("Dorset Council", date(2017, 3, 8), "DOR"), ("Dorset Council", date(2019, 4, 1), "DST"),
        ("Northamptonshire County Council", date(2018, 1, 1), "NTH"),
        ("Northamptonshire County Council", date(2023, 1, 1), "NTH"),
        ("Somerset County Council", date(2024, 1, 1), "SOM"),
        ("Taunton Deane", date(2010, 1, 1), "TAU"), ("Carlisle City Council", None, "CAR"),
        ("Wokingham", date(2001, 1, 1), "WOK"), ("Buckinghamshire", date(2019, 1, 1), "BKM"),
        ("Buckinghamshire Council", date(2021, 1, 1), "BUC"),
    ],
)  # fmt: skip
def test_names_on_a_day(name: str, on: date | None, expected: str) -> None:
    assert code(name, on) == expected


def test_every_council_is_found_by_its_own_name_on_its_last_day() -> None:
    assert len(COUNCILS.all()) == 470
    lost = [c.name for c in COUNCILS.all() if COUNCILS.find(c.name, c.valid_until) is not c]
    assert lost == []


def test_successors_are_councils_that_began_when_the_old_one_ended() -> None:
    ended = [council for council in COUNCILS.all() if council.replaced_by]
    assert len(ended) == 48
    for council in ended:
        for successor in map(BY_CODE.get, council.replaced_by):
            assert successor is not None
            assert council.valid_until is not None
            assert successor.valid_from is None or successor.valid_from > council.valid_until
    assert BY_CODE["NTH"].replaced_by == ("NNT", "WNT")


def test_the_table_loads_once_and_fast() -> None:
    assert Councils.load() is COUNCILS
    timed = (
        "import time; from kg.reference import Councils; start = time.process_time();"
        "Councils.load(); print(time.process_time() - start)"
    )
    command = [sys.executable, "-c", timed]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, check=True) for _ in range(3)]
    assert min(float(run.stdout) for run in runs) < 0.1  # seconds of CPU; 0.02 on a laptop


@NEEDS_SHARED
def test_the_table_is_the_source_trimmed() -> None:
    with (REGISTER / "uk_local_authorities_future.csv").open(encoding="utf-8", newline="") as lines:
        source = {row["local-authority-code"]: row for row in csv.DictReader(lines)}
    assert [council.code for council in COUNCILS.all()] == sorted(source)
    for council in COUNCILS.all():
        row = source[council.code]
        assert council.name == " ".join(row["official-name"].split())
        assert council.gss == (row["gss-code"] or None)
        assert council.type == row["local-authority-type-name"]
        assert list(council.replaced_by) == [c for c in row["replaced-by"].split(",") if c]
        assert (council.valid_until is None) == (not row["end-date"])


@NEEDS_SHARED
def test_no_name_of_the_source_means_another_council() -> None:
    with (REGISTER / "lookup_name_to_registry.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["la-name"], row["local-authority-code"]) for row in csv.DictReader(lines)]
    wrong = {name for name, right in rows if code(name) not in (right, None)}
    assert wrong == {"North Yorkshire", "Somerset"}  # two councils each; today's is meant
    capital = [(name, right) for name, right in rows if name[0].isupper() and name[-3:] != " UA"]
    found = sum(code(name) == right for name, right in capital)
    assert found / len(capital) > 0.97
