"""Where the things stand that tests read."""

from pathlib import Path

TESTS = Path(__file__).parent
"""This folder."""
ROOT = TESTS.parent
"""The repository."""
SAMPLE = ROOT / "data" / "sample"
"""The papers of the sample."""
SAMPLE_GOLD = ROOT / "data" / "gold"
"""What a careful reader found in them."""
SHARED = ROOT.parent / "shared"
"""Papers and gold beside the repository, where they are at hand."""
