"""One file for 情報公開 and for the successor: the paper, the talk, and who wrote what; and taking such a file in."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from pydantic import ValidationError

from advisor.agent.advisor import Advisor
from advisor.agent.drafting import Draft
from advisor.agent.keepsake import (
    about,
    checked,
    sentences,
    sources,
    transcript,
    version_list,
    worksheet,
)
from advisor.brief.stored import stored
from advisor.brief.studio.paper import Version
from advisor.dialogue.events import EVENT, Event, Started
from advisor.dialogue.session import Session
from advisor.errors import AdvisorError

FORMAT: Final = "nanishitai-handover"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
EVENTS: Final = "transcript/events.jsonl"
VERSIONS: Final = "versions/"
MOST_EVENTS: Final = 20_000
_README: Final = """何したい ― 引き継ぎと情報公開のための一式

この一式は、一つの相談と、そこからできた企画書を、あとの人が読めるようにまとめたものです。
個人の情報は、相談のときに伏せた形のまま入っています。もとの値はどこにもありません。

  brief/企画書.docx, 企画書.md   提出用の企画書
  brief/企画書_手元用.md          すべての文に出どころの印が付いたもの(そのまま公開しない)
  brief/brief.json               企画書のデータ
  brief/sentences.csv            どの文を、だれの、どの発言や資料から書いたか(表計算ソフトで開けます)
  brief/check.json               提出前の点検の結果
  transcript/transcript.md       相談のやりとり(取り消した発言も終わりにあります)
  transcript/worksheet.md        聞き取りシートと、以前の内容
  transcript/events.jsonl        相談の記録そのもの(この一式を取り込むときに読みます)
  sources/sources.md             引いた資料と、どこまで確かめたか
  versions/                      企画書の版。だれが、いつ、何を直したか(書き直したとき)
  about.json                     プログラムと、モデルへの頼みの文の版、使った言語モデル
  manifest.json                  すべてのファイルの SHA-256

公開するときは、手元用の企画書と transcript/ に、人についての発言が残っていないかを、人の目で確かめてください。
後任の方は、次のようにすると、続きから相談できます。

  advisor take この一式.zip
"""


class Archive(Protocol):
    """Packs files into one, and unpacks one that cannot be trusted."""

    def pack(self, files: Mapping[str, bytes]) -> bytes:
        """Return one file; the same bytes for the same files."""
        ...

    def unpack(self, name: str, content: bytes) -> Mapping[str, bytes]:
        """Return the files of the archive called `name`; AdvisorError where it is none, or not to be trusted."""
        ...


class Handover:
    """Hands consultations over, and takes them in under ids of their own."""

    def __init__(
        self,
        advisor: Advisor,
        archive: Archive,
        ids: Callable[[], str],
        program: str,
        shipped: Mapping[str, str],
    ) -> None:
        """`program` is the version of the program, `shipped` the digests of its prompts by their names."""
        self._advisor = advisor
        self._archive = archive
        self._ids = ids
        self._program = program
        self._shipped = shipped

    def hand(self, id: str) -> bytes:
        """Return everything about a consultation as one file; the same bytes as long as it does not change.

        The paper is dated with the day of the latest change. Raises AdvisorError for an unknown consultation.
        """
        session = self._advisor.session(id)
        files = self._files(session)
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "program": self._program,
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
        }
        return self._archive.pack({**files, MANIFEST: _json(manifest)})

    def _files(self, session: Session) -> dict[str, bytes]:
        kept = self._versions(session.id)
        day = max([each.at[:10] for each in (*session.events[-1:], *kept[-1:])], default="")
        draft = self._advisor.draft(session.id, day)
        texts = _texts(session, draft)
        papers = {
            f"brief/企画書.{format}": self._advisor.export(session.id, format, day=day)
            for format in ("docx", "md")
            if format in self._advisor.formats
        }
        if "md" in self._advisor.formats:
            papers["brief/企画書_手元用.md"] = self._advisor.export(session.id, "md", True, day)
        versions = {f"{VERSIONS}{each.number:04d}.json": _model(each) for each in kept}
        listed = {"versions/versions.md": version_list(kept).encode()} if kept else {}
        about_it = {"about.json": _json(about(session, self._program, self._shipped))}
        return {"README.txt": _README.encode(), **papers, **texts, **versions, **listed, **about_it}

    def _versions(self, id: str) -> list[Version]:
        studio = self._advisor.studio
        return [studio.version(id, each.number) for each in studio.versions(id)]

    def take(self, name: str, content: bytes) -> Session:
        """Take a handed file in as a new consultation; nothing that is there is touched.

        Raises AdvisorError, and stores nothing, where the file is damaged, altered, or of another kind.
        """
        files = self._archive.unpack(name, content)
        events, versions = read_events(name, files), read_versions(name, files)
        session = self._advisor.adopt(self._ids(), events)
        try:
            self._advisor.studio.adopt(session.id, versions)
        except AdvisorError:
            self._advisor.purge(session.id)
            raise
        return session


def read_events(name: str, files: Mapping[str, bytes]) -> tuple[Event, ...]:
    """Return the events of an unpacked file; AdvisorError where one file is not what the manifest says, or misread."""
    try:
        manifest = json.loads(files[MANIFEST])
        kind, version, listed = manifest["format"], manifest["version"], dict(manifest["files"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise _no_bundle(name) from error
    if kind != FORMAT:
        raise _no_bundle(name)
    if version != VERSION:
        raise AdvisorError(
            "この版の一式は読めません", str(version)[:20], "新しい版のプログラムで取り込んでください"
        )
    if {*listed, MANIFEST} != {*files}:
        raise AdvisorError("一式のファイルが、目録と合いません", name, "渡されたままの一式を使ってください")
    for each, digest in listed.items():
        if hashlib.sha256(files[each]).hexdigest() != digest:
            raise AdvisorError(
                "一式のファイルが書き換わっています", each, "渡されたままの一式を使ってください"
            )
    return _sound(name, files.get(EVENTS, b""))


def read_versions(name: str, files: Mapping[str, bytes]) -> tuple[Version, ...]:
    """Return the versions of an unpacked file, numbered from one; AdvisorError where one is missing or misread."""
    kept = sorted(each for each in files if each.startswith(VERSIONS) and each.endswith(".json"))
    try:
        versions = tuple(Version.model_validate_json(files[each]) for each in kept)
    except (ValidationError, ValueError) as error:
        raise _misread(name) from error
    for number, each in enumerate(versions, 1):
        earlier = (each.parent, each.restores, each.undoes)
        if each.number != number or any(one is not None and not 1 <= one < number for one in earlier):
            raise _misread(name)
    return versions


def _sound(name: str, content: bytes) -> tuple[Event, ...]:
    """The events, which must make a consultation: a start, then turns counted from one."""
    lines = content.splitlines()
    if not 1 <= len(lines) <= MOST_EVENTS:
        raise _misread(name)
    try:
        events = tuple(EVENT.validate_json(line, strict=False) for line in lines)
        session = Session(id="", events=events)
        numbers = [turn.number for turn in session.turns]
        _ = session.worksheet, session.title
    except (ValidationError, ValueError, TypeError, KeyError, IndexError) as error:
        raise _misread(name) from error
    if not isinstance(events[0], Started) or numbers != list(range(1, len(numbers) + 1)):
        raise _misread(name)
    if any(isinstance(each, Started) for each in events[1:]):
        raise _misread(name)
    return events


def _texts(session: Session, draft: Draft) -> dict[str, bytes]:
    events = b"".join(EVENT.dump_json(each) + b"\n" for each in session.events)
    return {
        "brief/brief.json": stored(draft.brief).encode(),
        "brief/sentences.csv": sentences(draft.brief, session).encode("utf-8-sig"),
        "brief/check.json": checked(draft.brief, draft.findings).encode(),
        "transcript/transcript.md": transcript(session).encode(),
        "transcript/worksheet.md": worksheet(session).encode(),
        EVENTS: events,
        "sources/sources.md": sources(draft.brief, session).encode(),
    }


def _model(version: Version) -> bytes:
    return version.model_dump_json().encode() + b"\n"


def _json(body: Mapping[str, Any]) -> bytes:
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _no_bundle(name: str) -> AdvisorError:
    return AdvisorError(
        "引き継ぎの一式ではないようです", name, "advisor handover で作ったzipを渡してください"
    )


def _misread(name: str) -> AdvisorError:
    return AdvisorError("一式の中の相談の記録を読めません", name, "渡されたままの一式を使ってください")
