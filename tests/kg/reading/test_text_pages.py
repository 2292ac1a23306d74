"""What pages bear at their edges, in plain text that a program took from them."""

from kg.model import Document, Kind
from kg.reading.read import read_document
from tests.support.read_papers import facts_of

TITLE = "Minutes of the meeting of the Fenmoor Boat Committee held on 12 May 2021"
PAGES = (
    f"""{TITLE}

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

1. Apologies

None.

2. Lamps

It was agreed to buy two lamps for the steps that lead from the quay to the""",
    """old mill and to mend the fence there.

3. Fences

Ben Tarn said that the fences on the quay were in a sorry state.""",
    """4. Boats

It was agreed to paint the boats in June.""",
)


def printed(head: str = "Draft for approval          Fenmoor", foot: str = "Page {}") -> str:
    pages = (
        f"{head}\n\n\n{page}\n\n\n          {foot.format(number)}\n"
        for number, page in enumerate(PAGES, start=1)
    )
    return "\f".join(pages)


def read(text: str) -> Document:
    return read_document(text.encode(), "paper.txt")


def test_heads_and_feet_of_pages_stand_beside_the_text_and_part_no_sentence() -> None:
    document = read(printed())
    told = [p.text for p in document.paragraphs if p.kind is not Kind.FURNITURE]
    beside = [p.text for p in document.paragraphs if p.kind is Kind.FURNITURE]
    whole = "It was agreed to buy two lamps for the steps that lead from the quay to the old mill"
    assert any(" ".join(text.split()).startswith(whole) for text in told)
    assert beside == ["Draft for approval Fenmoor", "Page 1", "Page 2", "Page 3"]
    assert told[0] == TITLE


def test_the_facts_of_pages_are_those_of_the_text_without_them() -> None:
    whole = facts_of("\n".join((PAGES[0], "\n\n".join(PAGES[1:]))))
    pages = facts_of(printed())
    assert [i.title for i in pages.items] == [i.title for i in whole.items]
    assert [d.text for d in pages.decisions] == [d.text for d in whole.decisions]
    assert [i.title for i in pages.items] == ["Apologies", "Lamps", "Fences", "Boats"]


def test_a_line_that_pages_say_more_than_once_is_part_of_the_text() -> None:
    pages = [f"{number}. Lamp {number}\n\nCarried.\n\nCarried.\n\nCarried." for number in (1, 2, 3)]
    kinds = [p.kind for p in read("\f".join(pages)).paragraphs if p.text == "Carried."]
    assert len(kinds) == 9
    assert Kind.FURNITURE not in kinds
