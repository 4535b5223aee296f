"""A consultation as one file: whole, the same bytes for the same state, and taken in again only as it was handed."""

import csv
import io
import json
import warnings
import zipfile
from collections.abc import Mapping
from hashlib import sha256

import pytest

from advisor.adapters.markdown_file import MarkdownFile
from advisor.adapters.word_file import WordFile
from advisor.adapters.zip_archive import ZipArchive
from advisor.agent.advisor import Advisor
from advisor.agent.handover import EVENTS, MANIFEST, Handover
from advisor.brief.stored import reloaded
from advisor.brief.studio.deeds import Edit
from advisor.dialogue.events import EVENT
from advisor.errors import AdvisorError
from tests.fakes.advisors import beside

ARCHIVE = ZipArchive()


def desk(loaded: Advisor) -> tuple[Advisor, Handover]:
    """An advisor with consultations of its own, and who hands them over."""
    own = beside(loaded, exporters={"md": MarkdownFile(), "docx": WordFile()})
    taken = iter(f"taken-{at}" for at in range(9))
    return own, Handover(own, ARCHIVE, lambda: next(taken), "1.2.3", {"b.yaml": "2", "a.yaml": "1"})


def talked(own: Advisor) -> str:
    """A consultation with a mask, a document, an undo, an edit by hand, a header, a lock, a phase and a name."""
    id = own.begin().id
    own.say(id, "書類のために船に乗る日をなくしたいです。連絡は090-1234-5678へ。")
    own.say(id, "沖の3島に住む75歳以上の人です。241人です。", [("=メモ.txt", "窓口に延べ931件。")])
    own.say(id, "ちがう話をします。")
    own.undo(id)
    own.set_slot(id, "strengths", "=郵便局が3島とも残っている。<b>")
    own.lock_slot(id, "strengths")
    own.fill_header(id, "section", "市民課")
    own.correct_phase(id, 2)
    own.keep_inside(id, True)
    own.rename(id, "船の相談")
    studio = own.studio
    claim = studio.working(id).paper.brief.section("value").items[1].claims[0]
    deed = Edit(section="value", claim=claim.key, was=claim.text, text="=郵便局は3島とも開いている。")
    studio.edit(id, [deed], 0)
    studio.submit(id, 2, "部長説明")
    return id


@pytest.fixture(scope="module")
def handed(advisor: Advisor) -> tuple[Advisor, Handover, str, bytes]:
    own, handover = desk(advisor)
    id = talked(own)
    return own, handover, id, handover.hand(id)


def files_of(content: bytes) -> dict[str, bytes]:
    return ARCHIVE.unpack("a.zip", content)


def altered(content: bytes, change: Mapping[str, bytes | None], signed: bool = True) -> bytes:
    """The file with parts replaced or (None) left out; `signed`: with a manifest that fits."""
    files = {name: body for name, body in {**files_of(content), **change}.items() if body is not None}
    if signed:
        manifest = json.loads(files[MANIFEST])
        manifest["files"] = {
            name: sha256(body).hexdigest() for name, body in files.items() if name != MANIFEST
        }
        files[MANIFEST] = json.dumps(manifest).encode()
    return ARCHIVE.pack(files)


def test_it_comes_back_as_it_was_handed(
    advisor: Advisor, handed: tuple[Advisor, Handover, str, bytes]
) -> None:
    own, _, id, content = handed
    other, taking = desk(advisor)
    session = taking.take("a.zip", content)
    before = own.session(id)
    assert session.events == before.events
    assert (session.id, session.title, session.inside) == ("taken-0", "船の相談", True)
    day = before.events[-1].at[:10]
    assert other.draft(session.id, day).brief == own.draft(id, day).brief
    assert other.studio.versions(session.id) == own.studio.versions(id)
    assert other.consultations()[0].title == "船の相談"
    assert taking.hand(session.id) == content
    again = taking.take("a.zip", content)
    assert (again.id, len(other.consultations())) == ("taken-1", 2)


def test_the_same_state_is_the_same_bytes(handed: tuple[Advisor, Handover, str, bytes]) -> None:
    _, handover, id, content = handed
    assert handover.hand(id) == content


def test_everything_a_successor_needs_is_in_it(handed: tuple[Advisor, Handover, str, bytes]) -> None:
    own, _, id, content = handed
    files = files_of(content)
    assert set(files) == {
        "README.txt", "about.json", MANIFEST, EVENTS, "brief/brief.json", "brief/check.json", "brief/sentences.csv",
        "brief/企画書.docx", "brief/企画書.md", "brief/企画書_手元用.md", "sources/sources.md", "transcript/transcript.md",
        "transcript/worksheet.md", "versions/0001.json", "versions/0002.json", "versions/0003.json",
        "versions/versions.md",
    }  # fmt: skip
    assert "| 部長説明(提出版) |" in files["versions/versions.md"].decode()
    readme = files["README.txt"].decode()
    listed = [name for name in files if not name.startswith(("versions/", "README"))]
    assert all(name.rsplit("/")[-1].split("_")[0].split(".")[0] in readme for name in listed)
    brief = reloaded(files["brief/brief.json"].decode())
    assert brief == own.draft(id, own.session(id).events[-1].at[:10]).brief
    talk = files["transcript/transcript.md"].decode()
    assert "取り消した" in talk.split("ちがう話")[0]
    assert "- 渡した資料: =メモ.txt" in talk
    about = json.loads(files["about.json"])
    assert about["program"] == "1.2.3"
    assert list(about["shipped"].items()) == [("a.yaml", "1"), ("b.yaml", "2")]
    assert "<b>" not in files["transcript/worksheet.md"].decode()


def test_what_was_masked_stays_masked(handed: tuple[Advisor, Handover, str, bytes]) -> None:
    own, _, id, content = handed
    everything = b"".join(files_of(content).values())
    assert b"090-1234" not in everything
    assert own.owner.encode() not in everything or not own.owner
    assert id.encode() not in everything


def test_who_wrote_which_sentence_opens_in_a_spreadsheet(
    handed: tuple[Advisor, Handover, str, bytes],
) -> None:
    text = files_of(handed[3])["brief/sentences.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    brief = reloaded(files_of(handed[3])["brief/brief.json"].decode())
    apart = sum(len(brief.section(id).claims) for id in ("open", "record"))
    assert len(rows) == len(brief.claims) - apart
    strength = next(row for row in rows if "郵便局は3島とも" in row["文"])
    assert (strength["出どころ"], strength["言い回し"]) == ("職員の発言", "職員(紙の上で)")
    assert "郵便局が3島とも" in strength["元の文"]
    assert {"内蔵"} < {row["言い回し"] for row in rows}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def _event(content: bytes, at: int, **fields: object) -> bytes:
    """The events with fields of one of them changed."""
    lines = files_of(content)[EVENTS].splitlines()
    lines[at] = json.dumps({**json.loads(lines[at]), **fields}).encode()
    return b"\n".join(lines) + b"\n"


def refused(handover: Handover, content: bytes) -> AdvisorError:
    with pytest.raises(AdvisorError) as refusal:
        handover.take("a.zip", content)
    assert refusal.value.do
    return refusal.value


def test_what_is_not_as_it_was_handed_is_refused_and_nothing_is_stored(
    advisor: Advisor, handed: tuple[Advisor, Handover, str, bytes]
) -> None:
    own, handover = desk(advisor)
    content = handed[3]
    events = files_of(content)[EVENTS]
    lines = events.splitlines()
    manifest = json.loads(files_of(content)[MANIFEST])

    def said(change: Mapping[str, bytes | None], signed: bool = True) -> str:
        return refused(handover, altered(content, change, signed)).what

    assert "zipとして" in refused(handover, b"PK nothing").what
    assert "書き換わって" in said({"brief/企画書.md": b"x"}, signed=False)
    assert "目録と" in said({"more.txt": b"x"}, signed=False)
    assert "目録と" in said({"README.txt": None}, signed=False)
    assert "ではない" in said({MANIFEST: b"{}"}, signed=False)
    assert "ではない" in said({MANIFEST: b"[" * 100_000}, signed=False)
    assert "ではない" in said({MANIFEST: json.dumps({**manifest, "format": "x"}).encode()})
    assert "この版" in said({MANIFEST: json.dumps({**manifest, "version": 2}).encode()})
    for broken in (
        b"", b"{}", events + b"{}", _event(content, 0, more=1), _event(content, 1, kind="shell"),
        b"\n".join(lines[1:]), b"\n".join([*lines, lines[0]]), b"\n".join([lines[0], *lines[3:]]),
        b"\n".join([lines[0]] * 20_001), events.replace(b'"turn":1', b'"turn":"1;"'),
    ):  # fmt: skip
        assert "記録を読めません" in said({EVENTS: broken})
    assert said({EVENTS: None})
    second = files_of(content)["versions/0002.json"]
    for name, body in (
        ("0001", None),
        ("0002", b"{}"),
        ("0001", second),
        ("0003", second.replace(b'"parent":1', b'"parent":9')),
    ):
        assert "記録を読めません" in said({f"versions/{name}.json": body})
    assert own.consultations() == []


def test_an_archive_that_means_harm_is_refused() -> None:
    def packed(*names: str, body: bytes = b"x", **flags: int) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", flags.get("compression", zipfile.ZIP_DEFLATED)) as archive:
            for name in names:
                with warnings.catch_warnings(action="ignore"):
                    archive.writestr(name, body)
        return file.getvalue()

    bad = [
        packed("../a"), packed("/a"), packed("a/../../b"), packed("a\\..\\b"), packed("a", "a"), packed("C:a"),
        packed("./a"), packed("a", compression=zipfile.ZIP_BZIP2), packed("a", body=b"0" * (51 * 1024 * 1024)),
        packed(*map(str, range(2_001))), b"0" * (50 * 1024 * 1024 + 1), packed("a")[:-10],
    ]  # fmt: skip
    for content in bad:
        with pytest.raises(AdvisorError) as refusal:
            ARCHIVE.unpack("a.zip", content)
        assert refusal.value.do
    assert ARCHIVE.unpack("a.zip", packed("企画書/a.md")) == {"企画書/a.md": b"x"}


def test_a_taken_consultation_goes_on(advisor: Advisor, handed: tuple[Advisor, Handover, str, bytes]) -> None:
    own, handover = desk(advisor)
    session = handover.take("a.zip", handed[3])
    turn = own.say(session.id, "証明書を出させるのをやめます。")
    assert turn.number == 3
    assert [EVENT.dump_json(each) for each in own.session(session.id).events[: len(session.events)]] == [
        EVENT.dump_json(each) for each in session.events
    ]


def test_what_cannot_be_stored_leaves_nothing_behind(
    advisor: Advisor, handed: tuple[Advisor, Handover, str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    own, handover = desk(advisor)

    def full(*_: object, **__: object) -> int:
        raise AdvisorError("ディスクがいっぱいです", "", "空けてください")

    monkeypatch.setattr(own._sessions, "append", full)
    assert "いっぱい" in refused(handover, handed[3]).what
    assert own.consultations() == []
    with pytest.raises(AdvisorError):
        own.session("taken-0")
