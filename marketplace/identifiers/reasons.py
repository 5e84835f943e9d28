"""Why an identifier was refused, or what it is instead: a stable code and a sentence that says what to do."""

from dataclasses import dataclass
from typing import Any

from marketplace.core.i18n import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """A stable code with its filled-in sentence in both languages."""

    code: str
    text: Text

    def line(self) -> dict[str, str]:
        """Return the reason as plain JSON values."""
        return {"code": self.code, "zh": self.text.zh, "en": self.text.en}


TEXTS: dict[str, Text] = {
    "unknown": Text(
        zh="不像专利号、统一社会信用代码、公开号、软件著作权登记号、高企证书号或科技型中小企业编号，请核对。",
        en="This looks like none of the numbers we know; compare it with the certificate.",
    ),
    "patent.length": Text(
        zh="专利号去掉 ZL、空格和小数点后应为 13 位（2003 年 10 月前为 9 位），现为 {length} 位。",
        en="Without ZL, spaces and the dot a patent number has 13 characters (9 before October 2003); this has {length}.",
    ),
    "patent.characters": Text(
        zh="专利号只能由数字组成，仅最后一位校验位可以是 X。",
        en="A patent number holds digits only; just the last character, the check digit, may be X.",
    ),
    "patent.dot": Text(
        zh="小数点只能在最后一位校验位之前。",
        en="The dot belongs before the last character, the check digit.",
    ),
    "patent.year": Text(
        zh="申请年份应在 1985 年至 {latest} 年之间，现为 {year}。",
        en="The filing year must lie between 1985 and {latest}; it is {year}.",
    ),
    "patent.kind": Text(
        zh="专利种类位应为 1（发明）、2（实用新型）、3（外观设计）、8 或 9（PCT 进入国家阶段），现为 {kind}。",
        en="The kind must be 1 (invention), 2 (utility model), 3 (design), 8 or 9 (PCT national phase); it is {kind}.",
    ),
    "patent.check": Text(
        zh="校验位不符：应为 {expected}，现为 {found}。请逐位核对。",
        en="The check digit should be {expected} but is {found}; compare digit by digit.",
    ),
    "patent.check_missing": Text(
        zh="缺少最后一位校验位，按前面的数字应为 {expected}。",
        en="The last character, the check digit, is missing; for these digits it would be {expected}.",
    ),
    "uscc.length": Text(
        zh="统一社会信用代码为 18 位，现为 {length} 位。",
        en="A unified social credit code has 18 characters; this has {length}.",
    ),
    "uscc.characters": Text(
        zh="统一社会信用代码只用数字和大写字母，且不使用 I、O、S、V、Z；出现了 {found}。",
        en="A unified social credit code holds digits and capital letters without I, O, S, V, Z; found {found}.",
    ),
    "uscc.region": Text(
        zh="第 3 至 8 位 {region} 不是行政区划代码。",
        en="Characters 3 to 8, {region}, are no administrative region.",
    ),
    "uscc.check": Text(
        zh="校验位不符：第 18 位应为 {expected}，现为 {found}。请对照营业执照逐位核对。",
        en="The last character should be {expected} but is {found}; compare with the business licence.",
    ),
    "uscc.organization_code": Text(
        zh="第 9 至 17 位主体标识码的校验位不符：第 17 位应为 {expected}，现为 {found}。",
        en="The organization code inside (characters 9 to 17) is wrong: character 17 should be {expected} but is {found}.",
    ),
    "publication.no_kind_code": Text(
        zh="公开（公告）号末尾缺少文献种类代码，例如 A、B、U、S。",
        en="The publication number lacks its kind code at the end, for example A, B, U or S.",
    ),
    "publication.pct_application": Text(
        zh="这是 PCT 国际申请号，不是中国专利号；进入中国国家阶段后另有申请号。",
        en="This is a PCT application number, not a Chinese one; the national phase gives it another number.",
    ),
    "publication.foreign_application": Text(
        zh="这是外国专利申请号，不是中国专利号。",
        en="This is a foreign application number, not a Chinese one.",
    ),
    "publication.country": Text(
        zh="公开号以 {country} 开头，不是本系统认识的国家或组织代码。",
        en="The publication number begins with {country}, which is no office we know.",
    ),
    "software.year": Text(
        zh="软件著作权登记年份应在 1992 年至 {latest} 年之间，现为 {year}。",
        en="The registration year must lie between 1992 and {latest}; it is {year}.",
    ),
    "software.length": Text(
        zh="软件著作权登记号为 年份 + SR + 7 位流水号（2018 年及以前可为 6 位），现流水号为 {length} 位。",
        en="A software registration is year + SR + 7 digits (6 possible up to 2018); the serial has {length}.",
    ),
    "hnte.length": Text(
        zh="高新技术企业证书编号为 GR + 4 位年份 + 2 位省份 + 6 位流水号，共 14 位，现为 {length} 位。",
        en="A high-tech certificate is GR + year + 2 digits of province + 6 digits, 14 in all; this has {length}.",
    ),
    "hnte.year": Text(
        zh="高新技术企业证书年份应在 2008 年至 {latest} 年之间，现为 {year}。",
        en="The certificate year must lie between 2008 and {latest}; it is {year}.",
    ),
    "hnte.province": Text(
        zh="{province} 不是省级行政区划代码。",
        en="{province} is no province code.",
    ),
    "tech_sme.year": Text(
        zh="科技型中小企业登记编号须为 {earliest} 或 {latest} 年度，现为 {year}；登记每年重新评价。",
        en="The registration must be of {earliest} or {latest}, it is of {year}; it is evaluated again each year.",
    ),
    "tech_sme.region": Text(
        zh="第 5 至 10 位 {region} 不是行政区划代码。",
        en="Characters 5 to 10, {region}, are no administrative region.",
    ),
}


def reason(code: str, **params: Any) -> Reason:
    """Return the reason of a code with its parameters filled in; raises `KeyError` for an unknown code."""
    text = TEXTS[code]
    return Reason(code, Text(zh=text.zh.format(**params), en=text.en.format(**params)))
