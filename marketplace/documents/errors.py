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


class FileUnreadable(Problem):
    """The file is broken, locked with a password or far too long; nobody could read it."""

    code = "document.file_unreadable"
    status = 422
    title = Text(zh="文件无法读取", en="The file cannot be read")
    detail = Text(
        zh="文件已损坏、设有密码或超过 500 页，未保存。请去掉密码或拆分后重新上传。",
        en="The file is broken, locked with a password or longer than 500 pages; nothing was kept. Unlock or split it, then try again.",
    )


class FileTypeRefused(Problem):
    """What the bytes are is not among the kinds of files that are taken."""

    code = "document.file_type_refused"
    status = 422
    title = Text(zh="不接受这种文件", en="This kind of file is not taken")
    detail = Text(
        zh="请上传 PDF、图片（PNG、JPEG）或不含宏的 Office 文件（.docx、.xlsx、.pptx）。类型按文件内容判断，改扩展名无效。",
        en="Upload a PDF, a picture (PNG, JPEG) or an Office file without macros (.docx, .xlsx, .pptx). The content decides, not the name.",
    )
