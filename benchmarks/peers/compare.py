"""Minutebook, txtai and plain FAISS on the same passages, questions and model.

Peers are installed by this program into an environment of their own, which sees the
project's packages but leaves them as they are. Every system builds its index in one process
and answers in another, which tells how long the first answer takes from the start of the
process, how long each question takes then, and how much memory it came to. Run:

    python benchmarks/peers/compare.py LIBRARY GOLD --peers FOLDER
"""

import argparse
import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from venv import create

from embeddings.embedder import DEFAULT_MODEL, find_model
from embeddings.gather import all_passages
from embeddings.library import Library
from queries.evaluation.gold import load_gold
from queries.evaluation.passages import FoundPassage
from queries.evaluation.retrieval import ALL, means_by_type, score_search
from queries.evaluation.significance import difference

WORKER = Path(__file__).with_name("worker.py")
OURS = "minutebook"
SYSTEMS = (OURS, "txtai hybrid", "txtai hybrid and graph", "plain FAISS")
PACKAGES = ("txtai[graph]==9.14.0",)
COLUMNS = ("nDCG@10", "hit@1", "p", "index s", "cold s", "warm ms", "p95 ms", "MB")


def peers(folder: Path) -> Path:
    """The Python of the peers' environment, made and filled if need be."""
    python = folder / "bin" / "python"
    if not python.exists():
        create(folder, with_pip=True)
        ours = sysconfig.get_paths()["purelib"]
        theirs = folder / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"
        (theirs / "project.pth").write_text(ours + "\n", "utf-8")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def asked(library: Path, gold: Path, folder: Path) -> dict[str, Any]:
    """What every system is given: passages, questions, model, and where to keep an index."""
    with Library.open(library) as held:
        passages = [{"id": one.id, "text": one.text} for one in all_passages(held.graph)]
    questions = [one for one in load_gold(gold).questions if one.answerable and one.relevant]
    return {
        "library": str(library.absolute()),
        "model": str(find_model(DEFAULT_MODEL).folder),
        "folder": str(folder),
        "passages": passages,
        "questions": [one.question for one in questions],
    }


def told(python: Path, step: str, system: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the worker says of one step of one system."""
    done = subprocess.run(
        [python, WORKER, step, system],
        input=json.dumps({**given, "begun": time.time()}),
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(WORKER.parents[2])},
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{system} failed: {done.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def main() -> None:
    """Measure every system and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--peers", type=Path, default=Path(".peers"))
    options = parser.parse_args()
    python = peers(options.peers.absolute())
    with Library.open(options.library) as held:
        rows = held.graph.select(
            "SELECT ?p ?text ?file { ?p mb:text ?text ; mb:inDocument ?d . ?d mb:fileName ?file }"
        ).rows
    texts = {str(iri): FoundPassage(str(file), str(text)) for iri, text, file in rows}
    asking = load_gold(options.gold).questions
    questions = [one for one in asking if one.answerable and one.relevant]
    scores, measured = {}, {}
    for system in SYSTEMS:
        with TemporaryDirectory() as folder:
            given = asked(options.library, options.gold, Path(folder))
            built = told(python, "build", system, given)
            measured[system] = {**built, **told(python, "ask", system, given)}
        found = measured[system]["hits"]
        scores[system] = {
            one.id: score_search(one, [texts[hit] for hit in hits])
            for one, hits in zip(questions, found, strict=True)
        }
    lines = [("system", *COLUMNS)]
    for system, said in measured.items():
        mean = means_by_type(questions, scores[system])[ALL]
        p = "" if system == OURS else f"{difference(scores[OURS], scores[system]).p:.4f}"
        quality = (f"{mean.ndcg10:.3f}", f"{mean.hit1:.3f}", p)
        cost = (f"{said['index']:.1f}", f"{said['cold']:.2f}", f"{said['warm']:.1f}")
        lines.append((system, *quality, *cost, f"{said['p95']:.1f}", f"{said['memory']:.0f}"))
    lines.insert(1, tuple("---" for _ in lines[0]))
    sys.stdout.writelines(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
