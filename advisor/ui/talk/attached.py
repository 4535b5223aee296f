"""Documents that came with a message: their names, and what was kept of each."""

from collections import Counter
from typing import Final

import streamlit as st

from advisor.dialogue.turns import LONGEST_DOCUMENT, Attachment, Masked, Turn
from advisor.ui.plain import label, shown

_MASKED_NAMES: Final[dict[str, str]] = {
    "name": "氏名",
    "phone": "電話",
    "email": "メール",
    "address": "住所",
    "postal": "郵便番号",
    "birth_date": "生年月日",
    "bank_account": "口座番号",
    "license": "免許番号",
    "insurance_no": "被保険者番号",
    "my_number": "個人番号",
}


def masked_note(masked: tuple[Masked, ...]) -> str:
    """Say what kinds of personal data were masked, and how often."""
    counts = Counter(_MASKED_NAMES.get(each.type, "個人情報") for each in masked)
    return f"個人情報({'・'.join(f'{name}{count}件' for name, count in counts.items())})は伏せて保存しました"


def draw_attached(turn: Turn) -> None:
    """Name the documents of a message; the kept text of one is sent to the page when it is opened."""
    for number, document in enumerate(turn.documents):
        words = f"資料: {label(document.name)}({len(document.text):,}字)"
        key = f"document-{turn.number}-{number}"
        with st.expander(words, key=key, icon=":material/draft:", on_change="rerun") as box:
            if box.open:
                _kept(document, key)


def _kept(document: Attachment, key: str) -> None:
    if document.cut:
        st.caption(f"長いので、先頭の{LONGEST_DOCUMENT:,}字だけを預かりました。続きは分けてお渡しください。")
    st.caption(masked_note(document.masked) if document.masked else "伏せたところはありません")
    with st.container(key=f"kept-{key}"):
        st.text(shown(document.text))
