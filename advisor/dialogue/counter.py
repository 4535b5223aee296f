"""Questions that an official asks back before answering: what ours meant, which of two things, to whom."""

import re
from typing import Final, Literal

from advisor.dialogue.sentences import sentences
from advisor.framework.slots import Slot

_END: Final = r"[。??]*$"
_BACK: Final = re.compile(
    r"(?:お尋ね|おたずね|お聞き|ご質問|お伺い)(?:です|でしょう|になって(?:い|お)(?:ます|られます)|なさって(?:い)?ます|でございましょう)か?[^。??]{0,6}"
    + _END
    + r"|(?:という|って|との|の)(?:意味|こと|話)(?:で(?:よろしい|いい|よい|合って)[^。??]{0,8}|ですか|でしょうか|でございましょうか|っすか)"
    + _END
    + r"|(?:という|って|との|の)意味(?:です(?:よ)?ね|だよね|かな|やんな|やね)"
    + _END
    + r"|(?:と|って)(?:受け取って|理解して|考えて|いう理解で)(?:も)?(?:よろしい|いい|よい|合って)[^。??]{0,8}"
    + _END
    + r"|(?:お考え|お望み|ご所望|ご希望|ご想定|お求め)(?:です|でしょう|でございましょう)か"
    + _END
    + r"|(?:どちら|どっち|どれ|どこ|どの話)(?:から|を|について|のほう)?[^。??]{0,8}(?:しましょう|お話し|申し|お答え|答え|言え|話せ|話し)[^。??]{0,10}"
    + _END
    + r"|(?:どちら|どっち|どれ|どの話|どこ)(?:の(?:こと|ほう|方|話|意味))?(?:です|でしょう)か"
    + _END
    + r"|(?:お答え|お話し|申し上げ|答え|話し)(?:したほうが|た方が|たほうが|ましょうか|ればよい|ればいい|れば)[^。??]{0,14}"
    + _END
    + r"|(?:ことを|話を|ほうを|方を)(?:申し|お話しし|言い|答え)[^。??]{0,4}ましょうか"
    + _END
    + r"|^[^。??]{1,16}では、?(?:広|狭|大き|小さ|ざっくり|細か)[^。??]{0,4}(?:ます|です)か"
    + _END
)
_EITHER: Final = re.compile(
    r"(?:ですか|でしょうか|ますか|のこと(?:か)?|か)、[^。??]{1,16}(?:ですか|でしょうか|ますか|か)[。??]*$|どちら|どっち|どれ|それとも|(?:ほう|方)が(?:よ|い|え)"
)
_CONFIRMS: Final = re.compile(
    r"意味|ことで|こと、|こと(?:です|でしょう)|受け取って|理解|でしょうか|でございましょうか"
)
_OPEN: Final = re.compile(r"いつ|どの|どんな|どれ|どちら|どっち|どこ|だれ|どなた|何")
_PLAINLY: Final = re.compile(
    r"意味|お尋ね|おたずね|お聞き|ご質問|受け取って|理解|お考え|お望み|ご希望|よろしい|合って|どちら|どっち|どれ|どこ"
)
_SHORT: Final = 22
_ECHOES: Final[dict[Slot, str]] = {
    "focus": r"やめ|絞|減ら|手放",
    "risks": r"心配|恐れ|怖|気がかり|つまず|懸念",
    "stakeholders": r"反対|協力|味方|心配(?:する|される)方",
    "leader": r"役職|人|担当|責任者|名前",
    "outcome": r"いつ|時点|期限|目標|印",
    "evidence": r"数|件数|時点|確か|根拠",
    "customer": r"相手|対象|だれ|誰|どなた",
    "value": r"本人|相手|うれし|価値",
    "aspiration": r"願い|目的|夢",
    "current_experience": r"場面|困りごと|いま",
    "measure": r"やり方|仕組み|順番|手順",
    "resources": r"お金|予算|人手|人数",
    "strengths": r"強み|持ち味|よさ",
    "technology_role": r"技術|道具|デジタル",
}
"""Words of our own questions: asked back in few words, they are no answer."""
_ASKS: Final = re.compile(r"(?:ですか|でしょうか|でございましょうか|ますか|のことか|かな|[??])[。??]*$")
_CHOICE: Final = re.compile(
    r"(?:(?:まず|先に|最初に)[^。??]{0,4}(?:どちら|どっち|どれ)|(?:どちら|どっち|どれ)(?:に|を|から|へ)(?:まず|先に|最初に))[^。??]{0,20}か[。??]*$"
)
_LONGEST: Final = 42
"""Letters of a sentence that only asks what was meant; a longer one tells something by asking."""


def asks_back(sentence: str, asked: Slot | None = None) -> bool:
    """Whether a sentence asks us something instead of answering: what was meant, or which of two to take first."""
    if (len(sentence) <= _LONGEST and _BACK.search(sentence)) or _CHOICE.search(sentence):
        return True
    echo = _ECHOES.get(asked) if asked else None
    return bool(echo and len(sentence) <= _SHORT and _ASKS.search(sentence) and re.search(echo, sentence))


def only_asks_back(text: str, asked: Slot | None) -> bool:
    """Whether a message asks what our question meant and says nothing else; a careful answer may end like a question."""
    parts = sentences(text)
    return all(asks_back(part, asked) for part in parts) and any(_PLAINLY.search(part) for part in parts)


def is_beside(sentence: str, text: str, asked: Slot | None) -> bool:
    """Whether a sentence only asks back, beside others of the text that tell something."""
    return asks_back(sentence, asked) and not all(asks_back(part, asked) for part in sentences(text))


def without_asking_back(text: str, asked: Slot | None = None) -> str:
    """The text with what asks back blanked out, every other letter in its place; as it is where nothing else is said."""
    told = text
    for part in sentences(text):
        if asks_back(part, asked):
            told = told.replace(part, " " * len(part))
    return told if told.strip() else text


def asked_back(text: str, asked: Slot | None) -> Literal["", "yes", "either"]:
    """How a message asks back: a meaning to be confirmed, a choice to be left to them, or not at all."""
    if asked is None:
        return ""
    first = next(iter(sentences(text)), "")
    if not asks_back(first, asked) or _CHOICE.search(first):
        return ""
    either = _EITHER.search(first) or _OPEN.search(first) or not _CONFIRMS.search(first)
    return "either" if either else "yes"
