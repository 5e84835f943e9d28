"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem, WithFields


class ListingIncomplete(WithFields):
    """A listing lacks something that buyers or the law need; each missing part is named."""

    code = "listing.incomplete"
    status = 409
    title = Text(zh="成果信息不完整", en="The listing is not complete")
    detail = Text(
        zh="还有 {count} 处需要补充，补齐后即可提交审批。",
        en="{count} parts are missing; fill them in, then submit.",
    )


class OwnSubmission(Problem):
    """Four eyes: who submitted may not approve."""

    code = "listing.own_submission"
    status = 409
    title = Text(zh="不能审批自己提交的成果", en="You submitted this yourself")
    detail = Text(
        zh="提交人和审批人须为不同的人，请由另一位负责人审批。", en="Somebody else must approve it."
    )


class NoticeStillRunning(Problem):
    """The price is still on public notice."""

    code = "listing.notice_still_running"
    status = 409
    title = Text(zh="公示还没有结束", en="The public notice is still running")
    detail = Text(
        zh="公示到 {ends_on} 结束，请在次日之后再发布（促进科技成果转化法第十八条）。",
        en="It ends on {ends_on}; publish after that day (Law on Promoting the Transformation of S&T Achievements, art. 18).",
    )
    ends_on: date


class NoticeNeeded(Problem):
    """An agreed price must be on notice before it is published."""

    code = "listing.notice_needed"
    status = 409
    title = Text(zh="协议定价须先公示", en="An agreed price needs public notice first")
    detail = Text(
        zh="定价方式为协议定价，须先公示 {days} 天（促进科技成果转化法第十八条）。请先开始公示。",
        en="The price was agreed, so it must be on notice for {days} days first (art. 18). Start the notice.",
    )
    days: int


class ObjectionOpen(Problem):
    """An objection has not been settled."""

    code = "listing.objection_open"
    status = 409
    title = Text(zh="有未处理的异议", en="An objection is open")
    detail = Text(
        zh="还有 {count} 条异议未处理，处理后公示继续。",
        en="{count} objections are open; settle them and the notice goes on.",
    )
    count: int


class RightLapsed(Problem):
    """A right behind the listing is no longer in force."""

    code = "listing.right_lapsed"
    status = 409
    title = Text(zh="权利已失效", en="A right has lapsed")
    detail = Text(
        zh="{number} 已于 {ended_on} 失效（专利法第四十二条、第四十四条）。请移除该权利，或改列为技术秘密。",
        en="{number} lapsed on {ended_on} (Patent Law, art. 42 and 44). Remove it, or list the result as know-how.",
    )
    number: str
    ended_on: date


class FileNotReadable(Problem):
    """The upload is not a spreadsheet that can be read."""

    code = "import.file_not_readable"
    status = 422
    title = Text(zh="无法读取这个文件", en="This file cannot be read")
    detail = Text(
        zh="请上传 .xlsx 或 .csv 文件（CSV 可用 UTF-8 或 GBK 编码）。旧的 .xls 请另存为 .xlsx。",
        en="Upload an .xlsx or .csv file (CSV in UTF-8 or GBK). Save an old .xls as .xlsx.",
    )


class HeadersNotFound(Problem):
    """The first row of the sheet lacks columns that are needed."""

    code = "import.headers_not_found"
    status = 422
    title = Text(zh="表头不符", en="The columns do not match")
    detail = Text(
        zh="第一行没有找到这些列：{missing}。请下载模板，或把列名改成模板中的写法。",
        en="The first row lacks these columns: {missing}. Use the template or rename your columns.",
    )
    missing: str


class MergedCells(Problem):
    """Merged cells hide which value belongs to which row."""

    code = "import.merged_cells"
    status = 422
    title = Text(zh="表中有合并单元格", en="The sheet has merged cells")
    detail = Text(
        zh="合并单元格 {ranges} 无法对应到行。请在表格软件中取消合并并逐行填写后再上传。",
        en="Merged cells {ranges} belong to no single row. Unmerge them, fill each row, and upload again.",
    )
    ranges: str


class TooManyRows(Problem):
    """A sheet may hold only so many rows."""

    code = "import.too_many_rows"
    status = 422
    title = Text(zh="行数过多", en="Too many rows")
    detail = Text(
        zh="一次最多导入 {limit} 行，请拆分文件。", en="At most {limit} rows at a time; split the file."
    )
    limit: int


class UndoTooLate(Problem):
    """An import can be undone for a day only."""

    code = "import.undo_too_late"
    status = 409
    title = Text(zh="已过撤销期限", en="Too late to undo")
    detail = Text(
        zh="导入后 {hours} 小时内可以整批撤销，现已超过。请逐项撤回。",
        en="An import can be undone for {hours} hours. Withdraw the drafts one by one.",
    )
    hours: int


class HoldersMustConsent(Problem):
    """An exclusive or sole licence of shared rights needs every co-owner (专利法 §14)."""

    code = "listing.holders_must_consent"
    status = 409
    title = Text(zh="共有人尚未同意", en="The co-owners have not consented")
    detail = Text(
        zh="独占、排他许可须经全部共有人同意（专利法第十四条）。尚待同意：{names}。未作任何更改；请对方在“共有成果”中确认条款，或改为普通许可。",
        en="An exclusive or sole licence needs every co-owner (Patent Law, art. 14). Still to consent: {names}; nothing was "
        "changed. Ask them to confirm the terms under “Shared rights”, or offer a non-exclusive licence.",
    )
    names: str


class HolderTermsChanged(Problem):
    """The terms to be consented to are not the ones the co-owner was shown."""

    code = "listing.holder_terms_changed"
    status = 409
    title = Text(zh="条款已变更", en="The terms have changed")
    detail = Text(
        zh="您看到的条款已被修改，未记录同意。请刷新后重新阅读。",
        en="The terms you saw were revised; no consent was recorded. Reload and read them again.",
    )
