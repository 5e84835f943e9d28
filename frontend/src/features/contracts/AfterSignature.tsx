import { useTranslation } from "react-i18next";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import { ContractActions } from "./ContractActions";
import { FileLinks } from "./Evidence";
import type { Life } from "./life";
import { Matters } from "./Matters";
import type { Contract } from "./model";

interface Props {
  contract: Contract;
  life: Life;
}

function Notes({ life }: { life: Life }) {
  const { t } = useTranslation("contracts");
  if (!life.first_income_text && !life.certificate_due_on && !life.transfer_due_on) return null;
  return (
    <section className="panel">
      {life.first_income_text && (
        <>
          <h2>{t("section.income")}</h2>
          <p>{life.first_income_text}</p>
          <FileLinks files={life.declaration_files} />
        </>
      )}
      {life.certificate_due_on && <p>{t("certificate.due", { on: life.certificate_due_on })}</p>}
      {life.transfer_due_on && <p>{t("transfer.due", { on: life.transfer_due_on })}</p>}
    </section>
  );
}

function Rights({ contract, life }: Props) {
  const { t } = useTranslation("contracts");
  return (
    <section className="panel">
      <h2>{t("section.rights")}</h2>
      <ul className="clauses">
        {life.rights.map((right) => (
          <li key={right.position}>
            {right.title} <span className="muted num">{right.number}</span>
            <div className={right.nature === "gone" ? "" : "muted small"}>
              {right.nature_text}
              {right.since && ` · ${t("right.since", { on: right.since })}`}
            </div>
            <FileLinks files={right.files} />
          </li>
        ))}
      </ul>
      <ContractActions contract={contract} place="rights" />
    </section>
  );
}

function UseReports({ contract, life }: Props) {
  const { t } = useTranslation("contracts");
  if (life.use_reports.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t("section.use")}</h2>
      <ul className="clauses">
        {[...life.use_reports].reverse().map((report) => (
          <li key={report.from_on}>
            <div className="row">
              <span>{t("statement.from_to", { from: report.from_on, to: report.to_on })}</span>
              <StateTag tone={report.late ? "bad" : report.filed_at ? "good" : "wait"}>
                {t(report.late ? "use.late" : report.filed_at ? "use.filed" : "use.open")}
              </StateTag>
            </div>
            {report.usage && report.stage ? (
              <div className="small">
                {t(`use.state.${report.usage}`)} · {t(`use.product.${report.stage}`)}
                {report.problems && <div>{report.problems}</div>}
                <div>{report.outlook}</div>
              </div>
            ) : (
              <div className="muted small">{t("use.due", { on: report.due_on })}</div>
            )}
          </li>
        ))}
      </ul>
      <ContractActions contract={contract} place="use" />
    </section>
  );
}

function Statements({ contract, life }: Props) {
  const { t } = useTranslation("contracts");
  if (!contract.terms.royalty || life.statements.length === 0) return null;
  const perUnit = contract.terms.royalty.base === "per_unit";
  return (
    <section className="panel">
      <h2>{t("section.statements")}</h2>
      <ul className="clauses">
        {life.statements.map((s) => (
          <li key={s.id}>
            <div className="row">
              <span>{t("statement.from_to", { from: s.from_on, to: s.to_on })}</span>
              <span>{t("statement.revision", { n: s.revision })}</span>
              <StateTag tone={s.superseded_at ? "idle" : s.billed ? "good" : "wait"}>
                {t(s.superseded_at ? "statement.superseded" : s.billed ? "statement.billed" : "statement.current")}
              </StateTag>
            </div>
            <div>
              {perUnit ? s.units : <Money minor={s.base_minor} />} · <DateText value={s.filed_at} />
            </div>
            {s.correction && <div className="muted small">{t("statement.why", { text: s.correction })}</div>}
            <FileLinks files={s.files} />
          </li>
        ))}
      </ul>
      <ContractActions contract={contract} place="statements" />
    </section>
  );
}

/** Everything since the contract took effect, each with its days and who has to act. */
export function AfterSignature({ contract }: { contract: Contract }) {
  const { life } = contract;
  if (!life) return null;
  return (
    <>
      <Matters contract={contract} />
      <Notes life={life} />
      <UseReports contract={contract} life={life} />
      <Statements contract={contract} life={life} />
      <Rights contract={contract} life={life} />
    </>
  );
}
