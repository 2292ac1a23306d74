"""What stands around an answer: actions of an item, lists under a heading, things compared."""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, small_library

NOTES = "555555555555"
AGENDA = "666666666666"
HEARD = "Noted the report on the otters."
GIVEN = "The warden to count the otters."
MEND = "Mend the sluice gate of the long meadow"
PAPER = (
    ("text", "", "Notes of Quernside Parish Council, 7 June 2022"),
    ("text", "", HEARD),
    ("text", "", GIVEN),
    ("text", "", f"{MEND}. Complete."),
    ("text", "", "The heron tower has 40 steps."),
    ("text", "", "The bell tower has 90 steps."),
    ("text", "1", "We will help with the following trials:"),
    ("heading", "1.1", "1.1. Kestrel Lane (quiet hours):"),
    ("text", "", "turning the pumps off at dusk."),
    ("text", "2", "The accounts are kept in ink."),
)
COMING = (
    ("text", "", "Agenda of Quernside Parish Council, 4 July 2023"),
    ("list item", "Apologies", "Ida Thrale"),
    ("list item", "Apologies", "Odo Finch"),
)
MEETING = f"<{BASE}meeting/quern>"
NEXT = f"<{BASE}meeting/quern-next>"
PEOPLE = {"ida": "Ida Thrale", "odo": "Odo Finch"}


def paper(
    name: str, kind: str, day: str, meeting: str, parts: tuple[tuple[str, str, str], ...]
) -> list[str]:
    """The statements of a paper and its meeting."""
    document = f"<{BASE}document/{name}>"
    lines = [
        f'{document} a mb:Document ; mb:fileName "{name}.txt" ; mb:kind "{kind}" ;',
        f'  dct:date "{day}"^^xsd:date ; mb:ofMeeting {meeting} ; mb:sha256 "{name[0] * 64}" .',
        f'{meeting} a mb:Meeting ; dct:date "{day}"^^xsd:date ; mb:heldBy <{BASE}board/quern> .',
        f'<{BASE}board/quern> a mb:Board ; skos:prefLabel "Quernside Parish Council" .',
    ]
    for at, (form, above, text) in enumerate(parts):
        heading = f' mb:heading "{above}" ;' if above.isalpha() else ""
        number = f' mb:number "{above}" ;' if above[:1].isdigit() else ""
        lines.append(
            f"<{BASE}document/{name}/p{at}> a mb:Paragraph ; mb:inDocument {document} ;{heading}"
            f'{number} mb:ordinal {at} ; mb:kind "{form}" ; mb:text "{text}" .'
        )
    return lines


def quernside() -> str:
    """Notes with a decision and its action, and the agenda of a later meeting, as TriG."""
    item, held = f"<{BASE}item/otters>", f"<{BASE}document/{NOTES}"
    facts = [
        f'{item} a mb:AgendaItem ; dct:title "Otters" ; mb:atMeeting {MEETING} .',
        f"<{BASE}decision/otters> a mb:Decision ; mb:decidedAt {MEETING} ; mb:onItem {item} ;",
        f'  mb:outcome "noted" ; mb:text "{HEARD}" ; mb:quote "{HEARD}" ; mb:statedIn {held}/p1> .',
        f"<{BASE}action/count> a mb:Action ; mb:arisesFrom {item} ; mb:ofMeeting {MEETING} ;",
        f'  mb:text "{GIVEN}" ; mb:quote "{GIVEN}" ; mb:assigneeAsWritten "warden" ;',
        f"  mb:statedIn {held}/p2> .",
        f'<{BASE}action/mend> a mb:Action ; mb:ofMeeting {MEETING} ; mb:text "{MEND}" ;',
        f'  mb:actionStatus "complete" ; mb:quote "{MEND}" ; mb:assigneeAsWritten "Clerk, KM" ;',
        f"  mb:statedIn {held}/p3> .",
    ]
    people = [f'<{BASE}person/{key}> a foaf:Person ; foaf:name "{PEOPLE[key]}" .' for key in PEOPLE]
    people += [
        f"<{BASE}document/{AGENDA}/p{at}> mb:mentions <{BASE}person/{key}> ."
        for at, key in enumerate(PEOPLE, 1)
    ]
    notes = paper(NOTES, "minutes", "2022-06-07", MEETING, PAPER)
    agenda = paper(AGENDA, "agenda pack", "2023-07-04", NEXT, COMING)
    return (
        f"<{BASE}document/{NOTES}> {{ {' '.join([*notes, *facts])} }}\n"
        f"<{BASE}document/{AGENDA}> {{ {' '.join([*agenda, *people])} }}"
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("around") / "keywords", quernside())


def test_with_a_decision_stand_the_actions_of_its_item(library: SmallLibrary) -> None:
    told = ask(library, "What did Quernside Parish Council decide on the otters?")
    assert told.answer.splitlines() == [
        f"Quernside Parish Council, 7 June 2022: {HEARD}",
        f"Action: {GIVEN}",
    ]
    assert [one.quote for one in told.citations] == [HEARD, GIVEN]


def test_what_was_only_noted_is_no_agreement(library: SmallLibrary) -> None:
    told = ask(library, "Did Quernside Parish Council approve the report on the otters?")
    assert told.answer.startswith("Noted, not agreed: ")


def test_a_decision_on_half_of_what_is_asked_is_no_yes_or_no(library: SmallLibrary) -> None:
    told = ask(library, "Did Quernside Parish Council agree to ban otters?")
    assert (told.answered, told.note) == (False, "No paper held tells of a decision on it.")


def test_an_action_answers_whether_a_thing_was_done_however_it_is_put(
    library: SmallLibrary,
) -> None:
    told = ask(library, "Was the sluice gate of the long meadow at Quernside mended?")
    assert told.answer.startswith("Yes: complete")


def test_an_owner_is_known_among_several(library: SmallLibrary) -> None:
    told = ask(library, "What actions were given to KM by Quernside Parish Council?")
    assert told.values == (MEND,)


def test_two_things_are_compared_in_any_words(library: SmallLibrary) -> None:
    told = ask(library, "Compare the heron tower and the bell tower at Quernside")
    heron, bell = told.answer.splitlines()
    assert heron.endswith("The heron tower has 40 steps.")
    assert bell.endswith("The bell tower has 90 steps.")


def test_a_point_that_ends_openly_goes_on(library: SmallLibrary) -> None:
    told = ask(library, "Which trials will Quernside help with?")
    assert told.answer.splitlines()[:3] == [
        "We will help with the following trials:",
        "1.1. Kestrel Lane (quiet hours):",
        "turning the pumps off at dusk.",
    ]


def test_an_agenda_may_tell_who_sent_apologies(library: SmallLibrary) -> None:
    told = ask(library, "Who sent apologies to Quernside Parish Council on 4 July 2023?")
    assert {one.quote for one in told.citations} == {"Ida Thrale", "Odo Finch"}
    assert not ask(library, "Who attended Quernside Parish Council on 4 July 2023?").answered
