import { Link, useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ClosingCard } from "../ClosingCard";
import { ask, daysOf } from "../model";
import { Obstacles } from "../Obstacles";
import "../words";

const SHUT = ["closed", "reopening"];

/** A month: what still stands in the way of closing it, who closed it, and what was kept. */
export default function MonthPage() {
  const { t } = useTranslation("closings");
  const { month } = useParams({ from: "/desk/closings/$month" });
  const detail = api.useQuery("get", "/api/closings/months/{month}", { params: { path: { month } } });
  const action = useAction();
  const found = detail.data;
  const shut = found?.closings.some((one) => SHUT.includes(one.state));
  return (
    <>
      <PageHead
        title={t("month_title", { month })}
        lead={found && (found.organization ?? t("all"))}
        back={{ to: "/closings", label: t("title") }}
        actions={
          <Link to="/books" search={daysOf(month)}>
            {t("books")}
          </Link>
        }
      />
      <div className="stack">
        <ProblemAlert error={detail.error} retry={() => void detail.refetch()} />
        {detail.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
        {found && !shut && (
          <section className="stack">
            <h2>{t("obstacles")}</h2>
            {found.obstacle_count > 0 ? <Obstacles found={found.obstacles} /> : <p>{t("obstacles_done")}</p>}
            <ProblemAlert error={action.error} />
            {found.may_ask && (
              <div className="row no-print">
                <Button
                  type="primary"
                  loading={action.busy === "ask"}
                  onClick={() => void action.run("ask", () => ask(month), t("asked"))}
                >
                  {t("ask")}
                </Button>
              </div>
            )}
          </section>
        )}
        {found && found.closings.length > 0 && (
          <section className="stack">
            <h2>{t("closings")}</h2>
            <ul className="plain stack">
              {found.closings.map((one) => (
                <ClosingCard key={one.id} closing={one} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
