import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";

interface Props {
  listingId: string;
  objection: Schemas["ObjectionView"];
}

function Objection({ listingId, objection }: Props) {
  const { t } = useTranslation("listings");
  const action = useAction();
  const [settling, setSettling] = useState(false);
  const [upheld, setUpheld] = useState(false);
  const title = t("objection.answer_of", { name: objection.name });

  async function settle(resolution: string) {
    await answer(
      http.POST("/api/listings/{listing_id}/objections/{objection_id}/settle", {
        params: { path: { listing_id: listingId, objection_id: objection.id } },
        body: { upheld, resolution },
      }),
    );
    await action.run("refresh", async () => undefined);
  }
  return (
    <article className="objection">
      <p className="prose" lang="zh-CN">
        {objection.text}
      </p>
      <p className="muted">
        {objection.name} · {objection.contact} · <DateText value={objection.raised_at} precision="minute" />
      </p>
      {objection.settled_at ? (
        <p>
          <strong>{objection.upheld ? t("objection.upheld") : t("objection.dismissed")}</strong> {objection.resolution}
        </p>
      ) : (
        <div className="row">
          <Radio.Group
            aria-label={title}
            value={upheld}
            onChange={(event) => setUpheld(event.target.value as boolean)}
            options={[
              { value: false, label: t("objection.dismiss") },
              { value: true, label: t("objection.uphold") },
            ]}
          />
          <Button type="primary" onClick={() => setSettling(true)} aria-label={title}>
            {t("objection.settle")}
          </Button>
        </div>
      )}
      {settling && (
        <ReasonDialog
          title={title}
          hint={t("objection.resolution")}
          confirm={upheld ? t("objection.uphold") : t("objection.dismiss")}
          minLength={10}
          danger={upheld}
          close={() => setSettling(false)}
          run={settle}
        />
      )}
    </article>
  );
}

/** Objections against the price on notice, and their answers. */
export function Objections({ id }: { id: string }) {
  const { t } = useTranslation("listings");
  const list = api.useQuery("get", "/api/listings/{listing_id}/objections", { params: { path: { listing_id: id } } });
  if (!list.data || list.data.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t("objection.title")}</h2>
      {list.data.map((objection) => (
        <Objection key={objection.id} listingId={id} objection={objection} />
      ))}
    </section>
  );
}
