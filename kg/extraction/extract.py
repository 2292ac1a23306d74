"""From a document to its facts: the extractors in their order, each with its version."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extraction import yields
from kg.extraction.actions import actions
from kg.extraction.agenda import agenda
from kg.extraction.attendance import attendance
from kg.extraction.context import Context, context, items_of
from kg.extraction.decisions import decisions, motions, under_items
from kg.extraction.decisions.sent_on import sent_on
from kg.extraction.meetings import meetings, referred
from kg.extraction.mentions import citations, figures, links, organisations, programmes
from kg.extraction.people import contact_details, memberships, people
from kg.extraction.reports import recommendations, reports
from kg.extraction.reports.reports import ReportPart
from kg.facts import Action, AgendaItem, Decision, Facts, PersonName, Place
from kg.model import Document
from kg.reference import Councils
from kg.structure.names.file_names import title_by_file
from kg.structure.parts import PartKind

_OTHER = "other"
"""The kind of a paper that is none of the others."""


def extract(document: Document, councils: Councils) -> Facts:
    """Every fact that the extractors find in a document, and why to doubt that it is all."""
    facts = _facts(context(document, councils))
    return replace(facts, doubts=yields.doubts(document, facts))


def _facts(of: Context) -> Facts:
    items = agenda.agenda_items(of)
    found = reports.reports(of, items)
    attended = attendance.attendance(of)
    members = memberships.memberships(of)
    mentions = people.people(of, found, attended, members)
    initials = people.initials(mentions)
    named = programmes.programmes(of)
    kind = _kind(of)
    decided = _moved(under_items.with_items(decisions.decisions(of), items), initials)
    held = meetings.meetings(of)
    bodies = organisations.organisations(of, mentions)
    return Facts(
        kind=kind,
        title=_title(of, kind),
        meeting=of.main,
        dated=of.main.date if of.main else None,
        meetings=held,
        attendance=attended,
        memberships=members,
        items=items,
        reports=tuple(one.report for one in found),
        recommendations=(
            *recommendations.recommendations(of, found),
            *sent_on(of.document, decided),
        ),
        decisions=decided,
        actions=_assigned(actions.actions(of, found, mentions), initials),
        people=mentions,
        organisations=bodies,
        programmes=named,
        figures=figures.figures(of, named),
        references=referred.references(of, held, attended),
        contact_details=contact_details.contact_details(
            of, mentions, [one.report for one in found]
        ),
        links=links.links(of),
        citations=citations.citations(of, named, bodies, [one.report for one in found]),
        places=_places(of, found, items),
    )


def _moved(found: Sequence[Decision], initials: Mapping[str, PersonName]) -> tuple[Decision, ...]:
    """Decisions whose mover or seconder is written in initials that the document defines."""
    return tuple(
        replace(
            decision,
            moved_by=motions.known(decision.moved_by, initials),
            seconded_by=motions.known(decision.seconded_by, initials),
        )
        for decision in found
    )


def _assigned(found: Sequence[Action], initials: dict[str, PersonName]) -> tuple[Action, ...]:
    """Actions whose assignee is written in initials that the document defines."""
    resolved = []
    for action in found:
        parts = (
            (action.assignee_as_written or "")
            .replace("/", " ")
            .replace(",", " ")
            .replace("&", " ")
            .split()
        )
        known = tuple(initials[part] for part in parts if part in initials)
        resolved.append(
            replace(action, assignees=known) if known and not action.assignees else action
        )
    return tuple(resolved)


def _kind(of: Context) -> str:
    kinds = [part.kind for part in of.parts]
    if PartKind.AGENDA in kinds:
        return "agenda pack"
    for kind, name in (
        (PartKind.MINUTES, "minutes"),
        (PartKind.UPDATE, "update"),
        (PartKind.REPORT, "report"),
    ):
        if kind in kinds:
            return name
    return _OTHER


def _title(of: Context, kind: str) -> str:
    """What to call the document: its own title, or its body, day and kind, or by its file."""
    if kind in ("agenda pack", "minutes") and of.main is not None:
        day = f"{of.main.date.day} {of.main.date:%B %Y}"
        return f"{of.main.board}, {day}: {kind}"
    return title_by_file(of.document) if kind == _OTHER else of.document.title


def _places(
    of: Context, found: Sequence[ReportPart], items: Sequence[AgendaItem]
) -> dict[int, Place]:
    """The meeting, item and report that each paragraph stands in."""
    places: dict[int, Place] = {}
    for index, (part, meeting) in enumerate(zip(of.parts, of.meetings, strict=True)):
        report = next((one.report for one in found if index in one.parts), None)
        place = Place(meeting, report.item if report else None, report.title if report else None)
        for ordinal in range(part.first, part.last):
            places[ordinal] = place
        if part.kind is PartKind.MINUTES:
            for item in items_of(of, part):
                for ordinal in range(item.first, item.last):
                    places[ordinal] = Place(meeting, item.label)
    stated = Counter(quote.paragraph for one in items for quote in one.evidence)
    for one in items:
        alone = stated[one.evidence[0].paragraph] == 1
        for quote in one.evidence:
            place = places.get(quote.paragraph, Place())
            places[quote.paragraph] = replace(place, item=one.label) if alone else place
    return places
