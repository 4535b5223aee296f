"""What a model's endpoint can do, found out by asking it twice: the facts that `advisor doctor --endpoint` shows."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from pydantic import BaseModel

from advisor.adapters.endpoint.call import Monotonic
from advisor.adapters.endpoint.chat import EndpointChat
from advisor.adapters.fact import Fact
from advisor.patience.failures import ModelFailure, Unusable
from advisor.patience.limits import MODEL_ROLES, ModelRole
from advisor.patience.lines import Line, Way
from advisor.patience.usage import Usage
from advisor.settings import NOBODY, ModelSettings, here

_WORDS: Final = (
    Line(speaker="system", text="あなたは市役所の職員の相談相手です。日本語で短く答えます。"),
    Line(speaker="user", text="窓口で待つ時間を短くする工夫を、二つの文で書いてください。"),
)
_FORM: Final = (
    Line(speaker="system", text="発言を読み、決まった形で答えます。"),
    Line(
        speaker="user",
        text="発言「生成AIを入れたいです」は、技術から始まる(tech_first)か、願いから始まる(purpose_first)か。",
    ),
)
_ROOM: Final = 8000
"""Tokens below which a long message may not fit beside its prompt and its answer."""
_WAYS: Final[dict[Way, str]] = {
    "schema": "できます (JSONスキーマで)",
    "json": "できます (JSONモードで)",
    "fence": "できます (言葉で頼んで)",
}


class Start(BaseModel):
    """Where a message starts from."""

    start: Literal["tech_first", "purpose_first"]


class Heard(NamedTuple):
    """A streamed answer: its text, in how many pieces, and the seconds to the first and the last of them."""

    text: str
    pieces: int
    first: float
    total: float
    usage: Usage


def tried(settings: ModelSettings, chat: EndpointChat, monotonic: Monotonic) -> Iterator[Fact]:
    """Yield the facts as they are found, and no more once there is no answer; never raises for a fault."""
    yield place(settings)
    yield listed(settings, chat)
    yield from room(settings, chat)
    try:
        heard = _heard(chat, _player(settings, "writer"), monotonic)
    except ModelFailure as error:
        if error.kind == "foreign":
            yield Fact(name="返事", value="返ります", needed=True)
            yield Fact(
                name="日本語", value=error.what, ok=False, hint="日本語の得意なモデルを選んでください。"
            )
        else:
            yield _fault("返事", error, needed=True)
        if not isinstance(error, Unusable):
            return
    else:
        yield from _spoken(heard, chat.seat(_player(settings, "writer")).limits.first)
    yield form(chat, _player(settings, "reader"))


def place(settings: ModelSettings) -> Fact:
    """Which models are asked, and where."""
    models = _named(settings)
    open_road = settings.url.startswith("http:") and not here(settings.url)
    return Fact(
        name="言語モデル",
        value=f"{'、'.join(models)} ({settings.place})",
        ok=not open_road,
        hint="暗号化されない道(http)です。https の接続先を使ってください。" if open_road else "",
    )


def listed(settings: ModelSettings, chat: EndpointChat) -> Fact:
    """Whether the endpoint lists the models that are named; many list none, which is no fault."""
    wanted = _named(settings)
    try:
        names = chat.names()
    except ModelFailure as error:
        return Fact(name="モデルの一覧", value=f"得られませんでした ({error.what.rstrip('。')})")
    missing = [name for name in wanted if name not in names]
    if not missing or settings.api_version:
        return Fact(
            name="モデルの一覧", value=f"{len(names)}件" + ("" if missing else "。指定のモデルがあります")
        )
    return Fact(
        name="モデルの一覧",
        value=f"{len(names)}件。{'、'.join(missing)} は見当たりません",
        ok=False,
        hint=f"あるもの: {'、'.join(names[:5])}" if names else "",
    )


def room(settings: ModelSettings, chat: EndpointChat) -> Iterator[Fact]:
    """How many tokens a model takes at once, where the list of models has told."""
    told = chat.seat(_player(settings, "reader")).talker.rooms
    least = min((told[name] for name in _named(settings) if name in told), default=None)
    if least is not None:
        small = least < _ROOM
        hint = "発言や資料が長いと、渡しきれないことがあります。" if small else ""
        yield Fact(name="一度に渡せる量", value=f"{least}トークン", ok=not small, hint=hint)


def form(chat: EndpointChat, role: ModelRole) -> Fact:
    """Whether the model of a role fills a form, and how it has to be asked."""
    try:
        chat.fill(role, _FORM, Start)
    except ModelFailure as error:
        return _fault("決まった形の返事", error)
    return Fact(name="決まった形の返事", value=_WAYS[chat.seat(role).talker.way or "fence"])


def _named(settings: ModelSettings) -> tuple[str, ...]:
    """The models of all roles that are not left to the embedded players, each once."""
    names = dict.fromkeys(settings.model_for(role) for role in MODEL_ROLES)
    return tuple(name for name in names if name != NOBODY)


def _player(settings: ModelSettings, role: ModelRole) -> ModelRole:
    """The role itself, or another one where it is left to the embedded player."""
    return next((each for each in (role, *MODEL_ROLES) if settings.model_for(each) != NOBODY), role)


def _heard(chat: EndpointChat, role: ModelRole, monotonic: Monotonic) -> Heard:
    speech = chat.stream(role, _WORDS)
    began = monotonic()
    first, texts = 0.0, []
    for text in speech:
        first = first or monotonic() - began
        texts.append(text)
    return Heard("".join(texts), len(texts), first, monotonic() - began, speech.usage)


def _spoken(heard: Heard, limit: float) -> Iterator[Fact]:
    yield Fact(name="返事", value="返ります", needed=True)
    yield Fact(name="日本語", value="日本語で返ります")
    flows = heard.pieces > 1
    yield Fact(
        name="少しずつの返事",
        value=f"できます ({heard.pieces}回に分けて届きました)" if flows else "一度にまとめて届きます",
    )
    flowing = heard.total - heard.first if heard.pieces > 1 else heard.total
    rate = len(heard.text) / max(flowing, 0.001)
    late = heard.first > limit / 2
    yield Fact(
        name="速さ",
        value=f"はじめの文字まで {heard.first:.1f}秒 (待つのは {limit:.0f}秒まで)、毎秒 {rate:.0f}字",
        ok=not late,
        hint="時間切れになりやすい速さです。ADVISOR_MODEL_FIRST_SECONDS で待つ秒数を延ばせます。"
        if late
        else "",
    )
    counted = "こちらで見積もった数です" if heard.usage.estimated else "接続先が数えた数です"
    yield Fact(name="使った量", value=f"この返事で {heard.usage.total}トークン ({counted})")


def _fault(name: str, error: ModelFailure, needed: bool = False) -> Fact:
    detail = f" ({error.where})" if error.where else ""
    return Fact(name=name, value=f"{error.what}{detail}", ok=False, needed=needed, hint=error.do)
