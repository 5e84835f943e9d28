import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { DataTable } from "@/shared/ui/DataTable";
import { FormDialog } from "@/shared/ui/FormDialog";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { agreeCost, COST_TONES, recordCost, withdrawCost } from "../model";

const KINDS = ["patent", "valuation", "legal", "brokerage", "tax", "trial", "other"] as const;

function CostDialog({ close, done }: { close: () => void; done: () => void }) {
  const { t } = useTranslation("distributions");
  const amount = useAmountRule();
  const contracts = api.useQuery("get", "/api/contracts", { params: { query: { size: 100 } } });
  const needed = [{ required: true, message: t("costs.needed") }];
  return (
    <FormDialog<Schemas["NewCost"]>
      name="cost"
      title={t("costs.add")}
      confirm={t("costs.add")}
      lead={<p className="muted">{t("costs.lead")}</p>}
      act={recordCost}
      close={close}
      done={done}
    >
      <Form.Item name="contract_id" label={t("costs.contract")} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          loading={contracts.isPending}
          options={(contracts.data?.items ?? []).map((one) => ({
            value: one.id,
            label: `${one.number} ${one.project_name}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t("costs.kind")} rules={needed}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(`costs.kinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item
        name="amount_minor"
        label={t("costs.amount")}
        rules={[amount({ needed: t("costs.needed"), leastMinor: 1 })]}
      >
        <AmountInput />
      </Form.Item>
      <Form.Item name="source" label={t("costs.source")} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="agreed_on" label={t("costs.agreed_on")} rules={needed}>
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
}

/** What comes out of the first income once: recorded by one person, agreed to by another. */
export default function CostsPage() {
  const { t } = useTranslation("distributions");
  const may = useMay();
  const action = useAction();
  const [adding, setAdding] = useState(false);
  const costs = api.useQuery("get", "/api/distributions/costs");
  return (
    <>
      <PageHead
        title={t("costs.title")}
        lead={t("costs.lead")}
        back={{ to: "/distributions", label: t("back") }}
        actions={
          may("cost.record") && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t("costs.add")}
            </Button>
          )
        }
      />
      <ProblemAlert error={action.error} />
      <DataTable<Schemas["CostView"]>
        caption={t("costs.title")}
        rows={costs.data}
        rowKey={(row) => row.id}
        loading={costs.isPending}
        error={costs.error}
        empty={{ title: t("costs.empty"), hint: t("costs.empty_hint") }}
        columns={[
          {
            key: "contract",
            title: t("costs.contract"),
            names: true,
            render: (row) => `${row.contract_number} ${row.title}`,
          },
          { key: "kind", title: t("costs.kind"), render: (row) => t(`costs.kinds.${row.kind}`) },
          {
            key: "amount",
            title: t("costs.amount"),
            numeric: true,
            render: (row) => <Money minor={row.amount_minor} />,
          },
          { key: "taken", title: t("costs.taken"), numeric: true, render: (row) => <Money minor={row.taken_minor} /> },
          { key: "bearer", title: t("costs.bearer"), render: (row) => <Org name={row.organization_name} /> },
          { key: "source", title: t("costs.source"), render: (row) => row.source },
          {
            key: "by",
            title: t("costs.by"),
            render: (row) => [row.recorded_by_name, row.agreed_by_name].filter(Boolean).join(" / "),
          },
          {
            key: "state",
            title: t("state"),
            render: (row) => (
              <span className="row">
                <StateTag tone={COST_TONES[row.state]}>{t(`costs.state.${row.state}`)}</StateTag>
                {row.moves.includes("agree") && (
                  <Button
                    size="small"
                    type="primary"
                    onClick={() => void action.run("agree", () => agreeCost(row.id), t("costs.agreed"))}
                  >
                    {t("costs.agree")}
                  </Button>
                )}
                {row.moves.includes("withdraw") && (
                  <Button
                    size="small"
                    onClick={() => void action.run("withdraw", () => withdrawCost(row.id), t("costs.withdrawn"))}
                  >
                    {t("costs.withdraw")}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {adding && (
        <CostDialog
          close={() => setAdding(false)}
          done={() => void action.run("refresh", async () => undefined, t("costs.recorded"))}
        />
      )}
    </>
  );
}
