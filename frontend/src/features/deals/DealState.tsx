import { useTranslation } from "react-i18next";
import { StateTag } from "@/shared/ui/StateTag";
import { DEAL_TONES, type DealState as State } from "./model";

export function DealState({ state }: { state: State }) {
  const { t } = useTranslation("states");
  return <StateTag tone={DEAL_TONES[state]}>{t(`deal.${state}`)}</StateTag>;
}
