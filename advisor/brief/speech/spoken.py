"""The net under everything: does a text still sound spoken?"""

import re
from typing import Final

from advisor.brief.speech.quotes import without_quotes

_SPOKEN: Final = re.compile(
    r"(?P<ending>です|でした|でしょ|(?<!ま)ます(?!ま|く)|ました|ません|ましょ)"
    r"|(?P<particle>(?<=[いうくすつぬむるただのんかで])(?:よね|よなあ?|ねえ?|なあ|わね|わよ|ぞ|ぜ)(?=[、。]|$)|んだ(?=[、。よねわ]|$)|んや|のだよ|だよ|だね|かしら|かなあ?(?=[、。]|$)|っけ)"
    r"|(?P<short>ってる|ってて|(?<![立育捨当建充企隔慌果棄])てる(?![てる])|(?<![立育捨当建充企隔慌果棄])てた(?=[、。]|$)|(?<=[っいしんべえけせれめ来])とる(?=[、。のんわ]|$)|(?<=[っいしんべえけせれめ来])とった(?=[、。ん]|$)|ちゃ[うっ]|じゃ(?:な|あ|、)|りゃ|にゃあ?|なきゃ|っとら)"
    r"|(?P<joint>けど|けれど|(?<!と)って(?=[。]|$|いう|の|言|思|話)|みたい|とか(?=[、。]|$)|だし、)"
    r"|(?P<self>うちの|うちは|(?<![一-龥公])私(?![立営有費用道])|(?<![一-龥])僕|(?<![一-龥])俺|わし(?=[はがもの])|わたし|ぼく|おれ(?=[はがもの])|あたし|おたく)"
    r"|(?P<filler>えっと|えーと|えー|うーん|あのー|なんか(?=[、一-龥])|まあ、|めっちゃ|やっぱ|すごく|ちょっと|…|〜|w+$|[!?\uff01\uff1f])"
    r"|(?P<region>へん(?=[。、かのわ]|$)|やねん|やで(?=[。、]|$)|ねん(?=[。、]|$)|(?<=[てで])は(?:る|った)|あかん|(?<=[がもはでてばら])ええ(?![とー])|だべ|だっぺ|ばい(?=[。、]|$)|んだと(?=[。]|$)|やば|けへん|(?<=[るう])て言う|言うて|おっちゃん)"
    r"|(?P<polite>存じ|存ずる|いたす|いたし|拝察|ござい|させてもら|いただ|おっしゃ|いらっしゃ|お[一-龥]{1,2}[ぁ-ん]?に(?:なる|なっ|なら)|くださ|どなた)"
)


def spoken(text: str) -> tuple[str, ...]:
    """Return the spoken bits of a text outside 「」: fillers, polite and spoken endings, first person; empty for a paper."""
    return tuple(match.group() for match in _SPOKEN.finditer(without_quotes(text)))
