"""What papers speak of beside their own business: documents cited, other meetings, addresses."""

from collections.abc import Iterator

from kg import terms as t
from kg.facts import Citation, ContactDetails, MeetingReference

SpokenOf = Citation | MeetingReference | ContactDetails


def literals(fact: SpokenOf) -> Iterator[tuple[str, str | None]]:
    """What a fact says of its resource in words, by property; None where it says nothing."""
    match fact:
        case Citation():
            yield t.TITLE, fact.title
            yield t.KIND, fact.kind
            yield t.ISSUED, fact.issued
            yield t.SOURCE, fact.url
            yield t.CREATOR_AS_WRITTEN, fact.by
        case MeetingReference():
            yield t.KIND, fact.role
            yield t.WHEN, fact.when
            yield t.BODY_AS_WRITTEN, fact.board
        case ContactDetails():
            yield t.JOB_TITLE, fact.position
            yield t.EMAIL, fact.email
            yield t.PHONE, fact.phone
