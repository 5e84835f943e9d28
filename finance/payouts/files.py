"""The file that tells a bank whom to pay: ICBC's batch transfer as XLSX or CSV, or ISO 20022 pain.001.001.09.

The columns are those of 工商银行企业网银“批量支付”. Its cells for province, city and area code stay empty, as they may for
accounts named by bank and number. [K] Which of them a branch insists on is for the first real batch to show.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from xml.etree import ElementTree as ET

from marketplace.core.cells import safe
from marketplace.core.i18n import Text

HEADINGS = (
    "币种", "日期", "明细标志", "顺序号", "付款账号开户行", "付款账号/卡号", "付款账号名称/卡名称", "收款账号开户行", "收款账号省份",
    "收款账号地市", "收款账号地区码", "收款账号", "收款账号名称", "金额", "汇款用途", "备注信息", "汇款方式", "收款账户短信通知手机号码",
    "自定义序号",
)  # fmt: skip
PURPOSE = "科技成果转化收益"
NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
_FEN = 100


class FileFormat(StrEnum):
    """In which form a batch goes to the bank; the value is the file's extension."""

    XLSX = "xlsx"
    CSV = "csv"
    XML = "xml"

    @staticmethod
    def label() -> Text:
        """Return what taking the file is called."""
        return Text("下载付款文件", "Take the payment file")


MEDIA = {
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.CSV: "text/csv; charset=utf-8",
    FileFormat.XML: "application/xml",
}


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One transfer; `reference` finds it again in what the bank answers."""

    reference: UUID
    name: str
    bank: str
    bank_code: str
    account: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class BankFile:
    """A batch as a bank is told of it."""

    number: str
    on: date
    at: datetime
    payer_name: str
    payer_bank: str
    payer_account: str
    lines: list[PaymentLine]


def write_file(batch: BankFile, kind: FileFormat) -> bytes:
    """Return the file of a batch in a form."""
    writers = {FileFormat.XLSX: _xlsx, FileFormat.CSV: _csv, FileFormat.XML: _pain}
    return writers[kind](batch)


def reference_of(payout_id: UUID) -> str:
    """Return how a payment is named in the batch file and found again in what the bank answers: its last twelve signs."""
    return payout_id.hex[-12:]


def _yuan(minor: int) -> str:
    return f"{minor // _FEN}.{minor % _FEN:02d}"


def _rows(batch: BankFile) -> list[list[str]]:
    return [
        [
            "RMB", batch.on.strftime("%Y%m%d"), "", str(i), safe(batch.payer_bank), batch.payer_account, safe(batch.payer_name),
            safe(line.bank), "", "", "", line.account, safe(line.name), _yuan(line.amount_minor), PURPOSE,
            batch.number, "", "", reference_of(line.reference),
        ]
        for i, line in enumerate(batch.lines, start=1)
    ]  # fmt: skip


def _csv(batch: BankFile) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(HEADINGS)
    writer.writerows(_rows(batch))
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(batch: BankFile) -> bytes:
    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet

    book = openpyxl.Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = "批量支付"
    sheet.append(list(HEADINGS))
    for row in _rows(batch):
        sheet.append(row)  # all text: a card number must not become a floating number
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _pain(batch: BankFile) -> bytes:
    """CustomerCreditTransferInitiation: one payment information block, one transaction a line."""
    root = ET.Element("Document", xmlns=NAMESPACE)
    body = ET.SubElement(root, "CstmrCdtTrfInitn")
    total = _yuan(sum(line.amount_minor for line in batch.lines))
    head = ET.SubElement(body, "GrpHdr")
    _texts(head, MsgId=batch.number, CreDtTm=batch.at.isoformat(timespec="seconds"))
    _texts(head, NbOfTxs=str(len(batch.lines)), CtrlSum=total)
    _texts(ET.SubElement(head, "InitgPty"), Nm=batch.payer_name)
    info = ET.SubElement(body, "PmtInf")
    _texts(info, PmtInfId=batch.number, PmtMtd="TRF", NbOfTxs=str(len(batch.lines)), CtrlSum=total)
    _texts(ET.SubElement(info, "ReqdExctnDt"), Dt=batch.on.isoformat())
    _texts(ET.SubElement(info, "Dbtr"), Nm=batch.payer_name)
    _account(info, "DbtrAcct", batch.payer_account)
    _agent(info, "DbtrAgt", batch.payer_bank, "")
    for line in batch.lines:
        transfer = ET.SubElement(info, "CdtTrfTxInf")
        _texts(ET.SubElement(transfer, "PmtId"), EndToEndId=line.reference.hex)
        amount = ET.SubElement(
            ET.SubElement(transfer, "Amt"), "InstdAmt", Ccy="CNY"
        )  # fmt: skip
        amount.text = _yuan(line.amount_minor)
        _agent(transfer, "CdtrAgt", line.bank, line.bank_code)
        _texts(ET.SubElement(transfer, "Cdtr"), Nm=line.name)
        _account(transfer, "CdtrAcct", line.account)
        _texts(ET.SubElement(transfer, "RmtInf"), Ustrd=f"{PURPOSE} {batch.number}")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _texts(parent: ET.Element, **values: str) -> None:
    for tag, value in values.items():
        ET.SubElement(parent, tag).text = value


def _account(parent: ET.Element, tag: str, number: str) -> None:
    identification = ET.SubElement(ET.SubElement(parent, tag), "Id")
    _texts(ET.SubElement(identification, "Othr"), Id=number)


def _agent(parent: ET.Element, tag: str, bank: str, code: str) -> None:
    institution = ET.SubElement(ET.SubElement(parent, tag), "FinInstnId")
    if code:
        system = ET.SubElement(institution, "ClrSysMmbId")
        _texts(ET.SubElement(system, "ClrSysId"), Cd="CNAPS")
        _texts(system, MmbId=code)
    _texts(institution, Nm=bank or "NOTPROVIDED")
