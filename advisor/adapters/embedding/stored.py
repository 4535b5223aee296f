"""The vectors that ship with the corpus: one file of vectors, one manifest saying of what and by whom."""

import hashlib
import io
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from advisor.errors import AdvisorError
from advisor.evidence.passages import Passage
from advisor.values import Value

FOLDER = "vectors"
VECTORS = "vectors.npz"
MANIFEST = "manifest.json"
REBUILD = "`python -m advisor.adapters.embedding` で作り直してください。"

Vectors = Mapping[str, np.ndarray]
"""Vectors of float32 and length one (as near as float16 keeps it) by the digest of the text they stand for."""


class Manifest(Value):
    """What the stored vectors are: made by which model, of how many texts, in which bytes."""

    embedder: str
    dimensions: int
    passages: int
    sha256: str
    """Digest of the file of vectors."""


def digest(text: str) -> str:
    """The name under which a text's vector is kept."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def digests(passages: Iterable[Passage]) -> frozenset[str]:
    """The names of all vectors a corpus needs."""
    return frozenset(digest(passage.search_text) for passage in passages)


def save(folder: Path, embedder: str, vectors: Vectors) -> Manifest:
    """Write vectors (as float16, in the order of their names) and manifest; equal vectors give equal bytes."""
    names = sorted(vectors)
    table = np.array([vectors[name] for name in names], dtype=np.float16)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, names=np.array(names, dtype="S64"), vectors=table)
    manifest = Manifest(
        embedder=embedder,
        dimensions=table.shape[1],
        passages=len(names),
        sha256=hashlib.sha256(buffer.getvalue()).hexdigest(),
    )
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / VECTORS, buffer.getvalue())
    _replace(folder / MANIFEST, (manifest.model_dump_json(indent=2) + "\n").encode())
    return manifest


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that it is the old or the new one at any time, never a part of either."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def load(folder: Path, embedder: str) -> Vectors:
    """Return the stored vectors of `embedder`; none where there is no file; raise AdvisorError where it is damaged."""
    if not (folder / MANIFEST).exists():
        return {}
    manifest = read_manifest(folder)
    if manifest.embedder != embedder:
        return {}
    content = _content(folder, manifest)
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        names = [name.decode() for name in stored["names"].tolist()]
        table = stored["vectors"].astype(np.float32)
    return dict(zip(names, table, strict=True))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest; raise AdvisorError naming the file where it cannot be read."""
    try:
        return Manifest.model_validate(json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise AdvisorError("ベクトルの目録を読めません。", str(folder / MANIFEST), REBUILD) from error


def _content(folder: Path, manifest: Manifest) -> bytes:
    try:
        content = (folder / VECTORS).read_bytes()
    except OSError as error:
        raise AdvisorError("ベクトルのファイルを読めません。", str(folder / VECTORS), REBUILD) from error
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise AdvisorError("ベクトルのファイルが目録と合いません。", str(folder / VECTORS), REBUILD)
    return content
