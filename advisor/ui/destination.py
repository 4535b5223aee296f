"""Where the words of a consultation go, what that has cost, and the calm words for both."""

from advisor.patience.budget import Left
from advisor.patience.failures import WORDS
from advisor.patience.usage import Tokens
from advisor.values import Value

_GOES_ON = "内蔵の助言役で続けています。"


class Spending(Value):
    """Tokens that were used by the consultation, by its owner's day and by everybody's day, and what is left of each."""

    session: Tokens = 0
    user: Tokens = 0
    day: Tokens = 0
    left: Left
    yen: float | None = None
    """What the consultation has cost, or None where no price is set."""
    estimated: bool = False
    """Whether some of it was counted by letters, since the endpoint did not tell."""


class Outside(Value):
    """The language model that words go to."""

    place: str
    """The endpoint as it may be shown: host, and port where it is not the usual one."""
    model: str
    """The names of the models, as the endpoint knows them."""
    here: bool = False
    """Whether the endpoint runs on this very machine."""
    resting: bool = False
    """Whether calls are spared just now, after several failures."""
    spending: Spending | None = None
    """None before anything can have been used."""

    @property
    def spent(self) -> bool:
        """Whether nothing more may be used."""
        return self.spending is not None and self.spending.left.least == 0


def where_words(outside: Outside | None, inside: bool) -> str:
    """Where the words of a consultation go; `inside` is the official's choice that they go nowhere."""
    if outside is None:
        return "この機械の中だけで働いています。外へは何も送りません。"
    if inside:
        return "この相談の文は、どこへも送りません。切ると、ここまでのやりとりも送ることがあります。"
    if outside.here:
        return f"返事を整えるため、伏せ字にした文を、この機械で動く言語モデル({outside.model})へ渡します。"
    return f"返事を整えるため、伏せ字にした文を {outside.place} の言語モデル({outside.model})へ送ります。"


def state_words(outside: Outside) -> str:
    """Why the model does not serve just now, or "" where it does."""
    if outside.spent:
        return WORDS["spent"][0] + _GOES_ON
    return WORDS["resting"][0] + _GOES_ON if outside.resting else ""


def spending_words(spending: Spending) -> tuple[str, ...]:
    """One line a budget, then the yen where a price is set, then how it was counted."""
    about = "約" if spending.estimated else ""
    left = spending.left
    lines = [
        f"この相談: {about}{spending.session:,}トークン{_rest(left.session)}",
        f"あなたの今日: {about}{spending.user:,}トークン{_rest(left.user)}",
        f"全員の今日: {about}{spending.day:,}トークン{_rest(left.day)}",
    ]
    if spending.yen is not None:
        lines.append(f"この相談の費用の目安: {yen_words(spending.yen)}")
    if spending.estimated:
        lines.append("接続先が数えなかった分は、文字数から見積もっています。")
    return tuple(lines)


def yen_words(yen: float) -> str:
    """An amount of yen, whole from one yen up, and never as nothing where it is something."""
    if 0 < yen < 1:
        return "1円未満"
    return f"約{round(yen):,}円"


def _rest(left: int | None) -> str:
    return "" if left is None else f"(のこり {left:,})"
