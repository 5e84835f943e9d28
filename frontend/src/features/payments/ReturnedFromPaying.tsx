import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { PAYMENT_TONES } from "@/shared/ui/tones";

const SETTLED = ["succeeded", "failed", "canceled"];
const EVERY_MS = 2000;

/**
 * Back from the provider's page: what it says is looked up until it is certain; money counts only when it is.
 * Who came back from paying, and did not leave the page, reads that it is being confirmed.
 */
export function ReturnedFromPaying({ paymentId, left = true }: { paymentId: string; left?: boolean }) {
  const { t } = useTranslation("payments");
  const states = useTranslation("states").t;
  const client = useQueryClient();
  const found = api.useQuery(
    "get",
    "/api/payments/{payment_id}",
    { params: { path: { payment_id: paymentId } } },
    { refetchInterval: (query) => (SETTLED.includes(query.state.data?.state ?? "") ? false : EVERY_MS) },
  );
  const state = found.data?.state;
  useEffect(() => {
    if (state && SETTLED.includes(state))
      for (const path of ["/api/invoices/{invoice_id}", "/api/invoices/{invoice_id}/ways"] as const)
        void client.invalidateQueries({ queryKey: ["get", path] });
  }, [state, client]);
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!state) return null;
  return (
    <section className="panel next" aria-live="polite">
      <p className="row">
        <StateTag tone={PAYMENT_TONES[state]}>{states(`payment.${state}`)}</StateTag>
        {t(`returned.${state === "requires_action" && !left ? "confirming" : state}`)}
      </p>
    </section>
  );
}
