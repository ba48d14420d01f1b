"""The reader alone on a page: `?doc=` picks a text, `?company=` dims, `?lang=` speaks."""

import re
from decimal import Decimal
from functools import cache

import streamlit as st

from components import tables
from components.reading.model import (
    Amount,
    Article,
    Doc,
    Entity,
    Mention,
    Quotation,
    Uncharted,
)
from components.texts import Language, texts
from components.ui.reader import reader
from tests.docs import sample_doc, structure

STRANGE = (
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>&amp;と書く。\n"
    "Metaは「OpenAIの力」と評し、両社は60億ドルを投じた。割合は42%。\n"
    "ＯｐｅｎＡＩは㍿ソフトバンクとｶﾞｲﾄﾞを作る。"
)


def _entity(name: str, listed: bool = True) -> Entity:
    hostile = f"{name} <b>Inc.</b>"
    return Entity(name.lower(), name, hostile, "company", listed=listed)


@cache
def strange() -> Doc:
    """Return a text of hostile, nested, adjacent and doubled spans."""

    def at(words: str) -> tuple[int, int, str]:
        start = STRANGE.index(words)
        return start, start + len(words), words

    paragraphs, sentences = structure(STRANGE)
    return Doc(
        Article("strange", STRANGE, sha256="0"),
        paragraphs,
        sentences,
        entities=(_entity("Meta"), _entity("OpenAI", listed=False)),
        mentions=(
            Mention(*at("Meta"), "company", "meta"),
            Mention(*at("OpenAI"), "company", "openai"),
            Mention(*at("両社"), "company", "meta", "anaphor"),
            Mention(*at("両社"), "company", "openai", "anaphor"),
            Mention(*at("ＯｐｅｎＡＩ"), "company", "openai"),
        ),
        amounts=(
            Amount(*at("60億ドル"), "USD", Decimal(6 * 10**9), None, "equal_or_more", sentence=1),
        ),
        quotations=(Quotation(*at("OpenAIの力"), "meta"),),
        uncharted=(Uncharted(*at("42%"), "ratio"),),
    )


@cache
def long() -> Doc:
    """Return 200,000 characters with a mention in every sentence."""
    text = "\n".join(
        "Metaは新しい計画を発表し、多くの企業がこれに続いた。" * 7 for _ in range(1100)
    )
    paragraphs, sentences = structure(text)
    mentions = tuple(
        Mention(found.start(), found.end(), "Meta", "company", "meta")
        for found in re.finditer("Meta", text)
    )
    return Doc(
        Article("long", text, sha256="1"),
        paragraphs,
        sentences,
        entities=(_entity("Meta"),),
        mentions=mentions,
    )


address = st.query_params
language: Language = "en" if address.get("lang") == "en" else "ja"
doc = {"strange": strange, "long": long}.get(address.get("doc", ""), sample_doc)()
companies = address.get_all("company")
reached = tables.reach(doc, companies)
st.title("The reader")
st.text(f"run {st.session_state.setdefault('runs', 0)}")
st.session_state["runs"] += 1
asked = reader(
    doc,
    texts(language),
    made={},
    concerned=tables.concerned_sentences(doc, reached) if companies else None,
    focus=address.get("focus"),
    on_pick=lambda fact: address.update({"focus": fact}),
    on_show=lambda fact: None,
)
st.text(f"picked {address.get('focus', 'nothing')}")
st.text(f"asked {asked or 'nothing'}")
st.button("Run again")
