"""How long a question and a history take as whole processes, beside importing
sentence-transformers.

All are run in turns on the same machine, and the medians compared. Run:

    python benchmarks/cold_ask.py LIBRARY "What was decided about ...?"
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 10
QUESTION = "What did the board decide about peer challenges?"
MATTER = "peer challenges"
IMPORTING = (sys.executable, "-c", "import sentence_transformers")


def command(library: Path, name: str, words: str) -> list[str]:
    """The command that asks or traces: the console script where installed, else its function."""
    script = shutil.which("minutebook", path=str(Path(sys.executable).parent))
    start = [script] if script else [sys.executable, "-c", "from cli.main import main; main()"]
    return [*start, name, "--library", str(library), words]


def seconds(arguments: Sequence[str]) -> float:
    """The seconds a process takes from its start to its end; it has to succeed."""
    begun = time.perf_counter()
    done = subprocess.run(arguments, capture_output=True, text=True)
    taken = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed: {done.stderr.strip()}")
    return taken


def spread(times: Sequence[float]) -> str:
    """The median of some times with the least and the most."""
    return f"{statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f})"


def main() -> None:
    """Time them in turns and print the medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("question", nargs="?", default=QUESTION)
    parser.add_argument("--matter", default=MATTER)
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    asking = command(given.library, "ask", given.question)
    tracing = command(given.library, "trace", given.matter)
    seconds(asking)  # the first exports the model where that was never done
    asked, traced, imported = [], [], []
    for _ in range(given.runs):
        asked.append(seconds(asking))
        traced.append(seconds(tracing))
        imported.append(seconds(IMPORTING))
    of_ask = statistics.median(asked)
    ratio = of_ask / statistics.median(imported)
    sys.stdout.write(
        f"minutebook ask                {spread(asked)}\n"
        f"minutebook trace              {spread(traced)}\n"
        f"import sentence_transformers  {spread(imported)}\n"
        f"ask to import, {given.runs} runs        {ratio:.3f}\n"
        f"trace to ask                  {statistics.median(traced) / of_ask:.2f}\n"
    )


if __name__ == "__main__":
    main()
