"""Three invented papers, libraries of them, and a program that dies while it adds to one."""

import io
from pathlib import Path
from typing import TypeAlias

from embeddings import ingest
from embeddings.facts import Wanted
from embeddings.library import Library
from embeddings.outcome import Outcome
from embeddings.passages import TELLING, Filter
from embeddings.statements import KINDS, Statement
from tests.support.letters import Letters

MARCH = """# Harbour Towns Board

Minutes of the meeting held on 3 March 2021

Present: Cllr Ada Quill (Chair), Cllr Sam Reed

## 1. Tide gauges

1.1 Cllr Quill introduced the report on the Gauge Exchange programme.

Decision

Members **agreed** to lend eight gauges to the harbour of Northmoor.
"""
JUNE = """# Harbour Towns Board

Minutes of the meeting held on 9 June 2021

Present: Cllr Ada Quill (Chair)

## 1. Dredging

1.1 Members asked for a plan of the dredging of every quay.

Decision

Members **noted** the plan.
"""
AUTUMN = """# Harbour Towns Board

Minutes of the meeting held on 8 September 2021

Present: Cllr Sam Reed (Chair)

## 1. Lamps

1.1 The lamps on the quay were lit again.
"""
PAPERS = {"march.md": MARCH, "june.md": JUNE, "autumn.md": AUTUMN}
KILLED = """
import importlib, os, signal, sys
from pathlib import Path
from embeddings import ingest
from tests.support.letters import Letters

library, when, place, *files = sys.argv[1:]
module, _, name = place.rpartition(".")
try:
    owner = importlib.import_module(module)
except ModuleNotFoundError:
    outer, _, inner = module.rpartition(".")
    owner = getattr(importlib.import_module(outer), inner)
original = getattr(owner, name)
stop = signal.SIGINT if when.endswith("interrupted") else signal.SIGKILL

def deadly(*args, **kwargs):
    if when.startswith("before"):
        os.kill(os.getpid(), stop)
    result = original(*args, **kwargs)
    os.kill(os.getpid(), stop)
    return result

setattr(owner, name, deadly)
ingest.add(Path(library), [Path(file) for file in files], embedder=Letters())
"""


def add(path: Path, *files: Path) -> Outcome:
    return ingest.add(path, files, embedder=Letters())


def export(path: Path) -> bytes:
    with Library.open(path) as library:
        out = io.BytesIO()
        library.graph.export("nq", out)
        return out.getvalue()


State: TypeAlias = tuple[bytes, list[str], list[tuple[str, float]], bytes, list[Statement]]


def state(path: Path) -> State:
    """All that a reader can see of a library, with the bytes of its vectors."""
    with Library.open(path) as library:
        everything = library.keywords.matching(Filter())
        hits = library.keywords.search("quay plan gauges members harbour", 20)
        assert len(everything) == library.generation.passages
        assert len(library.vectors) == len(library.keywords.matching(TELLING))
        found = [(hit.id, hit.score) for hit in hits]
        rows = (library.graph_path.parent / "vectors" / "vectors.faiss").read_bytes()
        facts = [one for kind in KINDS for one in library.facts.all(Wanted(kind))]
    return export(path), everything, found, rows, facts
