"""Two answers in one: what each says and cites stands there once."""

from queries.answering.answer import Answer, Citation
from queries.answering.joining import joined_answers

ROW = "Mend the roof | May 2031 | The slates are ordered. They come in June."


def cited(paragraph: str, quote: str) -> Citation:
    start = ROW.index(quote)
    return Citation(paragraph, "roof.txt", 1, None, quote, start, start + len(quote))


def answered(text: str, *citations: Citation) -> Answer:
    return Answer(question="?", answered=True, answer=text, kind="status", citations=citations)


def test_of_two_quotes_of_one_paragraph_the_one_that_holds_the_other_is_cited() -> None:
    part, whole = cited("p1", "Mend the roof | May 2031"), cited("p1", ROW)
    other = cited("p2", "The slates are ordered.")
    for first, second in (
        (answered("May", part, other), answered("June", whole)),
        (answered("May", whole, other), answered("June", part)),
    ):
        told = joined_answers(first, second)
        assert told.answer == "May\nJune"
        assert told.citations == (whole, other)
