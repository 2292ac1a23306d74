"""Files that are zip archives: checked before any of them is unpacked."""

import io
import zipfile
import zlib

from kg.errors import ReadError
from kg.reading.naming import shown

LARGEST_UNPACKED = 400 * 1024 * 1024
"""The largest size, in bytes, that the parts of a document may have when unpacked."""

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    EOFError,
    ValueError,
    zlib.error,
)
_HARMLESS = 4 * 1024 * 1024
_LARGEST_RATIO = 250
_MOST_PARTS = 10_000


def require_sound_zip(data: bytes, name: str, required: str, kind: str) -> None:
    """Raise ReadError unless ``data`` is a zip archive of sane size that holds ``required``.

    ``kind`` names the format in the message ("Word document").
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            broken = archive.testzip() if _is_sane(parts, len(data)) else None
    except _BROKEN as error:
        raise ReadError(
            f"{shown(name)} is a damaged {kind}; open and save it again, or fetch it again"
        ) from error
    except RuntimeError as error:
        raise ReadError(f"{shown(name)} is locked by a password; save a copy without it") from error
    if not _is_sane(parts, len(data)):
        raise ReadError(f"{shown(name)} expands beyond reason and is not read; check its origin")
    if broken or required not in names:
        raise ReadError(
            f"{shown(name)} is a damaged {kind}; open and save it again, or fetch it again"
        )


def _is_sane(parts: list[zipfile.ZipInfo], packed: int) -> bool:
    """Whether an archive unpacks to a size that a paper may have."""
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or unpacked > LARGEST_UNPACKED:
        return False
    return unpacked <= _HARMLESS or unpacked <= _LARGEST_RATIO * packed
