"""What a body decides to recommend to another: "That the Cabinet be recommended to raise it"."""

from collections.abc import Iterator, Sequence

from kg.extraction.meetings.own_body import with_owner
from kg.facts import Decision, Recommendation
from kg.model import Document
from kg.structure.labels import label
from kg.structure.names import bodies
from kg.tables.load import likely
from kg.vocabulary import name_key

RULE = "sent-on/1"
_ABOVE = 8
"""How many paragraphs a label may stand above the last of its list."""


def sent_on(document: Document, decided: Sequence[Decision]) -> Iterator[Recommendation]:
    """The decisions that recommend something to a body other than that which takes them."""
    for one in decided:
        words = _addressee(one, document) or ""
        name = bodies.bare(words) or bodies.in_line(words)
        body = name and with_owner(name, document)
        if body and name_key(body) != name_key(one.meeting.board) and one.outcome != "rejected":
            yield Recommendation(
                text=one.text,
                kind="external",
                number=one.number,
                meeting=one.meeting,
                item=one.item,
                addressed_to=body,
                made_by=one.meeting.board,
                evidence=one.evidence,
                rule=RULE,
            )


def _addressee(decision: Decision, document: Document) -> str | None:
    """The words for those to whom a decision recommends something, as itself or the label over it
    says ("RECOMMENDED TO COUNCIL").
    """
    told = _found(decision.text, "to_another")
    if told is None and decision.verb == "recommended":
        told = _found(decision.text, "another_does") or _found(_over(decision, document), "to_whom")
    return told


def _found(text: str, kind: str) -> str | None:
    found = (form.search(text) for form in likely(text, "verbs", "leads", kind))
    return next((match["to"].strip() for match in found if match), None)


def _over(decision: Decision, document: Document) -> str:
    """The label near above a decision."""
    first = decision.evidence[0].paragraph
    above = document.paragraphs[max(0, first - _ABOVE) : first]
    return next((p.text for p in reversed(above) if label(p)), "")
