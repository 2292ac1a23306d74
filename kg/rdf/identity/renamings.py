"""Where documents speak of bodies that had another name before."""

from kg import terms as t
from kg.rdf.linking.stated import Stated
from kg.tables.load import either

_TELLING = ("identity", "renaming", "words")


class Renamings:
    """The paragraphs that may say so, read when a body is asked for that they name."""

    def __init__(self, stated: Stated) -> None:
        self._stated = stated
        self._texts: dict[tuple[str, str], str | None] = {}
        self._of: dict[str, list[tuple[str, str]]] = {}

    def of(self, body: str) -> list[tuple[str, str]]:
        """The texts that name a body (IRI) and tell of other names, each with its document."""
        return [(place[0], self._texts[place] or "") for place in self._places(body)]

    def beside(self, body: str) -> set[str]:
        """What the same paragraphs name, itself too."""
        places = self._places(body)
        return {one for place in places for one in self._stated.within(*place, t.MENTIONS)}

    def _places(self, body: str) -> list[tuple[str, str]]:
        """The documents and paragraphs that name a body and tell of other names."""
        if body not in self._of:
            named = self._stated.about(t.MENTIONS, body)
            self._of[body] = [place for place in named if self._text(place)]
        return self._of[body]

    def _text(self, place: tuple[str, str]) -> str | None:
        """The text of a paragraph if it tells of other names."""
        if place not in self._texts:
            texts = self._stated.within(*place, t.TEXT)
            self._texts[place] = next(filter(either(*_TELLING).search, texts), None)
        return self._texts[place]
