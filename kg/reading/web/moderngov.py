"""A meeting as ModernGov's web service gives it (the XML of GetMeeting) to blocks."""

import html
from collections.abc import Iterator

from lxml import etree

from kg.errors import ReadError
from kg.model import Kind
from kg.reading.blocks import Block, Reading, Row
from kg.reading.markers import parse_marker
from kg.reading.naming import shown
from kg.reading.web.html import fragment_blocks

_TITLE, _ITEM, _PART = 1, 2, 3
_FACTS = (("Date", "meetingdate"), ("Time", "meetingtime"), ("Venue", "meetinglocation"))
_ATTENDEE = (
    ("Name", "name"),
    ("Role", "roledescription"),
    ("Attendance", "attendance"),
    ("Party", "politicalparty"),
    ("Ward", "ward"),
)


def read_moderngov(data: bytes, name: str) -> Reading:
    """The blocks of a meeting: when and where, who was expected, each item with its minutes.

    Raises ReadError for XML that is damaged, declares entities, or holds no
    meeting.
    """
    root = _parse(data, name)
    meeting = root if root.tag == "meeting" else root.find("meeting")
    if meeting is None or meeting.find("agendaitems") is None:
        raise ReadError(
            f"{shown(name)} holds no meeting; give the answer to ModernGov's GetMeeting"
        )
    blocks = tuple(_meeting(meeting))
    title = next((block.text for block in blocks if block.kind is Kind.HEADING), None)
    return Reading(blocks, "moderngov/2", title=title)


def _parse(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{shown(name)} is damaged XML; fetch it again") from error
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        raise ReadError(f"{shown(name)} declares entities, which no paper needs; it is not read")
    return root


def _meeting(meeting: etree._Element) -> Iterator[Block]:
    committee = _text(meeting, "committeetitle") or _text(meeting, ".//refertocommittee")
    if committee:
        yield Block(Kind.HEADING, committee, level=_TITLE)
    facts = [(label, _text(meeting, tag)) for label, tag in _FACTS]
    lines = [f"{label}: {value}" for label, value in facts if value]
    if lines:
        yield Block(Kind.TEXT, "\n".join(lines))
    attendees = meeting.findall("attendees/attendee")
    if attendees:
        yield Block(Kind.HEADING, "Attendance", level=_ITEM)
        yield Block(Kind.TABLE, rows=tuple(_attendance(attendees)))
    for item in meeting.iterfind("agendaitems/agendaitem"):
        yield from _item(item)


def _attendance(attendees: list[etree._Element]) -> Iterator[Row]:
    yield Row(tuple(label for label, _ in _ATTENDEE), header=True)
    for attendee in attendees:
        yield Row(tuple(_unescaped(attendee.get(key, "")) for _, key in _ATTENDEE))


def _item(item: etree._Element) -> Iterator[Block]:
    yield Block(Kind.HEADING, _item_heading(item), level=_ITEM)
    for count in ("1", "2"):
        value = _text(item, f"commenttext{count}")
        if value:
            yield Block(Kind.TEXT, f"{_text(item, f'commentlabel{count}')}: {value}".lstrip(": "))
    announced = fragment_blocks(item.findtext("agendatext") or "")
    minuted = fragment_blocks(item.findtext("minutesnonemptyhtmlbody") or "")
    yield from announced
    for document in item.iterfind("linkeddocuments/linkeddoc"):
        title = _text(document, "title")
        if title:
            yield Block(Kind.LIST_ITEM, title, level=1)
    if announced and minuted:
        yield Block(Kind.HEADING, "Minutes", level=_PART)
    yield from minuted


def _item_heading(item: etree._Element) -> str:
    """The number as shown and the title; a title that has its number already keeps it alone."""
    title = _text(item, "agendaitemtitle")
    number = _text(item, "fulldisplaynumberformat") or _text(item, "minutesitemnumber")
    if not number or parse_marker(title).number:
        return title
    return f"{number.rstrip('.')}. {title}"


def _text(element: etree._Element, path: str) -> str:
    return _unescaped(element.findtext(path) or "")


def _unescaped(text: str) -> str:
    """The words of a value that the service has escaped once more than XML asks."""
    return " ".join(html.unescape(html.unescape(text)).split())
