"""Refusals of the room. None of them is ever told to somebody who may not know of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class ListingNotOffered(Problem):
    """Documents can be asked for only while the listing is on offer."""

    code = "dataroom.listing_not_open"
    status = 409
    title = Text(zh="该成果目前不接受申请", en="The listing takes no requests")
    detail = Text(
        zh="成果 {number} 已下架、成交或正在复核，申请没有发出。可以查看相近成果。",
        en="{number} is withdrawn, taken or being checked; nothing was sent. Look for similar results.",
    )
    number: str


class NothingToRead(Problem):
    """Access is offered only to an open room with documents in it."""

    code = "dataroom.nothing_to_read"
    status = 409
    title = Text(zh="资料室还没有开放", en="The data room is not open yet")
    detail = Text(
        zh="资料室未开放或还没有文件，未作任何更改。请先上传文件并开放资料室，再同意查看。",
        en="The room is closed or empty; nothing was changed. Upload files and open the room, then agree.",
    )


class UndertakingChanged(Problem):
    """The text is not the one that was shown."""

    code = "dataroom.undertaking_changed"
    status = 409
    title = Text(zh="承诺书与您看到的不一致", en="The undertaking differs from what you saw")
    detail = Text(
        zh="没有签署。请刷新页面，核对承诺书全文后再签署。",
        en="Nothing was signed. Reload, read the undertaking, then sign.",
    )
    current: str


class AccessNotActive(Problem):
    """The firm's access is not signed yet, has ended or was revoked."""

    code = "dataroom.access_not_active"
    status = 403
    title = Text(zh="现在不能查看", en="No access now")
    detail = Text(
        zh="查看授权尚未生效、已经到期或已被撤销，文件没有提供。可以在授权页查看原因，或重新申请。",
        en="The access is not signed yet, has ended or was revoked; no file was handed out. See the reason, or ask again.",
    )


class RoomClosed(Problem):
    """The university has closed the room."""

    code = "dataroom.closed"
    status = 403
    title = Text(zh="资料室已关闭", en="The data room is closed")
    detail = Text(
        zh="高校暂时关闭了资料室，文件没有提供。请与高校联系。",
        en="The university has closed the room for now; no file was handed out. Ask the university.",
    )


class NoView(Problem):
    """An Office file has no reader's copy; it can be downloaded."""

    code = "dataroom.no_view"
    status = 409
    title = Text(zh="此文件不能在线查看", en="This file has no view")
    detail = Text(zh="请下载后用办公软件打开；下载会被记录。", en="Download it; the download is recorded.")


class RoomFull(Problem):
    """A room holds only so many files."""

    code = "dataroom.full"
    status = 409
    title = Text(zh="文件数已达上限", en="The room is full")
    detail = Text(
        zh="一个资料室最多 {limit} 个文件，未保存。请先移除不用的文件。",
        en="A room holds at most {limit} files; nothing was kept. Remove some first.",
    )
    limit: int
