import { Link, useParams } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { SplitCard } from "../SplitCard";
import { SplitFlow } from "../SplitFlow";

/** One split: the way of the money, each person's part with its arithmetic, approvals, the books. */
export default function DistributionPage() {
  const { t } = useTranslation("distributions");
  const { id } = useParams({ from: "/desk/distributions/$id" });
  const found = api.useQuery("get", "/api/distributions/{distribution_id}", {
    params: { path: { distribution_id: id } },
  });
  const may = useMay();
  const split = found.data;
  return (
    <>
      <PageHead title={split?.title ?? t("title")} lead={t("lead")} back={{ to: "/distributions", label: t("back") }} />
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      {found.isPending && <Skeleton active />}
      {split && (
        <div className="stack">
          <section className="panel stack">
            <h2>{t("way")}</h2>
            <SplitFlow steps={split.steps} />
          </section>
          <SplitCard split={split} whole />
          {split.ledger_txn_id === null && <p className="muted">{t("not_booked")}</p>}
          {split.ledger_txn_id !== null && may("ledger.read") && (
            <p>
              <Link to="/books/entries" search={{ behind: "distribution", id: split.id }}>
                {t("entries", { id: split.ledger_txn_id })}
              </Link>
            </p>
          )}
        </div>
      )}
    </>
  );
}
