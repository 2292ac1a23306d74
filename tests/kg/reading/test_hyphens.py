"""Words broken at the ends of lines, in every format that has lines."""

import pytest

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.hyphens import Mender
from kg.reading.join import join_sentences
from kg.reading.spread import together
from kg.reading.text.markdown import markdown_text

KNOWN = Mender(["The information of a well-known Marl-Ferry club is for members.", "post-war"])


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("more infor-", "mation came", "more information came"),
        ("of a well-", "known club", "of a well-known club"),
        ("the town of Marl-", "Ferry", "the town of Marl-Ferry"),
        ("THE BOARD OF SALT-", "HAVEN", "THE BOARD OF SALT-HAVEN"),
        ("Thanks-", "Ann Lowe", "Thanks- Ann Lowe"),
        ("of the pre-", "and post-war", "of the pre- and post-war"),
        ("kept up-", "to-date", "kept up-to-date"),
    ],
)
def test_a_hyphen_goes_where_the_paper_knows_the_whole_word(above, below, whole):
    assert KNOWN.join(above, below) == whole


def test_a_word_goes_on_in_the_next_line_of_markdown():
    text = "# Fords-\nthe club\n\nAll the infor-\nmation of a well-\nknown club: the information.\n"
    assert [block.text for block in markdown_text(text).blocks] == [
        "Fords-",
        "the club",
        "All the information of a well-known club: the information.",
    ]


def test_a_word_goes_on_over_pages():
    said = "All the information that the owners of the quay sent in by May was read to the Board"
    above = Block(Kind.TEXT, f"{said}, and the Clerk said that further infor-", page=1)
    below = Block(Kind.TEXT, f"mation would be sent to the Board. {said}.", page=2)
    (whole,) = join_sentences([above, below], pages=True)
    assert whole.text.startswith(f"{said}, and the Clerk said that further information would be")


def test_lines_that_are_paragraphs_go_on_in_words():
    lines = [
        Block(Kind.TEXT, "The Engineer told the members of the Board that all the infor-"),
        Block(Kind.TEXT, "mation of the club on the harbour would be sent to Mrs and Prof."),
        Block(Kind.TEXT, "Lowe, and that no more information of the kind could be had."),
    ]
    (whole,) = {block.text for block in together(lines * 10)}
    assert "all the information of the club" in whole and "to Mrs and Prof. Lowe, and" in whole
