"""Where the things stand that tests read."""

import os
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
"""This folder."""
ROOT = TESTS.parent
"""The repository."""
SAMPLE = ROOT / "data" / "sample"
"""The papers of the sample."""
SAMPLE_GOLD = ROOT / "data" / "gold"
"""What a careful reader found in them."""
SHARED = Path(os.environ.get("MINUTEBOOK_PAPERS", ROOT.parent / "shared"))
"""Real papers with their gold, which are not ours to keep here: README says where they stand."""
NEEDS_SHARED = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"no real papers at {SHARED}; MINUTEBOOK_PAPERS names their folder"
)
"""Marks what is tested on them alone."""
