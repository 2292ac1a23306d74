"""Which of two things came first: what is asked of each of them."""

from kg.tables.load import likely, table


def of_each_thing(text: str) -> tuple[tuple[str, str], ...]:
    """The two things of which it is asked which came first, or last, each with the question when it
    came; none where that is not asked.
    """
    for question in table("questions")["which_first"]:
        for form in likely(text, "questions", "which_first", question):
            if found := form.search(text):
                things = (found["one"], found["other"])
                return tuple((thing, question.format(thing=thing)) for thing in things)
    return ()
