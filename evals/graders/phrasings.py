"""Every question that the advisor can ask, for a blind labelling: do its words ask for the slot they are tagged with?

`python -m evals.graders.phrasings --write` puts the words into `phrasings.jsonl`, in an order that tells nothing, and the
tags into `phrasings_key.jsonl`; a labeller fills `phrasings_labels.jsonl` from the words alone; without an option the
agreement is printed: of the labellers with the tags, and of our own lexicon (`heard`).
"""

import argparse
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from advisor.adapters.writer.phrasings import load, question_texts
from evals.consultation.officials import DATA
from evals.scenarios.heard import contradicts, heard

PROMPTS: Final = DATA.parents[2] / "prompts" / "replies"
WORDS: Final = DATA.with_name("phrasings.jsonl")
KEY: Final = DATA.with_name("phrasings_key.jsonl")
LABELS: Final = DATA.with_name("phrasings_labels.jsonl")

_FILLED: Final = {
    "地域": "町",
    "だれ": "「一人で暮らす方」",
    "願い": "「歩いて行ける町」",
    "技術": "「ドローン」",
}


class Agreement(NamedTuple):
    """How far labels and tags agree."""

    agreed: int
    total: int
    apart: tuple[tuple[str, str, str], ...]
    """Words, tag and label of each that differs."""

    @property
    def share(self) -> float:
        """agreed/total."""
        return self.agreed / self.total if self.total else 0.0


def phrasings(folder: Path = PROMPTS) -> tuple[tuple[str, str, str], ...]:
    """Id, words and tag of each question; the order follows a digest of the words and so tells nothing of the tag."""
    rows = {(_words(text), slot) for slot, text in question_texts(load(folder))}
    return tuple(
        (f"q{_digest(words)[:8]}", words, slot)
        for words, slot in sorted(rows, key=lambda row: _digest(row[0]))
    )


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _words(text: str) -> str:
    return re.sub(r"\{([^{}]*)\}", lambda match: _FILLED.get(match[1], "「…」"), text)


def write() -> None:
    """Write words and tags into their two files."""
    rows = phrasings()
    WORDS.write_text("".join(_line(id=id, text=words) for id, words, _ in rows), encoding="utf-8")
    KEY.write_text("".join(_line(id=id, asks=slot) for id, _, slot in rows), encoding="utf-8")


def _line(**fields: str) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file of lines; none where it is not there."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [json.loads(line) for line in text.splitlines()]


def agreement(labels: Sequence[dict[str, str]], key: Sequence[dict[str, str]]) -> Agreement:
    """Labels against tags; a label may name a second slot after 「/」, which counts as agreed, too."""
    words = {row["id"]: row["text"] for row in rows(WORDS)}
    tags = {row["id"]: row["asks"] for row in key}
    known = [row for row in labels if row["id"] in tags]
    apart = [row for row in known if tags[row["id"]] not in row["asks"].split("/")]
    told = tuple((words.get(row["id"], ""), tags[row["id"]], row["asks"]) for row in apart)
    return Agreement(len(known) - len(apart), len(known), told)


def main() -> None:
    """Write the files, or print the agreement."""
    parser = argparse.ArgumentParser(prog="python -m evals.graders.phrasings", description=__doc__)
    parser.add_argument("--write", action="store_true")
    if parser.parse_args().write:
        write()
        return
    found = agreement(rows(LABELS), rows(KEY))
    print(f"札と、言葉だけからの見立て: {found.agreed}/{found.total} = {found.share:.3f}")
    for words, tag, label in found.apart:
        print(f"    {tag} → {label}: {words}")
    listed = phrasings()
    told = [row for row in listed if heard(row[1]) is not None]
    wrong = [row for row in told if contradicts(row[1], row[2])]  # type: ignore[arg-type]
    print(f"言葉の表 (heard): {len(told)}/{len(listed)}を読めた。札とはっきり食い違うもの {len(wrong)}")
    for _, words, tag in wrong:
        print(f"    {tag} → {heard(words)}: {words}")


if __name__ == "__main__":
    main()
