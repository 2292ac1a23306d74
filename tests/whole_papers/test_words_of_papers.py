"""Gold that tells of words by their place gets them from the paper, or does not pass."""

import json

import pytest

from tests.support.words_of_papers import digest, read_gold

RUN = "Mend the harbour wall before the spring tide"


@pytest.fixture
def papers(tmp_path):
    (tmp_path / "log.txt").write_text(f"Log\n\n1. Mend the harbour lamp.\n\n2. {RUN}.\n", "utf-8")
    return tmp_path


def gold(papers, text):
    (papers / "gold.json").write_text(json.dumps([{"number": None, "text": text}]), "utf-8")
    return read_gold(papers / "gold.json", papers)


def place(words=8, run=RUN):
    return {"file": "log", "begins": "mend the harbour", "words": words, "digest": digest(run)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (place(), f"{RUN}."),
        ([place(5, "mend the harbour WALL, before"), "the tide"], f"{RUN[:28]} the tide"),
        ("no place", "no place"),
    ],
)
def test_words_of_a_place_are_those_of_the_paper(papers, text, words):
    assert gold(papers, text) == [{"number": None, "text": words}]


@pytest.mark.parametrize("text", [place(7), place(8, RUN.replace("spring", "neap")), [place(9)]])
def test_words_that_the_paper_does_not_have_are_an_error(papers, text):
    with pytest.raises(LookupError, match="log: no such words"):
        gold(papers, text)
