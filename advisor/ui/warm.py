"""Gets the advisor ready while the first page is on its way."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st

from advisor.ui import desk
from advisor.ui.mishap import note


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncGenerator[None]:
    """Build the advisor beside the server's start (a lifespan of the page's app)."""
    Thread(target=_ready, name="warm", daemon=True).start()
    yield


def _ready() -> None:
    # There is no visitor yet, and Streamlit would say so in the log.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    try:
        desk.advisor()
    except Exception as error:  # the first visitor gets the same error with a calm notice
        note(error)
