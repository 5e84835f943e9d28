"""The hand-written products of the demo: whole, consistent, bilingual, and made for real applicants."""

from pathlib import Path
from typing import Any

import pytest

import marketplace.app
from finance.instruments.authoring import AuthoredProduct, read_products
from finance.instruments.schemas import FAMILY, KIND_LABELS, InstrumentKind
from finance.matching import percent
from marketplace.core.yaml_file import read_yaml
from marketplace.identifiers import check_id
from marketplace.identifiers.generate import make_uscc

TEXTS = Path(marketplace.app.__file__).parent / "seed" / "texts"
BOOK: dict[str, Any] = read_yaml(TEXTS / "instruments.yaml")
PROVIDERS = read_yaml(TEXTS / "providers.yaml")["providers"]
PRODUCTS = read_products(BOOK)


def test_there_are_enough_products_of_every_kind() -> None:
    assert len(PRODUCTS) >= 44
    assert (
        {product.draft.kind for product in PRODUCTS} == set(InstrumentKind) == set(FAMILY) == set(KIND_LABELS)
    )
    for part in (
        lambda p: p.key,
        lambda p: p.draft.name.zh,
        lambda p: p.draft.name.en,
        lambda p: p.draft.summary.zh,
    ):
        assert len({part(product) for product in PRODUCTS}) == len(PRODUCTS)


def test_every_provider_exists_is_marked_and_has_a_valid_code() -> None:
    assert len(PROVIDERS) >= 20
    keys = [provider["key"] for provider in PROVIDERS]
    assert len(set(keys)) == len(keys)
    assert {product.provider for product in PRODUCTS} == set(keys)
    kinds = {provider["key"]: provider["kind"] for provider in PROVIDERS}
    for provider in PROVIDERS:
        assert provider["name"].endswith("（演示）")
        assert provider["name_en"].endswith("(demo)")
        code = make_uscc("91", provider["region"], provider["serial"])
        assert check_id(code, as_of_year=2026).valid, provider["key"]
    allowed = {"equity": {"fund"}, "debt": {"bank", "guarantor"}, "cover": {"insurer"}}
    for product in PRODUCTS:
        if product.draft.kind is not InstrumentKind.TECH_BOND:
            assert kinds[product.provider] in allowed[FAMILY[product.draft.kind]], product.key


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.key)
def test_a_product_is_whole_in_both_languages(product: AuthoredProduct) -> None:
    draft = product.draft
    texts = [draft.name, draft.summary, draft.terms.price.text, draft.terms.repayment, draft.terms.security]
    texts += (
        [gate.text for gate in draft.all_gates()]
        + [gate.document for gate in draft.all_gates()]
        + [*draft.documents]
    )
    for text in texts:
        assert text.zh
        assert text.en
        assert not any("\u4e00" <= character <= "\u9fff" for character in text.en), text.en
    assert draft.name.zh.endswith("（演示）")
    assert draft.documents
    assert draft.gates, "a product without conditions of its own is no product"
    assert all(gate.source for gate in draft.all_gates())


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.key)
def test_a_price_in_words_names_the_price_in_numbers(product: AuthoredProduct) -> None:
    price = product.draft.terms.price
    if price.min_bps is None or "LPR+" in price.text.zh or "折转股" in price.text.zh:
        return
    for bps in (price.min_bps, price.max_bps):
        written = f"{bps / 100:.2f}".rstrip("0").rstrip(".")
        assert written in price.text.zh.replace(".0%", "%"), (percent(bps), price.text.zh)
