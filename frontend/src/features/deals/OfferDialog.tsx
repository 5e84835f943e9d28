import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Form, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBusy } from "@/shared/hooks/useBusy";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { toast } from "@/shared/ui/toast";
import { CostBars, Differences } from "./Differences";
import type { Deal } from "./model";
import { type Comparison, formOf, type OfferForm, onTheTable, previewOffer, sendOffer, sheetOf } from "./negotiation";
import { OfferFields } from "./OfferFields";

const PAUSE_MS = 400;

/** Changed terms for the other side, with what they change and cost before they are sent. */
export default function OfferDialog({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation("deals");
  const common = useTranslation().t;
  const client = useQueryClient();
  const [form] = Form.useForm<OfferForm & { message: string }>();
  const [seen, setSeen] = useState<Comparison>();
  const [error, setError] = useState<unknown>();
  const [busy, once] = useBusy();
  const asked = useRef(0);
  const timer = useRef<number>(undefined);
  const base = onTheTable(deal);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  if (!base) return null;

  async function look(values: OfferForm) {
    if (!base) return;
    asked.current += 1;
    const mine = asked.current;
    try {
      const found = await previewOffer(deal, sheetOf(values, base));
      if (mine !== asked.current) return; // a later answer counts
      setSeen(found);
      setError(undefined);
    } catch (problem) {
      if (mine === asked.current) setError(problem);
    }
  }
  async function send() {
    const values = await form.validateFields().catch(() => undefined);
    if (!values || !base) return;
    const { message, ...terms } = values;
    try {
      await sendOffer(deal, sheetOf(terms, base), message);
      await client.invalidateQueries();
      toast(t("offer.sent"));
      close();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Drawer
      open
      size={760}
      title={t("offer.write_title")}
      onClose={close}
      footer={
        <div className="row">
          <Button type="primary" loading={busy} onClick={() => void once(send)}>
            {t("offer.send")}
          </Button>
          <Button onClick={close}>{common("form.cancel")}</Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...formOf(base), message: "" }}
        onValuesChange={(_, values) => {
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => void look(values), PAUSE_MS);
        }}
      >
        <p className="muted">{t("offer.write_lead")}</p>
        <OfferFields base={base} />
        <section className="stack" aria-live="polite" aria-label={t("offer.changes")}>
          <h3>{t("offer.changes")}</h3>
          {seen ? (
            <>
              <Differences of={seen} />
              {seen.differences.length > 0 && <CostBars of={seen} />}
              {seen.cautions.map((caution) => (
                <p key={caution} className="warn">
                  {caution}
                </p>
              ))}
              {seen.needs_notice && seen.differences.length > 0 && <p className="muted">{t("offer.needs_notice")}</p>}
            </>
          ) : (
            <p className="muted">{t("offer.no_change")}</p>
          )}
        </section>
        <Form.Item
          name="message"
          label={t("offer.message")}
          rules={[{ required: true, min: 4, whitespace: true, message: t("offer.message_needed") }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1200} />
        </Form.Item>
        <ProblemAlert error={error} />
      </Form>
    </Drawer>
  );
}
