"""Words broken at the end of a line made whole."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.tables.load import alternation, words

_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010]$")
_HEAD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HANGS_ON = re.compile(rf"{alternation('line_breaks', 'hanging')}\s")
BREAK = "\u2010"
"""The hyphen that programs write where they break a word."""
_FEWEST = 2
_SHARE = 0.02
_URL = re.compile(r"(?:https?://|www\.)\S*$")


class Mender:
    """Joins lines, deciding by the words of the whole document whether a hyphen stays."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._known = {word.lower() for line in lines for word in _WORD.findall(line)}
        broken = sum(_BROKEN.search(line) is not None for line in lines)
        self._breaks_words = broken >= _FEWEST and broken > _SHARE * len(lines)

    def join(self, text: str, line: str) -> str:
        """``text`` and the line below it as one: "infor-" and "mation" make "information".

        A hyphen stays in a compound that the document knows, and wherever so
        few lines end in one that the document breaks no words; so does one in
        a line of capitals. One that only programs that break lines write ("\u2010") stays in
        none but known compounds.
        """
        word = text[max(text.rfind(" "), text.rfind("\n")) + 1 :]
        if _URL.search(word) and not line.startswith(("(", "[")) and text[-1] in "-/_=&?%.":
            return text + line
        match, head = _BROKEN.search(word), _HEAD.match(line)
        if not match or not head or _HANGS_ON.match(line):
            return f"{text} {line}"
        left, right = match[1].lower(), head[0].lower()
        compound = f"{left}-{right}" in self._known
        if not head[0][0].islower():
            named = compound or (text.isupper() and line.isupper())
            return text + line if named else f"{text} {line}"
        if left + right in self._known:
            return text[:-1] + line
        usual = left in words("line_breaks", "compound") or not self._breaks_words
        by_hand = text[-1] != BREAK
        return text + line if compound or (usual and by_hand) else text[:-1] + line

    def mended(self, lines: Iterable[str]) -> list[str]:
        """Lines, each with the one below it where that goes on in a word broken at its end.

        A title behind "#" goes on in no line.
        """
        whole: list[str] = []
        for line in lines:
            below = line.lstrip()
            broken = whole and _BROKEN.search(whole[-1]) and not whole[-1].startswith("#")
            if broken and below[:1].islower():
                whole[-1] = self.join(whole[-1], below)
            else:
                whole.append(line)
        return whole

    def whole(self, lines: Iterable[str]) -> str:
        """Lines below one another as one text."""
        filled = [line for line in lines if line]
        pairs = pairwise(filled)
        before = [self.join(last, line).removesuffix(line) for last, line in pairs]
        return "".join([*before, *filled[-1:]])
