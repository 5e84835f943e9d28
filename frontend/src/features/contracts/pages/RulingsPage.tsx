import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FormDialog } from "@/shared/ui/FormDialog";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { toast } from "@/shared/ui/toast";
import "../rulings";

type Dispute = Schemas["Dispute"];
type Values = Schemas["Ruling"] & { outcome: "day" | "none" };

const record = (dispute: Dispute, { outcome, on, ...ruling }: Values) =>
  answer(
    http.POST("/api/contract-disputes/{contract_id}/{matter_id}/ruling", {
      params: { path: { contract_id: dispute.contract_id, matter_id: dispute.matter_id } },
      body: { ...ruling, on: outcome === "day" ? (on ?? null) : null },
    }),
  );

function RulingDialog({ dispute, close, done }: { dispute: Dispute; close: () => void; done: () => void }) {
  const { t } = useTranslation("rulings");
  const contracts = useTranslation("contracts").t;
  const [outcome, setOutcome] = useState<Values["outcome"]>("day");
  return (
    <FormDialog<Values>
      name="ruling"
      title={t("record_of", { number: dispute.number })}
      confirm={t("confirm")}
      initial={{ outcome: "day", on: dispute.asserted_on }}
      act={(values) => record(dispute, values)}
      lead={<p>{t("what_follows", { firm: dispute.firm_name, university: dispute.university_name })}</p>}
      close={close}
      done={done}
    >
      <Form.Item name="outcome" label={t("outcome")}>
        <Radio.Group
          onChange={(event) => setOutcome(event.target.value)}
          options={(["day", "none"] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        />
      </Form.Item>
      {outcome === "day" && (
        <Form.Item name="on" label={t("on")} rules={[{ required: true, message: contracts("fault.day") }]}>
          <Input type="date" />
        </Form.Item>
      )}
      <Form.Item
        name="document_number"
        label={t("document")}
        extra={t("document_hint")}
        rules={[{ required: true, min: 4, whitespace: true, message: t("document_needed") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t("text")}
        rules={[{ required: true, min: 4, whitespace: true, message: contracts("fault.reason") }]}
      >
        <Input.TextArea maxLength={400} autoSize={{ minRows: 3 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** Disputes about first income, for whoever records how a court, an arbitrator or a mediator decided them. */
export default function RulingsPage() {
  const { t } = useTranslation("rulings");
  const [open, setOpen] = useState<Dispute>();
  const action = useAction();
  const list = api.useQuery("get", "/api/contract-disputes");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <DataTable
        caption={t("title")}
        rows={list.data}
        rowKey={(row) => row.matter_id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={{ title: t("empty"), hint: t("empty_hint") }}
        columns={[
          { key: "number", title: t("contract"), names: true, render: (row) => row.number },
          { key: "university", title: t("university"), render: (row) => <Org name={row.university_name} /> },
          { key: "firm", title: t("firm"), render: (row) => <Org name={row.firm_name} /> },
          { key: "asserted", title: t("asserted"), render: (row) => <DateText value={row.asserted_on} /> },
          { key: "since", title: t("since"), render: (row) => <DateText value={row.since_on} /> },
          {
            key: "act",
            title: t("act"),
            render: (row) => (
              <Button onClick={() => setOpen(row)} aria-label={t("record_of", { number: row.number })}>
                {t("record")}
              </Button>
            ),
          },
        ]}
      />
      {open && (
        <RulingDialog
          dispute={open}
          close={() => setOpen(undefined)}
          done={() => {
            toast(t("done"));
            void action.run("refresh", async () => undefined);
          }}
        />
      )}
    </>
  );
}
