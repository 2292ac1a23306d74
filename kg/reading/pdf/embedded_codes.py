"""Fonts whose codes a PDF explains in a table of its own (ISO 32000-1, 9.7.5.3).

Pdfminer knows only tables that have a name everybody knows, and drops all letters of other fonts
without a word. WeasyPrint writes such a table wherever a font lacks one letter of the text.
"""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from pdfminer.cmapdb import CMap, CMapParser, FileCMap
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword
from pdfminer.utils import choplist, nunpack

_LONGEST_CODE = 4  # bytes
_MOST_CODES = 0x10000


class EmbeddedCodes(PDFResourceManager):
    """The fonts of a PDF, those with a table of their own among them."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font; its codes are read by the table in it where it holds one."""
        font = super().get_font(objid, spec)
        table = resolve1(spec.get("Encoding"))
        if isinstance(font, PDFCIDFont) and isinstance(table, PDFStream) and _unread(font):
            _explain(font, _Table(table).glyphs)
        return font


class _Table(CMapParser):
    """``glyphs``: the number of the glyph that each code stands for, at most 65,536 of them."""

    def __init__(self, stream: PDFStream) -> None:
        super().__init__(FileCMap(), io.BytesIO(stream.get_data()))
        self.glyphs: dict[bytes, int] = {}
        self.run()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take the codes of a section when it ends, and leave all else to pdfminer."""
        if token is self.KEYWORD_ENDCIDCHAR:
            self._take((code, code, glyph) for code, glyph in choplist(2, self._operands()))
        elif token is self.KEYWORD_ENDCIDRANGE:
            self._take(choplist(3, self._operands()))
        else:
            super().do_keyword(pos, token)

    def _operands(self) -> list[Any]:
        return [operand for _, operand in self.popall()]

    def _take(self, ranges: Iterable[tuple[Any, ...]]) -> None:
        for first, last, glyph in ranges:
            codes = isinstance(first, bytes) and isinstance(last, bytes)
            if codes and len(first) == len(last) <= _LONGEST_CODE and isinstance(glyph, int):
                room = _MOST_CODES - len(self.glyphs)
                start, stop = nunpack(first), nunpack(last) + 1
                for code in range(start, min(stop, start + room)):
                    self.glyphs[code.to_bytes(len(first), "big")] = glyph + code - start


def _unread(font: PDFCIDFont) -> bool:
    return isinstance(font.cmap, CMap) and not font.cmap.code2cid


def _explain(font: PDFCIDFont, glyphs: Mapping[bytes, int]) -> None:
    """Let the font read these codes.

    Its table of letters, where it has one, speaks of codes and its widths of glyphs. Pdfminer
    has one number for both: the code, where there are letters for codes.
    """
    codes = FileCMap()
    lettered = font.unicode_map is not None
    for code, glyph in glyphs.items():
        codes.add_code2cid(code.decode("latin-1"), nunpack(code) if lettered else glyph)
    if lettered:
        of_glyphs = font.widths
        font.widths = {
            nunpack(code): of_glyphs[glyph] for code, glyph in glyphs.items() if glyph in of_glyphs
        }
    font.cmap = codes
