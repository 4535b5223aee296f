"""The page as a program of its own; the literal object must stand in the file that is started."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from advisor.ui.door import Door
from advisor.ui.mishap import calmly
from advisor.ui.warm import warmed

app = st.App(
    Path(__file__).with_name("page.py"),
    middleware=[Middleware(Door)],
    on_script_error=calmly,
    lifespan=warmed,
)
