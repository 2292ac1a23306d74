"""A paper with what was read from it: as text, Markdown or a page of HTML.

The words that a fact is read from are marked; its values stand below the paragraph,
in HTML beside it.
"""

from collections.abc import Callable, Iterator
from html import escape
from typing import TYPE_CHECKING

from rich.text import Text

from cli.page import console, hang, spaced

if TYPE_CHECKING:
    from queries.reading import ReadFact, Reading, ReadParagraph

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em }
table { border-collapse: collapse; width: 100% }
td { border-top: 1px solid #ddd; padding: .4em .8em; vertical-align: top }
td.where { color: #777; white-space: nowrap } td.words { white-space: pre-wrap; width: 50% }
tr.heading .words { font-weight: bold } tr.furniture .words { color: #999 }
mark { background: #fe9 } ul { margin: 0; padding-left: 1em }
.rule, .mentions { color: #777; font-size: .85em } .doubt { color: #a00 }
"""


def show_reading(reading: "Reading") -> None:
    """Show a paper on the terminal, the facts below each paragraph."""
    out = console()
    out.print(Text(reading.title, style="bold").append(f"  {reading.kind}", style="not bold dim"))
    if reading.meeting:
        out.print(Text(reading.meeting, style="cyan"))
    for doubt in reading.doubts:
        out.print(Text(f"doubtful: {doubt}", style="red"))
    for paragraph in reading.paragraphs:
        words = Text(paragraph.text, style="bold" if paragraph.kind == "heading" else "")
        for start, end in quoted_spans(paragraph):
            words.stylize("underline yellow", start, end)
        out.print()
        hang(out, f"{_where(paragraph):>7}  ", words)
        for fact in paragraph.facts:
            line = Text(spaced(fact.type), style="bold green")
            for said in _values(fact, reading):
                line.append(f"  {said}", style="not bold green")
            hang(out, " " * 9 + "└ ", line.append(f"  {_origin(fact)}", style="not bold dim"))
        if paragraph.mentions:
            hang(out, " " * 9 + "  ", Text(f"names {_mentioned(paragraph)}", style="dim"))


def reading_md(reading: "Reading") -> str:
    """A paper as Markdown: each paragraph quoted with its marked words bold, its facts listed."""
    lines = [f"# {_md(reading.title)}", "", _md(_about(reading)), ""]
    lines += [f"**Doubtful:** {_md(doubt)}\n" for doubt in reading.doubts]
    for paragraph in reading.paragraphs:
        words = _marked(paragraph, "**", "**", _md)
        lines += [f"`{_where(paragraph)}`", "", *(f"> {line}" for line in words.split("\n")), ""]
        for fact in paragraph.facts:
            said = "; ".join(map(_md, _values(fact, reading)))
            lines.append(f"- **{spaced(fact.type)}** {said} ({_origin(fact)})")
        if paragraph.mentions:
            lines.append(f"- names {_md(_mentioned(paragraph))}")
        lines += [""] * bool(paragraph.facts or paragraph.mentions)
    return "\n".join(lines).rstrip() + "\n"


def reading_html(reading: "Reading") -> str:
    """A paper as one page of HTML, its facts beside its paragraphs."""
    title = escape(reading.title)
    doubts = "".join(f'<p class="doubt">Doubtful: {escape(one)}</p>\n' for one in reading.doubts)
    rows = "\n".join(_row(paragraph, reading) for paragraph in reading.paragraphs)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n<h1>{title}</h1>\n"
        f"<p>{escape(_about(reading))}</p>\n{doubts}"
        f"<table>\n{rows}\n</table>\n</html>\n"
    )


def quoted_spans(paragraph: "ReadParagraph") -> Iterator[tuple[int, int]]:
    """The half-open spans of the text that any fact quotes, in order and none touching another."""
    last: tuple[int, int] | None = None
    for start, end in sorted({quote for fact in paragraph.facts for quote in fact.quotes}):
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _row(paragraph: "ReadParagraph", reading: "Reading") -> str:
    facts = "".join(
        f"<li><b>{escape(spaced(fact.type))}</b> {escape('; '.join(_values(fact, reading)))} "
        f'<span class="rule">{escape(_origin(fact))}</span></li>'
        for fact in paragraph.facts
    )
    held = f"<ul>{facts}</ul>" if facts else ""
    if paragraph.mentions:
        held += f'<div class="mentions">names {escape(_mentioned(paragraph))}</div>'
    return (
        f'<tr class="{escape(paragraph.kind)}"><td class="where">{escape(_where(paragraph))}</td>'
        f'<td class="words">{_marked(paragraph, "<mark>", "</mark>", escape)}</td>'
        f"<td>{held}</td></tr>"
    )


def _marked(
    paragraph: "ReadParagraph", before: str, after: str, plain: Callable[[str], str]
) -> str:
    """The text of a paragraph with marks about what its facts quote."""
    parts, at = [], 0
    for start, end in quoted_spans(paragraph):
        parts += [plain(paragraph.text[at:start]), before, plain(paragraph.text[start:end]), after]
        at = end
    return "".join([*parts, plain(paragraph.text[at:])])


def _md(text: str) -> str:
    """Words with the signs that Markdown would take for markup escaped."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)


def _about(reading: "Reading") -> str:
    """The file, what it was taken for, and the meeting it belongs to."""
    return "; ".join(part for part in (reading.file, reading.kind, reading.meeting) if part)


def _where(paragraph: "ReadParagraph") -> str:
    """The ordinal of a paragraph, and its page: "12 p3"."""
    page = f" p{paragraph.page}" if paragraph.page is not None else ""
    return f"{paragraph.ordinal}{page}"


def _values(fact: "ReadFact", reading: "Reading") -> list[str]:
    """The values of a fact, but for the meeting that the paper belongs to."""
    return [
        f"{spaced(name)}: {', '.join(held)}"
        for name, held in fact.values.items()
        if held != (reading.meeting,)
    ]


def _origin(fact: "ReadFact") -> str:
    """Which extractor said it, and how sure it is."""
    sure = "" if fact.confidence is None else f" {fact.confidence:.0%}"
    return f"{fact.rule or 'unknown'}{sure}"


def _mentioned(paragraph: "ReadParagraph") -> str:
    return "; ".join(", ".join(names) for names in paragraph.mentions.values())
