import { Link, useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { Fragment, lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { toast } from "@/shared/ui/toast";
import { Clock } from "../Clock";
import { FilingState } from "../FilingState";
import { type Filing, giveReason, type Move } from "../model";

const FilingDialog = lazy(() => import("../FilingDialog"));

function Papers({ filing }: { filing: Filing }) {
  const { t } = useTranslation("filings");
  return (
    <section className="panel">
      <div className="row between">
        <h2>{t("pack")}</h2>
        <Button href={`/api/filings/${filing.id}/pack`} download>
          {t("download")}
        </Button>
      </div>
      <ul className="papers">
        {filing.items.map((item) => (
          <li key={item.name}>
            <span className={`paper-mark is-${item.status}`}>{t(`item.${item.status}`)}</span>
            <span>
              {item.name}
              <br />
              <span className="muted small">
                {item.note} {item.where && <Link to={item.where.replace("/app", "")}>{t("mend")}</Link>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Receipt({ filing }: { filing: Filing }) {
  const { t } = useTranslation("filings");
  const lines: [string, ReactNode][] = [
    [t("submitted_on"), <DateText key="s" value={filing.submitted_on} />],
    [t("registered_on"), <DateText key="r" value={filing.registered_on} />],
    [
      t("receipt_number"),
      <span key="n" className="num">
        {filing.number || "—"}
      </span>,
    ],
  ];
  if (filing.total_minor !== null) lines.push([t("total"), <Money key="t" minor={filing.total_minor} />]);
  if (filing.technical_minor !== null) lines.push([t("technical"), <Money key="k" minor={filing.technical_minor} />]);
  if (filing.reason) lines.push([t("reason"), filing.reason]);
  return (
    <section className="panel">
      <h2>{t("receipt")}</h2>
      <dl className="facts">
        {lines.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** One filing: its clock and rule, the papers, the steps, the receipt. */
export default function FilingPage() {
  const { t } = useTranslation("filings");
  const { id } = useParams({ from: "/desk/filings/$id" });
  const found = api.useQuery("get", "/api/filings/{filing_id}", { params: { path: { filing_id: id } } });
  const [asking, setAsking] = useState<Move>();
  const action = useAction();
  const filing = found.data;
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!filing) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const saved = () => {
    void found.refetch();
    toast(t("done"));
  };
  return (
    <>
      <PageHead
        title={`${t(`kind.${filing.kind}`)} · ${filing.title}`}
        back={{ to: "/filings", label: t("title") }}
        tag={<FilingState state={filing.state} />}
        lead={
          <>
            <Link to="/contracts/$id" params={{ id: filing.contract_id }}>
              {t("contract", { number: filing.contract_number })}
            </Link>{" "}
            · {t("column.due")} <DateText value={filing.due_on} /> · {t("source", { source: filing.source })}
          </>
        }
        actions={
          <>
            {filing.moves.map((move, index) => (
              <Button key={move} type={index === 0 ? "primary" : "default"} onClick={() => setAsking(move as Move)}>
                {t(`move.${move as Move}`)}
              </Button>
            ))}
            <RefusedSteps
              steps={filing.refused.map((step) => ({
                key: step.move,
                label: t(`move.${step.move as Move}`),
                reason: step.reason,
              }))}
            />
          </>
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error} />
        <Clock filing={filing} />
        <div className="grid-2">
          <Papers filing={filing} />
          <Receipt filing={filing} />
        </div>
      </div>
      {(asking === "return" || asking === "waive") && (
        <ReasonDialog
          title={t(`move.${asking}`)}
          hint={t(`ask.${asking}`)}
          confirm={t(`move.${asking}`)}
          run={(reason) => giveReason(filing, asking, reason).then(saved)}
          close={() => setAsking(undefined)}
        />
      )}
      <Suspense fallback={null}>
        {(asking === "submit" || asking === "register") && (
          <FilingDialog filing={filing} move={asking} close={() => setAsking(undefined)} done={saved} />
        )}
      </Suspense>
    </>
  );
}
