"""The words that a text must have before a pattern of promises is tried on it."""

from pathlib import Path

import pytest

from kg.extraction.actions.wordings import wordings
from kg.tables.load import either, matches, table
from kg.tables.needed import Sieve, needed
from kg.vocabulary import vocabulary
from tests.places import TESTS

VERBS = frozenset({"write", "ring"})
PAPERS = sorted((TESTS / "papers_of_bodies").glob("*.md"))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bleft\s+(?:it\s+)?to\s+{who}", [{"left"}, {"to"}]),
        (r"\b(?:will|would)\s+{verb}", [{"will", "would"}, VERBS]),
        (r"{who}(?:\s+will|[’\x27]ll|\s+is\s+(?:going\s+)?to)\s", [{"will", "ll", "is"}]),
        (r"\b(?:will|would)(?:er|ing)?\s", []),
        (r"good(?:will|would)\s", []),
        (r"\b(?:ring|write)\b|\bcall\b", [{"ring", "write", "call"}]),
        (r"\bquotes?\s+(?!now\b)(?:for|\w+ing)\b", [{"quote", "quotes"}]),
        (r"\bquote(?:s?|\w*)\s+(?!now\b)(?:for|\w+ing)\b", []),
        (r"{who}\s+(?:has\s+)?(?:on\s+)?(?:taken|needs?)\b", [{"taken", "need", "needs"}]),
        (r"\benquir(?:y|ies)\s+{other}", [{"enquiry", "enquiries"}]),
        (r"\bauthori[sz]ed\W*$", [{"authorised", "authorized"}]),
        (r"(?-i:\bRESOLVED)\s*[:–-]\s*\S", [{"resolved"}]),
        (r"\b(?:agreed|noted)(?:\s*\(\w+\)|\s+by\s+(?:all|most))?\W*$", [{"agreed", "noted"}]),
        (r"\b(?:agreed|noted)(?:ly)?(?:\s+by)?\s*\d", []),
        (r"\bnext\s+(?:month){0,2}", [{"next"}]),
        (r"\bper ?cent\b", []),
        (r"^(?!\W*(?:\d{1,3}(?:\.\d){0,2}[.)]?\s)?(?:to|whether)\b)the\s", [{"the"}]),
    ],
)
def test_words_that_every_text_with_a_pattern_has(pattern: str, words: list[set[str]]) -> None:
    found = needed(pattern, {"{verb}": VERBS})
    assert sorted(map(sorted, found)) == sorted(map(sorted, words))


def test_what_needs_words_that_a_text_lacks_is_not_tried() -> None:
    write, ring, any_of_them = (frozenset(words) for words in ({"write"}, {"ring"}, VERBS))
    things = [("either", (any_of_them,)), ("both", (write, ring)), ("nothing", ())]
    sieve = Sieve.of(things)
    assert list(sieve.passing(frozenset({"to", "ring"}))) == ["either", "nothing"]
    assert list(sieve.passing(VERBS)) == ["either", "both", "nothing"]
    assert list(sieve.passing(frozenset())) == ["nothing"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_a_line_in_which_a_promise_is_found_has_the_words_it_needs(paper: Path) -> None:
    for line in paper.read_text("utf-8").splitlines():
        for one, sets in wordings().things:
            if any(one.found(line)):
                assert all(vocabulary(line) & words for words in sets), line


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("decisions", name) for name in ("sentences", "reportable", "earlier", "tails")),
        *(("motions", name) for name in ("makes", "seconds", "records")),
    ],
)
def test_patterns_are_found_where_only_those_are_tried_whose_words_a_line_has(
    kind: str, name: str
) -> None:
    assert table("verbs")[kind][name]
    for paper in PAPERS:
        for line in paper.read_text("utf-8").splitlines():
            found = either("verbs", kind, name).search(line) is not None
            assert matches(line, "verbs", kind, name) == found, line
