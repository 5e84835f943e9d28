import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useText } from "@/shared/hooks/useText";
import { EmptyState } from "@/shared/ui/EmptyState";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { Conditions, Wishes } from "../Conditions";
import { Offer } from "../Offer";
import { ProductState } from "../ProductState";

/** One product in its latest version; says so when firms still see an earlier one. */
export default function InstrumentPage() {
  const { t } = useTranslation("instruments");
  const common = useTranslation().t;
  const text = useText();
  const navigate = useNavigate();
  const { id } = useParams({ from: "/desk/instruments/$id" });
  const [withdrawing, setWithdrawing] = useState(false);
  const action = useAction();
  const params = { path: { instrument_id: id } };
  const own = api.useQuery("get", "/api/instruments/own");
  const live = api.useQuery("get", "/api/instruments/{instrument_id}", { params });
  const item = own.data?.find((row) => row.id === id);
  if (own.error) return <ProblemAlert error={own.error} retry={() => void own.refetch()} />;
  if (own.isPending) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  if (!item)
    return (
      <>
        <PageHead title={common("lost.title")} back={{ to: "/instruments", label: t("list.title") }} />
        <EmptyState title={common("lost.reason")} />
      </>
    );
  const seen = item.state === "published" ? live.data?.version : undefined;
  const newer = seen !== undefined && seen < item.version;

  const publish = () =>
    void action.run(
      "publish",
      () => answer(http.POST("/api/instruments/{instrument_id}/publish", { params })),
      t("done.published"),
    );
  return (
    <>
      <PageHead
        title={text(item.name)}
        back={{ to: "/instruments", label: t("list.title") }}
        tag={<ProductState state={item.state} />}
        lead={`${text(item.kind_label)} · ${t("version", { number: item.version })}`}
        actions={
          <>
            {(item.state === "draft" || newer) && (
              <Button type="primary" loading={action.busy === "publish"} onClick={publish}>
                {newer ? t("publish_version", { number: item.version }) : t("publish")}
              </Button>
            )}
            {item.state !== "withdrawn" && (
              <Button onClick={() => void navigate({ to: "/instruments/$id/edit", params: { id } })}>
                {t("edit")}
              </Button>
            )}
            <Button onClick={() => void navigate({ to: "/instruments/new", search: { like: id } })}>{t("copy")}</Button>
            {item.state !== "withdrawn" && (
              <Button danger onClick={() => setWithdrawing(true)}>
                {t("withdraw")}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error} />
        {item.state === "draft" && <p className="panel next">{t("unpublished_draft")}</p>}
        {newer && <p className="panel next">{t("unpublished", { latest: item.version, live: seen })}</p>}
        <div className="grid-2">
          <div className="stack">
            <Offer item={item} />
            <Conditions item={item} />
          </div>
          <aside className="stack">
            <Wishes item={item} />
            {item.documents.length > 0 && (
              <section className="panel" aria-labelledby="documents">
                <h2 id="documents">{t("part.documents")}</h2>
                <ul className="clauses">
                  {item.documents.map((document) => (
                    <li key={document.zh}>{text(document)}</li>
                  ))}
                </ul>
              </section>
            )}
          </aside>
        </div>
      </div>
      {withdrawing && (
        <ReasonDialog
          title={t("withdraw_title", { name: text(item.name) })}
          hint={t("withdraw_hint")}
          confirm={t("withdraw")}
          danger
          close={() => setWithdrawing(false)}
          run={async (reason) => {
            await answer(http.POST("/api/instruments/{instrument_id}/withdraw", { params, body: { reason } }));
            await action.run("refresh", async () => undefined, t("done.withdrawn"));
          }}
        />
      )}
    </>
  );
}
