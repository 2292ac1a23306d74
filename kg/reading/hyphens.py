"""Words broken at the end of a line made whole."""

import re
from collections.abc import Iterable

_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
_HEAD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_URL = re.compile(r"(?:https?://|www\.)\S*$")
_COMPOUND = frozenset(
    {
        "all",
        "anti",
        "co",
        "cross",
        "e",
        "ex",
        "half",
        "high",
        "inter",
        "long",
        "low",
        "multi",
        "non",
        "off",
        "on",
        "over",
        "part",
        "post",
        "pre",
        "pro",
        "re",
        "self",
        "semi",
        "short",
        "so",
        "sub",
        "third",
        "two",
        "under",
        "up",
        "user",
        "well",
        "year",
    }
)


class Mender:
    """Joins lines, deciding by the words of the whole document whether a hyphen stays."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = {word.lower() for text in texts for word in _WORD.findall(text)}

    def join(self, text: str, line: str) -> str:
        """``text`` and the line below it as one: "infor-" and "mation" make "information"."""
        if _URL.search(text) and not line.startswith(("(", "[")) and text[-1] in "-/_=&?%.":
            return text + line
        match, head = _BROKEN.search(text), _HEAD.match(line)
        if not match or not head or not head[0][0].islower():
            return f"{text} {line}"
        left, right = match[1].lower(), head[0].lower()
        if f"{left}-{right}" in self._known or left in _COMPOUND:
            return text + line
        return text[:-1] + line
