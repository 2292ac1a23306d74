"""Putting values in the place of variables, and refusing what reads nothing.

Oxigraph's own substitutions know only the variables that a SELECT projects.
Here a bound variable stands for its value everywhere, as if the value had been
written there. The text of a query is taken apart into SPARQL's tokens, so that
a variable's name inside a string, an IRI or a comment is never touched; values
come in as the tokens that Oxigraph itself writes for terms, so that no value
can end its string and go on as a query.
"""

import re
from collections.abc import Iterator, Mapping

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<string>\"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<comment>\#[^\n\r]*)
  | (?P<bound>\bBOUND\s*\(\s*[?$](?P<bound_name>\w+)\s*\))
  | (?P<variable>[?$]\w+)
  | (?P<name>[\w.-]*:(?:[\w.:%-]|\\.)*)
  | (?P<tag>@[A-Za-z-]+)
  | (?P<word>\w+)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_UPDATES = {
    "ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH",
}  # fmt: skip
_ENDS_ORDER = {"LIMIT", "OFFSET", "VALUES"}


def refuse_writing_and_services(query: str) -> None:
    """Check that a query only reads and stays on this machine.

    :raises QueryError: for update forms and for SERVICE.
    """
    for position, word in enumerate(_words(query)):
        if word == "SERVICE":
            raise QueryError(
                "SERVICE is refused: queries stay on this machine; ask the other endpoint itself"
            )
        if word in _UPDATES and position == 0:
            raise QueryError(f"{word} is refused: the library is only read; use add and remove")


def bind(query: str, values: Mapping[str, str]) -> str:
    """A query with each variable in ``values`` replaced by its value.

    ``values`` maps names without ``?`` to terms in N-Triples notation. A bound
    variable that is selected stays a column; ``BOUND(?it)`` is true.
    """
    if not values:
        return query
    binder = _Binder(values)
    return "".join(binder.replacement(match) for match in _TOKEN.finditer(query))


def _words(query: str) -> Iterator[str]:
    """The bare words of a query in capitals, without those that declare prefixes."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup == "word" and (word := match.group().upper()) not in {"PREFIX", "BASE"}:
            yield word


class _Binder:
    """Walks through a query's tokens, knowing where a lone variable is a column or a key."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self._clause = ""
        self._depth = 0
        self._previous = ""

    def replacement(self, match: re.Match[str]) -> str:
        text = match.group()
        if match.lastgroup == "variable":
            text = self._variable(text)
        elif match["bound"] and match["bound_name"] in self._values:
            text = "(true)"
        if match.lastgroup not in {"space", "comment"}:
            self._step(match.group().upper())
        return text

    def _variable(self, text: str) -> str:
        value = self._values.get(text[1:])
        if value is None or self._previous == "AS":
            return text
        if self._depth == 0 and self._clause == "SELECT":
            return f"({value} AS {text})"
        if self._depth == 0 and self._clause == "BY":
            return f"({value})"
        return f" {value} "

    def _step(self, lexeme: str) -> None:
        if lexeme in {"(", ")"}:
            self._depth += 1 if lexeme == "(" else -1
        elif lexeme in {"{", "}"}:
            self._clause, self._depth = "", 0
        elif lexeme in {"SELECT", "BY"}:
            self._clause = lexeme
        elif lexeme in _ENDS_ORDER | {"WHERE", "FROM", "HAVING"}:
            self._clause = ""
        self._previous = lexeme
