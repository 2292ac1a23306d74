"""The name of a file: as text, and as it is shown in a message."""

import os

_LONGEST = 120


def as_text(name: str) -> str:
    """``name`` with a sign in place of each byte that is no UTF-8, as old archives have them."""
    return os.fsencode(name).decode("utf-8", "replace")


def shown(name: str) -> str:
    """``name`` on one line: unprintable characters escaped, long names shortened."""
    escaped = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
    return escaped if len(escaped) <= _LONGEST else escaped[: _LONGEST - 1] + "…"
