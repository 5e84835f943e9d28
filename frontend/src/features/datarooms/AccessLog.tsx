import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Org } from "@/shared/ui/Org";
import type { Look } from "./model";

const SIZE = 10;

/** Who looked at what, newest first. */
export function AccessLog({ listingId, side }: { listingId: string; side: "firm" | "university" }) {
  const { t } = useTranslation("datarooms");
  const [page, setPage] = useState(1);
  const log = api.useQuery("get", "/api/datarooms/{listing_id}/log", {
    params: { path: { listing_id: listingId }, query: { page, size: SIZE } },
  });
  return (
    <section className="panel stack">
      <h2>{t("log.title")}</h2>
      <p className="muted">{t(`log.lead.${side}`)}</p>
      <DataTable
        caption={t("log.title")}
        rows={log.data?.items}
        rowKey={(look) => look.number}
        loading={log.isPending}
        error={log.error}
        retry={() => void log.refetch()}
        empty={{ title: t("log.empty") }}
        columns={[
          {
            key: "file",
            title: t("log.file"),
            names: true,
            render: (look) => <span lang="zh-CN">{look.file_name}</span>,
          },
          ...(side === "university"
            ? [
                {
                  key: "organization",
                  title: t("log.organization"),
                  render: (look: Look) => <Org name={look.organization_name} />,
                },
              ]
            : []),
          { key: "action", title: t("log.action"), render: (look) => t(`log.${look.action}`) },
          { key: "at", title: t("log.at"), render: (look) => <DateText value={look.at} precision="minute" /> },
          { key: "person", title: t("log.person"), render: (look) => look.person_name },
          { key: "number", title: t("log.number"), render: (look) => <span className="num">{look.number}</span> },
        ]}
        paging={{ page, size: SIZE, total: log.data?.total ?? 0, onPage: setPage }}
      />
    </section>
  );
}
