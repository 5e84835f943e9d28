import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import type { Deal } from "./model";

function Objection({ deal, objection }: { deal: Deal; objection: Schemas["PriceObjectionView"] }) {
  const { t } = useTranslation("deals");
  const me = useSession();
  const action = useAction();
  const [upheld, setUpheld] = useState(false);
  const [settling, setSettling] = useState(false);
  const title = t("notice.answer_of", { name: objection.name });

  async function settle(resolution: string) {
    await answer(
      http.POST("/api/deals/{deal_id}/objections/{objection_id}/settle", {
        params: { path: { deal_id: deal.id, objection_id: objection.id } },
        body: { upheld, resolution },
      }),
    );
    await action.run("refresh", async () => undefined);
  }
  return (
    <article className="stack">
      <p lang="zh-CN">{objection.text}</p>
      <p className="muted">
        {objection.name} · {objection.contact} · <DateText value={objection.raised_at} precision="minute" />
      </p>
      {objection.settled_at && (
        <p>
          <strong>{objection.upheld ? t("notice.upheld") : t("notice.dismissed")}</strong> {objection.resolution}
        </p>
      )}
      {!objection.settled_at && me.permissions.includes("listing.approve") && (
        <div className="row">
          <Radio.Group
            aria-label={title}
            value={upheld}
            onChange={(event) => setUpheld(event.target.value as boolean)}
            options={[
              { value: false, label: t("notice.dismiss") },
              { value: true, label: t("notice.uphold") },
            ]}
          />
          <Button type="primary" onClick={() => setSettling(true)} aria-label={title}>
            {t("notice.settle")}
          </Button>
        </div>
      )}
      {settling && (
        <ReasonDialog
          title={title}
          hint={t("notice.resolution")}
          confirm={upheld ? t("notice.uphold") : t("notice.dismiss")}
          danger={upheld}
          close={() => setSettling(false)}
          run={settle}
        />
      )}
    </article>
  );
}

function Objections({ deal }: { deal: Deal }) {
  const found = api.useQuery("get", "/api/deals/{deal_id}/objections", { params: { path: { deal_id: deal.id } } });
  return found.data?.map((objection) => <Objection key={objection.id} deal={deal} objection={objection} />);
}

/** The notice of a negotiated price: since when, until when, and what was said against it. */
export function DealNotice({ deal }: { deal: Deal }) {
  const { t } = useTranslation("deals");
  const me = useSession();
  const { notice } = deal;
  const reads = deal.university_id === me.current.organization_id && me.permissions.includes("deal.answer");
  if (!notice) return null;
  return (
    <section className="panel stack">
      <h2>{t("notice.title")}</h2>
      <p>
        <DateText value={notice.begins_on} /> – <DateText value={notice.ends_on} />
        {deal.state === "price_notice" && <> · {t("notice.left", { count: notice.days_left })}</>}
      </p>
      {deal.state === "objection" && <p className="warn">{t("notice.paused")}</p>}
      <p className="muted">{t("notice.law")}</p>
      {reads && <Objections deal={deal} />}
      <p>
        <a href="/publicity">{t("notice.board")}</a>
      </p>
    </section>
  );
}
