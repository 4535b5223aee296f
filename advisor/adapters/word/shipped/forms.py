"""The four forms as an office lays them out: 起案文, 予算要求調書, 議会説明資料, A4一枚."""

from collections.abc import Callable, Mapping
from typing import Final

from advisor.adapters.word.shipped.laying import (
    finished,
    gap,
    heading,
    line,
    listing,
    pairs,
    part,
    sheet,
    stamps,
)

_INDICATORS: Final = (
    ("指標", "{{指標.指標}}", 30.0),
    ("現状値", "{{指標.現状値}}", 26.0),
    ("目標", "{{指標.目標}}", 26.0),
    ("期限", "{{指標.期限}}", 24.0),
    ("測り方", "{{指標.測り方}}", 32.0),
    ("中止条件", "{{指標.中止条件}}", 32.0),
)
_WORK: Final = (
    ("区分", "{{事業.区分}}", 20.0),
    ("内容", "{{事業.内容}}", 120.0),
    ("価値連鎖の段", "{{事業.段}}", 30.0),
)
_OPEN: Final = (
    ("確かめること", "{{提出前の確認.何を}}", 110.0),
    ("だれに", "{{提出前の確認.だれに}}", 42.0),
    ("節", "{{提出前の確認.節}}", 18.0),
)


def draft_approval() -> bytes:
    """起案文: what is to be decided first, then what it rests on."""
    document = sheet("起案文")
    heading(document, "起　案　文")
    stamps(document, ("決裁者", "部長", "課長", "係長", "起案者"))
    pairs(
        document,
        "起案の欄",
        (
            ("文書番号", "第　　　　号"),
            ("起案の日", "{{日付}}"),
            ("起案した課", "{{作成課}}"),
            ("提出先・場・期日", "{{提出先}}"),
            ("件名", "{{件名}}"),
        ),
    )
    line(document, "　このことについて、次のとおり取り組んでよいか、伺います。")
    gap(document)
    part(document, "1 求める判断")
    line(document, "{{求める判断}}")
    part(document, "2 要旨")
    line(document, "{{要旨}}")
    part(document, "3 目的と対象")
    pairs(
        document,
        "目的と対象",
        (
            ("目的", "{{目的}}"),
            ("対象", "{{状況}}"),
            ("人数", "{{規模}}"),
            ("選んだ理由", "{{選んだ理由}}"),
            ("公平性", "{{公平性}}"),
        ),
    )
    part(document, "4 内容")
    listing(document, "事業の内容", _WORK, first=True)
    part(document, "5 成果指標")
    listing(document, "成果指標", _INDICATORS)
    part(document, "6 進め方")
    pairs(
        document,
        "進め方",
        (
            ("庁内のリーダー", "{{リーダー}}"),
            ("体制", "{{体制}}"),
            ("財源", "{{財源}}"),
            ("日程", "{{日程}}"),
            ("調整先と懸念", "{{調整先}}"),
            ("リスク・個人情報", "{{リスク}}"),
        ),
    )
    part(document, "7 決裁の前に確かめること")
    listing(document, "確かめること", _OPEN)
    part(document, "出典")
    line(document, "{{出典}}")
    line(document, "{{生成AIの利用}}", right=True)
    return finished(document)


def budget_request() -> bytes:
    """予算要求調書: the request, the need, the means compared, and the treasury's questions answered."""
    document = sheet("予算要求調書")
    heading(document, "予算要求調書")
    pairs(
        document,
        "要求の欄",
        (
            ("事業名", "{{件名}}"),
            ("所管課", "{{作成課}}"),
            ("提出先・期日", "{{提出先}}"),
            ("総合計画", "{{総合計画}}"),
            ("概算", "{{概算}}"),
            ("財源", "{{財源}}"),
            ("求める判断", "{{求める判断}}"),
        ),
    )
    part(document, "1 目的(だれの、どんな状態を、どう変えるか)")
    line(document, "{{目的}}")
    part(document, "2 現状と必要性")
    pairs(
        document,
        "現状と必要性",
        (
            ("対象と人数", "{{状況}}{{規模}}"),
            ("困りごと", "{{困りごと}}"),
            ("今のしのぎ方", "{{しのぎ方}}"),
            ("数字", "{{現状の数字}}"),
            ("選んだ理由", "{{選んだ理由}}"),
        ),
    )
    part(document, "3 事業の内容と、やめること")
    listing(document, "事業の内容", _WORK, first=True)
    part(document, "4 手段の比較")
    listing(
        document,
        "手段の比較",
        (
            ("項目", "{{手段.項目}}", 26.0),
            ("A 技術なし", "{{手段.技術なし}}", 48.0),
            ("B いまあるもので", "{{手段.いまあるもので}}", 48.0),
            ("C 技術を使う", "{{手段.技術を使う}}", 48.0),
        ),
        first=True,
    )
    part(document, "5 成果指標と四つの確認")
    listing(document, "成果指標", _INDICATORS)
    line(document, "{{四つの確認}}")
    part(document, "6 積算")
    pairs(document, "積算", (("積算", "(単価 × 数量で記入)"), ("後年度の負担", "{{体制}}")), height=14)
    part(document, "7 想定される問いと答え")
    listing(
        document,
        "想定問答",
        (("問い", "{{財政課の問い.問い}}", 60.0), ("答え", "{{財政課の問い.答え}}", 110.0)),
    )
    part(document, "出典")
    line(document, "{{出典}}")
    line(document, "{{生成AIの利用}}", right=True)
    return finished(document)


def council_briefing() -> bytes:
    """議会説明資料: how the policy came about, what it does, what it costs, and what will be asked."""
    document = sheet("議会説明資料")
    heading(document, "議会説明資料")
    line(document, "{{件名}}", bold=True)
    line(document, "{{日付}}　{{作成課}}", right=True)
    gap(document)
    part(document, "1 要旨")
    line(document, "{{要旨}}")
    part(document, "2 この案が生まれた経緯")
    pairs(
        document,
        "経緯",
        (("だれの声から", "{{声}}"), ("困りごと", "{{困りごと}}"), ("数字", "{{現状の数字}}")),
    )
    part(document, "3 検討した案")
    listing(
        document,
        "検討した案",
        (
            ("項目", "{{手段.項目}}", 26.0),
            ("技術なし", "{{手段.技術なし}}", 48.0),
            ("いまあるもので", "{{手段.いまあるもので}}", 48.0),
            ("技術を使う", "{{手段.技術を使う}}", 48.0),
        ),
        first=True,
    )
    part(document, "4 ほかの自治体の取組")
    listing(
        document,
        "ほかの自治体の取組",
        (
            ("事例", "{{事例.事例}}", 34.0),
            ("したこと・起きたこと", "{{事例.したこと}}", 60.0),
            ("限界・反対意見", "{{事例.限界}}", 56.0),
            ("確認状態", "{{事例.確認状態}}", 20.0),
        ),
    )
    part(document, "5 位置づけ・財源・将来の負担")
    pairs(
        document,
        "位置づけ・財源・将来の負担",
        (
            ("総合計画", "{{総合計画}}"),
            ("概算", "{{概算}}"),
            ("財源", "{{財源}}"),
            ("体制", "{{体制}}"),
            ("公平性", "{{公平性}}"),
            ("リスク・個人情報", "{{リスク}}"),
        ),
    )
    part(document, "6 見込む効果と確かめ方")
    listing(document, "成果指標", _INDICATORS)
    part(document, "7 想定される問いと答え")
    listing(
        document, "想定問答", (("問い", "{{議会の問い.問い}}", 60.0), ("答え", "{{議会の問い.答え}}", 110.0))
    )
    part(document, "出典")
    line(document, "{{出典}}")
    line(document, "{{生成AIの利用}}", right=True)
    return finished(document)


def one_page() -> bytes:
    """A4一枚: one sheet for a talk of five minutes."""
    document = sheet("A4一枚")
    heading(document, "{{件名}}")
    line(document, "{{日付}}　{{作成課}}", right=True)
    gap(document)
    pairs(document, "結論", (("要旨", "{{要旨}}"), ("提出先", "{{提出先}}")))
    pairs(
        document,
        "中身",
        (
            ("だれの", "{{状況}}{{規模}}"),
            ("どんな今を", "{{困りごと}}"),
            ("どう変えるか", "{{価値}}"),
            ("ここでやる理由", "{{地域の強み}}"),
            ("やめる", "{{やめる}}"),
            ("変える", "{{変える}}"),
            ("つくる", "{{つくる}}"),
        ),
    )
    listing(document, "成果指標", _INDICATORS)
    pairs(
        document,
        "進め方",
        (
            ("引っ張る職員", "{{リーダー}}"),
            ("お金と人", "{{財源}}{{体制}}"),
            ("日程", "{{日程}}"),
            ("調整先と懸念", "{{調整先}}"),
        ),
    )
    line(document, "{{四つの確認}}")
    line(document, "{{生成AIの利用}}", right=True)
    return finished(document)


FORMS: Final[Mapping[str, Callable[[], bytes]]] = {
    "起案文": draft_approval,
    "予算要求調書": budget_request,
    "議会説明資料": council_briefing,
    "A4一枚": one_page,
}
"""Who makes each form, by its name."""
