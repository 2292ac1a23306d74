"""Search over guidance that has no meetings: joined signals lose to none of them alone."""

import pytest

from embeddings.ingest import add
from embeddings.library import Library
from queries.evaluation.gold import GoldPassage, GoldQuestion
from queries.evaluation.retrieval import ALL, compare, means_by_type
from queries.evaluation.systems import own_systems
from queries.search import Searcher

PAGES = {
    "moorings": (
        "You need a licence to leave a boat on the public moorings for longer than 48 hours.",
        "A visitor may stay for two nights without paying. After that the fee is £9 a night.",
        "The harbour office can move a vessel that blocks the channel and charge its owner.",
    ),
    "waste": (
        "Put glass and tins in the blue box. It is emptied every second Tuesday.",
        "Large items such as sofas are collected for £20 if you book a week ahead.",
        "Garden cuttings go in the brown bin from March to November.",
    ),
    "allotments": (
        "Plots are let from October. The waiting list is about three years long.",
        "Tenants may keep hens but no cockerels, and must not burn plastic.",
        "If a plot is left uncultivated for a season the tenancy can be ended.",
    ),
    "parking": (
        "Residents can buy one permit for each household at £60 a year.",
        "Blue badge holders park free of charge in every council car park.",
        "A penalty notice is halved when it is paid within fourteen days.",
    ),
    "schools": (
        "Apply for a reception place by 15 January in the year your child turns five.",
        "Transport is free for pupils who live more than three miles from their school.",
        "Parents can appeal to an independent panel when a place is refused.",
    ),
}
ASKED = {
    "fee for a third night on the moorings": "A visitor may stay for two nights",
    "who takes away an old couch": "Large items such as sofas are collected",
    "when is recycling of bottles picked up": "Put glass and tins in the blue box",
    "can I raise chickens": "Tenants may keep hens but no cockerels",
    "what happens if I stop working my allotment": "If a plot is left uncultivated",
    "cost of a residents permit": "Residents can buy one permit for each household",
    "parking for disabled drivers": "Blue badge holders park free of charge",
    "discount for paying a fine early": "A penalty notice is halved when",
    "deadline for starting primary education": "Apply for a reception place by 15 January",
    "challenge a refused school place": "Parents can appeal to an independent panel",
    "free school transport distance": "Transport is free for pupils who live",
    "boat obstructing the fairway": "The harbour office can move a vessel",
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("guidance")
    for name, texts in PAGES.items():
        (folder / f"{name}.md").write_text(f"# {name.title()}\n\n" + "\n\n".join(texts), "utf-8")
    pages = {text: name for name, texts in PAGES.items() for text in texts}
    questions = [
        GoldQuestion(asked, "fact", asked, "", answerable=True, relevant=(passage(start, pages),))
        for asked, start in ASKED.items()
    ]
    add(folder / "library", sorted(folder.glob("*.md")))
    with Library.open(folder / "library") as library:
        compared = compare(questions, own_systems(Searcher(library)))
    return {name: means_by_type(questions, one)[ALL].ndcg10 for name, one in compared.items()}


def passage(start: str, pages: dict[str, str]) -> GoldPassage:
    """The one text that begins so."""
    (text,) = (one for one in pages if one.startswith(start))
    return GoldPassage(pages[text], text, 2)


@pytest.mark.parametrize("alone", ["keywords", "vectors"])
def test_joined_signals_lose_to_none_alone(scores: dict[str, float], alone: str) -> None:
    assert scores["search"] >= scores[alone]


def test_nearly_every_question_is_answered_high_in_the_list(scores: dict[str, float]) -> None:
    assert scores["search"] >= 0.94
