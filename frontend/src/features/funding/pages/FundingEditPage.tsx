import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Form, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { useText } from "@/shared/hooks/useText";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StepBar } from "@/shared/ui/StepBar";
import { FactInput } from "../FactInput";
import { draftOf, type FactField, formOf, PURPOSES, type Request, type RequestForm, recordOf, STAGES } from "../model";
import { OfRecord } from "../OfRecord";

const NAME = "funding";
const LEAST_MINOR = 1_000_000;
const MOST_MINOR = 1e13;

function NeedStep() {
  const { t } = useTranslation("funding");
  const amount = useAmountRule();
  return (
    <section className="panel">
      <h2>{t("step.need")}</h2>
      <Form.Item
        name="title"
        label={t("field.title")}
        extra={t("hint.title")}
        rules={[{ required: true, min: 4, message: t("fault.title") }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="purpose" label={t("field.purpose")}>
          <Select options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))} />
        </Form.Item>
        <Form.Item name="stage" label={t("field.stage")}>
          <Select options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item
        name="amount_minor"
        label={t("field.amount_minor")}
        rules={[amount({ needed: t("fault.amount"), leastMinor: LEAST_MINOR, mostMinor: MOST_MINOR })]}
      >
        <AmountInput />
      </Form.Item>
    </section>
  );
}

function FactsStep({ facts, found }: { facts: FactField[]; found: Schemas["FactView"][] }) {
  const { t } = useTranslation("funding");
  const amount = useAmountRule();
  const text = useText();
  return (
    <section className="panel">
      <h2>{t("step.facts")}</h2>
      <p className="muted">{t("facts_lead")}</p>
      <div className="form-row wide">
        {facts
          .filter((fact) => fact.declarable && !found.some((known) => known.field === fact.field))
          .map((fact) => (
            <Form.Item
              key={fact.field}
              name={["facts", fact.field]}
              label={text(fact.label)}
              extra={text(fact.document)}
              rules={fact.unit === "fen" ? [amount()] : []}
            >
              <FactInput fact={fact} />
            </Form.Item>
          ))}
      </div>
    </section>
  );
}

interface Props {
  request: Request | undefined;
  facts: FactField[];
  found: Schemas["FactView"][];
}

function Wizard({ request, facts, found }: Props) {
  const { t } = useTranslation("funding");
  const common = useTranslation().t;
  const [form] = Form.useForm<RequestForm>();
  const faults = useFaults(form, NAME);
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const [busy, once] = useBusy();

  async function save() {
    const body = draftOf(form.getFieldsValue(true) as RequestForm, request);
    try {
      const saved = request
        ? await answer(
            http.PUT("/api/funding-requests/{request_id}", {
              params: { path: { request_id: request.id }, header: { "if-match": String(request.version) } },
              body,
            }),
          )
        : await answer(http.POST("/api/funding-requests", { body }));
      await navigate({ to: "/funding/$id", params: { id: saved.id } });
    } catch (error) {
      faults.failed(error);
    }
  }

  return (
    <>
      <PageHead
        title={request ? t("edit") : t("list.new")}
        back={{ to: "/funding", label: t("list.title") }}
        lead={t("wizard_lead")}
      />
      <StepBar label={t("list.new")} steps={[t("step.need"), t("step.facts")]} current={at} go={setAt} />
      <Form<RequestForm>
        form={form}
        name={NAME}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        initialValues={formOf(request)}
        onFinish={() => {
          faults.clear();
          if (at === 0) setAt(1);
          else void once(save);
        }}
        onFinishFailed={faults.refused}
      >
        <div className="stack wizard">
          {faults.summary}
          {at === 0 ? (
            <NeedStep />
          ) : (
            <>
              <OfRecord found={found} fields={facts} />
              <FactsStep facts={facts} found={found} />
            </>
          )}
          <div className="row">
            {at > 0 && <Button onClick={() => setAt(0)}>{common("form.back")}</Button>}
            <Button type="primary" htmlType="submit" loading={busy}>
              {at === 0 ? common("form.continue") : t("see_matches")}
            </Button>
          </div>
        </div>
      </Form>
    </>
  );
}

/** An existing request knows its result as well, so its own facts count. */
const ofRecord = (firm: Schemas["FactView"][], request: Request | undefined) =>
  (request?.facts ?? firm).filter((fact) => recordOf(fact) !== undefined);

export default function FundingEditPage() {
  const { id } = useParams({ strict: false });
  const facts = api.useQuery("get", "/api/funding-facts", {}, { staleTime: Number.POSITIVE_INFINITY });
  const found = api.useQuery(
    "get",
    "/api/funding-requests/{request_id}",
    { params: { path: { request_id: id ?? "" } } },
    { enabled: Boolean(id), staleTime: 0 },
  );
  const record = api.useQuery("get", "/api/funding-facts/of-record", {}, { staleTime: 0 });
  const error = facts.error ?? record.error ?? found.error;
  if (error) return <ProblemAlert error={error} />;
  if (!facts.data || !record.data || (id && !found.data))
    return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  return <Wizard request={found.data} facts={facts.data} found={ofRecord(record.data, found.data)} />;
}
