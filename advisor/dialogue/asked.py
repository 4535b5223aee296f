"""What an official asks of the advisor about the paper itself: told apart from answers, sentence by sentence."""

import re
from collections.abc import Collection
from typing import Final

from advisor.dialogue.sentences import sentences

_WHAT: Final = (
    r"(?:何|なに|なん|どう|どげん|どがん|どない|どげ|どの(?:よう)?|どんな|どういう|いか|どこ|どれ|どっち)"
)
_END: Final = (
    r"(?:(?:か(?:ね|な|しら|のう|いな|い)?|やろ(?:か)?|だろう?(?:か)?|でしょう?(?:か)?|べか?|んだ(?:よ|い|ろ)?|んや|んじゃ|べきか|されたい|願いたい|の(?:よ|さ)?|ん|もらえません|いただけません)(?:ね|な)?|"
    r"(?:か|を|が|は|のか)?、?(?:教え|ご教示|ご助言|お知恵|知りたい|聞きたい|分から|わから|迷って|悩んで|ご?相談|お願い)[^。??]{0,16})[。??!!…]*$"
)
ASKED_OF_US: Final[dict[str, str]] = {
    "asks_order": r"(?:どちら|どっち|どれ)(?:を|から|が)?[^。??]{0,4}(?:先|上|前|一番|最初)[^。??]{0,14}(?:か|かな|かね|やろ|べき)[。??]*$",
    "asks_reply": r"(?:どう|どげん|どない|どがい|いかに|如何に|何と|何て|なんて|なんと|どのように)(?:返|扱|答え|言い返|切り返|応じ|対応|返事|お答え)[^。??]{0,12}"
    + _END
    + r"|(?:言われ|しろって|せよと|やれと|入れろ|出せと)[^。??]{0,30}どう(?:したら|すれば|すると)(?:いい|よい|ええ|よろしい)[^。??]{0,6}[。??]*$|^どう(?:したら|すれば)(?:いい|よい|ええ|よろしい)[^。??]{0,10}[。??]*$|いかが(?:いた)?し(?:ましょう|たらよ)[^。??]{0,10}[。??]*$",
    "asks_tell": r"(?:どう|どげん|どない|何と|何て|なんて|なんと|どのように)(?:説明|伝え|話|言え|言った|お伝え|ご説明)[^。??]{0,16}"
    + _END,
    "asks_style": r"(?:そう(?:いう|した)|そんな|その(?:よう)?な?|こう(?:いう|した)|こんな|この(?:よう)?な?)(?:書き方|書き|まとめ方|出し方|順番|形|進め方|やり方|感じ|指標|目標)[^。??]{0,4}(?:いい|よい|ええ|よろしい|大丈夫|合って)[^。??]{0,10}(?:か|かな|かね|やろ)[。??]*$|(?:そう|こう)書[^。??]{0,10}(?:いい|よい|ええ|よろしい|べき|大丈夫)[^。??]{0,8}か[。??]*$",
    "asks_worth": r"(?:新しい|新規|仕事|取組|取り組み|企画書?|計画書?|施策|事業|DX|政策|テーマ|話)(?:に|と|で|として)?[^。??]{0,8}(?:言って|言え|言うて|呼べ|呼んで|認めて|なり|なる|なれ|成り立)(?!ば)[^。??]{0,6}(?:ものな)?(?:のでしょうか|んでしょうか|でしょうか|のですか|んですか|ですか(?:ねえ?)?|ますか(?:ねえ?)?|のかな|んかな|んやろか|やろか|もんかね|んの?[??]|の[??])[。??]*$|(?:書いて|出して|進めて)(?:も)?(?:いい|よい|よろしい)(?:もの)?(?:な)?(?:の|ん)?(?:でしょうか|ですか|かな)[。??]*$|(?:こんな(?:ん|もの|もん|の|感じ)|これ|このまま)で(?:も)?(?:いい|よい|ええ|よろしい|大丈夫)[^。??]{0,6}(?:か|かな|かね|のか|やろか)[。??]*$|(?:地味|小さな|小さい|ささやか|平凡)[^。??]{0,24}(?:いい|よい|よろしい|大丈夫|企画)[^。??]{0,12}(?:でしょうか|ですか|ますか|のかな)[。??]*$",
    "asks_hope": r"(?:書けば|出せば|やれば|書いたら|出したら)[^。??]{0,12}(?:変わ|動|良くな|よくな)[^。??]{0,8}(?:か|かな|かね|やろ)[。??]*$",
    "asks_view": r"どう思(?:い|われ|う)[^。??]{0,8}[。??]*$|どうお考え[^。??]{0,8}[。??]*$",
    "asks_need": r"(?:書く|入れる|載せる|触れる|出す|書い|入れ|載せ)(?:た)?(?:必要|べき|ほう|方|もの)[^。??]{0,10}(?:か|かな|かね|やろ)[。??]*$",
    "asks_left": r"(?:あと|まだ)(?:どのくらい|どれくらい|何(?:回|問|個|分|つ)|いくつ)[^。??]{0,16}[。??]*$|いつ(?:まで|になったら|ごろ)[^。??]{0,12}(?:終わ|でき|出)[^。??]{0,10}か[。??]*$",
    "asks_pass": r"(?:金|お金|補助|交付金|予算)(?:を|は|が|も)?[^。??]{0,6}(?:出して|出る|下り|付く|つく|付き|もらえ)[^。??]{0,8}(?:か|かな|かね|やろ)[。??]*$|(?:通し方|通る(?:書き方|ように|には)|通すには)[^。??]{0,20}(?:か|教え[^。??]{0,12}|知りたい[^。??]{0,6}|い|ね)[。??]*$|(?:納得|通り|通る|通して|認めて|採択|了承)[^。??]{0,12}(?:ますか|るか|るのか|でしょうか|ですか|もらえますか|かな|かね|やろ(?:か)?)[。??]*$",
    "asks_missing": r"何か(?:足りな|抜け)[^。??]{0,10}(?:か|かな|かね)[。??]*$|あと(?:は)?(?:何|なに)を(?:決め|埋め|話|答え|書)[^。??]{0,14}(?:か|かな|かね)[。??]*$|(?:足りな|抜けて|欠けて|残って|空いて)[^。??]{0,10}(?:どこ|何|なに|どれ|どの行)[^。??]{0,8}[。??]*$|あと(?:は)?(?:何|なに|どこ)[^。??]{0,4}(?:要|必要|足り|書|埋め)[^。??]{0,12}[。??]*$",
    "asks_paper": _WHAT
    + r"[^。??]{0,14}(?:書|まとめ|記載|盛り込|入れ|載せ|足せ|足し|加え|直せ|必要|要る|要り|整理|考え|組み立て|作れ|作った|作り|作る|つく[れるっ]|始め|進め|手を付け|手をつけ|起案)[^。??]{0,10}"
    + _END
    + r"|(?:計画書|企画書|構成|体裁|骨子|様式|書き方|まとめ方|整理|位置づけ)[^。??]{0,16}(?:ご助言|ご教示|教え|助言|お知恵|相談|アドバイス)[^。??]{0,18}[。??]*$|(?:何|なに)から(?:書い|始め|手ぇ?つけ|まとめ)(?:た)?ら(?:えい|ええ|いい|よい|よろし)[^。??]{0,14}[。??]*$|どうした(?:もの|もん)(?:です|でしょう|だ|か|やろ)[^。??]{0,6}[。??]*$|書き方[^。??]{0,6}(?:教え|知り|分から|わから)[^。??]{0,10}[。??]*$|(?:どういう|どんな)企画[^。??]{0,16}(?:か|かな|教え)[^。??]{0,8}[。??]*$",
}
"""Patterns of one sentence, most special first."""
OWN_QUESTIONS: Final = tuple(ASKED_OF_US)
"""Names of the cues, in the order in which they are answered."""
_OF_PAPER: Final = re.compile(
    r"企画|計画書|提案書|起案|[一-龥]?紙|書[いかきくけこ]|まとめ|記載|盛り込|載せ|骨子|様式|構成|体裁"
)
_COMPILED: Final = {name: re.compile(pattern, re.MULTILINE) for name, pattern in ASKED_OF_US.items()}
_OPEN: Final = re.compile(
    _WHAT
    + r"[^。??]{0,24}(?:ですか|ますか|でしょうか|のですか|んですか|のか|んやろ(?:か)?)[。??]*$|(?:[てでれきしいえみせ]|られ|くれ|もらえ)ますか[。??]*$"
)
_MUSING: Final = re.compile(r"のでは|ではない|ではなかろう|じゃない|じゃなかろう|んちゃう")
_CAREFUL: Final = re.compile(
    r"(?:では|じゃ)(?:ない|なかろう|ありません)(?:の)?(?:でしょうか|ですかね?|か(?:と|な|ね)?)[^。??]{0,8}[。??]*$"
)
_SAID_TO: Final = re.compile(r"(?:と|って)(?:言|い)われ(?:まし|ちゃ|て|た|る)")
_ORDERED: Final = re.compile(
    r"(?:やろう|入れよう|始めよう|しよう|入れたい|やりたい)(?:と|って)(?:おっしゃ|言)|言われ|しろと|しろって|せよと|やれと|出せと|入れろ|命じられ|指示が|指示され|申し付け|[ろれせえけよ](?:って|と)(?:言|いう|ゆう|い[うわっ])|(?:やろ|だろ|でしょ)(?:う)?(?:って|と)言"
)
_SUPERIOR: Final = re.compile(
    r"長(?:先生|さん)?(?:は|が|に|から|より|も)|議員|議会|上司|上から|上に|国(?:から|が)|県(?:から|が)"
)


def asked_of_us(text: str) -> tuple[str, ...]:
    """Names of what a message asks of us about the paper, in the order in which they are answered."""
    parts = sentences(text)
    return tuple(name for name, pattern in _COMPILED.items() if any(pattern.search(part) for part in parts))


def own_questions(text: str, technologies: tuple[str, ...], seen: Collection[str]) -> tuple[str, ...]:
    """The cues of own questions in `seen`, in order; with a technology beside it, 「何から始めれば」 asks of that."""
    of_tools = bool(technologies) and not _OF_PAPER.search(text)
    return tuple(name for name in OWN_QUESTIONS if name in seen and not (of_tools and name == "asks_paper"))


def asks_us(sentence: str) -> bool:
    """Whether a sentence is a question to us and no answer to ours; a musing one is an answer."""
    if _MUSING.search(sentence):
        return False
    return bool(asked_of_us(sentence)) or bool(_OPEN.search(sentence))


def tells(sentence: str, text: str) -> bool:
    """Whether a sentence tells something of its own: no question to us, no order, nothing said to the one who asks us."""
    said_to = _SAID_TO.search(sentence) and any(asks_us(part) for part in sentences(text))
    return not (asks_us(sentence) or reports_order(sentence) or said_to)


def muses(text: str) -> bool:
    """Whether a message ends by putting its answer forward with care (「…ことではないでしょうか」)."""
    return bool(_CAREFUL.search(text.strip()))


def reports_order(sentence: str) -> bool:
    """Whether a sentence only tells what a superior wants (「課長に3,000人を目標にしろと言われました」)."""
    return bool(_ORDERED.search(sentence)) and bool(_SUPERIOR.search(sentence))
