"""Adding papers to a library and taking them out again."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from embeddings.embedder import DEFAULT_MODEL, Embedder, find_model
from embeddings.library import Held, default_cache, held_now
from embeddings.onnx_encoder import is_exported
from embeddings.outcome import Failed, Outcome, Progress, Work, no_progress
from embeddings.papers import digest, program_digest
from embeddings.writer import Writer
from kg.errors import ReadError, StoreError
from kg.rdf.iris import Iris
from kg.store.generations import Generations, Settings


def add(
    path: Path,
    files: Sequence[Path],
    settings: Settings | None = None,
    *,
    cache: Path | None = None,
    progress: Progress = no_progress,
    embedder: Embedder | None = None,
) -> Outcome:
    """Read files into the library in a directory, which is made if there is none.

    Files that the library already holds, read by the same code and tables, are
    skipped without loading any model. A file that cannot be read is reported in
    the outcome and does not stop the others.

    :param settings: of a new library; an old one keeps its own.
    :param cache: where the model exported for questions is kept.
    :param embedder: instead of the one of the library's model.
    :raises LibraryBusy: if another process is writing to the library.
    :raises StoreError: if the library cannot be written, as when the disk is full.
    """
    generations = Generations(path)
    generations.create(settings or Settings())
    plan = partial(_plan, files, Iris(generations.settings().base))
    held = held_now(generations)
    work = plan(held)
    if not work.papers:
        return work.outcome(held)
    outcome = Writer(generations, progress, embedder).write(plan)
    if embedder is None and outcome.embedded:
        _export(generations.settings(), cache or default_cache())
    return outcome


def remove(
    path: Path,
    documents: Iterable[str],
    *,
    progress: Progress = no_progress,
    embedder: Embedder | None = None,
) -> Outcome:
    """Take documents (IRIs) out of a library, as if they had never been added.

    :raises NotFound: if the library does not hold one of them; nothing is removed then.
    :raises LibraryBusy: if another process is writing to the library.
    """
    writer = Writer(Generations(path), progress, embedder)
    return writer.write(lambda _: Work(), sorted(set(documents)))


def _plan(files: Iterable[Path], iris: Iris, held: Mapping[str, Held]) -> Work:
    """Which files have to be read: those whose bytes, or the code that reads them, are new."""
    work = Work()
    seen: set[str] = set()
    for file in files:
        try:
            sha256 = digest(file)
        except ReadError as error:
            work.failed.append(Failed(file.name, str(error)))
            continue
        known = held.get(iris.document(sha256))
        if sha256 in seen or (known and known.program == program_digest()):
            work.skipped.append(file.name)
        else:
            work.papers.append(file)
        seen.add(sha256)
    return work


def _export(settings: Settings, cache: Path) -> None:
    """Export the model for questions while PyTorch is loaded; else the first question does."""
    from embeddings.onnx_export import export_model

    model = find_model(settings.model or DEFAULT_MODEL)
    if not is_exported(model.name, cache):
        with suppress(StoreError):  # the papers are in; the question will say what is wrong
            export_model(model, cache)
