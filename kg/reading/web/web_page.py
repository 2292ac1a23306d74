"""What of a web page is the paper: menus, banners, sidebars and comments are left out.

How such parts are called is in the table ``furniture``.
"""

import re
from functools import cache

from lxml import etree
from lxml import html as lxml_html

from kg.tables.load import table

_GONE = "furniture"
_LEAST = 200  # letters and digits of a main part
_NAMES = re.compile(r"[\w-]+")


def paper_of(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The part of a page that holds the paper, its furniture removed."""
    for element in [one for one in root.iter() if _is_furniture(one)]:
        if not _holds_main(element):
            element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)
    return _main(root)


def _main(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The one part that the page says is its main one, else the whole page."""
    for path in ("//main | //*[@role='main']", "//article"):
        found = root.xpath(path)
        if len(found) == 1 and sum(map(str.isalnum, found[0].text_content())) >= _LEAST:
            return found[0]
    return root


def _holds_main(element: lxml_html.HtmlElement) -> bool:
    return any(True for _ in element.iter("main", "article"))


def _is_furniture(element: lxml_html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _page("tags") or element.get("role") in _page("roles"):
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return not _page("classes").isdisjoint(_NAMES.findall(named))


@cache
def _page(kind: str) -> frozenset[str]:
    return frozenset(table("furniture")["page"][kind])
