"""The papers themselves, kept byte for byte and named by their SHA-256."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from kg.errors import NotFound, StoreError
from kg.store.durable import write_durably

FOLDER = "originals"
_NAME = re.compile(r"[0-9a-f]{64}")


class Originals:
    """The originals in a directory; a file is there whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def store(self, data: bytes) -> str:
        """Keep the bytes of a paper; the hex SHA-256 that names them.

        Storing the same bytes again mends what was changed on disk, and else does nothing.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.intact(sha256):
            self.path.mkdir(parents=True, exist_ok=True)
            write_durably(self.path / sha256, data)
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of a paper.

        :raises NotFound: if no such paper is kept.
        :raises StoreError: if what is kept cannot be read, or is no longer what was stored.
        """
        if not _NAME.fullmatch(sha256) or not (self.path / sha256).is_file():
            raise NotFound(f"no original is kept under {sha256}; add the paper again")
        try:
            data = (self.path / sha256).read_bytes()
        except OSError as error:
            raise StoreError(
                f"the original {sha256} cannot be read ({error.strerror}); add the paper again"
            ) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError(f"the original {sha256} has changed on disk; add the paper again")
        return data

    def intact(self, sha256: str) -> bool:
        """Whether a paper is kept, byte for byte as it was stored."""
        try:
            self.read(sha256)
        except (NotFound, StoreError):
            return False
        return True

    def names(self) -> list[str]:
        """The digests of all that is kept, sorted."""
        if not self.path.is_dir():
            return []
        return sorted(path.name for path in self.path.iterdir() if _NAME.fullmatch(path.name))

    def keep_only(self, wanted: Iterable[str]) -> None:
        """Remove every original not named in ``wanted``, and what a crash left half written."""
        kept = set(wanted)
        if self.path.is_dir():
            for path in sorted(self.path.iterdir()):
                if path.name not in kept:
                    path.unlink(missing_ok=True)
