"""Identity brought up to date paper by paper is that worked out from the beginning."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg import facts as f
from kg.model import Document
from kg.rdf import rulings
from kg.rdf.conversion import reference
from kg.rdf.identity import identity
from kg.rdf.rulings import Ruling
from kg.store.graph import Iri, KnowledgeGraph
from kg.store.values import to_quad
from kg.tables.load import table
from tests.support.people_papers import Paper, name
from tests.support.rdf_papers import COUNCILS, IRIS, quads_of, said

HART, TAUNTON = "Hart District Council", "Taunton Deane Borough Council"
QUAY, SHORT, LONG = "Quay Planning Committee", "Towns Board", "Quay Towns Board"
CLEAN, COAST = "Clean Harbours Programme", "Coastal Heritage Programme"
CREW = {"Cllr Ann Reed": HART, "Tom Ford": None, "Mr Ed Cole": None}
VILLAGE = ("Ida Moss", "Hugh Barr", "Wilf Tarn", "Nora Fell")
TOWN = ("Meg Stone", "Owen Pike", "Rhoda Vale", "Saul Finch", "Tom Ford")
DAYS = [date(year, month, 4) for year in (2012, 2020, 2021) for month in (3, 6, 9)]


class Renaming(Paper):
    """A paper that names two programmes in one line."""

    def read(self) -> tuple[Document, f.Facts]:
        """As of `Paper`."""
        document, facts = super().read()
        evidence = said(self.texts, self.lines[0])
        told = (f.ProgrammeMention(name=one, written=one, **evidence) for one in (CLEAN, COAST))
        return document, replace(facts, programmes=tuple(told))


PAPERS = (
    Paper(DAYS[3], LONG, listed=CREW, bodies=((CLEAN, "CHP"),)),
    Paper(DAYS[4], SHORT, listed={**CREW, "Cllr A Reed": TAUNTON}, named=("Mr Cole",)),
    Paper(DAYS[5], SHORT, listed={"Edward Cole": None, "Tom Ford": None}, lines=("Notes",)),
    Paper(DAYS[5], LONG, listed=CREW, named=("Reed", "Mr Ford")),
    Paper(DAYS[6], "QTB", listed={"Ann Reed": HART, "Thomas Ford": None}, bodies=(("CHP", None),)),
    Paper(DAYS[7], QUAY, listed={**CREW, "Judith Wallace": None}),
    Paper(DAYS[8], "Planning Committee", listed={**CREW, "Judith Walace": None}),
    Paper(DAYS[8], "Ferry Planning Committee",
          listed={"Judith Wallace": HART, "Ann Reed": TAUNTON}),
    Paper(DAYS[0], QUAY, listed={"Ann Reed": TAUNTON, "A. J. Wallace": None}),
    Paper(DAYS[1], LONG, named=("Ann Reed", "Ann Jane Reed", "Cllr Wallace"),
          contacts=("Tom Ford",)),
    Paper(DAYS[2], SHORT, bodies=((COAST, "CHP"), ("CHP", None)), named=("Tom Ford",)),
    Renaming(DAYS[3], QUAY, lines=(f"{CLEAN}, formerly the {COAST}, has begun.",)),
    Renaming(DAYS[4], QUAY, lines=(f"The {CLEAN} was renamed the {COAST}.",)),
    Paper(DAYS[7], QUAY, listed={"Judith Wallace": None}, named=("Cllr J Wallace",)),
    Paper(DAYS[3], "Quay Trade Body", listed={"Ann Reed Hart": None, "Ann Reed": HART}),
    Paper(DAYS[6], LONG, listed={"Ann Reed": TAUNTON, "Cllr Ann Reed": HART, "Ann Reed Hat": None}),
    Paper(DAYS[4], "Council", listed=dict.fromkeys(VILLAGE)),
    Paper(DAYS[5], "Council", listed=dict.fromkeys((*VILLAGE, "Ann Reed"))),
    Paper(DAYS[5], "Council", listed=dict.fromkeys(TOWN)),
    Paper(DAYS[0], "Council", listed=dict.fromkeys(("Nora Fell", "Guy Penn"))),
    Paper(DAYS[7], "Planning Committee", contacts=("Tom Ford",)),
    Paper(DAYS[3], "Board"),
    Paper(DAYS[7], "Ferry Planning Committee"),
)  # fmt: skip
PEOPLE = [IRIS.person(name(one).name) for one in ("Ann Reed", "Edward Cole", "Tom Ford")]
BOARDS = [IRIS.board(one) for one in (SHORT, LONG, QUAY)]
DAY = date(2022, 1, 3)
RULINGS = (
    Ruling(rulings.SAME, PEOPLE[0], "told", "a clerk", DAY, value=Iri(PEOPLE[2])),
    Ruling(rulings.SAME, BOARDS[2], "told", "a clerk", DAY, value=Iri(BOARDS[1])),
    Ruling(rulings.DIFFERENT, BOARDS[0], "told", "a clerk", DAY, value=Iri(BOARDS[1])),
    Ruling(rulings.WRONG, PEOPLE[1], "told", "a clerk", DAY),
    Ruling(rulings.WRONG, BOARDS[0], "told", "a clerk", DAY),
    Ruling(rulings.CORRECT, PEOPLE[2], "told", "a clerk", DAY,
           term="http://xmlns.com/foaf/0.1/name", value="Thomas Ford"),
)  # fmt: skip


def toggle(graph: KnowledgeGraph, number: int) -> None:
    """Put a paper in, or take it out if it is in."""
    paper = PAPERS[number]
    if Iri(paper.iri) in graph.documents():
        graph.remove_document(paper.iri)
    else:
        graph.replace_document(paper.iri, quads_of(*paper.read()))


def rule(graph: KnowledgeGraph, numbers: list[int]) -> None:
    """Let people have ruled this and nothing else."""
    ruled = [RULINGS[number] for number in numbers]
    graph.replace_graph(IRIS.graph("curation"), rulings.quads(ruled, IRIS))


def held(graph: KnowledgeGraph) -> set[str]:
    return {str(quad) for quad in graph.quads_in(IRIS.graph("identity"))}


def worked_out(graph: KnowledgeGraph) -> set[str]:
    return {str(to_quad(quad)) for quad in identity.quads(graph, IRIS)}


def library() -> KnowledgeGraph:
    graph = KnowledgeGraph.open()
    graph.replace_graph(IRIS.graph("reference"), reference.quads(COUNCILS, IRIS))
    identity.update(graph, IRIS)
    return graph


def rules(graph: KnowledgeGraph) -> Iterator[str]:
    """The rules by which names are merged."""
    query = "SELECT DISTINCT ?rule { ?link rdf:predicate mb:mergedInto ; mb:rule ?rule }"
    for (found,) in graph.select(query).rows:
        yield str(found).removesuffix("/1").replace("-", "_")


def test_the_papers_join_names_by_every_rule() -> None:
    found: set[str] = set()
    with library() as graph:
        for number in range(len(PAPERS)):
            toggle(graph, number)
            identity.update(graph, IRIS)
            found.update(rules(graph))
        rule(graph, [0, 1])
        identity.update(graph, IRIS)
        found.update(rules(graph))
    assert found == set(table("identity")["confidence"]) - {"same_name"}


numbers = st.lists(st.integers(0, len(PAPERS) - 1), min_size=1, max_size=4, unique=True)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(numbers, min_size=1, max_size=8), st.sets(st.integers(0, len(RULINGS) - 1)))
@example([[0, 7, 11], [0, 1], [6, 7, 1, 15], [5, 0, 1]], {1, 4})
@example([[16, 18], [17, 0], [19, 16], [16], [18], [17, 18]], {2})
@example([[20], [5], [22], [5], [22, 6]], set())
@example([[21], [0], [14], [0], [1, 3]], {1})
@example([[18], [16], [17], [18], [0, 18], [16, 17]], set())
def test_after_each_change_it_is_as_if_worked_out_at_once(
    changes: list[list[int]], ruled: set[int]
) -> None:
    with library() as graph:
        rule(graph, sorted(ruled))
        for change in changes:
            for number in change:
                toggle(graph, number)
            identity.update(graph, IRIS)
            assert held(graph) == worked_out(graph)


@settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
@given(st.permutations(range(len(PAPERS))))
def test_the_order_of_papers_leaves_no_trace(order: list[int]) -> None:
    with library() as one, library() as other:
        for number in order:
            toggle(one, number)
            identity.update(one, IRIS)
            toggle(other, number)
        identity.rebuild(other, IRIS)
        assert held(one) == held(other)
        assert one.digest() == other.digest()
