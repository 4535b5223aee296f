"""One tokenizer serves many consultations at once."""

from concurrent.futures import ThreadPoolExecutor

from advisor.adapters.words import SudachiWords


def test_threads_share_one_tokenizer() -> None:
    words = SudachiWords()
    texts = [f"{number}人の職員が、島の郵便局まで証明書を取りに行きます。" * 15 for number in range(400)]
    with ThreadPoolExecutor(8) as pool:
        shared = list(pool.map(words, texts))
    alone = SudachiWords()
    assert [[word.surface for word in each] for each in shared] == [
        [word.surface for word in alone(text)] for text in texts
    ]


def test_pieces_of_a_long_text_keep_their_places() -> None:
    text = "証明書を取りに行く。" * 3_000
    words = SudachiWords()(text)
    assert all(text[word.start : word.end] == word.surface for word in words)
