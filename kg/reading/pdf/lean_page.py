"""Pages of a PDF that take of each letter only what makes words of letters.

pdfplumber keeps some twenty values of each, the colour and the matrix among them, and looks into
each for references: a third of the time of reading.
"""

from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page


class LeanPage(Page):
    """A page whose letters know their text, place, size and font, and nothing else."""

    @classmethod
    def of(cls, page: Page) -> "LeanPage":
        """The same page, nothing of it read yet."""
        return cls(page.pdf, page.page_obj, page.page_number, page.initial_doctop)

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """What is known of something on the page, from its top left corner."""
        if not isinstance(obj, LTChar) or not isinstance(obj.fontname, str):
            whole: dict[str, Any] = super().process_object(obj)
            return whole
        left, above = self.mediabox[:2]
        top = self.height - obj.y1 + above
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "fontname": obj.fontname,
            "size": obj.size,
            "upright": obj.upright,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": top,
            "bottom": self.height - obj.y0 + above,
            "doctop": self.initial_doctop + top,
        }
