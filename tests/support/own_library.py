"""A library of papers of one's own, with the model that the program has."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from embeddings.ingest import add
from embeddings.library import Library
from queries.answering.answer import Answer
from queries.ask import ask


@contextmanager
def own_library(folder: Path, papers: Mapping[str, str]) -> Iterator[Library]:
    """The library of some papers, texts by the names of their files, written to a folder."""
    for name, text in papers.items():
        (folder / name).write_text(text, "utf-8")
    add(folder / "own.library", [folder / name for name in papers])
    with Library.open(folder / "own.library") as opened:
        yield opened


def answered(library: Library, question: str) -> Answer:
    """The answer to a question that the papers of a library answer."""
    answer = ask(library, question)
    assert answer.answered, answer.note
    return answer
