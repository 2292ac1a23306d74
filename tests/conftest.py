"""What several tests share: a library of the sample papers, built once for a whole run.

Examples that hypothesis makes are held to no time: how long a step takes is for benchmarks, and on
a busy machine any may be slow.
"""

import os
import signal
from pathlib import Path

import portalocker
import pytest
from hypothesis import settings

from embeddings.ingest import add
from embeddings.papers import find_papers
from kg.store.generations import Generations
from tests.places import SAMPLE

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A suite that a shell starts in the background ignores it, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of `data/sample`, for reading only; processes of one run share it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    library = folder / "sample.library"
    with portalocker.Lock(folder / "sample.lock", timeout=600):
        if Generations(library).current() is None:
            outcome = add(library, find_papers([SAMPLE]))
            assert outcome.failed == ()
    return library
