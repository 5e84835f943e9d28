import { useTranslation } from "react-i18next";

/** The rule of a field that must be filled in, said with its own label. */
export function useNeeded() {
  const { t } = useTranslation("instruments");
  return (label: string) => [{ required: true, message: t("needed", { label }) }];
}
