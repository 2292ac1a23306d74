"""What several tests share: a library of the sample papers, built once for a whole run."""

import os
from pathlib import Path

import portalocker
import pytest

from embeddings.ingest import add
from embeddings.papers import find_papers
from tests.places import SAMPLE


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of `data/sample`, for reading only; processes of one run share it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    library = folder / "sample.library"
    with portalocker.Lock(folder / "sample.lock", timeout=600):
        if not (library / "CURRENT").exists():
            outcome = add(library, find_papers([SAMPLE]))
            assert outcome.failed == ()
    return library
