"""Sentences of a message, and those that are no matter for the paper."""

import re

from advisor.brief.speech.clause import Piece
from advisor.brief.speech.quotes import quoted_spans

_END = re.compile(r"[。!?\uff01\uff1f\n]+|…+[。!?\uff01\uff1f]+|…+$")
_CUT = re.compile(_END.pattern + r"|(?=[\u2460-\u2473])|(?<=[。\n])(?=・)")
_STOPS = "。!?\uff01\uff1f… "
_ASKING = re.compile(
    r"(何|なに|なん|どない|どう|どこ|どれ|どの|どんな|どちら|いつ|だれ|誰|なぜ|いくら|いくつ|ですか|ますか|でしょうか|ませんか|るか|のか|かね|くれる|もらえる|られる|ます)[^、]{0,12}$"
)
_REQUEST = re.compile(
    r"((教え|答え|まとめ|見せ|出し|書い|作っ|直し(とい)?|直さ|訂正さ|訂正し|訂正さ|聞い|確認し|待っ|考え|続け)(て|せて)"
    r"(ください|下さい|くれ(ませんか|る|や)?|ほしい(んです)?|欲しい(んです)?|もらえ(る|ます|ませんか)?|いただけ(ます|ませんか)?|ちょうだい|よ|ね)*"
    r"|(?<!に)お願い(します|いたします)|(お|ご)?教示ください|頼む(わ|よ)?|どうぞよろしく.*|よろしく.*)$"
)
_GREETING = re.compile(
    r"^(こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|はじめまして|初めまして|お世話に|いつもお世話|お疲れ|ありがとう|すみません|すいません"
    r"|ごめん|申し訳|失礼|了解|承知|わかりました|分かりました|はい|いいえ|そうですね?|ええ|うん|えっと|えーと|なるほど|訂正|続き|戻った|戻りました"
    r"|お待たせ|以上(です)?|さて|では|電話入って|会議入って|Hi|Hello|Thanks|Sorry|OK)[、!,〜ー~]*(です|でした|します|いたします|ました|ございます|なさい)?[ね〜ー]*$",
    re.IGNORECASE,
)
_META = re.compile(
    r"(話じゃない|話ではない|なんの話|何の話|どこまで話|質問で返|質問ばかり|講釈|回し者|答えになって|関係ない(んです|話)|余談|一回まとめ"
    r"|^時間(が)?な(い|く)|^あと\d+分|^\d+分だけ$|^(ログ|データ)(なら)?あります|^(電話|会議|来客)(が)?入って|見ちゃって|^思いつかな"
    r"|^(正直|まだ|よく|ちょっと|うーん|、)*(分か|わか)(りません|らない|らん)(です|のです|んです)?(ね|が|けど|わ|な)*$"
    r"|^(これ|それ)(で|だけで|見れば|見りゃ)[、]?(もう)?(分かる|わかる|十分)(だろ|でしょ)?う?$)"
)
_FEELING = re.compile(r"^(うわ|あー|はあ|いやー|ああ(?=[、。ー]|$)|げっ)[^、]*$")


def sentences(text: str) -> tuple[Piece, ...]:
    """Cut a message at 。?! and line ends, never inside 「」; the stop stays with its sentence."""
    quoted = quoted_spans(text)
    pieces, at = [], 0
    for match in _CUT.finditer(text):
        if any(start < match.start() < end for start, end in quoted):
            continue
        pieces.append(Piece(text=text[at : match.end()], start=at))
        at = match.end()
    pieces.append(Piece(text=text[at:], start=at))
    return tuple(piece for piece in pieces if piece.text.strip(_STOPS + "、\n\t"))


def is_question(sentence: str, after_question: bool = False) -> bool:
    """Whether a sentence asks the advisor something; 「…?」 is only hesitation."""
    bare = sentence.strip()
    body = bare.rstrip(_STOPS)
    if re.search(r"(でしょうか|ますかね?|ですかねえ?)$", body) and re.search(
        r"何|なん|どう|どこ|どれ|どんな|いつ|いくら|ますか", body
    ):
        return True
    if re.search(r"(?<=[るいうくすつぬむぶ])か$", body) and not re.search(
        r"(?:よう|そう|ろう|もう|どう|のう)か$", body
    ):
        return True
    if not re.search(r"[?\uff1f]$", bare) or re.search(r"…[?\uff1f]$", bare):
        return False
    return after_question or bool(_ASKING.search(body)) or len(body) > 30


def is_aside(sentence: str) -> bool:
    """Whether a sentence is a greeting, a preface, a request, a feeling or talk about the talk itself."""
    bare = sentence.strip().strip(_STOPS)
    patterns = (_GREETING, _REQUEST, _META, _FEELING)
    return not bare or any(pattern.search(bare) for pattern in patterns)


def matter(text: str) -> tuple[Piece, ...]:
    """Return the sentences of a message that say something: no questions, greetings, requests or feelings."""
    kept: list[Piece] = []
    asked = False
    for piece in sentences(text):
        asked = is_question(piece.text, asked)
        if not asked and not is_aside(piece.text):
            kept.append(piece)
    return tuple(kept)
