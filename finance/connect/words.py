"""The provider's words in ours: what it still wants of an account, and why it did not do something."""

import re
from collections.abc import Mapping
from typing import Final

from marketplace.core.i18n import Locale, Text

_WANTED: Final[Mapping[str, Text]] = {
    "business_profile": Text("单位简介与网址", "profile and website of the institution"),
    "company.tax_id": Text("单位登记号或税号", "registration or tax number"),
    "company.verification": Text("单位证明文件", "documents of the institution"),
    "company.address": Text("单位地址", "address of the institution"),
    "company.directors_provided": Text("负责人名单", "list of directors"),
    "company.executives_provided": Text("负责人名单", "list of executives"),
    "company.owners_provided": Text("受益所有人名单", "list of owners"),
    "company": Text("单位名称与登记信息", "name and registration of the institution"),
    "representative.verification": Text("经办代表的身份证件", "identity document of the representative"),
    "representative": Text("经办代表的姓名与联系方式", "name and contact of the representative"),
    "person": Text("负责人或受益人的信息", "details of a director or owner"),
    "external_account": Text("学校自己的银行账户", "the university's own bank account"),
    "tos_acceptance": Text("同意支付机构的服务条款", "acceptance of the provider's terms"),
}
"""By the beginning of the provider's word; the longest that fits counts."""

_REFUSAL: Final = re.compile(r"\w+: (\w+)")
_WHY: Final[Mapping[str, Text]] = {
    "balance_insufficient": Text("余额不足", "the balance is too small"),
    "settling": Text("所收款项尚未结算", "what was collected is not settled yet"),
    "insufficient_capabilities_for_transfer": Text(
        "收款账户被支付机构停用", "the account may not take transfers"
    ),
    "account_closed": Text("银行账户已销户", "the bank account is closed"),
    "account_frozen": Text("银行账户被冻结", "the bank account is frozen"),
    "no_account": Text("银行账户不存在", "there is no such bank account"),
    "invalid_account_number": Text("银行账号有误", "the bank account number is wrong"),
    "incorrect_account_holder_name": Text("银行户名不符", "the name of the bank account differs"),
    "requirements.past_due": Text("要求的资料尚未交齐", "not all that is wanted was given"),
    "requirements.pending_verification": Text("资料审核中", "being checked"),
    "rejected": Text("支付机构拒绝了这个账户", "the provider rejected the account"),
    "unresolved": Text("支付机构处查不到，须人工处理", "not found at the provider: a person decides"),
}


def wanted(names: list[str], locale: Locale) -> list[str]:
    """Say what the provider still wants, each thing once; what we have no word for is shown as the provider says it."""
    return list(dict.fromkeys(_wanted(name, locale) for name in names))


def _wanted(name: str, locale: Locale) -> str:
    name = "person" if name.startswith("person_") else name
    fits = [key for key in _WANTED if name == key or name.startswith(f"{key}.")]
    return _WANTED[max(fits, key=len)].in_(locale) if fits else name


def why(said: str, locale: Locale) -> str:
    """Say why something was not done, from a code of the provider or the words of its refusal; empty for none."""
    refusal = _REFUSAL.fullmatch(said)
    code = refusal[1] if refusal else said
    known = _WHY.get(code) or _WHY.get(code.partition(".")[0])
    return known.in_(locale) if known else code
