"""Fits how likely it is that the nearest passages answer a question.

Each library is asked its own questions and those of the other libraries, which it cannot
answer. Only questions that no fact and no gap decides are kept, since only they are left to
the closeness of passages. Prints the coefficients for `[closeness]`, `[closeness_word_by_word]`
and `[closeness_to_facts]` of `kg/tables/questions.toml`, and by cross-validation what each
threshold refuses, of open questions of yes or no by the first, of all by the second and of all
others by the third. Run:

    python benchmarks/closeness.py LIBRARY=QUESTIONS.jsonl LIBRARY=QUESTIONS.jsonl ...
"""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from embeddings.library import Library
from queries.answering.asking import Asking
from queries.answering.choosing.distance import worded_freely
from queries.answering.refusing.coverage import not_held
from queries.ask import inquire
from queries.search import Searcher
from queries.understanding.question import OPEN

THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5)
FOLDS = 10
FEATURES = ("nearest", "lead", "spoken", "answering")


def features(asking: Asking) -> tuple[float, float, float, float]:
    """The greatest likeness, its lead over the end of the field, how much is spoken of, and how
    well the words of the question are answered one by one.
    """
    return *asking.nearness, asking.spoken, asking.answering


def left_to_passages(searcher: Searcher, text: str) -> Asking | None:
    """The question, where only the closeness of passages decides whether it is answered."""
    asking, answer = inquire(searcher, text)
    passages = answer.kind == OPEN if answer.answered else not_held(asking) is None
    return asking if passages else None


def gathered(pairs: list[tuple[Path, Path]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, whether the library holds the answer, and whether it may be worded freely."""
    rows: list[tuple[float, float, float, float]] = []
    labels: list[tuple[bool, bool]] = []
    with ExitStack() as stack:
        for library in dict.fromkeys(library for library, _ in pairs):
            searcher = Searcher(stack.enter_context(Library.open(library)))
            for home, gold in pairs:
                for line in gold.read_text("utf-8").splitlines():
                    record = json.loads(line)
                    asking = left_to_passages(searcher, record["question"])
                    if asking is not None:
                        rows.append(features(asking))
                        held = home == library and record["answerable"]
                        labels.append((held, worded_freely(asking.question)))
    held, of_passages = np.array(labels).T
    return np.array(rows), held, of_passages


def fitted(
    names: Sequence[str], every: np.ndarray, answered: np.ndarray, told: np.ndarray
) -> list[str]:
    """The coefficients of some features fitted on all, and what thresholds refuse of those that
    are told of.
    """
    known = every[:, [FEATURES.index(name) for name in names]]
    model = LogisticRegression(C=10)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    likely = cross_val_predict(model, known, answered, cv=folds, method="predict_proba")[:, 1]
    model.fit(known, answered)
    lines = [f"constant = {model.intercept_[0]:.2f}"]
    lines += [f"{name} = {value:.2f}" for name, value in zip(names, model.coef_[0], strict=True)]
    lines.append(f"area under the curve {roc_auc_score(answered, likely):.3f}")
    for threshold in THRESHOLDS:
        refused = likely < threshold
        lines.append(
            f"below {threshold}: {refused[~answered & told].mean():.2f} of what is not there, "
            f"{refused[answered & told].mean():.2f} of what is"
        )
    return lines


def main() -> None:
    """Fit, and print what was fitted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", help="LIBRARY=QUESTIONS.jsonl")
    pairs = [pair.split("=", 1) for pair in parser.parse_args().pairs]
    known, answered, open_ones = gathered([(Path(library), Path(gold)) for library, gold in pairs])
    lines = [
        f"{answered.sum()} answerable, {(~answered).sum()} not",
        "[closeness]",
        *fitted(("nearest", "lead"), known, answered, open_ones),
        "[closeness_word_by_word]",
        *fitted(("nearest", "lead", "answering"), known, answered, np.ones_like(open_ones)),
        "[closeness_to_facts]",
        *fitted(("nearest", "lead", "spoken"), known, answered, ~open_ones),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
