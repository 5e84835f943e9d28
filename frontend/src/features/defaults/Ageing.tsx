import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import "./defaults.css";

/** What is late by how long, drawn to one scale; the figures beside the bars say the same. */
export function Ageing() {
  const { t } = useTranslation("defaults");
  const found = api.useQuery("get", "/api/defaults/ageing");
  if (found.error) return <ProblemAlert error={found.error} />;
  const most = Math.max(1, ...(found.data ?? []).map((step) => step.open_minor));
  return (
    <section className="panel" aria-busy={found.isPending}>
      <h2>{t("ageing.title")}</h2>
      <ol className="ageing">
        {found.data?.map((step) => (
          <li key={step.bucket}>
            <span>{t(`ageing.${step.bucket}`)}</span>
            <span className="ageing-track" aria-hidden="true">
              <span
                className={`ageing-bar is-${step.bucket}`}
                style={{ inlineSize: `${(100 * step.open_minor) / most}%` }}
              />
            </span>
            <span className="num ageing-sum">
              <Money minor={step.open_minor} /> · {t("ageing.cases", { count: step.cases })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
