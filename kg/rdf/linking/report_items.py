"""For which item of its meeting a report was written that was published by itself and does not say.

It is the one item whose title has all telling words of the report's or half of all, if no other
is as like it and it is as like no other report.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg import terms as t
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach
from kg.rdf.linking.same_items import agenda_item, likeness, only_best, title_heads

Titles = dict[str, list[frozenset[str]]]
"""The titles of reports or items (IRIs), each as the heads of its telling words."""


def link_reports(draft: Draft, reach: Reach) -> None:
    """Bring up to date for which items the reports of the meetings within reach were written."""
    gone = draft.from_(reach.of_kind("report"), t.FOR_ITEM)
    gone |= draft.to(t.FOR_ITEM, reach.of_kind("item"))
    wanted: list[Linked] = []
    for meeting in sorted(reach.meetings):
        reports = reach.there(meeting, t.OF_MEETING, "report")
        gone |= draft.from_(reports, t.FOR_ITEM)
        alone = [one for one in reports if not reach.graph.objects(one, t.ON_ITEM)]
        if alone:
            wanted += _linked(_reports(reach, alone), _items(reach, meeting))
    draft.relink(gone, wanted)


def item_of(reach: Reach, recommendation: str) -> str:
    """The item for which the report that makes a recommendation was written, "" if unknown."""
    reports = reach.graph.objects(recommendation, t.MADE_IN)
    return next((item for one in reports for item in reach.graph.objects(one, t.FOR_ITEM)), "")


def _reports(reach: Reach, reports: Iterable[str]) -> Titles:
    told = reach.graph.described(reports, frozenset({t.TITLE}))
    return {iri: [heads] for iri, said in told.items() if (heads := title_heads(said))}


def _items(reach: Reach, meeting: str) -> Titles:
    """The items of a meeting, each with its titles on the agenda and in the minutes."""
    found: Titles = defaultdict(list)
    told = reach.graph.described(reach.items([meeting]), frozenset({t.TITLE}))
    for iri, said in told.items():
        if heads := title_heads(said):
            found[agenda_item(reach, iri)].append(heads)
    return found


def _linked(reports: Titles, items: Titles) -> Iterator[Linked]:
    """Each report with the one item that it is most like, and that is most like it."""
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for report, (own,) in reports.items():
        for item, titles in items.items():
            if alike := max(likeness(own, one) for one in titles):
                near[report][item] = near[item][report] = alike
    for report in reports:
        best = only_best(near[report])
        if best is not None and only_best(near[best]) == report:
            yield Linked((report, t.FOR_ITEM, best), Reason.of("title_of_item", "inferred"))
