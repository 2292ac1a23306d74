"""Which fields of each type of fact are compared, and how."""

from queries.evaluation.facts import (
    Key,
    Spec,
    same_day,
    same_item,
    same_meeting,
    same_name,
    same_number,
    same_person,
    same_place,
    same_role,
    same_text,
    same_value,
    shares_words,
)

SPECS: dict[str, Spec] = {
    spec.type: spec
    for spec in (
        Spec("meetings", (Key("body", same_text), Key("date", same_day))),
        Spec(
            "attendance",
            (
                Key("meeting", same_meeting),
                Key("person", same_person),
                Key("status", same_name),
            ),
        ),
        Spec(
            "memberships",
            (
                Key("body", same_text),
                Key("person", same_person),
                Key("role", same_role),
                Key("authority", same_text),
            ),
            relaxed=frozenset({"authority"}),
        ),
        Spec(
            "agenda_items",
            (
                Key("meeting", same_meeting),
                Key("number", same_number),
                Key("title", same_text),
            ),
            relaxed=frozenset({"title"}),
            identity=("meeting", "number"),
        ),
        Spec(
            "recommendations",
            (Key("file", same_name), Key("number", same_number), Key("text", same_text)),
            relaxed=frozenset({"number"}),
        ),
        Spec(
            "decisions",
            (Key("meeting", same_meeting), Key("item", same_item), Key("text", same_text)),
            relaxed=frozenset({"meeting", "item"}),
        ),
        Spec(
            "actions",
            (Key("place", same_place), Key("text", same_text)),
            apart=(Key("status", same_name), Key("due", same_day)),
            identity=("text",),
        ),
        Spec("persons", (Key("name", same_person),)),
        Spec("councils", (Key("name", same_name),)),
        Spec("programmes", (Key("name", same_name),)),
        Spec(
            "referred",
            (Key("file", same_name), Key("body", same_text), Key("date", same_name)),
            identity=("file", "body", "date"),
        ),
        Spec(
            "citations",
            (Key("file", same_name), Key("title", same_text)),
            identity=("file", "title"),
        ),
        Spec(
            "figures",
            (Key("file", same_name), Key("value", same_value), Key("about", shares_words)),
            identity=("file", "value", "unit"),
        ),
    )
}
"""The types of fact that are scored, in the order of a report."""
