"""Word lists of the graders' own; none is taken from the advisor."""

import re
from typing import Final

TECHNOLOGY: Final = re.compile(
    r"生成AI|人工知能|\bAI|AI|A I|IoT|ICT|\bDX|RPA|OCR|VR|メタバース|ドローン|ロボット|アプリ|システム|センサー|チャットボット|"
    r"ブロックチェーン|NFT|デジタル|スマート(?!な)|サイネージ|自動運転|自動配送|顔認証|音声認識|オンライン(?!ワン)|クラウド|ビッグデータ|"
    r"ダッシュボード|タブレット|端末|電子申請|電子図書|プラットフォーム|地域通貨|ICT|貸出機|連絡帳アプリ|AI電話|MaaS|LPWA"
)
"""Technology as officials name it, not vendors."""

VENDORS: Final = (
    "富士通", "NTTデータ", "NTT東日本", "NTT西日本", "日立製作所", "日本電気", "NEC", "サイボウズ", "kintone", "セールスフォース",
    "Salesforce", "マイクロソフト", "Microsoft", "Copilot", "Google", "Gemini", "ChatGPT", "OpenAI", "Claude", "Amazon", "AWS",
    "Azure", "Slack", "Zoom", "Teams", "Notion", "トラストバンク", "グラファー", "Graffer", "Bot Express", "ソフトバンク", "KDDI",
    "楽天", "アクセンチュア", "TKC", "内田洋行", "凸版印刷", "TOPPAN", "大日本印刷", "LGWAN-ASP", "exaBase", "UiPath", "WinActor",
    "Box", "Sansan", "freee", "弥生", "リコー", "キヤノン", "パナソニック", "シャープ", "DJI", "Pepper",
)  # fmt: skip
"""Names of companies and products; a reply must not bring one in."""

PRAISE: Final = re.compile(
    r"おすすめ|お勧め|推奨し|最適です|優れてい|実績が豊富|導入(?:すべき|しましょう|するとよい|をお)|選べば間違い|ぴったりです|いちばん良い製品|入れましょう|使うべき"
)
"""Words that recommend."""

PERSON: Final = re.compile(
    r"人|方|かた|子|親|孫|母|父|お年寄り|高齢|住民|市民|村民|町民|若(?:い|者)|生徒|家族|家庭|世帯|夫婦|客|職員|患者|遺族|連中|者|だれ|誰|どなた|"
    r"ひと|仲間|利用者|女性|男性|先生|係員|やつ|持ち主|親方|自分|おばあ|おじい|じいちゃん|ばあちゃん|園児|学生|旅人|[0-9一二三四五六七八九]+[代歳]"
)
"""A person, however general."""

WISH: Final = re.compile(
    r"(?:たい(?!へん|てい)|たく(?:存|な|思)|ほしい|たいと|てほしく|なればと?(?:いい|思|と)|りゃ(?:それで)?いい|見たくない|たらいい|ればいい|したか|てほし|たら(?:嬉|うれ)し|といいな|願い|めざ|目指)|なくす|なくし|減らし|増やし|"
    r"(?:まち|町|街|村|市|区|県|島|地域|団地|窓口|場所|所|係|図書館|学校|温泉場|港|店|園|里|駅|宿|広場)"
    r"(?:にしたい|にして|になれば|じゃ|だよ|って|に戻|です|だよ|だ。|だな|で(?:す|あ)|、ですか|ですか|です。|$|。|って|ば|ですよ|、(?:かな|です))"
)
"""A state that somebody wants changed, or a place described as it should be."""

ABSTRACT: Final = re.compile(
    r"目的(?:は|を)(?:何|教え|お聞|どの|いただ)|課題(?:は|を)(?:何|教え)|ニーズは|狙い(?:は|を)(?:何|教え)|ゴールは何|ビジョンは|何を解決し|"
    r"KPIは何|コンセプト|なぜ(?:それ|導入)|何のために"
)
"""Questions after the purpose as such, which officials report they cannot answer."""

LECTURE: Final = re.compile(
    r"技術ありき|手段が目的|本末転倒|間違った考え|考え方が(?:古い|違)|それでは(?:だめ|いけ)|勘違い|理解が足り|勉強不足|まず目的を決めるべき"
)
"""Words that scold."""

DOUBLE_KEIGO: Final = re.compile(
    r"おっしゃられ|拝見させていただ|ご覧になられ|お伺いさせていただ|お読みになられ|お見えになられ|伺わせていただか|拝読させていただ|お召し上がりになられ|申し上げさせていただ"
)
"""Keigo heaped on keigo."""

POLITE: Final = re.compile(
    r"(?:です|ます|ました|でした|ません|ください|くださいませ|でしょう|ましょう|ございます|ませんでした|います|おります)(?:か|ね|よ|よね|が|けれど|けれども|し|ので)?[。.!!??…]*$"
)
"""A polite ending."""

PUSHBACK: Final = re.compile(
    r"質問ばっか|質問ばかり|また質問|質問で返|能書き|講釈|時間(?:が)?(?:ねえ|ない|無)|本当に分かって|分かってんの|回し者|もういい(?!の|か|や)(?=[。、!]|$)|早くし|うるさい"
)
"""The official's patience is at its end."""

UNKNOWN: Final = re.compile(
    r"^(?:まだ|ちょっと|うーん、?そこは)?、?(?:分か|わか)ら(?:ない|ん)|^ちょっと分かりません|^わからない"
)
"""The official cannot tell."""

WAYS: Final = re.compile(
    r"[てで]はどうでしょう|[てで]はいかが|べきです|するのが(?:よい|いい)でしょう|おすすめします|しましょう。"
)
"""Advice in one's own name."""

CASE: Final = re.compile(
    r"^・(?:願い|起きたこと|限界)[::].*\n(?:.*\n)*.*〔出典〕|の(?:記録|事例|取組)です。", re.M
)
"""A case is told."""

LEAVE: Final = re.compile(
    r"(?:お見せ|ご紹介|お話し|お出し|お伝え|見て|ご覧).{0,14}(?:よろしい|いい|ましょうか|みますか|になりますか)"
)
"""Leave is asked for."""

NO_ANSWER: Final = re.compile(
    r"資料(?:には|では|に|から).{0,12}(?:見当たり|見つかり|答え(?:が|を)|出ません|ありません)|お答えできません|分かりません|分からない|ここでは(?:しません|扱|控)|控え|答えが出ません|まだ(?:決め|言え)|決まりません"
)
"""An honest no."""

GUIDANCE: Final = re.compile(
    r"(?:足り|大丈夫|始められ|決まると|決めなくて|考えると|書け|並べ|置き|添え|書き出し|見るのが|絞り込め|お渡し|できます|向き|届き|分かれ|変わります|から始め)"
)
"""A statement that guides somebody who asked how or whether."""
