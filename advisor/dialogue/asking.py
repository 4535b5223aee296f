"""What a question asks for, told by its words."""

import re
from typing import Final

from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Question
from advisor.framework.slots import Slot

_QUOTED: Final = re.compile(r"「[^」]*」|『[^』]*』")
_ASKING: Final = re.compile(r"[??]|(?:です|ます|ました|でした|でしょう|ません)か(?=[。\s]|$)")

ASKS: Final[dict[Slot, re.Pattern[str]]] = {
    "aspiration": re.compile(r"どうなって|どんな(?:まち|町|村|市|地域|姿|景色|場面|一日|毎日|日々|暮らし|ふう)|どのような(?:まち|町|村|市|地域|姿|景色|場面|一日|毎日|日々|暮らし)|何がしたい|(?:変わって|なって|過ごせて|暮らして|使えて|いられて)(?:いたら|いれば|いてほしい|ほしい)|見出し|一言|よくやった|できれば|できたら|叶|かなえ|実現|どう変|何をしたい|使い(?:道|たい)|効きそう|よくしたい|何のため|残っていて|願い|何と書き|真似|[てで](?:い|おられ|いらっしゃ)[^。、??]{0,4}(?:たら|れば|ほしい|と(?:いい|うれし))"),
    "customer": re.compile(r"どなた|だれ|誰|どんな[^。、??]{0,10}(?:方|人|世帯|家族|家庭|お客|事業者)|どのような[^。、??]{0,10}(?:方|人|世帯|家族|家庭|お客|事業者)|どちらの方|一人だけ|顔が浮かぶ|(?:方|人)(?:たち)?(?:は|を|が)|どんな事情|どういう(?:方|人)|年代|どの地区|どこに住|だれに"),
    "current_experience": re.compile(r"場面|最近|この前|とき|今は|いまは|いま、|どう過ご|どんなふうに(?:過ご|暮ら|動|し)|出来事|しのい|困|立ち止ま|こたえた|一日|手が止ま|気がかり|つらい|しんど|申し訳|引っかか|どんな様子|ふだん|流れ|どう動|手間|どんな毎日|どんな思い|様子|何をして|これまで"),
    "evidence": re.compile(r"数|どれくらい|どのくらい|どれほど|何(?:人|件|割|回|世帯|日|時間|分|年)|いくつ|記録|名簿|データ|根拠|声|確かめ|聞いた|分かるもの|調べ|数え|把握|アンケート|出どころ|くらいあ|どこ(?:に|で)(?:残|載)"),
    "value": re.compile(r"何がよく|ほっと|合格|約束|来てよかった|うれし|嬉し|ありがた|何が変わ|何が起き|しなくてよく|できるように|助か|値打ち|話しそう|喜|受け取|手に入|言ってもらえ|違い|楽に|安心|よかった|心強|何が一番|踏み出|しやすく|と感じ|にとって|話すと思|何を話|得られ|報われ"),
    "strengths": re.compile(r"強み|持ち味|ならでは|もともと|もとから|昔から|頼りに|頼れ|味方|力にな|自慢|ここにしか|よそに(?:は)?ない|隣の|活か|宝|資源|恵まれ|誇|力を貸|力を借|良さ|よさ|土台|支え|ほかに[^。、]{0,12}(?:あります|います)か"),
    "focus": re.compile(r"やめ|絞|目指さない|しない|手放|減ら|あきらめ|後回し|集中|なくな|止め|やらない|捨て|見送|手を引|いらな|外す|諦"),
    "measure": re.compile(r"仕事|進め方|変え|手を付け|始め|やり方|段取り|手順|一歩|組み(?:替|換)|取り組|決めていき|何をし|まず何|順番|どこから|何から|見直|改め|組み立て"),
    "technology_role": re.compile(r"技術|デジタル|道具|システム|使わない|頼って|任せ|機械|手伝(?:わせ|って|い)|なくても|行けそう|出番|停電|画面|カメラ|アプリ|センサー|ドローン|ロボット|オンライン|電子[一-龥]|AI|RPA|VR|どの(?:場面|部分|行)|機器"),
    "leader": re.compile(r"引っ張|どなた|だれ|担う|旗|中心|動かす|前に立|だれが|先頭|進め役|頼め|任せ"),
    "stakeholders": re.compile(r"心配(?:され|し)|話を通|話をして|耳に入れ|相談して|声をかけ|反対|協力|力を借り|調整|抵抗|渋|味方|先に話|巻き込|部署|理解|了解|根回し|どこの課|どちらの課|課の方"),
    "outcome": re.compile(r"うまくいった|いつ(?:まで|ごろ|頃|、)|約束を守れ|成功|目標|印|どうなっていれば|どうなったら|何で分か|何を見て|よかったと|達成|できたと|言え(?:る|ます|そう)|正しかった|実を結|手応え|どうなったとき|姿になった"),
    "resources": re.compile(r"お金|予算|人手|財源|いくら|体制|時期|費用|人は|見込め|使える|人数|捻出|まかな"),
    "risks": re.compile(r"気がかり|つまず|心配|不安|続かな|怖|リスク|困る|困りそう|無理が|危|個人情報|待っていただく|起きそう|壁|うまくいかな|引っかか"),
}  # fmt: skip
"""Words by which a blind reader would tell which slot a question asks for."""


def unquoted(text: str) -> str:
    """The text without what stands in 「」 and 『』."""
    return _QUOTED.sub("「」", text)


def asking(sentence: str) -> bool:
    """Whether a sentence asks something outside quotes."""
    return bool(_ASKING.search(unquoted(sentence)))


def question_count(text: str) -> int:
    """How many questions a reply asks outside quotes."""
    return sum(asking(part) for part in sentences(text))


def fits(question: Question) -> bool:
    """Whether a question's words ask for the slot it is tagged with."""
    return question.slot is None or bool(ASKS[question.slot].search(unquoted(question.text)))
