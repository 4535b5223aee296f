"""Many calls at once do not disturb each other, certificates are checked, and a slow listener loses nothing."""

import shutil
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from advisor.adapters.endpoint.chat import EndpointChat
from advisor.patience.failures import ModelFailure
from advisor.patience.lines import Line
from tests.adapters.endpoint.conftest import Opened
from tests.fakes.endpoint import Exchange, ScriptedEndpoint, chunk, says, serving

WORDS = "月曜の朝に混むのですね。だれが、どれくらい待っていますか。"


def lines(text: str) -> tuple[Line, ...]:
    return (Line(speaker="user", text=text),)


def test_a_call_that_stalls_does_not_harm_those_beside_it(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    def act(exchange: Exchange) -> None:
        if exchange.body["messages"][0]["content"] == "止まる":
            exchange.head()
            exchange.event(chunk("月曜の"))
            exchange.wait()
        else:
            exchange.wait(0.1)
            says(WORDS)(exchange)

    def ask(text: str) -> str:
        try:
            return chat.say("writer", lines(text)).text
        except ModelFailure as error:
            return error.kind

    endpoint.plays(act)
    with ThreadPoolExecutor(6) as pool:
        said = list(pool.map(ask, ["止まる", "はい"] * 9))
    assert said == ["slow_idle", WORDS] * 9


def test_a_slow_listener_loses_nothing_of_an_answer_that_came_in_time(
    endpoint: ScriptedEndpoint, opens: Opened
) -> None:
    endpoint.plays(says(WORDS, size=10))
    said = []
    for text in opens(idle_seconds=0.2, total_seconds=1.0).stream("writer", lines("はい")):
        said.append(text)
        time.sleep(0.5)
    assert "".join(said) == WORDS


def _certificate(folder: Path) -> tuple[Path, Path]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here: certificates were NOT tried")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    return key, certificate


def test_an_office_certificate_is_trusted_where_it_is_named_and_nowhere_else(
    opens: Opened, tmp_path: Path
) -> None:
    key, certificate = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as office:
        office.plays(says(WORDS))
        assert opens(base_url=office.url, ca=certificate).say("writer", lines("はい")).text == WORDS
        with pytest.raises(ModelFailure) as caught:
            opens(base_url=office.url).say("writer", lines("はい"))
        assert caught.value.kind == "tls"
