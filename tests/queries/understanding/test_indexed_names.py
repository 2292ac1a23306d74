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
    shorts = sorted({" ".join(one).title() for name in known for one in name.shorts})
    parts = st.sampled_from([*words, *labels, *labels, *initials, *shorts, *_BESIDE])
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


HIGHWAYS = Name("x:1", "Board", "Highways, Transport and Waste Committee")


@pytest.mark.parametrize(
    ("label", "short"),
    [
        (HIGHWAYS.label, ("highways", "committee")),
        (HIGHWAYS.label, ("highways", "transport", "committee")),
        ("Marle District Council Cabinet", ("marle", "cabinet")),
        ("Quay Leisure Trust Board of Trustees", ("quay", "board")),
        ("Marle and Quay Integration Joint Board", ("ijb",)),
    ],
)
def test_what_a_board_is_called_in_short(label: str, short: tuple[str, ...]) -> None:
    assert short in Name("x:1", "Board", label).shorts


@pytest.mark.parametrize("label", ["Cabinet", "Seed Assurance Agency", "The Board"])
def test_what_has_no_other_words_has_no_shorter_name(label: str) -> None:
    assert Name("x:1", "Board", label).shorts == []


def test_a_short_name_that_several_boards_may_bear_names_none() -> None:
    other = Name("x:2", "Board", "Highways and Harbour Committee")
    (alone,) = Names([HIGHWAYS]).mentions("Who chaired the Highways Committee?")
    assert alone.iris == ("x:1",)
    assert Names([HIGHWAYS, other]).mentions("Who chaired the Highways Committee?") == ()
    (harbour,) = Names([HIGHWAYS, other]).mentions("Who chaired the Harbour Committee?")
    assert harbour.iris == ("x:2",)


def test_words_in_small_letters_amid_others_are_no_short_name() -> None:
    assert Names([HIGHWAYS]).mentions("Who chaired the highways committee of Marle?") == ()
    assert Names([HIGHWAYS]).mentions("who chaired the highways committee") != ()


def test_initials_in_small_letters_are_words() -> None:
    audit = Name("x:1", "Board", "Marle Audit and Risk Committee")
    assert Names([audit]).mentions("what became of the arc") == ()
    assert Names([audit]).mentions("What did the ARC agree?") != ()
