"""Offices that a question names and no paper has."""

from kg.tables.load import table
from queries.answering.answer import Missing
from queries.answering.asking import Asking
from queries.answering.refusing.naming import had

_ANYBODY = frozenset({"member", "officer", "guest", "substitute", "observer"})
"""The capacities in which several sit, which are no offices."""


def unknown_office(asking: Asking) -> Missing | None:
    """That no paper has an office asked for, in any of the forms in which papers write it."""
    forms = table("people")["capacities"]
    for office in asking.question.capacities:
        if office in _ANYBODY or office not in forms:
            continue
        if not any(had(asking, form) for form in forms[office]):
            return Missing(f"No paper held names a {office}.")
    return None
