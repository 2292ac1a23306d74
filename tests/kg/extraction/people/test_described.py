"""People parted by semicolons, each with what he or she is behind a comma."""

import pytest

from kg.extraction.people.lists import entries


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Una Reeve, Litter Care & Dumping Manager at City of Marle; Eve Finch, clerk of works",
            ["Una Reeve", "Eve Finch"],
        ),
        (
            "Jan Hen, Senior Associate at BERK Consulting, Inc; Bo Thrale, clerk of works",
            ["Jan Hen", "Bo Thrale"],
        ),
        (
            "Ada Quill (Chair), Bo Thrale and Cy Moor; Una Reeve (Clerk), Dan Pell (Surveyor)",
            ["Ada Quill", "Bo Thrale", "Cy Moor", "Una Reeve", "Dan Pell"],
        ),
        (
            "Ada Quill, Bo Thrale and Cy Moor; Una Reeve, Clerk",
            ["Ada Quill", "Bo Thrale", "Cy Moor", "Una Reeve"],
        ),
        (
            "Una Reeve, Clerk, Bo Thrale, Deputy Clerk; Cy Moor, Surveyor, Dan Pell, Engineer",
            ["Una Reeve", "Bo Thrale", "Cy Moor", "Dan Pell"],
        ),
    ],
)
def test_what_somebody_is_names_nobody_and_nobody_is_lost(text: str, people: list[str]) -> None:
    assert [one.name.name for one in entries(text, labelled=True)] == people
