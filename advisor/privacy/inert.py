"""Makes markup and commands of a text harmless before it stands in a paper."""

import re
from typing import Final

_ADDRESS: Final = re.compile(
    r"(?:https?|ftp|javascript|data|file|vbscript):[^\s「」、。))\]]*", re.IGNORECASE
)
_MARKS: Final = str.maketrans(
    {"<": "<", ">": ">", "[": "[", "]": "]", "`": "‘", "|": "|", "{": "{", "}": "}"}
)
_COMMAND: Final = re.compile(
    r"指示[^。]{0,12}(?:無効|無視|忘れ|取り消)|(?:約束|ルール|決まり|設定|制約)(?:は|を)?[^。]{0,6}忘れ|プロンプト|システム(?:管理者|メッセージ|への連絡|に伝え)|SYSTEM\s*[::]|(?:AI|支援システム|チャットボット|アシスタント)(?:へ|に対|は)[^。]{0,12}(?:指示|連絡|命令|こと)|"
    r"(?:要約|返答|回答|出力|返事|文末|末尾|先頭|題名|推進役の欄|欄は)[^。]{0,24}(?:書き足せ|付し|と書[くけいき]|と記載|と表記|必ず含め|固定|を文末に|伝え、)|(?:必ず|今後すべて)[^。]{0,30}(?:と記載|と書く|と表記|含めること|回答すること)|"
    r"利用者には[^。]{0,30}と伝え|もっともらしい(?:数値|数字)で埋め|(?:ignore|disregard)\s+(?:all\s+)?(?:previous|prior)|\bappend\b.*\b(?:answer|reply|every)\b",
    re.IGNORECASE,
)


def inert(text: str) -> str:
    """Return the text with addresses named instead of shown, and marks of HTML, Markdown and tables made plain letters."""
    return _ADDRESS.sub("〔アドレス〕", text).translate(_MARKS)


def commands(text: str) -> bool:
    """Whether a sentence tells the program, rather than a reader, what to do."""
    return bool(_COMMAND.search(text))
