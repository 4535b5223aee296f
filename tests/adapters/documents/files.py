"""Files as officials have them, and as they should not be, made by hand."""

import io
import struct
import zipfile
from xml.sax.saxutils import escape

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, name: str = "word/document.xml", **more: str) -> bytes:
    """A Word file whose body is the given XML (prefix `w`)."""
    return zipped({name: f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>', **more})


def zipped(parts: dict[str, str]) -> bytes:
    """An archive of text parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def run(text: str, settings: str = "") -> str:
    """A run of letters."""
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{escape(text)}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def row(*cells: str) -> str:
    """A row of a table."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in cells) + "</w:tr>"


def pdf(*pages: str, encrypted: bool = False) -> bytes:
    """A PDF of pages with one line each, in a Japanese font that is named but not carried along."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UTF16-H/DescendantFonts["
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 0 1000 1000]"
        "/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>",
    ]
    for number, words in enumerate(pages):
        shown = f"BT /F1 12 Tf 50 700 Td <{words.encode('utf-16-be').hex()}> Tj ET" if words else ""
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
    return _joined(objects, encrypted)


def _joined(objects: list[str], encrypted: bool) -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{each}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    lock = (
        f"/ID[<{'0' * 32}><{'0' * 32}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'11' * 32}>/U<{'22' * 32}>>>"
        if encrypted
        else ""
    )
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{lock}>>\n"
    return body + f"{tail}startxref\n{len(body)}\n%%EOF".encode()


def lying(content: bytes, size: int) -> bytes:
    """An archive of one part whose directory says that it grows to `size` bytes."""
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + struct.pack("<I", size) + content[at + 28 :]
