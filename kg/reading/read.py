"""Reading a file of any known format."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from kg.errors import ReadError
from kg.model import Document, Source
from kg.reading.assemble import assemble
from kg.reading.blocks import Reading
from kg.reading.decode import decode
from kg.reading.naming import as_text, shown
from kg.reading.text.markdown import is_hardly_marked, markdown_text
from kg.reading.text.preformatted import preformatted
from kg.reading.text.text import plain_text, read_text
from kg.reading.web.html import read_html
from kg.reading.web.moderngov import read_moderngov
from kg.reading.web.saved_portal import is_portal_table

LARGEST_FILE = 100 * 1024 * 1024
"""The largest file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type and the reader of it."""

    media_type: str
    read: Callable[[bytes, str], Reading]


def _markdown(data: bytes, name: str) -> Reading:
    """Read Markdown, or a plain text that is called so."""
    text = decode(data, name)
    plain = is_hardly_marked(text) or is_portal_table(text)
    return plain_text(text) if plain else markdown_text(text)


def _html(data: bytes, name: str) -> Reading:
    """Read an HTML page, and what is typed in it as plain text."""
    return read_html(data, name, preformatted)


def _pdf(data: bytes, name: str) -> Reading:
    """Read a PDF; its library is loaded only now."""
    from kg.reading.pdf.pdf import read_pdf

    return read_pdf(data, name)


def _docx(data: bytes, name: str) -> Reading:
    """Read a Word document; its library is loaded only now."""
    from kg.reading.office.docx import read_docx

    return read_docx(data, name)


def _odt(data: bytes, name: str) -> Reading:
    """Read an OpenDocument text; its library is loaded only now."""
    from kg.reading.office.odt import read_odt

    return read_odt(data, name)


TEXT = Format("text/plain", read_text)
MARKDOWN = Format("text/markdown", _markdown)
HTML = Format("text/html", _html)
MODERNGOV = Format("application/xml", read_moderngov)
PDF = Format("application/pdf", _pdf)
DOCX = Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx)
ODT = Format("application/vnd.oasis.opendocument.text", _odt)

_SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".odt": ODT,
    ".xml": MODERNGOV,
}

_PDF_MARK = re.compile(rb"%PDF-\d")

SUFFIXES = frozenset(_SUFFIXES)
"""The suffixes, in lower case with their dot, of the files that can be read."""


def read_document(data: bytes, name: str, url: str | None = None) -> Document:
    """The document in the bytes of a file called ``name``, published at ``url`` if known.

    The format is told by the first bytes, then by the suffix of the name.
    Raises ReadError when the file cannot be read as a paper.
    """
    if len(data) > LARGEST_FILE:
        limit = LARGEST_FILE // (1024 * 1024)
        raise ReadError(f"{shown(name)} is larger than {limit} MB; split it into its papers")
    if not data.strip():
        raise ReadError(f"{shown(name)} is empty; fetch or save it again")
    known = _format(data, name)
    source = Source(
        name=as_text(PurePath(name).name or name),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=known.media_type,
        url=url,
    )
    document = assemble(_blocks(known, data, name), source)
    if not document.paragraphs:
        raise ReadError(f"{shown(name)} holds no text; check that it is the paper you mean")
    return document


def _blocks(known: Format, data: bytes, name: str) -> Reading:
    """The blocks of a file; one that nests things without end is refused, whatever its format."""
    try:
        return known.read(data, name)
    except RecursionError as error:
        raise ReadError(
            f"{shown(name)} is nested deeper than any paper; give its words as plain text"
        ) from error


def _format(data: bytes, name: str) -> Format:
    """The format of a file; a text may speak of the mark that a PDF has near its beginning."""
    known = _SUFFIXES.get(PurePath(name).suffix.lower())
    near = _PDF_MARK.search(data[:1024]) if known in (PDF, None) else None
    if near or _PDF_MARK.match(data):
        return PDF
    if known is None:
        kinds = ", ".join(sorted(SUFFIXES))
        raise ReadError(f"{shown(name)} is of a kind that cannot be read; give one of {kinds}")
    return known
