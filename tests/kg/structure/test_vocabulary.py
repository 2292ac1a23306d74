"""Signs by which a paragraph is passed over: they may never hide what a pattern would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people import names
from kg.tables.load import either, patterns, words
from kg.vocabulary import first_words, last_words, vocabulary

_FORMS = sorted(
    {
        *words("people", "titles"),
        *words("people", "abbreviated_titles"),
        *words("documents", "titles"),
        *words("organisations", "nouns"),
        *words("programmes", "kinds"),
    }
)


def test_words_stand_in_a_vocabulary_once_and_in_small_letters() -> None:
    said = vocabulary("The Clerk's report: the clerk AGREED (in part).")
    assert said == {"the", "clerk", "s", "report", "agreed", "in", "part"}


def test_a_form_is_told_by_its_first_and_its_last_word() -> None:
    assert first_words(["Terms of Reference", "By-law"]) == {"terms", "by"}
    assert last_words(["Terms of Reference", "By-law"]) == {"reference", "law"}


@given(st.sampled_from(_FORMS), st.sampled_from(["", "Then ", "(", "“", "– "]), st.booleans())
def test_a_text_with_a_form_has_its_first_and_last_word(
    form: str, before: str, large: bool
) -> None:
    said = vocabulary(f"{before}{form.upper() if large else form}, it was noted")
    assert not first_words([form]).isdisjoint(said)
    assert not last_words([form]).isdisjoint(said)


@pytest.mark.parametrize("title", words("people", "titles"))
def test_a_titled_name_is_found_behind_every_title(title: str) -> None:
    found = [name.name for name, _, _ in names.titled(f"Then {title} Ada Quill spoke.")]
    assert found == ["Ada Quill"]


@given(
    st.sampled_from(["minutes", "agenda", "appendix", "action_log"]),
    st.lists(
        st.sampled_from(
            [
                "Minutes",
                "of",
                "Agenda",
                "Appendix",
                "A",
                "action log",
                "Quay",
                "Board",
                "–",
                "to be",
            ]
        ),
        max_size=5,
    ),
)
def test_one_pattern_finds_what_any_of_them_finds(name: str, said: list[str]) -> None:
    text = " ".join(said)
    alone = any(one.search(text) for one in patterns("sections", "starts", name))
    assert (either("sections", "starts", name).search(text) is not None) == alone
