"""Who was to come to a meeting: those whom its agenda lists beforehand. That they came is for its
minutes to tell.
"""

from collections.abc import Iterable, Iterator

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.structured import rows_asked_of
from queries.graphs.place import Place, places
from queries.graphs.terms import iri_list
from queries.texts.wording import first_match, says, stems, stems_of

MOST = 40
"""The most people that are told."""
LINE = 20
"""The most words of a line that lists somebody."""
_NOTE = "So the agenda has it beforehand."
_PAPERS = """SELECT DISTINCT ?paper ?day ?board
WHERE {
  ?meeting a mb:Meeting ; dct:date ?day ; mb:heldBy ?board .
  ?paper mb:ofMeeting ?meeting ; mb:kind ?kind .
  FILTER(?kind != "minutes")
}
ORDER BY ?day ?paper ?board"""
_LISTED = """SELECT DISTINCT ?paragraph
WHERE {
  VALUES ?paper { %s }
  ?paragraph mb:inDocument ?paper ; mb:heading ?heading ; mb:ordinal ?ordinal .
}
ORDER BY ?paper ?ordinal ?paragraph"""


def by_expected(asking: Asking) -> Found | None:
    """Those whom the agendas of the meetings asked about list as coming, of them whom the question
    names; None where it does not ask who was to come, or none lists anybody.
    """
    question = asking.question
    match = first_match(question.text, "expected_there")
    of_all = question.whether or question.expects == "number" or says(question.text, "unexpected")
    if not question.periods or match is None or of_all:
        return None
    papers = dict.fromkeys(str(row["paper"]) for row in rows_asked_of(asking, _PAPERS))
    rows = asking.graph.select(_LISTED % iri_list(papers)).rows if papers else ()
    held = places(asking.graph, [str(paragraph) for (paragraph,) in rows])
    listed = list(_listed(held.values()))
    wanted = set(question.subject) - stems_of("questions", "asking", "attendance")
    wanted -= set(stems(match[0]))
    ours = [one for one in listed if wanted <= set(stems(f"{one.heading}\n{one.text}"))][:MOST]
    if not ours:
        return None
    return Found(
        answer="\n".join(one.text for one in ours),
        values=tuple(one.text for one in ours),
        quotes=[Quote(one.paragraph) for one in ours],
        note=_NOTE,
    )


def _listed(held: Iterable[Place]) -> Iterator[Place]:
    """The lines under headings for those who come, without those who do not."""
    for place in held:
        heads = place.headings
        coming = any(says(head, "expected_heads") for head in heads)
        away = any(says(head, "marks", "apologies") for head in heads)
        line = place.form not in {"heading", "table"} and not place.text.rstrip().endswith(".")
        if coming and not away and line and len(place.text.split()) <= LINE:
            yield place
