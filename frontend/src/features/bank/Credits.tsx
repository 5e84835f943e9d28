import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

type Credit = Schemas["CreditView"];

function SendBack({ credit, close }: { credit: Credit; close: () => void }) {
  const { t } = useTranslation("bank");
  const common = useTranslation().t;
  const action = useAction();
  const [account, setAccount] = useState("");
  const [reason, setReason] = useState("");
  async function ask() {
    const done = await action.run(
      "ask",
      () =>
        answer(
          http.POST("/api/bank-returns", {
            body: { firm_id: credit.firm_id, amount_minor: credit.credit_minor, payee_account: account.trim(), reason },
          }),
        ),
      t("return_asked"),
    );
    if (done) close();
  }
  return (
    <Modal
      open
      title={`${t("return")} · ${credit.firm_name} · ${yuan(credit.credit_minor)}`}
      okText={t("return")}
      cancelText={common("form.cancel")}
      confirmLoading={action.busy === "ask"}
      onOk={() => void ask()}
      onCancel={close}
    >
      <div className="stack">
        <ProblemAlert error={action.error} />
        <label htmlFor="credit-account">{t("credit_account")}</label>
        <Input id="credit-account" inputMode="numeric" value={account} onChange={(e) => setAccount(e.target.value)} />
        <label htmlFor="credit-reason">{t("return_hint")}</label>
        <Input.TextArea id="credit-reason" rows={3} value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
    </Modal>
  );
}

/** What payers paid beyond their bills and have not used: it settles their next bill, or goes back. */
export function Credits() {
  const { t } = useTranslation("bank");
  const [chosen, setChosen] = useState<Credit>();
  const found = api.useQuery("get", "/api/credits");
  if (!found.data?.length) return null;
  return (
    <section className="stack">
      <h2>{t("credits")}</h2>
      <DataTable<Credit>
        caption={t("credits")}
        rows={found.data}
        rowKey={(row) => row.firm_id}
        empty={{ title: t("credits") }}
        columns={[
          { key: "firm", title: t("column.payer"), names: true, render: (row) => <Org name={row.firm_name} /> },
          { key: "left", title: t("credit_left"), numeric: true, render: (row) => <Money minor={row.credit_minor} /> },
          {
            key: "step",
            title: t("actions"),
            render: (row) => (
              <Button size="small" onClick={() => setChosen(row)}>
                {t("return")}
              </Button>
            ),
          },
        ]}
      />
      {chosen && <SendBack credit={chosen} close={() => setChosen(undefined)} />}
    </section>
  );
}
