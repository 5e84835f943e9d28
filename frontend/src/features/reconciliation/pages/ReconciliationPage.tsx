import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { dateText } from "@/shared/lib/date";
import { yuan } from "@/shared/lib/money";
import { useMay } from "@/shared/session/session";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { DayChart } from "../DayChart";
import { DayItems } from "../DayItems";
import { Differences } from "../Differences";
import "../reconciliation.css";
import "../words";

function Sums({ account }: { account: Schemas["ComparedAccount"] }) {
  const { t } = useTranslation("reconciliation");
  const off = account.ours_minor - account.theirs_minor;
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{account.name}</h2>
        <StateTag tone={account.open_count ? "bad" : "good"}>
          {account.open_count ? t("open", { count: account.open_count }) : t("none")}
        </StateTag>
      </div>
      <dl className="account-sums">
        <div>
          <dt>{t("ours")}</dt>
          <dd className="num">{yuan(account.ours_minor)}</dd>
        </div>
        <div>
          <dt>{t(account.kind === "bank" ? "theirs_bank" : "theirs_clearing")}</dt>
          <dd className="num">{yuan(account.theirs_minor)}</dd>
        </div>
        <div>
          <dt>{t("difference")}</dt>
          <dd className="num">{yuan(off)}</dd>
        </div>
      </dl>
      <p className="muted small">
        {t("as_of", { day: dateText(account.day, "day") })} ·{" "}
        {t("compared_at", { at: dateText(account.ran_at, "minute") })}
      </p>
    </section>
  );
}

/** The accountant's desk: each account, ours against theirs, day by day, down to entries and bills. */
export default function ReconciliationPage() {
  const { t } = useTranslation("reconciliation");
  const may = useMay();
  const action = useAction();
  const navigate = useNavigate();
  const search = useSearch({ from: "/desk/reconciliation" });
  const found = api.useQuery("get", "/api/reconciliation/accounts");
  const accounts = found.data ?? [];
  const account = accounts.find((one) => one.key === search.account) ?? accounts[0];
  const day = search.day ?? account?.day;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {may("bank.import") && <Link to="/bank">{t("see_bank")}</Link>}
            <Button
              loading={action.busy === "run"}
              onClick={() =>
                void action.run(
                  "run",
                  () => answer(http.POST("/api/reconciliation/runs")),
                  may("bank.import") ? t("ran") : t("ran_clearing"),
                )
              }
            >
              {t("run")}
            </Button>
          </>
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error ?? found.error} />
        {found.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
        {found.data?.length === 0 && <EmptyState title={t("empty")} hint={t("empty_hint")} />}
        {accounts.length > 1 && (
          <FilterTabs
            label={t("title")}
            value={account?.key ?? ""}
            onChange={(key) => void navigate({ to: "/reconciliation", search: { account: key } })}
            entries={accounts.map((one) => ({ key: one.key, label: one.name }))}
          />
        )}
        {account && day && (
          <>
            <Sums account={account} />
            <Differences account={account.key} />
            <DayChart
              account={account.key}
              day={day}
              choose={(chosen) =>
                void navigate({
                  to: "/reconciliation",
                  search: { account: account.key, day: chosen },
                  resetScroll: false,
                })
              }
            />
            <DayItems account={account.key} day={day} />
          </>
        )}
      </div>
    </>
  );
}
