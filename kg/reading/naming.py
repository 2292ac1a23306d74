"""How the name of a file is shown in a message."""

_LONGEST = 120


def shown(name: str) -> str:
    """``name`` on one line: unprintable characters escaped, long names shortened."""
    escaped = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
    return escaped if len(escaped) <= _LONGEST else escaped[: _LONGEST - 1] + "…"
