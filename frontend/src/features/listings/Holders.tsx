import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { PercentInput } from "@/shared/ui/PercentInput";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";

type Draft = Schemas["HolderDraft"];

const save = (listing_id: string, holders: Draft[]) =>
  answer(http.PUT("/api/listings/{listing_id}/holders", { params: { path: { listing_id } }, body: { holders } }));

/** Who owns the rights together with the university, with which share, and who has consented; editable in a draft. */
export function Holders({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation("listings");
  const common = useTranslation().t;
  const action = useAction();
  const path = { params: { path: { listing_id: id } } };
  const found = api.useQuery("get", "/api/listings/{listing_id}/holders", path);
  const [draft, setDraft] = useState<Draft[]>();
  const holders = found.data ?? [];
  if (!editable && holders.length < 2) return null;
  const change = (i: number, part: Partial<Draft>) =>
    setDraft((now) => now?.map((each, n) => (n === i ? { ...each, ...part } : each)));
  const begin = () =>
    setDraft(
      holders.length > 1
        ? holders.filter((h) => !h.is_university).map(({ uscc, share_bps }) => ({ uscc, share_bps }))
        : [{ uscc: "", share_bps: 5000 }],
    );
  return (
    <section className="panel stack">
      <h2>{t("holders.title")}</h2>
      <p className="muted">{t("holders.lead")}</p>
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {!draft && holders.length > 0 && (
        <ul className="parties">
          {holders.map((holder) => (
            <li key={holder.organization_id}>
              <span>
                {holder.name} · {holder.share_bps / 100}%
              </span>
              <StateTag tone={holder.consents ? "good" : "wait"}>
                {holder.is_university ? t("holders.own") : t(holder.consents ? "holders.consents" : "holders.waits")}
              </StateTag>
            </li>
          ))}
        </ul>
      )}
      {draft?.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are saved
        <div key={i} className="form-row">
          <div>
            <label htmlFor={`holder-uscc-${i}`}>{t("holders.uscc")}</label>
            <Input
              id={`holder-uscc-${i}`}
              value={each.uscc}
              maxLength={18}
              onChange={(event) => change(i, { uscc: event.target.value.trim() })}
            />
          </div>
          <div>
            <label htmlFor={`holder-share-${i}`}>{t("holders.share")}</label>
            <PercentInput
              id={`holder-share-${i}`}
              value={each.share_bps}
              onChange={(share_bps) => change(i, { share_bps: share_bps ?? 0 })}
            />
          </div>
          <Button style={{ alignSelf: "end" }} onClick={() => setDraft(draft.filter((_, n) => n !== i))}>
            {t("holders.remove")}
          </Button>
        </div>
      ))}
      {editable && (
        <div className="row">
          {draft ? (
            <>
              <Button onClick={() => setDraft([...draft, { uscc: "", share_bps: 1000 }])} disabled={draft.length > 2}>
                {t("holders.add")}
              </Button>
              <Button
                type="primary"
                loading={action.busy === "save"}
                onClick={() =>
                  void action
                    .run("save", () => save(id, draft), t("holders.saved"))
                    .then((done) => done && setDraft(undefined))
                }
              >
                {t("holders.save")}
              </Button>
              <Button onClick={() => setDraft(undefined)}>{common("form.cancel")}</Button>
            </>
          ) : (
            <Button onClick={begin}>{t("holders.edit")}</Button>
          )}
        </div>
      )}
      <ProblemAlert error={action.error ?? found.error} />
    </section>
  );
}
