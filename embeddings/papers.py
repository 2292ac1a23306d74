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
        *("facts.py", "names.py", "openings.py", "statements.py", "stems.py", "retold.py"),
    ),
}
_COUNTS = (".py", ".toml", ".csv")


def find_papers(paths: Iterable[Path]) -> list[Path]:
    """The files to add: those named, and in folders all of a kind that can be read.

    Folders are searched through and through, in order of name; hidden files and
    folders in them are left out. A file is given once.

    :raises NotFound: if a path is neither a file nor a folder, or a folder holds no paper.
    """
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(_papers_at(path)))
        except OSError as error:
            raise NotFound(
                f"{str(path)!r} cannot be looked at ({error.strerror}); check its name"
            ) from error
    return list(found)


def _papers_at(path: Path) -> list[Path]:
    if path.is_dir():
        return _papers_in(path)
    if path.is_file():
        return [path]
    if path.exists():
        raise NotFound(f"{str(path)!r} is neither a file nor a folder; save it as a file")
    raise NotFound(f"there is no file {str(path)!r}; check its name")


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
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadError(f"{path.name!r} cannot be read ({error.strerror}); check it") from error
    if len(data) > LARGEST_FILE:
        most = LARGEST_FILE // (1024 * 1024)
        raise ReadError(f"{path.name!r} is larger than {most} MB; split it into its papers")
    return data


def digest(path: Path) -> str:
    """The hex SHA-256 of a file's bytes.

    :raises ReadError: if it cannot be read, or is larger than any paper.
    """
    return hashlib.sha256(read_bytes(path)).hexdigest()


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
