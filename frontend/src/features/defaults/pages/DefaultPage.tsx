import { Link, useParams } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { Timeline } from "@/shared/ui/Timeline";
import { CaseActions } from "../CaseActions";
import { CaseCovers } from "../CaseCovers";
import { CASE_TONES, type Case } from "../model";
import { RecordCard } from "../RecordCard";
import "../defaults.css";
import "../words";

function NextPanel({ view }: { view: Case }) {
  const { t } = useTranslation("defaults");
  const { next } = view;
  return (
    <section className="panel next stack" aria-live="polite">
      <h2>{t("next.title")}</h2>
      {next.what ? (
        <p>
          <strong>{next.what}</strong>
          <br />
          {next.responsible_name} · {t("next.until")} <DateText value={next.on} />
        </p>
      ) : (
        <p>{t(`ended.${view.state as "cured"}`, { defaultValue: view.end_reason })}</p>
      )}
      {next.otherwise && <p className="muted">{next.otherwise}</p>}
      <div className="case-facts">
        <div>
          <span className="muted">{t("column.open")}</span>
          <strong>
            <Money minor={view.open_minor} />
          </strong>
        </div>
        <div>
          <span className="muted">{t("interest_so_far", { rate: (view.late_bps_per_day / 100).toFixed(2) })}</span>
          <strong>
            <Money minor={view.interest_minor} />
          </strong>
        </div>
        <div>
          <span className="muted">{t("column.owner")}</span>
          {view.owner_name || t("nobody")}
        </div>
      </div>
      {view.open_minor > 0 && <p className="muted">{t("how_it_ends")}</p>}
      <CaseActions view={view} />
    </section>
  );
}

function Sums({ view }: { view: Case }) {
  const { t } = useTranslation("defaults");
  return (
    <section className="stack">
      <h2>{t("sums.title")}</h2>
      <DataTable<Schemas["LateSum"]>
        caption={t("sums.title")}
        rows={view.sums}
        rowKey={(row) => row.invoice_id}
        empty={{ title: t("list.empty") }}
        columns={[
          {
            key: "number",
            title: t("sums.invoice"),
            names: true,
            render: (row) => (
              <Link to="/payments/$id" params={{ id: row.invoice_id }} className="num">
                {row.number}
              </Link>
            ),
          },
          { key: "due", title: t("sums.due"), render: (row) => <DateText value={row.due_on} /> },
          {
            key: "late",
            title: t("column.late"),
            numeric: true,
            render: (row) => <span className="num">{t("days", { count: row.days_late })}</span>,
          },
          { key: "open", title: t("column.open"), numeric: true, render: (row) => <Money minor={row.open_minor} /> },
          {
            key: "interest",
            title: t("sums.interest"),
            numeric: true,
            render: (row) => (
              <>
                <Money minor={row.interest_minor} />
                {row.interest_billed_minor > 0 && (
                  <span className="muted small">
                    {" "}
                    ({t("sums.billed")} <Money minor={row.interest_billed_minor} />)
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Life({ view }: { view: Case }) {
  const { t } = useTranslation("defaults");
  const lastDone = view.timeline.map((line) => line.done).lastIndexOf(true);
  return (
    <section className="panel">
      <h2>{t("timeline")}</h2>
      <Timeline
        label={t("timeline")}
        steps={view.timeline.map((line, i) => ({
          key: `${i}-${line.kind}`,
          title: line.title,
          status: i === lastDone ? "current" : line.done ? "done" : "ahead",
          note: (
            <>
              <DateText value={line.on} />
              {line.who && ` · ${line.who}`}
              {line.detail && (
                <>
                  <br />
                  {line.detail}
                </>
              )}
              {line.file_id && (
                <>
                  <br />
                  <a href={`/api/documents/${line.file_id}/content`} target="_blank" rel="noopener">
                    {t("open_pdf")}
                  </a>
                </>
              )}
            </>
          ),
        }))}
      />
    </section>
  );
}

/** One default as each side sees it: what is asked, until when, what happens next and how it ends. */
export default function DefaultPage() {
  const { t } = useTranslation("defaults");
  const { id } = useParams({ from: "/desk/defaults/$id" });
  const found = api.useQuery("get", "/api/defaults/{case_id}", { params: { path: { case_id: id } } });
  const view = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!view) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  return (
    <>
      <PageHead
        title={t("case_title", { number: view.number })}
        back={{ to: "/defaults", label: t("list.title") }}
        tag={<StateTag tone={CASE_TONES[view.state]}>{t(`state.${view.state}`)}</StateTag>}
        lead={
          <>
            <Link to="/contracts/$id" params={{ id: view.contract_id }}>
              {view.title}
            </Link>{" "}
            · <Org name={view.firm_name} /> → <Org name={view.university_name} /> · {t("late_since")}{" "}
            <DateText value={view.opened_on} />
          </>
        }
      />
      <div className="grid-2">
        <div className="stack">
          <NextPanel view={view} />
          <Sums view={view} />
          <CaseCovers view={view} />
          {view.record && <RecordCard record={view.record} />}
        </div>
        <Life view={view} />
      </div>
    </>
  );
}
