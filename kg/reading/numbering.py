"""Numbers of automatic lists, as a page shows them."""

from enum import Enum
from string import ascii_lowercase

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999


class ListStyle(Enum):
    """How a list counts."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lower letter"
    UPPER_LETTER = "upper letter"
    LOWER_ROMAN = "lower roman"
    UPPER_ROMAN = "upper roman"

    @classmethod
    def of_html(cls, kind: str | None) -> "ListStyle":
        """The style of the ``type`` attribute of an HTML or OpenDocument list ("a", "I")."""
        return _HTML_STYLES.get(kind or "1", cls.DECIMAL)


_HTML_STYLES = {
    "1": ListStyle.DECIMAL,
    "a": ListStyle.LOWER_LETTER,
    "A": ListStyle.UPPER_LETTER,
    "i": ListStyle.LOWER_ROMAN,
    "I": ListStyle.UPPER_ROMAN,
}


def counter(style: ListStyle, count: int) -> str:
    """The bare number: 3 is "3", "c", "C", "iii" or "III". Counts below 1 stay decimal."""
    if style is ListStyle.DECIMAL or count < 1:
        return str(count)
    if style in (ListStyle.LOWER_ROMAN, ListStyle.UPPER_ROMAN):
        number = _roman(count)
    else:
        number = ascii_lowercase[(count - 1) % 26] * ((count - 1) // 26 + 1)
    return number.upper() if style.value.startswith("upper") else number


def counter_text(style: ListStyle, count: int) -> str:
    """The number with the stop that a list puts after it: "3.", "c."."""
    return counter(style, count) + "."


def _roman(count: int) -> str:
    if count > _LARGEST_ROMAN:
        return str(count)
    digits = []
    for value, letters in _ROMANS:
        times, count = divmod(count, value)
        digits.append(letters * times)
    return "".join(digits)
