"""Names looked up one question at a time are those that reading all names at once finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings import facts
from embeddings.facts import FactIndex
from embeddings.names import Name, key, names
from queries.understanding.names import IndexedNames, Names
from tests.support import invented_graph

_BESIDE = ("the", "The", "of", "and", "who chairs", "What did", "say,", "'s", "?", "in March 2021")


@pytest.fixture(scope="module")
def known() -> list[Name]:
    return [name for some in names(invented_graph.graph()) for name in some]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> IndexedNames:
    folder = tmp_path_factory.mktemp("names") / "facts"
    facts.write(folder, invented_graph.graph())
    return IndexedNames(FactIndex(folder))


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_a_text_mentions_what_reading_all_names_finds(
    known: list[Name], indexed: IndexedNames, data: st.DataObject
) -> None:
    words = sorted({word for name in known for word in name.label.split()})
    labels = sorted({name.label for name in known})
    initials = sorted({name.initials for name in known if name.initials})
    parts = st.sampled_from([*words, *labels, *labels, *initials, *_BESIDE])
    text = " ".join(data.draw(st.lists(parts, max_size=8)))
    text = data.draw(st.sampled_from([text, text.lower()]))
    assert indexed.mentions(text) == Names(known).mentions(text)


def test_all_labels_of_a_resource_are_known(known: list[Name], indexed: IndexedNames) -> None:
    iris = {name.iri for name in known}
    assert indexed.labels_of(iris) == {iri: Names(known).labels(iri) for iri in iris}
    assert indexed.labels("x:nobody") == ()


def test_forms_that_differ_in_case_possessives_and_ampersands_have_one_key() -> None:
    assert key("The Quay & Harbour Board's") == key("the quay and harbour board")
    shorter = Name("x:1", "Board", "The Quay and Harbour Board").keys[1]
    assert shorter == ("quay", "and", "harbour", "board")
