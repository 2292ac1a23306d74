"""Lines that printed pages bear besides the paper are no part of it."""

import pytest

from kg.model import Kind
from kg.reading.read import read_document
from tests.support.read_papers import facts_of

HEAD = "Minutes of the meeting of Fenmoor Parish Council held on 12 May 2021"
PAPER = f"""{HEAD}

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

1. Apologies

None.

{{first}}

2. Lamps

It was agreed to buy two lamps.

{{second}}

3. Fences

Ben Tarn spoke of the fences on the quay.
"""
HEADS = ("Minutes – 12 May 2021 – Page {}", "12 May 2021, Council Minutes\n\nPage {}")


@pytest.mark.parametrize("head", HEADS)
def test_words_that_stand_with_the_numbers_of_pages_head_no_item(head: str) -> None:
    paper = PAPER.format(first=head.format(2), second=head.format(3))
    assert [item.title for item in facts_of(paper).items] == ["Apologies", "Lamps", "Fences"]


def test_a_running_head_parts_no_sentence_of_a_printed_page() -> None:
    lines = ["It was agreed to buy two lamps for", "{}", "the quay and to mend the fence there."]
    heads = [f"    12 May 2021, Council Minutes\n    Page {page}" for page in (2, 3)]
    text = "\n".join(["\n".join(lines).format(head) for head in heads])
    read = read_document(text.encode(), "paper.txt").paragraphs
    told = [" ".join(p.text.split()) for p in read if p.kind is not Kind.FURNITURE]
    assert "12 May 2021" not in " ".join(told)


def test_the_same_title_before_two_pages_of_a_list_of_contents_is_no_running_head() -> None:
    text = PAPER.format(first="Report of the Clerk – Page 4", second="Report of the Clerk – Page 9")
    read = read_document(text.encode(), "paper.txt").paragraphs
    kept = [p for p in read if p.text.startswith("Report of the Clerk")]
    assert [p.kind is Kind.FURNITURE for p in kept] == [False, False]
