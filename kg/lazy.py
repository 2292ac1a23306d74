"""Regular expressions that are compiled when they are first used.

Those for people's names take ten milliseconds each, and most commands use few of them.
"""

import re
from typing import cast


class _Lazy:
    """What stands for a regular expression until something of it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """What the compiled expression has by that name, kept for the next time."""
        if name.startswith("__"):
            raise AttributeError(name)
        value: object = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression whose methods compile it; ``re``'s own functions do not take it."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
