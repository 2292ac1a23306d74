"""What an answer is: words of the papers and facts of the graph, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: ``quote`` is the paragraph's text[start:end].

    ``page`` counts from 1; ``number`` is the paragraph's own ("7.1").
    """

    paragraph: str
    file: str
    page: int | None
    number: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A resource of the graph and what people call it."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the graph knows around an answer, each once, in order of IRI.

    ``presenters`` spoke to its items; ``decisions`` were taken on them and ``actions`` arose
    from them, those that the answer quotes itself left out.
    """

    meetings: tuple[Named, ...] = ()
    items: tuple[Named, ...] = ()
    people: tuple[Named, ...] = ()
    organisations: tuple[Named, ...] = ()
    programmes: tuple[Named, ...] = ()
    matters: tuple[Named, ...] = ()
    presenters: tuple[Named, ...] = ()
    decisions: tuple[Named, ...] = ()
    actions: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer, or the honest lack of one.

    An answered one claims nothing without a citation; one that is not answered has a
    ``note`` that says why, and no citation. ``values`` lists the items of a list, count,
    name, date or status answer; ``sparql`` is the query that gave a structured answer.

    :raises ValueError: if it claims without a citation, or is silent on why it cannot.
    """

    question: str
    answered: bool
    answer: str
    kind: str
    values: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    context: Context = field(default_factory=Context)
    sparql: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.answered and not (self.citations and self.answer):
            raise ValueError("an answer needs words and at least one citation")
        if not self.answered and (self.citations or not self.note):
            raise ValueError("a question left open needs a note that says why, and no citation")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a paragraph is said to hold; without words the whole paragraph is meant."""

    paragraph: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a way of answering found: the answer's words, its values, and where they stand.

    ``quotes`` come most telling first. ``facts`` are the IRIs it rests on.
    """

    answer: str
    quotes: Sequence[Quote]
    values: tuple[str, ...] = ()
    sparql: str | None = None
    facts: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Why the papers cannot answer: a sentence for people."""

    reason: str
    sparql: str | None = None
