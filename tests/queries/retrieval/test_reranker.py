"""The optional cross-encoder: a tiny one, made here, and what its order does to a search."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from embeddings.embedder import find_model
from embeddings.reranker import CrossEncoderReranker
from kg.errors import IndexMismatch
from queries.retrieval.ranking import in_place
from queries.search import search
from tests.support.small_library import SmallLibrary, small_library

WORDS = "[PAD] [UNK] [CLS] [SEP] harbour gauge tide board rope the".split()  # noqa: SIM905
TEXTS = ["the harbour board", "rope the rope", "tide gauge tide"]


def cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A cross-encoder of a few random weights, always the same, in the form of the hub."""
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", model_max_length=64
    ).save_pretrained(folder)
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        num_labels=labels,
        initializer_range=1.0,
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cross_encoder(tmp_path_factory.mktemp("tiny") / "ranker")


def test_scores_are_those_of_the_model_itself(folder: Path) -> None:
    found = CrossEncoderReranker(find_model(str(folder))).scores("tide gauge", TEXTS)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    model = BertForSequenceClassification.from_pretrained(folder).eval()
    with torch.inference_mode():
        told = [
            float(torch.sigmoid(model(**tokenizer("tide gauge", text, return_tensors="pt")).logits))
            for text in TEXTS
        ]
    assert found == pytest.approx(told, abs=1e-5)
    assert len(set(found)) == len(TEXTS)


def test_a_text_has_one_score_whatever_stands_beside_it(folder: Path) -> None:
    reranker = CrossEncoderReranker(find_model(str(folder)))
    together = reranker.scores("tide gauge", TEXTS)
    assert together == [reranker.scores("tide gauge", [text])[0] for text in TEXTS]


def test_a_model_of_several_numbers_is_refused(tmp_path: Path) -> None:
    reranker = CrossEncoderReranker(find_model(str(cross_encoder(tmp_path / "three", 3))))
    with pytest.raises(IndexMismatch, match="gives 3 numbers"):
        reranker.scores("tide", ["rope"])


class Longest:
    """Takes the longest text for the best."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        return [float(len(text)) for text in texts]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("small") / "keywords")


def test_the_order_of_a_reranker_is_joined_with_that_of_the_search(library: SmallLibrary) -> None:
    before = search(library, "tide gauges", limit=5)
    after = search(library, "tide gauges", limit=5, reranker=Longest())
    assert len(before.hits) > 1
    ranks = [hit.why["reranker"] for hit in after.hits]
    assert all(rank is not None for rank in ranks) and 1 in ranks
    longest = max(after.hits, key=lambda hit: len(in_place(hit.place)))
    assert longest.why["reranker"] == 1
    assert all("reranker" not in hit.why for hit in before.hits)
    assert [hit.score for hit in after.hits] == sorted((h.score for h in after.hits), reverse=True)


def test_nothing_found_is_not_read_again(library: SmallLibrary) -> None:
    assert search(library, "zzz", reranker=Longest()).hits == ()
