"""Word and OpenDocument texts, made and read back."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document as WordDocument

from kg.model import Document
from kg.reading.read import read_document


def word(fill: Callable[[WordDocument], None]) -> Document:
    """The document read from a Word file that ``fill`` has written."""
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_document(buffer.getvalue(), "paper.docx")


def odt(body: str, styles: str = "", masters: str = "") -> Document:
    """The document read from an OpenDocument text of this content and these master pages."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
        for prefix, uri in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    named = (
        f"<office:document-styles {names}><office:styles/><office:master-styles>{masters}"
        "</office:master-styles></office:document-styles>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", named)
    return read_document(buffer.getvalue(), "paper.odt")
