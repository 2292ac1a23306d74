"""Documents that papers cite, each once, with who made it, when, and where it is to be found.

Named works that are documents (a handbook, an act) are cited too. Appendices and the
paper's own reports are not.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.extraction import dates
from kg.extraction.context import Context
from kg.extraction.mentions.citation_forms import NAME, Seen, seen
from kg.extraction.mentions.links import addresses, whole_address
from kg.facts import Citation, Evidence, OrganisationMention, ProgrammeMention, Report
from kg.model import Kind, Paragraph
from kg.tables.load import words
from kg.vocabulary import folded

RULE = "citations/1"

_PUBLISHED = re.compile(
    r"[’'”\")*]*,?(?:[ ]\((?P<year>(?:19|20)\d\d)\))?"
    r"(?:,?[ ](?:(?:which|that)[ ])?(?:(?:was|were|is|had[ ]been|has[ ]been)[ ])?(?:first[ ])?"
    rf"published(?:[ ]by[ ](?:the[ ])?(?P<by>{NAME}))?"
    r"(?:[ ](?:in|on)[ ](?P<when>[^;()\n]{3,40}))?)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_NEAR = 90
"""How many letters may stand between a title and the address where it is to be found."""
_ADDRESS = 500
"""How many letters of an address are read."""


def citations(
    context: Context,
    programmes: Sequence[ProgrammeMention],
    organisations: Sequence[OrganisationMention],
    reports: Sequence[Report],
) -> tuple[Citation, ...]:
    """Every document that the paper cites, in order of the text; ``organisations`` are none."""
    named: dict[int, list[Seen]] = {}
    for mention in programmes:
        if mention.kind is not None and _is_document(mention.name, mention.kind):
            quote = mention.evidence[0]
            work = Seen(mention.name, mention.kind, quote.start, quote.end, mention.run_by)
            named.setdefault(quote.paragraph, []).append(work)
    bodies = [one.evidence[0] for one in organisations]
    spans = {(quote.paragraph, at) for quote in bodies for at in (quote.start, quote.end)}
    own = {folded(title) for title in (context.document.title, *(r.title for r in reports))}
    found: dict[str, Citation] = {}
    for paragraph in context.document.paragraphs:
        if paragraph.kind is not Kind.FURNITURE:
            for one in _cited(paragraph, named.get(paragraph.ordinal, ()), context.near()):
                key = folded(one.title)
                quote = one.evidence[0]
                ends = {(paragraph.ordinal, at) for at in (quote.start, quote.end)}
                if key not in own and ends.isdisjoint(spans):
                    found[key] = _joined(found.get(key), one)
    return tuple(found.values())


def _is_document(name: str, kind: str) -> bool:
    """Whether a named work is a document; "Harbour Review" is work, a review "Dry Feet" none."""
    of_title = kind in words("documents", "of_titles") and name.lower().endswith(kind)
    return kind in words("documents", "kinds") and not of_title


def _cited(paragraph: Paragraph, named: Sequence[Seen], near: date | None) -> Iterator[Citation]:
    """The citations of a paragraph, of those that overlap the longest."""
    heading = paragraph.kind is Kind.HEADING
    every = [*named, *seen(paragraph.text, near, heading=heading)]
    end = 0
    kept = []
    for one in sorted(every, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            kept.append(one)
            end = one.end
    for at, one in enumerate(kept):
        following = kept[at + 1].start if at + 1 < len(kept) else len(paragraph.text)
        yield _citation(paragraph, one, following, near)


def _citation(paragraph: Paragraph, one: Seen, following: int, near: date | None) -> Citation:
    """A citation with what the words behind it say; ``following`` is where the next begins."""
    said = _PUBLISHED.match(paragraph.text, one.end)
    by, when = (said["by"], said["when"] or said["year"]) if said else (None, None)
    return Citation(
        title=one.title,
        kind=one.kind,
        by=one.by or by,
        issued=one.issued or (_issued(when, near) if when else None),
        url=_url(paragraph.text, one.end, following),
        evidence=(Evidence(paragraph.ordinal, one.start, one.end),),
        rule=RULE,
    )


def _issued(when: str, near: date | None) -> str | None:
    """The day, month or year that some words begin with, as ISO 8601 writes it."""
    for day in dates.days(when, near)[:1]:
        if day.start == 0:
            return day.day.isoformat()
    for month in dates.months(when, near)[:1]:
        if month.start == 0:
            return f"{month.day:%Y-%m}"
    year = _YEAR.match(when)
    return year.group() if year else None


def _url(text: str, start: int, stop: int) -> str | None:
    """The address close behind a title, before the next title."""
    behind = text[start : start + _NEAR + _ADDRESS]
    near = (one for one, at, _ in addresses(behind) if at <= min(_NEAR, stop - start))
    written = next(near, None)
    return whole_address(written) if written else None


def _joined(known: Citation | None, new: Citation) -> Citation:
    """Two citations of one document: what the first leaves open is taken from the second."""
    if known is None:
        return new
    return Citation(
        title=known.title,
        kind=known.kind,
        by=known.by or new.by,
        issued=known.issued or new.issued,
        url=known.url or new.url,
        evidence=(*known.evidence, *new.evidence),
        rule=RULE,
    )
