import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PartMark, PartsBar } from "@/shared/ui/PartsBar";
import { StateTag } from "@/shared/ui/StateTag";
import { DISTRIBUTION_TONES } from "@/shared/ui/tones";
import { ANSWER_TONES, type Split } from "./model";
import { SplitMoves } from "./SplitMoves";
import "./SplitFlow.css";

/** One payment and its parts, which sum to it exactly; each part with its rule, and who has still to approve. */
export function SplitCard({ split, whole = false }: { split: Split; whole?: boolean }) {
  const { t } = useTranslation("distributions");
  const states = useTranslation("states").t;
  return (
    <article className="panel stack">
      <div className="row between">
        <div>
          <h2>{split.title}</h2>
          <p className="muted small">
            <Link to="/contracts/$id" params={{ id: split.contract_id }}>
              {split.contract_number}
            </Link>{" "}
            ·{" "}
            <Link to="/payments/$id" params={{ id: split.invoice_id }} search={{ payment: split.payment_id }}>
              {split.invoice_number}
            </Link>{" "}
            · <Org name={split.firm_name} /> · {t("payment")} <DateText value={split.received_on} />
          </p>
        </div>
        <div className="row">
          <strong>
            <Money minor={split.amount_minor} />
          </strong>
          <StateTag tone={DISTRIBUTION_TONES[split.state]}>{states(`distribution.${split.state}`)}</StateTag>
        </div>
      </div>
      <PartsBar parts={split.shares.map((share) => ({ key: share.id, value: share.amount_minor }))} />
      <table className="bill">
        <caption className="visually-hidden">{t("shares")}</caption>
        <tbody>
          {split.shares.map((share, i) => (
            <tr key={share.id}>
              <th scope="row">
                <PartMark index={i} />
                {share.payee_name} <span className="muted small">{t(`payee.${share.payee_kind}`)}</span>
                {whole && (
                  <span className="share-why muted small">
                    {share.arithmetic}
                    {share.source && ` · ${t("source", { source: share.source })}`}
                  </span>
                )}
              </th>
              <td>
                <Money minor={share.amount_minor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <span className="muted small">{t("approvals")}</span>
        {split.approvals.map((one) => (
          <span key={one.organization_id} className="small">
            {one.name} <StateTag tone={ANSWER_TONES[one.state]}>{t(`answer.${one.state}`)}</StateTag>{" "}
            <span className="muted">
              {one.by_name} {one.reason}
            </span>
          </span>
        ))}
      </div>
      {(!whole || split.moves.length > 0) && (
        <div className="row between no-print">
          <SplitMoves split={split} />
          {!whole && (
            <Link to="/distributions/$id" params={{ id: split.id }}>
              {t("why")}
            </Link>
          )}
        </div>
      )}
    </article>
  );
}
