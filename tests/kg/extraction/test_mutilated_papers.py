"""Papers cut off, with lines lost, doubled or out of order, are read all the same."""

from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from tests.places import TESTS

PAPERS = sorted((TESTS / "papers_of_bodies").glob("*.md"))
COUNCILS = Councils.load()
HEAD = "---\ntitle: Tide Club Minutes\ndate: 2024-05-03\n---\n"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PAPERS), st.randoms(use_true_random=False))
def test_whatever_is_left_of_a_paper_is_read(paper: Path, chance: Random) -> None:
    lines = paper.read_text("utf-8").split("\n")
    start, end = sorted(chance.randrange(len(lines) + 1) for _ in range(2))
    kept = [line for line in lines[start:end] for _ in range(chance.choice((0, 1, 1, 1, 2)))]
    if chance.random() < 0.2:
        chance.shuffle(kept)
    text = "\n".join((chance.choice(("", HEAD)), *kept, "Tide Club"))
    document = read_document(text.encode(), chance.choice((paper.name, "2024-05-03.md", "a.txt")))
    facts = extract(document, COUNCILS)
    for row in (*facts.items, *facts.attendance, *facts.decisions, *facts.actions):
        for quote in row.evidence:
            words = document.paragraphs[quote.paragraph].text[quote.start : quote.end]
            assert words.strip()


def test_a_paper_of_fields_alone_holds_no_items() -> None:
    text = f"{HEAD}\nPage 1 of 2\n"
    assert extract(read_document(text.encode(), "2024-05-03.md"), COUNCILS).items == ()
