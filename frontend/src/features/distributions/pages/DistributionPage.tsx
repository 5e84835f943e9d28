import { useParams } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { SplitCard } from "../SplitCard";
import { SplitFlow } from "../SplitFlow";

/** The transaction of the ledger that booked a split, with all its legs. */
function Entries({ split }: { split: Schemas["DistributionView"] }) {
  const { t } = useTranslation("distributions");
  const entries = api.useQuery("get", "/api/ledger/contracts/{contract_id}", {
    params: { path: { contract_id: split.contract_id } },
  });
  const booked = entries.data?.find((one) => one.id === split.ledger_txn_id);
  if (!booked) return null;
  return (
    <details className="panel">
      <summary>{t("entries", { id: booked.id })}</summary>
      <table className="bill">
        <tbody>
          {booked.entries.map((entry) => (
            <tr key={entry.account}>
              <th scope="row" className="small">
                {entry.account}
              </th>
              <td>
                <Money minor={entry.amount_minor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** One split: the way of the money, each person's part with its arithmetic, approvals, the books. */
export default function DistributionPage() {
  const { t } = useTranslation("distributions");
  const { id } = useParams({ from: "/desk/distributions/$id" });
  const found = api.useQuery("get", "/api/distributions/{distribution_id}", {
    params: { path: { distribution_id: id } },
  });
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
          {split.ledger_txn_id === null ? <p className="muted">{t("not_booked")}</p> : <Entries split={split} />}
        </div>
      )}
    </>
  );
}
