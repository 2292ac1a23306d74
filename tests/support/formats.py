"""One paper in five formats: PDF and Word as the sample makes them, HTML, Markdown, text.

A paper is written in the Markdown of `data.build_sample`. Each maker has a plain form
and one with habits: headings that are only bold, lists typed by hand, tables whose head
is not marked, line breaks instead of paragraphs, lines broken at a width.
"""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from data.build_sample import (
    Block,
    Grid,
    Heading,
    Items,
    Line,
    Paper,
    Row,
    Run,
    Words,
    make_docx,
    make_pdf,
)

WIDTH = 78


def plain(line: Line) -> str:
    """The words of a line."""
    return "".join(run.text for run in line)


def bold(line: Line) -> Line:
    """The line with all of it set in bold."""
    return (Run(plain(line), bold=True),)


def head_of(rows: tuple[Row, ...]) -> Row | None:
    """The head row of a table, whose cells are all bold."""
    return rows[0] if all(run.bold for cell in rows[0] for run in cell) else None


def typed(block: Block) -> Iterator[Block]:
    """A block as somebody types it who does not use styles: bold headings, typed numbers."""
    match block:
        case Heading(_, line):
            yield Words(bold(line))
        case Items(start, lines):
            for number, line in enumerate(lines, start or 0):
                sign = "-" if start is None else f"{number}."
                yield Words((Run(f"{sign} "), *line))
        case Grid(rows):
            yield Grid(tuple(tuple((Run(plain(cell)),) for cell in row) for row in rows))
        case _:
            yield block


def as_typed(paper: Paper) -> Paper:
    """A paper without styles."""
    return replace(paper, blocks=tuple(one for block in paper.blocks for one in typed(block)))


def make_markdown(paper: Paper) -> bytes:
    """The bytes of a Markdown file."""
    return "\n\n".join(filter(None, map(_markdown, paper.blocks))).encode() + b"\n"


def _markdown(block: Block) -> str:
    match block:
        case Heading(level, line):
            return f"{'#' * level} {plain(line)}"
        case Words(line):
            return _md(line)
        case Items(start, lines):
            return "\n".join(
                f"{'-' if start is None else f'{number}.'} {_md(line)}"
                for number, line in enumerate(lines, start or 0)
            )
        case Grid(rows):
            head = head_of(rows) or tuple(() for _ in rows[0])
            body = rows[1:] if head_of(rows) else rows
            lines = [_pipes(tuple((Run(plain(c)),) for c in head)), "|---" * len(head) + "|"]
            return "\n".join([*lines, *map(_pipes, body)])
    return ""


def _pipes(row: Row) -> str:
    return "| " + " | ".join(_md(cell) for cell in row) + " |"


def _md(line: Line) -> str:
    return "".join(f"**{run.text}**" if run.bold else run.text for run in line)


def make_html(paper: Paper) -> bytes:
    """The bytes of a page with navigation and a footer around the paper."""
    body = "\n".join(map(_html, paper.blocks))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title></head>\n<body>"
        f"<nav><ul><li>Home</li><li>Meetings</li></ul></nav>\n<main>\n{body}\n</main>\n"
        f"<footer><p>Copyright of the clerk. Cookies. Accessibility.</p></footer></body></html>"
    ).encode()


def _html(block: Block) -> str:
    match block:
        case Heading(level, line):
            return f"<h{level}>{escape(plain(line))}</h{level}>"
        case Words(line):
            return f"<p>{_spans(line)}</p>"
        case Items(start, lines):
            items = "".join(f"<li>{_spans(line)}</li>" for line in lines)
            return f"<ul>{items}</ul>" if start is None else f'<ol start="{start}">{items}</ol>'
        case Grid(rows):
            return f"<table>{''.join(_tr(row, row is head_of(rows)) for row in rows)}</table>"
    return "<hr>"


def _tr(row: Row, head: bool) -> str:
    tag = "th" if head else "td"
    return f"<tr>{''.join(f'<{tag}>{_spans(cell)}</{tag}>' for cell in row)}</tr>"


def _spans(line: Line) -> str:
    return "".join(f"<b>{escape(r.text)}</b>" if r.bold else escape(r.text) for r in line)


def make_text(paper: Paper) -> bytes:
    """The bytes of a plain text: cells parted by tabs, paragraphs by blank lines."""
    return "\n\n".join(filter(None, map(_text, paper.blocks))).encode() + b"\n"


def make_wrapped(paper: Paper) -> bytes:
    """The bytes of a text whose paragraphs are broken into short lines."""
    blocks = (_wrapped(block) for block in paper.blocks)
    return "\n\n".join(filter(None, blocks)).encode() + b"\n"


def _text(block: Block) -> str:
    match block:
        case Heading(_, line) | Words(line):
            return plain(line)
        case Items(start, lines):
            return "\n".join(
                f"{'•' if start is None else f'{number}.'} {plain(line)}"
                for number, line in enumerate(lines, start or 0)
            )
        case Grid(rows):
            return "\n".join("\t".join(map(plain, row)) for row in rows)
    return ""


def _wrapped(block: Block) -> str:
    match block:
        case Heading(1, line):
            return plain(line).upper().center(WIDTH).rstrip()
        case Heading(_, line):
            return f"{plain(line)}\n{'-' * len(plain(line))}"
        case Items(start, lines):
            return "\n".join(
                textwrap.fill(plain(line), WIDTH, initial_indent=sign, subsequent_indent="    ")
                for number, line in enumerate(lines, start or 0)
                for sign in ["  * " if start is None else f"{number:2}. "]
            )
        case Words(line):
            return textwrap.fill(plain(line), WIDTH)
    return _text(block)


def make_broken_html(paper: Paper) -> bytes:
    """The bytes of a page as an editor on the web makes it: bold for headings, <br> for lines."""
    parts = []
    for block in paper.blocks:
        match block:
            case Heading(_, line):
                parts.append(f"<p><strong>{escape(plain(line))}</strong></p>")
            case Items(None, lines):
                parts.append(
                    f"<ul>{''.join(f'<li><p>{_spans(one)}</p></li>' for one in lines)}</ul>"
                )
            case Items(int(start), lines):
                numbered = (f"{n}. {_spans(one)}" for n, one in enumerate(lines, start))
                parts.append(f"<div>{'<br />'.join(numbered)}</div>")
            case _:
                parts.append(_html(next(typed(block))))
    return f"<html><body><div id='content'>{''.join(parts)}</div></body></html>".encode()


def make_framed_html(paper: Paper) -> bytes:
    """The bytes of a page that a table of one column sets, a cell for each block."""
    rows = "".join(f"<tr><td>{_html(next(typed(block)))}</td></tr>" for block in _one_by_one(paper))
    return f"<html><body><table><tbody>{rows}</tbody></table></body></html>".encode()


def _one_by_one(paper: Paper) -> Iterator[Block]:
    """The blocks of a paper, the numbered items of a list one by one."""
    for block in paper.blocks:
        match block:
            case Items(int(start), lines):
                yield from (Words((Run(f"{n}. "), *one)) for n, one in enumerate(lines, start))
            case Items():
                yield from (Items(None, (line,)) for line in block.lines)
            case _:
                yield block


def make_tabbed_markdown(paper: Paper) -> bytes:
    """The bytes of a Markdown file with bold for headings and tables typed with tabs."""
    blocks = (_text(b) if isinstance(b, Grid) else _markdown(b) for b in as_typed(paper).blocks)
    return "\n\n".join(filter(None, blocks)).encode() + b"\n"


FORMATS: dict[str, Callable[[Paper], bytes]] = {
    "paper.pdf": make_pdf,
    "paper.docx": make_docx,
    "paper.html": make_html,
    "paper.md": make_markdown,
    "paper.txt": make_text,
}
"""A maker for each format, by a name of the file it makes."""
HABITS: dict[str, Callable[[Paper], bytes]] = {
    "typed.pdf": lambda paper: make_pdf(as_typed(paper)),
    "typed.docx": lambda paper: make_docx(as_typed(paper)),
    "broken.html": make_broken_html,
    "typed.md": lambda paper: make_markdown(as_typed(paper)),
    "wrapped.txt": make_wrapped,
    "framed.html": make_framed_html,
    "tabbed.md": make_tabbed_markdown,
}
"""The same formats as people use them."""
