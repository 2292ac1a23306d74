"""Text for people: what became of matters, recommendations and actions."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

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
    when,
)
from queries.graphs.sources import said_before
from queries.understanding.periods import long_date

if TYPE_CHECKING:
    from queries.changes import Change
    from queries.following.action_rows import ActionRow, Done, Entry, ToldDone
    from queries.following.answered import Reworded
    from queries.following.ledger_rows import LedgerRow, Taken
    from queries.loose_ends import LooseEnd
    from queries.network import Stop
    from queries.path import Hop
    from queries.tracing.history import History


def show_history(history: "History") -> None:
    """Show the steps of a matter as a timeline, and what is missing from it."""
    out = console()
    inset(out, Text(history.matter.title, style="bold"), 0)
    inset(out, Text(f"status: {history.status}", style="yellow"), 0)
    for step in history.steps:
        line = Text(when(step.date, step.time), style="cyan").append(f"  {step.kind}", style="bold")
        if step.basis == "inferred":
            line.append(f"  inferred, {step.confidence:.0%}", style="dim")
        out.print()
        hang(out, "● ", line)
        hang(out, "│   ", Text(f"“{short(step.quote, EXCERPT)}”"), "│   ")
        hang(out, "│   ", Text(located(step.file, step.page, None), style="dim"), "│   ")
    for gap in history.gaps:
        out.print()
        hang(out, "○ ", Text(gap, style="red"))


def show_actions(rows: "Sequence[ActionRow]") -> None:
    """Show actions one below the other: when due and how they stand, words, owner, papers."""
    out = console()
    if not rows:
        out.print("No actions.")
    for row in rows:
        out.print(Text(_due(row), style="bold").append(f"  {_standing(row)}", style="yellow"))
        number = f"{row.number}{'.' if row.number.isdigit() else ''} " if row.number else ""
        if before := said_before(row.sources):
            inset(out, Text(f"“{short(before, EXCERPT)}”", style="dim"))
        inset(out, Text(short(f"{number}{row.text}", EXCERPT)))
        say(out, "owner", "; ".join(row.owners) or row.owner_as_written)
        say(out, "owner before", "; ".join(row.owners_before))
        say(out, "was due", _moved(row))
        if row.update and not (row.done and row.done.words == row.update):
            say(out, "latest", short(row.update, EXCERPT))
        say(out, "done", _done(row.done) if row.done else None)
        say(out, "seems done", _told_done(row.told_done) if row.told_done else None)
        say(out, "silent since", long_date(row.silent_since) if row.silent_since else None)
        if len(row.life) > 1:
            for at, entry in enumerate(row.life):
                hang(out, "     · ", _entry(entry, "told of" if at else "given"))
        else:
            where = "; ".join(dict.fromkeys(source_line(one) for one in row.sources))
            say(
                out,
                "in",
                "".join(f"{when(one.day, one.time)}, " for one in row.life if one.day) + where,
            )
        out.print()


def _moved(row: "ActionRow") -> str | None:
    """The due dates before, and how far they lie apart: "31 May 2024 (put off by 61 days)"."""
    days = ", ".join(long_date(day) for day in row.moves)
    if not row.days_moved:
        return days
    how = "put off" if row.days_moved > 0 else "brought forward"
    return f"{days} ({how} by {_days(abs(row.days_moved))})"


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def _done(done: "Done") -> str:
    day = f"by {long_date(done.day)}, " if done.day else ""
    return f"{day}{done.file}" + (f": {short(done.words, EXCERPT)}" if done.words else "")


def _told_done(told: "ToldDone") -> str:
    return (
        f"{long_date(told.day)}, {told.file}: “{short(told.words, EXCERPT)}”"
        f" ({told.joined.basis}, {told.joined.confidence:.0%})"
    )


def _entry(entry: "Entry", silent: str) -> Text:
    """What one paper says of an action, on one line; ``silent`` where it says nothing of how the
    action stands.
    """
    line = Text(when(entry.day, entry.time), style="cyan")
    line.append(f"  {entry.status_as_written or entry.status or silent}")
    if entry.due_as_written:
        line.append(f", due {short(entry.due_as_written.rstrip(' .;'), 60)}")
    line.append(f"  {entry.file}", style="dim")
    if entry.joined and entry.joined.basis == "inferred":
        line.append(f"  inferred, {entry.joined.confidence:.0%}", style="dim")
    return line


def show_ledger(rows: "Sequence[LedgerRow]") -> None:
    """Show recommendations one below the other, each with what became of it."""
    out = console()
    if not rows:
        out.print("No recommendations.")
    for row in rows:
        out.print(Text(row.reference, style="bold").append(f"  {row.status}", style="yellow"))
        say(out, "of", row.origin)
        if row.kind == "external":
            say(out, "by", "; ".join(row.made_by))
        inset(out, Text(short(row.text, EXCERPT)))
        say(out, "response", short(row.response, EXCERPT) if row.response else None)
        if row.decision:
            day, taken = long_date(row.decision.date), row.decision
            told = f"{short(taken.text, EXCERPT)} ({day}; {taken.answer}; {taken.basis})"
            say(out, "decision", told)
            say(out, "changed", _reworded(taken))
        for action in row.actions:
            say(out, "action", f"{short(action.text, EXCERPT)} ({_standing(action)})")
        if row.latest:
            label = f": {short(row.latest.label, EXCERPT)}" if row.latest.label else ""
            say(out, row.latest.kind, long_date(row.latest.date) + label)
        say(out, "lead", "; ".join(row.leads))
        say(out, "open", _open(row))
        out.print()


def _open(row: "LedgerRow") -> str:
    """For how long something is owed, and whether nothing more was heard of it."""
    for_long = f"for {_days(row.days_owed)}" if row.days_owed is not None else ""
    silent = "no later paper tells of it" if row.never_reported_back else ""
    return "; ".join(filter(None, (for_long, silent)))


def _reworded(taken: "Taken") -> str:
    """The words of a decision that are not those that were asked, with both."""
    return "; ".join(_change(one) for one in taken.reworded)


def _change(one: "Reworded") -> str:
    """One change of words: "“ten” became “twelve”", "added “by May”", "left out “all”"."""
    if not one.asked:
        return f"added “{one.decided}”"
    return f"“{one.asked}” became “{one.decided}”" if one.decided else f"left out “{one.asked}”"


def _due(row: "ActionRow") -> str:
    if row.due:
        return f"due {long_date(row.due)}"
    return f"due {row.due_as_written.rstrip(' .;')}" if row.due_as_written else "no due date"


def _standing(row: "ActionRow") -> str:
    """How an action stands: "overdue by 12 days", "complete", "no status told"."""
    if row.overdue:
        return f"overdue by {_days(row.days_overdue)}"
    return row.stands


def show_changes(found: "Sequence[Change]") -> None:
    """Show what changed, day by day, and of each day kind by kind."""
    out = console()
    if not found:
        out.print("Nothing changed, as far as the papers say.")
    for (day, time), of_day in groupby(found, lambda one: (one.day, one.time)):
        out.print(Text(when(day, time), style="bold"))
        for kind, of_kind in groupby(of_day, lambda one: one.kind):
            told = list(of_kind)
            inset(out, Text(f"{kind}: {len(told)}", style="cyan"), 2)
            for one in told:
                hang(out, "    · ", _changed(one))
        out.print()


def _changed(change: "Change") -> Text:
    """What changed, on one line."""
    line = Text(short(change.text, EXCERPT)).append(_became(change))
    if change.about:
        line.append(f"  ({change.about})", style="yellow")
    if change.recorded and change.recorded > change.day:
        told = when(change.recorded, change.recorded_time)
        line.append(f"  (recorded {told})", style="dim")
    return line


def _became(change: "Change") -> str:
    """What a due date or a figure was before: " (was due 31 May 2011, now 30 June 2011)"."""
    if not change.before:
        return ""
    if change.kind == "figure":
        return f" (was {short(change.before, 60)})"
    before, after = date.fromisoformat(change.before), date.fromisoformat(change.after or "")
    return f" (was due {long_date(before)}, now {long_date(after)})"


def show_loose_ends(found: "Sequence[LooseEnd]") -> None:
    """Show what is left open, kind by kind."""
    out = console()
    if not found:
        out.print("Nothing is left open.")
    for kind, told in groupby(found, lambda one: one.kind):
        ends = list(told)
        out.print(Text(f"{kind}: {len(ends)}", style="bold"))
        for one in ends:
            line = Text(long_date(one.day) if one.day else "undated", style="cyan")
            if before := said_before(one.sources):
                line.append(f"  “{short(before, EXCERPT)}”", style="dim")
            line.append(f"  {short(one.text, EXCERPT)}", style="")
            if one.note:
                line.append(f"  ({one.note})", style="yellow")
            if one.sources:
                line.append(f"  [{source_line(one.sources[0])}]", style="dim")
            hang(out, "  · ", line)
        out.print()


def show_way(hops: "Sequence[Hop]") -> None:
    """Show how two resources hang together, step by step."""
    out = console()
    if not hops:
        out.print("The two are one.")
        return
    out.print(_stop(hops[0].start))
    for hop in hops:
        line = Text(short(hop.words, EXCERPT))
        if hop.basis == "inferred":
            line.append("  inferred", style="dim")
        if hop.source:
            line.append(f"  [{source_line(hop.source)}]", style="dim")
        hang(out, "│ ", line, "│ ")
        hang(out, "● ", _stop(hop.end))


def _stop(stop: "Stop") -> Text:
    """What is stopped at on the way, and what it is."""
    kind = spaced(stop.type).lower()
    return Text(short(stop.label, EXCERPT), style="bold").append(
        f"  ({kind})", style="not bold dim"
    )
