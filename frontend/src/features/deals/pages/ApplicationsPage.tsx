import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageHead } from "@/shared/ui/PageHead";
import { DealTable } from "../DealTable";

export default function ApplicationsPage() {
  const { t } = useTranslation("deals");
  const { state, page = 1 } = useSearch({ from: "/desk/applications" });
  return (
    <>
      <PageHead title={t("mine.title")} lead={t("mine.lead")} />
      <DealTable side="firm" to="/applications" state={state} page={page} />
    </>
  );
}
