"""Play the tour of README.md again and write what the program says: python docs/tour.py

The tour is every block of the README that begins with ```console. Lines that begin with "$ "
are commands; what stands below each is what it writes.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```\n)", re.DOTALL)
PROGRAM = (sys.executable, "-c", "from cli.main import main; main()")
WIDTH = "88"


def played(text: str, library: Path) -> str:
    """The text with the output of every command as it is now, on a library that is made anew."""
    return BLOCK.sub(lambda block: play(block[1], library), text)


def play(block: str, library: Path) -> str:
    """A block with its commands run in turn."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{run(command, library)}" for command in commands)


def run(command: str, library: Path) -> str:
    """What a command of the tour writes, line ends without blanks."""
    program, *arguments = shlex.split(command.removeprefix("$ "))
    if program != "minutebook":
        raise SystemExit(f"the tour runs minutebook only: {command}")
    done = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=os.environ | {"MINUTEBOOK_LIBRARY": str(library), "COLUMNS": WIDTH, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode != 0:
        raise SystemExit(f"{command} failed: {done.stderr}")
    written = (done.stdout + done.stderr).rstrip()
    return "".join(f"{line.rstrip()}\n" for line in written.splitlines())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(played(README.read_text("utf-8"), Path(folder) / "tour.library"), "utf-8")
