import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { percent } from "@/shared/lib/money";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PartMark, PartsBar } from "@/shared/ui/PartsBar";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { DISTRIBUTION_TONES } from "@/shared/ui/tones";

interface Props {
  split: Omit<Schemas["DistributionView"], "rule"> & { rule: Omit<Schemas["RuleView"], "inventor_tiers"> };
}

/** One payment and its parts, which sum to it exactly; by which rule, and the approval that books it. */
export function SplitCard({ split }: Props) {
  const { t } = useTranslation("distributions");
  const states = useTranslation("states").t;
  const may = useMay();
  const action = useAction();
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
            <Link to="/payments/$id" params={{ id: split.invoice_id }}>
              {split.invoice_number}
            </Link>{" "}
            · {split.firm_name} · <DateText value={split.state_since} />
          </p>
        </div>
        <div className="row">
          <strong>
            <Money minor={split.amount_minor} />
          </strong>
          <StateTag tone={DISTRIBUTION_TONES[split.state]}>{states(`distribution.${split.state}`)}</StateTag>
          {split.state === "proposed" && may("distribution.approve") && (
            <Button
              type="primary"
              loading={action.busy === "approve"}
              aria-label={t("approve_named", { number: split.invoice_number })}
              onClick={() =>
                void action.run(
                  "approve",
                  () =>
                    answer(
                      http.POST("/api/distributions/{distribution_id}/approve", {
                        params: { path: { distribution_id: split.id } },
                      }),
                    ),
                  t("approved"),
                )
              }
            >
              {t("approve")}
            </Button>
          )}
        </div>
      </div>
      <ProblemAlert error={action.error} />
      <PartsBar parts={split.shares.map((share) => ({ key: share.id, value: share.amount_minor }))} />
      <table className="bill">
        <caption className="visually-hidden">{t("shares")}</caption>
        <tbody>
          {split.shares.map((share, i) => (
            <tr key={share.id}>
              <th scope="row">
                <PartMark index={i} />
                {share.payee_name} <span className="muted small">{t(`payee.${share.payee_kind}`)}</span>
              </th>
              <td>
                <Money minor={share.amount_minor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">
        {t("rule", { source: split.rule.source, fee: percent(split.rule.fee_bps), unit: percent(split.rule.unit_bps) })}
      </p>
    </article>
  );
}
