"""Every saved query: its header, and its rows on the invented board."""

import re
from datetime import date
from decimal import Decimal

import pytest
from rdflib import Dataset, Literal, URIRef
from rdflib.plugins.sparql.parser import parseQuery

from kg.errors import NotFound, QueryError
from kg.store.graph import KnowledgeGraph
from kg.store.results import Table
from kg.store.values import Iri, Value
from kg.terms import CONFIDENCE, DATE, HELD_BY, MB, PREVIOUS_MEETING, QUOTE, RULE
from queries.sparql.saved import (
    SavedQuery,
    bind,
    parse_saved,
    saved_queries,
    saved_query,
    without_parameters,
)
from tests.places import ROOT
from tests.support.invented_graph import BASE, graph, quads

BOARD = "Harbour Towns Board"
MARCH, JUNE = date(2021, 3, 3), date(2021, 6, 9)
PACK, MINUTES, LATER = (
    "harbour-2021-03-pack.html",
    "harbour-2021-03-minutes.html",
    "harbour-2021-06-pack.html",
)
LEND = "That the Board agree to lend ten gauges to Northmoor Council."
LENT = "The Board agreed to lend eight gauges to Northmoor Council."
UPDATE = "The Board noted the update."
WRITE = "write to Northmoor Council by 30 April 2021"
DREDGE = "publish their dredging plans"


def iri(local: str) -> Iri:
    return Iri(BASE + local)


Rows = list[tuple[Value, ...]]
Case = tuple[str, dict[str, str], Rows]

MEETING_ROWS: Rows = [
    (iri("meeting/harbour-towns-board-2021-03-03"), MARCH, BOARD, 1, 1, 2),
    (iri("meeting/harbour-towns-board-2021-06-09"), JUNE, BOARD, 1, 0, 1),
]
LENDING = (
    iri("recommendation/lend"), "1", "board", None, BOARD, LEND, None, PACK, 2
)  # fmt: skip
DREDGING = (
    iri("recommendation/dredge"), None, "external", "Dock Review", None, DREDGE, None, PACK, 3
)  # fmt: skip
TWELVE = ("Gauge Exchange", "gauges", MARCH, Decimal(12), "12 gauges", PACK, 2)
TWENTY = ("Gauge Exchange", "gauges", date(2021, 6, 1), Decimal(20), "20 gauges", LATER, 1)
OVERDUE = (iri("action/write"), WRITE, "Ben Osier", date(2021, 4, 30), 1, MINUTES, 2)

HISTORY = f"""
GRAPH graph:histories {{
  matter:gauges a mb:Matter ; dct:title "Lending tide gauges" ; mb:step step:asked, step:decided .
  step:asked a mb:Step ; mb:stepKind "recommended" ; mb:concerns rec:lend ;
    dct:date "2021-03-03"^^xsd:date ; mb:basis "quoted" ; mb:confidence 1.0 .
  step:decided a mb:Step ; mb:stepKind "decided" ; mb:concerns decision:lend ;
    dct:date "2021-03-03"^^xsd:date ; mb:basis "inferred" ; mb:confidence 0.9 .
}}
GRAPH doc:bbbbbbbbbbbb {{
  action:paint a mb:Action ; mb:text "paint the gauge hut" ; mb:dueDate "2021-09-01"^^xsd:date ;
    mb:actionStatus "open" ; mb:statedIn <{BASE}document/bbbbbbbbbbbb/p1> .
}}
"""
"""A matter with two steps, and an action that is given to nobody."""

CASES: dict[str, Case] = {
    "steps": (
        "steps-of-matters",
        {"words": "GAUGES"},
        [
            (MARCH, "decided", "Lending tide gauges", LENT, "inferred", Decimal("0.9")),
            (MARCH, "recommended", "Lending tide gauges", LEND, "quoted", Decimal(1)),
        ],
    ),
    "steps of another matter": ("steps-of-matters", {"words": "buoys"}, []),
    "told": (
        "told-between",
        {},
        [
            (MARCH, BOARD, "assigned", WRITE),
            (MARCH, BOARD, "decided", LENT),
            (MARCH, BOARD, "decided", UPDATE),
            (MARCH, BOARD, "recommended", LEND),
        ],
    ),
    "told after": ("told-between", {"from": "2021-03-03"}, []),
    "told before": ("told-between", {"to": "2021-03-02"}, []),
    "without owner": (
        "actions-without-owner-or-date",
        {},
        [(iri("action/paint"), MARCH, "paint the gauge hut", "owner", MINUTES)],
    ),
    "without date": ("actions-without-owner-or-date", {"wantedLack": "date"}, []),
    "tied": (
        "tied-to",
        {"what": f"{BASE}decision/lend"},
        [
            (Iri(MB + "arisesFrom"), iri("action/write"), WRITE),
            (Iri(MB + "decidesOn"), iri("recommendation/lend"), LEND),
            (Iri(MB + "onItem"), iri("item/harbour-towns-board-2021-03-03-4"), "Tide gauges"),
            (Iri(MB + "statedIn"), iri("document/bbbbbbbbbbbb/p2"), LENT),
        ],
    ),
    "attendance": (
        "attendance-rates",
        {},
        [
            (BOARD, "Ada Quill", 1, 1, 0, 100),
            (BOARD, "Sam Reed", 1, 1, 0, 100),
            (BOARD, "Tom Vane", 1, 0, 1, 0),
        ],
    ),
    "attendance later": ("attendance-rates", {"from": "2021-03-04"}, []),
    "attendance until": ("attendance-rates", {"to": "2021-03-02"}, []),
    "attendance of another board": ("attendance-rates", {"board": "Ferry Board"}, []),
    "decisions": (
        "decisions-by-verb-and-year",
        {"board": BOARD},
        [(BOARD, 2021, "agreed", 1), (BOARD, 2021, "noted", 1)],
    ),
    "recommendations": ("recommendations-and-responses", {}, [LENDING, DREDGING]),
    "recommendations of others": (
        "recommendations-and-responses",
        {"kind": "external"},
        [DREDGING],
    ),
    "recommendations with words": ("recommendations-and-responses", {"words": "GAUGES"}, [LENDING]),
    "never answered": (
        "recommendations-never-answered",
        {},
        [(iri("recommendation/dredge"), MARCH, BOARD, None, "external", DREDGE, PACK)],
    ),
    "never answered before": ("recommendations-never-answered", {"before": "2021-03-03"}, []),
    "decided": (
        "decisions-on-recommendations",
        {},
        [
            (
                iri("recommendation/lend"),
                LEND,
                iri("decision/lend"),
                LENT,
                "agreed with changes",
                MARCH,
                BOARD,
            )
        ],
    ),
    "deferred": ("decisions-on-recommendations", {"wantedOutcome": "deferred"}, []),
    "past due": ("actions-past-due", {"asOf": "2021-05-01"}, [OVERDUE]),
    "past due today": ("actions-past-due", {}, [OVERDUE]),
    "due on the day itself": ("actions-past-due", {"asOf": "2021-04-30"}, []),
    "past due by owner": ("actions-past-due", {"wantedOwner": "Sam Reed"}, []),
    "life": (
        "action-lives",
        {"words": "northmoor"},
        [(iri("action/write"), MARCH, WRITE, "open", date(2021, 4, 30), None, MINUTES)],
    ),
    "life of none": ("action-lives", {"words": "buoys"}, []),
    "arisen": (
        "actions-of-decisions",
        {},
        [(MARCH, BOARD, LENT, WRITE, "open", "quoted")],
    ),
    "arisen elsewhere": ("actions-of-decisions", {"board": "Docks Board"}, []),
    "councils": ("councils-named-most", {}, [("Northmoor Council", "NMR", 3, 2)]),
    "councils later": ("councils-named-most", {"from": "2021-04-01"}, []),
    "presented": (
        "who-presented-what",
        {"person": "Ada Quill"},
        [("Ada Quill", MARCH, BOARD, "4", "Tide gauges")],
    ),
    "in common": (
        "members-in-common",
        {"first": "2020", "second": "2021/22"},
        [(BOARD, "Ada Quill", "member", "chair")],
    ),
    "parties": (
        "members-by-party-and-council",
        {"wantedPeriod": "2021/22"},
        [
            (BOARD, "2021/22", None, None, 1),
            (BOARD, "2021/22", "Independent", "Northmoor Council", 1),
        ],
    ),
    "programmes": ("programmes-over-time", {}, [("Gauge Exchange", 2021, 2, 2)]),
    "apologies": ("apologies-and-substitutes", {}, [(MARCH, BOARD, "Tom Vane", "Sam Reed")]),
    "contacts": (
        "reports-by-contact-officer",
        {"officer": "Ben Osier"},
        [("Ben Osier", iri("report/gauges"), "Lending tide gauges", MARCH, PACK)],
    ),
    "figures": ("figures-over-time", {}, [TWELVE, TWENTY]),
    "figures with words": ("figures-over-time", {"words": "20 Gauges"}, [TWENTY]),
    "meetings": ("meetings-held", {}, MEETING_ROWS),
    "meetings since": ("meetings-held", {"from": "2021-06-09"}, MEETING_ROWS[1:]),
    "meetings until": ("meetings-held", {"to": "2021-06-08"}, MEETING_ROWS[:1]),
    "statements": (
        "statements-of-a-paragraph",
        {"paragraph": f"{BASE}document/cccccccccccc/p0"},
        [
            (iri("meeting/harbour-towns-board-2021-06-09"), Iri(MB + "Meeting"), name, value)
            for name, value in [
                (Iri(DATE), JUNE),
                (Iri(CONFIDENCE), Decimal(1)),
                (Iri(HELD_BY), iri("board/harbour-towns-board")),
                (Iri(PREVIOUS_MEETING), iri("meeting/harbour-towns-board-2021-03-03")),
                (Iri(QUOTE), "Harbour Towns Board, 9 June 2021"),
                (Iri(RULE), "by hand/1"),
            ]
        ],
    ),
}
TODAY = date(2021, 7, 1)


@pytest.fixture(scope="module")
def invented() -> KnowledgeGraph:
    return graph(more=HISTORY)


@pytest.fixture(scope="module")
def oracle() -> Dataset:
    dataset = Dataset(default_union=True)
    for subject, predicate, target, name in quads(HISTORY):
        dataset.graph(name).add((subject, predicate, target))  # type: ignore[arg-type]
    return dataset


def answered(graph: KnowledgeGraph, name: str, given: dict[str, str]) -> Table:
    """A saved query answered as on the day of these tests."""
    query = saved_query(name)
    return without_parameters(query, graph.select(query.text, **bind(query, given, TODAY)))


@pytest.mark.parametrize(("name", "given", "expected"), CASES.values(), ids=CASES)
def test_rows(invented: KnowledgeGraph, name: str, given: dict[str, str], expected: Rows) -> None:
    table = answered(invented, name, given)
    assert table.columns == tuple(column.name for column in saved_query(name).columns)
    assert table.rows == expected


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("name", "given", "expected"), CASES.values(), ids=CASES)
def test_rdflib_gives_the_same_rows(
    oracle: Dataset, name: str, given: dict[str, str], expected: Rows
) -> None:
    query = saved_query(name)
    bindings = {
        name: URIRef(value) if isinstance(value, Iri) else Literal(value)
        for name, value in bind(query, given, TODAY).items()
    }
    result = oracle.query(query.text, initBindings=bindings)
    names = [str(variable) for variable in result.vars or []]
    kept = [names.index(column.name) for column in query.columns]
    found = [tuple(_plain(row[position]) for position in kept) for row in result]
    assert found == expected


def _plain(term: object) -> object:
    return term.toPython() if isinstance(term, Literal) else term and Iri(term)


def test_every_saved_query_is_tried() -> None:
    assert {query.name for query in saved_queries()} == {name for name, _, _ in CASES.values()}
    assert len(saved_queries()) >= 22


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_header_and_query_agree(query: SavedQuery) -> None:
    projected = set(graph().select(query.text).columns)
    columns = [column.name for column in query.columns]
    assert len(columns) == len(set(columns)) > 0
    assert projected == set(columns) | {parameter.name for parameter in query.parameters}
    assert all(parameter.kind in {"text", "date", "iri"} for parameter in query.parameters)
    assert all(part.meaning for part in (*query.parameters, *query.columns))


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_queries_stand_alone(query: SavedQuery) -> None:
    parseQuery(query.text)
    declared = set(re.findall(r"^PREFIX (\w+):", query.text, re.MULTILINE))
    body = re.sub(r'"[^"]*"', "", query.text.split("\nSELECT", 1)[1])
    assert set(re.findall(r"\b(\w+):\w", body)) == declared


def test_a_header_is_read() -> None:
    query = parse_saved(
        "tides",
        "# title: Tides\n# answers: How high?\n#  And when?\n"
        "# parameter day (date, default today): the day\n"
        "# parameter place (iri, required): where\n"
        "# column height: metres\n\nSELECT ?height ?day ?place { }\n",
    )
    assert (query.title, query.answers) == ("Tides", "How high? And when?")
    assert [(p.name, p.kind, p.required, p.default) for p in query.parameters] == [
        ("day", "date", False, "today"),
        ("place", "iri", True, None),
    ]
    assert [(c.name, c.meaning) for c in query.columns] == [("height", "metres")]
    assert bind(query, {"place": "x:y"}, TODAY) == {"day": TODAY, "place": Iri("x:y")}


def test_a_header_without_title_is_refused() -> None:
    with pytest.raises(QueryError, match="title"):
        parse_saved("tides", "SELECT * { }")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"ship": "x"}, "no parameter 'ship'; it has: first, second, body"),
        ({"first": "2020"}, "needs the parameter second"),
    ],
    ids=["unknown", "missing"],
)
def test_parameters_are_checked(given: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        bind(saved_query("members-in-common"), given)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(QueryError, match="not a day: 'soon'"):
        bind(saved_query("actions-past-due"), {"asOf": "soon"})


def test_a_value_with_quotes_is_only_a_value(invented: KnowledgeGraph) -> None:
    hostile = 'x" } #\n'
    assert answered(invented, "attendance-rates", {"board": hostile}).rows == []


def test_an_unknown_name_brings_the_nearest() -> None:
    with pytest.raises(NotFound, match="did you mean attendance-rates"):
        saved_query("attendance-rate")


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_the_page_tells_of_the_query(query: SavedQuery) -> None:
    page = (ROOT / "docs" / "queries.md").read_text("utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith(f"| `{query.name}` |")]
    _, _, answers, parameters, columns, _ = line.split("|")
    assert answers.strip() == query.answers
    assert re.findall(r"`(\w+)` \((\w+)", parameters) == [
        (p.name, p.kind) for p in query.parameters
    ]
    assert re.findall(r"`(\w+)`", columns) == [column.name for column in query.columns]
