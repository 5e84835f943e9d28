import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { StateTag } from "@/shared/ui/StateTag";
import { LISTING_TONES } from "@/shared/ui/tones";

export function ListingState({ state }: { state: Schemas["ListingState"] }) {
  const { t } = useTranslation("states");
  return <StateTag tone={LISTING_TONES[state]}>{t(`listing.${state}`)}</StateTag>;
}
