"""The one tree of errors Minutebook raises for causes outside the program.

MinutebookError
├── ReadError            a file cannot be read as a paper
├── StoreError           the graph or the library on disk cannot be used
│   ├── LibraryMissing   there is no library where one was named
│   ├── LibraryBusy      another process is adding to or removing from it
│   └── FormatMismatch   the library was written by another version
├── IndexMismatch        an index does not belong to the graph beside it
├── QueryError           a query is malformed, refused or took too long
├── CurationError        a correction that cannot be, or contradicts another
└── NotFound             a name or IRI that the library does not hold

Each message is one line: what is wrong, and what to do about it. The command
line turns these into exit code 1; anything else that escapes is a defect.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class MinutebookError(Exception):
    """Any failure whose cause lies outside the program."""


class ReadError(MinutebookError):
    """A file cannot be read as a paper."""


class StoreError(MinutebookError):
    """The graph or the library on disk cannot be used."""


class LibraryMissing(StoreError):
    """There is no library where one was named."""


class LibraryBusy(StoreError):
    """Another process is adding to the library or removing from it."""


class FormatMismatch(StoreError):
    """The library was written by another version of the program."""


class IndexMismatch(MinutebookError):
    """An index does not belong to the graph beside it."""


CURE = "build the indexes again with `minutebook add`"
"""What mends indexes that are damaged or belong to another graph."""
ANEW = "make a new library from the papers in another directory with `minutebook add`"
"""What is left to do where more of a library is damaged than its indexes."""


class QueryError(MinutebookError):
    """A query is malformed, refused, or took too long."""


class NotFound(MinutebookError):
    """The library does not hold what was named."""


class CurationError(MinutebookError):
    """A correction cannot be made as it is told, or contradicts another."""


@contextmanager
def writing(path: Path, kind: str = "file") -> Iterator[None]:
    """A time in which a file or directory, as ``kind`` says, is written for somebody.

    :raises StoreError: it cannot be.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"{path} cannot be written ({reason}); name another {kind}") from error
