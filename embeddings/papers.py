"""The files given to be added: found in folders, read, and told apart by their bytes."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import NotFound, ReadError

_PROGRAM = {
    "kg": (
        *("reading", "structure", "extraction", "rdf", "tables"),
        *("model.py", "numbering.py", "counting.py", "honorifics.py", "reference.py", "facts.py"),
        *("lazy.py", "terms.py", "vocabulary.py"),
    ),
    "data": ("reference",),
    "embeddings": (
        *("gather.py", "passages.py", "surroundings.py"),
        *("facts.py", "openings.py", "statements.py", "stems.py", "retold.py"),
    ),
}
_COUNTS = (".py", ".toml", ".csv")


def find_papers(paths: Iterable[Path]) -> list[Path]:
    """The files to add: those named, and in folders all of a kind that can be read.

    Folders are searched through and through, in order of name; hidden files and
    folders in them are left out. A file is given once.

    :raises NotFound: if a path does not exist, or a folder holds no paper.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_papers_in(path)))
        elif path.exists():
            found[path] = None
        else:
            raise NotFound(f"there is no file {str(path)!r}; check its name")
    return list(found)


def _papers_in(folder: Path) -> list[Path]:
    from kg.reading.read import SUFFIXES

    inside = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not inside:
        kinds = ", ".join(sorted(SUFFIXES))
        raise NotFound(f"the folder {str(folder)!r} holds no papers; give one with {kinds}")
    return inside


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    :raises ReadError: if it cannot be read, or is larger than any paper.
    """
    from kg.reading.read import LARGEST_FILE

    try:
        if path.stat().st_size > LARGEST_FILE:
            most = LARGEST_FILE // (1024 * 1024)
            raise ReadError(f"{path.name!r} is larger than {most} MB; split it into its papers")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path.name!r} cannot be read ({error.strerror}); check it") from error


def digest(path: Path) -> str:
    """The hex SHA-256 of a file's bytes.

    :raises ReadError: if the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadError(f"{path.name!r} cannot be read ({error.strerror}); check it") from error


@cache
def program_digest() -> str:
    """12 hex digits for the code and tables that turn bytes into facts, statements and passages.

    A paper that was read by other code or tables is read again at the next `add`.
    """
    whole = hashlib.sha256()
    for package, parts in _PROGRAM.items():
        for file in (file for part in parts for file in _sources(files(package) / part)):
            whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()[:12]


def _sources(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place] if place.name.endswith(_COUNTS) else []
    inside = sorted(place.iterdir(), key=lambda one: one.name)
    return [file for one in inside for file in _sources(one)]
