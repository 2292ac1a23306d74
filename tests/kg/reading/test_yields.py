"""Papers that yield too little for what they are, and the reasons given."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import program
from kg.extraction.extract import extract
from kg.extraction.yields import doubts
from kg.model import Document
from kg.reading.read import read_document
from kg.reference import Councils
from tests.places import SAMPLE
from tests.support.harbour_papers import add

PAPERS = sorted(SAMPLE.iterdir())
TALK = "\n\n".join(f"The lamps of quay {n} were looked at for a long time." for n in range(30))
MINUTES = f"""# Quay Lighting Board

Minutes of the meeting held on 4 May 2021

Present: Cllr Ada Quill (Chair), Cllr Sam Reed

## 1. Lamps

{TALK}

Decision

Members **agreed** to light every lamp of the quay.
"""
LOG = """# Action log

| Thing to see to | Whose turn |
|---|---|
| Lamps | A |
| Ropes | B |
| Bells | C |
"""
WHEN = "Minutes of the meeting held on 4 May 2021\n\n"
WHO = "Present: Cllr Ada Quill (Chair), Cllr Sam Reed\n\n"
WHAT = MINUTES[MINUTES.index("Decision") :]


def document(text: str, name: str = "paper.md") -> Document:
    return read_document(text.encode(), name)


def doubts_of(text: str, name: str = "paper.md") -> tuple[str, ...]:
    return extract(document(text, name), Councils.load()).doubts


def test_minutes_with_all_that_belongs_to_them_are_not_doubtful() -> None:
    assert doubts_of(MINUTES) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (MINUTES.replace(WHEN, "Minutes\n\n"), "the body and the day of the meeting"),
        (MINUTES.replace(WHO, "Present: many\n\n"), "fewer than two people"),
        (MINUTES.replace(WHAT, "").replace("## 1. ", ""), "no item, decision or action"),
    ],
    ids=["no day", "nobody present", "nothing decided"],
)
def test_minutes_that_lack_a_part_say_which(text: str, reason: str) -> None:
    assert [said for said in doubts_of(text) if reason in said]


def test_short_minutes_may_record_little() -> None:
    assert doubts_of("# Quay Lighting Board\n\nMinutes of the meeting held on 4 May 2021\n") == ()


def test_an_agenda_without_items_is_doubtful() -> None:
    words = "\n\n".join(["Tea will be served.", "Bring a lamp.", "The quay is dark."] * 2)
    head = "# Quay Lighting Board\n\n# Agenda\n\nMeeting to be held on 4 May 2021\n\n"
    (said,) = doubts_of(head + words)
    assert "fewer than two items" in said
    assert doubts_of(head + "1. Apologies\n2. Lamps\n3. Ropes\n4. Bells\n\n" + words) == ()


def test_a_list_of_actions_without_any_is_doubtful() -> None:
    (said,) = doubts_of(LOG)
    assert said == "called a list of actions, and no action was read from its 4 rows"
    assert doubts_of(LOG.replace("# Action log", "# Turns")) == ()
    assert doubts_of(LOG.replace("Thing to see to | Whose turn", "Action | Owner")) == ()


def test_rows_of_tables_without_a_fact_are_doubtful() -> None:
    rows = "".join(f"| lamp {n} | lit |\n" for n in range(20))
    (said,) = doubts_of(f"# Lamps\n\n| Lamp | State |\n|---|---|\n{rows}")
    assert said == "21 rows of tables, and nothing was read from them"


@pytest.mark.parametrize(("pages", "doubtful"), [(2, False), (3, True), (None, False)])
def test_pages_without_text_may_be_pictures(pages: int | None, doubtful: bool) -> None:
    paper = replace(document("# Plans\n\nThe quay from above."), pages=pages)
    facts = extract(paper, Councils.load())
    assert bool(doubts(paper, facts)) is doubtful


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_no_sample_paper_is_doubtful(path: Path) -> None:
    facts = extract(read_document(path.read_bytes(), path.name), Councils.load())
    assert facts.doubts == ()


def test_add_warns_and_check_lists_what_is_doubtful(tmp_path: Path) -> None:
    (tmp_path / "log.md").write_text(LOG, "utf-8")
    (tmp_path / "minutes.md").write_text(MINUTES, "utf-8")
    library = tmp_path / "lib"
    outcome = add(library, tmp_path / "log.md", tmp_path / "minutes.md")
    assert [one.file for one in outcome.doubtful] == ["log.md"]
    listed = CliRunner().invoke(program, ["check", "--quick", "--library", str(library)])
    assert listed.exit_code == 0, listed.output
    doubt, end = listed.stdout.splitlines()
    assert doubt.startswith("doubt: log.md: called a list of actions")
    assert end == "Nothing is wrong; papers to look at: 1."


def test_the_command_warns_in_one_line(sample_library: Path, tmp_path: Path) -> None:
    (tmp_path / "log.md").write_text(LOG, "utf-8")
    arguments = ["add", str(tmp_path / "log.md"), "--library", str(tmp_path / "lib")]
    done = CliRunner().invoke(program, arguments)
    assert done.exit_code == 0
    (warning,) = [line for line in done.stderr.splitlines() if line.startswith("Warning")]
    assert warning.startswith("Warning: log.md is doubtful: called a list of actions")
