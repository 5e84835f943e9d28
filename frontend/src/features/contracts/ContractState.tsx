import { useTranslation } from "react-i18next";
import { StateTag } from "@/shared/ui/StateTag";
import { CONTRACT_TONES, type State } from "./model";

export function ContractState({ state }: { state: State }) {
  const { t } = useTranslation("states");
  return <StateTag tone={CONTRACT_TONES[state]}>{t(`contract.${state}`)}</StateTag>;
}
