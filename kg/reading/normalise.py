"""Normalisation of text, the same for every format."""

import re
import unicodedata

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_CONTROL = "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_REMOVED = re.compile(f"[{_INVISIBLE}{_CONTROL}{_NO_CHARACTERS}]")
_BEYOND = re.compile("[\U0001fffe-\U0010ffff]")
"""From the first code point on that is no character, beyond those of four digits."""
_PLANE_END = 0xFFFE
_PAGE_ENDS = re.compile("[\v\f]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\u201f(?=[^\W\d_])")
"""A mark that some papers have for an apostrophe: "O\u201fBrien"."""
_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")
_END = re.compile(r"(?<![\s:.])[\s:.]+$")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\u000b]")


def unify_lines(text: str) -> str:
    """Every line ends in a line feed, whatever ended it before."""
    return _LINE_ENDS.sub("\n", text)


def visible(text: str) -> str:
    """A text without invisible and control characters, and without what is no character.

    XML and what reads it take any such text; line breaks and tabs stay.
    """
    shown = _REMOVED.sub("", _PAGE_ENDS.sub(" ", text))
    return _BEYOND.sub(lambda found: "" if _ends_plane(found.group()) else found.group(), shown)


def _ends_plane(char: str) -> bool:
    """Whether a code point is one of the last two of its plane, which are no characters."""
    return ord(char) & _PLANE_END == _PLANE_END


def clean(text: str) -> str:
    """NFC, without what `visible` leaves out, runs of blanks made one.

    Line breaks stay (runs of them made one); typographic quotes stay, but for one that stands for
    an apostrophe.
    """
    text = unicodedata.normalize("NFC", visible(unify_lines(text)))
    text = _APOSTROPHE.sub("’", text)
    return _BREAKS.sub("\n", _BLANKS.sub(" ", text)).strip()


def clean_line(text: str) -> str:
    """As ``clean``, on one line: a line break becomes a blank."""
    return clean(text).replace("\n", " ")


def without_end(text: str) -> str:
    """A text without the colon or stops at its end, and the blanks about them."""
    return _END.sub("", text)
