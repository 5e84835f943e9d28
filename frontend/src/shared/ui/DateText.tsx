import { useTranslation } from "react-i18next";
import { dateText } from "@/shared/lib/date";

interface Props {
  value: string | null | undefined;
  precision?: "day" | "minute";
}

/** The only place dates are written: Shanghai time, a dash when there is none yet. */
export function DateText({ value, precision = "day" }: Props) {
  const { t } = useTranslation();
  if (!value) return <span>{t("none")}</span>;
  return (
    <time className="num" dateTime={value}>
      {dateText(value, precision)}
    </time>
  );
}
