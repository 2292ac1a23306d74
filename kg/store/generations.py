"""A library on disk as a chain of generations that are never changed.

A writer makes the next generation beside the current one and then moves one
pointer; a reader holds on to the generation it began with. So readers go on
while papers are added, and a crash at any instant leaves the old generation or
the new one, never something between.

    LIB/minutebook.json      the settings of the library and its format
    LIB/CURRENT              the name of the current generation
    LIB/write.lock           held by the one writer
    LIB/generations/{name}/  graph and indexes; its lock is shared by its readers

Locks are the operating system's, and end with the process that holds them.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import portalocker

from kg.errors import ANEW, FormatMismatch, LibraryBusy, LibraryMissing, StoreError
from kg.terms import BASE

FORMAT = 1
SETTINGS = "minutebook.json"
CURRENT = "CURRENT"
GENERATIONS = "generations"
WRITE_LOCK = "write.lock"
LOCK = "lock"

_SHARED = portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING
_EXCLUSIVE = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a library as long as it lives.

    ``base`` begins the IRIs of its data; ``model`` names the embedding model,
    None for the one that comes with the program.
    """

    base: str = BASE
    model: str | None = None
    format: int = FORMAT


class Generations:
    """The generations of the library in a directory."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self, settings: Settings) -> None:
        """Make the library if there is none; its settings are written once.

        :raises StoreError: if the directory holds something else, or cannot be made.
        :raises LibraryBusy: if another process is making it.
        """
        if (self.path / SETTINGS).exists():
            return
        if self.path.exists() and not _is_empty(self.path):
            raise StoreError(f"{self.path} holds files but no library; name another directory")
        with _disk_errors(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            with self.writing():
                write_durably(self.path / SETTINGS, json.dumps(asdict(settings), indent=2) + "\n")

    def settings(self) -> Settings:
        """The settings the library was made with.

        :raises LibraryMissing: if there is no library.
        :raises FormatMismatch: if it was written by another version.
        """
        try:
            stored = json.loads((self.path / SETTINGS).read_text("utf-8"))
            if stored["format"] == FORMAT:
                return Settings(stored["base"], stored["model"])
        except FileNotFoundError as error:
            raise self._missing() from error
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise StoreError(f"{self.path / SETTINGS} cannot be read; {ANEW}") from error
        raise FormatMismatch(
            f"the library at {self.path} has format {stored['format']} and this program reads "
            f"{FORMAT}; use the version that wrote it, or make a new library"
        )

    def current(self) -> Path | None:
        """The directory of the current generation, None before the first.

        It may be superseded at any time; to read from it, use ``reading``.
        """
        try:
            name = (self.path / CURRENT).read_text("ascii").strip()
        except FileNotFoundError:
            return None
        return self.path / GENERATIONS / name

    @contextmanager
    def reading(self) -> Iterator[Path]:
        """The directory of the current generation, which stays until the context ends.

        :raises LibraryMissing: if there is no library, or nothing in it yet.
        :raises FormatMismatch: if it was written by another version.
        """
        self.settings()
        with _disk_errors(self.path):
            generation, lock = self._pin()
        try:
            yield generation
        finally:
            lock.close()
            if generation != self.current():
                _clear(generation)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A time in which no other process changes the library.

        :raises LibraryBusy: if another process is writing.
        :raises StoreError: if the disk is full.
        """
        with _disk_errors(self.path), (self.path / WRITE_LOCK).open("ab") as lock:
            if not _locked(lock, _EXCLUSIVE):
                raise LibraryBusy(
                    f"another process is writing to {self.path}; try again when it is done"
                )
            yield

    @contextmanager
    def drafting(self) -> Iterator[Path]:
        """An empty directory that becomes the current generation when the context ends.

        After any exception it is discarded and the library is as it was; so it is where the
        directory is gone by the end. All files in it must be closed by then.

        :raises LibraryBusy: if another process is writing.
        :raises LibraryMissing: if there is no library.
        :raises StoreError: if the disk is full.
        """
        self.settings()
        with self.writing():
            self._clear_others()
            draft = self.path / GENERATIONS / self._next_name()
            draft.mkdir(parents=True)
            (draft / LOCK).touch()
            try:
                yield draft
                if draft.exists():
                    _sync_tree(draft)
                    write_durably(self.path / CURRENT, draft.name + "\n")
            finally:
                self._clear_others()

    def _missing(self) -> LibraryMissing:
        return LibraryMissing(f"there is no library at {self.path}; make one with: minutebook add")

    def _pin(self) -> tuple[Path, IO[bytes]]:
        """The current generation and the open file that holds a shared lock on it."""
        while (generation := self.current()) is not None:
            with suppress(FileNotFoundError):
                lock = (generation / LOCK).open("rb")
                if _locked(lock, _SHARED) and (generation / LOCK).exists():
                    return generation, lock
                lock.close()
            if generation == self.current():
                raise StoreError(f"{generation} is damaged; {ANEW}")
        raise self._missing()

    def _next_name(self) -> str:
        """A name that sorts after those of all generations there are."""
        names = [path.name for path in self._all()]
        current = self.current()
        numbers = [int(name) for name in [*names, current.name if current else "0"]]
        return f"{max(numbers) + 1:06d}"

    def _all(self) -> list[Path]:
        folder = self.path / GENERATIONS
        return sorted(p for p in folder.iterdir() if p.name.isdecimal()) if folder.is_dir() else []

    def _clear_others(self) -> None:
        """Remove what dead writers left and old generations that nobody reads."""
        current = self.current()
        for generation in self._all():
            if generation != current:
                _clear(generation)


def write_durably(path: Path, text: str) -> None:
    """Put a file in place whole, or not at all, so that it outlasts a crash."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync(path.parent)


def _clear(generation: Path) -> None:
    """Remove a generation unless somebody reads it."""
    with suppress(FileNotFoundError), (generation / LOCK).open("rb") as lock:
        if _locked(lock, _EXCLUSIVE):
            shutil.rmtree(generation, ignore_errors=True)
        return
    shutil.rmtree(generation, ignore_errors=True)


def _locked(file: IO[bytes], flags: portalocker.LockFlags) -> bool:
    """Whether the lock could be had; it lasts until the file is closed."""
    try:
        portalocker.lock(file, flags)
    except portalocker.LockException:
        return False
    return True


def _sync_tree(folder: Path) -> None:
    """Bring every file and directory under a directory safely to disk."""
    for root, _, names in os.walk(folder):
        for name in names:
            _sync(Path(root) / name)
        _sync(Path(root))
    _sync(folder.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and all(path.name == WRITE_LOCK for path in folder.iterdir())


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Say plainly that a disk is full or a directory cannot be used."""
    try:
        yield
    except PermissionError as error:
        raise StoreError(f"{path} cannot be used; check who may read and write there") from error
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise StoreError(
            f"the disk that holds {path} is full; the library is as it was before"
        ) from error
