"""Facts of papers whose business stands in tables."""

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils


def test_a_short_row_of_an_agenda_in_a_table_is_no_item():
    page = (
        "<h1>Quay Board</h1><p>Agenda for Tuesday 4 March 2025</p>"
        "<table><tr><th>Time</th><th>Item</th></tr><tr><td>10:00</td><td>Lamps</td></tr>"
        "<tr><td>Lunch</td></tr><tr><td>13:00</td><td>Fares</td></tr></table>"
    )
    document = read_document(page.encode(), "agenda.html")
    assert [item.title for item in extract(document, Councils.load()).items] == ["Lamps", "Fares"]


def test_a_column_of_decisions_says_what_was_decided_of_each_row() -> None:
    rows = (
        ("P21/40", "Apologies", "Cllr Moss"),
        ("P21/41", "Minutes", "Minutes of 26 July approved"),
        ("P21/42", "Land at Mill Lane", "Object – access, flooding"),
        ("P21/43", "Interests", "None"),
    )
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    page = (
        "<html><body><h1>Weir Town Council Planning Committee</h1><p>16 August 2021</p>"
        "<p>Present: Cllrs A Lowe (Chair), B Tarn</p><table><tr><td>Minute</td><td>Business</td>"
        f"<td>Decision</td></tr>{cells}</table></body></html>"
    )
    found = extract(read_document(page.encode(), "a.html"), Councils(()))
    assert [(one.item, one.text) for one in found.decisions] == [
        ("P21/41", "Minutes of 26 July approved"),
        ("P21/42", "Object – access, flooding"),
    ]


def test_a_record_right_below_a_table_of_people_is_minutes() -> None:
    rows = (
        ("Members", "Ann Lowe (Chair), Ben Tarn", ""),
        ("Item", "Discussion", "Action"),
        ("1", "Welcome: Ann Lowe welcomed everybody to the hall.", ""),
        ("2", "Minutes: The minutes were agreed.", ""),
        ("3", "Lamps: The lamps were looked at and the panel approved the new lamps.", "BT"),
        ("4", "Close: The meeting closed early.", ""),
    )
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    head = "<h1>Quay Panel Minutes – 12 July 2017</h1>"
    page = f"<html><body>{head}<table>{cells}</table></body></html>"
    found = extract(read_document(page.encode(), "a.html"), Councils(()))
    assert [(one.number, one.title) for one in found.items] == [
        ("1", "Welcome"),
        ("2", "Minutes"),
        ("3", "Lamps"),
        ("4", "Close"),
    ]
    assert [one.item for one in found.decisions] == ["2", "3"]


def test_a_table_of_references_and_details_lays_out_minutes() -> None:
    rows = (
        "| Ref | Details | Action |\n|---|---|---|\n| 1 | Apologies. None. | |\n"
        "| 2 | Lamps. It was agreed to buy three. | BT |\n| 3 | Close. The meeting closed. | |\n"
    )
    head = "# Quay Panel Minutes – 12 July 2017\n\nPresent: Ann Lowe (Chair), Ben Tarn\n\n"
    found = extract(read_document((head + rows).encode(), "a.md"), Councils(()))
    assert [(one.number, one.title) for one in found.items] == [
        ("1", "Apologies"),
        ("2", "Lamps"),
        ("3", "Close"),
    ]


def test_a_long_table_of_changes_tells_what_was_decided_of_each() -> None:
    rows = "".join(f"| C-{at} | Lamp {at} on the quay | Approved |\n" for at in range(1, 4))
    head = "# Quay Panel Minutes – 12 July 2017\n\nPresent: Ann Lowe (Chair), Ben Tarn\n\n"
    listed = f"Changes reviewed:\n\n| Ref | Description | Decision |\n|---|---|---|\n{rows}"
    last = "| C-4 | Bell on the quay | Deferred |\n"
    found = extract(read_document((head + listed + last).encode(), "a.md"), Councils(()))
    assert [(one.text, one.outcome) for one in found.decisions] == [
        ("Lamp 1 on the quay Approved", "agreed"),
        ("Lamp 2 on the quay Approved", "agreed"),
        ("Lamp 3 on the quay Approved", "agreed"),
        ("Bell on the quay Deferred", "deferred"),
    ]


def test_a_table_of_people_and_jobs_lists_actions() -> None:
    rows = "| Person | Item |\n|---|---|\n| Ann | Flyers |\n| Ben | Put the fair on the website |\n"
    head = "# Quay Panel Minutes – 12 July 2017\n\nPresent: Ann Lowe, Ben Tarn\n\n## Joblist\n\n"
    found = extract(read_document((head + rows).encode(), "a.md"), Councils(()))
    assert [(one.assignee_as_written, one.text) for one in found.actions] == [
        ("Ann", "Flyers"),
        ("Ben", "Put the fair on the website"),
    ]
