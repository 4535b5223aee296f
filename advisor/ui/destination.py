"""Where the words of a consultation go, what that has cost, and the calm words for both."""

from decimal import Decimal

from advisor.patience.failures import WORDS
from advisor.patience.price import Cost, Spent
from advisor.values import Value

_GOES_ON = "内蔵の助言役で続けています。"


class Outside(Value):
    """The language model that words go to."""

    place: str
    """The endpoint as it may be shown: host, and port where it is not the usual one."""
    model: str
    """The names of the models, as the endpoint knows them."""
    search: str = ""
    """Where the words that are looked up go for their vectors, or ""."""
    here: bool = False
    """Whether the endpoint runs on this very machine."""
    resting: bool = False
    """Whether calls are spared just now, after several failures."""
    spending: Spent | None = None
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
    return _writing(outside) + (
        f"資料を探すため、伏せ字にした言葉を {outside.search} へ送ります。" if outside.search else ""
    )


def _writing(outside: Outside) -> str:
    if not outside.model:
        return ""
    if outside.here:
        return f"返事を整えるため、伏せ字にした文を、この機械で動く言語モデル({outside.model})へ渡します。"
    return f"返事を整えるため、伏せ字にした文を {outside.place} の言語モデル({outside.model})へ送ります。"


def state_words(outside: Outside) -> str:
    """Why the model does not serve just now, or "" where it does."""
    if outside.spent:
        return WORDS["spent"][0] + _GOES_ON
    return WORDS["resting"][0] + _GOES_ON if outside.resting else ""


def spending_words(spending: Spent) -> tuple[str, ...]:
    """One line a budget with its yen where a price is set, then how it was counted."""
    left = spending.left
    lines = [
        f"この相談: {cost_words(spending.session)}{_rest(left.session)}",
        f"あなたの今日: {cost_words(spending.user)}{_rest(left.user)}",
        f"全員の今日: {cost_words(spending.day)}{_rest(left.day)}",
    ]
    if spending.estimated:
        lines.append("「約」の付いた量は、接続先が数えなかった分を、文字数から見積もっています。")
    return tuple(lines)


def cost_words(cost: Cost) -> str:
    """Tokens, and yen where a price is set."""
    about = "約" if cost.usage.estimated else ""
    yen = "" if cost.yen is None else f"・{yen_words(cost.yen)}"
    return f"{about}{cost.usage.total:,}トークン{yen}"


def yen_words(yen: Decimal) -> str:
    """An amount of yen, whole from one yen up, and never as nothing where it is something."""
    if 0 < yen < 1:
        return "1円未満"
    return f"{round(yen):,}円ほど" if yen else "0円"


def _rest(left: int | None) -> str:
    return "" if left is None else f"(のこり {left:,})"
