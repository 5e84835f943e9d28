"""Refusals of the room."""

from typing import Any

from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan
from marketplace.core.problems import Problem, WithFields


class StatementNotReadable(Problem):
    """The upload is no bank statement that can be read."""

    code = "statement.not_readable"
    status = 422
    title = Text(zh="无法读取这份对账单", en="This statement cannot be read")
    detail = Text(
        zh="请上传银行导出的 .xlsx、.xls、.csv 流水（CSV 可用 UTF-8 或 GBK）或 CAMT.053 文件。没有找到这些内容：{missing}。",
        en="Upload your bank's .xlsx, .xls or .csv export (CSV in UTF-8 or GBK) or a CAMT.053 file. Not found: {missing}.",
    )
    missing: str


class StatementRowsWrong(WithFields):
    """Rows of a statement are wrong; nothing was imported."""

    code = "statement.rows_wrong"
    status = 422
    title = Text(zh="对账单中有错误的行", en="Some rows are wrong")
    detail = Text(
        zh="有 {count} 处需要更正，未导入任何一行。请按行号更正后重新上传。",
        en="{count} cells need correcting; no row was imported. Correct them by row number and upload again.",
    )


class StatementDoesNotAddUp(WithFields):
    """What the file states differs from what its lines come to: a line is missing, doubled or changed."""

    code = "statement.does_not_add_up"
    status = 422
    title = Text(zh="对账单的金额对不上", en="The statement does not add up")
    detail = Text(
        zh="文件写明 {stated_minor} 元，逐行计算为 {counted_minor} 元，未导入任何一行。请从网银重新导出全部收支，不要筛选、删行或改数。",
        en="The file states {stated_minor} yuan, its lines come to {counted_minor}; nothing was imported."
        " Export all lines again, unfiltered and unchanged.",
    )
    stated_minor: int
    counted_minor: int

    def words(self, locale: Locale) -> dict[str, Any]:  # noqa: ARG002 - amounts are written alike in both languages
        """Show fen as yuan."""
        return {"stated_minor": yuan(self.stated_minor), "counted_minor": yuan(self.counted_minor)}


class StatementOfOtherAccount(Problem):
    """The account of the file belongs to another organization here."""

    code = "statement.other_account"
    status = 409
    title = Text(zh="账号属于其他机构", en="The account belongs to somebody else")
    detail = Text(
        zh="文件中的账号 {account} 已由另一家机构导入过。请核对是否选错了文件。",
        en="Another organization has imported statements of account {account}. Check that this is the right file.",
    )
    account: str


class StatementInOtherFormat(Problem):
    """The same lines came before in another layout, whose line numbers differ: booking them again would count money twice."""

    code = "statement.in_other_format"
    status = 409
    title = Text(zh="这些流水已用另一种格式导入过", en="These lines came before in another format")
    detail = Text(
        zh="第 {row} 行与已从“{file_name}”导入的一笔相同，但两种文件的编号不同。请继续使用原来的格式导入，未作任何更改。",
        en="Row {row} is a line that was read from “{file_name}” in another format. Keep to that format; nothing was changed.",
    )
    row: int
    file_name: str


class LineAlreadyMatched(Problem):
    """Nothing of a receipt is left to place."""

    code = "bank_line.already_matched"
    status = 409
    title = Text(zh="这笔到账已认领", en="Matched before")
    detail = Text(
        zh="这笔到账已认领、退回或搁置，请刷新列表。",
        en="This receipt was matched, returned or set aside before; reload the list.",
    )


class MoreThanLeft(Problem):
    """The parts come to more than what is left of the receipt."""

    code = "bank_line.more_than_left"
    status = 409
    title = Text(zh="超过可认领的金额", en="More than is left")
    detail = Text(
        zh="这笔到账还可认领 {left_minor} 元，所填合计 {asked_minor} 元。请减少金额。",
        en="{left_minor} yuan of this receipt are left, but you placed {asked_minor}. Lower the amounts.",
    )
    left_minor: int
    asked_minor: int

    def words(self, locale: Locale) -> dict[str, Any]:  # noqa: ARG002 - amounts are written alike in both languages
        """Show fen as yuan."""
        return {"left_minor": yuan(self.left_minor), "asked_minor": yuan(self.asked_minor)}


class SecondPersonNeeded(Problem):
    """Whoever asked may not confirm as well."""

    code = "bank.second_person"
    status = 403
    title = Text(zh="须由另一人确认", en="Another person must confirm")
    detail = Text(
        zh="超过限额的认领和所有退款须由提出人之外的另一位同事确认。请通知有权限的同事。",
        en="Matches above the limit and every return need somebody other than the person who asked. Tell a colleague who may.",
    )


class MatchStands(Problem):
    """A match cannot be taken back any more; `why` is a stable code."""

    code = "bank_match.stands"
    status = 409
    title = Text(zh="这项认领不能撤销", en="This match stands")
    detail = Text(zh="{why}。未作任何更改。", en="{why}. Nothing was changed.")
    why: str

    def words(self, locale: Locale) -> dict[str, Any]:
        """Say the reason in the reader's language."""
        return {"why": _WHY[self.why].in_(locale)}


_WHY = {
    "split": Text(
        "这笔款已审批分配，请先在收益分配中处理",
        "The money was split and approved; deal with that split first",
    ),
    "completed": Text("合同已因付清办结", "The contract was completed by its payments"),
    "credit_used": Text(
        "多付的部分已用于其他账单或已退款", "What was over has been used for another bill or returned"
    ),
}


class CreditTooLow(Problem):
    """A payer's credit is smaller than what is asked of it."""

    code = "credit.too_low"
    status = 409
    title = Text(zh="预收款不足", en="Not enough credit")
    detail = Text(
        zh="可用预收款为 {left_minor} 元。请减少金额后重试。",
        en="The credit is {left_minor} yuan. Ask for less and try again.",
    )
    left_minor: int

    def words(self, locale: Locale) -> dict[str, Any]:  # noqa: ARG002 - amounts are written alike in both languages
        """Show fen as yuan."""
        return {"left_minor": yuan(self.left_minor)}
