"""Whom to contact: about a meeting, as its papers say, or about a report."""

from collections.abc import Iterable

from kg.store.graph import Iri
from kg.tables.load import matches
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.marks import marked
from queries.answering.people.reaching import PROPERTIES, by_details
from queries.answering.structured import HALF, by_facts
from queries.graphs.place import Place, places
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import match
from queries.texts.wording import says, stems
from queries.understanding.periods import in_time

MOST = 2
"""The most lines of a paper that may give the one contact for it."""
TITLED = 3
"""The fewest words of a title by which a report is known."""
GIVEN = 0.4
"""The share of the subject from which the nearest passage gives what is asked for itself."""
_LINES = """SELECT ?paragraph ?text
WHERE {
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text .
  FILTER NOT EXISTS { ?paragraph mb:inReport ?report }%s
  FILTER(CONTAINS(LCASE(?text), "contact"))
}
ORDER BY ?ordinal ?paragraph"""
_HEADED = """SELECT ?paragraph
WHERE {
  VALUES ?document { %s }
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:heading ?heading .
  FILTER NOT EXISTS { ?paragraph mb:inReport ?report }
  FILTER NOT EXISTS { ?paragraph mb:kind "heading" }
  FILTER(CONTAINS(LCASE(?heading), "contact"))
}
ORDER BY ?document ?ordinal ?paragraph"""
_NO_MEETING = """
  FILTER NOT EXISTS {
    VALUES ?kind { "minutes" "agenda pack" } ?document mb:kind ?kind
  }"""
"""A line of the papers of a whole meeting gives no contact for one report."""


def by_contact(asking: Asking) -> Found | Missing | None:
    """How to reach the person or post named, else the contact of the meeting asked about, of the
    report or of the paper; None where none of these is told. What only reports on other matters
    give is the contact for those.
    """
    found = by_details(asking) or _of_meeting(asking) or _of_report(asking)
    found = found or _without_contact(asking)
    if found is None and _nearest_gives(asking):
        return None
    found = found or _of_paper(asking)
    if found is not None or asking.question.named("Person"):
        return found
    near = [hit.place for hit in asking.result.hits if marked(asking, hit.place, hit.place.text)]
    others = near and all(_of_another(asking, place) for place in near)
    return Missing("No paper held gives a contact for it.") if others else None


def _of_report(asking: Asking) -> Found | None:
    """The contact that a report names; of a report on a programme, of one that has its name."""
    found, question = by_facts(asking), asking.question
    programmes = [one.labels for one in question.mentions if one.kind == "Programme"]
    if found is None or not (programmes and says(question.text, "of_report")):
        return found
    chosen = (one.statement for one in asking.matches if one.statement.iri in found.facts)
    told = [set(stems(one.words)) for one in chosen]
    named = any(set(stems(label)) <= words for label in programmes[0] for words in told)
    return found if named else None


def _without_contact(asking: Asking) -> Missing | None:
    """That the report whose title a question gives names no contact; None where it gives none."""
    question = asking.question
    if not says(question.text, "of_report") or len(question.subject) < TITLED:
        return None
    reports = match(asking.searcher.library.facts, question, wanted(question, "Report"), 1.0)
    titles = {title for one in reports for title in one.statement.about or (one.statement.words,)}
    named = min((one for one in titles if asking.share(one) >= 1), default=None)
    return Missing(f"“{named}” gives no contact.") if named else None


def _nearest_gives(asking: Asking) -> bool:
    """Whether the nearest passage on the matter gives itself the address or number asked for."""
    expects = asking.question.expects
    return expects in PROPERTIES and any(
        matches(hit.place.text, "questions", "shows", expects)
        and asking.share(with_titles(hit.place)) > GIVEN
        for hit in asking.result.hits[:1]
    )


def _of_another(asking: Asking, place: Place) -> bool:
    """Whether a passage stands in a report on something else, or in none and speaks of that."""
    words = with_titles(place) if place.report is None else place.report.title or ""
    return asking.share(words) <= HALF


def _of_paper(asking: Asking) -> Found | None:
    """The contact that a paper on the matter gives outside its reports, where it gives but one."""
    apart = _NO_MEETING if says(asking.question.text, "of_report") else ""
    for hit in asking.result.hits[:1]:
        if hit.place.report is not None or asking.share(with_titles(hit.place)) <= HALF:
            continue
        rows = asking.graph.select(_LINES % apart, document=Iri(hit.place.document)).rows
        told = [(str(one), str(text)) for one, text in rows if says(str(text), "contact_line")]
        if 0 < len(told) <= MOST:
            return Found(
                answer="\n".join(text for _, text in told),
                quotes=[Quote(paragraph) for paragraph, _ in told],
            )
    return None


def _of_meeting(asking: Asking) -> Found | None:
    """What a paper of a meeting gives as contact outside its reports, where no more is asked than
    it says itself.
    """
    question = asking.question
    named = (question.text[one.start : one.end] for one in question.mentions)
    if not question.periods or not (question.meeting or question.named("Board")):
        return None
    rest = set(question.subject) - set(stems(" ".join(named)))
    hits = [hit.place for hit in asking.result.hits if hit.place.report is None]
    papers = [one.document for one in hits if in_time(asking.days.of(one), question.periods)]
    near = [*_under_contact(asking, papers), *hits]
    held = [
        one
        for one in near
        if marked(asking, one, one.text) and rest <= set(stems(f"{one.last_heading}\n{one.text}"))
    ]
    place = min(held, key=lambda one: not says(one.text, "shows", "email"), default=None)
    return Found(answer=place.text, quotes=[Quote(place.paragraph)]) if place else None


def _under_contact(asking: Asking, papers: Iterable[str]) -> Iterable[Place]:
    """What stands under headings that speak of contact in some papers, outside their reports."""
    rows = asking.graph.select(_HEADED % iri_list(dict.fromkeys(papers))).rows
    return places(asking.graph, [str(paragraph) for (paragraph,) in rows]).values()
