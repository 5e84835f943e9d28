import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { CopyText } from "@/shared/ui/CopyText";
import { DateText } from "@/shared/ui/DateText";
import { FormDialog } from "@/shared/ui/FormDialog";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";

const TONES = { open: "good", expired: "idle", withdrawn: "idle" } as const;

/** Links by which somebody without an account pays this bill: made, copied, seen to be opened, withdrawn. */
export function PayLinks({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation("payments");
  const action = useAction();
  const [making, setMaking] = useState(false);
  const of = { params: { path: { invoice_id: invoiceId } } };
  const links = api.useQuery("get", "/api/invoices/{invoice_id}/pay-links", of);
  return (
    <section className="panel stack">
      <h2>{t("links.title")}</h2>
      <p className="muted">{t("links.lead")}</p>
      <ProblemAlert error={links.error ?? action.error} />
      {links.data && links.data.length > 0 && (
        <ul className="plain stack">
          {links.data.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              busy={action.busy === link.id}
              withdraw={() =>
                void action.run(
                  link.id,
                  () =>
                    answer(http.POST("/api/pay-links/{link_id}/withdraw", { params: { path: { link_id: link.id } } })),
                  t("links.withdrawn"),
                )
              }
            />
          ))}
        </ul>
      )}
      <Button onClick={() => setMaking(true)}>{t("links.make")}</Button>
      {making && (
        <FormDialog<Schemas["NewPayLink"]>
          name="pay_link"
          title={t("links.make")}
          confirm={t("links.confirm")}
          lead={<p>{t("links.lead")}</p>}
          act={(body) => answer(http.POST("/api/invoices/{invoice_id}/pay-links", { ...of, body }))}
          close={() => setMaking(false)}
          done={() => void action.run("read", async () => undefined, t("links.made"))}
        >
          <Form.Item
            name="for_whom"
            label={t("links.for_whom")}
            extra={t("links.for_whom_hint")}
            rules={[{ required: true, message: t("needed") }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </FormDialog>
      )}
    </section>
  );
}

interface RowProps {
  link: Schemas["PayLinkView"];
  busy: boolean;
  withdraw: () => void;
}

function LinkRow({ link, busy, withdraw }: RowProps) {
  const { t } = useTranslation("payments");
  return (
    <li className="stack is-tight">
      <div className="row">
        <strong>{link.for_whom}</strong>
        <StateTag tone={TONES[link.state]}>{t(`links.state.${link.state}`)}</StateTag>
      </div>
      {link.url && (
        <div className="link-address">
          <CopyText value={link.url} label={`${t("links.address")} ${link.for_whom}`} />
        </div>
      )}
      <p className="muted small">
        {t("links.until")} <DateText value={link.expires_at} /> ·{" "}
        {link.opened_times > 0 ? t("links.opened", { count: link.opened_times }) : t("links.never")} ·{" "}
        {t("links.by", { name: link.made_by_name })}
      </p>
      {link.state === "open" && (
        <div>
          <Button size="small" loading={busy} aria-label={`${t("links.withdraw")} ${link.for_whom}`} onClick={withdraw}>
            {t("links.withdraw")}
          </Button>
        </div>
      )}
    </li>
  );
}
