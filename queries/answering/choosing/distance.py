"""When nothing in the papers is near enough to a question to answer it.

How likely the nearest passages answer is a fitted function (`Asking.closeness`); how likely
they must be depends on how freely a question of its kind is worded.
"""

from kg.tables.load import table
from queries.answering.asking import Asking
from queries.answering.choosing.marks import marked
from queries.answering.choosing.put_otherwise import in_other_words
from queries.texts.wording import light, says
from queries.understanding.question import OPEN, Question
from queries.understanding.reworded import everyday

CLOSE = 0.025
"""The least closeness of passages that answer an open question."""
CLOSE_TO_NAMED = 0.12
"""The least `Asking.closeness_to_facts` of passages that answer an open question for a person, a
day, a number or one of several things."""
CLOSE_TO_ASKED = 0.05
"""That of passages which answer any other open question but one of yes or no."""
DOUBTFUL = 0.14
"""Under this `Asking.closeness_word_by_word` it is said that passages are only the nearest."""
CLOSE_TO_FACTS = 0.3
"""That of passages which answer in the place of facts, which would use the question's words."""
CLOSE_TO_WORDS = 0.15
"""That of passages which answer in the place of facts and do use them."""
WORDED = 0.75
"""The least share of the subject (`Asking.covered`) that such passages have."""
WHOLE = 0.99
"""From this share of the subject a passage has all of it."""
HEARD = 0.05
"""The least share of the words of a question (`SearchResult.shared`) that papers have, where it is
asked openly: that they have none at all is no paraphrase."""
SPOKEN = 0.5
"""The least share of the subject (`Asking.covered`) where it is asked whether it was dealt with."""
IN_OTHER_WORDS = 0.12
"""From this closeness passages answer an open question of whose subject they have no word."""
OF_OTHER_PAPERS = 0.065
"""Under this `Asking.closeness_word_by_word` a question is one of other papers."""
_OPEN = frozenset({OPEN, "done", "contact"})
"""The ways of asking that passages answer as they are."""
EXACT = frozenset(
    {
        "age",
        "measure",
        "number",
        "date",
        "money",
        "council",
        "clock",
        "colour",
        "duration",
        "frequency",
        "score",
        "proportion",
        "extent",
    }
)
"""What is told in one word, so that each word of the question says what it is of."""


def worded_freely(question: Question) -> bool:
    """Whether a question need not use the words of the papers: one of yes or no that is open.

    Who asks for a person, a number or a day tends to name the thing as the papers do.
    """
    return question.way == OPEN and question.whether


def far(asking: Asking) -> bool:
    """Whether even the nearest passages are too far from the question.

    Whether a matter was dealt with is told by passages that have its words, who somebody is by one
    that has any word of what is asked, and what is put in everyday words by those that do not.
    """
    if says(asking.question.text, "dealt") and asking.covered < SPOKEN:
        return True
    if _stated(asking) or in_other_words(asking) or _shown_by_nearest(asking):
        return False
    if asking.closeness_word_by_word < OF_OTHER_PAPERS:
        return True
    openly = asking.question.way in _OPEN and asking.question.expects is None
    if openly and asking.covered < HEARD and asking.closeness >= IN_OTHER_WORDS:
        return False
    unheard_of = says(asking.question.text, "whose") and asking.question.subject
    if openly and (_without_words(asking) or (unheard_of and not asking.covered)):
        return True
    freely = asking.question.way in _OPEN and everyday(asking.question.text)
    if worded_freely(asking.question) or freely:
        return asking.closeness < CLOSE
    whose = asking.question.way == "actions" and says(asking.question.text, "which")
    if asking.question.way in _OPEN or whose:
        named = asking.question.expects or says(asking.question.text, "which")
        least = CLOSE_TO_NAMED if named else CLOSE_TO_ASKED
        return asking.closeness < CLOSE or asking.closeness_to_facts < least
    least = CLOSE_TO_WORDS if asking.covered >= WORDED else CLOSE_TO_FACTS
    worded = asking.covered > SPOKEN or everyday(asking.question.text)
    return asking.closeness_to_facts < least or not worded


def _without_words(asking: Asking) -> bool:
    """Whether the papers have hardly any word of a question, nor what they call everyday things."""
    return max(asking.anywhere.shared, asking.covered) < HEARD


def _shown_by_nearest(asking: Asking) -> bool:
    """Whether the nearest passage has all of the subject, and a sum, day or the like that is asked
    for.
    """
    expects = asking.question.expects
    if expects not in EXACT.intersection(table("questions")["shows"]):
        return False
    nearest = [hit.place for hit in asking.result.hits[:1]]
    return any(
        asking.share(one.text) >= WHOLE and says(one.text, "shows", expects) for one in nearest
    )


def _stated(asking: Asking) -> bool:
    """Whether the nearest passage of the time asked of has a mark of what is asked, or states a
    fact of that kind, where nothing else is asked.
    """
    question = asking.question
    if not question.periods or set(question.subject) - light():
        return False
    wanted = table("questions")["wanted"].get(question.way, ())
    return any(
        marked(asking, hit.place, hit.place.text) or any(fact.type in wanted for fact in hit.facts)
        for hit in asking.result.hits[:1]
    )
