"""The members of a body, whom a letterhead lists below its name."""

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils


def test_members_in_lines_below_the_name_of_their_body_are_people_by_their_whole_names() -> None:
    head = "Lamp Advisory Committee<br>\nAnn Lowe, Chair<br>\nBen Tarn, Clerk<br>\nCara Voss\n"
    text = f"{head}\nMinutes, 8 March 2018\n\n1. Roll call\n\nPresent: Members Tarn and Voss.\n"
    found = extract(read_document(text.encode(), "minutes.md"), Councils(()))
    named = {mention.person.name for mention in found.people}
    assert named >= {"Ann Lowe", "Ben Tarn", "Cara Voss"}
