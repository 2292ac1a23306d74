"""Histories as pictures."""

from xml.etree import ElementTree

import pytest

from cli.pictures import write_picture
from queries.tracing.history import History, Matter, Step

ODD = "\x01\x0b\x1f\x7f\ufffe\uffff"


def test_a_picture_is_well_formed_whatever_is_told(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    words = f"The lamps{ODD} burn."
    step = Step(
        *(None, "raised", words, None, f"quay{ODD}.txt", None, "p1", words, 0, len(words)),
        *("quoted", "named", 1.0),
    )
    write_picture("svg", History(Matter(None, f"lamps{ODD}"), "open", (step,), ()))
    drawn = capfdbinary.readouterr().out
    told = " ".join(ElementTree.fromstring(drawn).itertext())
    assert "The lamps burn." in " ".join(told.split())
    assert "lamps : open" in told
