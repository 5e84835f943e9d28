import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { FormDialog } from "@/shared/ui/FormDialog";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";

type TaxClass = Schemas["TaxClass"];
type Decision = Omit<Schemas["NewTaxOverrule"], "flow">;

/** What each kind of income and payout is suggested to be taxed as, with its source; an accountant may decide otherwise. */
export function TaxClasses() {
  const { t } = useTranslation("books");
  const action = useAction();
  const [deciding, setDeciding] = useState<TaxClass>();
  const list = api.useQuery("get", "/api/tax-classes");
  if (!list.data) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  const may = list.data.may_overrule;
  return (
    <section className="stack">
      <h2>{t("tax")}</h2>
      <p className="muted">{t("tax_lead")}</p>
      <DataTable<TaxClass>
        caption={t("tax")}
        rows={list.data.items}
        rowKey={(one) => one.flow}
        empty={{ title: t("tax") }}
        columns={[
          { key: "flow", title: t("tax_flow"), names: true, render: (one) => one.label },
          { key: "rules", title: t("tax_rules"), wraps: true, render: (one) => <Rules of={one} /> },
          { key: "decided", title: t("tax_decided"), wraps: true, render: (one) => <Decided of={one} /> },
          ...(may
            ? [
                {
                  key: "act",
                  title: t("tax_decide"),
                  render: (one: TaxClass) => (
                    <Button
                      size="small"
                      aria-label={t("tax_decide_named", { label: one.label })}
                      onClick={() => setDeciding(one)}
                    >
                      {t("tax_decide")}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {deciding && (
        <DecisionDialog
          of={deciding}
          close={() => setDeciding(undefined)}
          done={() => void action.run("read", async () => undefined, t("tax_done"))}
        />
      )}
    </section>
  );
}

function Rules({ of }: { of: TaxClass }) {
  const { t } = useTranslation("books");
  return (
    <ul className="plain">
      {of.rules.map((rule) => (
        <li key={rule.code}>
          {rule.text} {!rule.confirmed && <StateTag tone="wait">{t("tax_unconfirmed")}</StateTag>}
          <div className="muted small">{t("tax_source", { source: rule.source })}</div>
        </li>
      ))}
    </ul>
  );
}

function Decided({ of }: { of: TaxClass }) {
  const { t } = useTranslation("books");
  return (
    <ul className="plain">
      {of.overrules.map((one) => (
        <li key={one.id}>
          {one.contract_number ?? t("tax_all")} · {one.treatment}
          <div className="muted small">{t("tax_by", { name: one.by_name, reason: one.reason })}</div>
        </li>
      ))}
    </ul>
  );
}

function DecisionDialog({ of, close, done }: { of: TaxClass; close: () => void; done: () => void }) {
  const { t } = useTranslation("books");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <FormDialog<Decision>
      name="tax_class"
      title={t("tax_decide_named", { label: of.label })}
      confirm={t("tax_save")}
      act={(values) =>
        answer(
          http.POST("/api/tax-classes", {
            body: { ...values, flow: of.flow, contract_number: values.contract_number ?? "" },
          }),
        )
      }
      close={close}
      done={done}
    >
      <Form.Item name="treatment" label={t("tax_treatment")} extra={t("tax_treatment_hint")} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="contract_number" label={t("tax_contract")}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="reason" label={t("tax_reason")} rules={[{ required: true, min: 4, message: t("needed") }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </FormDialog>
  );
}
