import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/shared/ui/EmptyState";
import { PageHead } from "@/shared/ui/PageHead";

export function Lost() {
  const { t } = useTranslation();
  return (
    <main className="plain-page">
      <PageHead title={t("lost.title")} />
      <EmptyState title={t("lost.reason")} action={<Link to="/">{t("lost.home")}</Link>} />
    </main>
  );
}
