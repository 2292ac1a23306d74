"""Which of two things came first: what is asked of each of them."""

from queries.texts.wording import first_match, first_said


def of_each_thing(text: str) -> tuple[tuple[str, str], ...]:
    """The two things of which it is asked which came first, or last, each with the question when it
    came; none where that is not asked.
    """
    question = first_said(text, "which_first")
    found = first_match(text, "which_first", question) if question else None
    if question is None or found is None:
        return ()
    return tuple((thing, question.format(thing=thing)) for thing in (found["one"], found["other"]))
