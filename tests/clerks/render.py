"""A paper in the format and spacing of a house."""

from collections.abc import Sequence
from itertools import groupby

from data.build_sample import Block, Line, Paper, Run, Words, make_docx, make_pdf
from tests.clerks.house import AgendaHouse, Format, House, Spacing
from tests.support.formats import make_html, make_markdown, make_text

MAKERS = {
    Format.MARKDOWN: make_markdown,
    Format.TEXT: make_text,
    Format.HTML: make_html,
    Format.WORD: make_docx,
    Format.PDF: make_pdf,
}


def rendered(blocks: Sequence[Block], house: House | AgendaHouse) -> tuple[str, bytes]:
    """The name of a file and its bytes."""
    tight = house.spacing is Spacing.TIGHT
    name = f"paper.{house.format.value}"
    if house.format is Format.TEXT and tight:
        return name, b"\n".join(make_text(_paper([block])).rstrip() for block in blocks) + b"\n"
    if house.format is Format.WORD and not tight:
        blocks = [one for block in blocks for one in (block, Words(()))]
    if house.format in (Format.HTML, Format.PDF, Format.MARKDOWN) and tight:
        blocks = _gathered(blocks)
    data = MAKERS[house.format](_paper(blocks))
    if house.format is Format.HTML:
        data = data.replace(b"\n", b"<br>\n") if tight else data
    if house.format is Format.MARKDOWN and tight:
        data = data.replace(b"\n\n", b"\0").replace(b"\n", b"  \n").replace(b"\0", b"\n\n")
    return name, data


def _paper(blocks: Sequence[Block]) -> Paper:
    return Paper("", "", "", "", tuple(blocks))


def _gathered(blocks: Sequence[Block]) -> list[Block]:
    """Running lines as one paragraph that breaks its lines."""
    out: list[Block] = []
    for lines, group in groupby(blocks, key=lambda block: isinstance(block, Words)):
        members = list(group)
        out += [Words(_broken(members))] if lines else members
    return out


def _broken(words: Sequence[Words]) -> Line:
    first, *rest = words
    return (*first.line, *(run for one in rest for run in (Run("\n"), *one.line)))
