import { useTranslation } from "react-i18next";
import { api } from "@/api/client";

/** How the university answers, as everybody sees it on the page of a result. */
export function Rate({ universityId }: { universityId: string }) {
  const { t } = useTranslation("enquiries");
  const rate = api.useQuery("get", "/api/universities/{organization_id}/response-rate", {
    params: { path: { organization_id: universityId } },
  }).data;
  if (!rate) return null;
  const { count, in_time_bps: share, median_workdays: median } = rate;
  return (
    <section className="panel">
      <h2>{t("rate.title")}</h2>
      {count === null || share === null ? (
        <p>{t("rate.few", { least: rate.least })}</p>
      ) : (
        <p>
          <strong>{t("rate.value", { share: `${Math.round(share / 100)}%`, days: rate.reply_workdays })}</strong> ·{" "}
          {t("rate.of", { months: rate.months, replies: count })}
          {median !== null && ` · ${t("rate.median", { median })}`}
        </p>
      )}
      <p className="muted small">{rate.explanation}</p>
    </section>
  );
}
