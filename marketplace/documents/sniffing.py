"""What a file is, told from its bytes and never from its name; and a name that is safe to hand on."""

import io
import re
import unicodedata
import zipfile
from typing import Literal, NamedTuple

from marketplace.documents.errors import FileTypeRefused

NAME_LONGEST = 120
_OOXML = "application/vnd.openxmlformats-officedocument."
_OFFICE = {
    "word/": ("docx", _OOXML + "wordprocessingml.document"),
    "xl/": ("xlsx", _OOXML + "spreadsheetml.sheet"),
    "ppt/": ("pptx", _OOXML + "presentationml.presentation"),
}


class FileKind(NamedTuple):
    """Kind for the screen, extension and media type of a file."""

    kind: Literal["pdf", "image", "office"]
    extension: str
    media_type: str


def sniff(data: bytes) -> FileKind:
    """Return what the bytes are; raises `FileTypeRefused` for anything that is not taken, macros included."""
    if data[:5] == b"%PDF-":
        return FileKind("pdf", "pdf", "application/pdf")
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return FileKind("image", "png", "image/png")
    if data[:3] == b"\xff\xd8\xff":
        return FileKind("image", "jpg", "image/jpeg")
    if data[:4] == b"PK\x03\x04":
        return _office(data)
    raise FileTypeRefused


def _office(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise FileTypeRefused from None
    if "[Content_Types].xml" not in names or any("vbaproject" in name.lower() for name in names):
        raise FileTypeRefused
    for folder, (extension, media_type) in _OFFICE.items():
        if any(name.startswith(folder) for name in names):
            return FileKind("office", extension, media_type)
    raise FileTypeRefused


def clean_name(name: str, extension: str) -> str:
    """Return a name without folders, control and direction marks or characters that file systems refuse.

    The extension is the one that the content has: `合同.exe` holding a PDF becomes `合同.pdf`.
    """
    base = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    base = "".join(
        " " if c.isspace() else c for c in base if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    base = re.sub(r'[<>:"|?*\x00-\x1f]', "", base)
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", base)
    stem = re.sub(r"\s+", " ", stem).strip(" .")
    return f"{stem[: NAME_LONGEST - len(extension) - 1] or '文件'}.{extension}"
