"""Word lists by which clauses take their roles on the paper (a first version; lists, not a model)."""

import re
from typing import Final

TECHNOLOGY: Final = re.compile(
    r"(?<![A-Za-z])(?:AI|RPA|DX|ICT|IoT|IT|Web3?|NFT|LINE|SNS|API|GIS|QR|LPWA|5G|VR|AR|OCR|Excel|EXCEL|Digital|DIGITAL|Tech|Spreadsheet|Metaverse|ChatGPT|Bot)(?![A-Za-z])"
    r"|アプリ|システム|カメラ|センサー|ドローン|電子申請|電子化|オンライン|デジタル|メタバース|ブロックチェーン"
    r"|端末|タブレット|スマホ|スマートフォン|チャットボット|ボット|ダッシュボード|クラウド|ロボット|自動運転|キャッシュレス|プラットフォーム"
    r"|ホームページ|ウェブサイト|エクセル|データベース|データ連携|マイナポータル|テレワーク|動画配信|画面越し|プッシュ通知|スマートシティ"
    r"|自動(?!車)|機械(?:に(?:やら|任せ|まかせ|読|打|させ|頼|入力|判定)|化|翻訳|学習|で(?:読|打|入力|判定))|電子(?:図書館|決裁|黒板|カルテ|書籍|マネー|契約|地域通貨)|スマート農業"
    r"|ソフトウェア|ソフト(?=[をで])|サイネージ|リモコン|インスタ|Instagram|YouTube|ユーチューブ|ウェブ|ビデオ通話|遠隔|通信機|GPS"
)
BUZZWORDS: Final = re.compile(r"(?:DX|ICT|IT|IoT|デジタル(?:化|技術)?|スマートシティ|電子化)(?:推進)?")
"""Words for technology as such: they name no means that a paper could set beside others."""
AT_HAND: Final = re.compile(r"(?:いま|今|すでに|既に)ある|既存の|いまの(?:電話|掲示|会議|施設|回覧)")
"""What marks a way that makes do with what is there."""
STOP: Final = re.compile(
    r"やめる|取りやめ|やめ$|なくす|廃止|止める|中止|落とす|撤去|終わりにする|終了|おしまい|打ち切|休止|縮小|減らす|やらない|行わない|続けない|開催しない|実施しない|Sunset|Stop|手放す|たたむ|取りやめ|見送|もうよい|いらない|出展しない"
)
CHANGE: Final = re.compile(
    r"変え|改め|分け|洗い直|組み替え|組み換え|移す|移し|一つに|一本化|まとめ|ではなく|見直|切り替え|Pivot|形にする|仕事にする|順番|統合|集約|置き換え"
)
MAKE: Final = re.compile(
    r"つくる|作る|置く|始め|出張|訪問|用意|集める|設け|開く|やる|回る|出向|配る|届け|立ち上げ|呼ぶ|貼る|育て|募|雇|派遣|Launch|Start"
)
RESIST: Final = re.compile(
    r"首を縦に振ら|首を横|心配し|懸念し|面白くな|おもしろくな|渋|反対|嫌が|黙って(?:い)?(?:は)?ない|慎重|抵抗|難色|反発|突いて|突っ込|うるさ|納得しな|納得して(?:い)?な|文句|(?:いい|よい)顔(?:を)?しな|警戒|不満|どうか$|Block"
)
SUPPORT: Final = re.compile(
    r"乗り気|賛成|賛同|済み|分かって(?:い)?る|協力的|味方|応援|前向き|歓迎|くれている|くれる|引き受け|Buy-in|喜んで|手を挙げ"
)
NEEDED: Final = re.compile(
    r"同意|口添え|了解|理解|協力|話を通|許可|合意|承諾|調整|相談|根回し|欠かせない|必須|が要る"
)
MEASURED: Final = re.compile(r"数え|ノート|記録|測|ログ|アンケート|聞き取|カウント|見れば|調べ|台帳|名簿")
PERSONAL: Final = re.compile(r"台帳|名簿|ノート|庁内で見|カルテ|個人番号|リスト|List|Matching記録")
VISITOR: Final = re.compile(r"来る|来た|泊|旅|湯治|客|観光|訪れ|見学|移住|引っ越")
LEADERS: Final = re.compile(
    r"(?:町|市|村|県)長(?!会)|区長(?!会)|知事|首長|副市長|副町長|副知事|議員|議会|教育長|(?<!長)議長|会派"
)
SUPERIORS: Final = re.compile(
    r"(?:局長|部長|課長|係長|次長|上司|上の人|上層部|幹部)(?:が|は|も|から|に|の)(?:.{0,20})(?:言|うるさ|反対|入れろ|入れて|指示|命令|やれ|期待|顔|分かって|聞か|怒|頼ま|嫌)"
)
PROCEDURE: Final = re.compile(r"証明|手続|様式|書類|申請|届出|添付|押印")
STAGES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("知る", re.compile(r"知らせ|案内(?!所)|見学|相談|聞き取|呼びかけ|広報|掲示|回覧")),
    (
        "申し込む",
        re.compile(r"証明|手続|様式|来庁|申請|郵便局|書類|届出|申し込|申込|受付|受け付け|審査|窓口|予約"),
    ),
    (
        "使う",
        re.compile(r"泊ま|食べ|湯|散歩|乗る|乗り|訪問|訪ね|迎え|送迎|遊|学ぶ|出向|届け|配る|配達|店番"),
    ),
    ("続ける", re.compile(r"次はいつ|また来|通い続|住み続|働き続|定着|見守")),
)
"""The customer's steps along the value chain; words that name a place or a way of work name none of them."""
PERSON_NOUNS: Final = re.compile(
    r"(?:大?旦那|院長|理事長|社長|会長|組合長|店主|園長|役員|理事|委員|幹事|校長|所長|事務長|事務局長|支配人|代表|女将|おかみ(?!たち)|オーナー|親方|総代|住職)$"
)
TIME_WORDS: Final = re.compile(
    r"昨年度|今年度|来年度|昨年|今年|去年|おととし|一昨年|先月|今月|先週|昔|今(?=\d)|現在|このごろ|最近|(?:令和|平成)\d+年(?:度)?(?:\d+月)?(?:末)?"
)
RELATIVE_YEAR: Final = re.compile(r"昨年度|今年度|昨年|今年|去年|おととし|一昨年|先月|昔|このごろ|最近")
MOVING_YEAR: Final = re.compile(r"来年|今年|来春|再来年|翌年|\d+年後")
DEADLINE: Final = re.compile(
    r"((?:令和|平成)\d+年度?(?:の?\d+月)?(?:の(?:初雪|春|夏|秋|冬|年度末))?(?:末|中|初め|当初)?|20\d\d年度?(?:\d+月)?(?:末)?|\d+年後(?=に|まで)|来年の?(?:\d+月(?:末)?|[春夏秋冬])|\d+月(?:末|中)?|来年度?(?:中|末)?|今年度(?:中|末)?|年度末|来春)(まで(?:に)?|中に|に|末に)?"
)


def has_technology(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether a text names a technology: one of the list or one the official named."""
    return bool(TECHNOLOGY.search(text)) or any(name and name in text for name in names)


def as_object(text: str) -> str:
    """「機能追加は止める」 -> 「機能追加を止める」: the thing that is stopped as the object of its verb."""
    return re.sub(
        r"(?:は|も)、?(?=(?:やめる|取りやめる|見送る|止める|廃止する|中止する|落とす|終わりにする|なくす|減らす|Stopする)$)",
        "を",
        text,
    )


def without_means(text: str, names: tuple[str, ...] = ()) -> str:
    """Drop a technology named as a mere means (「RPAで税務の入力を減らす」 -> 「税務の入力を減らす」)."""
    match = re.match(
        r"^([^、。]{1,24}?)(?:で(?![はもき])|を使って|を使い|を入れて|を導入して|により|を活用して|を活用し)、?(?=.{4})",
        text,
    )
    if match and has_technology(match[1], names) and not re.search(r"[がはを]", match[1]):
        return text[match.end() :]
    return text
