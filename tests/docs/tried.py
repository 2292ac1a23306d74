"""Try the examples of a page: python -m tests.docs.tried PAGE FOLDER [bare]

Blocks of TOML and Python name their file in the first line, as a comment. What TOML holds is put
into the tables of the program, Python stands as a module there, and each way of answering in it is
tried behind `uncounted`. Then the sessions are run by doctest. Where it is "bare", the program
stays as it is. This takes a process of its own: tables are read once.
"""

import doctest
import re
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from kg.tables import load

BLOCK = re.compile(r"^(?P<blanks> *)```(?P<kind>\w+)\n(?P<text>.*?)^(?P=blanks)```$", re.M | re.S)


def blocks(page: str, kind: str) -> Iterator[str]:
    """The blocks of a kind, set out to the left."""
    found = (one for one in BLOCK.finditer(page) if one["kind"] == kind)
    return (textwrap.dedent(one["text"]) for one in found)


def file_of(block: str) -> Path:
    """The file that a block is of."""
    return Path(block.split("\n", 1)[0].removeprefix("# "))


def put(held: dict[str, object], new: dict[str, object]) -> None:
    """Put words into a table: a list that is there grows, what is not there is new."""
    for name, value in new.items():
        there = held.setdefault(name, type(value)())
        if isinstance(there, dict) and isinstance(value, dict):
            put(there, value)
        elif isinstance(there, list) and isinstance(value, list):
            there.extend(value)


def add_module(block: str) -> None:
    """Add a module, and the ways of answering that it defines."""
    from queries.answering import ways

    module = ModuleType(".".join(file_of(block).with_suffix("").parts))
    exec(compile(block, str(file_of(block)), "exec"), module.__dict__)
    sys.modules[module.__name__] = module
    new = [one for name, one in vars(module).items() if name.startswith("by_")]
    behind = ways._FIRST.index(ways.uncounted) + 1
    ways._FIRST = (*ways._FIRST[:behind], *new, *ways._FIRST[behind:])


def main(page: str, folder: str, *bare: str) -> int:
    """How many examples failed."""
    text = Path(page).read_text("utf-8")
    for block in blocks(text, "toml") if not bare else ():
        put(load._read(file_of(block).stem), tomllib.loads(block))
    for block in blocks(text, "python") if not bare else ():
        add_module(block)
    session = "\n".join(blocks(text, "pycon"))
    names = {"folder": Path(folder)}
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(session, names, page, page, 0))
    sys.stdout.write(f"{runner.tries} tried\n")
    return min(runner.failures, 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
