"""Bank accounts of payees: checked, shown masked, and after a change not paid to for some days."""

import re
from datetime import timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from finance.payouts import owed, policy
from finance.payouts.masking import mask, show
from finance.payouts.models import PayeeAccount
from finance.payouts.schemas import AccountView, NewAccount, PayeeRef, Way
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.payouts import PayeeAccountSet
from marketplace.rulebook import queries as rulebook

_PERSONS = ("inventor", "manager")
_CARD = re.compile(r"[0-9]{16,19}")
_BOOK = re.compile(r"[0-9]{8,32}")
_CODE = re.compile(r"[0-9]{12}")
_LUHN_NINE = 9


def luhn(digits: str) -> bool:
    """Tell whether the last digit of a card number is its check digit (ISO/IEC 7812-1)."""
    total = 0
    for i, digit in enumerate(reversed(digits)):
        n = int(digit) * (1 + i % 2)
        total += n - _LUHN_NINE if n > _LUHN_NINE else n
    return total % 10 == 0


def faults(uow: UnitOfWork, draft: NewAccount) -> list[FieldError]:
    """Return what is wrong with an account; which checks a card has to pass is a rule of the day."""
    number = re.sub(r"[\s-]", "", draft.account_no)
    found = []
    if draft.payee.way != "bank":
        wrong = Text("这里只填写银行账户。", "Only bank accounts are given here.")
        found.append(FieldError("/payee/way", "invalid_way", wrong))
    if draft.bank_code and not _CODE.fullmatch(draft.bank_code):
        wrong = Text("联行号为 12 位数字，不知道可以留空。", "The bank code has 12 digits; leave it empty if unknown.")  # fmt: skip
        found.append(FieldError("/bank_code", "invalid_number", wrong))
    if draft.payee.kind not in _PERSONS:
        if not _BOOK.fullmatch(number):
            wrong = Text("对公账号为 8 到 32 位数字。", "A business account has 8 to 32 digits.")
            found.append(FieldError("/account_no", "invalid_number", wrong))
        return found
    prefix = str(rulebook.value("payee_card_prefix", uow.today))
    if not _CARD.fullmatch(number) or (prefix != "0" and not number.startswith(prefix)):
        wrong = Text(
            "请填写境内银行卡卡号：16 到 19 位数字，以 {prefix} 开头。",
            "Give the number of a mainland bank card: 16 to 19 digits that start with {prefix}.",
        )
        shown = Text(wrong.in_("zh-CN", prefix=prefix), wrong.in_("en", prefix=prefix))
        found.append(FieldError("/account_no", "invalid_number", shown))
    elif rulebook.value("payee_card_check", uow.today) and not luhn(number):
        wrong = Text(
            "卡号校验位不对，请对照卡面逐位核对。", "The check digit is wrong; compare each digit with the card."
        )  # fmt: skip
        found.append(FieldError("/account_no", "invalid_number", wrong))
    return found


def set_account(uow: UnitOfWork, *, draft: NewAccount) -> AccountView:
    """Set or change the account of a payee; announces PayeeAccountSet to the payee and to those who pay.

    After a change nothing is paid to the new account for `payee_account_cooling_days`. Raises `NotFound` for a payee
    the actor has nothing to do with, `Forbidden`, `InvalidInput`.
    """
    payee = owed.find_payee(uow, draft.payee)
    person = uow.actor.user_id
    if (
        payee is None
        or person is None
        or not (payee.user_id == person or uow.actor.belongs_to(*payee.holders))
    ):
        raise NotFound(what="payee")
    require(policy.can_set_account(uow.actor, payee.user_id, set(payee.holders)))
    if wrong := faults(uow, draft):
        raise InvalidInput(errors=tuple(wrong))
    _lock(uow, draft.payee)
    before = find_account(uow, draft.payee)
    number = re.sub(r"[\s-]", "", draft.account_no)
    if before is not None and (before.account_no, before.account_name, before.bank_name, before.bank_code) == (
        number, draft.account_name, draft.bank_name, draft.bank_code,
    ):  # fmt: skip
        return show_account(uow, before)
    row = PayeeAccount(
        payee_kind=draft.payee.kind, payee_id=draft.payee.id, account_name=draft.account_name, bank_name=draft.bank_name,
        bank_code=draft.bank_code, account_no=number, usable_from=uow.today, set_at=uow.now, set_by=person,
    )  # fmt: skip
    return _set(uow, row, payee, before, changed=before is not None)


def set_provider_account(
    uow: UnitOfWork, *, organization_id: UUID, way: Way, account_ref: str, name: str
) -> AccountView:
    """Let what a provider collects go on to a right holder's own account there; it waits as a changed bank account does.

    Whoever calls has decided that this person may. Announces PayeeAccountSet.
    """
    person = uow.actor.user_id
    if person is None:
        raise NotFound(what="payee")
    ref = PayeeRef(kind="university", id=organization_id, way=way)
    _lock(uow, ref)
    row = PayeeAccount(
        payee_kind=ref.kind, payee_id=ref.id, way=way, account_name=name, bank_name=way.capitalize(), account_no=account_ref,
        usable_from=uow.today, set_at=uow.now, set_by=person,
    )  # fmt: skip
    payee = owed.Payee(name, None, [organization_id])
    return _set(uow, row, payee, find_account(uow, ref), changed=True)


def end_provider_account(uow: UnitOfWork, *, organization_id: UUID, way: Way) -> bool:
    """Let a right holder be paid by bank again; a batch that names the account is not approved. False if there was none."""
    ref = PayeeRef(kind="university", id=organization_id, way=way)
    _lock(uow, ref)
    row = find_account(uow, ref)
    if row is None:
        return False
    _replace(uow, row)
    uow.audit("payee_account.ended", "payee_account", row.id, masked=mask(row.account_no))
    return True


def _set(
    uow: UnitOfWork, row: PayeeAccount, payee: owed.Payee, before: PayeeAccount | None, *, changed: bool
) -> AccountView:
    days = rulebook.value("payee_account_cooling_days", uow.today) if changed else 0
    row.usable_from = uow.today + timedelta(days=days)
    if before is not None:
        _replace(uow, before)
    uow.session.add(row)
    uow.audit("payee_account.set", "payee_account", row.id, masked=mask(row.account_no), changed=changed)
    uow.publish(
        PayeeAccountSet(
            account_id=row.id, user_id=payee.user_id, payee_name=payee.name, holder_ids=tuple(payee.holders),
            masked=mask(row.account_no), usable_from=row.usable_from, changed=changed,
        )
    )  # fmt: skip
    uow.session.flush()
    return show_account(uow, row)


def _lock(uow: UnitOfWork, payee: PayeeRef) -> None:
    uow.take_turns("payee_account", payee.kind, payee.id)


def _replace(uow: UnitOfWork, row: PayeeAccount) -> None:
    uow.session.connection().execute(
        update(PayeeAccount).where(col(PayeeAccount.id) == row.id).values(replaced_at=uow.now)
    )


def find_account(uow: UnitOfWork, payee: PayeeRef) -> PayeeAccount | None:
    """Return the account a payee is paid to now, in its way."""
    return uow.session.exec(
        select(PayeeAccount)
        .where(
            col(PayeeAccount.payee_kind) == payee.kind,
            col(PayeeAccount.payee_id) == payee.id,
            col(PayeeAccount.way) == payee.way,
            col(PayeeAccount.replaced_at).is_(None),
        )
        .execution_options(populate_existing=True)
    ).one_or_none()


def show_account(uow: UnitOfWork, row: PayeeAccount) -> AccountView:
    """Return an account as people may see it, with who set it."""
    by = uow.rows("SELECT name FROM user_account WHERE id = :id", id=row.set_by)
    return show(row.model_dump() | {"set_by_name": by[0]["name"]})
