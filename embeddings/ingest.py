"""Adding papers to a library and taking them out again."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from embeddings.embedder import DEFAULT_MODEL, Embedder, find_model
from embeddings.library import Held, broken_indexes, default_cache, held_now
from embeddings.onnx_encoder import is_exported
from embeddings.outcome import Failed, Outcome, Progress, Work, no_progress
from embeddings.papers import digest, program_digest
from embeddings.writer import Change, Writer
from kg.errors import ReadError, StoreError
from kg.rdf.iris import Iris
from kg.store.generations import Generations, Settings
from kg.store.originals import FOLDER, Originals


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
    skipped without loading any model. Documents read by other code or tables are
    read again from the originals that the library keeps, whether or not they are
    among the files. What cannot be read is reported in the outcome and does not
    stop the others; a document that cannot be read again stays as it was. Indexes
    that are damaged are built again.

    :param files: none to read again only what other code or tables read.
    :param settings: of a new library; an old one keeps its own.
    :param cache: where the model exported for questions is kept.
    :param embedder: instead of the one of the library's model.
    :raises LibraryMissing: if there is no library and no file.
    :raises LibraryBusy: if another process is writing to the library.
    :raises IndexMismatch: if its graph is not the one that its indexes were made from.
    :raises StoreError: if the library cannot be written, as when the disk is full.
    """
    generations = Generations(path)
    if files:
        generations.create(settings or Settings())
    originals = Originals(path / FOLDER)
    plan = partial(_plan, files, Iris(generations.settings().base), originals)
    held = held_now(generations)
    work = plan(held)
    if not work.papers and not work.outdated and not broken_indexes(path):
        return work.outcome(held)
    outcome = Writer(generations, progress, embedder).write(plan)
    if embedder is None and outcome.embedded:
        _export(generations.settings(), cache or default_cache())
    return outcome


def nothing_added(path: Path) -> Outcome:
    """The outcome of adding nothing: what the library in a directory holds."""
    return Work().outcome(held_now(Generations(path)))


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


def curate(path: Path, change: Change, *, embedder: Embedder | None = None) -> None:
    """Change what people ruled about the papers of a library.

    :param change: told the graph and the rulings it holds, gives those it shall hold;
        what it raises leaves the library as it was.
    :raises LibraryMissing: if there is no library, or nothing in it yet.
    :raises LibraryBusy: if another process is writing to the library.
    """
    Writer(Generations(path), no_progress, embedder).curate(change)


def _plan(
    files: Iterable[Path], iris: Iris, originals: Originals, held: Mapping[str, Held]
) -> Work:
    """What has to be read: files whose bytes are new or lost, and all that other code has read."""
    work = Work()
    seen: set[str] = set()
    for file in files:
        try:
            sha256 = digest(file)
        except ReadError as error:
            work.failed.append(Failed(file.name, str(error)))
            continue
        known = held.get(iris.document(sha256))
        current = known is not None and known.program == program_digest()
        if sha256 in seen or (current and originals.intact(sha256)):
            work.skipped.append(file.name)
        else:
            work.papers.append(file)
        seen.add(sha256)
    work.outdated = [
        one for one in held.values() if one.program != program_digest() and one.sha256 not in seen
    ]
    return work


def _export(settings: Settings, cache: Path) -> None:
    """Export the model for questions while PyTorch is loaded; else the first question does."""
    from embeddings.onnx_export import export_model

    model = find_model(settings.model or DEFAULT_MODEL)
    if not is_exported(model.name, cache):
        with suppress(StoreError):  # the papers are in; the question will say what is wrong
            export_model(model, cache)
