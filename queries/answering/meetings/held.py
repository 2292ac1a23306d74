"""What is held of a meeting."""

from collections.abc import Iterable

from queries.answering.answer import Missing
from queries.understanding.periods import Period, in_words

MINUTED = """(EXISTS { ?_minutes mb:ofMeeting ?meeting ; mb:kind "minutes" }
    || EXISTS { ?_decision mb:decidedAt ?meeting }
    || EXISTS { ?_came mb:atMeeting ?meeting ; mb:attendanceStatus "present" ;
      mb:statedIn/mb:inDocument/mb:ofMeeting ?meeting })"""
"""Whether a paper tells what came to pass at ``?meeting``, as an expression of SPARQL: minutes,
or any paper of it that has a decision or who was present.
"""


def none_held(text: str, spans: Iterable[Period], sparql: str) -> Missing:
    """That the papers tell of no meeting in some times of a question, as a query shows."""
    return Missing(f"The papers held tell of no meeting {in_words(text, spans)}.", sparql)
