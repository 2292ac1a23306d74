"""The invented graph as a library: real keywords, and vectors that count words.

A vector holds, for each word of the papers in order of the alphabet, how often
the text has it, brought to length 1: the likeness of two texts can be worked
out by hand. The tokens of a text are its words but stopwords, each like itself alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from embeddings import facts, tokens
from embeddings.embedder import Tokens, Vectors, normalised
from embeddings.facts import FactIndex
from embeddings.gather import all_passages
from embeddings.keywords import KeywordIndex, write
from embeddings.passages import IndexHit, Passage, ranked
from embeddings.tokens import TokenIndex
from kg.store.graph import KnowledgeGraph
from queries.texts.wording import stopwords
from tests.support import invented_graph


def paragraphs(paper: str, texts: Iterable[str | tuple[str, str]]) -> list[str]:
    """The paragraphs of a paper (an IRI) as Turtle; a pair is a heading and the text under it."""
    pairs = [text if isinstance(text, tuple) else ("", text) for text in texts]
    return [
        f"<{paper}/p{ordinal}> a mb:Paragraph ; mb:inDocument <{paper}> ;"
        + (f' mb:heading "{heading}" ;' if heading else "")
        + f' mb:ordinal {ordinal} ; mb:kind "text" ; mb:text "{text}" .'
        for ordinal, (heading, text) in enumerate(pairs)
    ]


def report_of(paper: str, file: str, day: str, said: Iterable[str]) -> str:
    """The graph of a report (an IRI) of a day, with some statements as Turtle, as TriG."""
    named = f'<{paper}> a mb:Document ; mb:fileName "{file}" ; mb:kind "report" ;'
    dated = f'dct:date "{day}"^^xsd:date ; mb:sha256 "{paper[-1] * 64}" .'
    return f"<{paper}> {{ {' '.join((named, dated, *said))} }}"


def bag(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


@dataclass(frozen=True)
class WordCounts:
    """Encodes a text as the counts of the words of ``vocabulary``."""

    vocabulary: tuple[str, ...]
    name: str = "words@1"

    @property
    def dimension(self) -> int:
        return len(self.vocabulary)

    def encode(self, texts: Sequence[str]) -> Vectors:
        counts = [[bag(text).count(word) for word in self.vocabulary] for text in texts]
        return normalised(np.array(counts, np.float32).reshape(len(texts), len(self.vocabulary)))

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        told = ((place, word) for place, word in enumerate(self.vocabulary))
        places = {word: place for place, word in told if word not in stopwords()}
        numbers = [[places[word] for word in bag(text) if word in places] for text in texts]
        alone = np.eye(self.dimension, dtype=np.float32)
        return self.encode(texts), [Tokens.of(some, alone[some]) for some in numbers]


@dataclass(frozen=True)
class CountedVectors:
    """Compares a vector with those of all passages."""

    passages: tuple[Passage, ...]
    encoder: WordCounts

    def search(
        self, vector: Vectors, k: int, allowed: Iterable[str] | None = None
    ) -> list[IndexHit]:
        kept = None if allowed is None else set(allowed)
        held = [one for one in self.passages if kept is None or one.id in kept]
        scores = self.encoder.encode([one.text for one in held]) @ vector
        return ranked([(one.id, float(s)) for one, s in zip(held, scores, strict=True)], k)

    def search_each(
        self, vectors: Vectors, k: int, allowed: Iterable[str] | None = None
    ) -> list[list[IndexHit]]:
        kept = None if allowed is None else list(allowed)
        return [self.search(vector, k, kept) for vector in vectors]

    def whole(self, vector: Vectors, held: Sequence[str]) -> list[float]:
        texts = {one.id: one.text for one in self.passages}
        return [float(s) for s in self.encoder.encode([texts[one] for one in held]) @ vector]


@dataclass(frozen=True)
class SmallLibrary:
    """What search, ask and trace need of a library."""

    graph: KnowledgeGraph
    keywords: KeywordIndex
    vectors: CountedVectors
    tokens: TokenIndex
    encoder: WordCounts
    facts: FactIndex

    def added(self, document: str) -> date | None:
        """Nothing: the invented papers were never added."""
        return None


def small_library(folder: Path, more: str = "") -> SmallLibrary:
    """The invented graph, and TriG written after it, with its indexes; the keywords are
    written to a folder.
    """
    graph = invented_graph.graph(more=more)
    passages = tuple(all_passages(graph))
    write(folder, passages)
    facts.write(folder.with_name(f"{folder.name}-facts"), graph)
    words = {word for one in passages for word in bag(one.text)}
    encoder = WordCounts(tuple(sorted(words)))
    told = folder.with_name(f"{folder.name}-tokens")
    tokens.build(passages, encoder, None, told, graph.digest())
    return SmallLibrary(
        graph,
        KeywordIndex(folder),
        CountedVectors(passages, encoder),
        TokenIndex(told),
        encoder,
        FactIndex(folder.with_name(f"{folder.name}-facts")),
    )
