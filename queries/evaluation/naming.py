"""How the gold names papers."""

import re
from pathlib import Path

_PARTED = re.compile(r"[^\w-]|_")


def file_of(name: str, ids: tuple[str, ...]) -> str | None:
    """The gold's name for the paper in file ``name``, None where the gold has none for it.

    That is its stem, or what stands before a mark other than a hyphen: "004"
    names "004_38.txt", but "minutes" does not name "minutes-2.pdf".
    """
    if Path(name).stem in ids:
        return Path(name).stem
    fitting = [one for one in ids if name.startswith(one) and _PARTED.match(name, len(one))]
    return max(fitting, key=len) if fitting else None
