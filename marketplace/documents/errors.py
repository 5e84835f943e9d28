"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class FileDamaged(Problem):
    """The bytes on disk are missing or no longer have their hash."""

    code = "document.file_damaged"
    status = 409
    title = Text(zh="文件已损坏", en="The file is damaged")
    detail = Text(
        zh="存储的文件与登记的 SHA-256 {sha256} 不符，未作任何更改。请联系平台管理员从备份恢复。",
        en="The stored file does not match its recorded SHA-256 {sha256}; nothing was changed. Ask for it to be restored.",
    )
    sha256: str
