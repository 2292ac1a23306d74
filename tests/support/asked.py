"""What an invented library tells where it is asked a question."""

from queries.ask import ask
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
