import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { ApplicationStateTag } from "@/shared/ui/ApplicationStateTag";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import type { Draft } from "../model";

/** What the firm needs money for, and how far each request has come. */
export default function FundingPage() {
  const { t } = useTranslation("funding");
  const navigate = useNavigate();
  const list = api.useQuery("get", "/api/funding-requests");
  const create = (
    <Button type="primary" onClick={() => void navigate({ to: "/funding/new" })}>
      {t("list.new")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} actions={create} />
      <DataTable<Schemas["FundingRequestBrief"]>
        caption={t("list.title")}
        rows={list.data}
        rowKey={(row) => row.id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={{ title: t("list.empty"), hint: t("list.empty_hint"), action: create }}
        columns={[
          {
            key: "title",
            title: t("field.title"),
            names: true,
            render: (row) => (
              <Link to="/funding/$id" params={{ id: row.id }}>
                {row.title}
              </Link>
            ),
          },
          {
            key: "purpose",
            title: t("field.purpose"),
            render: (row) => t(`purpose.${row.purpose as Draft["purpose"]}`),
          },
          {
            key: "amount",
            title: t("field.amount_minor"),
            numeric: true,
            render: (row) => <Money minor={row.amount_minor} style="round" />,
          },
          {
            key: "applications",
            title: t("column.applications"),
            render: (row) =>
              row.applications.length === 0 ? (
                "—"
              ) : (
                <ul className="files">
                  {row.applications.map((application) => (
                    <li key={application.id} className="row">
                      {application.provider_name} <ApplicationStateTag state={application.state} />
                    </li>
                  ))}
                </ul>
              ),
          },
          { key: "created", title: t("column.created"), render: (row) => <DateText value={row.created_at} /> },
          { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
        ]}
      />
    </>
  );
}
