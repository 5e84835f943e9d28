import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { TermsDrawer } from "@/shared/terms/TermsDrawer";
import type { Deal } from "./model";
import { onTheTable, previewOffer, sendOffer } from "./negotiation";

/** Changed terms for the other side, with what they change and cost before they are sent. */
export default function OfferDialog({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation("deals");
  const base = onTheTable(deal);
  if (!base) return null;
  return (
    <TermsDrawer<{ message: string }, Awaited<ReturnType<typeof previewOffer>>>
      name="offer"
      title={t("offer.write_title")}
      lead={t("offer.write_lead")}
      confirm={t("offer.send")}
      done={t("offer.sent")}
      base={base}
      preview={(terms) => previewOffer(deal, terms)}
      send={(terms, { message }) => sendOffer(deal, terms, message)}
      note={(seen) => seen.needs_notice && <p className="muted">{t("offer.needs_notice")}</p>}
      close={close}
    >
      <Form.Item
        name="message"
        label={t("offer.message")}
        rules={[{ required: true, min: 4, whitespace: true, message: t("offer.message_needed") }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1200} />
      </Form.Item>
    </TermsDrawer>
  );
}
