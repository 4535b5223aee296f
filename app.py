"""何したい: `streamlit run app.py` opens the page (as `make run` and `advisor serve` do)."""

import streamlit as st
from starlette.middleware import Middleware

from advisor.ui.door import Door
from advisor.ui.mishap import calmly
from advisor.ui.warm import warmed

app = st.App("advisor/ui/page.py", middleware=[Middleware(Door)], on_script_error=calmly, lifespan=warmed)
