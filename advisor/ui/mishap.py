"""What is shown when the page itself fails: a calm sentence, never a trace."""

import logging

import streamlit as st

LOG = logging.getLogger("advisor.ui")


def calmly(error: Exception) -> bool:
    """Say what to do; the kind of error is logged, its words are not (they may hold what was typed)."""
    note(error)
    st.error("画面の表示でつまずきました。相談の記録は残っています。", icon=":material/error:")
    if st.button("画面を読み直す", key="mishap-reload"):
        st.rerun()
    return True


def note(error: Exception) -> None:
    """Log where an error arose without quoting it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "?"
    LOG.error("%s at %s", type(error).__name__, where)
