"""What is an IRI, and what is words."""

import pytest

from queries.graphs.terms import is_iri


@pytest.mark.parametrize(
    "words",
    [
        "https://minutebook.example/id/person/ada-quill",
        "urn:lib/decision/weirside-harbour-board-2021-03-03-1-2f36bd51",
        "http://www.weirside.example",
        "http://weirside.example/quay#café",
    ],
)
def test_an_iri_is_absolute_in_any_scheme(words: str) -> None:
    assert is_iri(words)


@pytest.mark.parametrize(
    "words",
    [
        "the page http://www.weirside.example was closed",
        "http://www.weirside.example was closed",
        "Ada Quill",
        "person/ada-quill",
        "9:30",
        "Lamps: the pilot",
        "https://weirside.example/{quay}",
        "http://[quay/",
        "http://weirside.example/\n",
        "",
    ],
)
def test_words_with_an_address_in_them_are_words(words: str) -> None:
    assert not is_iri(words)
