"""Server-side includes: what a page sets and shows before a server sends it."""

import re

_SET = re.compile(r'<!--#set\s+var="(?P<name>[^"]+)"\s+value="(?P<value>[^"]*)"\s*-->')
_ECHO = re.compile(r'<!--#echo\s[^>]{0,80}?var="(?P<name>[^"]+)"[^>]{0,80}?-->')


def with_variables(text: str) -> str:
    """A page with the variables of its server-side includes put in where they are shown."""
    values = {match["name"]: match["value"] for match in _SET.finditer(text)}
    return _ECHO.sub(lambda match: values.get(match["name"], ""), text) if values else text
