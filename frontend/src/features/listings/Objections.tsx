import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";

/** Objections against the price on notice, and their answers. */
export function Objections({ id }: { id: string }) {
  const { t } = useTranslation("listings");
  const list = api.useQuery("get", "/api/listings/{listing_id}/objections", { params: { path: { listing_id: id } } });
  const action = useAction();
  const [settling, setSettling] = useState<string>();
  const [upheld, setUpheld] = useState(false);
  if (!list.data || list.data.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t("objection.title")}</h2>
      {list.data.map((objection) => (
        <article key={objection.id} className="stack">
          <p className="prose">{objection.text}</p>
          <p className="muted">
            {objection.name} · {objection.contact} · <DateText value={objection.raised_at} precision="minute" />
          </p>
          {objection.settled_at ? (
            <p>
              {objection.upheld ? t("objection.upheld") : t("objection.dismissed")} {objection.resolution}
            </p>
          ) : (
            <div className="row">
              <Radio.Group
                value={upheld}
                onChange={(event) => setUpheld(event.target.value as boolean)}
                options={[
                  { value: false, label: t("objection.dismiss") },
                  { value: true, label: t("objection.uphold") },
                ]}
              />
              <Button onClick={() => setSettling(objection.id)}>{t("objection.settle")}</Button>
            </div>
          )}
        </article>
      ))}
      {settling && (
        <ReasonDialog
          title={t("objection.settle")}
          hint={t("objection.resolution")}
          confirm={t("objection.settle")}
          minLength={10}
          close={() => setSettling(undefined)}
          run={async (resolution) => {
            await answer(
              http.POST("/api/listings/{listing_id}/objections/{objection_id}/settle", {
                params: { path: { listing_id: id, objection_id: settling } },
                body: { upheld, resolution },
              }),
            );
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </section>
  );
}
