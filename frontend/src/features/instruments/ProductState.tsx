import { useTranslation } from "react-i18next";
import { StateTag } from "@/shared/ui/StateTag";
import { PRODUCT_TONES, type State } from "./model";

export function ProductState({ state }: { state: State }) {
  const { t } = useTranslation("states");
  return <StateTag tone={PRODUCT_TONES[state]}>{t(`instrument.${state}`)}</StateTag>;
}
