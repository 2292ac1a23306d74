"""Addresses on the web that the text writes out."""

import re
from urllib.parse import quote

from kg.extraction.context import Context
from kg.facts import Evidence, WebLink
from kg.model import Kind

RULE = "links/2"

_ADDRESS = re.compile(r"(?<![\w@/.-])(?:https?://|www\.)[^\s<>\"“”]{4,500}", re.IGNORECASE)
_WHOLE = re.compile(r"[a-z]+://(?:[^/?#@]*@)?[^/?#:@]+(?::\d*)?(?:[/?][^#]*)?(?:#[^#]*)?", re.I)
"""What an address is made of: who asks, a machine and its gate, a place on it and in a page."""
_LONE_PERCENT = re.compile(r"%(?![0-9a-f]{2})", re.IGNORECASE)
_BEHIND = ".,;:!?)]}'’\"*_"
_SAFE = "/:?#@!$&'()*+,;=%~-._"


def links(context: Context) -> tuple[WebLink, ...]:
    """Every address in the text; one that a line end has cut is left out."""
    return tuple(
        WebLink(url=whole_address(written), evidence=(Evidence(p.ordinal, start, end),), rule=RULE)
        for p in context.document.paragraphs
        if p.kind is not Kind.FURNITURE
        for written, start, end in addresses(p.text)
        if not written.endswith("-")
    )


def addresses(text: str) -> list[tuple[str, int, int]]:
    """Each address with its half-open span, without the punctuation of the sentence behind it.

    One that no machine can follow, as "http://[::1", is left out.
    """
    found = []
    for match in _ADDRESS.finditer(text) if "://" in text or "www." in text.lower() else ():
        written = _without_end(match.group())
        if _WHOLE.fullmatch(whole_address(written)):
            found.append((written, match.start(), match.start() + len(written)))
    return found


def _without_end(written: str) -> str:
    """An address without what closes the sentence; a bracket it opened itself is its own."""
    while written[-1:] in _BEHIND and written:
        if written.endswith(")") and written.count("(") >= written.count(")"):
            break
        written = written[:-1]
    return written


def whole_address(written: str) -> str:
    """An address with its scheme, other characters than an IRI's escaped."""
    address = f"http://{written}" if written.lower().startswith("www.") else written
    return quote(_LONE_PERCENT.sub("%25", address), safe=_SAFE)
