import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay, useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Certificates } from "../Certificates";
import { Eligibility } from "../Eligibility";
import { FiguresForm } from "../FiguresForm";

export default function OrganizationPage() {
  const { t } = useTranslation("organization");
  const words = useTranslation("words").t;
  const me = useSession();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const path = { organization_id: me.current.organization_id };
  const found = api.useQuery("get", "/api/organizations/{organization_id}", { params: { path } });
  const record = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!record) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const isFirm = record.kind === "sme";
  const missing = <span className="muted">{t("missing")}</span>;
  const amount = (minor: number | null) => (minor === null ? missing : <Money minor={minor} />);

  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className={isFirm ? "grid-2" : "stack"}>
        <div className="stack">
          <section className="panel">
            <h2>{t("record")}</h2>
            <dl className="facts">
              <dt>{t("field.name")}</dt>
              <dd lang="zh-CN">{record.name}</dd>
              <dt>{t("field.uscc")}</dt>
              <dd className="num">{record.uscc ?? missing}</dd>
              <dt>{t("field.city")}</dt>
              <dd lang="zh-CN">{record.city || missing}</dd>
              {record.zone_name && (
                <>
                  <dt>{t("field.zone")}</dt>
                  <dd>
                    <span lang="zh-CN">{record.zone_name}</span>
                    {record.zone_is_pilot && ` · ${t("pilot")}`}
                  </dd>
                </>
              )}
              {record.founded_on && (
                <>
                  <dt>{t("field.founded_on")}</dt>
                  <dd>
                    <DateText value={record.founded_on} />
                  </dd>
                </>
              )}
              {record.industry && (
                <>
                  <dt>{t("field.industry")}</dt>
                  <dd>{words(`industry.${record.industry as Schemas["Industry"]}`)}</dd>
                </>
              )}
            </dl>
          </section>
          <section className="panel stack">
            <div className="row between">
              <h2>{t("figures")}</h2>
              {may("organization.write") && !editing && <Button onClick={() => setEditing(true)}>{t("edit")}</Button>}
            </div>
            {editing ? (
              <FiguresForm record={record} close={() => setEditing(false)} />
            ) : (
              <dl className="facts">
                <dt>{t("field.address")}</dt>
                <dd lang="zh-CN">{record.address || missing}</dd>
                {isFirm && (
                  <>
                    <dt>{t("field.staff")}</dt>
                    <dd className="num">{record.staff === null ? missing : t("people", { count: record.staff })}</dd>
                    <dt>{t("field.sales")}</dt>
                    <dd>{amount(record.sales_minor)}</dd>
                    <dt>{t("field.assets")}</dt>
                    <dd>{amount(record.assets_minor)}</dd>
                  </>
                )}
                <dt>{t("field.bank_name")}</dt>
                <dd>{record.bank_name || missing}</dd>
                <dt>{t("field.bank_account")}</dt>
                <dd className="num">{record.bank_account || missing}</dd>
              </dl>
            )}
          </section>
          {isFirm && <Certificates items={record.certificates} />}
        </div>
        {isFirm && (
          <aside>
            <Eligibility organizationId={record.id} />
          </aside>
        )}
      </div>
    </>
  );
}
