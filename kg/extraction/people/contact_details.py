"""Contact details: e-mail addresses and telephone numbers, with whose they are.

An address is that of the person whose name it is made of, else of the one whom the
paragraph names last before it, else of the office that it is made of ("clerk@"). A number
is that of the address beside it where there are as many of both, else of the person
before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.facts import ContactDetails, Evidence, PersonMention, PersonName, Report
from kg.model import Paragraph
from kg.tables.load import alternation
from kg.vocabulary import folded

if TYPE_CHECKING:
    from kg.extraction.context import Context

RULE = "contact-details/1"

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
"""An e-mail address."""
PHONE = re.compile(r"(?<![\w/.-])(?:\+|\(?0|\(?\d{3}\)?[ -]\d{3}-)[\d ()-]{7,18}\d(?![\d/])")
"""What may be a telephone number."""
_LONG_NUMBER = re.compile(r"\d[\d ()-]{8,19}\d")
_FAX = re.compile(r"\bfax\W*$", re.IGNORECASE)
_POSITION = re.compile(r",[ ](?P<position>[A-Z][A-Za-z&’' -]{3,60}?)[ ]*[(,:;–]")
_LABEL = 12
"""How many letters before a number may say that it is a fax's."""
_FEWEST_DIGITS = 10
_REACH = 140
"""How many letters may stand between a person and their address or number."""
_OFFICE = re.compile(rf"{alternation('contacts', 'offices')}", re.IGNORECASE)

Owner = PersonName | str
"""A person, or the name of an office."""


def contact_details(
    context: "Context", people: Sequence[PersonMention], reports: Sequence[Report]
) -> tuple[ContactDetails, ...]:
    """Every way the paper tells to reach somebody, each once, in order of the text."""
    named = _Named(people, reports)
    found: dict[tuple[str | None, ...], ContactDetails] = {}
    for paragraph in context.document.paragraphs:
        for one in named.in_paragraph(paragraph):
            name = one.person.name if one.person else one.position
            found.setdefault((name, one.email, one.phone), one)
    return tuple(found.values())


class _Named:
    """The people of a document, by the words of their names and by where they are named."""

    def __init__(self, people: Sequence[PersonMention], reports: Sequence[Report]) -> None:
        contacts = [contact for report in reports for contact in report.contacts]
        told = [
            *((one.person, one.position) for one in contacts),
            *((one.person, one.position) for one in people),
        ]
        self._positions = {person.name: position for person, position in told if position}
        self._persons = {person.name: person for person, _ in told}
        self._addressed: dict[str, set[str]] = {}
        for name in self._persons:
            for form in _addresses_of(name):
                self._addressed.setdefault(form, set()).add(name)
        self._quoted: dict[int, list[tuple[int, str]]] = {}
        for mention in people:
            for quote in mention.evidence:
                held = self._quoted.setdefault(quote.paragraph, [])
                held.append((quote.end, mention.person.name))

    def in_paragraph(self, paragraph: Paragraph) -> Iterator[ContactDetails]:
        """The contact details of a paragraph: an address with the number beside it."""
        text = paragraph.text
        emails = list(EMAIL.finditer(text)) if "@" in text else []
        numbers = PHONE.finditer(text) if _LONG_NUMBER.search(text) else ()
        phones = [match for match in numbers if _is_phone(text, match)]
        paired = phones if len(phones) == len(emails) else [None] * len(emails)
        for email, phone in zip(emails, paired, strict=True):
            owner = self._of_address(paragraph.ordinal, email)
            if owner is not None:
                yield self._details(paragraph, owner, email, phone)
        for phone in phones if len(phones) != len(emails) else ():
            person = self._before(paragraph.ordinal, phone.start())
            if person is not None:
                yield self._details(paragraph, person, None, phone)

    def _of_address(self, paragraph: int, email: re.Match[str]) -> Owner | None:
        local = email.group().partition("@")[0]
        written = folded(re.sub(r"\d+$", "", local).replace(".", " ").replace("_", " "))
        alike = self._addressed.get(written, set())
        if len(alike) == 1:
            return self._persons[min(alike)]
        person = self._before(paragraph, email.start())
        if person is not None:
            return person
        office = _OFFICE.search(local)
        return office.group().lower() if office else None

    def _before(self, paragraph: int, at: int) -> PersonName | None:
        """The person whom a paragraph names last before ``at``, near it."""
        named = self._quoted.get(paragraph, ())
        near = [(end, name) for end, name in named if at - _REACH <= end <= at]
        return self._persons[max(near)[1]] if near else None

    def _details(
        self,
        paragraph: Paragraph,
        owner: Owner,
        email: re.Match[str] | None,
        phone: re.Match[str] | None,
    ) -> ContactDetails:
        person = owner if isinstance(owner, PersonName) else None
        return ContactDetails(
            person=person,
            position=self._position(person, paragraph, email) if person else str(owner),
            email=email.group().rstrip(".") if email else None,
            phone=" ".join(phone.group().split()) if phone else None,
            evidence=tuple(Evidence(paragraph.ordinal, *m.span()) for m in _both(email, phone)),
            rule=RULE,
        )

    def _position(
        self, person: PersonName, paragraph: Paragraph, at: re.Match[str] | None
    ) -> str | None:
        """What the words between a name and its address call the person, else the document."""
        for end, name in self._quoted.get(paragraph.ordinal, ()):
            if name == person.name and at is not None and end < at.start():
                between = _POSITION.match(paragraph.text, end, at.start())
                if between:
                    return between["position"]
        return self._positions.get(person.name)


def _both(*matches: re.Match[str] | None) -> Iterable[re.Match[str]]:
    return (match for match in matches if match is not None)


def _is_phone(text: str, match: re.Match[str]) -> bool:
    digits = sum(letter.isdigit() for letter in match.group())
    before = text[max(0, match.start() - _LABEL) : match.start()]
    return digits >= _FEWEST_DIGITS and not _FAX.search(before)


def _addresses_of(name: str) -> set[str]:
    """What an address may be made of: all words of a name, or the first letter and the surname."""
    parts = folded(name).split()
    if len(parts) < 2:
        return set()
    first, last = parts[0], parts[-1]
    return {" ".join(parts), "".join(parts), f"{first[0]}{last}", f"{first[0]} {last}"}
