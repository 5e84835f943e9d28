"""What the parties of a contract can do after the signature, for random courses of events."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from marketplace.contracts import queries, service
from marketplace.contracts.after_signature import (
    AccountsRequest,
    BuyoutNotice,
    IncomeClaim,
    MatterAnswer,
    MatterRefusal,
    NewUseReport,
    ProductStage,
    ReturnCertificate,
    ReturnedItem,
    RightEventKind,
    RightRecord,
    SettlementAgreement,
    SettlementProposal,
    UseState,
)
from marketplace.contracts.models import ContractMatter
from marketplace.core.uow import UnitOfWork

Act = Callable[[UnitOfWork, UUID, date], object]


def a_file(uow: UnitOfWork, contract: UUID) -> UUID:
    return service.hand_in_file(uow, contract_id=contract, data=b"%PDF-1.7 evidence", name="发票.pdf").file_id


ACTS: dict[str, Act] = {
    "assert_income": lambda uow, c, day: service.assert_first_income(
        uow, contract_id=c, claim=IncomeClaim(first_income_on=day, text="发票为证", file_ids=[a_file(uow, c)])
    ),
    "buy_out": lambda uow, c, _: service.declare_buyout(uow, contract_id=c, notice=BuyoutNotice()),
    "ask_for_accounts": lambda uow, c, day: service.ask_for_accounts(
        uow, contract_id=c, request=AccountsRequest(accounts_on=day + timedelta(days=20), text="查账")
    ),
    "lose_right": lambda uow, c, day: service.record_right_event(
        uow,
        contract_id=c,
        record=RightRecord(
            position=0, kind=RightEventKind.LAPSED, happened_on=day, file_ids=[a_file(uow, c)]
        ),
    ),
    "certify": lambda uow, c, day: service.file_certificate(
        uow,
        contract_id=c,
        certificate=ReturnCertificate(items=[ReturnedItem(name="图纸", how="returned", on=day)]),
    ),
    "report_use": lambda uow, c, _: [
        service.file_use_report(
            uow,
            contract_id=c,
            report=NewUseReport(
                from_on=period.from_on,
                to_on=period.to_on,
                usage=UseState.TRIAL,
                stage=ProductStage.SAMPLE,
                outlook="继续试用",
            ),
        )
        for view in [queries.get_contract(uow, contract_id=c)]
        for period in (view.life.use_reports if view.life else ())
        if period.filed_at is None
    ],
    "rescind": lambda uow, c, _: service.rescind_contract(uow, contract_id=c, reason="催告后三十日未付款。"),
}


def answer_matter(uow: UnitOfWork, contract: UUID, matter: ContractMatter, what: str) -> object:
    at = {"contract_id": contract, "matter_id": matter.id}
    match what:
        case "accept":
            files = [a_file(uow, contract)] if matter.kind == "accounts" else []
            return service.accept_matter(uow, **at, answer=MatterAnswer(file_ids=files))
        case "refuse":
            return service.refuse_matter(uow, **at, refusal=MatterRefusal(reason="与事实不符。"))
        case "withdraw":
            return service.withdraw_matter(uow, **at)
        case "propose":
            proposal = SettlementProposal(on=matter.day, text="同意按此日期了结。")
            return service.propose_settlement(uow, **at, proposal=proposal)
        case _:
            return service.agree_settlement(uow, **at, agreement=SettlementAgreement(on=matter.proposed_on))
