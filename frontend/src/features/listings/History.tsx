import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { api } from "@/api/client";
import { DateText } from "@/shared/ui/DateText";
import { Timeline } from "@/shared/ui/Timeline";

type State = Schemas["ListingState"];

/** Which way a listing came, with the reasons given. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation("listings");
  const states = useTranslation("states").t;
  const steps = api.useQuery("get", "/api/listings/{listing_id}/history", { params: { path: { listing_id: id } } });
  if (!steps.data) return null;
  return (
    <section className="panel">
      <h2>{t("section.history")}</h2>
      <Timeline
        label={t("section.history")}
        steps={steps.data.map((step, i) => ({
          key: step.at + step.move,
          title: states(`listing.${step.to_state as State}`),
          status: i === steps.data.length - 1 ? "current" : "done",
          note: (
            <>
              <DateText value={step.at} precision="minute" />
              {step.reason && <> · {step.reason}</>}
            </>
          ),
        }))}
      />
    </section>
  );
}
