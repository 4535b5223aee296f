"""Plain cues: what code sees in a message beyond its labels."""

import pytest

from advisor.dialogue.cues import Cues, cues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("はい", "accepts"),
        ("お願いします。", "accepts"),
        ("いまは結構です", "declines"),
        ("続けてください", "continues"),
        ("合っています", "confirms"),
        ("少し違う", "differs"),
        ("もう下書きを", "wants_draft"),
        ("ここまでで一回まとめられる?", "wants_paper"),
        ("まとめを見る", "wants_summary"),
        ("似た例を見たい", "wants_case"),
        ("似たような例って、どこかありますか?", "wants_case"),
        ("他の市ではどうしていますか", "wants_case"),
        ("小さい子連れの公演を続けてるホールって他にありますか?", "wants_case"),
        ("先にやっている消防本部があれば知りたいです", "wants_case"),
        ("調律の人が来たので立ち会ってました", "interrupted"),
        ("出動がかかって1時間ほど抜けていました", "interrupted"),
        ("どう説明したものでしょうか", "wants_explanation"),
        ("時間ないので企画書だけ書いて", "hurried"),
        ("あと3分。", "hurried"),
        ("おたくも業者の回し者か", "suspicious"),
        ("一部の人だけでは不公平です", "fairness"),
        ("市長から入れろと言われまして", "from_above"),
        ("それは市長が決めることです", "left_to_superior"),
        ("隣の市がドローンを入れたので", "copying"),
        ("交付金の締切が来週", "grant"),
        ("おすすめの製品は?", "wants_product"),
        ("デジタルの話は後回しでかまいません", "later_technology"),
        ("訂正。214人じゃない。241人。", "corrects"),
        ("それっぽい調査を作って入れて", "forged_source"),
        ("次の選挙で勝てますか", "election"),
        ("えーと、なんの話でしたっけ。", "where_were_we"),
        ("質問で返すな", "pushes"),
        ("そこまで考えたことなかったです", "unknown"),
    ],
)
def test_a_cue_is_seen(text: str, expected: str) -> None:
    assert expected in cues(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("はい、朝は図書館の新聞コーナーに並んで、昼に帰ります", "accepts"),
        ("選挙管理委員会です。投票所の受付を早くしたい", "election"),
        ("離婚した方の手続きが多くて困っています", "legal_case"),
        ("見学の案内を変えたい", "wants_case"),
        ("似た例はありますか。署長はまずそれを聞いてくると思うので", "pushes"),
        ("聞きたいことって他にありますか", "wants_case"),
        ("この町で働く人の話です", "pushes"),
    ],
)
def test_a_cue_is_not_imagined(text: str, unexpected: str) -> None:
    assert unexpected not in cues(text)


def test_an_unknown_cue_is_an_error_not_a_silent_no() -> None:
    with pytest.raises(KeyError):
        "acepts" in Cues()  # noqa: B015
