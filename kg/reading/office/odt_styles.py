"""What the styles of an OpenDocument text say: bold text, labels of lists."""

from collections.abc import Sequence

from odfdo import Document as OdfDocument
from odfdo import Element

from kg.numbering import ListStyle, counter
from kg.reading.office.attributes import whole

_STYLES = "//office:automatic-styles/style:style|//office:styles/style:style"
_LOOK = ("fo:font-style", "style:text-underline-style", "fo:font-size")
_LISTS = "//text:list-style"
_PARAGRAPHS = ("text:p", "text:h")


def elements(parent: Element, path: str) -> list[Element]:
    """The elements that an XPath finds below ``parent``."""
    return [found for found in parent.xpath(path) if isinstance(found, Element)]


class Styles:
    """The text and list styles of a document, automatic ones before those with names."""

    def __init__(self, document: OdfDocument) -> None:
        roots = [document.styles.root, document.content.root]
        self._styles: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        for root in roots:
            for style in elements(root, _STYLES):
                self._styles[style.get_attribute_string("style:name") or ""] = style
            for style in elements(root, _LISTS):
                self._lists[style.get_attribute_string("style:name") or ""] = style

    def is_bold(self, element: Element) -> bool:
        """Whether the words right in an element of a paragraph are set in bold."""
        inner: Element | None = element
        while inner is not None:
            weight = self._property(_style(inner), "fo:font-weight")
            if weight or inner.tag in _PARAGRAPHS:
                return weight == "bold"
            inner = inner.parent
        return False

    def look(self, paragraph: Element) -> str:
        """How the first words of a paragraph are set: slant, underline and size."""
        spans = [span for span in paragraph.children if span.tag == "text:span"]
        names = [_style(element) for element in (*spans[:1], paragraph)]
        found = (
            next(filter(None, (self._property(name, key) for name in names)), "") for key in _LOOK
        )
        return " ".join(("bold", *found))

    def _property(self, name: str | None, key: str) -> str | None:
        """A property of text that a style or one of its parents gives."""
        seen: set[str] = set()
        while name and name not in seen and name in self._styles:
            seen.add(name)
            style = self._styles[name]
            for properties in elements(style, "style:text-properties"):
                value = properties.get_attribute_string(key)
                if value:
                    return value
            name = style.get_attribute_string("style:parent-style-name")
        return None

    def list_start(self, name: str | None, depth: int) -> int:
        """The number that a level of a list starts with."""
        level = self._level(name, depth)
        start = level.get_attribute_string("text:start-value") if level is not None else None
        return whole(start)

    def label(self, name: str | None, depth: int, counts: Sequence[int]) -> str:
        """The number of an item with its signs, "" for a bullet; ``counts`` by level."""
        level = self._level(name, depth)
        if level is None or level.tag != "text:list-level-style-number":
            return ""
        form = level.get_attribute_string("style:num-format")
        if not form:
            return ""
        shown = whole(level.get_attribute_string("text:display-levels"))
        numbers = [counts[depth - up] for up in range(min(shown, depth + 1) - 1, 0, -1)]
        parts = [str(number) for number in numbers]
        parts.append(counter(ListStyle.of_html(form), counts[depth]))
        before = level.get_attribute_string("style:num-prefix") or ""
        after = level.get_attribute_string("style:num-suffix") or ""
        return before + ".".join(parts) + after

    def _level(self, name: str | None, depth: int) -> Element | None:
        style = self._lists.get(name or "")
        if style is None:
            return None
        wanted = str(depth + 1)
        levels = (e for e in style.children if e.get_attribute_string("text:level") == wanted)
        return next(levels, None)


def _style(element: Element) -> str | None:
    return element.get_attribute_string("text:style-name")
