import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { StateTag } from "./StateTag";
import { APPLICATION_TONES } from "./tones";

export function ApplicationStateTag({ state }: { state: Schemas["ApplicationState"] }) {
  const { t } = useTranslation("states");
  return <StateTag tone={APPLICATION_TONES[state]}>{t(`application.${state}`)}</StateTag>;
}
