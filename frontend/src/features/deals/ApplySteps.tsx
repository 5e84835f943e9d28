import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { useSession } from "@/shared/session/session";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { type Answer, CheckAnswers } from "@/shared/ui/CheckAnswers";
import { CostTable } from "@/shared/ui/CostTable";
import { Eligibility } from "@/shared/ui/Eligibility";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { CostDrawing } from "./CostDrawing";
import type { Answers, Deal, StepName } from "./model";

interface Props {
  step: StepName;
  deal: Deal;
  values: () => Answers;
  go: (step: StepName) => void;
}

/** Confirms who applies; everything on file is shown, nothing of it is asked again. */
function FirmStep() {
  const { t } = useTranslation("deals");
  const me = useSession();
  const id = { params: { path: { organization_id: me.current.organization_id } } };
  const firm = api.useQuery("get", "/api/organizations/{organization_id}", id);
  const eligibility = api.useQuery("get", "/api/organizations/{organization_id}/eligibility", id);
  return (
    <>
      <section className="panel">
        <h2>{t("apply.firm_title")}</h2>
        <ProblemAlert error={firm.error ?? eligibility.error} />
        {firm.data && (
          <dl className="facts">
            <dt>{t("apply.firm_name")}</dt>
            <dd>{firm.data.name}</dd>
            <dt>{t("apply.uscc")}</dt>
            <dd className="num">{firm.data.uscc ?? "—"}</dd>
            <dt>{t("apply.zone")}</dt>
            <dd>{firm.data.zone_name ?? "—"}</dd>
          </dl>
        )}
        <hr className="rule" />
        {eligibility.data && <Eligibility decision={eligibility.data} />}
      </section>
      <section className="panel">
        <h2>{t("apply.contact_title")}</h2>
        <Form.Item
          name="contact_name"
          label={t("field.contact_name")}
          rules={[{ required: true, whitespace: true, message: t("fault.contact_name") }]}
        >
          <Input maxLength={80} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="contact_phone"
          label={t("field.contact_phone")}
          rules={[{ required: true, whitespace: true, message: t("fault.contact_phone") }]}
        >
          <Input maxLength={30} type="tel" autoComplete="tel" />
        </Form.Item>
      </section>
    </>
  );
}

const MOST_SALES_MINOR = 1e12;

function UseStep() {
  const { t } = useTranslation("deals");
  const amount = useAmountRule();
  const common = useTranslation().t;
  return (
    <section className="panel">
      <h2>{t("apply.use_title")}</h2>
      <Form.Item
        name="product"
        label={t("field.product")}
        rules={[{ required: true, whitespace: true, message: t("fault.product") }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t("field.purpose")}
        extra={t("hint.purpose")}
        rules={[{ required: true, whitespace: true, message: t("fault.purpose") }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1200} showCount />
      </Form.Item>
      <fieldset className="form-group">
        <legend>{t("field.sales")}</legend>
        <p className="muted">{t("hint.sales")}</p>
        <div className="form-row">
          {[0, 1, 2].map((i) => (
            <Form.Item
              key={i}
              name={["sales", i]}
              label={t("field.sales_year", { year: i + 1 })}
              rules={[amount({ needed: t("fault.sales", { year: i + 1 }), mostMinor: MOST_SALES_MINOR })]}
            >
              <AmountInput />
            </Form.Item>
          ))}
        </div>
      </fieldset>
      <Form.Item name="message" label={`${t("field.message")}${common("form.optional")}`}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1200} />
      </Form.Item>
    </section>
  );
}

export function Terms({ deal, small = false }: { deal: Deal; small?: boolean }) {
  const { t } = useTranslation("deals");
  return (
    <section className="panel stack">
      <h2>{t("apply.terms_title")}</h2>
      {deal.terms_text.length > 0 ? (
        <ol className="clauses">
          {deal.terms_text.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : (
        <p>{t("apply.no_terms")}</p>
      )}
      {deal.comparison && <CostDrawing comparison={deal.comparison} small={small} />}
      {deal.simulation && <CostTable simulation={deal.simulation} />}
      {deal.terms_hash && <p className="muted hash num">{t("apply.hash", { hash: deal.terms_hash })}</p>}
    </section>
  );
}

function CheckStep({ values, go }: Pick<Props, "values" | "go">) {
  const { t } = useTranslation("deals");
  const me = useSession();
  const given = values();
  const line = (key: keyof Omit<Answers, "sales">, step: StepName): Answer => ({
    key,
    label: t(`field.${key}`),
    value: given[key] || "—",
    change: () => go(step),
  });
  const answers: Answer[] = [
    { key: "firm", label: t("apply.firm_name"), value: me.current.organization_name },
    line("contact_name", "firm"),
    line("contact_phone", "firm"),
    line("product", "use"),
    line("purpose", "use"),
    ...given.sales.map((minor, i) => ({
      key: `sales-${i}`,
      label: t("field.sales_year", { year: i + 1 }),
      value: typeof minor === "number" ? yuan(minor) : "—",
      change: () => go("use"),
    })),
    line("message", "use"),
  ];
  return (
    <section className="panel">
      <h2>{t("apply.check_title")}</h2>
      <CheckAnswers answers={answers} />
      <p>{t("apply.what_next")}</p>
    </section>
  );
}

/** Only the current step is mounted: hidden fields would keep the form from finishing. */
export function ApplyStep({ step, deal, values, go }: Props) {
  if (step === "firm") return <FirmStep />;
  if (step === "use") return <UseStep />;
  if (step === "terms") return <Terms deal={deal} />;
  return <CheckStep values={values} go={go} />;
}
