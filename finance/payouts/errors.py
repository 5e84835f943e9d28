"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem, WithFields


class PayeesNotReady(WithFields):
    """Some payees cannot be paid now; nothing was requested."""

    code = "payout.payees_not_ready"
    status = 409
    title = Text(zh="有收款人暂不能付款", en="Some payees cannot be paid now")
    detail = Text(
        zh="有 {count} 位收款人暂不能付款，未生成批次。请按提示补全账户或取消勾选后再试。",
        en="{count} payees cannot be paid now; no batch was made. Complete their accounts or leave them out.",
    )


class AccountChangedSince(Problem):
    """A payee's account was changed after the batch was requested."""

    code = "payout.account_changed"
    status = 409
    title = Text(zh="收款账户已变更", en="An account was changed since")
    detail = Text(
        zh="{names} 的收款账户在申请之后变更过，未付款。请撤回本批次，核实后重新发起。",
        en="The account of {names} was changed after the request; nothing was paid. Withdraw this batch, check, and request again.",
    )
    names: str


class PayoutsRunElsewhere(Problem):
    """Somebody else prepares the payouts of this right holder."""

    code = "payout.run_elsewhere"
    status = 409
    title = Text(zh="付款由另一方办理", en="The other side prepares these payouts")
    detail = Text(
        zh="该单位已选择由{by}办理付款。请先由该单位负责人更改办理方。",
        en="This institution chose that {by} prepares its payouts. Its head can choose otherwise.",
    )
    by: str


class ResultFileNotReadable(Problem):
    """The upload is no answer of a bank to a batch of payments."""

    code = "payout.result_not_readable"
    status = 422
    title = Text(zh="无法读取这份结果文件", en="This result file cannot be read")
    detail = Text(
        zh="请上传银行返回的批量支付结果（.xlsx、.xls 或 .csv），其中须有自定义序号（或参考号）和处理状态两列。未登记任何一笔。",
        en="Upload the bank's answer to the batch (.xlsx, .xls or .csv) with a column of our references (自定义序号) and one of states."
        " Nothing was recorded.",
    )


class ResultRowsWrong(WithFields):
    """Rows of a result file do not fit the batch; nothing was recorded."""

    code = "payout.result_rows_wrong"
    status = 422
    title = Text(zh="结果文件中有对不上的行", en="Some rows do not fit the batch")
    detail = Text(
        zh="有 {count} 处与本批次对不上，未登记任何一笔。请核对是否选错了文件，或按行号更正后重新上传。",
        en="{count} cells do not fit this batch; nothing was recorded. Check that it is the right file, or correct them by row.",
    )
