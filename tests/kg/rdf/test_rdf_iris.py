"""IRIs: stable, plain, and apart where what they name is apart."""

import re
import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts import Action, Decision, Evidence, Figure, MeetingKey, Membership, PersonName, Report
from kg.rdf.iris import LONGEST_SLUG, Iris, body_slug, programme_slug, slug
from kg.vocabulary import folded

IRIS = Iris("https://x.example/id/")
KEY = MeetingKey("Improvement & Innovation Board", date(2023, 7, 21))
SHA = "0123456789abcdef" * 4
BY = {"evidence": (Evidence(0, 0, 1),), "rule": "test/1"}


@given(st.text())
def test_a_slug_is_plain_short_and_never_empty(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST_SLUG
    assert slug(text) == made


@given(st.text(alphabet=string.ascii_letters + " &-", min_size=1))
def test_a_slug_made_again_of_a_short_slug_is_the_same(text: str) -> None:
    if len(folded(text)) <= LONGEST_SLUG:
        assert slug(slug(text)) == slug(text)


@given(st.lists(st.text(alphabet="ab ", min_size=70, max_size=120), unique_by=folded))
def test_long_texts_keep_apart(texts: list[str]) -> None:
    texts = [text for text in texts if folded(text)]
    assert len({slug(text) for text in texts}) == len(texts)


@given(st.lists(st.text(alphabet="ж中 –", min_size=1), unique=True))
def test_texts_that_leave_nothing_keep_apart(texts: list[str]) -> None:
    assert len({slug(text) for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Improvement & Innovation Board", "improvement-and-innovation-board"),
        ("Ynys Môn", "ynys-mon"),
        ("King's Lynn", "kings-lynn"),
        ("King’s Lynn", "kings-lynn"),
        ("O'Neill–Smith", "oneill-smith"),
        ("5a", "5a"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_articles_and_the_word_programme_say_nothing() -> None:
    assert body_slug("The Harbour Board") == body_slug("Harbour Board") == "harbour-board"
    assert body_slug("The") == "the"
    assert programme_slug("The Clean Harbours Programme") == programme_slug("clean harbours")
    assert programme_slug("Programme") == "programme"


def test_iris_of_the_scheme() -> None:
    base = "https://x.example/id/"
    board = "improvement-and-innovation-board"
    membership = Membership(person=PersonName("A B", "A B"), body=KEY.board, role="vice-chair",
                            period="2016/17", **BY)  # fmt: skip
    report = Report(title="Any Title", first=0, last=1, meeting=KEY, item="5a", **BY)
    made = [
        IRIS.document(SHA), IRIS.paragraph(SHA, 7), IRIS.board(KEY.board), IRIS.meeting(KEY),
        IRIS.item(KEY, "5A"), IRIS.person("Ann Reed"), IRIS.council("LBH"), IRIS.graph("identity"),
        IRIS.attendance(KEY, "Ann Reed"), IRIS.membership(membership), IRIS.report(SHA, report),
    ]  # fmt: skip
    assert made == [
        f"{base}document/0123456789ab",
        f"{base}document/0123456789ab/p7",
        f"{base}board/{board}",
        f"{base}meeting/{board}-2023-07-21",
        f"{base}item/{board}-2023-07-21-5a",
        f"{base}person/ann-reed",
        f"{base}council/lbh",
        f"{base}graph/identity",
        f"{base}attendance/{board}-2023-07-21-ann-reed",
        f"{base}membership/{board}-2016-17-a-b-vice-chair",
        f"{base}report/{board}-2023-07-21-5a-any-title",
    ]


def decision(text: str, **places: object) -> str:
    given_ = {"meeting": KEY, "item": "5", "number": None, **places}
    fact = Decision(text=text, verb="noted", outcome="noted", position=1, **given_, **BY)  # type: ignore[arg-type]
    return IRIS.decision(SHA, fact)


def test_the_same_words_on_the_same_item_are_one_statement() -> None:
    assert decision("Noted the report.") == decision("noted  the Report")
    others = [{"item": "6"}, {"number": "2"}, {"meeting": MeetingKey(KEY.board, date(2023, 9, 1))}]
    assert all(decision("Noted the report.", **o) != decision("Noted the report.") for o in others)
    assert decision("Noted the report.") != decision("Noted the other report.")


def test_an_action_belongs_to_the_meeting_it_arose_at() -> None:
    def action(meeting: MeetingKey, arises_at: MeetingKey | None) -> str:
        return IRIS.action(
            SHA, Action(text="Do", kind="listed", meeting=meeting, arises_at=arises_at, **BY)
        )

    later = MeetingKey(KEY.board, date(2023, 10, 1))
    assert action(later, KEY) == action(KEY, KEY) == action(KEY, None)
    assert action(later, None) != action(KEY, None)


def test_without_a_meeting_the_document_keeps_statements_apart() -> None:
    figure = Figure(value=Decimal(60), text="60 experts", **BY)
    other = "f" * 64
    assert IRIS.figure(SHA, figure, (None, None)) != IRIS.figure(other, figure, (None, None))
    assert IRIS.figure(SHA, figure, (KEY, "5")) == IRIS.figure(other, figure, (KEY, "5"))
    report = Report(title="Any", first=0, last=1, **BY)
    assert IRIS.report(SHA, report) == "https://x.example/id/report/0123456789ab-any"
