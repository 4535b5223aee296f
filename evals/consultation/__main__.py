"""`python -m evals.consultation [ID …]`: play the officials and print the conversations."""

import argparse
import itertools
from pathlib import Path

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build
from advisor.brief.markdown import markdown
from advisor.settings import Settings
from evals.consultation.officials import DATA, officials
from evals.consultation.play import page, play
from evals.memory import MemorySessions


def counted_advisor(vectors: bool = True) -> Advisor:
    """The embedded advisor with a fixed clock, counted ids and memory only: every run is the same."""
    ids = (f"consultation-{number:04d}" for number in itertools.count(1))
    return build(
        Settings(vectors=vectors, owner="eval"),
        sessions=MemorySessions(),
        clock=lambda: "2026-11-24T09:00:00+09:00",
        ids=lambda: next(ids),
    )


def main() -> None:
    """Play the named officials, or all of the file."""
    parser = argparse.ArgumentParser(prog="python -m evals.consultation", description=__doc__)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--file", type=Path, default=DATA)
    parser.add_argument("--brief", action="store_true", help="print the paper as well")
    parser.add_argument("--private", action="store_true", help="the copy for the author")
    parser.add_argument("--lexical", action="store_true", help="without vectors")
    parser.add_argument("--golden", type=Path, help="write one page an official into this folder")
    options = parser.parse_args()
    advisor = counted_advisor(not options.lexical)
    for official in officials(options.file):
        if options.ids and not any(official.id.startswith(each) for each in options.ids):
            continue
        transcript = play(advisor, official)
        if options.golden:
            (options.golden / f"{official.id}.md").write_text(page(transcript), encoding="utf-8")
            continue
        print(page(transcript))
        if options.brief:
            print(markdown(advisor.draft(transcript.session).brief, private=options.private))


if __name__ == "__main__":
    main()
