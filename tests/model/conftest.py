"""The small real model behind the real protocol, where `make test-model` has prepared one."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.settings import ModelSettings

_CONTEXT = 8192


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelSettings]:
    """The settings of a served model; limits are short, since a model of this size says all it has at once."""
    folder = Path(os.environ.get("ADVISOR_MODEL_TEST_FOLDER", "") or tmp_path_factory.mktemp("model"))
    command = [os.environ["ADVISOR_MODEL_TEST_PYTHON"], str(Path(__file__).with_name("serve.py"))]
    with subprocess.Popen(
        [*command, str(folder), str(_CONTEXT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert address, "the model was not served"
        yield ModelSettings(
            name="gemma-3-270m", base_url=f"{address}/v1", first_seconds=20, idle_seconds=10, total_seconds=20
        )
        server.terminate()
