"""What the words of a question ask for, as an official would hear them; knows nothing of the advisor's phrasings.

A question is read by cues: each is a pattern with a weight, and the kind with the highest sum is heard. Measured on
`evals/data/heard.jsonl`, phrasings of our own, and on every phrasing that the advisor can ask (`phrasings.jsonl`).
"""

import re
from typing import Final, Literal

from advisor.framework.slots import SLOTS, Slot

Heard = Slot | Literal["confirm", "leave"]

_OFFICE: Final = r"(?:庁内|役所の?中|職場|課の中|職員|内部|推進役|担当)"
_TECH: Final = r"(?:技術|システム|デジタル|機械|機器|機能|AI|AI|アプリ|ドローン|センサー|チャットボット|道具|ツール|端末|オンライン)"

CUES: Final[tuple[tuple[Heard, int, str], ...]] = (
    ("aspiration", 4, r"(?:まち|町|村|市|県|地域|暮らし|毎日|一日|姿|場面|方|人).{0,12}(?:なって|あって|変わって)ほしい"),
    ("aspiration", 4, r"(?:どんな|どういう).{0,8}(?:まち|町|村|市|区|県|地域|景色|光景|風景|姿)(?:に|が|を|は|です)"),
    ("aspiration", 4, r"何(?:が|を)したい|したくて|実現したい|かなえたい|めざす|目指す|理想|見せたい|残ってい(?:て)?ほしい"),
    ("aspiration", 3, r"(?:\d+|[一二三五十数]+)年(?:後|たった|先)|十年|全部うまくいったら|予算.{0,6}(?:忘れ|足り)"),
    ("aspiration", 2, r"(?:どう|何が|何を).{0,10}(?:ほしい|嬉しい|うれしい|たい)(?:です|の|と)"),
    ("customer", 4, r"だれのため|誰のため|(?:どんな|どういう|どの|どちらの)(?:方|人|かた|世帯|家族|ご家族|層|暮らし)"),
    ("customer", 3, r"(?:助かる|楽になる|届けたい|困っている|待っている|来てほしい|救いたい|喜ぶ).{0,22}(?:だれ|誰|どなた|どんな|どの)"),
    ("customer", 3, r"最初の一人|一人だけ|具体的に(?:は)?どなた|思い浮かぶ方|対象"),
    ("customer", 2, r"だれ(?:に|です|でしょ)|誰(?:に|です|でしょ)|どなた(?:です|でしょ)"),
    ("current_experience", 4, r"しのい|場面(?:は|で|を|でした)|一日はどんなふう|どんなことが起き|つまずい|どんな様子|どう過ごし"),
    ("current_experience", 3, r"(?:困っ|不便|つら|こたえ|申し訳な).{0,20}(?:場面|とき|時|ところ|いつ|様子|どこ)"),
    ("current_experience", 2, r"最近|先日|先週|この前|このあいだ|実際に見|現場では|いま(?:は)?、?(?:どのように|どうやって|その)"),
    ("evidence", 4, r"何(?:件|人くらい|世帯|軒|回)|どのくらい(?:の|あり|です)|どれ(?:くらい|ほど)(?:の数|の件|です|あり)"),
    ("evidence", 4, r"データ|統計|アンケート|調査|裏づけ|裏付け|根拠|記録|数値|出どころ|確かめられ"),
    ("evidence", 3, r"(?:現状|現在|いま|今)の(?:数|利用|件数|値)|数字(?:は|や|で|が|に)|もとになる|聞こえてくる声"),
    ("value", 4, r"喜ん|よかった|よくなったと|ありがた|値打ち|価値|ほっと|嬉しい変化|うれしい変化|うれしい(?:こと|の)"),
    ("value", 4, r"(?:しなくて(?:済|すむ|よく)|できるように)なる|しなくて済むように|手に入る|得られる|受け取る(?:もの|の)"),
    ("value", 1, r"その方(?:は|に)|その人(?:に|が)|相手(?:の方)?から見"),
    ("strengths", 5, r"強み|誇り|自慢|よさ|もともと|すでにある|もう(?:ある|あり)|いまある|昔から|資源|よそに(?:は)?|ほかの町に|負けない"),
    ("strengths", 3, r"生かせ|活かせ|使えそうな|力を貸し|驚く"),
    ("focus", 5, r"やめ(?:られ|て|る|た)|あきらめ|諦め|手放|減ら|終わらせ|後回しに(?:して|でき)|優先順位を下げ|絞(?:る|り|ると)|捨て"),
    ("measure", 4, r"(?:仕事|業務|役所|手順|いまの流れ).{0,14}(?:進め方|やり方|変え|変わ|直す|組み替え|何から)"),
    ("measure", 4, r"(?:どんな|どういう)(?:取組|取り組み|事業|やり方|仕組み|手順|順番)|何から(?:手|始|です)|手をつけ|手を付け"),
    ("measure", 3, r"だれが何を|職員は何を|進め方|やり方(?:は|を|の)|手順|順番"),
    ("technology_role", 6, _TECH + r".{0,24}(?:任せ|使|頼|要る|必要|出番|役|なくて|できる|入れ|しか)"),
    ("technology_role", 4, r"(?:任せ|頼っ|使い|出番).{0,24}" + _TECH + r"|機械に任せ|人の手で"),
    ("leader", 6, _OFFICE + r".{0,26}(?:中心|引っ張|先頭|熱を|動く|進める|どなた|だれ|誰|まとめ役)"),
    ("leader", 5, r"旗を振|引っ張っていく|引っ張り手|リーダー|推進役|先頭に立|音頭"),
    ("stakeholders", 6, r"反対|(?:どちら|どこ|どの).{0,4}(?:課|係|部)の|渋い|渋り|話を通|根回し|協力(?:を|して|が)|調整|了解|味方|断って|納得|説明に行"),
    ("stakeholders", 2, r"団体|部署|関係する"),
    ("outcome", 6, r"いつまでに|成功|達成|目標|指標|成果|合格|よしと|うまくいったか|うまくいったと(?:言|分|わか|判)|効果が(?:出|あ)"),
    ("outcome", 3, r"測(?:り|る|れ)|目安|何を見れば"),
    ("resources", 6, r"予算(?:は|が|の)|お金|財源|費用|人手|人員|締切|補助金|交付金の|いくら|当初予算|いつから"),
    ("risks", 6, r"心配|不安|失敗|最悪|起きてほしくない|うまくいかない|気をつける|恐れ|怖い|続けられなく|困ること|懸念|もしも"),
    ("confirm", 7, r"間違い|問題ない|直したい(?:ところ|所|点|行)|合って(?:い)?ます|言い落と|違って(?:い)?(?:る|ない)|(?:以上|これ|このまま|残して).{0,8}(?:よろしい|いい|よさそう|よい)"),
    ("leave", 8, r"(?:お見せ|ご紹介|紹介して|お出し|お渡し|ご覧に|見てみ|まとめを見|例を|下書きを|お話しし).{0,14}(?:もいい|もよろしい|みますか|しましょうか|になりますか|もかまい|見ますか|ますか)"),
    ("aspiration", 4, r"なっていたら|どんなふうで(?:しょう|すか)|先に(?:何を)?(?:見てい|あってほしい)|夢のような|何をしたいのです"),
    ("customer", 3, r"(?:どんな|どういう|どの|どちらの).{0,6}(?:方|ご家庭|家庭|人たち|集落|お宅)|顔が浮かぶ(?:のは|方)|手を差しのべ"),
    ("current_experience", 4, r"戸惑|用を足し|立ち往生|心に残った|(?:日|とき|ふだん).{0,6}どう過ご|いま.{0,8}(?:どうやって|どうして)(?:い|お|用|やり)"),
    ("evidence", 5, r"どれ(?:くらい|ほど)の(?:方|人|世帯)|件数|材料は|住民の声|書き残|何(?:回|度|通|割)|記録"),
    ("value", 4, r"(?:口から|言葉で).{0,8}(?:出て|言って)ほしい|何がいちばん助かる|気持ちは|住民が受け取る|これからできること|一言は"),
    ("strengths", 5, r"ならでは|宝|顔ぶれ|まねできない|当てにでき|眠ってい|地元の.{0,8}(?:もの|人)は"),
    ("focus", 5, r"やらない(?:と|こと)|一つだけ残す|もう要らない|止めて(?:でも|よ|い)|集中|引くもの|降り(?:る|て)"),
    ("measure", 4, r"まず動かす|段取り|組み直|(?:役場|役所|市|町)が(?:する|やる)こと|流れは|仕事(?:で|の中で)"),
    ("technology_role", 5, r"(?:LINE|カメラ|RPA|QR|メール|LINE|タブレット|ロボット|ネット).{0,24}(?:役|任|見て|使|頼|要)|紙や電話では|自動で"),
    ("leader", 5, r"先に立って|預けられる|軸に据え|課の(?:なか|中)で|実務の顔|思い入れのある|同僚|担当者は"),
    ("stakeholders", 5, r"嫌がり|あいさつに行|損をする|話し合い|判をもら|どこの課に|許可|面白くない"),
    ("outcome", 6, r"変わっていれば|どう示し|どうやって確かめ|いくつまで|終わりの線|満足です|どれだけ変わ|良くなったかどうか"),
    ("resources", 5, r"手伝える職員|使える額|何人(?:い|割|出)|いくらまで|申請しない(?:と|け)|お金の|出せ(?:ます|る額)"),
    ("risks", 6, r"困りそう|事故|苦情|途中で止ま|気がかり|副作用|起こり得|思わぬ"),
    ("confirm", 7, r"ずれは|記録してかまい|取り違え|足りない所|この理解"),
    ("leave", 7, r"(?:話|例|紙|案|資料|下書き).{0,12}(?:聞いてみますか|してみましょうか|しましょうか|お見せ|作りましょうか)"),
)  # fmt: skip

_COMPILED: Final = tuple((kind, weight, re.compile(pattern)) for kind, weight, pattern in CUES)
_QUOTED: Final = re.compile(r"「[^」]*」")
"""An official's own words inside a question are not what it asks."""

_ORDER: Final[tuple[Heard, ...]] = ("leave", "confirm", *SLOTS[::-1])
"""Who wins at a tie: what is narrower."""


def heard(question: str) -> Heard | None:
    """The kind of answer that the words of a question call for, or None where they do not tell."""
    sums = points(question)
    if not sums or max(sums.values()) < 2:
        return None
    return max(sums, key=lambda kind: (sums[kind], -_ORDER.index(kind)))


def points(question: str) -> dict[Heard, int]:
    """The sum of the cues that a question carries, by kind."""
    sums: dict[Heard, int] = {}
    bare = _QUOTED.sub("「」", question)
    for kind, weight, cue in _COMPILED:
        if cue.search(bare):
            sums[kind] = sums.get(kind, 0) + weight
    return sums


def contradicts(question: str, tag: Heard) -> Heard | None:
    """What the words ask for instead of `tag`, where they plainly do: four points or more, and more than twice the tag's."""
    sums = points(question)
    kind = heard(question)
    if kind is None or kind == tag or sums[kind] < 4 or sums.get(tag, 0) * 2 >= sums[kind]:
        return None
    return kind


SLOT_KINDS: Final = frozenset(SLOTS)
"""The kinds that are slots of the worksheet."""
