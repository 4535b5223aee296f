"""What else may leave this machine, and only where it is set up: vectors of an endpoint, and telemetry."""

from collections.abc import Callable, Iterator
from pathlib import Path

from advisor.adapters.embedding.stored import MANIFEST, read_manifest
from advisor.adapters.fact import Fact
from advisor.errors import AdvisorError
from advisor.patience.failures import ModelFailure
from advisor.settings import ModelSettings, embedding_settings, telemetry_settings
from advisor.settings.chosen import chosen_model

KEPT = "endpoint-vectors"
"""The folder of an endpoint's vectors in the data folder."""
TELEMETRY = "計測の送り先"
_NAME = "検索のベクトル"
_TEXT = "窓口で待つ時間を短くしたい"


def embedding(data: Path) -> Iterator[Fact]:
    """Where queries are sent for their vectors, and whether the passages' are kept; nothing where none is named."""
    try:
        settings = embedding_settings()
        if not settings.name:
            return
        place = settings.endpoint(chosen_model(data).settings()).place
    except AdvisorError as error:
        yield _wrong(_NAME, error)
        return
    yield Fact(
        name=_NAME,
        value=f"{settings.name} ({place})。探す言葉をここへ送ります。資料のベクトルは{_kept(data / KEPT)}",
    )


def tried_embedding(chat: ModelSettings, monotonic: Callable[[], float]) -> Iterator[Fact]:
    """Ask for one vector where a model for them is named; the sentence is a fixed one."""
    settings = embedding_settings()
    if not settings.name:
        return
    from advisor.adapters.embedding.endpoint import EndpointEmbeddings

    began = monotonic()
    try:
        found = EndpointEmbeddings(settings, chat, monotonic).query(_TEXT, settings.seconds)
    except ModelFailure as error:
        detail = f" ({error.where})" if error.where else ""
        hint = "検索は、この機械の中のベクトルと言葉で続けられます。"
        yield Fact(name=_NAME, value=f"{error.what}{detail}", ok=False, hint=f"{error.do}{hint}")
        return
    seconds = monotonic() - began
    yield Fact(
        name=_NAME,
        value=f"できます ({settings.name}、{found.rows.shape[1]}次元、{seconds:.1f}秒。待つのは {settings.seconds:.0f}秒まで)",
    )


def telemetry() -> Iterator[Fact]:
    """Where spans are sent, and whether words go with them; nothing while it is off."""
    try:
        settings = telemetry_settings()
    except AdvisorError as error:
        yield _wrong(TELEMETRY, error)
        return
    if settings.on:
        words = "伏せ字にした発言と返事も送ります" if settings.content else "発言や返事の言葉は送りません"
        yield Fact(name=TELEMETRY, value=f"{settings.place} ({settings.protocol})。{words}")


def _kept(folder: Path) -> str:
    if not (folder / MANIFEST).exists():
        return "まだありません。はじめの相談のとき、裏で作ります"
    try:
        return f"{read_manifest(folder).passages}件あります"
    except AdvisorError:
        return "壊れています。次の相談のとき、裏で作り直します"


def _wrong(name: str, error: AdvisorError) -> Fact:
    return Fact(name=name, value=f"{error.what} {error.where}", ok=False, hint=error.do)
