"""What stands before the matter of a clause: fillers, conjunctions, labels, a corrected start."""

import re
from typing import Final

from advisor.brief.speech.clause import Piece

_SELF_CORRECTION = re.compile(
    r"^[^「」]{0,30}?(?:…+|、|\.{2,})(?:いや|ちがう|違う|違った|じゃなくて|じゃない)(?:いや)?、(?=.{2})"
)
_FILLER = re.compile(
    r"^(?:[ねさ](?=、)|んだな[あー]*(?=、)|そやな[あー]*(?=、)|えっと|えーっと|えーと|ええと|えー|あの(?:う|ー|な|ね|ですね)?(?=、)|うーん|うん(?=、)|んー|まあ|まぁ|なんか(?=、)|なんというか|なんていうか|その(?=、)"
    r"|あ(?=、)|ああ(?=、)|いや(?=、)|いえ(?=、)|はい(?=、)|ええ(?=、)|ほら|ねえ(?=、)|そうですね[ええー]*|そうだな[あー]*|そうねえ?(?=、))[、…ー〜\s]*"
)
_JOINT = re.compile(
    r"^(?:でも|だから|ですから|なので|ですので|それで|それに(?=、)|それから|そして|そしたら|じゃあ?(?=、)|ざっくり言うと|簡単に言うと|一言で言うと|具体的には(?=、)|主に(?=、)|で(?=、)|あと(?:は|、)?(?![\d一二三四五六七八九])"
    r"|しかしながら|とはいえ|とはいうものの|ついては(?=、)|なお(?=、)|さらに(?=、)|加えて(?=、)|そのため(?=、)|そこで(?=、)|むしろ|しいて言えば|ただ(?:し)?(?=、|[\d一-龥])|しかし|けど|けれども?|とにかく|正直(?:言うと|に言うと|言って|なところ)?(?=、)|ちなみに|例えば(?=、)|たとえば(?=、)|つまり|要は|要するに|やっぱり|結局(?=、)"
    r"|ごめん(?:なさい|ね)?(?=、)|すみません(?=、)|すいません(?=、)|すまん(?=、)|失礼(?:しました)?(?=、)"
    r"|もちろん|強いて言(?:えば|うと)|あえて言(?:えば|うと)|言ってみれば|よく考えたら|考えてみ(?:れば|たら|ると)|言われてみれば|そういえば|実は|じつは|っていうか|というか|また(?=、)|なにしろ|何しろ|たぶん|多分|おそらく"
    r"|どっちかというと|どちらかというと|どちらかといえば|できれば|逆に(?=、)|一応|いちおう|最近の話だと|ほんで|ほんなら|せやから|せやけど|んで|したっけ|だすけ|ばってん)[、…]*"
)
_LABEL = re.compile(
    r"^(?:[A-Za-z]+(?:で言うと|で言えば|としては|としては、|的には|でいうと|でいえば)、?"
    r"|(?:Vision|Mission|Target|KPI|KGI|Goal|Owner|Budget|Purpose|Customer|Value|Risk|Point|Issue|Fact|Evidence|Leader|Outcome)(?:は|が|としては)、?"
    r"|(?:対象者?|顧客|ターゲット|目標|指標|目的|狙い|ねらい|願い|期限|リーダー|リスク|懸念|心配|困りごと|価値|成果|強み)(?:は|としては|で言うと|でいうと|といえば)、?)(?=.{2})",
    re.IGNORECASE,
)
_BLOCKER = re.compile(
    r"^(?:Blocker|抵抗勢力|反対派|ネック)(?:は|が)、?(?P<who>.+?)(?:です|だ)?[ねよ]*$", re.IGNORECASE
)
_SELF = re.compile(
    r"^うち(?:は|では|も|って|、)(?!\d)、?|^うちの(?!父|母|子|人|嫁|家|\d)|(?:僕|私|俺|わし|自分)より(?:も)?、?"
)
_POINTER: Final = re.compile(
    r"^(?:ああいう|そういう|こういう|そんな|こんな|あんな|あの|その|この)(?:方|人|ご家族|子|親|お客さん)(?:たち|々)?(?:が|は|に|を|も)(?=.{4})|^(?:あそこ|そこ|ここ|あれ|そっち|こっち)(?:は|って|が)、?"
)


_I_HOPE = re.compile(
    r"^(?:私|わたし|僕|俺|わし|自分)(?:たち|ども|ら)?(?:は|としては|的には)、?(?=.{6,}(?:たい|れば|たく|てほしい))"
)


def headed(piece: Piece) -> Piece:
    """Return the piece without what stands before its matter; 「それで」 and the like mark a way of coping."""
    text = re.sub(
        r"^\s*(?:[・●○■□◆◇※*\u2460-\u2473]+|[-–]\s|\(?\d{1,2}[).](?!\d)\s?)+\s*",
        "",
        piece.text.strip("、。 …"),
    )
    coping = bool(
        re.match(r"(?:でも、?)?(?:それで|仕方なく|しかたなく|しょうがなく|代わりに|かわりに|やむなく)", text)
    )
    text = _SELF_CORRECTION.sub("", re.sub(r"、(?:うわ[ーあ]?|いやー|あー|ああ)[^、]*$", "", text))
    before = None
    while before != text:
        before = text
        for pattern in (_FILLER, _JOINT, _LABEL, _SELF, _I_HOPE):
            text = pattern.sub("", text, count=1).lstrip("、。… ")
    blocker = _BLOCKER.match(text)
    if blocker:
        text = blocker["who"] + "が反対"
    done = piece.marked(text)
    return done.marked(text, "coping") if coping else done


def without_pointer(text: str) -> str:
    """Drop a pointing subject at the head (「ああいう方がひとりでも…」) where the rest stands alone."""
    return _POINTER.sub("", text, count=1)


def points_back(text: str) -> bool:
    """Whether a clause begins by pointing at something said before (その, それ, そこ ...)."""
    return bool(re.match(r"(?:その|それ|そこ|そう|これ|この|ここ|あの|あれ|あそこ|どれも|うち(?=\d))", text))
