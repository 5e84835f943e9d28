import { useTranslation } from "react-i18next";
import type { DraftStatus as Status } from "@/shared/hooks/useDraft";
import { dateText } from "@/shared/lib/date";

/** Whether what was typed is safe, read out politely. */
export function DraftStatus({ status }: { status: Status }) {
  const { t } = useTranslation();
  const text = {
    clean: "",
    saving: t("draft.saving"),
    saved: status.kind === "saved" ? t("draft.saved", { time: dateText(status.at, "minute").slice(-5) }) : "",
    failed: t("draft.failed"),
  }[status.kind];
  return (
    <span role="status" className="muted">
      {text}
    </span>
  );
}
