"""Refusals people can act on: RFC 9457 problem details with a code, typed parameters and two languages.

A room declares its problems beside its service. Payload errors are 422 with one entry a field;
refusals of the business are 409; what may not be seen is 404; what may be seen but not done is 403.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any, ClassVar, dataclass_transform
from uuid import UUID

from marketplace.core.i18n import Locale, Text


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong field: a JSON pointer, a stable code, the sentence and its parameters."""

    pointer: str
    code: str
    message: Text
    params: dict[str, Any] = field(default_factory=dict)

    def body(self, locale: Locale) -> dict[str, Any]:
        """Return the entry of the `errors` array in a language."""
        return {
            "pointer": self.pointer,
            "code": self.code,
            "message": self.message.in_(locale, **self.params),
            "params": {key: _plain(value) for key, value in self.params.items()},
        }


@dataclass_transform(kw_only_default=True, eq_default=False)
class Problem(Exception):
    """Base of every refusal. Annotated fields of a subclass are its keyword parameters."""

    code: ClassVar[str]
    status: ClassVar[int]
    title: ClassVar[Text]
    detail: ClassVar[Text]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        dataclass(kw_only=True, eq=False, repr=False)(cls)

    def params(self) -> dict[str, Any]:
        """Return the typed parameters as plain JSON values."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self) if f.name != "errors"}  # type: ignore[arg-type]

    def field_errors(self) -> tuple[FieldError, ...]:
        """Return the wrong fields; empty unless the payload itself was refused."""
        return ()

    def words(self, locale: Locale) -> dict[str, Any]:  # noqa: ARG002  subclasses put codes into words
        """Return the parameters as the sentence shows them; a subclass may put a code into words."""
        return {name: getattr(self, name) for name in self.params()}

    def body(self, locale: Locale, request_id: str) -> dict[str, Any]:
        """Return the `application/problem+json` body in a language."""
        params = self.params()
        body: dict[str, Any] = {
            "type": f"/problems/{self.code}",
            "title": self.title.in_(locale),
            "detail": self.detail.in_(locale, **self.words(locale)),
            "status": self.status,
            "instance": request_id,
            "code": self.code,
            "params": params,
        }
        if errors := self.field_errors():
            body["errors"] = [error.body(locale) for error in errors]
        return body

    def __str__(self) -> str:
        return f"{self.code} {self.params()}"


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return asdict(value)
    return value


class NotFound(Problem):
    """The thing does not exist, or this reader may not know that it does: both look the same."""

    code = "not_found"
    status = 404
    title = Text(zh="没有找到", en="Not found")
    detail = Text(
        zh="没有这个{what}，或您无权查看。请检查网址，或换一个有权限的账号登录。",
        en="There is no such {what}, or you may not see it. Check the address or sign in with another account.",
    )
    what: str = "page"

    def words(self, locale: Locale) -> dict[str, Any]:
        """Name the thing in the reader's language."""
        return {"what": _THINGS.get(self.what, _THINGS["page"]).in_(locale)}


_THINGS = {
    "page": Text("页面", "page"),
    "application": Text("申请", "application"),
    "adjustment": Text("账单调整", "adjustment"),
    "tax invoice": Text("发票申请", "tax invoice"),
    "bank line": Text("银行流水", "bank line"),
    "calendar": Text("日历", "calendar"),
    "certificate": Text("证书", "certificate"),
    "claim": Text("代偿申请", "claim"),
    "commission": Text("佣金约定", "commission"),
    "consent": Text("授权", "consent"),
    "contract": Text("合同", "contract"),
    "cost": Text("成本", "cost"),
    "cover": Text("担保或保险", "cover"),
    "credit record": Text("信用记录", "credit record"),
    "data_access": Text("查看授权", "access"),
    "data_file": Text("文件", "file"),
    "data_room": Text("资料室", "data room"),
    "contract matter": Text("合同事项", "matter of a contract"),
    "deal": Text("申请", "application"),
    "default case": Text("违约事项", "default case"),
    "delivery": Text("投递", "delivery"),
    "setback": Text("搁置的事项", "record put aside"),
    "distribution": Text("分配", "distribution"),
    "document": Text("文件", "document"),
    "enquiry": Text("询问", "enquiry"),
    "file": Text("文件", "file"),
    "filing": Text("登记事项", "filing"),
    "funding request": Text("融资需求", "funding request"),
    "import": Text("导入", "import"),
    "instrument": Text("金融产品", "finance product"),
    "invoice": Text("账单", "invoice"),
    "ledger account": Text("账户", "ledger account"),
    "ledger transaction": Text("分录", "ledger transaction"),
    "check": Text("检查", "check"),
    "refund": Text("退款", "refund"),
    "payment dispute": Text("拒付争议", "payment dispute"),
    "claim against a payee": Text("追回款", "claim against a payee"),
    "listing": Text("成果", "result"),
    "result": Text("成果", "result"),
    "need": Text("需求", "need"),
    "payee": Text("收款人", "payee"),
    "payout": Text("付款批次", "payout batch"),
    "notice": Text("公示", "notice"),
    "notification": Text("通知", "notification"),
    "objection": Text("异议", "objection"),
    "organization": Text("机构", "organization"),
    "payment": Text("付款", "payment"),
    "payment link": Text("付款链接", "pay link"),
    "row": Text("行", "row"),
    "connected account": Text("支付机构账户", "account at the provider"),
    "transfer": Text("转付", "transfer"),
    "simulation": Text("费用试算", "cost simulation"),
    "month": Text("月份", "month"),
}


class SignInRequired(Problem):
    """The request needs a signed-in person."""

    code = "sign_in_required"
    status = 401
    title = Text(zh="请先登录", en="Please sign in")
    detail = Text(
        zh="您还没有登录，或登录已过期。请重新登录，已填写的内容会保留。",
        en="You are not signed in, or your session has ended. Sign in again; what you typed is kept.",
    )


class Forbidden(Problem):
    """The reader may see the thing but not do this with it; `reason` is a stable code."""

    code = "forbidden"
    status = 403
    title = Text(zh="没有权限", en="Not allowed")
    detail = Text(
        zh="您的账号没有这项权限（{reason}）。请联系本单位管理员。",
        en="Your account may not do this ({reason}). Ask your organization's administrator.",
    )
    reason: str

    def words(self, locale: Locale) -> dict[str, Any]:
        """Say the reason in the reader's language."""
        known = _REASONS.get(self.reason)
        return {"reason": known.in_(locale) if known else self.reason}


_REASONS = {
    "audit.read": Text("查看审计记录", "reading the audit trail"),
    "bank.import": Text("导入银行流水", "importing bank statements"),
    "bank.match": Text("确认到账", "matching receipts"),
    "contract.read": Text("查看合同", "reading contracts"),
    "accounts_are_owed": Text("账目应当提供，不能退回", "accounts are owed and cannot be refused"),
    "ledger.read": Text("查看账簿", "reading the books"),
    "health.read": Text("查看运行检查", "reading the checks"),
    "contract.rule": Text("登记裁决", "recording rulings"),
    "contract.sign": Text("签署合同", "signing contracts"),
    "cross_site_request": Text("请求来自其他网站", "the request came from another site"),
    "deal.answer": Text("办理申请", "answering applications"),
    "deal.apply": Text("提出申请", "applying"),
    "deal.read": Text("查看申请", "reading applications"),
    "deal.manage": Text("协助洽谈的技术经理人", "technology managers who help with a deal"),
    "default.rescind": Text("解除合同（部门负责人）", "rescinding contracts (the head of the office)"),
    "cost.record": Text("登记成本、发起重算", "recording costs and counting again"),
    "cover.register": Text("登记担保或保险", "registering covers"),
    "not_the_manager": Text("仅限受邀的技术经理人", "the invited technology manager only"),
    "not_the_payer": Text("仅限支付佣金的一方", "the side that pays the commission only"),
    "commission_agreed": Text("佣金已约定，不能再改", "the commission is agreed and stands"),
    "distribution.approve": Text("审批收益分配", "approving distributions"),
    "distribution.read": Text("查看收益分配", "reading distributions"),
    "document.read": Text("查看文件", "reading documents"),
    "funding.request": Text("提出融资需求", "requesting funding"),
    "inbox.replay": Text("重新投递", "replaying deliveries"),
    "income.declare": Text("申报收入", "declaring income"),
    "instrument.read": Text("查看金融产品", "reading finance products"),
    "instrument.write": Text("编写金融产品", "writing finance products"),
    "invoice.manage": Text("办理账单减免、核销与发票", "credit notes, write-offs and tax invoices"),
    "invoice.pay": Text("付款", "paying"),
    "invoice.read": Text("查看账单", "reading invoices"),
    "listing.approve": Text("审批成果", "approving results"),
    "listing.read_own": Text("查看本校成果", "reading the university's results"),
    "listing.write": Text("编写成果", "writing results"),
    "need.write": Text("发布需求", "publishing needs"),
    "not_a_firm": Text("仅限企业", "firms only"),
    "not_a_party": Text("仅限合同当事方", "parties of the contract only"),
    "not_a_provider": Text("仅限金融机构", "finance providers only"),
    "not_a_university": Text("仅限高校", "universities only"),
    "not_submitted": Text("申请尚未提交", "not submitted yet"),
    "not_the_other_side": Text("仅限对方答复", "the other side only"),
    "not_the_licensee": Text("仅限被许可方", "the licensee only"),
    "not_the_licensor": Text("仅限许可方", "the licensor only"),
    "not_your_organization": Text("不属于您的机构", "not your organization's"),
    "not_your_side": Text("由对方办理", "for the other side to do"),
    "organization.verify": Text("核验机构", "verifying organizations"),
    "organization.write": Text("修改机构资料", "editing the organization"),
    "four_eyes": Text("须由另一人办理", "a second person has to do it"),
    "payout.approve": Text("批准付款", "approving payouts"),
    "own_account_only": Text("收款账户只能由本人填写", "a person's account is set by herself"),
    "payout.run": Text("代办付款", "preparing payouts for others"),
    "payout.request": Text("发起付款", "requesting payouts"),
    "you_are_paid": Text("您是收款人，须由他人审批", "you are paid by it; somebody else approves"),
    "refund.request": Text("提出退款", "asking for refunds"),
    "refund.approve": Text("审批退款", "deciding refunds"),
    "dispute.write_off": Text("批准核销追回款", "writing claims off: the platform decides"),
    "pipeline.move": Text("推进项目", "moving projects"),
    "pipeline.read": Text("查看项目池", "reading the pipeline"),
    "month.close": Text("结账", "closing months"),
    "month.approve": Text("复核结账（部门负责人）", "approving closed months (the head of the office)"),
}


class StaleVersion(Problem):
    """Somebody else changed the row since it was read."""

    code = "stale_version"
    status = 412
    title = Text(zh="内容已被他人更新", en="Changed by somebody else")
    detail = Text(
        zh="您打开后，此内容已被更新（现为第 {current} 版）。请刷新核对后再保存。",
        en="This was changed after you opened it (now version {current}). Reload, check, and save again.",
    )
    current: int


class VersionRequired(Problem):
    """An edit must say which version it was made on, by If-Match."""

    code = "version_required"
    status = 428
    title = Text(zh="缺少版本号", en="Version missing")
    detail = Text(
        zh="保存时须以 If-Match 注明所依据的版本，例如 If-Match: 3。",
        en="Say which version you edited with If-Match, for example If-Match: 3.",
    )


class IllegalMove(Problem):
    """The state of a thing does not allow this step."""

    code = "illegal_move"
    status = 409
    title = Text(zh="当前状态不能进行此操作", en="Not possible in this state")
    detail = Text(
        zh="当前状态为“{state}”，不能执行“{move}”。请刷新页面查看最新状态。",
        en="The state is “{state}”, which does not allow “{move}”. Reload to see the latest state.",
    )
    state: str
    move: str


class WithFields(Problem):
    """Base of refusals that name several places at once: one entry a place, and their count in the sentence."""

    errors: tuple[FieldError, ...] = ()
    count: int = 0

    def __post_init__(self) -> None:
        self.count = self.count or len(self.errors)

    def field_errors(self) -> tuple[FieldError, ...]:
        """Return the places to put right."""
        return self.errors


class InvalidInput(WithFields):
    """The payload is wrong; each wrong field is named."""

    code = "invalid_input"
    status = 422
    title = Text(zh="填写的内容有误", en="Some of the input is wrong")
    detail = Text(
        zh="有 {count} 处需要更正，未作任何更改。",
        en="{count} entries need correcting; nothing was changed.",
    )


class TooLarge(Problem):
    """The body is larger than this endpoint takes."""

    code = "too_large"
    status = 413
    title = Text(zh="内容过大", en="Too large")
    detail = Text(
        zh="最多 {limit_mb} MB，请拆分后再上传。", en="At most {limit_mb} MB; split it and try again."
    )
    limit_mb: int


class TryLater(Problem):
    """A part of the product is not reachable for the moment; nothing was changed."""

    code = "try_later"
    status = 503
    title = Text(zh="暂时无法处理", en="Please try again shortly")
    detail = Text(
        zh="系统正在恢复，未作任何更改，请稍后重试。",
        en="The system is recovering; nothing was changed. Try again shortly.",
    )


class Internal(Problem):
    """A defect of ours. Says nothing but the request number."""

    code = "internal"
    status = 500
    title = Text(zh="系统出错了", en="Something went wrong")
    detail = Text(
        zh="这是我们的问题，已记录。请稍后重试，或把编号 {request} 告诉我们。",
        en="This is our fault and has been recorded. Try again, or tell us the number {request}.",
    )
    request: str
