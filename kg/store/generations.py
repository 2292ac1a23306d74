"""A library on disk as a chain of generations that are never changed.

A writer makes the next generation beside the current one and then moves one
pointer; a reader holds on to the generation it began with. So readers go on
while papers are added, and a crash at any instant leaves the old generation or
the new one, never something between.

    LIB/minutebook.json      the settings of the library and its format
    LIB/CURRENT              the name of the current generation, from the beginning on
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
from kg.store.durable import sync, temporary_prefix, write_durably
from kg.terms import BASE

FORMAT = 1
SETTINGS = "minutebook.json"
CURRENT = "CURRENT"
GENERATIONS = "generations"
WRITE_LOCK = "write.lock"
LOCK = "lock"
NONE_YET = "000000"
"""What CURRENT holds before the first generation: without a file, it is lost."""

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
        with _disk_errors(self.path):
            if (self.path / SETTINGS).exists():
                return
            if self.path.exists() and not _is_empty(self.path):
                raise StoreError(f"{self.path} holds files but no library; name another directory")
            self.path.mkdir(parents=True, exist_ok=True)
            with self.writing():
                self._begin(settings)

    def settings(self) -> Settings:
        """The settings the library was made with.

        :raises LibraryMissing: if there is no library.
        :raises FormatMismatch: if it was written by another version.
        """
        try:
            stored = json.loads((self.path / SETTINGS).read_text("utf-8"))
            if stored["format"] == FORMAT:
                return Settings(stored["base"], stored["model"])
        except (FileNotFoundError, NotADirectoryError) as error:
            raise self._missing() from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"{error.filename} cannot be read ({reason}); check it") from error
        except (ValueError, LookupError, TypeError) as error:
            raise StoreError(f"{self.path / SETTINGS} cannot be read; {ANEW}") from error
        raise FormatMismatch(
            f"the library at {self.path} has format {stored['format']} and this program reads "
            f"{FORMAT}; use the version that wrote it, or make a new library"
        )

    def current(self) -> Path | None:
        """The directory of the current generation, None before the first.

        It may be superseded at any time; to read from it, use ``reading``.

        :raises StoreError: if nothing says any more which it is.
        """
        try:
            name = (self.path / CURRENT).read_text("ascii").strip()
        except FileNotFoundError as error:
            if self._all():
                raise self._unnamed("lost") from error
            return None
        except (OSError, ValueError) as error:
            raise self._unnamed("damaged") from error
        if not name.isdecimal():
            raise self._unnamed("damaged")
        return None if name == NONE_YET else self.path / GENERATIONS / name

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
        :raises StoreError: if the disk is full, or the directory cannot be used.
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
        :raises StoreError: if the disk is full, or the current generation lost; then
            nothing is cleared.
        """
        self.settings()
        with self.writing():
            self._require_current()
            self._clear_others()
            draft = self.path / GENERATIONS / self._next_name()
            draft.mkdir(parents=True)
            (draft / LOCK).touch()
            try:
                yield draft
                if draft.exists():
                    _sync_tree(draft)
                    self._point_to(draft.name)
            finally:
                self._clear_others()

    def _begin(self, settings: Settings) -> None:
        """Write what makes a directory a library, unless another process did meanwhile."""
        if not (self.path / SETTINGS).exists():
            self._point_to(NONE_YET)
            text = json.dumps(asdict(settings), indent=2) + "\n"
            write_durably(self.path / SETTINGS, text.encode())

    def _point_to(self, name: str) -> None:
        write_durably(self.path / CURRENT, f"{name}\n".encode())

    def _require_current(self) -> None:
        """Say so where the current generation is not there: all others may be needed then."""
        current = self.current()
        if current is not None and not (current / LOCK).exists():
            raise _damaged(current)

    def _missing(self) -> LibraryMissing:
        return LibraryMissing(f"there is no library at {self.path}; make one with: minutebook add")

    def _unnamed(self, how: str) -> StoreError:
        names = " or ".join(path.name for path in self._all())
        cure = f"write {names} into it again, or {ANEW}" if names else ANEW
        return StoreError(f"{self.path / CURRENT} is {how}; {cure}")

    def _pin(self) -> tuple[Path, IO[bytes]]:
        """The current generation and the open file that holds a shared lock on it."""
        while (generation := self.current()) is not None:
            with suppress(FileNotFoundError):
                lock = (generation / LOCK).open("rb")
                if _locked(lock, _SHARED) and (generation / LOCK).exists():
                    return generation, lock
                lock.close()
            if generation == self.current():
                raise _damaged(generation)
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


def _damaged(generation: Path) -> StoreError:
    return StoreError(f"{generation} is damaged; {ANEW}")


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
            sync(Path(root) / name)
        sync(Path(root))
    sync(folder.parent)


def _is_empty(folder: Path) -> bool:
    """Whether a directory holds at most what a process left that was killed making a library."""
    begun = tuple(map(temporary_prefix, (SETTINGS, CURRENT)))
    return folder.is_dir() and all(
        path.name in (WRITE_LOCK, CURRENT) or path.name.startswith(begun)
        for path in folder.iterdir()
    )


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Say plainly that a disk is full or a directory cannot be used."""
    try:
        yield
    except PermissionError as error:
        raise StoreError(f"{path} cannot be used; check who may read and write there") from error
    except OSError as error:
        if error.errno in _FULL:
            raise StoreError(
                f"the disk that holds {path} is full; the library is as it was before"
            ) from error
        reason = error.strerror or str(error)
        raise StoreError(
            f"{error.filename or path} cannot be used ({reason}); check it, or name another "
            "directory for the library"
        ) from error
