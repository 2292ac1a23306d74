"""Text for people: colours and highlights on a terminal, plain words elsewhere."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.output import Record, cell
from cli.page import (
    EXCERPT,
    console,
    hang,
    inset,
    located,
    say,
    short,
    source_line,
    spaced,
)
from queries.understanding.periods import long_date

if TYPE_CHECKING:
    from queries.answering.answer import Answer, Citation, Named
    from queries.graphs.place import Place
    from queries.search import Hit, SearchResult
    from queries.show import Card, Link

AROUND = 6
"""How many things of one kind are named around an answer; of more it is said how many there are."""
SHORT_LABEL = 40
"""Characters of a label up to which a list of hits shows it."""


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
    if explain:
        for line in _understood(result):
            inset(out, Text(line, style="dim"), 0)
        out.print()
    if not result.hits:
        out.print("Nothing found.")
    for hit in result.hits:
        hang(out, f"{hit.rank:>3}  ", _place(hit.place))
        if hit.place.heading:
            inset(out, Text(hit.place.heading, style="italic dim"))
        inset(out, _excerpt(hit))
        if hit.facts:
            inset(out, Text(f"states: {_stated(hit)}", style="green"))
        if explain:
            inset(out, Text(_why(hit), style="dim"))
            for path in hit.paths:
                inset(out, Text(f"path: {path.link} › {path.label}", style="dim"))
        out.print()


def show_answer(answer: "Answer") -> None:
    """Show an answer, the quotes it rests on, and what the graph knows around it."""
    out = console()
    quoted = {line for one in answer.citations for line in one.quote.splitlines()}
    if not quoted.issuperset(answer.answer.splitlines()):
        inset(out, Text(answer.answer, style="bold"), 0)
        out.print()
    if answer.note:
        inset(out, Text(answer.note), 0)
    for number, citation in enumerate(answer.citations, 1):
        hang(out, f"{f'[{number}]':<5}", _cited(citation))
        inset(out, Text(f"“{citation.quote}”"))
    around = list(_around(answer))
    if around:
        out.print()
    for line in around:
        inset(out, line, 0)
    if answer.sparql is not None:
        out.print()
        inset(out, Text("Asked of the graph:", style="dim"), 0)
        for row in answer.sparql.strip().splitlines():
            out.print(Text(row, style="dim"), soft_wrap=True)


def show_card(card: "Card") -> None:
    """Show a resource, what is said of it, and its links, as a card."""
    out = console()
    out.print(Text(card.label, style="bold").append(f"  {card.type}", style="not bold dim"))
    out.print(Text(card.iri, style="dim"))
    for held in card.properties:
        if held.values != (card.label,):
            say(out, spaced(held.name), "; ".join(_value(value) for value in held.values))
    for group in card.groups:
        out.print()
        out.print(Text(group.title, style="bold"))
        for link in group.links:
            _show_link(out, link, depth=1)
    for source in card.sources:
        out.print()
        out.print(Text(source_line(source), style="dim"))
        if source.quote:
            inset(out, Text(f"“{source.quote}”"))


def show_rulings(rulings: Sequence[Record], base: str) -> None:
    """Show corrections one below the other, the IRIs of the library without their ``base``."""
    out = console()
    if not rulings:
        out.print("No corrections.")
    for ruling in rulings:
        out.print(Text(f"{ruling['key']}  {ruling['verdict']}", style="bold"))
        for name in ("subject", "property", "value", "because"):
            say(out, name, cell(ruling[name]).removeprefix(base))
        say(out, "by", f"{ruling['by']}, {cell(ruling['on'])}")
        if not ruling["in_force"]:
            say(out, "idle", "no paper held speaks of it")
        out.print()


def _show_link(out: Console, link: "Link", depth: int) -> None:
    line = Text()
    if link.date:
        line.append(f"{long_date(link.date)}  ", style="cyan")
    line.append(short(link.label, 160))
    if link.detail:
        line.append(f"  {link.detail}", style="green")
    if link.source:
        line.append(f"  [{source_line(link.source)}]", style="dim")
    inset(out, line, 2 * depth)
    for part in link.links:
        _show_link(out, part, depth + 1)


def _place(place: "Place") -> Text:
    """Where a paragraph stands, on one line."""
    line = Text(located(place.file, place.page, place.number), style="bold")
    if place.meeting:
        day = long_date(place.meeting.date) if place.meeting.date else None
        told = ", ".join(part for part in (place.meeting.board, day) if part)
        line.append(f" · {told}", style="not bold cyan")
    if place.item:
        told = " ".join(part for part in (place.item.number, place.item.title) if part)
        line.append(f" · item {told}", style="not bold")
    return line


def _cited(citation: "Citation") -> Text:
    return Text(located(citation.file, citation.page, citation.number), style="cyan")


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


def _understood(result: "SearchResult") -> Iterator[str]:
    """What was understood of a question, and what each signal weighed for it."""
    asked = result.question
    yield f"asks for: {', '.join((asked.way, *asked.facts))}"
    for name in asked.mentions:
        yield f"name: {asked.text[name.start : name.end]} = {', '.join(name.labels)} ({name.kind})"
    for period in asked.periods:
        yield f"time: {asked.text[period.begin : period.end]}"
    yield f"subject: {asked.topic or 'none'}"
    weights = ", ".join(f"{name} {weight:.2f}" for name, weight in result.weights.items())
    yield f"words shared {result.shared:.2f}, nearest {result.nearest:.2f}; weights: {weights}"


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
        "Presented by": context.presenters,
        "Also decided": context.decisions,
        "Actions": context.actions,
    }
    for title, named in groups.items():
        if named:
            labels = "; ".join(short(one.label, EXCERPT) for one in named[:AROUND])
            labels += f"; and {len(named) - AROUND} more" if len(named) > AROUND else ""
            yield Text(f"{title}: ", style="dim").append(labels)


def _value(value: object) -> str:
    return long_date(value) if isinstance(value, date) else cell(value)
