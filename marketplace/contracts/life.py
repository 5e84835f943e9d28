"""What has happened and what is awaited since the signature, read in one statement and put into words for the reader."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from marketplace.contracts import policy, words
from marketplace.contracts.after_signature import (
    AfterSignature,
    ConversionRecord,
    EvidenceView,
    IncomeStatementView,
    LicensedRight,
    MatterView,
    UseReportView,
)
from marketplace.contracts.rights import RightFact, dates_of, legal_nature
from marketplace.contracts.schemas import ContractState, MatterKind, MatterState, TimelineEntry
from marketplace.contracts.usage import report_due_on, use_periods
from marketplace.core.clock import business_date
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook
from marketplace.terms import ContractFacts, TermSheet, add_months, licence_end, report_periods, trigger_date

RUNNING = (ContractState.IN_USE_FREE, ContractState.PAYING)
LIVE = (MatterState.OPEN, MatterState.CONTESTED)
_ALL = """
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.created_at, m.id), '[]') FROM contract_matter m
        WHERE m.contract_id = c.id) AS matters,
      (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.at, e.id), '[]') FROM contract_evidence e
        WHERE e.contract_id = c.id) AS files,
      (SELECT coalesce(jsonb_agg(to_jsonb(u) ORDER BY u.from_on), '[]') FROM contract_use_report u
        WHERE u.contract_id = c.id) AS use_reports,
      (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.happened_on, r.position, r.kind), '[]') FROM contract_right_event r
        WHERE r.contract_id = c.id) AS right_events,
      (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.from_on, s.revision), '[]') FROM contract_statement s
        WHERE s.contract_id = c.id) AS statements,
      (SELECT coalesce(jsonb_agg(b.obligation_key), '[]') FROM contract_billed b WHERE b.contract_id = c.id) AS billed
    FROM contract c WHERE c.id = :id
"""
_BEFORE_INCOME = Text(
    "首次取得收入之日起 {days} 日内应当申报。逾期未申报而许可方有发票等证据的，许可方可以主张首次收入日期；"
    "被许可方在 {contest} 日内未说明理由提出异议的，视为认可（合同第四条）。有异议的，付费条件不变，直到双方一致。",
    "First income is declared within {days} days. If it is not and the licensor has evidence such as an invoice, it may"
    " assert the day; what the licensee does not contest with reasons within {contest} days counts as accepted (article 4"
    " of the contract). While it is contested the free period stands.",
)
_AFTER_INCOME = Text(
    "首次收入日期为 {on}，于 {declared} 认定。", "First income was on {on}, established on {declared}."
)
_LATE_INCOME = Text(
    "首次收入日期为 {on}，于 {declared} 认定，晚于 {days} 日的申报期限。",
    "First income was on {on}, established on {declared}: later than the {days} days to declare it.",
)
_USED = Text("使用情况报告 {from_on} 至 {to_on}", "Report on use for {from_on} to {to_on}")
_REPORT_DUE = Text("使用情况报告最后提交日", "Last day to report on use")
_RAISED = Text("{title}（{name}）", "{title} ({name})")
_ANSWER_DUE = Text("最迟答复：{title}（{name}）", "Answer due: {title} ({name})")
_RIGHT = Text("{what}：{right}", "{what}: {right}")
_CERTIFICATE_DUE = Text("提交资料清退证明的最后日期", "Last day for the data-return certificate")
_TRANSFER_DUE = Text("办理转让登记的最后日期", "Last day to record the transfer")
_TRANSFERRED = Text("转让登记 {number}", "Transfer recorded: {number}")
_BOUGHT = Text("许可方确认买断", "Buy-out confirmed by the licensor")


class Life:
    """The raw records of one contract; its views answer in the language of the reader."""

    def __init__(self, uow: UnitOfWork, row: dict[str, Any], sheet: TermSheet, facts: ContractFacts) -> None:
        """Read everything in one statement; `row` is the contract as `queries` selects it."""
        self.uow, self.row, self.sheet, self.facts = uow, row, sheet, facts
        found = uow.rows(_ALL, id=row["id"])[0]
        self.matters: list[dict[str, Any]] = found["matters"]
        self.reports: list[dict[str, Any]] = found["use_reports"]
        self.right_events: list[dict[str, Any]] = found["right_events"]
        self.statements: list[dict[str, Any]] = found["statements"]
        self.billed: list[str] = found["billed"]
        self.files: dict[str, list[EvidenceView]] = {}
        for each in found["files"]:
            self.files.setdefault(each["subject_id"], []).append(EvidenceView(**each))
        self.names = {row["university_id"]: row["university_name"], row["firm_id"]: row["firm_name"]}
        self.running = row["state"] in RUNNING

    def view(self) -> AfterSignature:
        """Return the whole of it."""
        return AfterSignature(
            **{
                name: self.row[name]
                for name in AfterSignature.model_fields
                if name in self.row and name != "rights"
            },
            first_income_text=self._first_income_text(),
            certificate_due_on=self.certificate_due_on(),
            transfer_due_on=self.transfer_due_on(),
            declaration_files=self._files(self.row["id"]),
            matters=[self._matter(each) for each in self.matters],
            use_reports=self._use_reports(),
            statements=[self._statement(each) for each in self.statements],
            rights=self._rights(),
        )

    def _files(self, subject_id: UUID | str) -> list[EvidenceView]:
        return self.files.get(str(subject_id), [])

    def live(self, kind: MatterKind) -> list[dict[str, Any]]:
        """Return the matters of a kind that are open or in dispute."""
        return [m for m in self.matters if m["kind"] == kind and m["state"] in LIVE]

    def possible(self) -> dict[str, bool]:
        """Tell of the steps after the signature whether there is anything to do, for buttons."""
        sheet, today = self.sheet, self.uow.today
        reached = {each.key for each in self.facts.milestones}
        waiting = {m["about"] for m in self.live(MatterKind.MILESTONE)}
        unreached = {m.key for m in sheet.milestones} - reached
        income = self.row["first_income_on"] is None and not self.live(MatterKind.FIRST_INCOME)
        on_income = any(trigger.kind == "first_income" for trigger in sheet.single_triggers())
        bought = self.row["bought_out_on"] is not None
        paying = self.row["state"] == ContractState.PAYING
        current = [s for s in self.statements if s["superseded_at"] is None]
        return {
            "declare_first_income": income,
            "assert_first_income": income and on_income,
            "file_statement": sheet.royalty is not None and (paying or bool(self._unreported())),
            "correct_statement": any(not self._is_billed(s) for s in current),
            "accept_milestone": bool(unreached),
            "claim_milestone": bool(unreached - waiting),
            "buy_out": sheet.buyout_price_minor is not None
            and not bought
            and not self.live(MatterKind.BUYOUT),
            "record_conversion": self._convertible(today)
            and not bought
            and not self.live(MatterKind.CONVERSION),
            "file_use_report": any(r.filed_at is None and r.ended for r in self._use_reports()),
            "ask_for_accounts": sheet.royalty is not None
            and sheet.royalty.audit_right
            and not self.live(MatterKind.ACCOUNTS),
            "file_certificate": not any(
                m["kind"] == MatterKind.RETURN_CERTIFICATE and m["state"] in (*LIVE, MatterState.ACCEPTED)
                for m in self.matters
            ),
            "record_transfer": self.row["transfer_recorded_on"] is None,
        }

    def _convertible(self, today: date) -> bool:
        clause, start = getattr(self.sheet, "conversion", None), self.row["effective_on"]
        return clause is not None and start is not None and today < add_months(start, clause.until_months)

    def _unreported(self) -> list[tuple[date, date]]:
        trigger_on, end_on = trigger_date(self.sheet, self.facts), licence_end(self.sheet, self.facts)
        if not (self.sheet.royalty and trigger_on and end_on):
            return []
        reported = {s.from_on for s in self.facts.statements}
        periods = report_periods(self.sheet, trigger_on, end_on)
        return [(a, b) for a, b in periods if b <= self.uow.today and a not in reported]

    def _is_billed(self, statement: dict[str, Any]) -> bool:
        return any(key.endswith(f":{statement['from_on']}") for key in self.billed)

    def _first_income_text(self) -> str:
        if not any(trigger.kind == "first_income" for trigger in self.sheet.single_triggers()):
            return ""
        today = self.uow.today
        days = rulebook.value("first_income_declaration_days", today)
        on, declared = self.row["first_income_on"], self.row["first_income_declared_on"]
        if on is None:
            contest = rulebook.value("first_income_contest_days", today)
            return _BEFORE_INCOME.in_(self.uow.locale, days=days, contest=contest) if self.running else ""
        if declared is None:
            return ""
        late = declared > on + timedelta(days=days)
        return (_LATE_INCOME if late else _AFTER_INCOME).in_(
            self.uow.locale, on=on, declared=declared, days=days
        )

    def certificate_due_on(self) -> date | None:
        """Return the last day for the data-return certificate of a returned technology; None when none is awaited."""
        if self.row["state"] != ContractState.RETURNED or not self.possible()["file_certificate"]:
            return None
        back = [
            m["answered_on"]
            for m in self.matters
            if m["kind"] == MatterKind.RETURN_CERTIFICATE and m["answered_on"]
        ]
        since: date = max([*map(date.fromisoformat, back), self.row["ended_on"]])
        return since + timedelta(days=rulebook.value("return_certificate_days", since))

    def transfer_due_on(self) -> date | None:
        """Return the last day to record the transfer after a buy-out or conversion; None when none is awaited."""
        if self.row["state"] != ContractState.CONVERTED or self.row["transfer_recorded_on"] is not None:
            return None
        since = business_date(self.row["state_since"])
        return add_months(since, rulebook.value("transfer_recording_months", since))

    def _use_reports(self) -> list[UseReportView]:
        filed = {each["from_on"]: each for each in self.reports}
        views = []
        for start, end in (
            use_periods(self.row["effective_on"], self.row["ends_on"]) if self.row["effective_on"] else ()
        ):
            due, report = report_due_on(end), filed.get(start.isoformat())
            if report is None and not self.running:
                continue
            if report is None and start > self.uow.today:
                break
            handed_in = datetime.fromisoformat(report["filed_at"]) if report else None
            late = (business_date(handed_in) if handed_in else self.uow.today) > due
            words_of = report or {"usage": None, "stage": None, "problems": "", "outlook": ""}
            views.append(
                UseReportView(
                    from_on=start, to_on=end, ended=end <= self.uow.today, due_on=due, filed_at=handed_in, late=late,
                    **{name: words_of[name] for name in ("usage", "stage", "problems", "outlook")},
                )
            )  # fmt: skip
        return views

    def _statement(self, row: dict[str, Any]) -> IncomeStatementView:
        return IncomeStatementView(**row, billed=self._is_billed(row), files=self._files(row["id"]))

    def _rights(self) -> list[LicensedRight]:
        facts = [
            RightFact(e["position"], e["kind"], date.fromisoformat(e["happened_on"]))
            for e in self.right_events
        ]
        views = []
        for position, right in enumerate(self.row["rights"]):
            days = dates_of(right, position, facts)
            nature, since = legal_nature(right["kind"], days, self.uow.today)
            files = [f for e in self.right_events if e["position"] == position for f in self._files(e["id"])]
            views.append(
                LicensedRight(
                    position=position, kind=right["kind"], title=right["title"], number=right["number"],
                    **{f"{kind}_on": day for kind, day in days.items()}, nature=nature,
                    nature_text=words.NATURES[nature].in_(self.uow.locale), since=since, files=files,
                )
            )  # fmt: skip
        return views

    def _title(self, matter: dict[str, Any]) -> str:
        title = words.TITLES[MatterKind(matter["kind"])].in_(self.uow.locale)
        if matter["kind"] == MatterKind.MILESTONE:
            name = next((m.name for m in self.sheet.milestones if m.key == matter["about"]), matter["about"])
            return f"{title}：{name}" if self.uow.locale == "zh-CN" else f"{title}: {name}"
        if matter["kind"] == MatterKind.RIGHT_LOSS:
            return f"{title} · {self.row['rights'][int(matter['about'])]['title']}"
        return title

    def _matter(self, row: dict[str, Any]) -> MatterView:
        details = row["details"] or {}
        is_conversion = row["kind"] == MatterKind.CONVERSION
        known = {name: row[name] for name in MatterView.model_fields if name in row}
        return MatterView(
            **known,
            title=self._title(row),
            explanation=self._explanation(row),
            raised_by_name=self.names[UUID(row["raised_by_id"])],
            answer_by_name=self.names[UUID(row["answer_by_id"])],
            overdue=row["state"] == MatterState.OPEN
            and date.fromisoformat(row["answer_by_on"]) < self.uow.today,
            conversion=ConversionRecord(**details, file_ids=[row["id"]]) if is_conversion else None,
            items=details.get("items", []),
            files=self._files(row["id"]),
            moves=policy.matter_moves(self.uow.actor, self.row, row),
        )

    def _explanation(self, row: dict[str, Any]) -> str:
        locale, by = self.uow.locale, date.fromisoformat(row["answer_by_on"])
        if row["state"] == MatterState.OPEN:
            if by < self.uow.today:
                return words.after_its_day(row["kind"]).in_(locale)
            return words.silence_means(row["kind"]).in_(locale, by=by)
        if (
            row["state"] == MatterState.ACCEPTED
            and row["overdue_told_at"]
            and row["kind"] == MatterKind.FIRST_INCOME
        ):
            return words.SILENT.in_(locale, by=by)
        outcome = words.OUTCOME if row["outcome_on"] else words.DROPPED
        return words.AFTER[MatterState(row["state"])].in_(
            locale,
            on=row["answered_on"] or business_date(datetime.fromisoformat(row["state_since"])),
            answer=row["answer"],
            outcome=outcome.in_(locale, on=row["outcome_on"]),
        )

    def timeline(self) -> list[TimelineEntry]:
        """Return the lines of the life after the signature: what was, then the days by which something is awaited."""
        return [*self._past(), *self._ahead()]

    def _past(self) -> Iterable[TimelineEntry]:
        locale = self.uow.locale
        for each in self.reports:
            title = _USED.in_(locale, from_on=each["from_on"], to_on=each["to_on"])
            on = business_date(datetime.fromisoformat(each["filed_at"]))
            yield TimelineEntry(on=on, kind="use_report", title=title, done=True)
        for each in self.right_events:
            what = words.RIGHT_EVENTS[each["kind"]].in_(locale)
            title = _RIGHT.in_(locale, what=what, right=self.row["rights"][each["position"]]["title"])
            yield TimelineEntry(on=each["happened_on"], kind=f"right.{each['kind']}", title=title, done=True)
        for each in self.matters:
            name = self.names[UUID(each["raised_by_id"])]
            title = _RAISED.in_(locale, title=self._title(each), name=name)
            yield TimelineEntry(on=each["raised_on"], kind=f"matter.{each['kind']}", title=title, done=True)
            if each["answered_on"]:
                said = f"{self._title(each)} · {_STATES[each['state']].in_(locale)}"
                yield TimelineEntry(on=each["answered_on"], kind="matter.answer", title=said, done=True)
        if self.row["bought_out_on"]:
            title = _BOUGHT.in_(locale)
            yield TimelineEntry(on=self.row["bought_out_on"], kind="bought_out", title=title, done=True)
        if self.row["transfer_recorded_on"]:
            title = _TRANSFERRED.in_(locale, number=self.row["transfer_number"])
            yield TimelineEntry(on=self.row["transfer_recorded_on"], kind="transfer", title=title, done=True)

    def _ahead(self) -> Iterable[TimelineEntry]:
        locale = self.uow.locale
        for report in self._use_reports():
            if report.filed_at is None:
                title = _REPORT_DUE.in_(locale)
                yield TimelineEntry(on=report.due_on, kind="use_report_due", title=title, done=False)
        for each in self.matters:
            if each["state"] == MatterState.OPEN:
                name = self.names[UUID(each["answer_by_id"])]
                title = _ANSWER_DUE.in_(locale, title=self._title(each), name=name)
                yield TimelineEntry(
                    on=each["answer_by_on"], kind="matter.answer_due", title=title, done=False
                )
        days: Sequence[tuple[date | None, str, Text]] = (
            (self.certificate_due_on(), "certificate_due", _CERTIFICATE_DUE),
            (self.transfer_due_on(), "transfer_due", _TRANSFER_DUE),
        )
        for on, kind, text in days:
            if on is not None:
                yield TimelineEntry(on=on, kind=kind, title=text.in_(locale), done=False)


_STATES = {
    MatterState.ACCEPTED: Text("已认可", "accepted"),
    MatterState.REFUSED: Text("已退回", "sent back"),
    MatterState.CONTESTED: Text("有异议", "contested"),
    MatterState.SETTLED: Text("争议已了结", "dispute settled"),
    MatterState.WITHDRAWN: Text("已撤回", "withdrawn"),
    MatterState.LAPSED: Text("随合同结束", "ended with the contract"),
}
