"""A history as a picture: SVG and PNG drawn by Matplotlib, a page of HTML, a Mermaid timeline."""

import html
import io
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from cli.html_page import page
from cli.page import located, short, when
from kg.reading.normalise import visible

if TYPE_CHECKING:
    from queries.tracing.history import History, Step

_INCHES, _ROW = 10.0, 0.62
_QUOTE = 150
_WRAP = 96
_COLOURS = {"quoted": "#1b5e8c", "inferred": "#c77f1b"}
_STYLE = (
    "body{font-family:sans-serif;max-width:50em;margin:2em auto}ol{list-style:none;padding:0;"
    "border-left:3px solid #1b5e8c}li{padding:0 0 1.2em 1em}li.inferred{border-left:3px solid "
    "#c77f1b;margin-left:-3px}q{display:block;margin:.3em 0}small{color:#666}.gap{color:#a11}"
)


def write_picture(form: str, history: "History") -> None:
    """Write a history as svg, png, html or mermaid; equal histories give equal bytes."""
    if form == "html":
        click.echo(_html(history), nl=False)
    elif form == "mermaid":
        click.echo(_mermaid(history), nl=False)
    else:
        if form == "png" and sys.stdout.isatty():
            raise click.UsageError("a picture is no text; write it to a file: … > matter.png")
        sys.stdout.buffer.write(_drawn(form, history))


def _drawn(form: str, history: "History") -> bytes:
    """The steps one below the other, each with a mark on a line of time."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    steps = history.steps
    with mpl.rc_context({"svg.hashsalt": "minutebook", "svg.fonttype": "none"}):
        figure = Figure(figsize=(_INCHES, _ROW * max(len(steps), 1) + 1))
        axes = figure.add_axes((0.02, 0.02, 0.96, 0.9))
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim(len(steps) - 0.4, -0.6)
        axes.set_title(_plain(f"{history.matter.title}: {history.status}"), loc="left", fontsize=11)
        axes.plot([0.02, 0.02], [0, max(len(steps) - 1, 0)], color="#bbbbbb", zorder=0)
        for row, step in enumerate(steps):
            axes.plot(0.02, row, "o", color=_COLOURS[step.basis], markersize=7)
            axes.text(0.04, row, _plain(_head(step)), va="bottom", fontsize=8, weight="bold")
            lines = textwrap.wrap(short(step.quote, _QUOTE), _WRAP)
            axes.text(0.04, row + 0.04, _plain("\n".join(lines)), va="top", fontsize=7)
        out = io.BytesIO()
        dated = {"Date": None} if form == "svg" else {"Software": None}
        figure.savefig(out, format=form, metadata=dated, dpi=150)
    return out.getvalue()


def _plain(text: str) -> str:
    """A text in which nothing is mathematics to Matplotlib, and nothing what SVG cannot hold."""
    return visible(text).replace("$", r"\$")


def _head(step: "Step") -> str:
    day = when(step.date, step.time)
    sure = f" ({step.basis}, {step.confidence:.0%})" if step.basis == "inferred" else ""
    return f"{day}  {step.kind}{sure}  {located(step.file, step.page, None)}"


def _html(history: "History") -> str:
    steps = "\n".join(
        f'<li class="{step.basis}"><strong>{html.escape(when(step.date, step.time))}</strong> '
        f"{step.kind}{_sure(step)}<q>{html.escape(step.quote)}</q>"
        f"<small>{html.escape(located(step.file, step.page, None))}</small></li>"
        for step in history.steps
    )
    gaps = "".join(f'<p class="gap">{html.escape(gap)}</p>\n' for gap in history.gaps)
    status = f"<p>Status: {html.escape(history.status)}</p>"
    return page(history.matter.title, f"{status}\n<ol>\n{steps}\n</ol>\n{gaps}", _STYLE)


def _sure(step: "Step") -> str:
    return f" <small>inferred, {step.confidence:.0%}</small>" if step.basis == "inferred" else ""


def _mermaid(history: "History") -> str:
    """A Mermaid timeline: days, and what happened on each; inferred steps are marked."""
    lines = ["timeline", f"    title {_safe(history.matter.title)}"]
    days: dict[str, list[Step]] = {}
    for step in history.steps:
        days.setdefault(when(step.date, step.time), []).append(step)
    for day, told in days.items():
        lines.append(f"    {day} : " + " : ".join(map(_event, told)))
    return "\n".join(lines) + "\n"


def _event(step: "Step") -> str:
    mark = " (inferred)" if step.basis == "inferred" else ""
    return f"{step.kind}{mark} – {_safe(short(step.quote, _QUOTE))}"


def _safe(text: str) -> str:
    """A text without the signs that part things in Mermaid."""
    return " ".join(text.replace(":", " –").replace(";", ",").replace("#", "no. ").split())
