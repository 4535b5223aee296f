"""The first visit: what this is, where it is kept, who sees it, and five ways to begin."""

from typing import Final

import streamlit as st

from advisor.framework.phases import PhaseView
from advisor.settings import Settings
from advisor.ui import desk
from advisor.ui.markup import picture
from advisor.ui.phase_picture import phase_picture
from advisor.ui.plain import label, shown
from advisor.ui.talk.composer import composer
from advisor.ui.talk.outside import draw_outside
from advisor.ui.talk.sending import send

OPENINGS: Final[tuple[str, ...]] = (
    "生成AIで窓口を何とかしたいと言われました。何から考えればいいですか",
    "「DXで何かやれ」と上から言われて困っています",
    "高齢の方が手続のたびに役場まで来るのを、何とかしたいです",
    "若い人が戻ってくる町にしたいのですが、ありきたりな案しか出ません",
    "RPAで毎月の入力作業を減らしたいです",
)


def draw_welcome() -> None:
    """Say it in three lines and offer real openings."""
    with st.container(key="welcome"):
        st.markdown("## 「何ができるか」から「何がしたいか」へ")
        st.text("技術の話からでも、困りごとからでも。問いを一つずつ返し、企画書の下書きまでご一緒します。")
        st.text(f"記録はこの機械の中だけに残ります({shown(str(Settings().data))})。")
        st.text("見られるのは、この機械を使うあなただけ。氏名や電話、個人番号は、保存の前に伏せます。")
        draw_outside(None)
        composer(None)
        st.caption(
            "資料も渡せます(Word・PDF・テキスト・CSV)。「+」を押すか、ファイルを欄に落としてください。"
        )
    with st.container(key="openings"):
        st.caption("たとえば、こんな一言から(押すと始まります)")
        for number, opening in enumerate(OPENINGS):
            st.button(opening, key=f"opening-{number}", on_click=send, args=(opening, None), width="stretch")


def draw_latest() -> None:
    """Offer the latest consultations; the last thing drawn, since it waits for the advisor to be ready."""
    entries = desk.advisor().consultations()[:3]
    if not entries:
        return
    with st.container(key="latest"):
        st.caption("続きから")
        for entry in entries:
            st.button(
                f"{label(entry.title, 40)}({entry.updated[:10]})",
                key=f"latest-{entry.id}",
                on_click=desk.enter,
                args=(entry.id,),
                type="tertiary",
                icon=":material/history:",
            )


def draw_way() -> None:
    """Show beside the first words which way a consultation goes."""
    with st.container(key="way"):
        st.caption("この相談で見ていくこと")
        picture(*phase_picture(PhaseView()))
        st.text(
            "技術の話は、1の段で止まりがちです。仕事の枠を変えるか、だれに選ばれる地域になるか。それを一緒に探します。"
        )
        st.text("1の段のまま、いまの仕事を速くするご相談も歓迎です。")
