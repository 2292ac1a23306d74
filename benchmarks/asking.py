"""How long questions take in a small library and in larger ones.

Papers are minutes of invented boards, ten meetings to each; vectors are drawn at random, since no
time depends on what they say. Run:

    python benchmarks/asking.py [SIZE...]

A SIZE is how many papers a library holds. Told are the seconds until the first question is
answered, by a searcher that has seen none, and the milliseconds of each kind of question after it,
all of the processor; in brackets how many times the smallest library's they are.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from search_latency import Drawn, sentence

from embeddings.ingest import add
from embeddings.library import Library
from queries.ask import answer
from queries.search import Searcher

MEETINGS, ASKED = 10, 5
FIRST, SECOND = ("Ald", "Bre", "Cor", "Dun", "Esk", "Fen"), ("wick", "mere", "combe", "ford", "ley")
THIRD = ("Quay", "Market", "Harbour", "Town", "Bridge", "Mill", "Lock", "Weir")
QUESTIONS = {
    "decided": "What was decided on the harbour at the meeting on 5 January 2010?",
    "came": "Who attended the meeting of the {board} on 5 January 2010?",
    "chair": "Who is the chair of the {board}?",
    "how many": "How many lamps were ordered?",
    "why": "Why was the bridge closed?",
    "next": "When is the next meeting of the {board}?",
    "became": "What became of the lamps of the {board}?",
    "to do": "What action was given to {owner}?",
    "in the log": "Which actions were open in the action log of the {board} of 5 January 2010?",
    "due": "Which actions of the {board} were due in February 2010?",
}


def people(number: int) -> list[str]:
    """Who comes to the meeting of a paper."""
    at = number // MEETINGS
    return [f"{name} {FIRST[at % 6]}{at}" for name in "ABC"]


def board(number: int) -> str:
    """The name of the board of a paper."""
    at = number // MEETINGS
    return f"{FIRST[at % 6]}{SECOND[at // 6 % 5]} {THIRD[at // 30 % 8]} Board"


def paper(number: int) -> str:
    """The minutes of one meeting in Markdown."""
    draw = random.Random(number)  # noqa: S311
    day = date(2010, 1, 5) + timedelta(28 * (number % MEETINGS))
    came = people(number)
    lines = [
        f"# {board(number)}",
        f"Minutes of the meeting held on {day.day} {day:%B %Y}",
        f"Present: Cllr {came[0]} (Chair), Cllr {came[1]} and Cllr {came[2]}",
    ]
    for item in range(1, 5):
        lines.append(f"## {item}. {sentence(draw, 4)}")
        lines.append(sentence(draw, 40))
        lines.append(f"The Board agreed to order {draw.randint(2, 90)} lamps for the quay.")
    lines += ["## Action log", "| No | Action | Owner | Due | Status |\n|---|---|---|---|---|"]
    lines[-1] += "".join(row(draw, number, one) for one in range(1, 4))
    return "\n\n".join(lines) + "\n"


def row(draw: random.Random, number: int, one: int) -> str:
    """A row of the action log of a paper."""
    owner = people(number)[one - 1]
    due = date(2010, 1, 5) + timedelta(28 * (number % MEETINGS + 1))
    return f"\n| {number}.{one} | {sentence(draw, 8)} | {owner} | {due:%B %Y} | Open |"


def asked(searcher: Searcher) -> Iterator[tuple[str, float]]:
    """Each kind of question with the median seconds of the processor that its answer takes."""
    for kind, words in QUESTIONS.items():
        taken = []
        for number in range(ASKED):
            at = number * MEETINGS
            begun = time.process_time()
            answer(searcher, words.format(board=board(at), owner=people(at)[1]))
            taken.append(time.process_time() - begun)
        yield kind, statistics.median(taken)


def measured(size: int, folder: Path) -> Mapping[str, float]:
    """The seconds until a first answer and of each kind of question, in a library of a size."""
    files = [folder / f"minutes-{number:05}.md" for number in range(size)]
    for number, file in enumerate(files):
        file.write_text(paper(number), "utf-8")
    add(folder / "library", files, embedder=Drawn())
    with Library.open(folder / "library") as library:
        library.encoder.encode(["warm"])
        begun = time.process_time()
        answer(searcher := Searcher(library), QUESTIONS["decided"])
        return {"first": time.process_time() - begun, **dict(asked(searcher))}


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[50, 500, 2000])
    least: Mapping[str, float] = {}
    for size in sorted(parser.parse_args().sizes):
        with TemporaryDirectory() as folder:
            taken = measured(size, Path(folder))
        least = least or taken
        told = (f"{kind} {1000 * one:.0f} ({one / least[kind]:.1f})" for kind, one in taken.items())
        sys.stdout.write(f"{size:5d} papers, ms: {', '.join(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
