"""Bytes to text: the encoding is told by a mark, tried, or guessed."""

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import ReadError
from kg.reading.naming import shown

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]+)""")
_PLAIN = b"+AGE- ~{ \\u0041"
"""What is other text in an encoding that is none of pages: of two bytes a letter, or of escapes."""
_SAMPLE = 1 << 20
_CONTROL_SHARE = 0.02


def decode(data: bytes, name: str) -> str:
    """The text of ``data``: by its byte order mark, as UTF-8, or as best guessed.

    Raises ReadError when the bytes are no text in any likely encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if not _looks_binary(data):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return _guess(data, name)
    raise ReadError(f"{shown(name)} holds binary data, not text; give the paper as text or PDF")


def decode_page(data: bytes, name: str) -> str:
    """The text of an HTML page in the encoding it declares, or as any text is decoded."""
    found = _DECLARED.search(data[:2048])
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    text = None if marked or not found else _in_encoding(data, found[1].decode("ascii"))
    return decode(data, name) if text is None else text


def _in_encoding(data: bytes, encoding: str) -> str | None:
    """A page in an encoding; None where it is in another: none in UTF-16 says so in ASCII."""
    try:
        plain = _PLAIN.decode(encoding) == _PLAIN.decode("ascii")
        return data.decode(encoding) if plain else None
    except (LookupError, UnicodeError):
        return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError(
            f"{shown(name)} is marked as {encoding} but is not; save it again as UTF-8"
        ) from None


def _guess(data: bytes, name: str) -> str:
    """Windows Western where it fits, as papers that are not UTF-8 mostly are; else a guess."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(data[:_SAMPLE]).best()
        if best is None:
            raise ReadError(
                f"{shown(name)} is in no known text encoding; save it again as UTF-8"
            ) from None
        text = data.decode(best.encoding, errors="replace")
    return text


def _looks_binary(data: bytes) -> bool:
    """Whether control characters are too many for text (or a NUL is among them)."""
    sample = data[:_SAMPLE]
    control = sum(sample.count(code) for code in (*range(1, 9), *range(14, 32), 127))
    return b"\0" in sample or control > _CONTROL_SHARE * len(sample)
