import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { newKey } from "@/shared/lib/key";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReturnedFromPaying } from "./ReturnedFromPaying";
import { ScanCode } from "./ScanCode";

type Way = Schemas["WayView"];

/** The ways to pay online, each with what to know before; one is open at a time, and the code of a wallet shows right here. */
export function Ways({ bill }: { bill: Schemas["WaysView"] }) {
  const { t } = useTranslation("payments");
  const action = useAction();
  // One key for all clicks on a way until it is answered: a double click opens one attempt.
  const keys = useRef<Record<string, string>>({});

  async function pay(way: Schemas["OnlineWay"]) {
    const key = keys.current[way] ?? newKey();
    keys.current[way] = key;
    const payment = await action.run(way, () =>
      answer(
        http.POST("/api/invoices/{invoice_id}/checkout", {
          params: { path: { invoice_id: bill.invoice_id }, query: { way }, header: { "idempotency-key": key } },
        }),
      ),
    );
    delete keys.current[way];
    if (payment?.url) window.location.assign(payment.url);
  }

  const { live } = bill;
  const open = live?.state === "requires_action";
  const elsewhere = open && !live.url && !live.qr;
  if (live && !open) return <ReturnedFromPaying paymentId={live.id} />;
  return (
    <div className="stack">
      {live?.qr && <ScanCode payment={live} renew={() => void pay("wechat_pay")} busy={action.busy === "wechat_pay"} />}
      {elsewhere && <p className="muted">{t("pay.elsewhere")}</p>}
      {open && !elsewhere && <p className="muted">{t("pay.switch")}</p>}
      <ProblemAlert error={action.error} />
      <ul className="plain stack">
        {bill.ways.map((way, index) => (
          <Row
            key={way.way}
            way={way}
            first={index === 0 && !live?.qr}
            busy={action.busy === way.way}
            shown={way.way === live?.way && Boolean(live.qr)}
            pay={(chosen) => void pay(chosen)}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  way: Way;
  first: boolean;
  busy: boolean;
  shown: boolean;
  pay: (way: Schemas["OnlineWay"]) => void;
}

function Row({ way, first, busy, shown, pay }: RowProps) {
  const { t } = useTranslation("payments");
  const chosen = way.way;
  if (chosen === "bank_transfer" || shown) return null;
  return (
    <li className="stack is-tight">
      {way.open ? (
        <Button
          block
          type={first ? "primary" : "default"}
          size="large"
          loading={busy}
          aria-describedby={`way-${chosen}`}
          onClick={() => pay(chosen)}
        >
          {t("pay.by", { way: way.name })}
        </Button>
      ) : (
        <strong>
          {way.name} · {t("pay.closed")}
        </strong>
      )}
      <p id={`way-${chosen}`} className="muted small">
        {way.why}
      </p>
    </li>
  );
}
