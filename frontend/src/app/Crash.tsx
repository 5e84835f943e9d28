import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

/** The last net: a page that broke says so, keeps the menu and offers the way back. */
export function Crash({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <main className="plain-page stack">
      <PageHead title={t("crash.title")} />
      {isProblem(error) ? <ProblemAlert error={error} /> : <p>{t("crash.reason")}</p>}
      <div>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t("problem.reload")}
        </Button>
      </div>
    </main>
  );
}
