"""What an invented library tells where it is asked a question."""

from queries.ask import answer, ask
from queries.search import Searcher
from tests.support.small_library import SmallLibrary


def tells(library: SmallLibrary, question: str, told: str) -> None:
    """The answer has what is told; where that is nothing, there is none."""
    answer = ask(library, question)
    assert answer.answered is bool(told), answer
    assert told in answer.answer


def tells_first(library: SmallLibrary, question: str, told: str) -> None:
    """The answer opens with what is told; where that is nothing, there is none."""
    answer = ask(library, question)
    assert answer.answered is bool(told), answer
    assert answer.answer.startswith(told)


def finds(searcher: Searcher, question: str, told: str, left_out: str = "") -> None:
    """The answer has what is told, not what is left out; where nothing is told, there is none."""
    said = answer(searcher, question)
    assert said.answered is bool(told), said
    assert told in said.answer
    assert not left_out or left_out not in said.answer
