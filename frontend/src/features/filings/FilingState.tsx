import { useTranslation } from "react-i18next";
import { StateTag } from "@/shared/ui/StateTag";
import { type State, TONES } from "./model";

export function FilingState({ state }: { state: State }) {
  const { t } = useTranslation("states");
  return <StateTag tone={TONES[state]}>{t(`filing.${state}`)}</StateTag>;
}
