"""Planning applications told line by line, each with what the body says of it in the last."""

from dataclasses import dataclass, field

from kg.structure.sections import Piece
from kg.tables.load import matches

_MOST = 8
_LINE = 100
"""The characters of the longest line that is part of an application."""


@dataclass
class Application:
    """The lines of the application read last: its reference, what is to be built, where."""

    lines: list[Piece] = field(default_factory=list)

    def may_take(self, line: Piece) -> bool:
        """Whether one is open, or a line opens one: a quick look before ``takes``."""
        return bool(self.lines) or _opens(line)

    def takes(self, line: Piece) -> bool:
        """Whether a line opens an application, with its reference, or goes on with it: a short one
        that is no sentence.
        """
        opens = _opens(line)
        short = len(line.text) <= _LINE and not line.text.rstrip().endswith(".")
        goes_on = short and 0 < len(self.lines) < _MOST
        self.lines = [*(() if opens else self.lines), line] if opens or goes_on else []
        return bool(self.lines)

    def told(self) -> tuple[Piece, ...]:
        """Its lines, where there are several; the application is then dealt with."""
        lines, self.lines = self.lines, []
        return tuple(lines) if len(lines) > 1 else ()


def _opens(line: Piece) -> bool:
    return matches(line.text, "verbs", "decided", "applied_for")
