"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class EvidenceTooLate(Problem):
    """The payer's bank takes evidence until its day, and then decides without."""

    code = "dispute.too_late"
    status = 409
    title = Text(zh="举证期限已过", en="Too late for evidence")
    detail = Text(
        zh="发卡行的举证期限已于 {on} 截止，不再接受证据。请等待裁决结果。",
        en="The payer's bank took evidence until {on} and takes none any more. Wait for its decision.",
    )
    on: date


class EvidenceTooLarge(Problem):
    """The provider takes so many bytes of papers for one dispute."""

    code = "dispute.evidence_too_large"
    status = 422
    title = Text(zh="证据文件过大", en="The papers are too large")
    detail = Text(
        zh="证据文件合计 {size_mb} MB，支付机构最多接受 {limit_mb} MB。请减少文件，或换用较小的文件；未提交任何内容。",
        en="The papers come to {size_mb} MB, and the provider takes {limit_mb} MB at most. Leave some out or use smaller ones; "
        "nothing was sent.",
    )
    size_mb: float
    limit_mb: float


class ContractPaperMissing(Problem):
    """A contract that was not signed here has no file to send."""

    code = "dispute.no_contract_file"
    status = 409
    title = Text(zh="没有合同文件", en="There is no file of the contract")
    detail = Text(
        zh="该合同没有可提交的合同文件，请取消勾选，或把合同扫描件作为使用证明上传。",
        en="There is no file of this contract to send. Leave it out, or upload a scan as the proof of use.",
    )


class OwnClaim(Problem):
    """Four eyes."""

    code = "dispute.own_claim"
    status = 409
    title = Text(zh="须由另一人批准", en="A second person decides")
    detail = Text(
        zh="这笔追回款的核销是您提出的，请由平台管理员中的另一人审批。",
        en="You asked to write this claim off. Another administrator of the platform decides it.",
    )
