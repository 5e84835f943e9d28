import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

const EVERY_MS = 2000;
const SECOND_MS = 1000;

/** Seconds until an instant of this machine's clock, told every second. */
function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(tick);
  }, []);
  return Math.max(0, Math.round((at - now) / SECOND_MS));
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

interface Props {
  payment: Schemas["PaymentView"];
  renew: () => void;
  busy: boolean;
}

/** A code to scan in the wallet: counts down, follows the payment by itself, and offers a new code once it is over. */
export function ScanCode({ payment, renew, busy }: Props) {
  const { t } = useTranslation("payments");
  const client = useQueryClient();
  const found = api.useQuery(
    "get",
    "/api/payments/{payment_id}",
    { params: { path: { payment_id: payment.id } } },
    { refetchInterval: EVERY_MS },
  );
  const seen = found.data ?? payment;
  const left = useSecondsUntil((found.dataUpdatedAt || Date.now()) + (seen.seconds_left ?? 0) * SECOND_MS);
  const moved = seen.state !== "requires_action";
  useEffect(() => {
    if (moved) void client.invalidateQueries({ queryKey: ["get", "/api/invoices/{invoice_id}/ways"] });
    if (moved) void client.invalidateQueries({ queryKey: ["get", "/api/invoices/{invoice_id}"] });
  }, [moved, client]);

  if (moved) return <p role="status">{t("pay.paid_confirming")}</p>;
  const over = left === 0;
  return (
    <section className="stack is-tight" aria-labelledby="scan-title">
      <h3 id="scan-title">{t("pay.scan")}</h3>
      <ProblemAlert error={found.error} />
      {over ? (
        <>
          <p role="status">{t("pay.over")}</p>
          <Button type="primary" size="large" loading={busy} onClick={renew}>
            {t("pay.renew")}
          </Button>
        </>
      ) : (
        <>
          <img className="scan-code" src={seen.qr ?? ""} width={220} height={220} alt={t("pay.scan_alt")} />
          <p role="timer" className="num">
            {t("pay.time_left", { left: clock(left) })}
          </p>
          <p className="muted small">{t("pay.scan_after")}</p>
          {seen.scan?.startsWith("http") && (
            <p className="small">
              <a href={seen.scan} target="_blank" rel="noreferrer">
                {t("pay.scan_demo")}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
