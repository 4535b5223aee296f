"""Places, people, bodies, cases and sources that nobody named."""

import re
from collections.abc import Iterable
from typing import Final

from advisor.dialogue.strict.ground import Ground, flat
from advisor.dialogue.strict.rules import Rule, grounded, rule
from advisor.privacy.lexicon import SURNAMES

_PREFECTURES: Final = (
    "青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山"
    "|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島"
)
_COUNTRIES: Final = (
    "エストニア|デンマーク|フィンランド|スウェーデン|ノルウェー|オランダ|ドイツ|フランス|イギリス|英国|米国|アメリカ|韓国|台湾|インド(?!ア)"
    "|シンガポール|カナダ|オーストラリア|スペイン|イタリア|スイス|ベルギー|オーストリア|イスラエル|アイスランド|ニュージーランド|中国(?!地方)"
    "|バルセロナ|アムステルダム|ヘルシンキ|コペンハーゲン|タリン|ロンドン|パリ|ニューヨーク|ソウル|海外|諸外国|欧米|欧州|北欧|世界(?:中|各地|の都市)"
)
_K: Final = r"[一-龥々ヶ]"
_PLACE: Final = re.compile(
    rf"(?P<place>(?:{_K}|[ァ-ヶー])+?(?:市|町|村|区)|(?:さいたま|つくば|いわき|うるま|みやこ|みどり|さくら|みなかみ|あきる野)(?:市|町|区))"
    rf"(?!場|民|内会|内(?:で|に|の|を|は)|長|議|役場|立|営|有|外|街|並|村|章|政|づくり|おこし|会|税|史|道|方|人(?:たち|は|の|が|を)?)"
)
_GENERIC: Final = re.compile(
    r"(?:都市|地区|学区|校区|街区|特区|選挙区|行政区|自治区|区|朝市|夜市|農村|漁村|山村|離村|隣町|隣村|隣市|下町|港町|城下町|門前町|宿場町|温泉町|元町|横町"
    r"|全市|各市|本市|当市|他市|同市|全町|本町|当町|他町|同町|両町|本村|当村|両市|市町|小さな町|大都市|市区|各区|全区|中核市|政令市|指定都市|団地町)$"
)
_NAMED: Final = re.compile(
    rf"(?P<name>{_K}{{1,4}}|[ァ-ヶー]{{2,8}})(?:さん|氏|様|さま|先生|教授|博士|君)(?!が来|気分)"
)
_TITLED: Final = re.compile(rf"{_K}{{2,8}}(?:教授|博士|名誉教授|研究員|大臣|次官|総理)")
_SOURCE_LINE: Final = re.compile(r"^〔出典〕")
_TITLE: Final = re.compile(r"『([^』]*)』")

RULES: Final[tuple[Rule, ...]] = (
    rule("invented_place", rf"(?:{_PREFECTURES})県|北海道|東京都?|京都府?|大阪府?|沖縄県?", grounded),
    rule("invented_place", _COUNTRIES, grounded),
    rule(
        "invented_case",
        r"(?:ほか|他|よそ|別|多く|いくつ|あちこち|全国|各地|先進|似た(?:規模)?|同じ(?:規模|悩み)|先行)[^。「]{0,6}(?:自治体|市町村|市|町|村|地|地域|所|団体)"
        r"[^。]{0,24}(?:成功|実績|導入|実現|増え|減り|減っ|うまくい(?:き|っ)|広が|取り組んで|始めて|進んで|報告|同じ悩み|なくなり)",
    ),
    rule("invented_case", r"(?:成功|先進|導入|好)(?:例|事例)|成功した(?:ケース|例|町|市|村)|(?:以前|前に|これまでに|過去に)[^。]{0,8}相談[^。]{0,10}(?:市|町|村|方|自治体)", grounded),
    rule("invented_case", r"全国に先駆け|(?:国|世界)じゅうに|各地で[^。]{0,8}(?:広が|始ま|進)|国(?:も|が)[^。]{0,10}(?:後押し|推進|進めて)"),
    rule(
        "invented_body",
        rf"(?:総務|国土交通|国交|厚生労働|厚労|文部科学|文科|経済産業|経産|農林水産|農水|環境|財務|法務|外務|防衛)省|(?:デジタル|こども家庭|消防|警察|文化|観光|金融|特許)庁"
        rf"|内閣(?:府|官房)|会計検査院|日本銀行|国連|(?:朝日|読売|毎日|産経|日経|日本経済)新聞|(?:{_K}|[ァ-ヶー]){{2,10}}(?:大学院?|研究所|学会|機構|財団|シンクタンク|義塾)",
        grounded,
    ),
    rule("invented_person", r"(?:専門家|研究者|学者|有識者|識者|経営者|先人)(?:の|は|が|も|に|たち|からは)[^。]{0,24}(?:常識|結論|言|勧|指摘|述べ|認め|一致|証明|支持|提唱|達)|担当官|ある(?:専門家|学者|研究者|先生)"),
    rule("invented_person", r"(?:提唱|考案)(?:した|された|者)"),
    rule(
        "invented_source",
        r"(?:調査|報告書?|白書|統計|論文|研究|新聞|報道|ニュース|データ|アンケート|資料|文献|記事)(?:に|の中に)?(?:よると|よれば|よりますと)"
        r"|(?:調査|報告書?|白書|統計|論文|研究|新聞|報道|ニュース|文献|記事)(?:に|で|では|でも|にも|が|は)[^。「」]{0,24}(?:とされ|書かれて|示(?:し|さ)れ?て|証明|報じ|述べ|指摘され|明らか)",
    ),
    rule("invented_source", r"\[\d+\]|【\d+】|[※*†]\s?\d|[((](?:出典|参考|参照|引用)\s?[::]|〔\d+〕|(?<!〔)出典[::]|参考文献|脚注|(?:国|県|政府|民間|有名|最新|近年|海外)の?な?(?:統計|研究|調査|論文|報告)|(?:統計|データ|研究|調査)(?:を見ると|で(?:、)?[^。]{0,6}裏(?:づ|付)け)|裏(?:づ|付)けられて"),
)  # fmt: skip
"""`資料に見当たりません` is no source; `資料によると` claims one, and what a passage says is shown under 〔出典〕."""


def unknown_names(sentence: str, ground: Ground) -> list[str]:
    """The places and people of a sentence, as seen, that nobody named."""
    return [*_places(sentence, ground), *_people(sentence, ground)]


def _places(sentence: str, ground: Ground) -> Iterable[str]:
    for match in _PLACE.finditer(sentence):
        place = match["place"]
        if len(place) > 1 and not _GENERIC.search(place) and not _stands(place, ground):
            yield place


def _stands(place: str, ground: Ground) -> bool:
    """Whether the place, or the end of it that is a name of two letters and more, stands in the ground."""
    return any(ground.has(place[at:]) for at in range(len(place) - 2)) or ground.has(place)


def _people(sentence: str, ground: Ground) -> Iterable[str]:
    for match in _NAMED.finditer(sentence):
        name = match["name"]
        if _surname(name) and not ground.has(name):
            yield match.group()
    for match in _TITLED.finditer(sentence):
        if not ground.has(match.group()):
            yield match.group()


def _surname(name: str) -> bool:
    return any(
        name[at:] in SURNAMES or name[: len(name) - at] in SURNAMES for at in range(max(1, len(name) - 1))
    )


def false_source(sentence: str, ground: Ground) -> bool:
    """Whether a line of sources names another title than that of the case or the passage at hand."""
    if not _SOURCE_LINE.match(sentence):
        return False
    named = [flat(title) for title in _TITLE.findall(sentence)]
    return not named or any(title not in ground.titles for title in named)
