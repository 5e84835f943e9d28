import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { AccountTable } from "../AccountTable";
import { Period } from "../Period";
import { TaxClasses } from "../TaxClasses";
import { TrialTable } from "../TrialTable";
import "../words";

/** The accountant's ledger: the trial balance of a period, the accounts behind it, and both as files. */
export default function BooksPage() {
  const { t } = useTranslation("books");
  const navigate = useNavigate();
  const { from, to, kind } = useSearch({ from: "/desk/books" });
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const trial = api.useQuery("get", "/api/books/trial-balance", { params: { query: days } });
  const label = trial.data?.rows.find((row) => row.kind === kind)?.label ?? kind;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead", { organization: trial.data?.organization ?? t("all") })}
        actions={<Link to="/books/entries">{t("latest")}</Link>}
      />
      <div className="stack">
        <Period
          days={days}
          choose={(chosen) => void navigate({ to: "/books", search: kind ? { ...chosen, kind } : chosen })}
          file="/api/books/trial-balance/file"
        />
        <ProblemAlert error={trial.error} retry={() => void trial.refetch()} />
        {trial.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {trial.data && (
          <section className="stack">
            <h2>{t("trial")}</h2>
            <TrialTable trial={trial.data} days={days} />
          </section>
        )}
        <AccountTable key={`${kind}${to}`} days={days} kind={kind} label={label} />
        <TaxClasses />
      </div>
    </>
  );
}
