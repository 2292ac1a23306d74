"""Text for people: colours and highlights on a terminal, plain words elsewhere."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.output import Record, cell

if TYPE_CHECKING:
    from queries.actions import ActionRow
    from queries.answering.answer import Answer, Citation, Named
    from queries.ledger import LedgerRow
    from queries.place import Place
    from queries.search import Hit, SearchResult
    from queries.show import Card, Link
    from queries.sources import Source
    from queries.tracing.history import History

PLAIN_WIDTH = 100
"""Columns of text where the output is no terminal and COLUMNS is not set."""
EXCERPT = 480
"""Characters of a long paragraph that a list of hits shows."""
SHORT_LABEL = 40
"""Characters of a label up to which a list of hits shows it."""


def console() -> Console:
    """A console on standard output; it shows words as they are, never as markup."""
    wide = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = None if wide else PLAIN_WIDTH
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(width=width, color_system=colours, markup=False, highlight=False, emoji=False)


def long_date(day: date) -> str:
    """A day as people write it: 21 July 2023."""
    return f"{day.day} {day:%B %Y}"


def show_table(records: Sequence[Record], columns: Sequence[str]) -> None:
    """Show records as a table."""
    if not records:
        console().print("Nothing found.")
        return
    table = Table(*columns, box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for record in records:
        table.add_row(*(Text(cell(record.get(column))) for column in columns))
    console().print(table)


def show_search(result: "SearchResult", *, explain: bool) -> None:
    """Show hits, with the words that were asked for highlighted."""
    out = console()
    if not result.hits:
        out.print("Nothing found.")
    for hit in result.hits:
        hang(out, f"{hit.rank:>3}  ", _place(hit.place))
        if hit.place.heading:
            _inset(out, Text(hit.place.heading, style="italic dim"))
        _inset(out, _excerpt(hit))
        if hit.facts:
            _inset(out, Text(f"states: {_stated(hit)}", style="green"))
        if explain:
            _inset(out, Text(_why(hit), style="dim"))
        out.print()


def show_answer(answer: "Answer") -> None:
    """Show an answer, the quotes it rests on, and what the graph knows around it."""
    out = console()
    quoted = {line for one in answer.citations for line in one.quote.splitlines()}
    if not quoted.issuperset(answer.answer.splitlines()):
        _inset(out, Text(answer.answer, style="bold"), 0)
        out.print()
    if answer.note:
        _inset(out, Text(answer.note), 0)
    for number, citation in enumerate(answer.citations, 1):
        hang(out, f"{f'[{number}]':<5}", _cited(citation))
        _inset(out, Text(f"“{citation.quote}”"))
    around = list(_around(answer))
    if around:
        out.print()
    for line in around:
        _inset(out, line, 0)


def show_history(history: "History") -> None:
    """Show the steps of a matter as a timeline, and what is missing from it."""
    out = console()
    _inset(out, Text(history.matter.title, style="bold"), 0)
    _inset(out, Text(f"status: {history.status}", style="yellow"), 0)
    for step in history.steps:
        day = long_date(step.date) if step.date else "undated"
        line = Text(day, style="cyan").append(f"  {step.kind}", style="bold")
        if step.basis == "inferred":
            line.append(f"  inferred, {step.confidence:.0%}", style="dim")
        out.print()
        hang(out, "● ", line)
        hang(out, "│   ", Text(f"“{_short(step.quote, EXCERPT)}”"), "│   ")
        hang(out, "│   ", Text(_located(step.file, step.page, None), style="dim"), "│   ")
    for gap in history.gaps:
        out.print()
        hang(out, "○ ", Text(gap, style="red"))


def show_card(card: "Card") -> None:
    """Show a resource, what is said of it, and its links, as a card."""
    out = console()
    out.print(Text(card.label, style="bold").append(f"  {card.type}", style="not bold dim"))
    out.print(Text(card.iri, style="dim"))
    for held in card.properties:
        if held.values != (card.label,):
            _say(out, spaced(held.name), "; ".join(_value(value) for value in held.values))
    for group in card.groups:
        out.print()
        out.print(Text(group.title, style="bold"))
        for link in group.links:
            _show_link(out, link, depth=1)
    for source in card.sources:
        out.print()
        out.print(Text(_source(source), style="dim"))
        if source.quote:
            _inset(out, Text(f"“{source.quote}”"))


def show_actions(rows: "Sequence[ActionRow]") -> None:
    """Show actions one below the other: when due and how they stand, words, owner, source."""
    out = console()
    if not rows:
        out.print("No actions.")
    for row in rows:
        out.print(Text(_due(row), style="bold").append(f"  {_standing(row)}", style="yellow"))
        _inset(out, Text(_short(row.text, EXCERPT)))
        owner = "; ".join(row.owners) or row.owner_as_written
        _say(out, "owner", owner)
        _say(out, "was due", ", ".join(long_date(day) for day in row.moves))
        _say(out, "latest", row.update and _short(row.update, EXCERPT))
        _say(out, "in", "; ".join(dict.fromkeys(_source(source) for source in row.sources)))
        out.print()


def show_ledger(rows: "Sequence[LedgerRow]") -> None:
    """Show recommendations one below the other, each with what became of it."""
    out = console()
    if not rows:
        out.print("No recommendations.")
    for row in rows:
        out.print(Text(row.reference, style="bold").append(f"  {row.status}", style="yellow"))
        _say(out, "of", row.origin)
        _inset(out, Text(_short(row.text, EXCERPT)))
        if row.decision:
            day, basis = long_date(row.decision.date), row.decision.basis
            words = f"{_short(row.decision.text, EXCERPT)} ({day}; {basis})"
            _say(out, "decision", words)
        for action in row.actions:
            _say(out, "action", f"{_short(action.text, EXCERPT)} ({_standing(action)})")
        if row.latest:
            label = f": {_short(row.latest.label, EXCERPT)}" if row.latest.label else ""
            _say(out, row.latest.kind, long_date(row.latest.date) + label)
        if row.never_reported_back:
            _say(out, "open", "no later paper tells of it")
        out.print()


def show_rulings(rulings: Sequence[Record], base: str) -> None:
    """Show corrections one below the other, the IRIs of the library without their ``base``."""
    out = console()
    if not rulings:
        out.print("No corrections.")
    for ruling in rulings:
        out.print(Text(f"{ruling['key']}  {ruling['verdict']}", style="bold"))
        for name in ("subject", "property", "value", "because"):
            words = cell(ruling[name])
            _say(out, name, words.removeprefix(base))
        _say(out, "by", f"{ruling['by']}, {cell(ruling['on'])}")
        if not ruling["in_force"]:
            _say(out, "idle", "no paper held speaks of it")
        out.print()


def _say(out: Console, name: str, words: str | None) -> None:
    """A line with a name before it; none where there is nothing to say."""
    if words:
        _inset(out, Text(f"{name}: ", style="cyan").append(words, style="not cyan"))


def _due(row: "ActionRow") -> str:
    if row.due:
        return f"due {long_date(row.due)}"
    return f"due {row.due_as_written}" if row.due_as_written else "no due date"


def _standing(row: "ActionRow") -> str:
    """How an action stands: "overdue by 12 days", "complete", "nothing said"."""
    if row.overdue:
        return f"overdue by {row.days_overdue} days"
    return row.status or "nothing said"


def _show_link(out: Console, link: "Link", depth: int) -> None:
    line = Text()
    if link.date:
        line.append(f"{long_date(link.date)}  ", style="cyan")
    line.append(_short(link.label, 160))
    if link.detail:
        line.append(f"  {link.detail}", style="green")
    if link.source:
        line.append(f"  [{_source(link.source)}]", style="dim")
    _inset(out, line, 2 * depth)
    for part in link.links:
        _show_link(out, part, depth + 1)


def _place(place: "Place") -> Text:
    """Where a paragraph stands, on one line."""
    line = Text(_located(place.file, place.page, place.number), style="bold")
    if place.meeting:
        day = long_date(place.meeting.date) if place.meeting.date else None
        told = ", ".join(part for part in (place.meeting.board, day) if part)
        line.append(f" · {told}", style="not bold cyan")
    if place.item:
        told = " ".join(part for part in (place.item.number, place.item.title) if part)
        line.append(f" · item {told}", style="not bold")
    return line


def _located(file: str, page: int | None, number: str | None) -> str:
    parts = [file]
    if page is not None:
        parts.append(f"page {page}")
    if number is not None:
        parts.append(f"paragraph {number}")
    return ", ".join(parts)


def _cited(citation: "Citation") -> Text:
    return Text(_located(citation.file, citation.page, citation.number), style="cyan")


def _source(source: "Source") -> str:
    return _located(source.file, source.page, source.number)


def _excerpt(hit: "Hit") -> Text:
    """The paragraph, or the part of a long one around its first match, with matches marked."""
    text = Text(hit.place.text)
    for start, end in hit.matched:
        text.stylize("bold yellow", start, end)
    if len(text) <= EXCERPT:
        return text
    first = hit.matched[0][0] if hit.matched else 0
    start = max(0, min(first - EXCERPT // 4, len(text) - EXCERPT))
    part = text[start : start + EXCERPT]
    return (
        Text("… " if start else "").append(part).append(" …" if start + EXCERPT < len(text) else "")
    )


def _stated(hit: "Hit") -> str:
    """The facts that a paragraph states: their kinds, with labels that are short."""
    told = [
        spaced(fact.type) + (f" {fact.label}" if len(fact.label) <= SHORT_LABEL else "")
        for fact in hit.facts
    ]
    return ", ".join(dict.fromkeys(told))


def _why(hit: "Hit") -> str:
    ranks = ", ".join(f"{name} {rank}" for name, rank in hit.why.items() if rank is not None)
    return f"score {hit.score:.3f}; rank by {ranks or 'nothing'}"


def _around(answer: "Answer") -> Iterator[Text]:
    """A line for each kind of thing that the graph knows around an answer."""
    context = answer.context
    groups: dict[str, Sequence[Named]] = {
        "Meetings": context.meetings,
        "Items": context.items,
        "People": context.people,
        "Organisations": context.organisations,
        "Programmes": context.programmes,
        "Matters": context.matters,
    }
    for title, named in groups.items():
        if named:
            yield Text(f"{title}: ", style="dim").append("; ".join(one.label for one in named))


def _inset(out: Console, text: Text, columns: int = 5) -> None:
    """Show a text with a margin on its left."""
    hang(out, " " * columns, text)


def hang(out: Console, mark: str, text: Text, margin: str | None = None) -> None:
    """Show a text with a mark before its first line, and a margin (blanks) before the rest."""
    rest = " " * len(mark) if margin is None else margin
    for number, line in enumerate(text.wrap(out, out.width - len(mark))):
        line.rstrip()
        out.print(Text(rest if number else mark).append_text(line))


def _short(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def spaced(name: str) -> str:
    """A name in camel case as words: "startTime" is "start time"."""
    words = (f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return "".join(words).strip()


def _value(value: object) -> str:
    return long_date(value) if isinstance(value, date) else cell(value)
