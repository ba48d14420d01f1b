"""A page with one chart of Japanese words, hostile ones too, and the export control under it."""

from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.texts import texts
from components.ui.export import export_control

SENTENCE = 'Metaは"600億ドル"以上の投資を発表し、</script><script>alert(1)</script>\n=1+1'


def frame(ids: list[str]) -> pd.DataFrame:
    """Return rows with what a row of amounts has: Decimal, None, tuples, offsets, a sentence."""
    rows = [
        ("amount-0", "Meta", Decimal("60000000000"), None, ("meta",), SENTENCE, 0, 44),
        ("amount-1", "Stargate", Decimal("5E+11"), Decimal("5E+11"), ("openai",), "規模", 50, 52),
    ]
    names = ["id", "label", "low", "high", "payer_ids", "sentence", "start", "end"]
    found = pd.DataFrame([row for row in rows if row[0] in ids], columns=names)
    return found.astype({"low": object, "high": object})


def figure(rows: pd.DataFrame) -> go.Figure:
    """Return a bar chart as the charts build it: words inside, light colours, a set height."""
    bars = go.Bar(
        x=[float(low) for low in rows["low"]],
        y=rows["label"],
        orientation="h",
        marker_pattern_shape="/",
    )
    fig = go.Figure(bars, layout={"template": "none", "height": 420})
    fig.update_layout(
        title_text="<b>Meta は 600億ドル以上</b>",
        font_family='"Noto Sans JP","Noto Sans CJK JP",sans-serif',
    )
    return fig.add_annotation(
        text="約・以上は本文の語。出典: Fox Business",
        x=0,
        y=-0.15,
        xref="paper",
        yref="paper",
        showarrow=False,
    )


st.title("書き出し")
companies = ("meta",) if st.toggle("Meta") else ()
rows = frame(["amount-0"] if companies else ["amount-0", "amount-1"])
language = "en" if st.query_params.get("lang") == "en" else "ja"
export_control(
    lambda: figure(rows),
    rows,
    "investments",
    texts(language),
    article_id="deepseek",
    companies=companies,
)
