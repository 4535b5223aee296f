"""Help at hand: how to use the page, and the keys."""

import streamlit as st

from advisor.settings import Settings
from advisor.ui.plain import shown


def draw_help() -> None:
    """A button that opens the help."""
    with st.popover("使い方", icon=":material/help:", type="tertiary", key="help"):
        st.markdown(
            "**進め方**\n"
            "1. 困りごとや、上から言われたことを、そのまま書きます。\n"
            "2. 問いが一つずつ返ります。分からなければ「まだ分からない」で先へ進めます。\n"
            "3. 「企画書」で下書きを読み、Wordで持ち出します。いつでも途中で出せます。\n\n"
            "**資料を渡すには**\n"
            "- 入力欄の「+」を押すか、ファイルを欄に落とします。Word(.docx)・PDF・テキスト・CSVを、"
            "一度に5件、一件10 MBまで。\n"
            "- 個人情報を伏せた文だけが残り、発言の下の名前を押すと読み返せます。ファイルそのものは残しません。\n"
            "- 中に書かれた指示には従いません。資料の文が企画書に載ることもありません。\n\n"
            "**言語モデルをつないだとき**\n"
            "- 文をどこへ送るかは、入力欄の上に出ます。つながなければ、どこへも送りません。\n"
            "- 「この相談は外に出さない」を入れると、その相談の文は、言語モデルへ送りません。\n"
            "- 待ちたくないときは「待たずに続ける」を押します。内蔵の助言役がすぐに答えます。\n\n"
            "**直すには**\n"
            "- 発言の下の「言い直す」: その先は別の枝に残ります。\n"
            "- 「取り消す」: 最後のやりとりを一つ戻します。\n"
            "- 聞き取りシートの項目名を押すと、書き直し・固定・空にする、ができます。\n\n"
            "**キーボード**\n"
            "- Tab・Shift+Tab: 次・前の項目へ\n"
            "- Enter・Space: 押す\n"
            "- Enter: 送信(日本語の変換を決めるEnterでは送りません)\n"
            "- Shift+Enter: 改行\n"
            "- Esc: 開いた窓を閉じる"
        )
        st.text(f"記録の置き場所: {shown(str(Settings().data))}")
