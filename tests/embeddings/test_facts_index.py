"""The index of facts over the invented papers: it tells what the graph tells, narrowed exactly."""

from datetime import date
from pathlib import Path

import pytest
import tantivy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embeddings.facts import FactIndex, Wanted, statement_stems, write
from embeddings.statements import KINDS, statements
from kg.errors import IndexMismatch
from kg.store.graph import KnowledgeGraph
from tests.support import invented_graph

PRESENT = (("trait", ("present",)),)
WORDS = sorted(
    {
        stem
        for one in statements(invented_graph.graph(), "AgendaItem")
        for stem in statement_stems(one)
    }
)


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return invented_graph.graph()


@pytest.fixture(scope="module")
def index(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> FactIndex:
    folder = tmp_path_factory.mktemp("facts") / "facts"
    assert write(folder, graph) == sum(len(statements(graph, kind)) for kind in KINDS) > 0
    return FactIndex(folder)


@pytest.mark.parametrize("kind", KINDS)
def test_statements_come_back_as_the_graph_tells_them(
    graph: KnowledgeGraph, index: FactIndex, kind: str
) -> None:
    told = statements(graph, kind)
    assert index.all(Wanted(kind)) == sorted(told, key=lambda one: one.iri)
    assert index.count(Wanted(kind)) == len(told)


def test_a_day_keeps_the_facts_of_its_meeting(index: FactIndex) -> None:
    march = Wanted("AgendaItem", spans=((date(2021, 3, 1), date(2021, 3, 31)),))
    assert index.all(march)
    assert {day for one in index.all(march) for day in one.days} == {date(2021, 3, 3)}
    assert index.all(Wanted("AgendaItem", spans=((date(1999, 1, 1), date(1999, 12, 31)),))) == []


def test_a_trait_keeps_those_who_have_it(graph: KnowledgeGraph, index: FactIndex) -> None:
    came = [one for one in statements(graph, "Attendance") if "present" in one.traits]
    assert came
    assert index.count(Wanted("Attendance", PRESENT)) == len(came)
    assert index.count(Wanted("Attendance", (*PRESENT, ("trait", ("no such trait",))))) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dictionaries(st.sampled_from(WORDS), st.floats(0.125, 4), min_size=1, max_size=5),
    st.floats(0.0625, 4),
)
def test_who_speaks_weighs_as_much_as_is_asked(
    graph: KnowledgeGraph, index: FactIndex, weights: dict[str, float], least: float
) -> None:
    def weight(stems: set[str]) -> float:
        return sum(value for stem, value in weights.items() if stem in stems)

    weighed = {one.iri: weight(statement_stems(one)) for one in statements(graph, "AgendaItem")}
    found = {one.iri for one in index.speaking(Wanted("AgendaItem"), weights, (), least)}
    assert found <= {iri for iri, value in weighed.items() if value >= least * 0.999}
    assert found >= {iri for iri, value in weighed.items() if value > least * 1.001}


def test_a_name_weighs_only_when_all_of_it_is_there(index: FactIndex) -> None:
    (item, *_) = index.all(Wanted("AgendaItem"))
    whole = frozenset(statement_stems(item))
    found = index.speaking(Wanted("AgendaItem"), {}, [(whole, 1.0)], 1.0)
    assert item in found
    beyond = whole | {"unwritten"}
    assert index.speaking(Wanted("AgendaItem"), {}, [(beyond, 1.0)], 1.0) == []


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexMismatch, match="damaged"):
        FactIndex(tmp_path)


def test_an_index_of_before_names_were_held_is_to_be_made_again(tmp_path: Path) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    tantivy.Index(builder.build(), str(tmp_path)).writer().commit()
    with pytest.raises(IndexMismatch, match=r"made by an earlier version; .*minutebook add"):
        FactIndex(tmp_path)
