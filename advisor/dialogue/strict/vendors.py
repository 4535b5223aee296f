"""Vendors and products that a reply names only where the official did. A table for reviewers to add to."""

import re
from typing import Final

from advisor.dialogue.strict.rules import Rule, grounded, rule

VENDORS: Final = """
富士通 日立 日立製作所 日本電気 エヌ・ティ・ティ エヌティティ 東芝 三菱電機 三菱総研 三菱総合研究所 野村総研 野村総合研究所 日本総研
日本総合研究所 大和総研 富士フイルム 凸版印刷 大日本印刷 大塚商会 内田洋行 ぎょうせい 両備システムズ 日本ユニシス 伊藤忠テクノ
日本旅行 近畿日本ツーリスト ヤマト運輸 佐川急便 日本郵政 綜合警備保障 綜合警備 楽天 行政システム九州 電通 博報堂 東京電力 関西電力
マイクロソフト グーグル アマゾン アップル オラクル アクセンチュア デロイト アビーム サイボウズ セールスフォース ソフトバンク ヤフー
メルカリ サイバーエージェント パナソニック シャープ ソニー キヤノン キャノン リコー コニカミノルタ トッパン トヨタ ホンダ ドコモ
アイネス オービック マネーフォワード セコム アルソック パソナ リクルート ベネッセ アイビーエム シスコ デル ファーウェイ アリババ
テンセント セブンイレブン ローソン ファミリーマート イオン ウーバー エアビー オープンエーアイ オープンAI アンソロピック エヌビディア
メタ社 グラファー トラストバンク ジェイティービー テスラ スターリンク インテル サムスン ゼンリン パスコ アジア航測 エプソン ブラザー工業
"""
"""Firms, in Japanese letters; those in Latin letters are caught with every other Latin word."""

PRODUCTS: Final = """
キントーン チャットGPT コパイロット ジェミニ クロード ロゴフォーム ロゴチャット ガバメントクラウド ぴったりサービス マイナポータル
ズーム チームズ スラック ノーション キャンバ ドロップボックス アジュール ウィンドウズ エクセル ワード パワーポイント グーグルマップ
グーグルフォーム ツイッター インスタ インスタグラム フェイスブック ユーチューブ ティックトック ライン ペイペイ アマゾンウェブサービス
アイパッド アイフォーン アレクサ ペッパー ルンバ デジタル庁クラウド らくらく申請 コンビニ交付
"""
"""Products and services, in Japanese letters."""

_KATAKANA: Final = re.compile(r"[ァ-ヶー・A-Z]+")


def _name(word: str) -> str:
    """A pattern of a name that is no piece of a longer word in katakana (デル is not in モデル)."""
    plain = re.escape(word)
    return rf"(?<![ァ-ヶー]){plain}(?![ァ-ヶー])" if _KATAKANA.fullmatch(word) else plain


def _any(words: str) -> str:
    return "|".join(_name(word) for word in sorted(words.split(), key=len, reverse=True))


RULES: Final[tuple[Rule, ...]] = (
    rule("vendor", _any(VENDORS), grounded),
    rule("product", _any(PRODUCTS), grounded),
    rule(
        "vendor",
        r"(?:株式会社|有限会社|合同会社|一般社団法人|㈱|\(株\))[^\s、。はがをにのと]*|[^\s、。はがをにのと]+(?:株式会社|ホールディングス)",
        grounded,
    ),
    rule("vendor", r"(?<![A-Za-z])[A-Z]社|[ァ-ヶー]{2,}社(?!員|会|協|長)|(?:サービス|システムズ?|電機|総研)社", grounded),
    rule("product", r"という(?:製品|商品|ソフト|サービス|アプリ|システム|パッケージ)|[一-龥ァ-ヶー]+(?:Pro|くん)(?=[」』はがをで])", grounded),
    rule("vendor", r"コンサル(?:タント|ティング)?(?:会社)?(?:に|へ|と)|(?:専門|大手)(?:業者|企業|の会社)(?:に|へ|と)|(?:ベンダー|メーカー)(?:に|へ)[^。]{0,10}(?:頼|任|依頼)|(?:業者|ベンダー|メーカー|会社|企業)(?:は|なら|では)[^。]{0,16}(?:優れ|安心|評判|実績|丁寧|確か)"),
    rule("vendor", r"(?:提案|実績|経験|対応)(?:が|は|も)[^。]{0,12}(?:いちばん|一番|最も)?(?:優れて|豊富|評判)"),
)  # fmt: skip
"""Names, and the shapes in which a name that no table knows comes along."""
