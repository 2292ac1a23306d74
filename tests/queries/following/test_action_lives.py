"""One action told by several papers is one life."""

from datetime import date

import pytest

from kg.facts import Action, Facts, Meeting, MeetingKey
from kg.model import Document
from kg.rdf.linking.action_lives import bare_words
from kg.rdf.papers import PaperDays, named_day
from kg.store.graph import KnowledgeGraph
from queries.actions import actions
from queries.changes import changes
from queries.following.action_life import is_move
from queries.following.action_rows import ActionRow
from tests.places import NEEDS_SHARED, SHARED, TESTS
from tests.support.rdf_papers import COUNCILS, IRIS, document, fill, said, settle
from tests.support.words_of_papers import read_gold

BOARD = "Parks Board"
MARCH, JUNE, SEPTEMBER = date(2024, 3, 1), date(2024, 6, 1), date(2024, 9, 1)
LATER = date(2025, 1, 1)
CORPUS = SHARED / "corpus" / "transparency-board"
LIVES = TESTS / "transparency_board_gold" / "action_lives.json"

Told = tuple[str, dict[str, object]]


def paper(day: date, *told: Told, file: str = "", board: str = BOARD) -> tuple[Document, Facts]:
    """A paper of a meeting with these actions: their texts and what else is said of them."""
    head = f"{board} {day} {file}"
    texts = (head, *(text for text, _ in told))
    key = MeetingKey(board, day)
    made = tuple(
        Action(
            text=text, kind="listed", meeting=key, **{"arises_at": key, **more}, **said(texts, text)
        )
        for text, more in told
    )
    facts = Facts(
        kind="minutes",
        title=head,
        meeting=key,
        dated=day,
        meetings=(Meeting(key=key, **said(texts, head)),),
        actions=made,
    )
    return document(file or f"{day}.txt", texts), facts


def lives(*papers: tuple[Document, Facts], quoted_only: bool = False) -> list[ActionRow]:
    with KnowledgeGraph.open() as graph:
        fill(graph, papers)
        return list(actions(graph, LATER, quoted_only=quoted_only))


def given(day: date) -> dict[str, object]:
    return {"arises_at": MeetingKey(BOARD, day)}


@pytest.mark.parametrize(
    ("text", "owner", "words"),
    [
        (
            "Ann Lowe to paint the old railings by 31 May 2024.",
            "Ann Lowe",
            "paint the old railings",
        ),
        ("Paint the old railings", "AL", "paint the old railings"),
        ("Write to the mayor", None, "write to the mayor"),
    ],
)
def test_owner_and_date_are_no_part_of_what_is_to_be_done(
    text: str, owner: str | None, words: str
) -> None:
    assert bare_words(text, owner) == words


def test_minutes_and_the_next_log_tell_of_one_action() -> None:
    (row,) = lives(
        paper(MARCH, ("Ann Lowe to paint the old railings", {"assignee_as_written": "Ann Lowe"})),
        paper(JUNE, ("Paint the old railings", {**given(MARCH), "status": "complete"})),
    )
    assert [(one.day, one.status) for one in row.life] == [(MARCH, None), (JUNE, "complete")]
    assert [one.joined and one.joined.basis for one in row.life] == [None, "inferred"]
    assert row.text == "Ann Lowe to paint the old railings"
    assert (row.given, row.status) == (MARCH, "complete")


@pytest.mark.parametrize(
    ("first", "second", "third", "before"),
    [
        ("Ann Lowe", "Ben Moor", "Ben Moor", ("Ann Lowe",)),
        ("Ann Lowe", "Ben Moor", "Cy Orr", ("Ann Lowe", "Ben Moor")),
        ("AL", "Ann Lowe", None, ()),
        ("Parks Team", "the parks team", "Lowland Parks Team", ()),
        (None, None, "Ann Lowe", ()),
    ],
)
def test_an_action_handed_on_keeps_those_who_had_it(
    first: str | None, second: str | None, third: str | None, before: tuple[str, ...]
) -> None:
    (row,) = lives(
        *(
            paper(day, ("Paint the railings", {**given(MARCH), "assignee_as_written": owner}))
            for day, owner in ((MARCH, first), (JUNE, second), (SEPTEMBER, third))
        )
    )
    assert row.owners_before == before


def changed(*papers: tuple[Document, Facts]) -> list[tuple[str, date, str]]:
    with KnowledgeGraph.open() as graph:
        fill(graph, papers)
        return [(one.kind, one.day, one.text) for one in changes(graph, date.min, LATER)]


def test_what_its_first_paper_already_follows_was_given_before() -> None:
    told = changed(
        paper(MARCH, ("Paint the railings", {"status": "complete"}), ("Buy rope", {})),
        paper(JUNE, ("Mend the gate", given(MARCH))),
    )
    assert [one for one in told if one[0] not in ("new matter", "done")] == [
        ("assigned", MARCH, "Buy rope"),
        ("assigned", MARCH, "Mend the gate"),
        ("first listed", MARCH, "Paint the railings"),
    ]


def test_an_action_is_no_matter_besides() -> None:
    told = changed(paper(MARCH, ("Buy tarred rope for the jetty", {})))
    assert [kind for kind, _, _ in told] == ["assigned"]


def test_what_was_complete_does_not_move() -> None:
    may, july = {"due": date(2024, 5, 31)}, {"due": date(2024, 7, 31)}
    papers = (
        paper(MARCH, ("Buy tarred rope", may)),
        paper(JUNE, ("Buy tarred rope", {**given(MARCH), **may, "status": "complete"})),
        paper(SEPTEMBER, ("Buy tarred rope", {**given(MARCH), **july, "status": "complete"})),
    )
    assert "moved" not in {kind for kind, _, _ in changed(*papers)}
    (row,) = lives(*papers)
    assert (row.due, row.moves) == (date(2024, 5, 31), ())


def test_a_paper_named_by_a_month_says_no_day() -> None:
    held, facts = paper(MARCH, ("Paint the railings", {}), file="2024-05-log.txt")
    undated = Facts(kind="other", title="Log", meetings=facts.meetings, actions=facts.actions)
    (row,) = lives((held, undated))
    assert [(one.day, one.time) for one in row.life] == [(date(2024, 5, 31), "May 2024")]


def test_what_such_a_paper_calls_done_is_told_of_the_month() -> None:
    held, facts = paper(MARCH, ("Paint the railings", {"status": "complete"}), file="2024-05-a.txt")
    undated = Facts(kind="other", title="Log", meetings=facts.meetings, actions=facts.actions)
    with KnowledgeGraph.open() as graph:
        fill(graph, (paper(MARCH, ("Paint the railings", {})), (held, undated)))
        (done,) = (one for one in changes(graph, MARCH, LATER) if one.kind == "done")
        assert (done.day, done.time) == (date(2024, 5, 31), "May 2024")


def test_the_same_number_in_the_next_log_is_quoted() -> None:
    papers = (
        paper(MARCH, ("Paint the old railings", {"number": "24/03"})),
        paper(JUNE, ("Paint railings of the bandstand", {**given(MARCH), "number": "24/03"})),
    )
    (row,) = lives(*papers, quoted_only=True)
    assert row.life[1].joined == ("same-number/1", 0.98, "quoted")


def test_quoted_only_does_not_join_by_words() -> None:
    papers = (
        paper(MARCH, ("Ann Lowe to paint the old railings", {"assignee_as_written": "Ann Lowe"})),
        paper(JUNE, ("Paint the old railings", given(MARCH))),
    )
    assert (len(lives(*papers)), len(lives(*papers, quoted_only=True))) == (1, 2)


def test_a_paper_never_tells_of_one_action_twice() -> None:
    rows = lives(
        paper(MARCH, ("Paint the old railings", {})),
        paper(JUNE, ("Paint old railings", given(MARCH)), ("Paint the old railing", given(MARCH))),
    )
    assert sorted(len(row.life) for row in rows) == [1, 2]


@pytest.mark.parametrize(
    "text", ["This will be reported to the harbour master", "Clerk to write about this"]
)
def test_what_points_to_what_was_told_before_may_be_anything(text: str) -> None:
    later = {"arises_at": MeetingKey(BOARD, JUNE)}
    assert len(lives(paper(MARCH, (text, {})), paper(JUNE, (text, later)))) == 2
    named = text.replace("This", "The lamp").replace("this", "the lamp")
    assert len(lives(paper(MARCH, (named, {})), paper(JUNE, (named, later)))) == 1


def test_what_is_given_again_after_it_was_done_is_another_action() -> None:
    rows = lives(
        paper(MARCH, ("Send the slides to members", {})),
        paper(JUNE, ("Send the slides to members", {**given(MARCH), "status": "complete"})),
        paper(SEPTEMBER, ("Send the slides to members", {})),
    )
    assert [[one.day for one in row.life] for row in rows] == [[MARCH, JUNE], [SEPTEMBER]]


def test_another_board_gives_another_action() -> None:
    rows = lives(
        paper(MARCH, ("Paint the old railings", {})),
        paper(
            JUNE,
            ("Paint the old railings", {"arises_at": MeetingKey("Roads Board", JUNE)}),
            board="Roads Board",
        ),
    )
    assert len(rows) == 2


def test_how_far_an_action_moved_when_it_was_done_and_on_whose_word() -> None:
    (row,) = lives(
        paper(MARCH, ("Paint the old railings", {"due": date(2024, 5, 31)})),
        paper(
            JUNE,
            (
                "Paint the old railings",
                {**given(MARCH), "due": date(2024, 7, 31), "status": "open"},
            ),
        ),
        paper(
            SEPTEMBER,
            (
                "Paint the old railings",
                {**given(MARCH), "status": "complete", "update": "Both sides."},
            ),
        ),
    )
    assert (row.moves, row.days_moved) == ((date(2024, 5, 31),), 61)
    assert row.done is not None
    assert (row.done.day, row.done.words) == (SEPTEMBER, "Both sides.")


def test_an_action_that_later_logs_leave_out_is_silent() -> None:
    rows = lives(
        paper(MARCH, ("Paint the old railings", {}), ("Mend the gate", {})),
        paper(JUNE, ("Mend the gate", {**given(MARCH), "status": "open"})),
    )
    silent = {row.text: row.silent_since for row in rows}
    assert silent == {"Paint the old railings": MARCH, "Mend the gate": None}


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("2024-03-07-log.pdf", date(2024, 3, 7)),
        ("Log 20240307.docx", date(2024, 3, 7)),
        ("2024-03-log.pdf", date(2024, 3, 31)),
        ("2024-13-40-log.pdf", None),
        ("log-1234567.pdf", None),
        ("minutes.pdf", None),
    ],
)
def test_the_day_in_the_name_of_a_file(file: str, day: date | None) -> None:
    assert named_day(file) == day


def test_a_paper_without_a_date_is_of_the_last_meeting_it_follows() -> None:
    held, facts = paper(MARCH, ("Paint the old railings", {}), file="log.txt")
    undated = Facts(kind="other", title="Log", meetings=facts.meetings, actions=facts.actions)
    with KnowledgeGraph.open() as graph:
        fill(graph, ((held, undated),))
        assert PaperDays(graph).of(IRIS.document(held.source.sha256)) == MARCH


@NEEDS_SHARED
def test_the_lives_of_the_actions_of_a_real_board() -> None:
    """Papers of which each life was written down by hand; its words find the row."""
    labelled = read_gold(LIVES, CORPUS)
    rows = _read({one["paper"] for life in labelled for one in life["papers"]})
    chains, statuses = [], []
    for life in labelled:
        told = {one["paper"].removesuffix("-draft"): one["status"] for one in life["papers"]}
        row = max(
            rows, key=lambda row: (_alike(life["words"], row), len(told.keys() & _papers(row)))
        )
        chains.append(_papers(row) == told.keys())
        found = {_stem(entry.file): entry.status for entry in row.life}
        statuses += [found.get(name) == status for name, status in told.items() if status]
    assert sum(chains) / len(chains) >= 0.95
    assert sum(statuses) / len(statuses) >= 0.99


def _read(papers: set[str]) -> tuple[ActionRow, ...]:
    from kg.extraction.extract import extract
    from kg.rdf.conversion import convert
    from kg.reading.read import read_document

    with KnowledgeGraph.open() as graph:
        for file in sorted(CORPUS.iterdir()):
            if any(file.stem.startswith(name) for name in papers):
                held = read_document(file.read_bytes(), file.name)
                quads = convert.quads(held, extract(held, COUNCILS), IRIS, COUNCILS)
                graph.replace_document(IRIS.document(held.source.sha256), quads)
        settle(graph)
        return actions(graph, LATER)


def _stem(file: str) -> str:
    return file.rsplit(".", 1)[0].removesuffix("-draft")


def _papers(row: ActionRow) -> set[str]:
    return {_stem(entry.file) for entry in row.life}


def _alike(words: str, row: ActionRow) -> float:
    """The share of the words that a telling of the row has."""
    wanted = set(bare_words(words, None).split())
    said = [set(bare_words(entry.text, None).split()) for entry in row.life]
    return max(len(wanted & one) for one in said) / len(wanted)


@pytest.mark.parametrize(
    ("before", "due", "moved"),
    [
        (date(2024, 1, 31), date(2024, 1, 11), False),
        (date(2024, 1, 11), date(2024, 1, 31), False),
        (date(2024, 1, 11), date(2024, 1, 18), True),
        (date(2024, 1, 31), date(2024, 2, 29), True),
        (date(2024, 1, 31), date(2024, 1, 31), False),
    ],
)
def test_a_month_and_a_day_in_it_are_no_two_due_dates(before: date, due: date, moved: bool) -> None:
    assert is_move(before, due) is moved
