"""The actions of a plan: those under a heading that speaks of actions and names the subject."""

from queries.answering.asking import Asking
from queries.graphs.place import places
from queries.texts.wording import stems

_STATED = """SELECT DISTINCT ?fact ?paragraph
WHERE { ?paragraph mb:inDocument <%s> . ?fact mb:statedIn ?paragraph ; a mb:Action }"""


def planned(asking: Asking) -> list[str]:
    """The actions under a heading that speaks of actions and names the subject: those of a plan."""
    subject = {*asking.question.subject, *stems("action")}
    for hit in asking.result.hits if asking.question.subject else ():
        heads = hit.place.headings
        named = (at for at, head in enumerate(heads, 1) if subject <= set(stems(head)))
        if depth := next(named, 0):
            return _stated_under(asking, hit.place.document, heads[:depth])
    return []


def _stated_under(asking: Asking, document: str, heads: tuple[str, ...]) -> list[str]:
    """The actions that paragraphs of a document state under a path of headings."""
    rows = asking.graph.select(_STATED % document).rows
    held = places(asking.graph, sorted({str(paragraph) for _, paragraph in rows}))
    under = {one for one, place in held.items() if place.headings[: len(heads)] == heads}
    return sorted({str(fact) for fact, paragraph in rows if str(paragraph) in under})
