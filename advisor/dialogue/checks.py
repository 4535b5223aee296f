"""What every reply must pass, whoever wrote it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from advisor.dialogue.quotes.model import INNER
from advisor.dialogue.scene import Scene
from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Question, Reply
from advisor.framework.slots import Slot
from advisor.values import Value

_QUOTED: Final = re.compile(r"「[^」]*」|『[^』]*』")
_ASKING: Final = re.compile(r"[??]|(?:です|ます|ました|でした|でしょう|ません)か(?=[。\s]|$)")
_POLITE: Final = re.compile(
    r"(?:です|ます|ました|でした|ません|ください|でしょう|ましょう|ございます)(?:か|ね|よ|よね|が)?"
    r"(?:[((〔][^))〕]*[))〕]|[」』])*[。!??!]*$|[」』][。]?$"
)
_NUMBER: Final = re.compile(r"\d[\d,.]*")
_MARKUP: Final = re.compile(r"<[a-zA-Z/!]|!\[|\]\(|https?://|javascript:|```", re.IGNORECASE)
_LINE: Final = re.compile(r"^(?:・|〔出典〕)")

ASKS: Final[dict[Slot, re.Pattern[str]]] = {
    "aspiration": re.compile(r"どうなって|どんな(?:まち|町|村|市|地域|姿|景色|場面|暮らし|ふう)|何がしたい|変わっていてほしい|見出し|一言|よくやった|できれば|できたら|叶|かなえ|実現|どう変|何をしたい|使い(?:道|たい)|効きそう|よくしたい|何のため|残っていて|願い|何と書き|真似"),
    "customer": re.compile(r"どなた|だれ|誰|どんな(?:方|人|世帯|家族|お客|事業者)|どちらの方|一人だけ|顔が浮かぶ|(?:方|人)(?:たち)?(?:は|を|が)"),
    "current_experience": re.compile(r"場面|最近|この前|とき|今は|いまは|いま、|どう過ご|しのい|困|立ち止ま|こたえた|一日|手が止ま|気がかり|つらい|しんど|申し訳|引っかか|どんな様子|ふだん|流れ|どう動|手間"),
    "evidence": re.compile(r"数|どれくらい|どのくらい|何(?:人|件|割|回|世帯)|記録|データ|根拠|声|確かめ|聞いた|分かるもの|調べ"),
    "value": re.compile(r"何がよく|ほっと|合格|約束|来てよかった|うれし|嬉し|何が変わ|しなくてよく|できるように|助か|値打ち|話しそう|喜|受け取|手に入|言ってもらえ|違い|楽に"),
    "strengths": re.compile(r"強み|持ち味|ならでは|もともと|頼りに|自慢|ここにしか|よそに(?:は)?ない|隣の|活か|宝|資源|恵まれ|誇"),
    "focus": re.compile(r"やめ|絞|目指さない|しない|手放|減ら|あきらめ|後回し|集中|なくな|止め"),
    "measure": re.compile(r"仕事|進め方|変え|手を付け|始め|やり方|段取り|手順|一歩|組み(?:替|換)|取り組|決めていき|何をし|まず何"),
    "technology_role": re.compile(r"技術|デジタル|道具|システム|使わない|頼って|機械|手伝わせ|なくても|行けそう|出番|停電|画面"),
    "leader": re.compile(r"引っ張|どなた|だれ|担う|旗|中心|動かす|前に立"),
    "stakeholders": re.compile(r"心配(?:され|し)|話を通|反対|協力|力を借り|調整|抵抗|渋|味方|先に話|巻き込"),
    "outcome": re.compile(r"うまくいった|いつまで|約束を守れ|成功|目標|印|どうなっていれば|何で分か|達成|できたと"),
    "resources": re.compile(r"お金|予算|人手|財源|いくら|体制|時期|費用|人は|見込め|使える"),
    "risks": re.compile(r"気がかり|つまず|心配|不安|続かな|怖|リスク|困る|危|個人情報|待っていただく"),
}  # fmt: skip
"""Words by which a blind reader would tell which slot a question asks for."""


class Fault(Value):
    """A check that a reply failed, and where."""

    check: str
    where: str


def faults(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    """Return every check that the reply fails; empty for a good one."""
    return (
        *_questions(reply),
        *_repetition(reply, scene),
        *_citations(reply, scene),
        *_numbers(reply, scene),
        *_manners(reply),
        *_markup(reply),
        *_echo(reply, scene),
    )


def checked(reply: Reply, scene: Scene) -> Reply:
    """Return the reply, or what is left of it without the sentences that fail, or one plain line."""
    found = faults(reply, scene)
    if not found:
        return reply
    bad = {fault.where for fault in found}
    lines = [
        line for line in _pieces(reply.text) if line.strip() and not any(_same(line, each) for each in bad)
    ]
    question = (
        reply.question if reply.question and any(reply.question.text in line for line in lines) else None
    )
    text = "".join(lines).strip() or plain(scene)
    mended = reply.model_copy(update={"text": text, "question": question})
    return mended if not faults(mended, scene) else Reply(text=plain(scene), question=None, used=("plain",))


def plain(scene: Scene) -> str:
    """The line that stands where no reply passes the checks; it differs from turn to turn."""
    return f"{scene.number}通目のお話を、いただいた言葉のまま書き留めました。続きがあれば、そのまま書いてください。"


def _same(line: str, fault: str) -> bool:
    return bool(fault) and (fault in line or line.strip() in fault)


def _pieces(text: str) -> list[str]:
    return [piece for line in text.splitlines(keepends=True) for piece in _with_ends(line)]


def _with_ends(line: str) -> list[str]:
    parts = list(sentences(line))
    if parts and line.endswith("\n"):
        parts[-1] += "\n"
    return parts or [line]


def unquoted(text: str) -> str:
    """The text without what stands in 「」 and 『』."""
    return _QUOTED.sub("「」", text)


def question_count(text: str) -> int:
    """How many questions a reply asks outside quotes."""
    return sum(bool(_ASKING.search(unquoted(part))) for part in sentences(text))


def _questions(reply: Reply) -> tuple[Fault, ...]:
    asked = [part for part in sentences(reply.text) if _ASKING.search(unquoted(part))]
    found = [Fault(check="one_question", where=part) for part in asked[:-1]]
    if reply.question is not None and reply.question.text not in reply.text:
        found.append(Fault(check="question_in_text", where=""))
    if reply.question is None and asked:
        found.append(Fault(check="untagged_question", where=asked[-1]))
    if reply.question is not None and not fits(reply.question):
        found.append(Fault(check="question_fits_slot", where=reply.question.text))
    return tuple(found)


def fits(question: Question) -> bool:
    """Whether a question's words ask for the slot it is tagged with."""
    return question.slot is None or bool(ASKS[question.slot].search(unquoted(question.text)))


def _repetition(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    said = {_bare(part) for turn in scene.turns for part in sentences(turn.reply.text)}
    parts = [part for part in sentences(reply.text) if not _LINE.match(part)]
    twice = [part for part in parts if _bare(part) in said or parts.count(part) > 1]
    return tuple(Fault(check="repeated_sentence", where=part) for part in twice if len(_bare(part)) > 3)


def _bare(text: str) -> str:
    return re.sub(r"[\s。、!!??]", "", text)


def _citations(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    texts = [_flat(text) for text in _library_texts(scene)]
    return tuple(
        Fault(check="citation_literal", where=citation.quote)
        for citation in reply.citations
        if not any(_flat(citation.quote) in text for text in texts)
    )


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(INNER)


def _library_texts(scene: Scene) -> list[str]:
    texts: list[str] = []
    if scene.passage is not None:
        texts.append(f"{scene.passage.title}\n{scene.passage.heading}\n{scene.passage.text}")
    if scene.case is not None:
        texts += [scene.case.model_dump_json(), *(section.text for section in scene.case.sections)]
        texts += [scene.case.lines.want, scene.case.lines.happened, scene.case.lines.limit]
    texts += [each.card.model_dump_json() for each in scene.technologies if each.card]
    return texts


def _ground(scene: Scene) -> str:
    messages = [turn.message for turn in scene.turns] + [scene.message]
    sheet = [value.text for state in scene.worksheet.states for value in (*state.values, *state.history)]
    return _flat("\n".join([*messages, *sheet, *_library_texts(scene)]))


def _numbers(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    ground = set(_NUMBER.findall(_ground(scene)))
    free = _own_numbers(scene)
    return tuple(
        Fault(check="number_has_ground", where=part)
        for part in sentences(reply.text)
        for number in _NUMBER.findall(_flat(part))
        if number.strip(",.") not in {each.strip(",.") for each in ground} | free
    )


def _own_numbers(scene: Scene) -> set[str]:
    """Numbers the advisor may say by itself: the phases and counts of the form."""
    return {"1", "2", "3", "4", "14", str(scene.number)} | (
        {str(scene.draft.version)} if scene.draft else set()
    )


def _manners(reply: Reply) -> tuple[Fault, ...]:
    parts = [part for line in reply.text.splitlines() if not _LINE.match(line) for part in sentences(line)]
    return tuple(Fault(check="polite", where=part) for part in parts if not _POLITE.search(part.strip()))


def _markup(reply: Reply) -> tuple[Fault, ...]:
    return tuple(Fault(check="no_markup", where=part) for part in _bad_lines(reply.text.splitlines()))


def _bad_lines(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if _MARKUP.search(line)]


def _echo(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    """What stands in 「」 was said by the official or by the library, literally."""
    ground = _ground(scene)
    return tuple(
        Fault(check="quote_literal", where=found)
        for found in re.findall(r"「([^」]+)」", reply.text)
        if _flat(found) not in ground
    )
