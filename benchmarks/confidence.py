"""How often the steps of histories hold, by the rule that says they belong, beside what is printed.

A step holds when it is on a stop of the gold, or on another passage about the matter
(`queries.evaluation.histories`). Run it as::

    python benchmarks/confidence.py LIBRARY GOLD
"""

import sys
from collections import defaultdict
from pathlib import Path

from embeddings.library import Library
from queries.evaluation.gold import load_gold
from queries.evaluation.histories import follow, related
from queries.evaluation.passages import FoundPassage
from queries.trace import trace


def measured(library: Library, gold: Path) -> dict[tuple[str, str, float], list[bool]]:
    """Whether each step holds, by rule, basis and the confidence printed."""
    wanted = load_gold(gold)
    held: dict[tuple[str, str, float], list[bool]] = defaultdict(list)
    for history in wanted.histories:
        about = related(history, wanted.questions)
        for step in trace(library, history.start).steps:
            course = follow(history, [FoundPassage(step.file, step.quote)], about)
            held[step.rule, step.basis, step.confidence].append(course.on_matter == 1.0)
    return dict(held)


def main(library: Path, gold: Path) -> None:
    """Print a line for each rule."""
    with Library.open(library) as held:
        found = measured(held, gold)
    lines = [f"{'rule':<20}{'basis':<10}{'steps':>6}{'hold':>7}{'printed':>9}"]
    for (rule, basis, printed), each in sorted(found.items()):
        lines.append(
            f"{rule:<20}{basis:<10}{len(each):>6}{sum(each) / len(each):>7.2f}{printed:>9.2f}"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
