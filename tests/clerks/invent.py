"""Invented meetings: one for each seed, from the names and business in ``pool.toml``."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.clerks.meeting import Decision, Item, Meeting, Person, Task

FIRST_DAY = date(2019, 1, 7)


@cache
def pool() -> dict[str, Any]:
    """The names, places and business that meetings are made of."""
    return tomllib.loads((Path(__file__).parent / "pool.toml").read_text("utf-8"))


def invent(seed: int) -> Meeting:
    """The meeting of a seed."""
    random = Random(seed)
    body = random.choice(pool()["bodies"])
    people = _people(random, body)
    present, apologies, attending = people[:5], people[5:7], people[7:]
    day = FIRST_DAY + timedelta(days=random.randrange(2000))
    return Meeting(
        body=body["name"],
        noun=body["noun"],
        day=day,
        time=random.choice(pool()["times"]),
        venue=random.choice(pool()["venues"]),
        present=present,
        apologies=apologies,
        attending=attending,
        items=_items(random, day, body["noun"], present, attending[0]),
    )


def _people(random: Random, body: dict[str, str]) -> tuple[Person, ...]:
    """Five who came, two who did not, and two beside the members; no two share initials."""
    surnames = random.sample(pool()["surnames"], 9)
    given = random.sample(pool()["given"], 9)
    title = body.get("title", "")
    roles = [body["chair"], f"Vice {body['chair']}", *[""] * 5, body["officer"], ""]
    members = [title] * 7 + [""] * 2
    people = tuple(map(Person, given, surnames, members, roles))
    distinct = {person.initials for person in people}
    return people if len(distinct) == len(people) else _people(random, body)


def _items(
    random: Random, day: date, noun: str, present: tuple[Person, ...], clerk: Person
) -> tuple[Item, ...]:
    earlier = day - timedelta(days=28)
    minutes = f"minutes of the meeting held on {earlier.day} {earlier:%B %Y}"
    approved = Decision(
        that=f"the {minutes} be approved as a correct record",
        to=f"approve the {minutes} as a correct record",
        report=f"the {minutes}",
        mover=present[1],
        seconder=present[2],
    )
    standing = [Item(one["title"], one["ask"], tuple(one["said"])) for one in pool()["standing"]]
    record = Item("Minutes of the last meeting", f"To approve the {minutes}", (), approved)
    business = random.sample(pool()["business"], random.randint(4, 6))
    later = day + timedelta(days=28)
    closing = Item(
        "Date of next meeting",
        "To note the date of the next meeting",
        (f"The next meeting will be held on {later.day} {later:%B %Y}.",),
    )
    told = (_item(random, one, day, present, clerk) for one in business)
    return (*standing, record, *told, closing)


def _item(
    random: Random, one: dict[str, Any], day: date, present: tuple[Person, ...], clerk: Person
) -> Item:
    mover, seconder, owner = random.sample(present, 3)
    decided = one["that"] if random.random() < 0.7 else None
    tasked = random.random() < 0.5
    return Item(
        title=one["title"],
        ask=one["ask"],
        said=tuple(one["said"]),
        decision=Decision(one["that"], one["to"], one["report"], mover, seconder)
        if decided
        else None,
        task=Task(random.choice([owner, clerk]), one["task"], day + timedelta(days=21))
        if tasked
        else None,
    )
