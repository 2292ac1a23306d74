"""Search over the invented papers: signals, fusion, places, filters, repeats."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.ingest import add
from embeddings.library import Library
from embeddings.passages import Filter
from queries.graphs.place import naming_people, places
from queries.graphs.terms import iri_list, written_out
from queries.retrieval.fusion import fuse
from queries.retrieval.ranking import LACKING
from queries.retrieval.repeats import without_repeats
from queries.search import Searcher, SearchResult, search
from queries.texts.excerpt import LONGEST, excerpt
from queries.understanding.question_words import QuestionWords
from tests.places import ROOT
from tests.support.invented_graph import BASE, LATER, MINUTES, PACK
from tests.support.small_library import SmallLibrary, small_library

LENT = f"{BASE}document/{MINUTES}/p2"
ASKED = f"{BASE}document/{PACK}/p2"
DREDGING = {
    "When are the dredging plans?": "zzz dredging plans",
    "How many dredging plans are there?": "zzz yyy dredging plans",
}
"""Questions, each with other words of which as many are strange to the papers."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("small") / "keywords")


def found(result: SearchResult) -> list[str]:
    return [hit.place.paragraph for hit in result.hits]


def test_fusion_adds_weighted_reciprocal_ranks() -> None:
    fused = fuse({"a": ["x", "y"], "b": ["y"]}, {"a": 1.0, "b": 0.5}, 1.0)
    assert [entry.key for entry in fused] == ["y", "x"]
    assert fused[0].score == pytest.approx((1 / 3 + 0.5 / 2) / (1 / 2 + 0.5 / 2))
    assert fused[0].ranks == {"a": 2, "b": 1}


def test_fusion_leaves_out_lists_without_weight_and_breaks_ties_by_key() -> None:
    fused = fuse({"a": ["y"], "b": ["x"], "c": ["z"]}, {"a": 1.0, "b": 1.0}, 5.0)
    assert [entry.key for entry in fused] == ["x", "y"]


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), min_size=1, max_size=3))
def test_the_head_of_every_list_scores_one_and_nothing_more(rankings: list[list[str]]) -> None:
    named = {str(number): keys for number, keys in enumerate(rankings)}
    fused = fuse(named, dict.fromkeys(named, 1.0), 5.0)
    assert all(0 < entry.score <= 1 + 1e-12 for entry in fused)
    assert {entry.key for entry in fused} == {key for keys in rankings for key in keys}


def test_repeats_are_left_out_within_a_scope_only() -> None:
    entries = [(1, "ten gauges lent to the north moor"), (1, "Ten gauges, lent to the North Moor.")]
    kept = without_repeats(entries, lambda entry: entry[1], lambda entry: entry[0])
    assert list(kept) == entries[:1]
    apart = [entries[0], (2, entries[1][1])]
    assert list(without_repeats(apart, lambda entry: entry[1], lambda entry: entry[0])) == apart


def test_an_excerpt_is_the_best_stretch_of_sentences() -> None:
    long = " ".join(["word"] * (LONGEST - 5))
    text = f"{long} one. The gauges were lent. {long} two."
    span = excerpt(text, lambda texts: [float("gauges" in one) for one in texts])
    assert "The gauges were lent." in text[span.start : span.end]
    assert len(text[span.start : span.end].split()) <= LONGEST


def test_a_short_paragraph_is_quoted_whole() -> None:
    span = excerpt("One. Two.", lambda texts: [0.0 for _ in texts])
    assert (span.start, span.end) == (0, 9)


def test_a_hit_stands_in_its_meeting_with_the_facts_it_states(library: SmallLibrary) -> None:
    hit = search(library, "eight gauges for Northmoor").hits[0]
    assert hit.place.paragraph == LENT
    assert hit.place.file == "harbour-2021-03-minutes.html"
    assert hit.place.meeting is not None
    assert hit.place.meeting.date == date(2021, 3, 3)
    assert [(fact.type, fact.label) for fact in hit.facts] == [("Decision", hit.place.text)]
    assert [hit.place.text[a:b] for a, b in hit.matched] == ["eight", "gauges", "Northmoor"]
    assert hit.why == {"keyword": 1, "vector": 1, "fact": None, "graph": None}


def test_an_acronym_finds_the_name(library: SmallLibrary) -> None:
    assert f"{BASE}document/{LATER}/p1" in found(search(library, "GX", limit=2))


def test_a_question_for_a_decision_prefers_what_states_one(library: SmallLibrary) -> None:
    asked, decided = (
        search(library, "lend gauges to Northmoor"),
        search(library, "What was decided about lending gauges to Northmoor?"),
    )
    assert {ASKED, LENT} == set(found(asked)[:2])
    assert found(decided)[0] == LENT
    assert decided.hits[0].why["fact"] == 1


def test_where_it_is_asked_who_a_paragraph_that_names_a_person_comes_first(
    library: SmallLibrary, tmp_path: Path
) -> None:
    named, nobody = f"{BASE}document/{PACK}/p3", f"{BASE}document/{LATER}/p1"
    mentions = f"<{named}> mb:mentions person:ben-osier"
    told = small_library(tmp_path / "keywords", f"GRAPH <{BASE}document/{PACK}> {{ {mentions} }}")
    assert naming_people(told.graph, [named, nobody, LENT]) == {named}
    assert found(search(library, "Who lends the gauges?", limit=2)) == [nobody, named]
    assert found(search(told, "Who lends the gauges?", limit=2)) == [named, nobody]


def test_what_has_none_of_what_is_to_be_told_is_scored_down(library: SmallLibrary) -> None:
    for question, plain in DREDGING.items():
        lacking, found = search(library, question).hits[0], search(library, plain).hits[0]
        assert lacking.place.paragraph == found.place.paragraph == ASKED[:-1] + "4"
        assert lacking.score == pytest.approx(LACKING * found.score)


def test_a_share_counts_the_words_of_what_says_where_a_passage_stands(
    library: SmallLibrary,
) -> None:
    asked = Searcher(library).understand("lending gauges to Northmoor on 3 March 2021")
    wanted = QuestionWords.of(asked, library.keywords)
    shares = wanted.shares([LENT, f"{BASE}document/{PACK}/p4", f"{BASE}document/{LATER}/p1"])
    assert shares[LENT] == pytest.approx(1)
    assert 0 < shares[f"{BASE}document/{PACK}/p4"] < 1
    assert 0 < shares[f"{BASE}document/{LATER}/p1"] < 1


def test_a_name_is_held_in_any_form(library: SmallLibrary) -> None:
    told = f"{BASE}document/{LATER}/p1"
    short, long = (
        QuestionWords.of(Searcher(library).understand(name), library.keywords).shares([told, ASKED])
        for name in ("GX", "Gauge Exchange")
    )
    assert short[told] == long[told] == pytest.approx(1)
    assert short.get(ASKED, 0.0) == 0.0


def test_a_passage_with_the_words_asked_for_is_nearer_than_one_alike_as_a_whole(
    library: SmallLibrary,
) -> None:
    vectors, tokens = library.encoder.read(["ten gauges"])
    told = library.tokens.answering(tokens[0], [ASKED, LENT])
    assert told[0] == pytest.approx(1)
    assert told[1] < 0.5
    assert vectors.shape == (1, library.encoder.dimension)


def test_the_paths_of_a_hit_lead_to_the_meeting_and_the_facts_asked_for(
    library: SmallLibrary,
) -> None:
    hit = search(library, "What decision did the Board make about gauges in March 2021?").hits[0]
    assert hit.place.paragraph == LENT
    assert [path.link for path in hit.paths] == ["mb:ofMeeting", "^mb:statedIn"]
    assert hit.place.meeting is not None
    assert hit.paths[0].target == hit.place.meeting.iri
    assert hit.paths[1].target == hit.facts[0].iri
    assert search(library, "gauges").hits[0].paths == ()


def test_a_date_prefers_the_papers_of_its_meeting(library: SmallLibrary) -> None:
    march, june = f"{BASE}document/{PACK}/p3", f"{BASE}document/{LATER}/p1"
    undated = found(search(library, "number of gauges the Exchange lends: 12"))
    dated = found(search(library, "gauges the Exchange lends in June 2021"))
    assert undated.index(march) < undated.index(june)
    assert dated.index(june) < dated.index(march)


@pytest.mark.parametrize(
    ("where", "documents"),
    [
        (Filter(document=f"{BASE}document/{LATER}"), {LATER}),
        (Filter(after=date(2021, 6, 1)), {LATER}),
        (Filter(kind="decision"), {MINUTES}),
        (Filter(programme=f"{BASE}programme/gauge-exchange"), {PACK, LATER}),
    ],
    ids=["document", "after", "kind", "programme"],
)
def test_filters_hold_in_every_signal(
    library: SmallLibrary, where: Filter, documents: set[str]
) -> None:
    hits = search(library, "What was decided about gauges?", where).hits
    assert {hit.place.document.rsplit("/", 1)[-1] for hit in hits} == documents


def test_a_search_that_shares_no_word_finds_what_is_nearest(library: SmallLibrary) -> None:
    result = search(library, "of the")
    assert result.shared == 0.0
    assert result.hits[0].place.text == "The Board noted the update."
    assert result.hits[0].why["vector"] == 1
    assert {hit.why["keyword"] for hit in result.hits} == {None}


def test_only_the_signals_asked_for_are_joined(library: SmallLibrary) -> None:
    searcher = Searcher(library)
    asked = searcher.understand("What was decided about lending gauges to Northmoor?")
    words = searcher.search(asked, signals=("keyword",)).hits
    assert {name for hit in words for name, rank in hit.why.items() if rank} == {"keyword"}
    every = searcher.search(asked).hits[0]
    assert every.why["fact"] == every.why["graph"] == 1


def test_a_list_longer_than_what_the_graph_orders_is_given_in_full(library: SmallLibrary) -> None:
    asked = "gauges"
    assert found(search(library, asked, limit=500))[:2] == found(search(library, asked, limit=2))


def test_the_limit_bounds_the_list(library: SmallLibrary) -> None:
    assert [hit.rank for hit in search(library, "gauges", limit=2).hits] == [1, 2]


def test_search_says_the_same_every_time(library: SmallLibrary) -> None:
    assert search(library, "gauges lent by the Board") == search(
        library, "gauges lent by the Board"
    )


def test_an_unknown_paragraph_has_no_place(library: SmallLibrary) -> None:
    assert places(library.graph, [f"{BASE}document/none/p0"]) == {}


def test_values_enter_queries_as_terms_only() -> None:
    with pytest.raises(ValueError, match="Invalid"):
        iri_list(["https://example.org/a> } DROP ALL"])
    query = written_out("SELECT ?x WHERE { ?x mb:text ?text }", text='a" } UNION { ?x ?y "b')
    assert '"a\\" } UNION { ?x ?y \\"b"' in query


def test_asking_imports_no_heavy_library() -> None:
    program = (
        "import sys, queries.search, queries.ask, queries.trace\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'rdflib', 'networkx',"
        " 'faiss'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_fragment_stands_behind_a_sentence_that_ranks_as_high(tmp_path: Path) -> None:
    words = "The harbour board met in May.\n\n- Quay repairs\n\nQuay repairs end in June.\n"
    (tmp_path / "note.md").write_text(words, "utf-8")
    add(tmp_path / "library", [tmp_path / "note.md"])
    with Library.open(tmp_path / "library") as held:
        texts = [hit.place.text for hit in search(held, "quay repairs").hits]
    assert texts.index("Quay repairs end in June.") < texts.index("Quay repairs")
