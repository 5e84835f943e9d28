import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageHead } from "@/shared/ui/PageHead";
import { DealTable } from "../DealTable";

export default function InboxPage() {
  const { t } = useTranslation("deals");
  const { state, page = 1 } = useSearch({ from: "/desk/inbox" });
  return (
    <>
      <PageHead title={t("inbox.title")} lead={t("inbox.lead")} />
      <DealTable side="university" to="/inbox" state={state} page={page} />
    </>
  );
}
