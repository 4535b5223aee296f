"""Makes the vectors of the corpus anew: `python -m advisor.adapters.embedding`."""

import sys
from pathlib import Path

import numpy as np

from advisor.adapters.cards import read_cards, read_outside
from advisor.adapters.embedding.e5 import open_embedding
from advisor.adapters.embedding.stored import FOLDER, digest, load, save
from advisor.adapters.wishes import read_wishes, wish_digest
from advisor.errors import AdvisorError
from advisor.evidence.passages import passages_of
from advisor.resources import corpus_folder


def main() -> int:
    """Embed what has no vector yet, forget what is no longer there, and say how many texts there are."""
    try:
        rebuild()
    except AdvisorError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def rebuild() -> None:
    """Write `vectors/` in the corpus; vectors of unchanged texts are kept, byte for byte."""
    corpus = corpus_folder()
    passages = (passage for card in read_cards(corpus) for passage in passages_of(card))
    texts = [*(passage.search_text for passage in passages), *read_outside(corpus)]
    embedder = open_embedding()
    kept = _kept(corpus / FOLDER, embedder.name)
    vectors = {name: kept[name] for name in map(digest, texts) if name in kept}
    for text in texts:
        if digest(text) not in vectors:
            vectors[digest(text)] = np.array(embedder.embed_documents([text])[0], dtype=np.float32)
    for wish in read_wishes(corpus).texts:
        name = wish_digest(wish)
        vectors[name] = kept[name] if name in kept else np.array(embedder.embed_query(wish), dtype=np.float32)
    manifest = save(corpus / FOLDER, embedder.name, vectors)
    sys.stdout.write(
        f"{manifest.passages} texts, {len(vectors.keys() - kept.keys())} of them embedded anew\n"
    )


def _kept(folder: Path, embedder: str) -> dict[str, np.ndarray]:
    try:
        return dict(load(folder, embedder))
    except AdvisorError as error:
        sys.stderr.write(f"{error}\n")
        return {}


if __name__ == "__main__":
    raise SystemExit(main())
