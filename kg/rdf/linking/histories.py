"""What became of it: matters, their steps, and links across meetings.

The graph of histories is brought up to date after each change of papers. Each of its statements
belongs to a resource (`kg.rdf.linking.drafting`); what a change reaches (`kg.rdf.linking.reach`) is
worked out anew and all else stays as it is, so that the work grows with the change and not with the
library. The outcome is the same as if all had been worked out from the beginning. A matter keeps
its IRI when papers are added, because the IRI is made of the words that hold the matter together.
"""

from typing import TYPE_CHECKING

from kg.rdf.iris import Iris
from kg.rdf.linking.action_lives import follow_actions
from kg.rdf.linking.answers import link_answers
from kg.rdf.linking.arising import link_arising
from kg.rdf.linking.deliveries import link_deliveries
from kg.rdf.linking.drafting import Draft
from kg.rdf.linking.matters import follow_matters
from kg.rdf.linking.meeting_order import order_meetings
from kg.rdf.linking.reach import Reach
from kg.rdf.linking.references import link_references
from kg.rdf.linking.report_items import link_reports
from kg.rdf.linking.same_items import link_items

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph


def update(graph: "KnowledgeGraph", iris: Iris) -> dict[str, set[str]]:
    """Bring the graph of histories up to date with what has changed since it was last.

    That is what the documents and the graphs of identity and of curation have come to say
    since ``graph`` was opened or last brought up to date: it is returned as
    `KnowledgeGraph.touched` tells it.
    """
    touched = graph.touched()
    draft, reach = Draft(graph, iris), Reach(graph, iris, frozenset(touched))
    order_meetings(draft, reach)
    link_items(draft, reach)
    link_reports(draft, reach)
    followed = follow_actions(draft, reach)
    link_answers(draft, reach)
    link_arising(draft, reach, followed)
    link_references(draft, reach)
    link_deliveries(draft, reach, followed)
    follow_matters(draft, reach, followed)
    graph.touched()
    return touched


def rebuild(graph: "KnowledgeGraph", iris: Iris) -> dict[str, set[str]]:
    """Work out the graph of histories from the beginning; returns what `update` does."""
    graph.remove_graph(iris.graph("histories"))
    graph.touch_all()
    return update(graph, iris)
