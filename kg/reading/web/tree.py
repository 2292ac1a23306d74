"""The tree of a page of HTML, without loss where its tags are nested deeper than they should be."""

from lxml import html as lxml_html

_PARSER = lxml_html.HTMLParser(huge_tree=True)
_DEEPEST = 250
"""How deep the elements of a tree stand; a page of tags that nobody closed goes deeper."""
_LOST = 2_000
"""From how deep on the parser itself may leave out what follows."""


def tree_of(text: str) -> lxml_html.HtmlElement:
    """The tree of a page; what is nested too deep stands side by side, in its order.

    Pages one behind the other are one. Raises RecursionError where the parser may have lost words,
    and lxml's ParserError where there is no page at all.
    """
    root = lxml_html.document_fromstring(text, parser=_PARSER)
    root.extend([*root.itersiblings()])
    for element in _at(root, _DEEPEST):
        if _at(element, _LOST - _DEEPEST):
            raise RecursionError(f"tags are nested more than {_LOST} deep")
        _set_side_by_side(element)
    return root


def _at(root: lxml_html.HtmlElement, depth: int) -> list[lxml_html.HtmlElement]:
    """The elements that stand so deep below another."""
    found = [root]
    for _ in range(depth):
        found = [inner for element in found for inner in element]
    return found


def _set_side_by_side(outer: lxml_html.HtmlElement) -> None:
    """Make all elements inside another its children, the words behind each still in their order."""
    inner = [*outer.iterdescendants()]
    behind: dict[lxml_html.HtmlElement, list[str]] = {element: [] for element in inner}
    last: dict[lxml_html.HtmlElement, lxml_html.HtmlElement] = {}
    for element in reversed(inner):
        end = last.setdefault(element, element)
        behind[end].append(element.tail or "")
        parent = element.getparent()
        last.setdefault(parent, end)
        parent.remove(element)
    outer.extend(inner)
    for element, words in behind.items():
        element.tail = "".join(words)
