"""A meeting's page of a portal for councils, saved as plain text.

Below the line "No. Item" such a page has labels that are no part of the paper: what links are,
and over what was minuted of an item, "Minutes:".
"""

import re

ICON = re.compile(r"\s*\bpdf icon\s+PDF\s+[\d.,]+\s*[KM]B\b", re.IGNORECASE)
"""What stands for the link to a file behind the title of an item."""
_COLUMNS = re.compile(r"^[ \t]*No\.?\s+Item[ \t]*$", re.MULTILINE)
_LABELS = re.compile(r"^[ \t]*(?:Minutes|Additional documents):[ \t]*$", re.MULTILINE)


def without_labels(text: str) -> str:
    """The text of a saved page without its labels; any other text as it is."""
    columns = _COLUMNS.search(text)
    if columns is None:
        return text
    return f"{text[: columns.start()]}\n{_LABELS.sub('', ICON.sub('', text[columns.end() :]))}"
