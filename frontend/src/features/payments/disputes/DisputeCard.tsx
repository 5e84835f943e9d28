import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import { type Dispute, TONES } from "./model";

/** One dispute in a list: how much, of which bill, and until when it can be answered. */
export function DisputeCard({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  const states = useTranslation("states").t;
  return (
    <li className="panel stack">
      <div className="row">
        <Link to="/disputes" search={{ dispute: dispute.id }}>
          <strong>
            {t("bill", { number: dispute.invoice_number })} · <Money minor={dispute.amount_minor} />
          </strong>
        </Link>
        <StateTag tone={TONES[dispute.state]}>{states(`payment_dispute.${dispute.state}`)}</StateTag>
      </div>
      <p>
        {dispute.title} · {dispute.firm_name}
      </p>
      <p className="muted small">
        {t("opened")} <DateText value={dispute.opened_on} />
        {dispute.state === "opened" && dispute.due_on && (
          <>
            {" · "}
            {t("due")} <DateText value={dispute.due_on} />
          </>
        )}
      </p>
    </li>
  );
}
