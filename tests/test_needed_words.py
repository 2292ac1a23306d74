"""The words that a text must have before a pattern of promises is tried on it."""

from pathlib import Path

import pytest

from kg.extraction.actions import promises
from kg.extraction.needed import needed
from kg.extraction.vocabulary import vocabulary

VERBS = frozenset({"write", "ring"})
PAPERS = sorted(Path(__file__).with_name("papers_of_bodies").glob("*.md"))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bleft\s+(?:it\s+)?to\s+{who}", [{"left"}, {"to"}]),
        (r"\b(?:will|would)\s+{verb}", [{"will", "would"}, VERBS]),
        (r"{who}(?:\s+will|[’\x27]ll|\s+is\s+(?:going\s+)?to)\s", [{"will", "ll", "is"}]),
        (r"\b(?:will|would)(?:er|ing)?\s", []),
        (r"good(?:will|would)\s", []),
        (r"\b(?:ring|write)\b|\bcall\b", [{"ring", "write", "call"}]),
        (r"\bquotes?\s+(?!now\b)(?:for|\w+ing)\b", []),
        (r"\benquir(?:y|ies)\s+{other}", []),
        (r"\bnext\s+(?:month){0,2}", [{"next"}]),
    ],
)
def test_words_that_every_text_with_a_pattern_has(pattern: str, words: list[set[str]]) -> None:
    found = needed(pattern, {"{verb}": VERBS})
    assert sorted(map(sorted, found)) == sorted(map(sorted, words))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_a_line_in_which_a_promise_is_found_has_the_words_it_needs(paper: Path) -> None:
    for line in paper.read_text("utf-8").splitlines():
        for one in promises._patterns():
            if any(one.found(line)):
                assert all(vocabulary(line) & words for words in one.needed), line
