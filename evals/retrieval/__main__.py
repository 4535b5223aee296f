"""`python -m evals.retrieval FILE.json …` measures on SQuAD-format files; `--library` on questions of our own."""

import argparse
import json
import sys
from pathlib import Path

from advisor.adapters.words import SudachiWords
from advisor.errors import AdvisorError
from evals.retrieval.bench import measured
from evals.retrieval.squad import read_task


def main(arguments: list[str] | None = None) -> int:
    """Print one JSON line a system and file; return 1 where a file could not be measured."""
    options = _options(arguments)
    words = SudachiWords()
    failed = False
    for path in options.files:
        try:
            for each in measured(read_task(path), words, options.halves):
                print(json.dumps(each, ensure_ascii=False), flush=True)
        except AdvisorError as error:
            sys.stderr.write(f"{error}\n")
            failed = True
    if options.library:
        from evals.retrieval.library import report

        for each in report(words):
            print(json.dumps(each, ensure_ascii=False), flush=True)
    return int(failed)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.retrieval", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.json", help="SQuAD-format files")
    parser.add_argument(
        "--halves", action="store_true", help="fit the weights on half of the articles, report both"
    )
    parser.add_argument(
        "--library", action="store_true", help="measure on the questions about the built-in corpus"
    )
    options = parser.parse_args(arguments)
    if not options.files and not options.library:
        parser.error("give SQuAD-format files, or --library")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
