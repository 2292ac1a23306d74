"""The values of attributes in the XML of office documents."""

import re

_WHOLE = re.compile(r"[0-9]{1,7}")


def whole(value: str | None, default: int = 1) -> int:
    """The whole number that an attribute gives; ``default`` where it gives none."""
    return int(value) if value and _WHOLE.fullmatch(value) else default
