"""Files that outlast a crash: each is there whole or not at all, and its name with it."""

import os
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """Put a file in place whole, or not at all, so that it outlasts a crash."""
    temporary = path.with_name(f"{temporary_prefix(path.name)}{os.getpid()}")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync(path.parent)


def temporary_prefix(name: str) -> str:
    """How the name of a file begins while it is written; a killed writer leaves one behind."""
    return f".{name}."


def sync(path: Path) -> None:
    """Bring a file, or the names in a directory, safely to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
