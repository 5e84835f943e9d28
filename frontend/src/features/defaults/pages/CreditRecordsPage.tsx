import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { EmptyState } from "@/shared/ui/EmptyState";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { RecordCard } from "../RecordCard";
import "../words";

/** The credit records of one's organization; an officer of a zone sees what was issued to it. */
export default function CreditRecordsPage() {
  const { t } = useTranslation("defaults");
  const list = api.useQuery("get", "/api/credit-records");
  return (
    <>
      <PageHead title={t("records.title")} lead={t("records.lead")} />
      <div className="stack">
        <ProblemAlert error={list.error} retry={() => void list.refetch()} />
        {list.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
        {list.data?.length === 0 && <EmptyState title={t("records.empty")} hint={t("records.empty_hint")} />}
        {list.data?.map((record) => (
          <RecordCard key={record.id} record={record} />
        ))}
      </div>
    </>
  );
}
