import { useTranslation } from "react-i18next";
import { useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import type { Deal } from "./model";

/** What the two sides asked and answered. */
export function Conversation({ deal }: { deal: Deal }) {
  const { t } = useTranslation("deals");
  const me = useSession();
  if (deal.messages.length === 0) return null;
  const mySide = deal.firm_id === me.current.organization_id ? "firm" : "university";
  return (
    <section className="panel">
      <h2>{t("talk.title")}</h2>
      <ol className="talk">
        {deal.messages.map((message) => (
          <li key={message.id} className={message.side === mySide ? "is-mine" : ""}>
            <p className="muted">
              {t(`talk.${message.kind}`)} · {message.author_name} · <DateText value={message.at} precision="minute" />
            </p>
            <p>{message.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
