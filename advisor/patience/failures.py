"""What can go wrong with a language model, in a few classes, each kind with calm words for it."""

from typing import Final, Literal

from advisor.errors import AdvisorError
from advisor.patience.usage import Usage

Kind = Literal[
    "refused", "dns", "tls", "slow_connect",
    "unauthorised", "forbidden", "missing", "rejected",
    "limited", "down", "slow_first", "slow_idle", "slow_total",
    "cut", "garbled", "huge",
    "filtered", "too_long", "empty", "truncated", "repeating", "foreign", "tools", "no_json",
    "resting", "spent", "stopped",
]  # fmt: skip


class ModelFailure(AdvisorError):
    """A model gave nothing that can be used; the embedded advisor goes on without it.

    `kind` names the fault, `retry_after` is in seconds where the endpoint asked for a pause, `partial` is the text
    that had come (never part of the message), and `usage` what the call has cost all the same.
    """

    def __init__(
        self,
        kind: Kind,
        detail: str = "",
        *,
        retry_after: float | None = None,
        partial: str = "",
        usage: Usage | None = None,
    ) -> None:
        what, do = WORDS[kind]
        super().__init__(what, detail, do)
        self.kind: Kind = kind
        self.retry_after = retry_after
        self.partial = partial
        self.usage = usage


class Unreachable(ModelFailure):
    """No connection was made: refused, no such name, no trust, no answer to the knock."""


class Denied(ModelFailure):
    """The endpoint will not serve this request however often it is asked: 401, 403, 404 and other 4xx."""


class Busy(ModelFailure):
    """The endpoint asks for a pause (429)."""


class Down(ModelFailure):
    """The endpoint itself is broken (5xx, or an error in the middle of a stream)."""


class Slow(ModelFailure):
    """A limit of time was reached: first words, a gap between words, or the whole."""


class Broken(ModelFailure):
    """What came over the wire was no whole answer: cut, not the protocol, or too large."""


class Unusable(ModelFailure):
    """A whole answer came, and it cannot be used: filtered, empty, cut short, looping, foreign, no JSON."""


class Held(ModelFailure):
    """Nothing was sent, or it was stopped, by our own rules: a rest, a spent budget, a stop."""


_GO_ON: Final = "そのまま続けられます。内蔵の助言役が引き継ぎます。"
_ADMIN: Final = "設定した人に、この一行を伝えてください。内蔵の助言役で続けられます。"
_WAIT: Final = "しばらくすると、自動で元に戻ります。内蔵の助言役で続けられます。"

WORDS: Final[dict[Kind, tuple[str, str]]] = {
    "refused": ("言語モデルの接続先につながりませんでした。", "接続先が動いているか、アドレスを確かめてください。"),
    "dns": ("言語モデルの接続先の名前が見つかりませんでした。", "アドレスの綴りと、庁内の名前解決を確かめてください。"),
    "tls": (
        "言語モデルの接続先の証明書を確かめられませんでした。",
        "庁内の証明書があるときは、ADVISOR_MODEL_CA でその場所を指定してください。",
    ),
    "slow_connect": ("言語モデルの接続先が応じませんでした。", "アドレスと、中継(プロキシ)の設定を確かめてください。"),
    "unauthorised": ("言語モデルの接続先が、鍵を受け付けませんでした。", "鍵(ADVISOR_MODEL_API_KEY)を確かめてください。"),
    "forbidden": ("言語モデルの接続先が、利用を許しませんでした。", "鍵の権限と、利用できるモデルを確かめてください。"),
    "missing": (
        "言語モデルの接続先に、指定のモデルか窓口がありませんでした。",
        "モデルの名(ADVISOR_MODEL)とアドレスの終わり(多くは /v1)を確かめてください。",
    ),
    "rejected": ("言語モデルの接続先が、頼み方を受け付けませんでした。", _ADMIN),
    "limited": ("言語モデルの接続先が混み合っています。", _WAIT),
    "down": ("言語モデルの接続先で、不具合が起きています。", _WAIT),
    "slow_first": ("言語モデルの返事が、時間までに始まりませんでした。", _GO_ON),
    "slow_idle": ("言語モデルの返事が、途中で止まりました。", _GO_ON),
    "slow_total": ("言語モデルの返事が、時間までに終わりませんでした。", _GO_ON),
    "cut": ("言語モデルの返事が、途中で切れました。", _GO_ON),
    "garbled": (
        "接続先から、言語モデルの返事ではないものが届きました。",
        "アドレスが、ログイン画面や別の窓口を指していないか確かめてください。",
    ),
    "huge": ("接続先から、大きすぎる返事が届きました。", _GO_ON),
    "filtered": ("言語モデルの接続先のふるい(内容フィルター)で、返事が止められました。", _GO_ON),
    "too_long": ("言語モデルに渡す文が、長すぎました。", _GO_ON),
    "empty": ("言語モデルの返事が空でした。", _GO_ON),
    "truncated": ("言語モデルの返事が、長さの上限で途切れました。", _GO_ON),
    "repeating": ("言語モデルが、同じ言葉をくり返しました。", _GO_ON),
    "foreign": ("言語モデルの返事が、日本語ではありませんでした。", _GO_ON),
    "tools": ("言語モデルが、頼んでいない道具を使おうとしました。", _GO_ON),
    "no_json": ("言語モデルの返事が、決めた形になりませんでした。", _GO_ON),
    "resting": ("言語モデルの不調が続いたため、しばらく休ませています。", _WAIT),
    "spent": ("言語モデルに使える量の上限に達しました。", _GO_ON),
    "stopped": ("言語モデルの返事を、途中で止めました。", _GO_ON),
}  # fmt: skip
"""For every kind: what happened, and what to do."""

_CLASSES: Final[tuple[tuple[type[ModelFailure], tuple[Kind, ...]], ...]] = (
    (Unreachable, ("refused", "dns", "tls", "slow_connect")),
    (Denied, ("unauthorised", "forbidden", "missing", "rejected")),
    (Busy, ("limited",)),
    (Down, ("down",)),
    (Slow, ("slow_first", "slow_idle", "slow_total")),
    (Broken, ("cut", "garbled", "huge")),
    (Unusable, ("filtered", "too_long", "empty", "truncated", "repeating", "foreign", "tools", "no_json")),
    (Held, ("resting", "spent", "stopped")),
)
CLASSES: Final[dict[Kind, type[ModelFailure]]] = {kind: cls for cls, kinds in _CLASSES for kind in kinds}
"""The class of every kind."""


def failure(
    kind: Kind,
    detail: str = "",
    *,
    retry_after: float | None = None,
    partial: str = "",
    usage: Usage | None = None,
) -> ModelFailure:
    """Return the failure of a kind; `detail` is technical, short and free of keys and of what was said."""
    return CLASSES[kind](kind, detail, retry_after=retry_after, partial=partial, usage=usage)
