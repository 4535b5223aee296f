"""Rewrites the table of libraries in THIRD_PARTY.md from what is installed: `python -m evals.licences THIRD_PARTY.md`."""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START, END = "<!-- libraries -->", "<!-- end of libraries -->"
LONGEST = 60


def main() -> None:
    """Replace what stands between the marks of the file that is named."""
    target = Path(sys.argv[1])
    before, _, rest = target.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    target.write_text(f"{before}{START}\n{table()}\n{END}{after}", encoding="utf-8")


def table() -> str:
    """The pinned libraries with version and licence, as a Markdown table; those for other systems say so."""
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
    names = dict.fromkeys(name for name, _ in pins)
    versions = {name: " / ".join(version for other, version in pins if other == name) for name in names}
    rows = [f"| {name} | {versions[name]} | {licence(name)} |" for name in names]
    return "\n".join(["| ライブラリ | 版 | ライセンス |", "| --- | --- | --- |", *rows])


def licence(name: str) -> str:
    """What the installed package says of its licence."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return "(この環境には入らないもの。配布元の表示による)"
    return _expression(found) or _classified(found) or _first_line(found) or "(配布元の表示による)"


def _expression(found: Distribution) -> str:
    return str(found.metadata.json.get("license_expression") or "")


def _classified(found: Distribution) -> str:
    classifiers = found.metadata.get_all("Classifier") or []
    named = [each.split(" :: ")[-1] for each in classifiers if each.startswith("License ::")]
    return " / ".join(each for each in named if each != "OSI Approved")


def _first_line(found: Distribution) -> str:
    text = str(found.metadata.json.get("license") or "").strip()
    return text.splitlines()[0] if text and len(text.splitlines()[0]) <= LONGEST else ""


if __name__ == "__main__":
    main()
